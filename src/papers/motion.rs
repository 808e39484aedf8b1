//! What was moved, with its terms and by whom; and the positions that were replaced before the ballot closed.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Audience, words};
use crate::council::{
    Ballot, InForce, PositionChange, Seat, SeatNo, Terms, ballot,
    motion::{said, sentence, with_terms},
};

/// What was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Moved {
    /// The motion in a sentence.
    pub sentence: String,
    /// Its terms, each in few words; in public papers without the texts of conditions, information and questions.
    pub terms: Vec<String>,
    /// Who moved it.
    pub mover: Option<String>,
    /// Who seconded it.
    pub seconder: Option<String>,
    /// The leading ballot of the motion that this one was put together with.
    pub with: Option<String>,
    /// The ballot that it takes up again.
    pub again: Option<String>,
    /// When an electronic ballot ended at the latest.
    pub deadline: Option<String>,
    /// Why it was taken out of the motion it was part of; the reason not in public papers.
    pub pulled: Option<String>,
    /// Positions that were replaced or taken back, in order.
    pub changes: Vec<Replaced>,
}

/// A position that was replaced or taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Replaced {
    /// Which seat.
    pub seat: SeatNo,
    /// Who holds it.
    pub holder: String,
    /// What happened, in words.
    pub what: String,
}

/// What `ballot` was about, for a paper of `day`.
pub(super) fn moved(ballot: &Ballot, day: NaiveDate, audience: Audience) -> Moved {
    let holder = |seat: SeatNo| {
        let held = ballot.roster.iter().find(|one| one.n == seat);
        held.map_or_else(|| format!("seat {seat}"), Seat::who)
    };
    let again = ballot.again.as_ref().map(ToString::to_string);
    let replaced = |change: &PositionChange| Replaced {
        seat: change.seat,
        holder: holder(change.seat),
        what: what(change, day),
    };
    let pulled = ballot.pulled.as_ref().map(|pulled| {
        let because = pulled.because.as_ref().filter(|_| audience == Audience::Internal);
        let because = because.map(|because| format!(": {because}")).unwrap_or_default();
        let into = if ballot.is_electronic() { "into a meeting" } else { "to a vote of its own" };
        format!("pulled {into} by {}{because}", holder(pulled.by))
    });
    Moved {
        sentence: sentence(ballot.motion, &ballot.organisation, ballot.program),
        terms: terms(&ballot.terms, audience),
        mover: ballot.mover.map(holder),
        seconder: ballot.seconder.map(holder),
        with: ballot.with.as_ref().map(ToString::to_string),
        again,
        deadline: ballot.deadline.map(|at| format!("{} UTC", words::time(at, day))),
        pulled,
        changes: ballot.changes.iter().map(replaced).collect(),
    }
}

/// The terms for `audience`. What a condition, an information or a question says shows what was found wanting.
fn terms(terms: &Terms, audience: Audience) -> Vec<String> {
    if audience == Audience::Internal {
        return said(terms);
    }
    let open = Terms { conditions: Vec::new(), information: None, question: None, ..terms.clone() };
    let mut shown = said(&open);
    let conditions = u32::try_from(terms.conditions.len()).unwrap_or(u32::MAX);
    if conditions > 0 && terms.in_force == InForce::Now {
        shown.push(format!("under {}", words::count(conditions, "condition", "conditions")));
    }
    shown
}

fn what(change: &PositionChange, day: NaiveDate) -> String {
    let why = ballot::why(change.why);
    let at = words::time(change.at, day);
    match change.now {
        Some(now) => format!("{} at first, then {now}, {why} ({at})", change.was),
        None => format!("{} at first, then taken back, {why} ({at})", change.was),
    }
}

impl Moved {
    /// What stands behind the motion's word, in one line.
    pub(super) fn line(&self) -> String {
        with_terms(&self.sentence, &self.terms)
    }

    /// Who moved and seconded it.
    pub(super) fn movers(&self) -> String {
        let mover = self.mover.as_ref().map(|name| format!("moved by {name}"));
        let seconder = self.seconder.as_ref().map(|name| format!("seconded by {name}"));
        mover.into_iter().chain(seconder).collect::<Vec<_>>().join(", ")
    }

    /// What it goes together with.
    pub(super) fn together(&self) -> String {
        let with = self.with.as_ref().map(|lead| format!("put as one motion with ballot {lead}"));
        let again = self.again.as_ref().map(|earlier| format!("takes up ballot {earlier} again"));
        with.into_iter().chain(again).chain(self.pulled.clone()).collect::<Vec<_>>().join("; ")
    }

    /// Positions that were replaced, each in a line.
    pub(super) fn replaced(&self) -> Vec<String> {
        self.changes.iter().map(|one| format!("{}: {}", one.holder, one.what)).collect()
    }
}
