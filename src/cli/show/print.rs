//! An application for people.

use chrono::NaiveDate;

use super::{CliError, Held, Note, Shown, Taken, evidence, out};
use crate::{
    review::{
        Finding,
        application::{DemoReview, set_aside},
        facts::Organisation,
    },
    rules::RequirementId,
};

/// Writes an application.
pub(super) fn shown(shown: &Shown, today: NaiveDate) -> Result<(), CliError> {
    out::line(&format!("{}  {}", shown.r#ref, shown.organisation))?;
    let rows = standing(shown, today)
        .into_iter()
        .chain(organisation(&shown.facts.organisation))
        .chain(people(shown));
    let rows: Vec<[String; 2]> =
        rows.filter(|(_, text)| !text.is_empty()).map(|(name, text)| [name.to_owned(), text]).collect();
    out::table(&rows)?;
    out::list("findings", shown.findings.iter().map(|found| finding(found, shown)))?;
    if !shown.items.is_empty() {
        out::line("")?;
        out::line("put forward")?;
        evidence::print(&shown.items)?;
    }
    out::list("remarks", shown.remarks.iter().map(|one| format!("{}: {}", one.field, one.text)))?;
    let sent = shown.submissions.iter().map(|one| format!("{}  {}", one.n, one.received));
    out::list("submissions", sent)?;
    out::list("ballots", shown.ballots.iter().map(ballot))?;
    out::list("certifications", shown.certifications.iter().flat_map(held))?;
    out::list("notes", shown.notes.iter().flat_map(note))
}

fn standing(shown: &Shown, today: NaiveDate) -> Vec<(&'static str, String)> {
    let parked = shown.parked.map(|day| format!(", {}", set_aside(day, today))).unwrap_or_default();
    let presented = shown.presented.as_ref();
    vec![
        ("program", format!("{} ({}), edition {}", shown.program, shown.kind, shown.edition)),
        ("received", shown.received.to_string()),
        ("stage", format!("{} since {}{parked}", shown.stage, shown.since)),
        ("presented", presented.map(|one| format!("by {}: {}", one.by, one.because)).unwrap_or_default()),
        ("council", shown.pending.clone().unwrap_or_default()),
        ("assigned", shown.assignee.clone().unwrap_or_else(|| "nobody".to_owned())),
        ("due", day(shown.due)),
        ("demo", demo(&shown.demo)),
    ]
}

fn organisation(one: &Organisation) -> Vec<(&'static str, String)> {
    let people = |employees: Option<u64>| {
        employees.map_or_else(|| "size not known".to_owned(), |people| format!("{people} employees"))
    };
    let parent = one.parent.as_ref();
    let membership = &one.membership;
    let linux = membership.linux_foundation.map(|is| format!("Linux Foundation: {}", yes(is)));
    let finops = membership.finops_foundation.map(|level| format!("FinOps Foundation: {level}"));
    vec![
        ("size", people(one.employees)),
        ("parent", parent.map(|one| format!("{}, {}", one.name, people(one.employees))).unwrap_or_default()),
        ("website", one.website.clone().unwrap_or_default()),
        ("member", [linux, finops].into_iter().flatten().collect::<Vec<_>>().join("; ")),
    ]
}

fn people(shown: &Shown) -> Vec<(&'static str, String)> {
    let facts = &shown.facts;
    let contact: Vec<&str> =
        [&facts.contact.name, &facts.contact.email].into_iter().flatten().map(String::as_str).collect();
    let credentials = facts.credentials.iter().map(|(credential, count)| {
        let count = count.map_or_else(|| "?".to_owned(), |count| count.to_string());
        format!("{count} {credential}")
    });
    let linked: Vec<&str> = facts.linked.iter().map(crate::review::Ref::as_str).collect();
    let recording = facts.demo.recording.clone().unwrap_or_default();
    vec![
        ("contact", contact.join(", ")),
        ("practising", facts.practising_since.map(|day| format!("since {day}")).unwrap_or_default()),
        ("figures", credentials.collect::<Vec<_>>().join(", ")),
        ("recording", recording),
        ("linked", linked.join(", ")),
        ("note", facts.note.clone().unwrap_or_default()),
    ]
}

fn yes(is: bool) -> &'static str {
    if is { "member" } else { "no member" }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn demo(demo: &DemoReview) -> String {
    let asked = demo.asked.then(|| "asked for".to_owned());
    let planned = demo.planned.map(|day| format!("planned for {day}"));
    let held = demo.held.as_ref().map(|held| {
        let minutes = held.minutes.map(|minutes| format!(", {minutes} minutes")).unwrap_or_default();
        let passed = match held.passed {
            Some(true) => ", passed",
            Some(false) => ", not passed",
            None => "",
        };
        format!("held {}{minutes}{passed}", day(held.date))
    });
    [asked, planned, held].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn finding((requirement, finding): (&RequirementId, &Finding), shown: &Shown) -> String {
    let until = finding.until.map(|day| format!(" until {day}")).unwrap_or_default();
    let because = finding.justification.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
    let told = finding.text.as_ref().map(|text| format!(" (told: {text})")).unwrap_or_default();
    let asked = shown.unjustified.get(requirement).map(|said| format!(" ! {said}")).unwrap_or_default();
    format!("{requirement}  {}{until}{because}{told}{asked}", finding.status)
}

fn ballot(one: &Taken) -> String {
    let outcome = one.outcome.map_or_else(|| "not declared".to_owned(), |outcome| outcome.to_string());
    let effect = one.effect.as_ref().map(|effect| format!(", {effect}")).unwrap_or_default();
    match &one.meeting {
        Some(meeting) => format!("{}  to {}, meeting {meeting}: {outcome}{effect}", one.ballot, one.motion),
        None => format!("{}  to {}, electronic: {outcome}{effect}", one.ballot, one.motion),
    }
}

/// A certification with its conditions, line by line.
fn held(one: &Held) -> Vec<String> {
    let conditions = one.certification.conditions.iter().map(|condition| {
        let (text, owner) = (&condition.condition.text, &condition.condition.owner);
        let cleared = condition.cleared.as_ref();
        let stands = match cleared {
            Some(cleared) => format!("cleared on {} by {}: {}", cleared.on, cleared.by, cleared.evidence),
            None => format!("open, due {}", condition.condition.due),
        };
        format!("   condition {}: {text}; {owner}; {stands}", condition.n)
    });
    let first = format!("{}  {}", one.certification.ballot, one.summary);
    std::iter::once(first).chain(conditions).collect()
}

/// A note, line by line.
fn note(note: &Note) -> Vec<String> {
    let text = note.text.as_deref().unwrap_or("(taken back)");
    let first = format!("{}  {}, {}", note.n, note.actor, note.at);
    std::iter::once(first).chain(text.lines().map(|line| format!("   {line}"))).collect()
}
