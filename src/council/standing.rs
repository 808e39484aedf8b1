//! Where a meeting and its ballot stand: who is there, whose turn it is, and what is still needed.

use std::fmt;

use super::{
    ballot::{Ballot, BallotState, Position},
    meeting::{Attendance, Meeting},
    rules::{Rule, RuleSet},
    seat::{Seat, SeatNo},
    tally::{self, Base, Mode, Outcome, Quorum, Reading, Split, SplitError, Tally, Threshold},
};

/// The room, in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Voting members.
    pub members: u32,
    /// The quorum and who is present.
    pub quorum: Quorum,
    /// How many may leave before the quorum is lost.
    pub may_leave: u32,
    /// How many must come in until there is a quorum.
    pub missing: u32,
}

/// The room of `meeting` as it is now.
pub fn room(rules: &RuleSet, meeting: &Meeting) -> Room {
    room_of(rules, count(&meeting.members), count(meeting.present()))
}

/// The room for `ballot`: without a meeting nobody comes or goes, and no quorum is needed.
fn room_for(rules: &RuleSet, ballot: &Ballot, split: Split) -> Room {
    if ballot.is_electronic() {
        let quorum = Quorum { needed: 0, present: split.members, met: true };
        return Room { members: split.members, quorum, may_leave: 0, missing: 0 };
    }
    room_of(rules, split.members, split.present)
}

fn room_of(rules: &RuleSet, members: u32, present: u32) -> Room {
    let quorum = tally::quorum(rules, Split { members, present, ..Split::default() });
    Room {
        members,
        quorum,
        may_leave: present.saturating_sub(quorum.needed),
        missing: quorum.needed.saturating_sub(present),
    }
}

/// One seat in the roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollRow<'a> {
    /// The seat.
    pub seat: &'a Seat,
    /// It is in the room; once the ballot is closed, it was there at closing.
    pub present: bool,
    /// What it said.
    pub position: Option<Position>,
    /// It took a position and then left: the position does not count.
    pub left: bool,
    /// What it means that it has no position; `None` where it has one.
    pub silence: Option<Silence>,
    /// It is next: the first in roll order that is present and has said nothing.
    pub turn: bool,
}

/// What it means that a seat has no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It is in the room, and may still take one.
    ToCome,
    /// It was there when the ballot was closed, and had said nothing.
    NoPosition,
    /// It came in after the ballot was opened and takes no part: present, without a position.
    NoPart,
    /// It is not in the room, or was not at closing.
    Absent,
}

/// The roll of `ballot`, or of the members where none is taken.
pub fn roll<'a>(meeting: &'a Meeting, ballot: Option<&'a Ballot>) -> Vec<RollRow<'a>> {
    let Some(ballot) = ballot else {
        let row = |seat: &'a Seat| {
            let present = meeting.is_present(seat.n);
            let silence = Some(if present { Silence::ToCome } else { Silence::Absent });
            RollRow { seat, present, position: None, left: false, silence, turn: false }
        };
        return meeting.members.iter().map(row).collect();
    };
    let present = present_for(meeting, ballot);
    let next = outstanding(ballot, &present).next();
    let row = |seat: &'a Seat| {
        let here = present.contains(&seat.n);
        let position = ballot.positions.get(&seat.n).copied();
        let turn = ballot.is_open() && next == Some(seat.n);
        let silence = match position {
            Some(_) => None,
            None if !here => Some(Silence::Absent),
            None if is_aside(ballot, seat.n) => Some(Silence::NoPart),
            None if ballot.is_open() => Some(Silence::ToCome),
            None => Some(Silence::NoPosition),
        };
        RollRow { seat, present: here, position, left: position.is_some() && !here, silence, turn }
    };
    ballot.roster.iter().map(row).collect()
}

/// The seats of the roster that count for `ballot`: those in the room now, or at closing once it is closed; all of
/// them, where the vote is electronic.
pub fn present_for(meeting: &Meeting, ballot: &Ballot) -> Vec<SeatNo> {
    let seats = ballot.roster.iter().map(|seat| seat.n);
    match &ballot.state {
        _ if ballot.is_electronic() => seats.collect(),
        BallotState::Open => seats.filter(|seat| meeting.is_present(*seat)).collect(),
        BallotState::Closed { present, .. } | BallotState::Declared { present, .. } => {
            seats.filter(|seat| present.contains(seat)).collect()
        }
    }
}

/// The seats that are written down as present when `ballot` ends: none, where the vote is electronic.
pub fn frozen_present(meeting: &Meeting, ballot: &Ballot) -> Vec<SeatNo> {
    if ballot.is_electronic() { Vec::new() } else { present_for(meeting, ballot) }
}

