//! Assigning applications: who reviews them, and by when.

use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Field, Form, answer};
use crate::record::{Assignment, Change};
use crate::review::Ref;

/// Asks who reviews the marked applications, or else the chosen one.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let queue = &model.screens.queue;
    let chosen = queue.chosen().map(|listed| {
        let row = &listed.row;
        (row.reference.clone(), Assignment { assignee: row.assignee.clone(), due: row.due })
    });
    let which: Vec<(Ref, Assignment)> = if queue.marked.is_empty() {
        chosen.into_iter().collect()
    } else {
        queue.marked.clone().into_iter().collect()
    };
    let title = match which.as_slice() {
        [] => return Vec::new(),
        [(reference, _)] => format!("Assign {reference}"),
        several => format!("Assign {} applications", several.len()),
    };
    let form = form(model, title, which);
    model.open(form)
}

/// The form that assigns `which`, each with who reviews it as it was seen.
pub fn form(model: &Model, title: String, which: Vec<(Ref, Assignment)>) -> Form {
    let was = which.first().map(|(_, was)| was.clone()).unwrap_or_default();
    let who = was.assignee.unwrap_or_else(|| model.about.actor.clone());
    let fields = vec![
        Field::new("Reviewer", "Empty takes the assignment away.").recorded(&who),
        Field::new("Due", "YYYY-MM-DD, or +7 for a week from today; may stay empty.")
            .day(was.due)
            .check(answer::day_or_nothing(model.about.today)),
    ];
    Form::new(title, fields, move |model, texts| {
        let mut texts = texts.into_iter();
        let assignee = texts.next().filter(|name| !name.is_empty());
        let due = texts.next().and_then(|text| answer::day(&text, model.about.today));
        model.screens.queue.marked.clear();
        let now = Assignment { assignee, due };
        let changes = which.iter().filter(|(_, was)| *was != now).map(|(application, was)| {
            Change::Assigned { application: application.clone(), was: was.clone(), now: now.clone() }
        });
        vec![Effect::Ask(Request::Commit { role: None, changes: changes.collect() })]
    })
}
