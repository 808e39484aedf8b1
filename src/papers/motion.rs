//! What was moved, with its terms and by whom; and the positions that were replaced before the ballot closed.

use chrono::NaiveDate;
use serde::Serialize;

use super::{names::Names, words};
use crate::{
    council::{
        Ballot, InForce, PositionChange, Seat, SeatNo, Terms, ballot,
        motion::{WHEN_CLEARED, said, sentence, with_terms},
    },
    record::Opening,
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
    /// That this one was electronic, or pulled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again_was: Option<String>,
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

/// What `ballot` was about, for a paper of `day`; `opening` is what it was opened on.
pub(super) fn moved(ballot: &Ballot, opening: Option<&Opening>, day: NaiveDate, names: &Names) -> Moved {
    let holder = |seat: SeatNo| {
        let held = ballot.roster.iter().find(|one| one.n == seat);
        held.map_or_else(|| format!("seat {seat}"), Seat::who)
    };
    let mut earlier = opening.into_iter().flat_map(|opening| &opening.earlier);
    let earlier = earlier.find(|one| ballot.again.as_ref() == Some(&one.id));
    let replaced = |change: &PositionChange| Replaced {
        seat: change.seat,
        holder: holder(change.seat),
        what: what(change, &words::voted(change.at, ballot, day)),
    };
    let pulled = ballot.pulled.as_ref().map(|pulled| {
        let because = pulled.because.as_ref().filter(|_| names.is_internal());
        let because = because.map(|because| format!(": {because}")).unwrap_or_default();
        format!("pulled {} by {}{because}", pulled_to(ballot), holder(pulled.by))
    });
    Moved {
        sentence: sentence(ballot.motion, &ballot.organisation, ballot.program),
        terms: terms(&ballot.terms, names),
        mover: ballot.mover.map(holder),
        seconder: ballot.seconder.map(holder),
        with: ballot.with.as_ref().map(|lead| names.ballot(lead)),
        again: ballot.again.as_ref().map(|id| names.ballot(id)),
        again_was: earlier.and_then(what_it_was),
        deadline: ballot.deadline.map(words::moment),
        pulled,
        changes: ballot.changes.iter().map(replaced).collect(),
    }
}

fn pulled_to(ballot: &Ballot) -> &'static str {
    if ballot.is_electronic() { "into a meeting" } else { "to a vote of its own" }
}

/// How a ballot that is taken up again was put, where that is not as usual.
fn what_it_was(earlier: &Ballot) -> Option<String> {
    match (earlier.is_electronic(), &earlier.pulled) {
        (true, Some(_)) => Some(format!("electronic and was pulled {}", pulled_to(earlier))),
        (false, Some(_)) => Some(format!("pulled {}", pulled_to(earlier))),
        (true, None) => Some("electronic".to_owned()),
        (false, None) => None,
    }
}

/// The terms as the paper has them. What a condition, an information or a question says shows what was found wanting,
/// so that in public there are but days.
fn terms(terms: &Terms, names: &Names) -> Vec<String> {
    if names.is_internal() {
        return said(terms);
    }
    let certification = None;
    let open =
        Terms { conditions: Vec::new(), information: None, question: None, certification, ..terms.clone() };
    let mut shown = said(&open);
    shown.extend(conditions(terms));
    shown.retain(|term| terms.conditions.is_empty() || term != WHEN_CLEARED);
    let granted_by = terms.certification.as_ref();
    shown.extend(
        granted_by.map(|ballot| format!("the certification granted by ballot {}", names.ballot(ballot))),
    );
    shown
}

/// How many conditions there are, and when each is due.
fn conditions(terms: &Terms) -> Option<String> {
    let number = u32::try_from(terms.conditions.len()).unwrap_or(u32::MAX);
    let due: Vec<String> = terms.conditions.iter().map(|one| one.due.to_string()).collect();
    let number = words::count(number, "condition", "conditions");
    let number = match terms.in_force {
        InForce::Now => format!("in force at once, under {number}"),
        InForce::WhenCleared if due.len() == 1 => format!("in force once {number} is cleared"),
        InForce::WhenCleared => format!("in force once {number} are cleared"),
    };
    (!due.is_empty()).then(|| format!("{number}, due {}", due.join(", ")))
}

fn what(change: &PositionChange, at: &str) -> String {
    let why = ballot::why(change.why);
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
        let was = self.again_was.as_ref().map(|was| format!(", which was {was}")).unwrap_or_default();
        let again = self.again.as_ref().map(|earlier| format!("takes up ballot {earlier} again{was}"));
        with.into_iter().chain(again).chain(self.pulled.clone()).collect::<Vec<_>>().join("; ")
    }

    /// Positions that were replaced, each in a line.
    pub(super) fn replaced(&self) -> Vec<String> {
        self.changes.iter().map(|one| format!("{}: {}", one.holder, one.what)).collect()
    }
}
