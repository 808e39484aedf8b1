//! Meetings for people and as JSON.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, out};
use crate::{
    cli::ruling,
    council::{
        Attendance, BallotState, Base, Correction, Forecast, Meeting, MeetingId, MeetingState, Minute,
        RuleSet, Seat, Since, StandIn, membership::Working, seat::who, sent::ADDED, standing, tally::Quorum,
    },
    record::{Change, describe, journal::stamp},
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
    /// The reading in force; of one that is over, at its end.
    reading: Option<Base>,
    /// The reading that was fixed at the call to order.
    reading_at_call: Option<Base>,
    /// The rulings made in it that changed the reading, by number.
    readings_ruled: Vec<u32>,
    /// Called to order at.
    called: Option<String>,
    /// Adjourned at.
    adjourned: Option<String>,
    /// Members in the room against those needed; of one that is over, at its end.
    quorum: Quorum,
    /// How members and quorum are reckoned.
    council: Working,
    /// The same in one line.
    working: String,
    /// The members.
    members: Vec<Member<'m>>,
    /// Who takes a member's place in it, or did.
    stand_ins: &'m [StandIn],
    /// Every stay in the room, as it was known at its end.
    attendance: Vec<Stay>,
    /// Times in the room that were corrected.
    corrections: Vec<Corrected>,
    /// The applications on the agenda.
    agenda: &'m [Ref],
    /// Every line of the agenda, free items as well.
    topics: Vec<Topical>,
    /// The rulings made in it.
    rulings: Vec<ruling::Listed>,
    /// The packets sent for it.
    packets: Vec<Packet>,
    /// The ballots, in the order they were opened.
    ballots: Vec<Taken>,
}

/// A member, and whether they are in the room.
#[derive(Serialize, JsonSchema)]
struct Member<'m> {
    #[serde(flatten)]
    seat: &'m Seat,
    /// In the room now; of a meeting that is over, at its end.
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

/// A time in the room that was corrected.
#[derive(Serialize, JsonSchema)]
struct Corrected {
    /// Which seat.
    seat: u32,
    /// As it was recorded; null was not recorded.
    was: Option<Stay>,
    /// As it is now; null was no stay at all.
    now: Option<Stay>,
    /// Why.
    because: String,
    /// When it was corrected.
    at: String,
    /// Who corrected it.
    actor: String,
}

/// A line of the agenda.
#[derive(Default, Serialize, JsonSchema)]
pub(super) struct Topical {
    /// Its place; the first is 1.
    pub(super) place: u32,
    /// The application, where it is one.
    #[serde(rename = "ref")]
    pub(super) reference: Option<Ref>,
    /// What it is about: the organisation, or the words of the free item.
    pub(super) text: String,
    /// What is to be expected of it, where it was not voted on.
    pub(super) forecast: Option<Forecast>,
    /// What it goes together with, where it was not voted on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) together: Option<String>,
    /// How it stands against the packet that was sent.
    pub(super) since: Option<Since>,
    /// What was done to it since.
    pub(super) changes: Vec<String>,
    /// What was noted of it.
    pub(super) notes: Vec<Noted>,
}

/// A note on a line of the agenda.
#[derive(Serialize, JsonSchema)]
pub(super) struct Noted {
    /// Its number in the meeting.
    n: u32,
    /// What it says; null once it was erased.
    text: Option<String>,
    /// Who is to do it, where it is an action.
    owner: Option<String>,
    /// By when.
    due: Option<NaiveDate>,
    /// Who wrote it.
    actor: String,
    /// When.
    at: String,
}

impl Noted {
    pub(super) fn of(note: &Minute) -> Self {
        Self {
            n: note.n,
            text: note.text.clone(),
            owner: note.action.as_ref().map(|action| action.owner.clone()),
            due: note.action.as_ref().and_then(|action| action.due),
            actor: note.actor.clone(),
            at: stamp(note.at),
        }
    }

    fn line(&self) -> String {
        let due = self.due.map(|due| format!(", due {due}")).unwrap_or_default();
        let text = self.text.as_deref().unwrap_or("(erased)");
        match &self.owner {
            Some(owner) => format!("action {}, {owner}{due}: {text}", self.n),
            None => format!("note {}: {text}", self.n),
        }
    }
}

/// A packet that was sent.
#[derive(Serialize, JsonSchema)]
struct Packet {
    /// Its number for the meeting.
    n: u32,
    /// The day.
    day: NaiveDate,
    /// Hash of the paper.
    hash: String,
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

fn shown<'m>(meeting: &'m Meeting, rules: &RuleSet, topics: Vec<Topical>) -> Shown<'m> {
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
        reading_at_call: meeting.reading_at_call(),
        readings_ruled: meeting.readings_ruled(),
        called: meeting.called.map(stamp),
        adjourned: meeting.adjourned.map(stamp),
        quorum: standing::room(rules, meeting).quorum,
        council: meeting.working(rules),
        working: meeting.working(rules).to_string(),
        members: meeting
            .members
            .iter()
            .map(|seat| Member { seat, present: meeting.is_present(seat.n) })
            .collect(),
        stand_ins: &meeting.stand_ins,
        attendance: meeting.attendance.iter().map(stay).collect(),
        corrections: meeting.corrections.iter().map(corrected).collect(),
        agenda: &meeting.agenda,
        topics,
        rulings: meeting.rulings.iter().map(ruling::Listed::of).collect(),
        packets: meeting
            .packets
            .iter()
            .map(|sent| Packet { n: sent.n, day: sent.day, hash: sent.hash.clone() })
            .collect(),
        ballots: ballots.collect(),
    }
}

fn stay(stay: &Attendance) -> Stay {
    Stay { seat: stay.seat.0, since: stamp(stay.since), left: stay.left.map(stamp) }
}

