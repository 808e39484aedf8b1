//! A vote without a meeting: until a deadline, all members as the base, no quorum.
//!
//! For whoever shows it or checks it, an electronic ballot is a session of its own: nobody is in a room, everybody on
//! the roster may take a position.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    ballot::{Ballot, BallotId, BallotState},
    meeting::{Meeting, MeetingId, MeetingState},
    membership::Others,
    rules::DEFAULT,
    seat::Seat,
    tally::Base,
    together,
};

/// What the id of such a session begins with; that of its leading ballot follows.
const NAME: &str = "electronic ";

/// The id of the session of the motion led by `lead`.
pub fn session_id(lead: &BallotId) -> MeetingId {
    session_named(&lead.to_string())
}

/// The id of a session whose leading ballot is called `lead`.
pub fn session_named(lead: &str) -> MeetingId {
    MeetingId::new(format!("{NAME}{lead}"))
}

/// The meeting that `ballot` was opened in, or its session where it is electronic.
pub fn session_of(ballot: &Ballot) -> MeetingId {
    ballot.meeting.clone().unwrap_or_else(|| session_id(together::lead(ballot)))
}

/// The leading ballot of the session of this id; `None` for a meeting.
pub fn lead_of(session: &MeetingId) -> Option<BallotId> {
    session.as_str().strip_prefix(NAME)?.parse().ok()
}

/// The session in which an electronic ballot of this id can be opened on `day`, when `members` hold their seats.
pub fn session_to_be(ballot: &BallotId, day: NaiveDate, rules: String, members: Vec<Seat>) -> Meeting {
    Meeting {
        id: session_id(ballot),
        date: day,
        state: MeetingState::Open,
        rules,
        reading: Some(Base::Members),
        called: None,
        adjourned: None,
        members,
        others: Others::default(),
        stand_ins: Vec::new(),
        attendance: Vec::new(),
        corrections: Vec::new(),
        agenda: vec![ballot.application.clone()],
        free: BTreeMap::new(),
        notes: Vec::new(),
        rulings: Vec::new(),
        packets: Vec::new(),
        approval: None,
        amendments: Vec::new(),
        consent: BTreeMap::new(),
        ballots: Vec::new(),
    }
}

/// The session of the electronic `ballots` of one motion; `None` without any.
pub fn session(ballots: Vec<Ballot>) -> Option<Meeting> {
    let first = ballots.first()?;
    let ended = |ballot: &Ballot| match ballot.state {
        BallotState::Declared { at, .. } => Some(at),
        BallotState::Open | BallotState::Closed { .. } => None,
    };
    // While one of them waits, the session goes on.
    let adjourned =
        ballots.iter().map(ended).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
    let rules = first.rules.clone().unwrap_or_else(|| DEFAULT.to_owned());
    Some(Meeting {
        state: if adjourned.is_some() { MeetingState::Adjourned } else { MeetingState::Open },
        called: Some(first.opened),
        adjourned,
        agenda: ballots.iter().map(|ballot| ballot.id.application.clone()).collect(),
        ..session_to_be(together::lead(first), first.as_of, rules, first.roster.clone())
    })
    .map(|session| Meeting { ballots, ..session })
}

/// The seats that have not answered an electronic ballot, in roll order.
pub fn silent(ballot: &Ballot) -> impl Iterator<Item = &Seat> {
    ballot.roster.iter().filter(|seat| !ballot.positions.contains_key(&seat.n))
}
