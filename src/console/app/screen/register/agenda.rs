//! A certification comes before the council again.

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::Confirm;
use crate::console::app::screen::meeting;
use crate::console::app::wording;

/// Puts the application of the chosen certification on the agenda of the open or the next meeting, once confirmed.
pub fn put_on_agenda(model: &mut Model) -> Vec<Effect> {
    let (register, today) = (&model.screens.register, model.about.today);
    let (Some(one), Some(id)) =
        (register.chosen(today), register.next.as_ref().map(|next| next.meeting.clone()))
    else {
        return Vec::new();
    };
    let reference = one.reference.clone();
    let lines = vec![
        format!("{reference}, {}: {}.", wording::program(one.program), one.summary(today)),
        "There it can be moved to suspend or to revoke the certification.".to_owned(),
    ];
    let title = format!("Put {} on the agenda of {id}?", one.organisation);
    model.open(Confirm::new(title, lines, move |model| meeting::enlist(model, id.clone(), reference.clone())))
}