fn corrected(correction: &Correction) -> Corrected {
    Corrected {
        seat: correction.seat.0,
        was: correction.was.as_ref().map(stay),
        now: correction.now.as_ref().map(stay),
        because: correction.because.clone(),
        at: stamp(correction.at),
        actor: correction.actor.clone(),
    }
}

/// Writes a meeting.
pub(super) fn meeting(
    meeting: &Meeting,
    rules: &RuleSet,
    topics: Vec<Topical>,
    context: &Context,
) -> Result<(), CliError> {
    let shown = shown(meeting, rules, topics);
    if context.json {
        return out::json(&shown);
    }
    out::line(&format!("meeting {}: {}{}", shown.meeting, shown.state, reading(&shown)))?;
    out::line(&quorum(meeting, shown.quorum))?;
    out::line(&shown.working)?;
    out::line("")?;
    out::line("members")?;
    let row = |member: &Member<'_>| {
        let here = if member.present { "present" } else { "absent" };
        let chair = if member.seat.chair { "chair" } else { "" };
        [
            format!("  {:>3}", member.seat.n),
            here.to_owned(),
            member.seat.who(),
            member.seat.employer.clone(),
            chair.to_owned(),
        ]
    };
    out::table(&shown.members.iter().map(row).collect::<Vec<_>>())?;
    out::list("stand-ins", meeting.stand_ins.iter().map(|one| stands_in(meeting, one)))?;
    out::list("corrected times", meeting.corrections.iter().map(|one| said(meeting, one)))?;
    out::list("agenda", shown.topics.iter().flat_map(|topic| topic.lines(meeting)))?;
    out::list("rulings", shown.rulings.iter().map(ruling::Listed::line))?;
    out::list(
        "packets sent",
        meeting.packets.iter().map(|sent| format!("{} on {}, hash {}", sent.n, sent.day, sent.hash)),
    )?;
    let taken = |one: &Taken| match one.outcome {
        Some(outcome) => format!("{}  {outcome}", one.ballot),
        None => format!("{}  {}", one.ballot, one.state),
    };
    out::list("ballots", shown.ballots.iter().map(taken))
}

/// What a majority is taken of, and where that was ruled anew, of what it was before.
fn reading(shown: &Shown<'_>) -> String {
    let (Some(now), Some(at_call)) = (shown.reading, shown.reading_at_call) else { return String::new() };
    let now = now.words();
    let first = at_call.words();
    match shown.readings_ruled.as_slice() {
        [] => format!(", a majority of {now} decides"),
        [one] => format!(
            ", a majority of {first} decides as called to order; changed by ruling {one} to {now}, for the ballots \
             opened after it"
        ),
        many => format!(
            ", a majority of {first} decides as called to order; changed by rulings {}, the last of them to {now}, each \
             for the ballots opened after it",
            many.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
        ),
    }
}

/// The quorum, of a meeting that is over as its minutes have it at the adjournment.
fn quorum(meeting: &Meeting, Quorum { needed, present, met }: Quorum) -> String {
    let met = if met { "met" } else { "not met" };
    let at = meeting.adjourned.map_or("", |_| " at the adjournment");
    let later = meeting.adjourned.is_some_and(|over| meeting.corrections.iter().any(|one| one.at > over));
    let later = if later { "; times were corrected after it, see below" } else { "" };
    format!("quorum {met}{at}: {present} present, {needed} needed{later}")
}

/// A stand-in in one line.
fn stands_in(meeting: &Meeting, one: &StandIn) -> String {
    let vote = if one.votes { "votes" } else { "without a vote" };
    let back = one.back.map(|back| format!(", until {}", stamp(back))).unwrap_or_default();
    let inside = one.sits() && !one.votes && meeting.stay(one.seat).is_some();
    let inside = if inside { ", in the room, does not count" } else { "" };
    let own = meeting.attendees().into_iter().find(|seat| seat.n == one.seat).map(Seat::principal);
    format!("seat {}: {}, {}, {vote}{inside}{back}", one.seat, who(&one.name, own), one.employer)
}

/// A correction in one line.
fn said(meeting: &Meeting, correction: &Correction) -> String {
    let change = Change::Corrected {
        meeting: meeting.id.clone(),
        seat: correction.seat,
        was: correction.was,
        now: correction.now,
        because: correction.because.clone(),
    };
    let what = describe(&change as &Change);
    let later = meeting.adjourned.is_some_and(|over| correction.at > over);
    let later = if later { ", after the meeting" } else { "" };
    format!("{what} ({}, {}{later})", correction.actor, stamp(correction.at))
}

impl Topical {
    /// The line itself, and below it what is to be said of it.
    fn lines(&self, meeting: &Meeting) -> Vec<String> {
        let head = match &self.reference {
            Some(reference) => format!("{}. {reference}  {}", self.place, self.text),
            None => format!("{}. {}", self.place, self.text),
        };
        let name = |n| {
            let member = meeting.members.iter().find(|seat| seat.n == n);
            member.map_or_else(|| format!("seat {n}"), Seat::who)
        };
        let since = self.since.as_ref().map(|since| match since {
            Since::Same => "as in the packet".to_owned(),
            Since::Added => ADDED.to_owned(),
            Since::Changed => format!("changed since the packet: {}", self.changes.join("; ")),
        });
        let mut lines = vec![head];
        lines.extend(self.forecast.as_ref().map(|forecast| format!("   {}", forecast.say(name))));
        lines.extend(self.together.iter().map(|together| format!("   {together}")));
        lines.extend(since.map(|since| format!("   {since}")));
        lines.extend(self.notes.iter().map(|note| format!("   {}", note.line())));
        lines
    }
}
