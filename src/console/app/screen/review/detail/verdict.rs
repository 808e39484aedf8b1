//! The verdict in full with everything that stands in the way, the remarks and the advice; and the demonstrations.

use super::super::file::File;
use super::super::reckoning::Reckoning;
use super::{Part, Tone};
use crate::review::facts::LiveDemo;
use crate::review::{Verdict, documents_in};

/// How a verdict is meant.
pub const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Short => Tone::Bad,
        Verdict::Ready => Tone::Good,
        Verdict::Incomplete => Tone::Warn,
    }
}

/// Verdict, forecast, what stands in the way, advice and remarks.
pub fn of(file: &File) -> Vec<Part> {
    let assessment = &file.reckoning.assessment;
    let verdict = format!("{}, judged for {}", assessment.verdict, assessment.as_of);
    let mut parts = vec![
        Part::new("Verdict", verdict, tone(assessment.verdict)),
        Part::new("Forecast", format!("{}, if all that is claimed holds", assessment.forecast), Tone::Plain),
    ];
    let council = council(file);
    parts.extend(list("Council", council.iter().map(String::as_str), Tone::Plain));
    let way = assessment.in_the_way.iter().map(String::as_str);
    parts.extend(list("In the way", way, Tone::Plain));
    let remarks: Vec<String> =
        assessment.remarks.iter().map(|remark| format!("{}: {}", remark.field, remark.text)).collect();
    parts.extend(list("Remarks", remarks.iter().map(String::as_str), Tone::Warn));
    parts.extend(list("Advice", assessment.advice.iter().map(|advice| advice.text.as_str()), Tone::Plain));
    parts
}

/// What the council's word leaves open: what pends, what was granted, and the conditions that are not cleared.
fn council(file: &File) -> Vec<String> {
    let today = file.today;
    let conditions = file.loaded.certifications.iter().flat_map(|one| {
        one.outstanding().map(move |open| {
            let (text, owner) = (&open.condition.text, &open.condition.owner);
            format!("condition {} of {}: {text}; {owner}; {}", open.n, one.ballot, open.standing(today))
        })
    });
    file.council().into_iter().chain(conditions).collect()
}

/// What stands in the way in one line: what is short in words, what is open by its ids alone.
pub fn way(reckoning: &Reckoning) -> String {
    let assessment = &reckoning.assessment;
    let (open, short): (Vec<&str>, Vec<&str>) =
        assessment.in_the_way.iter().map(String::as_str).partition(|line| line.starts_with(OPEN));
    let open: Vec<&str> = open
        .into_iter()
        .map(|line| {
            let line = line.trim_start_matches(OPEN);
            let ids = assessment.requirements.iter().map(|judged| judged.id.as_str());
            ids.into_iter().find(|id| line.split(' ').next() == Some(id)).unwrap_or(line)
        })
        .collect();
    let mut parts: Vec<String> = short.into_iter().map(str::to_owned).collect();
    if !open.is_empty() {
        parts.push(format!("{OPEN}{}", open.join(", ")));
    }
    if parts.is_empty() { "nothing".to_owned() } else { parts.join("; ") }
}

/// How a line on something undecided begins.
const OPEN: &str = "open: ";

fn list<'a>(label: &'static str, lines: impl Iterator<Item = &'a str>, tone: Tone) -> Vec<Part> {
    let mut parts: Vec<Part> = lines.map(|line| Part::new("", format!("- {line}"), tone)).collect();
    if !parts.is_empty() {
        parts.insert(0, Part::new(label, "", tone));
    }
    parts
}

/// The demonstrations: the recording, whether a live one is asked for, planned and held, and what is missing.
pub fn demo(file: &File) -> Vec<Part> {
    let given = &file.application().facts.demo;
    let review = &file.application().review.demo;
    let recording = given.recording.clone().unwrap_or_else(|| "none given".to_owned());
    let mut parts = vec![Part::new("Recording", recording, Tone::Plain)];
    parts.push(Part::new("Asked for", if review.asked { "yes" } else { "not by a reviewer" }, Tone::Plain));
    let planned = review.planned.map_or_else(|| "no".to_owned(), |day| format!("for {day}"));
    parts.push(Part::new("Planned", planned, Tone::Plain));
    parts.push(match &review.held {
        Some(held) => Part::new("Held", live(held), passed(held)),
        None => Part::new("Held", "not seen by the team yet", Tone::Plain),
    });
    if let Some(claimed) = &given.live {
        parts.push(Part::new("Claimed", format!("{}, as the applicant says", live(claimed)), Tone::Dim));
    }
    parts.push(match documents_in(&file.reckoning.assessment) {
        Ok(()) => Part::new("Documents", "in: a live demo can be planned", Tone::Good),
        Err(missing) => Part::new("Documents", missing.to_string(), Tone::Warn),
    });
    parts
}

/// The live demonstration: as the team saw it, else as the applicant says, else as it is planned.
pub(super) fn live_demo(file: &File) -> Option<String> {
    let review = &file.application().review.demo;
    let held = review.held.as_ref().map(|held| format!("held {}", live(held)));
    let claimed = file.application().facts.demo.live.as_ref();
    held.or_else(|| claimed.map(|claimed| format!("{}, as the applicant says", live(claimed))))
        .or_else(|| review.planned.map(|day| format!("planned for {day}")))
}

fn live(demo: &LiveDemo) -> String {
    let day = demo.date.map_or_else(|| "day not said".to_owned(), |day| day.to_string());
    let minutes = demo.minutes.map_or_else(|| "length not said".to_owned(), |m| format!("{m} minutes"));
    let passed = match demo.passed {
        Some(true) => "passed",
        Some(false) => "not passed",
        None => "not said whether passed",
    };
    format!("{day}, {minutes}, {passed}")
}

const fn passed(demo: &LiveDemo) -> Tone {
    match demo.passed {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Warn,
    }
}
