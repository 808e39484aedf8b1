//! An application filled in by hand: the same JSON, through the same reader.

use super::{
    Editions, Place, Refused, Submission, json,
    node::{Node, Value},
    tree,
};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormField {
    /// The field of the application file, as a dotted path.
    pub path: &'static str,
    /// What people read beside it.
    pub label: &'static str,
    /// What may be filled in.
    pub input: Input,
}

/// What may be filled into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Any text.
    Text,
    /// A whole number.
    Figure,
    /// Yes or no.
    Flag,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A program's word.
    Program,
    /// An edition's id.
    Edition,
    /// The level of a membership.
    Level,
    /// `new` or `renewal`.
    Kind,
    /// Refs, parted by commas or blanks.
    Refs,
}

const fn field(path: &'static str, label: &'static str, input: Input) -> FormField {
    FormField { path, label, input }
}

/// The fields of the form, in the order they are asked for.
pub const FORM: &[FormField] = &[
    field("organisation.name", "Organisation", Input::Text),
    field("program", "Program", Input::Program),
    field("edition", "Edition", Input::Edition),
    field("kind", "New or renewal", Input::Kind),
    field("received", "Received", Input::Day),
    field("organisation.employees", "Its employees", Input::Figure),
    field("organisation.parent.name", "Parent organisation", Input::Text),
    field("organisation.parent.employees", "Employees of the parent", Input::Figure),
    field("organisation.website", "Website", Input::Text),
    field("organisation.membership.linux_foundation", "Linux Foundation member", Input::Flag),
    field("organisation.membership.finops_foundation", "FinOps Foundation membership", Input::Level),
    field("organisation.membership.since", "Member since", Input::Day),
    field("contact.name", "Contact (the person, for an instructor)", Input::Text),
    field("contact.email", "Address", Input::Text),
    field("person.practising_since", "Practising FinOps since (instructor)", Input::Day),
    field("credentials.focp", "Practitioners (FOCP)", Input::Figure),
    field("credentials.fcp", "Professionals (FCP)", Input::Figure),
    field("demo.recording", "Recorded demonstration", Input::Text),
    field("linked", "Goes together with (refs)", Input::Refs),
    field("ref", "Ref, if it has one", Input::Text),
    field("note", "Note", Input::Text),
];

/// Reads what was filled in: pairs of a field's path and its text; empty texts count as not given.
///
/// # Errors
/// A field that an application cannot do without is missing or wrong; the place names it. Anything else that is
/// not understood is among the submission's remarks, by the same paths.
pub fn form(filled: &[(&str, &str)], editions: Editions<'_>) -> Result<Submission, Refused> {
    let refuse = |field: &str, why: String| Refused { place: Place::Form { field: field.to_owned() }, why };
    let mut root = Node::new(Value::Object(Vec::new()));
    for (path, text) in filled.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let input = FORM.iter().find(|field| field.path == *path).map_or(Input::Text, |field| field.input);
        tree::plant(&mut root, path, Node::new(value(input, text.trim())))
            .map_err(|why| refuse(path, why))?;
    }
    json::one(&tree::json(&root), editions).map_err(|refusals| {
        let first = refusals.into_iter().next();
        let (pointer, why) = first.map(|refusal| (refusal.pointer, refusal.why)).unwrap_or_default();
        refuse(&pointer.trim_start_matches('/').replace('/', "."), why)
    })
}

/// A text as the JSON value it stands for; as a text where it stands for none, so that it is remarked.
fn value(input: Input, text: &str) -> Value {
    match (input, text.to_ascii_lowercase().as_str()) {
        (Input::Figure, figure) => match figure.parse::<u64>() {
            Ok(figure) => Value::Number(figure.to_string()),
            Err(_) => Value::Text(text.to_owned()),
        },
        (Input::Refs, _) => {
            let refs = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
            Value::List(refs.map(|part| Node::new(Value::Text(part.to_owned()))).collect())
        }
        (Input::Flag, "yes" | "y" | "true") => Value::Flag(true),
        (Input::Flag, "no" | "n" | "false") => Value::Flag(false),
        _ => Value::Text(text.to_owned()),
    }
}
