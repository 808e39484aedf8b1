//! How a requirement is judged, in a sentence.

use crate::rules::{Credential, Extent, JudgedBy, Level};

/// How a requirement is judged, in a sentence.
pub fn how(judged_by: &JudgedBy) -> String {
    match judged_by {
        JudgedBy::Reviewer => "A reviewer says so; it is never computed.".to_owned(),
        JudgedBy::Membership { levels } => {
            let levels: Vec<&str> = levels.iter().copied().map(Level::as_str).collect();
            let levels = levels.join(", ");
            format!("Member of the Linux Foundation, and of the FinOps Foundation at one of: {levels}.")
        }
        JudgedBy::Headcount => {
            "Certified people against the tier of the parent organisation's employees; see Heads.".to_owned()
        }
        JudgedBy::Credential { credential, at_least, named } => {
            let named = if *named { ", named" } else { "" };
            format!("At least {at_least} valid holders of {}{named}.", credential_word(*credential))
        }
        JudgedBy::EvidenceCount { at_least, window } => {
            let window = window
                .map(|months| format!(", dated within the {} months before the day received or later", months.0));
            format!("At least {at_least} pieces of evidence{}.", window.unwrap_or_default())
        }
        JudgedBy::Coverage { extent } => match extent {
            Extent::Specific => "Features map to at least one capability; see Map.".to_owned(),
            Extent::Most => {
                "Features map to more than half of the domains and more than half of the capabilities; see Map."
                    .to_owned()
            }
            Extent::All => "Features map to all domains and all capabilities; see Map.".to_owned(),
        },
        JudgedBy::Attendance => {
            "One working group attended at half of its meetings or more; taking on work and helping the lead are \
             for the reviewer to see."
                .to_owned()
        }
        JudgedBy::Recording => "A recorded demonstration is given.".to_owned(),
        JudgedBy::LiveDemo { minutes, on_request } => {
            let minutes = minutes.map(|minutes| format!(" of at least {minutes} minutes")).unwrap_or_default();
            let asked = if *on_request { ", only if the reviewers ask for one" } else { "" };
            format!("A live demonstration{minutes} was held and passed{asked}; see Demo.")
        }
        JudgedBy::Linked { program } => format!("A linked application or certification: {}.", program.title()),
        JudgedBy::Points => "The points reach the total and every floor; see Points.".to_owned(),
    }
}

/// A credential as people call it.
pub const fn credential_word(credential: Credential) -> &'static str {
    match credential {
        Credential::Focp => "Practitioner",
        Credential::Fcp => "Professional",
        Credential::FocusAnalyst => "FOCUS Analyst",
        Credential::Engineer => "Engineer",
        Credential::Persona => "Persona training",
        Credential::MeetupOrganizer => "MeetUp Organizer",
        Credential::CloudPractitioner => "Cloud practitioner",
    }
}
