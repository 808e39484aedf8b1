//! What a reviewer sees, at three sizes.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::console::app::screen::review::{Pane, sample};
use crate::console::app::{Message, Model, key, update};
use crate::console::view::{self, Look};

fn press(model: &mut Model, keys: &str) {
    for key in key::sequence(keys).unwrap() {
        update(model, Message::Key(key));
    }
}

fn frame(model: &mut Model, (width, height): (u16, u16)) -> String {
    update(model, Message::Resize { width, height });
    let look = Look::new(&model.settings).unwrap();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(model, &look, frame)).unwrap();
    let text = terminal.backend().to_string();
    text.lines().map(|line| line.trim_matches('"').trim_end().to_owned() + "\n").collect()
}

#[test]
fn every_pane_is_drawn_at_every_size() {
    let store = sample::docket();
    for reference in
        ["cindervale-platform", "tidewater-enterprise", "lumenpath-training", "hostile-specialty"]
    {
        for size in [(120, 36), (80, 24), (40, 10)] {
            let mut model = sample::model(&store, reference);
            for _ in Pane::ALL {
                let shown = frame(&mut model, size);
                let title = model.screens.review.pane.title();
                assert!(shown.contains(&format!("[{title}")), "{reference} {size:?}\n{shown}");
                assert!(!shown.contains('\u{202e}') && !shown.contains('\u{1b}'), "{shown}");
                press(&mut model, "tab");
            }
        }
    }
}
