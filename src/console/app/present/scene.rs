//! What may be seen in the room, and nothing else: notes, reasons, justifications and the names of certified people
//! have no place here.

use chrono::NaiveDate;

use super::Subject;
use crate::{
    console::app::screen::meeting::{in_full, words},
    council::{
        Ballot, BallotId, Meeting, MeetingId, MeetingState, Outcome, Position, Prospect, RollRow, Room,
        RuleSet, SeatNo, Silence, Split, Topic, motion, standing,
    },
    review::Ref,
    rules::Program,
};

/// Everything that is to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The file is a copy for rehearsing.
    pub rehearsal: bool,
    /// The meeting that is open, else the next one planned.
    pub sitting: Option<Sitting>,
    /// A meeting that was adjourned today.
    pub adjourned: Option<MeetingId>,
    /// The application of the agenda that is looked at.
    pub subject: Option<Subject>,
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its id.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// How far it has come.
    pub state: MeetingState,
    /// Who is there, in numbers.
    pub room: Room,
    /// How members and quorum were reckoned, where not every seat is that of a voting member.
    pub working: Option<String>,
    /// The agenda.
    pub agenda: Vec<Agendum>,
    /// The last ruling made in it, in one line.
    pub ruling: Option<String>,
    /// The ballot in front: one that is not declared, else the last one.
    pub poll: Option<Poll>,
    /// The seats, in the order in which they are called.
    pub roll: Vec<Line>,
}

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agendum {
    /// Which application; none is a free item.
    pub reference: Option<Ref>,
    /// Who asks; what a free item says.
    pub organisation: String,
    /// For what.
    pub program: Option<Program>,
    /// How far it has come: `to do`, `ballot open`, and so on.
    pub state: &'static str,
    /// It is an application that had no ballot in this meeting yet.
    pub to_do: bool,
}

/// A ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// Its id.
    pub id: BallotId,
    /// The item's place on the agenda; the first is 1.
    pub number: usize,
    /// Who asks.
    pub organisation: String,
    /// The motion with its terms, in one paragraph.
    pub motion: String,
    /// The same to be read: term by term, with its movers, the edition and the ballot.
    pub in_full: Vec<String>,
    /// The edition in full.
    pub edition: String,
    /// The split so far, or at closing.
    pub split: Split,
    /// Seats that have taken a position, and are there.
    pub answered: u32,
    /// Seats in the room that have said nothing.
    pub outstanding: u32,
    /// Seats in the room that came late and take no part.
    pub aside: u32,
    /// What those said who left while it is open: that it is asked about at the close.
    pub left: Option<String>,
    /// The room for this ballot.
    pub room: Room,
    /// What is needed, in words alone.
    pub threshold: String,
    /// The same with its numbers, which may tell positions.
    pub needed: String,
    /// How the numbers lead to the result, line by line with a label, without the result.
    pub arithmetic: [(&'static str, String); 3],
    /// What is still needed; only while it is open.
    pub prospect: Option<Prospect>,
    /// The result; only once it is declared.
    pub outcome: Option<Outcome>,
}

/// One seat of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub n: SeatNo,
    /// Who sits there, and for whom where they stand in.
    pub holder: String,
    /// They preside.
    pub chair: bool,
    /// What is said of it.
    pub said: Said,
}

/// What is said of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It took this position.
    Position(Position),
    /// It took a position and left: it does not count.
    Left,
    /// It is next.
    Turn,
    /// It has no position, which means this.
    Silent(Silence),
}

/// What is known of an item of the agenda beside the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which application.
    pub reference: Ref,
    /// Who asks.
    pub organisation: String,
    /// For what.
    pub program: Program,
}

impl Scene {
    /// The ballot that is open, if one is.
    pub fn open_ballot(&self) -> Option<&BallotId> {
        self.poll().filter(|poll| poll.prospect.is_some()).map(|poll| &poll.id)
    }

    /// The ballot in front of a meeting in session, whether open or over.
    pub fn poll(&self) -> Option<&Poll> {
        let sitting = self.sitting.as_ref().filter(|sitting| sitting.state == MeetingState::Open)?;
        sitting.poll.as_ref()
    }
}

