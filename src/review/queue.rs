//! The queue: rows of applications, which of them to show, and in which order.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{application::Ref, stage::Stage};
use crate::rules::{EditionId, Program, ids::words};

/// One application as the queue shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QueueRow {
    /// Its ref.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who asks.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDate,
    /// The day it came.
    pub received: NaiveDate,
    /// Who reviews it.
    pub assignee: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Set aside until.
    pub parked: Option<NaiveDate>,
    /// Requirements with a finding other than open.
    pub found: u32,
}

words!(
    /// In which order the queue is shown; ties by ref.
    Sort {
        /// Oldest first.
        Received = "received",
        /// By name.
        Organisation = "organisation",
        /// By stage.
        Stage = "stage",
        /// Most urgent first, those without a day last.
        Due = "due",
    }
);

/// Which applications to show; each part narrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Every word occurs in the ref, the organisation or its parent, accents and case aside.
    pub text: Option<String>,
    /// Standing here.
    pub stages: Vec<Stage>,
    /// Asking for this.
    pub program: Option<Program>,
    /// Reviewed by.
    pub assignee: Option<String>,
    /// With nobody assigned.
    pub unassigned: bool,
    /// Received on this day or later.
    pub received_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    pub due_until: Option<NaiveDate>,
    /// Not set aside until a later day than this: what was set aside until a day is back on that day.
    pub back_on: Option<NaiveDate>,
    /// Set aside until a later day than this.
    pub set_aside_on: Option<NaiveDate>,
}

/// A part of the queue: so many rows from the `first`, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Index of the first row.
    pub first: u64,
    /// Rows at most.
    pub rows: u64,
}

/// The rows of a window and how many there are in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Index of the first row.
    pub first: u64,
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// How many match the filter.
    pub total: u64,
}
