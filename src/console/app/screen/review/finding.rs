//! Findings: making them, with the reasons that the rules ask for, and the texts that go with them.

use super::file::File;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Confirm, Field, Form, Input, answer};
use crate::console::app::role;
use crate::record::{Change, Role};
use crate::review::assessment::Computed;
use crate::review::finding::{Finding, FindingError, Status, may_find};
use crate::rules::{Requirement, RequirementId};

/// What is said of nothing yet.
const OPEN: Finding = Finding { status: Status::Open, justification: None, text: None, until: None };

/// Finds the chosen requirement `status`. Where that needs a justification it is asked for first.
pub fn find(model: &mut Model, status: Status) -> Vec<Effect> {
    let Some((file, requirement)) = chosen(model) else { return Vec::new() };
    let was = file.finding(&requirement.id).cloned();
    let computed = file.judged(&requirement.id).and_then(|judged| judged.computed);
    let old = was.clone().unwrap_or(OPEN);
    // A reason for another finding is no reason for this one.
    let justification =
        old.justification.clone().filter(|_| old.status == status || old.status == Status::Open);
    let finding = Finding { status, until: None, justification, ..old };
    match may_find(requirement, &finding, computed) {
        Ok(()) => {
            let id = requirement.id.clone();
            made(model, &id, Some(finding), None)
        }
        Err(FindingError::Contradicts { requirement: id, computed }) => {
            let reason = file.judged(&id).map(|judged| judged.reason.clone()).unwrap_or_default();
            let hint = format!("Computed as {}: {reason}. Say why you find otherwise.", computed.words());
            let draft = format!("{} {id} justification", file.reference());
            let title = format!("Why is {id} {}?", status.words());
            let input = Input::new(title, move |model, text| {
                let finding = Finding { justification: Some(text), ..finding.clone() };
                made(model, &id, Some(finding), None)
            });
            let input = input.draft(draft).hint(hint).check(answer::some_text);
            model.open(input)
        }
        Err(why) => {
            let why = why.to_string();
            model.say(Notice::refused(why))
        }
    }
}

/// Asks for what a waiver needs, and waives the chosen requirement.
pub fn waive(model: &mut Model) -> Vec<Effect> {
    let Some((file, requirement)) = chosen(model) else { return Vec::new() };
    let old = file.finding(&requirement.id).cloned().unwrap_or(OPEN);
    // Whether a waiver is possible at all is said before anything is asked.
    let sample = Finding {
        status: Status::Waived,
        justification: Some("-".to_owned()),
        until: Some(file.as_of),
        text: None,
    };
    if let Err(why) = may_find(requirement, &sample, None) {
        let why = why.to_string();
        return model.say(Notice::refused(why));
    }
    let id = requirement.id.clone();
    let today = model.about.today;
    let fields = vec![
        Field::new("Why", "for the file")
            .text(old.justification.as_deref().unwrap_or_default())
            .check(answer::some_text),
        Field::new("Until", "last day it holds, such as 2027-03-31, or +90 for days from today")
            .day(old.until)
            .check(answer::day_to_come(today)),
        role::field(model, Role::Lead, "a waiver is for the lead"),
    ];
    let draft = format!("{} {id} waiver", file.reference());
    let form = Form::new(format!("Waive {id}"), fields, move |model, texts| {
        let mut texts = texts.into_iter();
        let justification = texts.next();
        let until = texts.next().and_then(|text| answer::day(&text, today));
        let now = Finding { status: Status::Waived, justification, until, text: old.text.clone() };
        made(model, &id, Some(now), Some(Role::Lead))
    });
    model.open(form.draft(draft))
}

/// Takes back what was said of the chosen requirement.
pub fn clear(model: &mut Model) -> Vec<Effect> {
    let Some((file, requirement)) = chosen(model) else { return Vec::new() };
    let id = requirement.id.clone();
    if file.finding(&id).is_none() {
        return model.say(Notice::refused(format!("{id} has no finding to clear")));
    }
    change(model, &id, None, None)
}

/// Asks for the justification of the chosen requirement.
pub fn justify(model: &mut Model) -> Vec<Effect> {
    text(model, "Justification", "For the file; the applicant does not see it.", |finding, text| {
        finding.justification = text;
    })
}

/// Asks for the text to the applicant on the chosen requirement.
pub fn tell(model: &mut Model) -> Vec<Effect> {
    text(model, "Text to the applicant", "Goes into the letter, word for word.", |finding, text| {
        finding.text = text;
    })
}

