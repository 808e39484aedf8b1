//! The register: certifications granted, and where each stands on a day.
//!
//! A certification is never rewritten. What it is on a day follows from how it was granted, from its conditions and
//! their clearing, and from the later ballots that suspended or revoked it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    ballot::{Ballot, BallotState},
    condition::{ConditionState, Imposed},
    meeting::MeetingId,
    motion::{InForce, Motion},
    tally::Outcome,
};
use crate::{
    review::Ref,
    rules::{EditionId, Program, ids::words},
};

/// One certification granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Certification {
    /// The application it was granted for.
    #[serde(rename = "ref")]
    pub reference: Ref,
    /// Who holds it.
    pub organisation: String,
    /// What it is.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// First day; where it waits for conditions it does not hold before this day.
    pub from: NaiveDate,
    /// Last day; `None` where none was stated.
    pub until: Option<NaiveDate>,
    /// The meeting that granted it; `None` where an electronic ballot did.
    pub meeting: Option<MeetingId>,
    /// The ballot, as `REF/1`.
    pub ballot: String,
    /// Whether it holds at once, or once its conditions are cleared.
    pub in_force: InForce,
    /// What it was granted under, in order.
    pub conditions: Vec<Imposed>,
    /// What later ballots did to it, in the order they were declared.
    pub curbs: Vec<Curb>,
}

/// From when until when a certification is granted, in words: behind `granted` and `it holds`.
pub fn term(in_force: InForce, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let (first, comma) = match in_force {
        InForce::Now => (format!("from {from}"), ""),
        InForce::WhenCleared => {
            (format!("once its conditions are cleared, from {from} at the earliest"), ",")
        }
    };
    match until {
        Some(until) => format!("{first}{comma} until {until}"),
        None => format!("{first}; no last day was stated"),
    }
}

words!(
    /// What a later ballot does to a certification.
    CurbKind {
        /// It rests.
        Suspended = "suspended",
        /// It is taken back for good.
        Revoked = "revoked",
    }
);

/// A suspension or a revocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Curb {
    /// Which of the two.
    pub kind: CurbKind,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; `None` where it has none. A revocation never has.
    pub until: Option<NaiveDate>,
    /// The ballot, as `REF/2`.
    pub ballot: String,
}

impl Curb {
    /// What `ballot` did to a certification; `day` is that of its meeting. `None` where it did nothing to one.
    pub fn of(ballot: &Ballot, day: NaiveDate) -> Option<Self> {
        let BallotState::Declared { outcome: Outcome::Adopted, at, .. } = &ballot.state else { return None };
        let kind = match ballot.motion {
            Motion::Suspend => CurbKind::Suspended,
            Motion::Revoke => CurbKind::Revoked,
            _ => return None,
        };
        let day = if ballot.meeting.is_some() { day } else { at.date_naive() };
        Some(Self {
            kind,
            from: ballot.terms.from.unwrap_or(day),
            until: ballot.terms.until.filter(|_| kind == CurbKind::Suspended),
            ballot: ballot.id.to_string(),
        })
    }

    /// What it is, from when until when, in words.
    pub fn days(&self) -> String {
        let Self { kind, from, until, .. } = self;
        match (kind, until) {
            (CurbKind::Revoked, _) => format!("revoked from {from}"),
            (CurbKind::Suspended, None) => format!("suspended from {from} without an end"),
            (CurbKind::Suspended, Some(until)) => format!("suspended from {from} until {until}"),
        }
    }
}

words!(
    /// What a certification is on a day.
    State {
        /// It waits for its conditions.
        Waiting = "waiting",
        /// Its first day has not come.
        Upcoming = "upcoming",
        /// It holds.
        InForce = "in-force",
        /// It rests.
        Suspended = "suspended",
        /// Its last day has passed.
        Expired = "expired",
        /// It was taken back for good.
        Revoked = "revoked",
    }
);

/// What a certification is on a day, with the days that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standing {
    /// What it is.
    pub state: State,
    /// The first day of that; `None` where it only waits.
    pub since: Option<NaiveDate>,
    /// The last day of that; `None` where none is known.
    pub until: Option<NaiveDate>,
}

impl Certification {
    /// The first day on which it holds by how it was granted: its first day, but not before the day on which the last of
    /// its conditions was cleared where it waits for them. `None` while one of these is open.
    pub fn begins(&self) -> Option<NaiveDate> {
        match self.in_force {
            InForce::Now => Some(self.from),
            InForce::WhenCleared => self
                .conditions
                .iter()
                .try_fold(self.from, |first, condition| Some(first.max(condition.cleared.as_ref()?.on))),
        }
    }

