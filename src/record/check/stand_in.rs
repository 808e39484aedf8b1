//! Stand-ins: who takes a member's place in a meeting.

use super::{
    case::{Case, says_something},
    refusal::{Refusal, fresh},
};
use crate::{
    council::{Meeting, MeetingId, MeetingState, SeatNo, StandIn, conflict::same_person, order, ruling},
    record::describe::or_none,
};

pub(super) fn stood_in(
    case: &Case,
    id: &MeetingId,
    was: Option<&StandIn>,
    now: Option<&StandIn>,
) -> Result<(), Refusal> {
    let meeting = case.meeting(id)?;
    let Some(seat) = now.or(was).map(|one| one.seat) else {
        return Err(Refusal::invalid("no stand-in before and none after", "name one"));
    };
    if was.zip(now).is_some_and(|(was, now)| was.seat != now.seat) {
        return Err(Refusal::invalid("a stand-in of another seat", "name one seat"));
    }
    if meeting.state == MeetingState::Adjourned {
        let (meeting, state) = (id.clone(), meeting.state);
        return Err(order::Refusal::NotInSession { meeting, state }.into());
    }
    if let Some(ballot) = meeting.open_ballot() {
        return Err(Refusal::not_allowed(
            format!("ballot {} is not declared", ballot.id),
            "change who stands in before or after it",
        ));
    }
    let is = meeting.stand_ins.iter().find(|one| one.seat == seat);
    fresh(format!("the stand-in on seat {seat}"), &was, &is, |one| or_none(one.map(|one| &one.name)))?;
    out_of_the_room(meeting, seat)?;
    match now {
        None if sat(meeting, seat) => Err(Refusal::not_allowed(
            format!("the stand-in on seat {seat} has been in the room"),
            "let the holder take the seat back, so that the stand-in stays in the record",
        )),
        None => Ok(()),
        Some(now) if now.sits() => {
            may_follow(meeting, was, now)?;
            may_stand_in(meeting, now)?;
            may_vote(case, now)
        }
        Some(now) => match was {
            Some(was)
                if now.back.is_some_and(|back| back > case.act.at)
                    || (StandIn { back: None, ..now.clone() }) != *was =>
            {
                Err(Refusal::invalid("a seat that is taken back changes nothing else", "take it back now"))
            }
            Some(_) => Ok(()),
            None => Err(Refusal::invalid(format!("nobody stands in on seat {seat}"), "name somebody first")),
        },
    }
}

/// A seat has one stand-in a meeting: once there, they can be named again, with the vote that is ruled by then, as long
/// as the holder has not sat in between.
fn may_follow(meeting: &Meeting, was: Option<&StandIn>, now: &StandIn) -> Result<(), Refusal> {
    let Some(was) = was.filter(|was| sat(meeting, was.seat)) else { return Ok(()) };
    let seat = was.seat;
    if !was.is_again(now) {
        return Err(Refusal::not_allowed(
            format!("{} of {} has been in the room on seat {seat}", was.name, was.employer),
            "a seat has one stand-in a meeting: name the same one again, or let the holder come in",
        ));
    }
    if meeting.attendance.iter().any(|stay| stay.seat == seat && !was.sat(stay.since)) {
        return Err(Refusal::not_allowed(
            format!("the holder of seat {seat} has been in the room after {}", was.name),
            "a seat that its holder took again stays the holder's in this meeting",
        ));
    }
    Ok(())
}

/// Nobody is exchanged for somebody else while they are in the room.
fn out_of_the_room(meeting: &Meeting, seat: SeatNo) -> Result<(), Refusal> {
    match meeting.stay(seat) {
        None => Ok(()),
        Some(_) => Err(Refusal::not_allowed(
            format!("whoever sits on seat {seat} is in the room"),
            "let them go out first",
        )),
    }
}

/// Whether the stand-in on `seat` has been in the room.
fn sat(meeting: &Meeting, seat: SeatNo) -> bool {
    let stand_in = meeting.stand_ins.iter().find(|one| one.seat == seat);
    stand_in.is_some_and(|one| meeting.attendance.iter().any(|stay| stay.seat == seat && one.sat(stay.since)))
}

/// A stand-in takes the place of a member, and of nobody else; whoever has a vote of their own takes no other.
fn may_stand_in(meeting: &Meeting, one: &StandIn) -> Result<(), Refusal> {
    let StandIn { seat, name, employer, .. } = one;
    if !says_something(name) || !says_something(employer) {
        return Err(Refusal::invalid(
            format!("a stand-in on seat {seat} without a name or an employer"),
            "say who it is, and whom they work for",
        ));
    }
    let Some(member) = meeting.members.iter().find(|member| member.n == *seat) else {
        return Err(Refusal::not_allowed(
            format!("seat {seat} has no member in meeting {}", meeting.id),
            "a stand-in takes the place of a member: of no vacant seat, and of nobody who is suspended",
        ));
    };
    if same_person(member.principal(), name) {
        return Err(Refusal::invalid(
            format!("{name} holds seat {seat}"),
            "name somebody else, or let the holder come in",
        ));
    }
    let suspended = meeting.others.suspended.iter().map(|(seat, _)| seat);
    let mut holders = meeting.members.iter().chain(suspended).filter(|other| other.n != *seat);
    if let Some(other) = holders.find(|other| same_person(other.principal(), name)) {
        return Err(Refusal::not_allowed(
            format!("{name} holds seat {}, and has one place", other.n),
            "name somebody without a seat of their own",
        ));
    }
    let mut stand_ins = meeting.stand_ins.iter().filter(|other| other.seat != *seat && other.sits());
    match stand_ins.find(|other| same_person(&other.name, name)) {
        None => Ok(()),
        Some(other) => Err(Refusal::not_allowed(
            format!("{name} stands in on seat {} already", other.seat),
            "name somebody else",
        )),
    }
}

/// Whether a stand-in votes is what the rules say, or the last ruling on it.
fn may_vote(case: &Case, one: &StandIn) -> Result<(), Refusal> {
    let holds = ruling::stand_ins_vote(case.rules()?, &case.before.rulings);
    if one.votes == holds {
        return Ok(());
    }
    Err(Refusal::not_allowed(
        format!(
            "by the rules and rulings in force a stand-in {}",
            if holds { "votes" } else { "does not vote" }
        ),
        "let the chair rule otherwise first, with a reason",
    ))
}
