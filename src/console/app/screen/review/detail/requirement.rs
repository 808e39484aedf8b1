//! A requirement in full: its text, the finding, what was computed and why, the rule's source, what was given for it.

use super::super::file::File;
use super::super::item;
use super::{Part, Tone};
use crate::console::app::wording::{judged, surety};
use crate::review::assessment::{Computed, Judged};
use crate::review::finding::Check;
use crate::review::{Item, ItemKind, Status};
use crate::rules::{JudgedBy, Provenance, Requirement, RuledOn, Section};

/// Changes of its past that are shown.
const PAST: usize = 5;

/// Everything about a requirement.
pub fn of(file: &File, requirement: &Requirement) -> Vec<Part> {
    let mut parts = vec![Part::new("", requirement.text.clone(), Tone::Strong)];
    if let Some(judged) = file.judged(&requirement.id) {
        parts.extend(finding(file, judged));
        parts.push(computed(judged));
    }
    parts.extend(evidence(file, requirement));
    let (_, how) = judged(&requirement.judged_by);
    parts.push(Part::new("Judged", how, Tone::Plain));
    parts.extend(rule(requirement));
    parts.extend(group(file, requirement));
    parts.extend(past(file, requirement));
    parts
}

fn finding(file: &File, judged: &Judged) -> Vec<Part> {
    let found = file.application().review.findings.get(&judged.id);
    let differs = differs(judged);
    let until =
        found.and_then(|finding| finding.until).map(|day| format!(" until {day}")).unwrap_or_default();
    let note = if differs { "; this differs from what was computed" } else { "" };
    let tone = match judged.status {
        Status::Open if differs => Tone::Warn,
        Status::Open => Tone::Plain,
        Status::NotMet => Tone::Bad,
        _ if differs => Tone::Warn,
        _ => Tone::Good,
    };
    let text =
        judged.asks_for_justification().unwrap_or_else(|| format!("{}{until}{note}", judged.status.words()));
    let mut parts = vec![Part::new("Finding", text, tone)];
    if let Some(finding) = found {
        let texts = [("Justification", &finding.justification), ("To the applicant", &finding.text)];
        let given = texts.into_iter().filter_map(|(label, text)| Some((label, text.as_ref()?)));
        parts.extend(given.map(|(label, text)| Part::new(label, text.clone(), Tone::Plain)));
    }
    parts
}

/// The finding says something else than what was computed.
pub fn differs(judged: &Judged) -> bool {
    judged.unjustified.is_some()
        || matches!(
            (judged.status, judged.computed),
            (Status::Met, Some(Computed::NotMet)) | (Status::NotMet, Some(Computed::Met))
        )
}

fn computed(judged: &Judged) -> Part {
    let result = judged.computed.map_or("nothing", Computed::words);
    Part::new("Computed", format!("{result}: {}", judged.reason), Tone::Plain)
}

/// How sure the rule is, and where it was read.
fn rule(requirement: &Requirement) -> [Part; 2] {
    let tone = if requirement.surety() == Provenance::Stated { Tone::Dim } else { Tone::Warn };
    let ruled = requirement.ruled.as_ref().map(RuledOn::said);
    [
        Part::new("Rule", ruled.unwrap_or_else(|| surety(requirement.provenance).to_owned()), tone),
        Part::new("", requirement.source.clone(), Tone::Dim),
    ]
}

/// The meter of the optional group, and why its heading says something else.
fn group(file: &File, requirement: &Requirement) -> Option<Part> {
    if requirement.section != Section::Optional {
        return None;
    }
    let options = file.reckoning.assessment.options.as_ref()?;
    let rules = file.edition().program(file.application().program)?;
    let remark = rules.optional.as_ref()?.remark.clone().unwrap_or_default();
    let text = format!("{} of {} needed, {} listed. {remark}", options.met, options.need, options.of);
    Some(Part::new("Options", text, Tone::Plain))
}

