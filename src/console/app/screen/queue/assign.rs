//! Assigning applications: who reviews them, and by when.

use chrono::{Days, NaiveDate};

use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Field, Form};
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
    let due = was.due.map(|day| day.to_string()).unwrap_or_default();
    let fields = vec![
        Field::new("Reviewer", "Empty takes the assignment away.").text(&who),
        Field::new("Due", "YYYY-MM-DD, or +7 for a week from today; may stay empty.").text(&due).check(day),
    ];
    Form::new(title, fields, move |model, texts| {
        let mut texts = texts.into_iter();
        let assignee = texts.next().filter(|name| !name.is_empty());
        let due = texts.next().and_then(|text| due_day(&text, model.about.today));
        model.screens.queue.marked.clear();
        let now = Assignment { assignee, due };
        let changes = which.iter().filter(|(_, was)| *was != now).map(|(application, was)| {
            Change::Assigned { application: application.clone(), was: was.clone(), now: now.clone() }
        });
        vec![Effect::Ask(Request::Commit { role: None, changes: changes.collect() })]
    })
}

fn day(text: &str) -> Result<(), String> {
    let good = text.is_empty() || due_day(text, NaiveDate::default()).is_some();
    if good {
        Ok(())
    } else {
        Err(format!("`{text}` is no day: write 2026-12-31, or +7 for a week from today."))
    }
}

/// The day that `text` names, counted from `today`.
fn due_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text.strip_prefix('+') {
        Some(days) => today.checked_add_days(Days::new(days.trim().parse::<u16>().ok()?.into())),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_due_day_is_a_date_or_so_many_days() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        assert_eq!(due_day("2026-12-01", today), "2026-12-01".parse().ok());
        assert_eq!(due_day("+7", today), "2026-11-30".parse().ok());
        assert!(day("").is_ok() && day("+0").is_ok());
        assert!(day("soon").is_err() && day("+x").is_err() && day("2026-02-30").is_err());
    }
}