impl Sitting {
    /// What the room may see of `meeting`; `edition` is the name in full of that of the ballot in front.
    pub fn of(rules: &RuleSet, meeting: &Meeting, known: &[Known], edition: String) -> Self {
        let ballot = in_front(meeting);
        let roll = standing::roll(meeting, ballot);
        Self {
            id: meeting.id.clone(),
            date: meeting.date,
            state: meeting.state,
            room: standing::room(rules, meeting),
            working: working(rules, meeting),
            agenda: meeting.topics().iter().map(|topic| Agendum::of(topic, meeting, known)).collect(),
            ruling: meeting.rulings.last().map(|ruling| format!("Ruling of the chair: {}.", ruling.now)),
            poll: ballot.and_then(|ballot| Poll::of(rules, meeting, ballot, edition)),
            roll: roll.iter().map(Line::of).collect(),
        }
    }

    /// The first item that had no ballot yet, with its number.
    pub fn next(&self) -> Option<(usize, &Agendum)> {
        (1..).zip(&self.agenda).find(|(_, item)| item.to_do)
    }

    /// The application that is talked about: that of the ballot in front, else the next one.
    pub fn talked_about(&self) -> Option<&Ref> {
        let in_front = self.poll.as_ref().map(|poll| &poll.id.application);
        in_front.or_else(|| self.next().and_then(|(_, item)| item.reference.as_ref()))
    }
}

/// The ballot in front: the one that is not declared, else the last one.
pub fn in_front(meeting: &Meeting) -> Option<&Ballot> {
    meeting.open_ballot().or(meeting.ballots.last())
}

impl Agendum {
    fn of(topic: &Topic, meeting: &Meeting, known: &[Known]) -> Self {
        let reference = match topic {
            Topic::Application(reference) => reference,
            Topic::Item(n) => {
                let organisation = meeting.item_text(*n).unwrap_or_default().to_owned();
                return Self { reference: None, organisation, program: None, state: "", to_do: false };
            }
        };
        let ballot = meeting.ballots.iter().rfind(|ballot| ballot.id.application == *reference);
        let known = known.iter().find(|known| known.reference == *reference);
        Self {
            reference: Some(reference.clone()),
            organisation: known.map(|known| known.organisation.clone()).unwrap_or_default(),
            program: known.map(|known| known.program),
            state: ballot.map_or_else(|| words::unvoted(meeting.state), words::state),
            to_do: ballot.is_none(),
        }
    }
}

impl Poll {
    fn of(rules: &RuleSet, meeting: &Meeting, ballot: &Ballot, edition: String) -> Option<Self> {
        let standing = standing::standing(rules, meeting, ballot).ok()?;
        let place = meeting.place_of(&ballot.id.application);
        Some(Self {
            id: ballot.id.clone(),
            number: place.unwrap_or_default(),
            organisation: ballot.organisation.clone(),
            motion: motion::in_full(ballot.motion, &ballot.terms, &ballot.organisation, ballot.program),
            in_full: in_full::of(ballot, &meeting.ballots, Some(&edition)),
            edition,
            answered: answered(&standing.split),
            split: standing.split,
            outstanding: u32::try_from(standing.outstanding.len()).unwrap_or(u32::MAX),
            aside: u32::try_from(standing.aside.len()).unwrap_or(u32::MAX),
            left: standing::asked_at_close(ballot, &standing),
            room: standing.room,
            threshold: words::threshold(ballot),
            needed: words::needed(ballot, &standing),
            arithmetic: words::arithmetic(ballot, &standing),
            prospect: ballot.is_open().then_some(standing.prospect),
            outcome: ballot.outcome(),
        })
    }
}

const fn answered(split: &Split) -> u32 {
    split.for_.saturating_add(split.against).saturating_add(split.abstain).saturating_add(split.recused)
}

fn working(rules: &RuleSet, meeting: &Meeting) -> Option<String> {
    let working = meeting.working(rules);
    let plain = working.seats == working.members && working.contributors == 0;
    (!plain).then(|| working.to_string())
}

impl Line {
    fn of(row: &RollRow<'_>) -> Self {
        let said = match row.position {
            _ if row.left => Said::Left,
            Some(position) => Said::Position(position),
            None if row.turn => Said::Turn,
            None => Said::Silent(row.silence.unwrap_or(Silence::ToCome)),
        };
        Self { n: row.seat.n, holder: row.seat.who(), chair: row.seat.chair, said }
    }
}
