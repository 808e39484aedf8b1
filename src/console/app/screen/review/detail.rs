//! What is said of the chosen row in full: for the pane beside the list, and to read by itself.

pub mod applicant;
pub mod heads;
pub mod item;
pub mod requirement;
pub mod verdict;

use super::case::demo;
use super::{Pane, Review};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::overlay::Text;

/// How a part is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    #[default]
    Plain,
    /// What matters most.
    Strong,
    /// Background.
    Dim,
    /// Good news.
    Good,
    /// Bad news.
    Bad,
    /// To be looked at.
    Warn,
}

/// One part: what it is, and what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is; empty goes on with the part before.
    pub label: String,
    /// What is said.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Part {
    /// A part.
    pub fn new(label: impl Into<String>, text: impl Into<String>, tone: Tone) -> Self {
        Self { label: label.into(), text: text.into(), tone }
    }
}

/// What there is to say of the chosen row of the pane in front.
pub fn chosen(review: &Review) -> (String, Vec<Part>) {
    let nothing = (String::new(), Vec::new());
    let Some(file) = review.file.as_deref() else { return nothing };
    match review.pane {
        Pane::Requirements => match review.requirement() {
            Some(requirement) => (requirement.id.to_string(), requirement::of(file, requirement)),
            None => nothing,
        },
        Pane::Evidence | Pane::Points | Pane::Heads => match review.item() {
            Some(item) => (item.to_string(), item::of(file, item)),
            None => nothing,
        },
        Pane::Map => {
            let map = file.reckoning.map.as_ref();
            match map.and_then(|map| map.capabilities.get(review.cursor(Pane::Map).chosen()?)) {
                Some(cover) => (cover.name.clone(), item::capability(file, cover)),
                None => nothing,
            }
        }
        Pane::Demo => ("Demonstrations".to_owned(), verdict::demo(file)),
        Pane::History => match review.cursor(Pane::History).chosen().and_then(|at| file.events.get(at)) {
            Some(event) => {
                let who = if event.who.is_empty() { String::new() } else { format!(" by {}", event.who) };
                let mut parts = vec![Part::new("", event.what.clone(), Tone::Plain)];
                parts.extend(event.original.clone().map(|text| Part::new("As it came", text, Tone::Dim)));
                (format!("{} {}{who}", event.when, event.sort.word()), parts)
            }
            None => nothing,
        },
    }
}

/// Opens the chosen row to be read in full; on Demo, asks how the demonstration went.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.screens.review.pane == Pane::Demo {
        return demo::held(model);
    }
    let (title, parts) = chosen(&model.screens.review);
    if parts.is_empty() {
        return Vec::new();
    }
    model.open(Text::new(title, lines(&parts)))
}

/// Opens what stands in the way, the remarks and the advice, to be read in full.
pub fn verdict(model: &mut Model) -> Vec<Effect> {
    let Some(file) = model.screens.review.file.as_deref() else { return Vec::new() };
    let parts = verdict::of(file);
    let title = format!("{}: verdict, remarks, advice", file.reference());
    model.open(Text::new(title, lines(&parts)))
}

/// Opens what the applicant says of itself, to be read in full.
pub fn applicant(model: &mut Model) -> Vec<Effect> {
    let Some(file) = model.screens.review.file.as_deref() else { return Vec::new() };
    let text = Text::new(format!("{}: the applicant", file.reference()), lines(&applicant::of(file)));
    model.open(text)
}

/// The parts as lines of text.
fn lines(parts: &[Part]) -> Vec<String> {
    let mut lines = Vec::new();
    for part in parts {
        if !part.label.is_empty() && !lines.is_empty() {
            lines.push(String::new());
        }
        if part.label.is_empty() {
            lines.push(part.text.clone());
        } else {
            lines.push(format!("{}: {}", part.label, part.text));
        }
    }
    lines
}
