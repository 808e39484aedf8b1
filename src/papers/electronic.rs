//! A vote without a meeting: until when it was open, whom it asked, who answered when and who did not.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{names::Names, page::Page, words};
use crate::{
    council::{Ballot, BallotState, Seat, SeatNo, electronic, together},
    record::Sitting,
};

/// How a vote without a meeting went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Electronic {
    /// The leading ballot.
    pub ballot: String,
    /// When it was opened, in UTC.
    pub opened: String,
    /// When it ends at the latest, in UTC.
    pub deadline: String,
    /// Voting members asked: all of them are what the majority is taken of.
    pub members: u32,
    /// Who answered, by seat.
    pub answered: Vec<Answer>,
    /// Who did not.
    pub silent: Vec<String>,
    /// How it came to its end.
    pub ended: String,
    /// It was pulled into a meeting, which ended it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pulled: bool,
    /// When it was declared, in UTC.
    pub declared: Option<String>,
}

/// A member who answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The seat.
    pub seat: SeatNo,
    /// Who held it.
    pub holder: String,
    /// When the position was taken that counts, in UTC.
    pub at: Option<String>,
}

/// How the vote went that `ballot` is part of; `None` where it was taken in a meeting.
pub(super) fn electronic(sitting: &Sitting, ballot: &Ballot, names: &Names) -> Option<Electronic> {
    let deadline = ballot.deadline.filter(|_| ballot.is_electronic())?;
    let silent: Vec<String> = electronic::silent(ballot).map(|seat| seat.holder.clone()).collect();
    let answer = |seat: &Seat| Answer {
        seat: seat.n,
        holder: seat.holder.clone(),
        at: sitting.answered(ballot, seat.n).map(words::moment),
    };
    let answered = ballot.roster.iter().filter(|seat| ballot.positions.contains_key(&seat.n));
    let declared = match ballot.state {
        BallotState::Declared { at: declared, .. } => Some(words::moment(declared)),
        BallotState::Open | BallotState::Closed { .. } => None,
    };
    Some(Electronic {
        ballot: names.ballot(together::lead(ballot)),
        opened: words::moment(ballot.opened),
        deadline: words::moment(deadline),
        members: u32::try_from(ballot.roster.len()).unwrap_or(u32::MAX),
        answered: answered.map(answer).collect(),
        ended: ended(ballot, deadline, silent.is_empty()),
        pulled: ballot.pulled.is_some(),
        silent,
        declared,
    })
}

fn ended(ballot: &Ballot, deadline: DateTime<Utc>, all_answered: bool) -> String {
    let (BallotState::Closed { at: closed, .. } | BallotState::Declared { closed, .. }) = &ballot.state
    else {
        return "it is still open".to_owned();
    };
    let why = if ballot.pulled.is_some() {
        "pulled into a meeting"
    } else if *closed >= deadline {
        "the deadline had passed"
    } else if all_answered {
        "everyone had answered"
    } else {
        "nothing could change the result any more"
    };
    format!("closed {}: {why}", words::moment(*closed))
}

impl Electronic {
    pub(super) fn write(&self, page: &mut Page) {
        let of = |n: usize, names: Vec<String>| {
            let names = if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
            format!("{n} of {}: {names}", self.members)
        };
        let answer = |one: &Answer| match &one.at {
            Some(at) => format!("{} ({at})", one.holder),
            None => one.holder.clone(),
        };
        let answered = self.answered.iter().map(answer).collect();
        let members = words::count(self.members, "voting member", "voting members");
        page.heading("Without a meeting");
        page.facts(vec![
            ("Open", format!("from {} until {} at the latest", self.opened, self.deadline).into()),
            ("Ended", self.ended.as_str().into()),
            ("Declared", self.declared.as_deref().unwrap_or_default().into()),
            ("Base", format!("all {members}, as they were when it was opened; no quorum is needed").into()),
            ("Answered", of(self.answered.len(), answered).into()),
            ("Did not answer", of(self.silent.len(), self.silent.clone()).into()),
        ]);
        page.text("Who does not answer counts among the members, and for nothing else.");
    }
}