    /// What it is on `day`. A revocation comes before everything, the last day before a suspension, a suspension before
    /// what it would be without one. Of two suspensions that have begun, the one decided later counts alone.
    pub fn on(&self, day: NaiveDate) -> Standing {
        let begun = |curb: &&Curb| curb.from <= day;
        let revoked = self.curbs.iter().filter(begun).find(|curb| curb.kind == CurbKind::Revoked);
        if let Some(revoked) = revoked {
            return Standing { state: State::Revoked, since: Some(revoked.from), until: None };
        }
        if let Some(last) = self.until.filter(|last| *last < day) {
            return Standing { state: State::Expired, since: last.succ_opt(), until: None };
        }
        let suspended = self.curbs.iter().rfind(begun);
        if let Some(rests) = suspended.filter(|rests| rests.until.is_none_or(|last| day <= last)) {
            return Standing { state: State::Suspended, since: Some(rests.from), until: rests.until };
        }
        match self.begins() {
            None => Standing { state: State::Waiting, since: None, until: None },
            Some(first) if day < first => {
                Standing { state: State::Upcoming, since: None, until: first.pred_opt() }
            }
            Some(first) => {
                let again = suspended.and_then(|rested| rested.until?.succ_opt());
                let since = again.map_or(first, |again| again.max(first));
                Standing { state: State::InForce, since: Some(since), until: self.until }
            }
        }
    }

    /// Whether on `day` it is neither over nor rests: what goes together with it can be granted. One that waits for its
    /// conditions or its first day stands.
    pub fn stands(&self, day: NaiveDate) -> bool {
        let state = self.on(day).state;
        !state.is_over() && state != State::Suspended
    }

    /// The conditions that are not cleared.
    pub fn outstanding(&self) -> impl Iterator<Item = &Imposed> {
        self.conditions.iter().filter(|condition| condition.cleared.is_none())
    }

    /// How many conditions are not cleared, and how many of these have lapsed by `day`; of a certification that is over
    /// none are asked for any more.
    pub fn open_conditions(&self, day: NaiveDate) -> OpenConditions {
        if self.on(day).state.is_over() {
            return OpenConditions::default();
        }
        let count = |some: usize| u32::try_from(some).unwrap_or(u32::MAX);
        let lapsed = |condition: &&Imposed| condition.state(day) == ConditionState::Lapsed;
        OpenConditions {
            open: count(self.outstanding().count()),
            lapsed: count(self.outstanding().filter(lapsed).count()),
        }
    }
}

impl Certification {
    /// What it is and how it stands on `day`, in one line: "platform in force until 2027-11-24; 2 conditions open".
    pub fn summary(&self, day: NaiveDate) -> String {
        let open = self.open_conditions(day).to_string();
        let open = if open.is_empty() { open } else { format!("; {open}") };
        format!("{} {}{open}", self.program, self.on(day))
    }
}

/// Conditions that are not cleared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenConditions {
    /// All of them.
    pub open: u32,
    /// Those whose due date has passed.
    pub lapsed: u32,
}

impl std::fmt::Display for OpenConditions {
    /// "2 conditions open, 1 lapsed"; nothing where none is open.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.open, self.lapsed) {
            (0, _) => Ok(()),
            (1, 0) => f.write_str("1 condition open"),
            (1, _) => f.write_str("1 condition lapsed"),
            (open, 0) => write!(f, "{open} conditions open"),
            (open, lapsed) => write!(f, "{open} conditions open, {lapsed} lapsed"),
        }
    }
}

impl State {
    /// Whether it holds no more and never will again.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Expired | Self::Revoked)
    }
}

impl std::fmt::Display for Standing {
    /// "in force until 2027-11-24", "suspended until 2026-12-31", "revoked on 2026-12-01", "waits for its conditions".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.state, self.since, self.until) {
            (State::Waiting, ..) => f.write_str("waits for its conditions"),
            (State::Upcoming, _, last) => match last.and_then(|last| last.succ_opt()) {
                Some(first) => write!(f, "begins on {first}"),
                None => f.write_str("not begun"),
            },
            (State::InForce, _, None) => f.write_str("in force"),
            (State::InForce, _, Some(last)) => write!(f, "in force until {last}"),
            (State::Suspended, _, None) => f.write_str("suspended without an end"),
            (State::Suspended, _, Some(last)) => write!(f, "suspended until {last}"),
            (State::Expired, Some(since), _) => match since.pred_opt() {
                Some(last) => write!(f, "expired on {last}"),
                None => f.write_str("expired"),
            },
            (State::Expired, None, _) => f.write_str("expired"),
            (State::Revoked, Some(since), _) => write!(f, "revoked on {since}"),
            (State::Revoked, None, _) => f.write_str("revoked"),
        }
    }
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
