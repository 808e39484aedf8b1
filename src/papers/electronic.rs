//! A vote without a meeting: until when it was open, whom it asked, who answered and who did not.

use serde::Serialize;

use super::{page::Page, words};
use crate::council::{Ballot, BallotState, electronic};

/// How a vote without a meeting went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Electronic {
    /// When it was opened, in UTC.
    pub opened: String,
    /// When it ends at the latest, in UTC.
    pub deadline: String,
    /// Voting members asked: all of them are what the majority is taken of.
    pub members: u32,
    /// Who answered, by seat.
    pub answered: Vec<String>,
    /// Who did not.
    pub silent: Vec<String>,
    /// How it came to its end.
    pub ended: String,
}

/// How `ballot` went; `None` where it was taken in a meeting.
pub(super) fn electronic(ballot: &Ballot) -> Option<Electronic> {
    let deadline = ballot.deadline.filter(|_| ballot.is_electronic())?;
    let at = |at| format!("{} UTC", words::time(at, ballot.as_of));
    let silent: Vec<String> = electronic::silent(ballot).map(|seat| seat.holder.clone()).collect();
    let answered = ballot.roster.iter().filter(|seat| ballot.positions.contains_key(&seat.n));
    let ended = match &ballot.state {
        BallotState::Open => "it is still open".to_owned(),
        BallotState::Closed { at: closed, .. } | BallotState::Declared { closed, .. } => {
            let why = if ballot.pulled.is_some() {
                "pulled"
            } else if *closed >= deadline {
                "the deadline had passed"
            } else if silent.is_empty() {
                "everyone had answered"
            } else {
                "nothing could change the result any more"
            };
            format!("closed {}: {why}", at(*closed))
        }
    };
    Some(Electronic {
        opened: at(ballot.opened),
        deadline: at(deadline),
        members: u32::try_from(ballot.roster.len()).unwrap_or(u32::MAX),
        answered: answered.map(|seat| seat.holder.clone()).collect(),
        silent,
        ended,
    })
}

impl Electronic {
    pub(super) fn write(&self, page: &mut Page) {
        let names = |those: &[String]| {
            let names = if those.is_empty() { "nobody".to_owned() } else { those.join(", ") };
            format!("{} of {}: {names}", those.len(), self.members)
        };
        let members = words::count(self.members, "voting member", "voting members");
        page.heading("Without a meeting");
        page.facts(vec![
            ("Open", format!("from {} until {}", self.opened, self.deadline).into()),
            ("Ended", self.ended.as_str().into()),
            ("Base", format!("all {members}, as they were when it was opened; no quorum is needed").into()),
            ("Answered", names(&self.answered).into()),
            ("Did not answer", names(&self.silent).into()),
        ]);
        page.text("Who does not answer counts among the members, and for nothing else.");
    }
}
