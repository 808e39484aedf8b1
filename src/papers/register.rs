//! The register of certifications, as it stands on a day.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    csv,
    page::{Line, Page},
};
use crate::council::{
    InForce, motion,
    register::{Certification, Standing},
};

/// A certification with what it is on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry<'a> {
    /// As it was granted, with its conditions and what later ballots did to it.
    #[serde(flatten)]
    pub certification: &'a Certification,
    /// The day.
    pub as_of: NaiveDate,
    /// What it is on that day.
    pub standing: Standing,
    /// The first day on which it holds by how it was granted; null while a condition it waits for is open.
    pub begins: Option<NaiveDate>,
    /// Conditions that are not cleared; none are counted of what is over.
    pub conditions_open: u32,
    /// Those of them whose due date has passed.
    pub conditions_lapsed: u32,
}

/// The register on `day`.
pub fn entries(certifications: &[Certification], day: NaiveDate) -> Vec<Entry<'_>> {
    let entry = |certification| {
        let open = Certification::open_conditions(certification, day);
        Entry {
            certification,
            as_of: day,
            standing: certification.on(day),
            begins: certification.begins(),
            conditions_open: open.open,
            conditions_lapsed: open.lapsed,
        }
    };
    certifications.iter().map(entry).collect()
}

/// The register on `day` as a page: the table, then the conditions that are open.
pub fn page(certifications: &[Certification], day: NaiveDate) -> Page {
    let mut page = Page::new("Register of certifications");
    if certifications.is_empty() {
        page.text("No certification has been granted.");
        return page;
    }
    page.text(format!("As it stands on {day}."));
    let head = &["Organisation", "Certification", "Edition", "Standing", "From", "Until", "Granted by"];
    let row = |one: &Certification| {
        vec![
            one.organisation.as_str().into(),
            one.program.title().into(),
            one.edition.as_str().into(),
            standing(one, day),
            from(one).into(),
            one.until.map_or_else(|| "not stated".to_owned(), |until| until.to_string()).into(),
            granted_by(one).into(),
        ]
    };
    page.table(head, certifications.iter().map(row).collect());
    let running = || certifications.iter().filter(|one| one.open_conditions(day).open > 0);
    if running().next().is_some() {
        page.heading("Conditions that are not cleared");
        page.list(running().flat_map(|one| conditions(one, day)).collect());
    }
    let changed = || certifications.iter().filter(|one| !one.curbs.is_empty());
    if changed().next().is_some() {
        page.heading("Suspended and revoked");
        page.list(changed().flat_map(curbs).collect());
    }
    page
}

fn standing(one: &Certification, day: NaiveDate) -> Line {
    let (standing, open) = (one.on(day).to_string(), one.open_conditions(day).to_string());
    match open.as_str() {
        "" => Line::from(standing),
        open => Line::from(standing).plain("; ").strong(open),
    }
}

/// The first day in force; a certification that waits for its conditions has none yet.
fn from(one: &Certification) -> String {
    match (one.begins(), one.in_force) {
        (Some(first), _) => first.to_string(),
        (None, InForce::WhenCleared | InForce::Now) => "when its conditions are cleared".to_owned(),
    }
}

fn granted_by(one: &Certification) -> String {
    match &one.meeting {
        Some(meeting) => format!("ballot {}, meeting {meeting}", one.ballot),
        None => format!("electronic ballot {}", one.ballot),
    }
}

fn conditions(one: &Certification, day: NaiveDate) -> impl Iterator<Item = Line> {
    one.outstanding().map(move |condition| {
        Line::default()
            .strong(one.organisation.as_str())
            .plain(format!(
                ", {} ({} condition {}): {}; {}{}; ",
                one.program.title(),
                one.ballot,
                condition.n,
                condition.condition.text,
                condition.condition.owner,
                motion::clearer(&condition.condition, "; ")
            ))
            .strong(condition.standing(day))
    })
}

fn curbs(one: &Certification) -> impl Iterator<Item = Line> {
    one.curbs.iter().map(move |curb| {
        let said = format!(", {}: {}, by ballot {}", one.program.title(), curb.days(), curb.ballot);
        Line::default().strong(one.organisation.as_str()).plain(said)
    })
}

/// The register on `day` for spreadsheets.
pub fn table(certifications: &[Certification], day: NaiveDate) -> String {
    let head = [
        "ref",
        "organisation",
        "program",
        "edition",
        "from",
        "until",
        "meeting",
        "ballot",
        "in_force",
        "begins",
        "state",
        "conditions_open",
        "conditions_lapsed",
    ];
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = |one: &Entry<'_>| {
        let certification = one.certification;
        [
            certification.reference.to_string(),
            certification.organisation.clone(),
            certification.program.to_string(),
            certification.edition.to_string(),
            certification.from.to_string(),
            date(certification.until),
            certification.meeting.as_ref().map(ToString::to_string).unwrap_or_default(),
            certification.ballot.clone(),
            certification.in_force.to_string(),
            date(one.begins),
            one.standing.state.to_string(),
            one.conditions_open.to_string(),
            one.conditions_lapsed.to_string(),
        ]
    };
    csv::table(head, entries(certifications, day).iter().map(row))
}
