//! The form with which an application is added by hand.

use crate::console::app::effect::{Effect, IntakeRequest, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Field, Form, answer};
use crate::intake::{FORM, FormField, Input};
use crate::review::Kind;
use crate::rules::{Level, Program};

/// The fields that are asked for, in this order; the rest is added in the review.
const ASKED: [&str; 12] = [
    "organisation.name",
    "program",
    "edition",
    "kind",
    "organisation.employees",
    "organisation.parent.name",
    "organisation.parent.employees",
    "organisation.website",
    "organisation.membership.linux_foundation",
    "organisation.membership.finops_foundation",
    "contact.name",
    "contact.email",
];

/// Opens the form.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let known = || ASKED.iter().filter_map(|path| FORM.iter().find(|field| field.path == *path));
    let fields = known().map(|field| self::field(field, &model.about.edition)).collect();
    let inputs: Vec<Input> = known().map(|field| field.input).collect();
    let paths: Vec<&'static str> = known().map(|field| field.path).collect();
    let form = Form::new("A new application", fields, move |_, texts| {
        let written = inputs.iter().zip(texts).map(|(input, text)| meant(*input, &text).unwrap_or(text));
        let filled = paths.iter().copied().zip(written).collect();
        vec![Effect::Ask(Request::Intake(IntakeRequest::Form(filled)))]
    });
    model.open(form)
}

fn field(field: &FormField, edition: &str) -> Field {
    let made = Field::new(field.label, hint(field));
    let input = field.input;
    let check = move |text: &str| meant(input, text).map(drop);
    match (field.path, input) {
        ("organisation.name", _) => made.check(name),
        (_, Input::Edition) => made.text(edition),
        (_, Input::Kind) => made.text(Kind::New.as_str()).check(check),
        (_, Input::Figure) => made.check(figure),
        (_, Input::Program | Input::Flag | Input::Level) => made.check(check),
        _ => made,
    }
}

/// What to know before a field is filled in.
fn hint(field: &FormField) -> String {
    let list = |words: Vec<&str>| words.join(", ");
    match field.input {
        Input::Program => list(Program::ALL.iter().map(|program| program.as_str()).collect()),
        Input::Level => list(Level::ALL.iter().map(|level| level.as_str()).collect()),
        Input::Kind => list(Kind::ALL.iter().map(|kind| kind.as_str()).collect()),
        Input::Edition => "The edition of the rules it is judged by.".to_owned(),
        Input::Figure => "A whole number; empty where it is not known.".to_owned(),
        Input::Flag => "yes or no; empty where it is not known.".to_owned(),
        Input::Day => "YYYY-MM-DD".to_owned(),
        Input::Refs => "Refs, separated by spaces.".to_owned(),
        Input::Text if field.path == "organisation.name" => "Needed; the ref is made of it.".to_owned(),
        Input::Text if field.path.starts_with("organisation.parent") => {
            "Where there is one, its size decides how many certified people are needed.".to_owned()
        }
        Input::Text => "May stay empty.".to_owned(),
    }
}

fn name(text: &str) -> Result<(), String> {
    if text.is_empty() { Err("An application needs an organisation.".to_owned()) } else { Ok(()) }
}

/// What a text stands for in the application file: a word that was begun is written out.
fn meant(input: Input, text: &str) -> Result<String, String> {
    let word = match input {
        _ if text.is_empty() && input != Input::Program => return Ok(String::new()),
        Input::Program => answer::one_of(text, Program::ALL, Program::as_str)?.as_str(),
        Input::Kind => answer::one_of(text, Kind::ALL, Kind::as_str)?.as_str(),
        Input::Level => answer::one_of(text, Level::ALL, Level::as_str)?.as_str(),
        Input::Flag => {
            answer::yes_or_no(text)?;
            text
        }
        _ => text,
    };
    Ok(word.to_owned())
}

fn figure(text: &str) -> Result<(), String> {
    if text.is_empty() || text.parse::<u64>().is_ok() {
        Ok(())
    } else {
        Err(format!("`{text}` is no whole number; leave it empty where it is not known."))
    }
}
