//! What stands above and below every page: which meeting, how far it is, and the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Block;

use crate::console::app::command::{self, Command, Scope};
use crate::console::app::model::Model;
use crate::console::app::present::{Present, Scene, reading::Margins};
use crate::console::view::Look;
use crate::console::view::widget::text;
use crate::council::MeetingState;

/// What a copy for rehearsing says on every screen.
const REHEARSAL: &str = "REHEARSAL";

/// Draws head and foot; gives back what is between them.
pub(super) fn draw(model: &Model, present: &Present, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let Margins { side, above, below } = Margins::of((area.width, area.height));
    let inside = Rect { x: area.x.saturating_add(side), width: area.width.saturating_sub(2 * side), ..area };
    head(present, look, frame, Rect { height: 1, ..area }, side);
    foot(model, present, look, frame, Rect { y: area.bottom().saturating_sub(1), height: 1, ..inside });
    Rect { y: inside.y.saturating_add(above), height: inside.height.saturating_sub(above + below), ..inside }
}

fn head(present: &Present, look: &Look, frame: &mut Frame<'_>, row: Rect, side: u16) {
    let scene = present.scene.as_ref();
    let rehearsal = scene.is_some_and(|scene| scene.rehearsal);
    let style = if rehearsal { look.theme.rehearsal } else { look.theme.header };
    frame.render_widget(Block::new().style(style), row);
    let inside = Rect { x: row.x.saturating_add(side), width: row.width.saturating_sub(2 * side), ..row };
    let (left, right) = scene.map(|scene| titles(present, scene)).unwrap_or_default();
    let left = if rehearsal { format!("{REHEARSAL}  {left}") } else { left };
    let room = usize::from(inside.width).saturating_sub(text::width(&right) + 2);
    text::put(frame, inside, &text::cut(&left, room, look), style);
    text::put_right(frame, inside, &right, style);
}

/// Which meeting and which item; and how sure what is shown is.
fn titles(present: &Present, scene: &Scene) -> (String, String) {
    let Some(sitting) = &scene.sitting else { return ("The council".to_owned(), String::new()) };
    let meeting = format!("Meeting of {}", sitting.id);
    let of = sitting.agenda.len();
    if !present.page.is_of_ballot() {
        let item = scene.subject.as_ref().map(|subject| format!(", item {} of {of}", subject.number));
        return (format!("{meeting}{}", item.unwrap_or_default()), String::new());
    }
    match (&sitting.poll, sitting.state) {
        (_, MeetingState::Planned) => (meeting, "PLANNED".to_owned()),
        (_, MeetingState::Adjourned) => (meeting, "ADJOURNED".to_owned()),
        (None, MeetingState::Open) => (meeting, "IN SESSION".to_owned()),
        (Some(poll), MeetingState::Open) => {
            let state = match (poll.prospect, poll.outcome) {
                (Some(_), _) => "BALLOT OPEN, PROVISIONAL".to_owned(),
                (None, None) => "CLOSED, NOT DECLARED".to_owned(),
                (None, Some(outcome)) => format!("DECLARED: {}", outcome.words().to_uppercase()),
            };
            (format!("{meeting}, item {} of {of}", poll.number), state)
        }
    }
}

/// What goes wrong, else the keys.
fn foot(model: &Model, present: &Present, look: &Look, frame: &mut Frame<'_>, row: Rect) {
    let width = usize::from(row.width);
    if let Some(trouble) = &present.trouble {
        let said = format!("Not up to date: {trouble}");
        return text::put(frame, row, &text::cut(&said, width, look), look.theme.warn);
    }
    let hint = |command: &Command| Some(format!("{} {}", model.keymap.first(command.id)?, command.title));
    let help = command::find("present.help").and_then(hint).unwrap_or_default();
    let mut line = String::new();
    let shown = command::all().filter(|command| command.scope == Scope::Present && command.footer);
    for hint in shown.filter_map(hint).filter(|hint| *hint != help) {
        if text::width(&line) + text::width(&hint) + text::width(&help) + 2 <= width {
            line.extend([hint.as_str(), "  "]);
        }
    }
    line.push_str(&help);
    text::put(frame, row, &line, look.theme.dim);
}
