//! Who was in the room, and when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    council::{
        Attendance, BallotState, Correction, Meeting, RuleSet, SeatNo, StandIn,
        seat::holder,
        standing,
        tally::{self, Split},
    },
    papers::{Audience, names::Names, words},
    record::Sitting,
};

/// A member, or who may be in the room beside them, and the stays in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Attending {
    /// The seat.
    pub seat: SeatNo,
    /// Who holds it.
    pub holder: String,
    /// Whom the holder works for; not in public papers.
    pub employer: Option<String>,
    /// The holder presides.
    pub chair: bool,
    /// They count for the quorum while they are in the room.
    pub counts: bool,
    /// The holder of the seat, where they stand in for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands_in_for: Option<String>,
    /// What they are, where that is not a member: a contributor, suspended, or a stand-in.
    pub standing: Option<String>,
    /// Each stay, in order; none is absent.
    pub stays: Vec<Stay>,
    /// Times were put right after the meeting, and are here as they were recorded in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub corrected_later: bool,
}

/// One stay in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Stay {
    /// In at.
    #[serde(rename = "in")]
    pub since: String,
    /// Out at; `None` stayed to the end, or is still there.
    pub out: Option<String>,
}

/// A time at which something happened that the room counts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Moment {
    /// When.
    pub at: String,
    /// What happened beside coming and going.
    pub events: Vec<String>,
    /// Who came in.
    pub came: Vec<String>,
    /// Who went out.
    pub went: Vec<String>,
    /// How many members are present then.
    pub present: u32,
    /// Whether there is a quorum then.
    pub quorum: bool,
}

/// Everyone who may be in the room: each seat with its holder, and beside it who stands in for them.
pub(super) fn attendance(sitting: &Sitting, audience: Audience) -> Vec<Attending> {
    let meeting = &sitting.meeting;
    let mut rows = Vec::new();
    for seat in meeting.attendees() {
        let votes = meeting.members.iter().any(|one| one.n == seat.n);
        let line =
            |who: (&str, &str), chair, counts, standing, theirs: &dyn Fn(&Attendance) -> bool| Attending {
                seat: seat.n,
                holder: who.0.to_owned(),
                employer: (audience == Audience::Internal).then(|| who.1.to_owned()),
                chair,
                counts,
                stands_in_for: None,
                standing,
                stays: stays(meeting, seat.n, theirs),
                corrected_later: corrected_later(meeting, seat.n, theirs),
            };
        // Where a stand-in is on the roll, the seat's own record names the holder.
        let own = holder(&sitting.seats, seat.n, meeting.date).unwrap_or(seat);
        let standing =
            (!votes).then_some(if seat.contributor { "contributor, no vote" } else { "suspended, no vote" });
        let standing = standing.map(str::to_owned);
        let theirs = |stay: &Attendance| meeting.stood_in(stay).is_none();
        rows.push(line((&own.holder, &own.employer), own.chair, votes, standing, &theirs));
        for one in meeting.stand_ins.iter().filter(|one| one.seat == seat.n) {
            let standing = Some(format!("stands in for {}, {}", own.holder, vote(meeting, one)));
            let theirs = |stay: &Attendance| meeting.stood_in(stay) == Some(one);
            let line = line((&one.name, &one.employer), false, votes && one.votes, standing, &theirs);
            rows.push(Attending { stands_in_for: Some(own.holder.clone()), ..line });
        }
    }
    rows
}

/// Whether a stand-in votes, and since when, where that was ruled after they had come.
fn vote(meeting: &Meeting, one: &StandIn) -> String {
    let theirs = || meeting.attendance.iter().filter(|stay| meeting.stood_in(stay) == Some(one));
    if !one.votes {
        "no vote, does not count".to_owned()
    } else if theirs().all(|stay| meeting.counts(stay)) {
        "votes".to_owned()
    } else {
        let since =
            theirs().find(|stay| meeting.counts(stay)).map(|stay| words::time(stay.since, meeting.date));
        format!(
            "votes and counts {}",
            since.map_or_else(|| "by a later ruling".to_owned(), |at| format!("from {at} on"))
        )
    }
}

