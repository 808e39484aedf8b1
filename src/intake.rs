//! PURE. Reading applications: bytes in, submissions out.
//!
//! A file is JSON (one application or an array), JSON Lines, or CSV, whose columns are named by their fields or
//! explained by a [`Mapping`]. What can be understood becomes [`Facts`]; what cannot becomes a remark, and the
//! application is kept as it came. Only one without organisation, program or edition is refused.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{
    review::{
        Kind,
        application::{Ref, Remark},
        facts::Facts,
    },
    rules::{Edition, EditionId, Program},
};

mod again;
mod application;
mod error;
mod facts;
mod fields;
mod form;
mod items;
mod json;
pub mod limits;
mod mapping;
mod node;
mod queued;
mod reference;
mod rows;
mod schema;
mod text;
mod tree;

pub use error::{IntakeError, LeftOut, Place, Refused};
pub use form::{FORM, FormField, Input, form};
pub use json::comparable;
pub use mapping::{Mapping, SHIPPED};
pub use schema::schema;

/// The editions that an application may name.
pub type Editions<'e> = &'e [&'e Edition];

/// An application as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its ref.
    pub reference: Ref,
    /// The applicant gave the ref; else it was derived from organisation and program.
    pub reference_given: bool,
    /// What it asks for.
    pub program: Program,
    /// First or later.
    pub kind: Kind,
    /// The rules it is judged by; one of those known.
    pub edition: EditionId,
    /// The day it came, where it says so. No part of what is compared.
    pub received: Option<NaiveDate>,
    /// What was put forward, as far as it was understood.
    pub facts: Facts,
    /// What was not understood, and what is missing.
    pub remarks: Vec<Remark>,
    /// The JSON as it came; of a CSV row, an object of its columns.
    pub original: String,
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// The editions that an application may name.
    pub editions: Editions<'o>,
    /// What the columns of a CSV file mean.
    pub mapping: Option<&'o Mapping>,
}

/// How many applications `refused` tells of: each may be refused for several reasons.
pub fn refused_rows(refused: &[Refused]) -> usize {
    refused.iter().filter_map(|one| one.place.row()).collect::<BTreeSet<_>>().len()
}

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// How many rows, lines or items of an array there were.
    pub rows: usize,
    /// The applications, in the order of the file.
    pub submissions: Vec<Submission>,
    /// Rows that the mapping leaves out.
    pub left_out: Vec<LeftOut>,
    /// Applications that could not be taken, each with everything that is wrong with it.
    pub refused: Vec<Refused>,
}

/// Reads a file of applications. The end of `file_name` and the content tell what it is.
///
/// # Errors
/// The file as a whole cannot be read: too long, empty, not UTF-8, not JSON, or a header that does not fit.
/// What is wrong with single applications is in [`Batch::refused`].
pub fn read(file_name: &str, bytes: &[u8], options: Options<'_>) -> Result<Batch, IntakeError> {
    let text = text::decode(bytes)?;
    let gathered = match (shape(file_name, text), options.mapping) {
        (Shape::Rows, mapping) => rows::read(text, mapping, options.editions)?,
        (Shape::Json | Shape::Lines, Some(_)) => return Err(IntakeError::MappingForJson),
        (Shape::Json, None) => json::read_json(text, options.editions)?,
        (Shape::Lines, None) => json::read_lines(text, options.editions)?,
    };
    Ok(gathered.into_batch())
}

enum Shape {
    Json,
    Lines,
    Rows,
}

fn shape(file_name: &str, text: &str) -> Shape {
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let json = || if json::looks_like_lines(text) { Shape::Lines } else { Shape::Json };
    match (ending.as_deref(), text.trim_start().as_bytes().first()) {
        (Some("csv"), _) => Shape::Rows,
        (Some("jsonl" | "ndjson"), _) => Shape::Lines,
        (Some("json"), _) | (_, Some(b'{' | b'[')) => json(),
        _ => Shape::Rows,
    }
}

/// What is found in a file while it is read, with the places of the applications.
#[derive(Default)]
struct Gathered {
    read: Vec<(Place, Submission)>,
    left_out: Vec<LeftOut>,
    refused: Vec<Refused>,
}

impl Gathered {
    /// Adds what became of the application at `place`; `place_of` finds the place of each field it is refused for.
    fn add(
        &mut self,
        read: Result<Submission, Vec<node::Refusal>>,
        place: Place,
        place_of: impl Fn(&node::Refusal) -> Place,
    ) {
        match read {
            Ok(submission) => self.read.push((place, submission)),
            Err(refusals) => self.refused.extend(
                refusals.into_iter().map(|refusal| Refused { place: place_of(&refusal), why: refusal.why }),
            ),
        }
    }

    /// How many rows, lines or items there were, whatever became of them.
    fn rows(&self) -> usize {
        let read = self.read.iter().map(|(place, _)| place);
        let left_out = self.left_out.iter().map(|one| &one.place);
        let refused = self.refused.iter().map(|one| &one.place);
        read.chain(left_out).chain(refused).filter_map(Place::row).collect::<BTreeSet<_>>().len()
    }

    /// Refuses the applications of one file that share a ref: which of them is meant cannot be told.
    fn into_batch(mut self) -> Batch {
        let rows = self.rows();
        let mut places: BTreeMap<&Ref, Vec<&Place>> = BTreeMap::new();
        for (place, submission) in &self.read {
            places.entry(&submission.reference).or_default().push(place);
        }
        let mut submissions = Vec::new();
        let other_place = |submission: &Submission, place: &Place| {
            let shared = places.get(&submission.reference)?;
            shared.iter().find(|other| **other != place).map(ToString::to_string)
        };
        let others: Vec<_> =
            self.read.iter().map(|(place, submission)| other_place(submission, place)).collect();
        for ((place, submission), other) in self.read.into_iter().zip(others) {
            match other {
                None => submissions.push(submission),
                Some(other) => {
                    let reference = &submission.reference;
                    let hint = hint(&submission);
                    let why =
                        format!("the ref `{reference}` stands twice in this file, also at {other}{hint}");
                    self.refused.push(Refused { place, why });
                }
            }
        }
        Batch { rows, submissions, left_out: self.left_out, refused: self.refused }
    }
}

const fn hint(submission: &Submission) -> &'static str {
    if submission.reference_given {
        ""
    } else {
        "; it was derived from organisation and program: give each a `ref` of its own"
    }
}

#[cfg(test)]
mod tests;
