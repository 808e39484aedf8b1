//! Demonstrations: the recording, and the live one.

use super::Opinion;
use crate::review::{case::Case, facts::LiveDemo};

pub(super) fn recording(case: &Case<'_>) -> Opinion {
    match &case.application.facts.demo.recording {
        Some(link) if !link.trim().is_empty() => Opinion::new(Some(true), "a recording is given"),
        _ => Opinion::open("no recording is given"),
    }
}

/// The live demonstration that is looked at: what the team saw, else what the applicant says.
pub(super) fn live(case: &Case<'_>, minutes: Option<u32>) -> Opinion {
    let review = &case.application.review.demo;
    match (&review.held, &case.application.facts.demo.live) {
        (Some(held), _) => judged(case, held, minutes, "as the team saw it"),
        (None, Some(claimed)) => judged(case, claimed, minutes, "as claimed"),
        (None, None) => Opinion::open(match review.planned {
            Some(day) => format!("planned for {day}"),
            None => "no live demo was held".to_owned(),
        }),
    }
}

fn judged(case: &Case<'_>, demo: &LiveDemo, needed: Option<u32>, whose: &str) -> Opinion {
    if let Some(day) = demo.date.filter(|day| *day > case.as_of) {
        return Opinion::open(format!("planned for {day}"));
    }
    let took =
        demo.minutes.map_or_else(|| "length not said".to_owned(), |minutes| format!("{minutes} minutes"));
    let long_enough = match (needed, demo.minutes) {
        (None, _) => Some(true),
        (Some(needed), minutes) => minutes.map(|minutes| minutes >= needed),
    };
    let (result, holds) = match (demo.passed, long_enough) {
        (Some(false), _) => ("not passed", Some(false)),
        (_, Some(false)) => ("too short", Some(false)),
        (Some(true), Some(true)) => ("passed", Some(true)),
        (Some(true), None) => ("passed", None),
        (None, _) => ("not said whether passed", None),
    };
    let asked = needed.map(|needed| format!(", {needed} needed")).unwrap_or_default();
    Opinion::new(holds, format!("{result}, {took}{asked}, {whose}"))
}