fn text(
    model: &mut Model,
    what: &'static str,
    hint: &str,
    set: fn(&mut Finding, Option<String>),
) -> Vec<Effect> {
    let Some((file, requirement)) = chosen(model) else { return Vec::new() };
    let id = requirement.id.clone();
    let mut old = file.finding(&id).cloned().unwrap_or(OPEN);
    let draft = format!("{} {id} {what}", file.reference());
    let mut was = old.clone();
    set(&mut was, None);
    let shown = if what == "Justification" { old.justification.take() } else { old.text.take() };
    let input = Input::new(format!("{what}: {id}"), move |model, text| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let mut now = file.finding(&id).cloned().unwrap_or(OPEN);
        set(&mut now, Some(text).filter(|text| !text.is_empty()));
        let now = Some(now).filter(|now| *now != OPEN);
        change(model, &id, now, None)
    });
    let input = input.text(shown.as_deref().unwrap_or_default()).hint(format!("{hint} Empty takes it away."));
    let input = input.draft(draft);
    model.open(input)
}

/// Names everything that is computed and undecided, and on yes makes findings of all of it.
pub fn confirm_computed(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let computed = computed(file);
    if computed.is_empty() {
        return model.say(Notice::refused("nothing that is undecided could be computed"));
    }
    let title = format!("Confirm {} computed", computed.len());
    let lines = computed.iter().map(|(id, result, reason)| format!("{id} {}: {reason}", result.words()));
    let lines = lines.collect();
    let question = Confirm::new(title, lines, move |model| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let changes = computed.iter().map(|(id, result, _)| {
            let was = file.finding(id).cloned();
            let status = match result {
                Computed::Met => Status::Met,
                Computed::NotMet => Status::NotMet,
            };
            let now = Finding { status, until: None, ..was.clone().unwrap_or(OPEN) };
            found(file, id, was, Some(now))
        });
        let changes = changes.collect();
        let effects = super::commit(model, None, changes);
        go_on(model);
        effects
    });
    model.open(question)
}

/// What is undecided and computed, with why.
fn computed(file: &File) -> Vec<(RequirementId, Computed, String)> {
    let undecided = file.foreseen.requirements.iter().filter(|one| {
        let finding = file.finding(&one.id);
        one.status == Status::Open && finding.is_none_or(|finding| finding.status == Status::Open)
    });
    let with_result = undecided.filter_map(|one| Some((one.id.clone(), one.computed?, one.reason.clone())));
    with_result.collect()
}

/// How many findings `.` would make.
pub fn computable(file: &File) -> usize {
    computed(file).len()
}

/// Makes a finding on a requirement and goes to the next undecided one.
fn made(model: &mut Model, id: &RequirementId, now: Option<Finding>, role: Option<Role>) -> Vec<Effect> {
    let effects = change(model, id, now, role);
    if !effects.is_empty() {
        go_on(model);
    }
    effects
}

fn change(model: &mut Model, id: &RequirementId, now: Option<Finding>, role: Option<Role>) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let was = file.finding(id).cloned();
    if was == now {
        return model.say(Notice::done(format!("{id} stays as it is.")));
    }
    let changes = vec![found(file, id, was, now)];
    super::commit(model, role, changes)
}

fn found(file: &File, id: &RequirementId, was: Option<Finding>, now: Option<Finding>) -> Change {
    Change::Found { application: file.reference().clone(), requirement: id.clone(), was, now }
}

/// Goes to the nearest undecided requirement from the chosen one on.
fn go_on(model: &mut Model) {
    go(model, 0, true);
}

/// Goes to the next or the previous undecided requirement; false if all are decided.
pub fn next_undecided(model: &mut Model, forward: bool) -> bool {
    go(model, 1, forward)
}

fn go(model: &mut Model, steps: usize, forward: bool) -> bool {
    let review = &mut model.screens.review;
    let Some(file) = &review.file else { return false };
    let at = review.cursor(super::Pane::Requirements).at();
    let from = if forward { at + steps } else { at + file.requirements().len().saturating_sub(steps) };
    let next = file.undecided(from, forward);
    if let Some(next) = next {
        review.cursors.entry(super::Pane::Requirements).or_default().go(next);
    }
    next.is_some()
}

fn chosen(model: &Model) -> Option<(&File, &Requirement)> {
    let review = &model.screens.review;
    review.file.as_deref().zip(review.requirement())
}
