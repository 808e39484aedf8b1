//! The register of certifications.

use super::{csv, page::Page};
use crate::council::register::Certification;

/// The register as a page.
pub fn page(certifications: &[Certification]) -> Page {
    let mut page = Page::new("Register of certifications");
    let head = &["Organisation", "Certification", "Edition", "From", "Until", "Granted by"];
    let row = |one: &Certification| {
        vec![
            one.organisation.as_str().into(),
            one.program.title().into(),
            one.edition.as_str().into(),
            one.from.to_string().into(),
            one.until.map_or_else(|| "not stated".to_owned(), |until| until.to_string()).into(),
            granted_by(one).into(),
        ]
    };
    if certifications.is_empty() {
        page.text("No certification has been granted.");
    }
    page.table(head, certifications.iter().map(row).collect());
    page
}

fn granted_by(one: &Certification) -> String {
    match &one.meeting {
        Some(meeting) => format!("ballot {}, meeting {meeting}", one.ballot),
        None => format!("electronic ballot {}", one.ballot),
    }
}

/// The register for spreadsheets.
pub fn table(certifications: &[Certification]) -> String {
    let head = ["ref", "organisation", "program", "edition", "from", "until", "meeting", "ballot"];
    let row = |one: &Certification| {
        [
            one.reference.to_string(),
            one.organisation.clone(),
            one.program.to_string(),
            one.edition.to_string(),
            one.from.to_string(),
            one.until.map(|until| until.to_string()).unwrap_or_default(),
            one.meeting.as_ref().map(ToString::to_string).unwrap_or_default(),
            one.ballot.clone(),
        ]
    };
    csv::table(head, certifications.iter().map(row))
}
