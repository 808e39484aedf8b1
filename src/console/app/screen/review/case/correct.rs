//! Correcting a fact of the application.

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Choice, Input, Pick, answer};
use crate::console::app::screen::review::commit;
use crate::record::amend::{self, AmendError};
use crate::record::{Change, Field};
use crate::review::Facts;
use crate::rules::day;

/// Offers the facts that can be corrected, then asks for the new text.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let facts = &file.application().facts;
    let choices = Field::ALL.iter().map(|field| Choice {
        label: label(*field).to_owned(),
        note: amend::get(facts, *field).unwrap_or_else(|| "not given".to_owned()),
    });
    let choices = choices.collect();
    let pick = Pick::new("Correct which fact?", choices, |model, at| {
        Field::ALL.get(at).map_or_else(Vec::new, |field| ask(model, *field))
    });
    model.open(pick)
}

fn ask(model: &mut Model, field: Field) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let was = amend::get(&file.application().facts, field);
    let application = file.reference().clone();
    let shown = was.clone().unwrap_or_default();
    let facts = file.application().facts.clone();
    let check = move |text: &str| meant(&facts, field, text).map(drop).map_err(|why| why.to_string());
    let input = Input::new(format!("Correct: {}", label(field)), move |model, text| {
        let Some(file) = &model.screens.review.file else { return Vec::new() };
        let facts = &file.application().facts;
        let now = match meant(facts, field, &text) {
            Ok(now) => now,
            Err(why) => return model.say(Notice::refused(why.to_string())),
        };
        let (application, was) = (application.clone(), was.clone());
        if was == now {
            return Vec::new();
        }
        commit(model, None, vec![Change::Amended { application, field, was, now }])
    });
    let input = match field {
        Field::MemberSince | Field::PractisingSince => input.day(day::read(&shown)),
        _ => input.text(&shown),
    };
    let input = input.hint(format!("{} Empty: not known. What was sent is kept.", form(field)));
    model.open(input.check(check))
}

/// What a change to `field` would carry for what was typed; nothing where it is not known.
fn meant(facts: &Facts, field: Field, text: &str) -> Result<Option<String>, AmendError> {
    match (text, field) {
        ("", Field::OrganisationName) => Err(AmendError::Needed(field)),
        ("", _) => Ok(None),
        (text, Field::LinuxFoundation) => {
            let said = answer::yes_no(text).map_or(text, |yes| if yes { "true" } else { "false" });
            amend::normal(facts, field, said)
        }
        (text, _) => amend::normal(facts, field, text),
    }
}

/// What a fact is called.
pub const fn label(field: Field) -> &'static str {
    match field {
        Field::OrganisationName => "Name of the applicant",
        Field::Employees => "Employees of the applicant",
        Field::Website => "Website",
        Field::ParentName => "Name of the parent",
        Field::ParentEmployees => "Employees of the parent",
        Field::LinuxFoundation => "Member of the Linux Foundation",
        Field::FinopsFoundation => "Membership in the FinOps Foundation",
        Field::MemberSince => "Member since",
        Field::PractisingSince => "Practising since",
        Field::Focp => "Practitioners, as a bare figure",
        Field::Fcp => "Professionals, as a bare figure",
        Field::Recording => "Link to the recorded demo",
        Field::Linked => "Linked applications",
    }
}

const fn form(field: Field) -> &'static str {
    match field {
        Field::Employees | Field::ParentEmployees | Field::Focp | Field::Fcp => "A whole number of people.",
        Field::LinuxFoundation => "Write yes or no.",
        Field::FinopsFoundation => "Write premier, general, other or none.",
        Field::MemberSince | Field::PractisingSince => "A day such as 2024-03-31.",
        Field::Linked => "Refs, separated by spaces.",
        Field::OrganisationName | Field::Website | Field::ParentName | Field::Recording => "",
    }
}
