//! Who was in the room, and when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    council::{
        BallotState, Meeting, RuleSet, SeatNo,
        tally::{self, Split},
    },
    papers::{Audience, words},
};

/// A member and the stays in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attending {
    /// The seat.
    pub seat: SeatNo,
    /// Who holds it.
    pub holder: String,
    /// Whom the holder works for; not in public papers.
    pub employer: Option<String>,
    /// The holder presides.
    pub chair: bool,
    /// Each stay, in order; none is absent.
    pub stays: Vec<Stay>,
}

/// One stay in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stay {
    /// In at.
    #[serde(rename = "in")]
    pub since: String,
    /// Out at; `None` stayed to the end, or is still there.
    pub out: Option<String>,
}

/// A time at which something happened that the room counts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

pub(super) fn attendance(meeting: &Meeting, audience: Audience) -> Vec<Attending> {
    let stays = |seat: SeatNo| {
        let of_seat = meeting.attendance.iter().filter(move |stay| stay.seat == seat);
        of_seat.map(|stay| Stay {
            since: words::time(stay.since, meeting.date),
            out: stay.left.map(|left| words::time(left, meeting.date)),
        })
    };
    let attending = meeting.members.iter().map(|seat| Attending {
        seat: seat.n,
        holder: seat.holder.clone(),
        employer: (audience == Audience::Internal).then(|| seat.employer.clone()),
        chair: seat.chair,
        stays: stays(seat.n).collect(),
    });
    attending.collect()
}

pub(super) fn moments(meeting: &Meeting, rules: &RuleSet) -> Vec<Moment> {
    let members: Vec<SeatNo> = meeting.members.iter().map(|seat| seat.n).collect();
    let stays = || meeting.attendance.iter().filter(|stay| members.contains(&stay.seat));
    let events = events(meeting);
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
        let here = stays().filter(|stay| stay.since <= at && stay.left.is_none_or(|left| at < left));
        let members = count(members.len());
        let split = Split { members, present: count(here.count()), ..Split::default() };
        Moment {
            at: words::time(at, meeting.date),
            events: events.iter().filter(|(when, _)| *when == at).map(|(_, what)| what.clone()).collect(),
            came: names(stays().filter(|stay| stay.since == at).map(|stay| stay.seat).collect()),
            went: names(stays().filter(|stay| stay.left == Some(at)).map(|stay| stay.seat).collect()),
            present: split.present,
            quorum: tally::quorum(rules, split).met,
        }
    };
    times.into_iter().map(moment).collect()
}

/// The call to order, the ballots and the adjournment; those of one motion in one line.
fn events(meeting: &Meeting) -> Vec<(DateTime<Utc>, String)> {
    let mut events: Vec<_> =
        meeting.called.map(|at| (at, "called to order".to_owned())).into_iter().collect();
    let mut ballots: BTreeMap<(DateTime<Utc>, &str), Vec<String>> = BTreeMap::new();
    for ballot in &meeting.ballots {
        let id = ballot.id.to_string();
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
