//! How a requirement is judged, in words.

use super::count;
use crate::rules::{Credential, Extent, JudgedBy, Level};

/// The name of a credential.
pub const fn credential(credential: Credential) -> &'static str {
    match credential {
        Credential::Focp => "Practitioner (FOCP)",
        Credential::Fcp => "Professional (FCP)",
        Credential::FocusAnalyst => "FOCUS Analyst",
        Credential::Engineer => "Engineer",
        Credential::Persona => "persona training",
        Credential::MeetupOrganizer => "MeetUp Organizer",
        Credential::CloudPractitioner => "cloud practitioner",
    }
}

/// How a requirement is judged: by whom, and how.
pub fn judged(by: &JudgedBy) -> (&'static str, String) {
    match by {
        JudgedBy::Reviewer => ("Judged", "by a reviewer; nothing is computed".to_owned()),
        _ => ("Computed", computed(by)),
    }
}

fn computed(by: &JudgedBy) -> String {
    match by {
        JudgedBy::Reviewer => String::new(),
        JudgedBy::Membership { levels } => {
            let levels: Vec<&str> = levels.iter().map(|level: &Level| level.as_str()).collect();
            format!("member of the Linux Foundation, and of the FinOps Foundation ({})", levels.join(", "))
        }
        JudgedBy::Headcount => {
            "certified people against the head-count table, by the size of the parent".to_owned()
        }
        JudgedBy::Credential { credential: which, at_least, named } => {
            let named = if *named { "named, " } else { "" };
            let holders = count(u64::from(*at_least), "holder");
            format!("at least {holders}, {named}of {}", credential(*which))
        }
        JudgedBy::EvidenceCount { at_least, window } => {
            let within = window
                .map(|months| {
                    format!(", dated within {} before the day received", count(months.0.into(), "month"))
                })
                .unwrap_or_default();
            format!("at least {} of evidence{within}", pieces(*at_least))
        }
        JudgedBy::Coverage { extent } => match extent {
            Extent::Specific => "features map to at least one capability",
            Extent::Most => "features map to more than half of the domains and of the capabilities",
            Extent::All => "features map to every domain and capability",
        }
        .to_owned(),
        JudgedBy::Attendance => {
            "one working group, at half of its meetings or more; its contribution a reviewer judges"
                .to_owned()
        }
        JudgedBy::Recording => "a recording is given".to_owned(),
        JudgedBy::LiveDemo { minutes, on_request } => {
            let minutes = minutes.map(|minutes| format!(" of {minutes} minutes")).unwrap_or_default();
            let when = if *on_request { ", if the reviewer asked for one" } else { "" };
            format!("a live demonstration{minutes} was held and passed{when}")
        }
        JudgedBy::Linked { program } => {
            format!("an application or certification as {} goes with it", super::program(*program))
        }
        JudgedBy::Points => "the points table reaches its total and floors".to_owned(),
    }
}

fn pieces(number: u32) -> String {
    if number == 1 { "1 piece".to_owned() } else { format!("{number} pieces") }
}
