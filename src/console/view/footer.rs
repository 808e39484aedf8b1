//! The two lines below: what just happened, and the keys that are most useful now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Look;
use super::widget::{popup, text};
use crate::console::app::command::{self, Availability, Scope};
use crate::console::app::key;
use crate::console::app::model::Model;
use crate::console::app::notice::Tone;
use crate::console::app::overlay::Overlay;

/// Most hints before those that are always there.
const HINTS: usize = 6;

/// From this width on there is room to say how to get to the other screens.
const ROOMY: u16 = 60;

/// Draws what just happened.
pub(super) fn notice(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(notice) = &model.notice else { return };
    let (word, style) = match notice.tone {
        Tone::Done => ("", look.theme.good),
        Tone::Refused => ("Not done: ", look.theme.warn),
        Tone::Trouble => ("Trouble: ", look.theme.bad),
    };
    let line = format!(" {word}{}", notice.text);
    let then = if notice.then.is_empty() { String::new() } else { format!("   {}", notice.then) };
    let room = usize::from(area.width).saturating_sub(text::width(&then));
    text::put(frame, area, &format!("{}{then}", text::cut(&line, room, look)), style);
}

/// Draws the hints.
pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let last = always(model);
    let mut room = usize::from(area.width).saturating_sub(last.iter().map(width).sum());
    let mut shown = Vec::new();
    for hint in hints(model).into_iter().take(HINTS) {
        let needed = width(&hint);
        if needed <= room {
            room -= needed;
            shown.push(hint);
        }
    }
    shown.extend(last);
    let spans = shown.into_iter().flat_map(|(keys, title)| {
        [
            Span::raw(" "),
            Span::styled(keys, look.theme.key),
            Span::styled(format!(" {title} "), look.theme.dim),
        ]
    });
    frame.render_widget(spans.collect::<Line<'_>>(), area);
}

/// A hint with a space before, between and after.
fn width((keys, title): &(String, &str)) -> usize {
    text::width(keys) + text::width(title) + 3
}

/// The hints of the scopes in force, the nearest first.
fn hints(model: &Model) -> Vec<(String, &'static str)> {
    let shown =
        |command: &&command::Command| command.footer && (command.available)(model) == Availability::Enabled;
    let scopes = model.scopes();
    let reads = matches!(model.overlays.last(), Some(Overlay::Text(_) | Overlay::Letter(_)));
    let leave = command::find("everywhere.leave").filter(|_| reads);
    let commands =
        scopes.iter().flat_map(|scope| command::all().filter(move |c| c.scope == *scope).filter(shown));
    leave
        .into_iter()
        .chain(commands)
        .filter_map(|command| Some((model.keymap.first(command.id)?, command.title)))
        .collect()
}

/// What the footer always ends with, wherever its keys work.
fn always(model: &Model) -> Vec<(String, &str)> {
    if !model.scopes().contains(&Scope::Everywhere) {
        return Vec::new();
    }
    let ids = ["everywhere.palette", "everywhere.help"];
    // Where there is little room, the screen's own keys come first; the help leads to the rest.
    let skipped = usize::from(model.size.0 < ROOMY);
    let commands = ids.iter().skip(skipped).filter_map(|id| command::find(id));
    let hints = commands.filter_map(|command| Some((model.keymap.first(command.id)?, command.title)));
    leads(model).into_iter().chain(hints).collect()
}

/// The key that leads to the other screens, where there is room for more than the screen's own.
fn leads(model: &Model) -> Option<(String, &str)> {
    let keys = model.keymap.first("everywhere.queue")?;
    let (first, _) = keys.split_once(' ')?;
    let name = model.keymap.prefix_name(&key::sequence(first).ok()?)?;
    (model.size.0 >= ROOMY && model.overlays.is_empty()).then(|| (first.to_owned(), name))
}

/// Draws what may follow the keys already pressed.
pub(super) fn following(model: &Model, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    if model.pending.is_empty() {
        return;
    }
    let pressed = crate::console::app::key::show(&model.pending);
    let rows = model.keymap.following(&model.scopes(), &model.pending);
    let name =
        model.keymap.prefix_name(&model.pending).map_or(pressed.clone(), |name| format!("{pressed}: {name}"));
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let inner = popup::corner(look, frame, area, &name, (30, height));
    for ((keys, command), row) in rows.into_iter().zip(inner.rows()) {
        let line = Line::from(vec![
            Span::styled(format!("{keys:>3} "), look.theme.key),
            Span::styled(command.title, look.theme.text),
        ]);
        frame.render_widget(line, row);
    }
}