/// How `ballot` splits among those `present`. What a seat said that has left is not counted.
pub fn split(ballot: &Ballot, present: &[SeatNo]) -> Split {
    let here = || ballot.roster.iter().filter(|seat| present.contains(&seat.n));
    let said = |position| count(here().filter(|seat| ballot.positions.get(&seat.n) == Some(&position)));
    Split {
        members: count(&ballot.roster),
        present: count(here()),
        for_: said(Position::For),
        against: said(Position::Against),
        abstain: said(Position::Abstain),
        recused: said(Position::Recused),
    }
}

/// What `ballot` comes to among those `present`, under the reading in force: provisional while it is open, its result
/// at closing. The outcome never needs a ruling. What was pulled comes to no decision, whatever had been said.
pub fn result(rules: &RuleSet, ballot: &Ballot, present: &[SeatNo]) -> Result<Tally, SplitError> {
    result_of(rules, ballot, split(ballot, present))
}

fn result_of(rules: &RuleSet, ballot: &Ballot, split: Split) -> Result<Tally, SplitError> {
    let mode = if ballot.is_electronic() { Mode::Electronic } else { Mode::Meeting };
    let one_base = ballot.is_electronic() || ballot.threshold == Threshold::TwoThirdsOfMembers;
    let in_force = (!one_base).then_some(ballot.reading);
    let mut tally = tally::tally(rules, split, mode, ballot.threshold, in_force)?;
    if ballot.pulled.is_some() {
        tally.readings.iter_mut().for_each(|reading| reading.adopted = None);
        (tally.agree, tally.outcome) = (true, Outcome::NoDecision);
    }
    Ok(tally)
}

/// What the result of `ballot` is taken of: the reading in force, or all members where two thirds of them are needed or
/// the vote is electronic.
pub const fn base(ballot: &Ballot) -> Base {
    match ballot.threshold {
        Threshold::Majority if !ballot.is_electronic() => ballot.reading,
        Threshold::Majority | Threshold::TwoThirdsOfMembers => Base::Members,
    }
}

/// The rule of the council that says how much `ballot` needs.
pub const fn rule<'rules>(rules: &'rules RuleSet, ballot: &Ballot) -> &'rules Rule {
    match ballot.threshold {
        Threshold::Majority if ballot.is_electronic() => &rules.electronic,
        Threshold::Majority => &rules.majority,
        Threshold::TwoThirdsOfMembers => &rules.two_thirds_of_members,
    }
}

/// Where a ballot stands, or how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The room for this ballot.
    pub room: Room,
    /// The split.
    pub split: Split,
    /// The reading in force: the one figure to show.
    pub reading: Reading,
    /// The tally under every reading, for the record; its outcome is that of the reading in force.
    pub tally: Tally,
    /// What is still needed.
    pub prospect: Prospect,
    /// Seats in the room that have said nothing, in roll order.
    pub outstanding: Vec<SeatNo>,
    /// Seats that came in after it was opened and take no part, in roll order: present, without a position.
    pub aside: Vec<SeatNo>,
    /// Seats that came in after it was opened, have said nothing, and were not asked whether they take part.
    pub late: Vec<SeatNo>,
    /// Seats that took a position and then left, in roll order: asked about before closing.
    pub left: Vec<SeatNo>,
}

/// Where `ballot` of `meeting` stands.
pub fn standing(rules: &RuleSet, meeting: &Meeting, ballot: &Ballot) -> Result<Standing, SplitError> {
    let present = present_for(meeting, ballot);
    let split = split(ballot, &present);
    let tally = result_of(rules, ballot, split)?;
    let base = base(ballot);
    Ok(Standing {
        room: room_for(rules, ballot, split),
        split,
        reading: tally.under(base).copied().ok_or(SplitError::UnknownReading(base))?,
        tally,
        prospect: prospect(rules, ballot, &present)?,
        outstanding: outstanding(ballot, &present).collect(),
        aside: silent(ballot, &present).filter(|seat| is_aside(ballot, *seat)).collect(),
        late: late(meeting, ballot, &present),
        left: left(ballot, &present),
    })
}

/// What can still become of a ballot among those present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// Nothing can be decided until so many more come in.
    NoQuorum {
        /// Members missing.
        missing: u32,
    },
    /// The outstanding seats cannot lose it any more.
    Carried,
    /// The outstanding seats cannot carry it any more.
    CannotCarry,
    /// So many more votes for carry it, whatever the other outstanding seats say.
    Needs {
        /// Votes for.
        more: u32,
        /// Seats that have said nothing.
        outstanding: u32,
    },
}

impl fmt::Display for Prospect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoQuorum { missing } => write!(f, "no quorum: {missing} more must come in"),
            Self::Carried => f.write_str("carried"),
            Self::CannotCarry => f.write_str("cannot carry"),
            Self::Needs { more, outstanding } => {
                write!(f, "{more} more for of {outstanding} outstanding")
            }
        }
    }
}