/// The pieces given for it.
fn evidence(file: &File, requirement: &Requirement) -> Vec<Part> {
    let application = file.application();
    let pieces = application.facts.evidence.iter().filter(|piece| piece.requirement == requirement.id);
    let mut parts: Vec<Part> = pieces
        .map(|piece| {
            let state = state_word(file, Item::new(ItemKind::Evidence, piece.n));
            let date = piece.date.map(|day| format!(", {day}")).unwrap_or_default();
            let title = piece.title.clone().unwrap_or_else(|| "no title".to_owned());
            let url = piece.url.as_ref().map(|url| format!("\n{url}")).unwrap_or_default();
            Part::new("", format!("e{} {state}: {title}{date}{url}", piece.n), Tone::Plain)
        })
        .collect();
    let recording = application.facts.demo.recording.as_ref();
    if let (JudgedBy::Recording, Some(link)) = (&requirement.judged_by, recording) {
        parts.push(Part::new("", format!("recording: {link}"), Tone::Plain));
    }
    if matches!(requirement.judged_by, JudgedBy::Attendance) {
        let groups = &application.facts.working_groups;
        parts.extend(groups.iter().map(|group| {
            let figure = |figure: Option<u32>| figure.map_or_else(|| "?".to_owned(), |n| n.to_string());
            let text =
                format!("{}: {} of {} meetings", group.name, figure(group.attended), figure(group.held));
            Part::new("", text, Tone::Plain)
        }));
    }
    if parts.is_empty() {
        parts.push(Part::new("", elsewhere(file, requirement), Tone::Dim));
    }
    if let Some(first) = parts.first_mut() {
        "Given".clone_into(&mut first.label);
    }
    parts
}

/// What was given, or where to look for it, if it is not among the pieces of evidence.
fn elsewhere(file: &File, requirement: &Requirement) -> String {
    let facts = &file.application().facts;
    match requirement.judged_by {
        JudgedBy::Coverage { .. } => format!("{} features; see Map", facts.features.len()),
        JudgedBy::Points => format!("{} claims; see Points", facts.claims.len()),
        JudgedBy::Headcount | JudgedBy::Credential { .. } => {
            format!("{} named holders; see Heads", facts.holders.len())
        }
        JudgedBy::Membership { .. } => super::applicant::membership(&facts.organisation),
        JudgedBy::LiveDemo { .. } => {
            super::verdict::live_demo(file).unwrap_or_else(|| "no live demo".to_owned())
        }
        JudgedBy::Recording => "no recording".to_owned(),
        JudgedBy::Attendance => "no working group".to_owned(),
        JudgedBy::Linked { .. } => super::applicant::linked(file).unwrap_or_else(|| "no link".to_owned()),
        JudgedBy::Reviewer | JudgedBy::EvidenceCount { .. } => "nothing".to_owned(),
    }
}

/// What is said of an item, in a word.
pub fn state_word(file: &File, item: Item) -> String {
    match file.application().review.checks.get(&item) {
        None => "unchecked".to_owned(),
        Some(Check::Accepted { count: Some(count) }) if item.kind == ItemKind::Claim => {
            let claimed = item::claim(file.application(), item.n).and_then(|claim| claim.count);
            if claimed == Some(*count) { "accepted".to_owned() } else { format!("accepted as {count}") }
        }
        Some(Check::Accepted { .. }) => "accepted".to_owned(),
        Some(Check::Rejected { .. }) => "rejected".to_owned(),
    }
}

fn past(file: &File, requirement: &Requirement) -> Vec<Part> {
    let about = file.loaded.history.iter().filter(|past| past.what.contains(requirement.id.as_str()));
    let mut parts: Vec<Part> = about
        .take(PAST)
        .map(|past| {
            let text = format!("{} {}: {}", past.at.format("%Y-%m-%d %H:%M"), past.actor, past.what);
            Part::new("", text, Tone::Dim)
        })
        .collect();
    if let Some(first) = parts.first_mut() {
        "So far".clone_into(&mut first.label);
    }
    parts
}