/// The stays of `seat` that are `theirs`.
fn stays(meeting: &Meeting, seat: SeatNo, theirs: &dyn Fn(&Attendance) -> bool) -> Vec<Stay> {
    let of_seat = meeting.attendance.iter().filter(|stay| stay.seat == seat && theirs(stay));
    let stay = |stay: &Attendance| Stay {
        since: words::time(stay.since, meeting.date),
        out: stay.left.map(|left| words::time(left, meeting.date)),
    };
    of_seat.map(stay).collect()
}

/// Whether a stay of `seat` that is `theirs` was put right after the meeting, and before its minutes were approved.
fn corrected_later(meeting: &Meeting, seat: SeatNo, theirs: &dyn Fn(&Attendance) -> bool) -> bool {
    let later = |one: &&Correction| meeting.adjourned.is_some_and(|over| one.at > over);
    let mut those = meeting.corrections_in_minutes().filter(later).filter(|one| one.seat == seat);
    those.any(|one| one.was.as_ref().or(one.now.as_ref()).is_some_and(theirs))
}

pub(super) fn moments(meeting: &Meeting, rules: &RuleSet, names: &Names) -> Vec<Moment> {
    let members: Vec<SeatNo> = meeting.members.iter().map(|seat| seat.n).collect();
    // Only who counts for the quorum: a stand-in without a vote does not.
    let counts = |stay: &&Attendance| members.contains(&stay.seat) && meeting.counts(stay);
    let stays = || meeting.attendance.iter().filter(counts);
    let events = events(meeting, names);
    let mut times: Vec<DateTime<Utc>> =
        stays().flat_map(|stay| [Some(stay.since), stay.left]).flatten().collect();
    times.extend(events.iter().map(|(at, _)| *at));
    times.sort_unstable();
    times.dedup();
    let names = |seats: Vec<SeatNo>| -> Vec<String> {
        meeting
            .members
            .iter()
            .filter(|seat| seats.contains(&seat.n))
            .map(|seat| seat.holder.clone())
            .collect()
    };
    let moment = |at: DateTime<Utc>| {
        let mut here: Vec<SeatNo> = stays()
            .filter(|stay| stay.since <= at && stay.left.is_none_or(|left| at < left))
            .map(|stay| stay.seat)
            .collect();
        here.sort_unstable();
        let mut what: Vec<String> =
            events.iter().filter(|(when, _)| *when == at).map(|(_, what)| what.clone()).collect();
        // The table has the times as they stand. A ballot that was closed on other ones says so.
        let mut closed = meeting.ballots.iter().filter(|ballot| ballot.closed() == Some(at));
        let known = closed.next_back().map(|ballot| standing::present_for(meeting, ballot));
        if let Some(known) = known.filter(|known| *known != here) {
            what.push(format!("counted with {} present, as was known then", known.len()));
        }
        let split = Split { members: count(members.len()), present: count(here.len()), ..Split::default() };
        Moment {
            at: words::time(at, meeting.date),
            events: what,
            came: names(stays().filter(|stay| stay.since == at).map(|stay| stay.seat).collect()),
            went: names(stays().filter(|stay| stay.left == Some(at)).map(|stay| stay.seat).collect()),
            present: split.present,
            quorum: tally::quorum(rules, split).met,
        }
    };
    times.into_iter().map(moment).collect()
}

/// The call to order, the ballots and the adjournment; those of one motion in one line.
fn events(meeting: &Meeting, names: &Names) -> Vec<(DateTime<Utc>, String)> {
    let mut events: Vec<_> =
        meeting.called.map(|at| (at, "called to order".to_owned())).into_iter().collect();
    let mut ballots: BTreeMap<(DateTime<Utc>, &str), Vec<String>> = BTreeMap::new();
    for ballot in &meeting.ballots {
        let id = names.ballot(&ballot.id);
        ballots.entry((ballot.opened, "opened")).or_default().push(id.clone());
        match &ballot.state {
            BallotState::Open => {}
            BallotState::Closed { at, .. } | BallotState::Declared { closed: at, .. } => {
                ballots.entry((*at, "closed")).or_default().push(id);
            }
        }
    }
    events.extend(ballots.into_iter().map(|((at, what), ids)| {
        let ballot = if ids.len() == 1 { "ballot" } else { "ballots" };
        (at, format!("{ballot} {} {what}", ids.join(", ")))
    }));
    events.extend(meeting.adjourned.map(|at| (at, "adjourned".to_owned())));
    events
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
