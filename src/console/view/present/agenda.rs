//! The agenda of the next meeting, while none is open.

use super::flow::Flow;
use crate::console::app::model::Model;
use crate::console::app::present::{Scene, Sitting};
use crate::console::app::wording;
use crate::console::view::widget::table::{self, Column};

/// Draws the agenda.
pub(super) fn draw(model: &Model, scene: &Scene, sitting: &Sitting, flow: &mut Flow<'_, '_>) {
    let theme = &flow.look.theme;
    let (heading, text, dim) = (theme.heading, theme.text, theme.dim);
    adjourned(scene, flow);
    let away = wording::away(sitting.date, model.about.today);
    flow.line(&format!("Next meeting: {}, {away}", sitting.id), heading);
    let room = &sitting.room;
    let members = wording::count(room.members.into(), "member");
    flow.line(&format!("{members}, quorum {}", room.quorum.needed), dim);
    flow.gap();
    if sitting.agenda.is_empty() {
        return flow.line("Nothing is on the agenda yet.", text);
    }
    let items = u16::try_from(sitting.agenda.len()).unwrap_or(u16::MAX);
    let airy = items.saturating_mul(2) <= flow.left().height.saturating_add(1);
    let widths =
        table::widths(&[Column::Fixed(3), Column::Grow(16), Column::Grow(16)], flow.width().min(110));
    for (number, item) in (1..).zip(&sitting.agenda) {
        let program = item.program.map(crate::rules::Program::title).unwrap_or_default();
        let cells = [
            (format!("{number:>2}"), dim),
            (item.organisation.clone(), flow.look.theme.strong),
            (program.to_owned(), text),
        ];
        let (row, line) = (flow.take(1), table::row(flow.look, &widths, &cells));
        flow.frame().render_widget(line, row);
        if airy {
            flow.take(1);
        }
    }
}

/// Says that there is nothing to be seen.
pub(super) fn none(scene: &Scene, flow: &mut Flow<'_, '_>) {
    adjourned(scene, flow);
    flow.line("No meeting is planned.", flow.look.theme.text);
}

fn adjourned(scene: &Scene, flow: &mut Flow<'_, '_>) {
    if let Some(meeting) = &scene.adjourned {
        flow.line(&format!("The meeting of {meeting} is adjourned."), flow.look.theme.strong);
        flow.gap();
    }
}
