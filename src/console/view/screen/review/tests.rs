//! What a reviewer sees, at three sizes.

use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::console::app::screen::review::{Pane, sample};
use crate::console::app::{Message, Model, key, update};
use crate::console::view::{self, Look};

const APPLICATIONS: [&str; 4] =
    ["cindervale-platform", "tidewater-enterprise", "lumenpath-training", "hostile-specialty"];

static DRAWN: LazyLock<Vec<Model>> = LazyLock::new(|| {
    let store = sample::docket();
    APPLICATIONS.iter().map(|reference| sample::model(&store, reference)).collect()
});

fn press(model: &mut Model, keys: &str) {
    for key in key::sequence(keys).unwrap() {
        update(model, Message::Key(key));
    }
}

fn drawn(model: &mut Model, (width, height): (u16, u16)) -> Terminal<TestBackend> {
    update(model, Message::Resize { width, height });
    let look = Look::new(&model.settings).unwrap();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(model, &look, frame)).unwrap();
    terminal
}

#[test]
fn every_pane_is_drawn_at_every_size() {
    for (reference, model) in APPLICATIONS.iter().zip(DRAWN.iter()) {
        for size in [(120, 36), (80, 24), (40, 10)] {
            let mut model = model.clone();
            for _ in Pane::ALL {
                let shown = drawn(&mut model, size).backend().to_string();
                let title = model.screens.review.pane.title();
                assert!(shown.contains(&format!("[{title}")), "{reference} {size:?}\n{shown}");
                assert!(!shown.contains('\u{202e}') && !shown.contains('\u{1b}'), "{shown}");
                press(&mut model, "tab");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_pane_panics_at_any_size(
        width in 0_u16..=250,
        height in 0_u16..=80,
        of in 0..APPLICATIONS.len(),
        pane in 0..Pane::ALL.len(),
        keys in prop::sample::select(vec!["j", "G", "enter", "enter 9", "S", "A", ".", "v", "r", "D", "N"]),
    ) {
        let mut model = DRAWN[of].clone();
        for _ in 0..pane {
            press(&mut model, "tab");
        }
        press(&mut model, keys);
        drawn(&mut model, (width, height));
    }
}
