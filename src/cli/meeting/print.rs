//! Meetings for people and as JSON.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, out};
use crate::{
    council::{BallotState, Base, Meeting, MeetingId, MeetingState, RuleSet, Seat, standing, tally::Quorum},
    record::journal::stamp,
    review::Ref,
    store::MeetingRow,
};

/// A meeting in the list.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Listed<'m> {
    /// Its id.
    meeting: &'m MeetingId,
    /// Its day.
    date: NaiveDate,
    /// How far it has come.
    state: MeetingState,
    /// Applications on its agenda.
    items: u32,
}

/// Writes the list of meetings.
pub(super) fn list(rows: &[MeetingRow], context: &Context) -> Result<(), CliError> {
    if context.json {
        let listed = rows.iter().map(|row| Listed {
            meeting: &row.id,
            date: row.date,
            state: row.state,
            items: row.items,
        });
        return out::json(&listed.collect::<Vec<_>>());
    }
    let row = |row: &MeetingRow| [row.id.to_string(), row.state.to_string(), format!("{} items", row.items)];
    out::table(&rows.iter().map(row).collect::<Vec<_>>())
}

/// A meeting with all that happened in it.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Shown<'m> {
    /// Its id.
    meeting: &'m MeetingId,
    /// Its day.
    date: NaiveDate,
    /// How far it has come.
    state: MeetingState,
    /// The council rule set it goes by.
    rules: &'m str,
    /// The reading in force.
    reading: Option<Base>,
    /// Called to order at.
    called: Option<String>,
    /// Adjourned at.
    adjourned: Option<String>,
    /// Members in the room against those needed.
    quorum: Quorum,
    /// The members.
    members: Vec<Member<'m>>,
    /// Every stay in the room.
    attendance: Vec<Stay>,
    /// The agenda.
    agenda: &'m [Ref],
    /// The ballots, in the order they were opened.
    ballots: Vec<Taken>,
}

/// A member, and whether they are in the room.
#[derive(Serialize, JsonSchema)]
struct Member<'m> {
    #[serde(flatten)]
    seat: &'m Seat,
    /// In the room now.
    present: bool,
}

/// One stay in the room.
#[derive(Serialize, JsonSchema)]
struct Stay {
    /// Which seat.
    seat: u32,
    /// Came in.
    since: String,
    /// Left.
    left: Option<String>,
}

/// A ballot in a meeting.
#[derive(Serialize, JsonSchema)]
struct Taken {
    /// Its id.
    ballot: String,
    /// `open`, `closed` or `declared`.
    state: &'static str,
    /// What it was declared as.
    outcome: Option<crate::council::Outcome>,
}

fn shown<'m>(meeting: &'m Meeting, rules: &RuleSet) -> Shown<'m> {
    let ballots = meeting.ballots.iter().map(|ballot| {
        let (state, outcome) = match &ballot.state {
            BallotState::Open => ("open", None),
            BallotState::Closed { .. } => ("closed", None),
            BallotState::Declared { outcome, .. } => ("declared", Some(*outcome)),
        };
        Taken { ballot: ballot.id.to_string(), state, outcome }
    });
    Shown {
        meeting: &meeting.id,
        date: meeting.date,
        state: meeting.state,
        rules: &meeting.rules,
        reading: meeting.reading,
        called: meeting.called.map(stamp),
        adjourned: meeting.adjourned.map(stamp),
        quorum: standing::room(rules, meeting).quorum,
        members: meeting
            .members
            .iter()
            .map(|seat| Member { seat, present: meeting.is_present(seat.n) })
            .collect(),
        attendance: meeting
            .attendance
            .iter()
            .map(|stay| Stay { seat: stay.seat.0, since: stamp(stay.since), left: stay.left.map(stamp) })
            .collect(),
        agenda: &meeting.agenda,
        ballots: ballots.collect(),
    }
}

/// Writes a meeting.
pub(super) fn meeting(meeting: &Meeting, rules: &RuleSet, context: &Context) -> Result<(), CliError> {
    let shown = shown(meeting, rules);
    if context.json {
        return out::json(&shown);
    }
    let reading = shown.reading.map(|base| format!(", a majority is of: {base}")).unwrap_or_default();
    out::line(&format!("meeting {}: {}{reading}", shown.meeting, shown.state))?;
    let Quorum { needed, present, met } = shown.quorum;
    let met = if met { "met" } else { "not met" };
    out::line(&format!("quorum {met}: {present} present, {needed} needed"))?;
    out::line("")?;
    out::line("members")?;
    let row = |member: &Member<'_>| {
        let here = if member.present { "present" } else { "absent" };
        let chair = if member.seat.chair { "chair" } else { "" };
        [
            format!("  {:>3}", member.seat.n),
            here.to_owned(),
            member.seat.holder.clone(),
            member.seat.employer.clone(),
            chair.to_owned(),
        ]
    };
    out::table(&shown.members.iter().map(row).collect::<Vec<_>>())?;
    out::list("agenda", shown.agenda.iter().map(Ref::as_str))?;
    let taken = |one: &Taken| match one.outcome {
        Some(outcome) => format!("{}  {outcome}", one.ballot),
        None => format!("{}  {}", one.ballot, one.state),
    };
    out::list("ballots", shown.ballots.iter().map(taken))
}
