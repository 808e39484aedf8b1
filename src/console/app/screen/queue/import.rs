//! The form with which a file of applications is taken in.

use crate::console::app::effect::{Effect, IntakeRequest, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Field, Form};
use crate::intake::SHIPPED;

/// Asks for a file, and for what its columns mean.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
    let hint = format!(
        "Only for a CSV file whose columns are not docket's own: {}, or the path of a mapping; else empty.",
        known.join(", ")
    );
    let fields = vec![
        Field::new("File", "The path of a JSON, JSON Lines or CSV file. All of it is queued, or nothing.")
            .check(|path| if path.is_empty() { Err("Type a path.".to_owned()) } else { Ok(()) }),
        Field::new("Mapping", hint),
    ];
    let form = Form::new("Import a file", fields, |_, texts| {
        let mut texts = texts.into_iter();
        let path = texts.next().unwrap_or_default();
        let mapping = texts.next().filter(|text| !text.is_empty());
        vec![Effect::Ask(Request::Intake(IntakeRequest::File { path, mapping }))]
    });
    model.open(form)
}
