//! What a majority is taken of, and who says so: the council's rules, or a ruling of the chair.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    council::{Ballot, Base, Matter, RuleSet, Ruled, Ruling, rules::Rule, ruling::in_force_at, standing},
    papers::{Audience, Books, words},
    record::Sitting,
    rules::Provenance,
};

/// The reading that was fixed at the call to order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct InForce {
    /// What a majority is taken of.
    pub base: Base,
    /// What that means.
    pub text: String,
    /// Whether a ruling replaced the reading that the rules name.
    pub ruled: bool,
    /// How it came into force.
    pub how: String,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it was read.
    pub source: String,
    /// The numbers of the rulings of the meeting that put another in its place for later ballots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<u32>,
}

/// The reading with which the meeting was called to order, and the rulings that changed it.
pub(super) fn at_call(sitting: &Sitting, books: &Books, audience: Audience) -> Option<InForce> {
    let rules = &books.council.rules;
    let base = sitting.meeting.reading_at_call()?;
    let known = rules.readings.iter().find(|reading| reading.base == base)?;
    let another = base != rules.default_reading;
    let called = sitting.meeting.called;
    let ruling = sitting
        .rulings
        .iter()
        .rfind(|one| called.is_some_and(|called| one.at < called) && one.now == Ruled::Reading(base));
    let changed = sitting.meeting.readings_ruled();
    let default = rules.default_reading.words();
    let how = match ruling {
        Some(ruling) if another => {
            format!("by {}: {}; in the place of {default}", cited(ruling), ruling.because)
        }
        _ if another => {
            let called = sitting.called.as_ref().filter(|_| audience == Audience::Internal);
            let by = called.map(|done| format!(" by {}", words::who(done)));
            format!("ruled at the call to order{}, in the place of {default}", by.unwrap_or_default())
        }
        _ if changed.is_empty() => {
            "fixed at the call to order; it is the one the rules name, and no ruling put another in its place"
                .to_owned()
        }
        _ => "fixed at the call to order; it is the one the rules name".to_owned(),
    };
    let (text, source) = (known.text.clone(), known.source.clone());
    Some(InForce { base, text, ruled: another, how, provenance: known.provenance, source, changed })
}

impl InForce {
    /// That rulings changed it, and which; nothing where none did.
    pub(super) fn changes(&self) -> String {
        let rulings: Vec<String> = self.changed.iter().map(u32::to_string).collect();
        match rulings.as_slice() {
            [] => String::new(),
            [one] => format!(". Changed once in the meeting: see ruling {one} below"),
            many => format!(
                ". Changed {} times in the meeting: see rulings {} below",
                many.len(),
                many.join(", ")
            ),
        }
    }
}

/// How much `ballot` needs, of whom, and who says so: the council's rules, or the ruling that was in force at `moment`;
/// now, where none is given.
pub(in crate::papers) fn needed(
    rules: &RuleSet,
    rulings: &[Ruling],
    ballot: &Ballot,
    moment: Option<DateTime<Utc>>,
) -> String {
    let fixed = standing::base(ballot) == Base::Members;
    let Rule { share, provenance, source } = standing::rule(rules, ballot);
    let (share, base) = (words::share(*share), ballot.reading);
    let before = in_force_at(rulings, Matter::Reading, moment);
    let ruling = before.filter(|one| !fixed && one.now == Ruled::Reading(base));
    if fixed || base == rules.default_reading {
        let again = ruling.map(|one| format!("; so again by {}", cited(one))).unwrap_or_default();
        return format!("{share} ({provenance}: {source}{again})");
    }
    let by = ruling.map_or_else(|| "fixed at the call to order".to_owned(), cited);
    format!("{share} of {} ({by}; in the place of {source})", base.words())
}

/// A ruling as it is cited: `ruling 1 by Amara Thornwick of 2026-11-23`.
pub(in crate::papers) fn cited(ruling: &Ruling) -> String {
    format!("ruling {} by {} of {}", ruling.n, ruling.chair, ruling.at.date_naive())
}
