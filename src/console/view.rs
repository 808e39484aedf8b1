//! Draws a model with ratatui; changes nothing.

pub mod overlay;
pub mod screen;
pub mod symbols;
pub mod theme;
pub mod widget;

mod footer;
mod header;
mod present;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Block;

use crate::console::app::model::Model;
use crate::console::app::settings::{Settings, SymbolSet};
use symbols::Symbols;
use theme::Theme;

/// The smallest terminal that is drawn on, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 10);

/// How everything looks: colours and symbols.
#[derive(Clone, Debug)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The symbols.
    pub symbols: Symbols,
    /// Marks of docket's own are ASCII alone.
    pub ascii: bool,
}

/// A theme or a set of symbols that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the {what} `{name}` cannot be read: {why}")]
pub struct LookError {
    what: &'static str,
    name: String,
    why: String,
}

impl Look {
    /// The look that the settings ask for.
    ///
    /// # Errors
    /// The theme or the symbols cannot be read.
    pub fn new(settings: &Settings) -> Result<Self, LookError> {
        let theme = Theme::load(settings.theme, settings.colour)?;
        let ascii = settings.symbols == SymbolSet::Ascii;
        Ok(Self { theme, symbols: Symbols::load(settings.symbols)?, ascii })
    }
}

/// Draws the whole model.
pub fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    all(model, look, frame);
    if look.ascii {
        widget::text::in_ascii(frame);
    }
}

fn all(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.render_widget(Block::new().style(look.theme.text), area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(look, frame, area);
    }
    if let Some(shown) = &model.present {
        present::draw(model, shown, look, frame, area);
        for overlay in &model.overlays {
            overlay::draw(overlay, model, look, frame, area);
        }
        return;
    }
    let [head, body, notice, foot] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ]));
    header::draw(model, look, frame, head);
    screen::draw(model, look, frame, body);
    for overlay in &model.overlays {
        overlay::draw(overlay, model, look, frame, body);
    }
    footer::notice(model, look, frame, notice);
    footer::draw(model, look, frame, foot);
    footer::following(model, look, frame, body);
}

/// What is shown where there is no room for anything else.
fn too_small(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (width, height) = SMALLEST;
    let lines = [
        format!("{}x{} is too small.", area.width, area.height),
        format!("docket needs {width}x{height}."),
        "ctrl-c twice ends it.".to_owned(),
    ];
    for (line, row) in lines.iter().zip(area.rows()) {
        widget::text::put(frame, row, line, look.theme.text);
    }
}

#[cfg(test)]
mod tests;