/// What can still become of `ballot` among those `present`.
///
/// For is the best an outstanding seat can say for the motion and against the worst, under every reading; so the
/// fewest votes for that carry it are those that do so with all the others against.
pub fn prospect(rules: &RuleSet, ballot: &Ballot, present: &[SeatNo]) -> Result<Prospect, SplitError> {
    let now = split(ballot, present);
    let room = room_for(rules, ballot, now);
    if !room.quorum.met {
        return Ok(Prospect::NoQuorum { missing: room.missing });
    }
    let outstanding = count(outstanding(ballot, present));
    for more in 0..=outstanding {
        let then = Split {
            for_: now.for_.saturating_add(more),
            against: now.against.saturating_add(outstanding.saturating_sub(more)),
            ..now
        };
        if result_of(rules, ballot, then)?.outcome == Outcome::Adopted {
            return Ok(if more == 0 { Prospect::Carried } else { Prospect::Needs { more, outstanding } });
        }
    }
    Ok(Prospect::CannotCarry)
}

/// The prospect of `ballot` in words, with what loses the quorum where it is decided in a room.
pub fn outlook(ballot: &Ballot, room: &Room, prospect: Prospect) -> String {
    let said = match prospect {
        Prospect::Needs { .. } => format!("needs {prospect}"),
        Prospect::NoQuorum { .. } | Prospect::Carried | Prospect::CannotCarry => prospect.to_string(),
    };
    if ballot.is_electronic() || !room.quorum.met {
        said
    } else {
        format!("{said}; {}", quorum_at_risk(room))
    }
}

/// What is still to be asked before an open ballot is closed: what of the tally was said by those that left and counts
/// for nothing. `None` where nobody did.
pub fn asked_at_close(ballot: &Ballot, standing: &Standing) -> Option<String> {
    let said = match standing.left.len() {
        _ if !ballot.is_open() => return None,
        0 => return None,
        1 => "1 position of one who left".to_owned(),
        n => format!("{n} positions of those who left"),
    };
    Some(format!("{said}, not counted: asked at close"))
}

/// What loses the quorum in a room that has one: `quorum lost if 2 more leave`.
fn quorum_at_risk(room: &Room) -> String {
    match room.may_leave.saturating_add(1) {
        1 => "quorum lost if 1 more leaves".to_owned(),
        n => format!("quorum lost if {n} more leave"),
    }
}

/// Seats that took a position on `ballot` and are not `present` any more, in roll order: what they said does not count.
pub fn left(ballot: &Ballot, present: &[SeatNo]) -> Vec<SeatNo> {
    let left = |seat: &SeatNo| ballot.positions.contains_key(seat) && !present.contains(seat);
    ballot.roster.iter().map(|seat| seat.n).filter(left).collect()
}

/// Whether `seat` is in the room, and came in only after `ballot` was opened. Who was there then, went out and came
/// back takes part as before.
pub fn came_late(meeting: &Meeting, ballot: &Ballot, seat: SeatNo) -> bool {
    let there =
        |stay: &Attendance| stay.since <= ballot.opened && stay.left.is_none_or(|left| left > ballot.opened);
    let mut stays = meeting.attendance.iter().filter(|stay| stay.seat == seat);
    meeting.is_present(seat) && !stays.any(there)
}

fn late(meeting: &Meeting, ballot: &Ballot, present: &[SeatNo]) -> Vec<SeatNo> {
    if !ballot.is_open() || ballot.is_electronic() {
        return Vec::new();
    }
    let unasked = |seat: &SeatNo| !ballot.joined.contains_key(seat) && came_late(meeting, ballot, *seat);
    outstanding(ballot, present).filter(unasked).collect()
}

/// The seats of the roster that are `present` and have said nothing, in roll order; who came late and takes no part
/// is not waited for.
fn outstanding(ballot: &Ballot, present: &[SeatNo]) -> impl Iterator<Item = SeatNo> {
    silent(ballot, present).filter(|seat| !is_aside(ballot, *seat))
}

/// The seats of the roster that are `present` without a position, in roll order.
fn silent(ballot: &Ballot, present: &[SeatNo]) -> impl Iterator<Item = SeatNo> {
    let silent = |seat: &SeatNo| present.contains(seat) && !ballot.positions.contains_key(seat);
    ballot.roster.iter().map(|seat| seat.n).filter(silent)
}

/// Whether `seat` came in after `ballot` was opened, was asked, and takes no part.
fn is_aside(ballot: &Ballot, seat: SeatNo) -> bool {
    ballot.joined.get(&seat) == Some(&false)
}

fn count<T>(people: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(people.into_iter().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
