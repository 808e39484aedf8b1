//! The script of the samples: JSON in which `"@-12"` is the day twelve days ago.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde_json::Value;

use super::SamplesError;
use crate::{
    council::SeatNo,
    review::{Item, Ref, Stage, facts::LiveDemo},
    rules::RequirementId,
};

const SCRIPT: &str = include_str!("../../assets/samples/samples.json");

/// Everything the samples tell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) seats: Vec<SampleSeat>,
    pub(super) applications: Vec<Sample>,
    pub(super) meetings: Vec<SampleMeeting>,
}

/// A seat on the council.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleSeat {
    pub(super) holder: String,
    pub(super) employer: String,
    #[serde(default)]
    pub(super) parent: Option<String>,
    pub(super) chair: bool,
}

/// An application and how far its review has come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) story: Story,
    pub(super) application: Value,
}

/// How far a review has come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) stage: Stage,
    pub(super) since: NaiveDate,
    #[serde(default)]
    pub(super) assignee: Option<String>,
    #[serde(default)]
    pub(super) due: Option<NaiveDate>,
    #[serde(default)]
    pub(super) met: Which<RequirementId>,
    #[serde(default)]
    pub(super) not_met: BTreeMap<RequirementId, String>,
    #[serde(default)]
    pub(super) accept: Which<String>,
    #[serde(default)]
    pub(super) reject: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    #[serde(default)]
    pub(super) demo: Option<LiveDemo>,
    #[serde(default)]
    pub(super) demo_planned: Option<NaiveDate>,
    #[serde(default)]
    pub(super) presented: Option<String>,
}

/// Some by name, or all.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Which<T> {
    Some(Vec<T>),
    All(All),
}

/// The word for all.
#[derive(Debug, Deserialize)]
pub(super) enum All {
    #[serde(rename = "all")]
    All,
}

impl<T> Default for Which<T> {
    fn default() -> Self {
        Self::Some(Vec::new())
    }
}

/// A meeting: one with an agenda alone is still to come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleMeeting {
    pub(super) date: NaiveDate,
    #[serde(default)]
    pub(super) agenda: Vec<Ref>,
    #[serde(default)]
    pub(super) present: Vec<SeatNo>,
    #[serde(default)]
    pub(super) ballots: Vec<SampleBallot>,
}

/// A ballot that was held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleBallot {
    pub(super) application: Ref,
    #[serde(rename = "for")]
    pub(super) for_: Vec<SeatNo>,
    pub(super) against: Vec<SeatNo>,
    pub(super) abstain: Vec<SeatNo>,
    pub(super) recused: Vec<SeatNo>,
    #[serde(default)]
    pub(super) until: Option<NaiveDate>,
}

/// The script, with its days counted from `today`.
pub(super) fn read(today: NaiveDate) -> Result<Script, SamplesError> {
    let mut script: Value = serde_json::from_str(SCRIPT)?;
    date(&mut script, today);
    Ok(serde_json::from_value(script)?)
}

/// Puts a day in the place of each text that counts one.
fn date(value: &mut Value, today: NaiveDate) {
    match value {
        Value::String(text) => {
            if let Some(day) = text.strip_prefix('@').and_then(|days| counted(days, today)) {
                *text = day.to_string();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| date(value, today)),
        Value::Object(fields) => fields.values_mut().for_each(|value| date(value, today)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn counted(days: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: i64 = days.parse().ok()?;
    let count = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) }
}

/// The item that a text such as `e1` names.
pub(super) fn item(text: &str) -> Result<Item, SamplesError> {
    text.parse().map_err(|error: crate::review::finding::NoItem| SamplesError::Wrong(error.to_string()))
}
