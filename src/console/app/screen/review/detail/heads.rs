//! The certified heads in short: whose size, which tier, what is needed and held, and what that is made of.

use super::super::file::File;
use super::{Part, Tone};
use crate::console::app::wording::count;
use crate::review::assessment::HeadcountRow;
use crate::review::credentials::Held;
use crate::review::headcount::Heads;
use crate::rules::{Credential, Provenance};

/// The heads in short.
pub fn of(file: &File, heads: &Heads) -> Vec<Part> {
    let result = &heads.result;
    let whose = if heads.of_parent { "the parent" } else { "the applicant" };
    let (size, tone) = match result.employees {
        Some(people) => (format!("{people} employees"), Tone::Plain),
        None => ("not known".to_owned(), Tone::Warn),
    };
    let mut parts = vec![
        Part::new("Size", format!("{size}, of {whose}: {}", heads.whose), tone),
        Part::new("Tier", tier(heads), Tone::Plain),
    ];
    parts.extend(result.rows.iter().map(needed));
    parts.push(Part::new("Made of", made_of(file, heads), Tone::Plain));
    if let (Some(alone), Some(all)) = (heads.practitioners, heads.count(Credential::Focp))
        && alone < all
    {
        let both = all.saturating_sub(alone);
        let text =
            format!("{both} of the practitioners are professionals too, counted as that alone (assumed)");
        parts.push(Part::new("", text, Tone::Plain));
    }
    parts
}

fn tier(heads: &Heads) -> String {
    let tier = heads.result.tier.clone().unwrap_or_else(|| "cannot be told without the size".to_owned());
    match heads.provenance {
        Some(Provenance::Inferred) => format!("{tier} (the row is inferred)"),
        Some(Provenance::Assumed) => format!("{tier} (the row is assumed)"),
        Some(Provenance::Stated) | None => tier,
    }
}

fn needed(row: &HeadcountRow) -> Part {
    let (end, tone) = match row.short_by() {
        Some(0) => ("enough".to_owned(), Tone::Good),
        Some(short) => (format!("short by {short}"), Tone::Bad),
        None => ("cannot be told".to_owned(), Tone::Warn),
    };
    let required = row.required.map_or_else(|| "not known".to_owned(), |people| people.to_string());
    let counted = row.counted.map_or_else(|| "not given".to_owned(), |people| people.to_string());
    let noun = row.credential.noun();
    let text = format!("{required} {noun}s; held {counted}, {end}");
    Part::new("Needed", text, tone)
}

fn made_of(file: &File, heads: &Heads) -> String {
    let worth = file.edition().headcount.professional_counts;
    let part = |(credential, held): &(Credential, Held)| {
        let worth = worth.filter(|_| *credential == Credential::Fcp);
        let each = worth.map(|worth| format!(" x {worth}")).unwrap_or_default();
        let noun = credential.noun();
        match held {
            Held::NotGiven => format!("no {noun} given"),
            Held::Unread => format!("the figure of {noun}s cannot be read"),
            Held::Bare(people) => format!("{}{each} (claimed, unchecked: no names)", count(*people, noun)),
            Held::Named(_) => format!("{}{each} (named)", count(held.count().unwrap_or_default(), noun)),
        }
    };
    heads.held.iter().map(part).collect::<Vec<_>>().join(" + ")
}
