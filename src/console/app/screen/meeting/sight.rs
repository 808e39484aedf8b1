//! What the screen asks of the store, and what it gets to see.

use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

use super::{Matter, matter::Opening};
use crate::{
    council::{
        Ballot, BallotId, Forecast, Hindsight, ItemNo, Meeting, MeetingId, MeetingState, Membership, RuleSet,
        Ruling, Seat, SeatNo, Since, Standing, Suspension, Topic,
        conflict::{Applicant, Register, Suggestion},
        forecast,
        hindsight::hindsight,
        order,
        register::Certification,
        standing,
        together::Partner,
    },
    record::{Change, Moved, Role, journal::Proof},
    review::{Application, Ref, Stage, Verdict},
    rules::Program,
};

/// How far the minutes of a meeting are revised, in numbers that only grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revised {
    /// Amendments.
    pub amendments: usize,
    /// Corrections of a time.
    pub corrections: usize,
}

impl Revised {
    /// Those of `meeting`.
    pub fn of(meeting: &Meeting) -> Self {
        Self { amendments: meeting.amendments.len(), corrections: meeting.corrections.len() }
    }
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingRequest {
    /// The list of meetings, and one of them whole: the one named, else the open one, else the next one planned.
    Read(Option<MeetingId>),
    /// The applications that can be put on an agenda.
    Ready,
    /// Every seat of the council.
    Seats,
    /// Whether a ballot can be closed now.
    MayClose(BallotId),
    /// Makes changes, all or none, as one group for undo.
    Make {
        /// The meeting they belong to.
        meeting: MeetingId,
        /// The changes.
        changes: Vec<Change>,
        /// In which role, where one is asked for.
        role: Option<Role>,
    },
    /// What an electronic ballot would be about.
    Put {
        /// The application.
        reference: Ref,
        /// When it would end, where the person is.
        ends: NaiveDateTime,
    },
    /// What can be voted on without a meeting.
    Votable,
    /// What opens an electronic ballot, with all that is frozen.
    Opening {
        /// On which application.
        reference: Ref,
        /// When it ends, where the person is.
        ends: NaiveDateTime,
        /// What is moved.
        moved: Moved,
    },
    /// Lets a seat into the room or out of it, now.
    Attend {
        /// Which meeting.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatNo,
        /// It comes in.
        inside: bool,
    },
    /// Puts an application on the agenda, behind those that are on it.
    Enlist {
        /// Of which meeting.
        meeting: MeetingId,
        /// Which application.
        reference: Ref,
    },
    /// Records that a later meeting approved the minutes, as they were seen.
    Approve {
        /// Whose minutes.
        meeting: MeetingId,
        /// Which meeting approved them.
        by: MeetingId,
        /// How far they were revised then.
        seen: Revised,
    },
    /// Gives a seat back to its holder, now.
    GiveBack {
        /// In which meeting.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatNo,
    },
}

impl MeetingRequest {
    /// The request changes nothing in the file, and nothing that was typed hangs on its answer.
    pub const fn only_reads(&self) -> bool {
        matches!(self, Self::Read(_) | Self::Ready | Self::Seats | Self::Votable | Self::MayClose(_))
    }
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingReply {
    /// The list of meetings, and one of them.
    Read {
        /// Every meeting, newest first.
        list: Vec<Known>,
        /// The one that is shown, if there is any.
        sight: Option<Box<Sight>>,
    },
    /// The applications that can be put on an agenda.
    Ready(Vec<Candidate>),
    /// Every seat of the council.
    Seats(Box<Council>),
    /// What can be voted on without a meeting.
    Votable(Vec<Votable>),
    /// What an electronic ballot would be about.
    Put(Box<Matter>),
    /// An electronic ballot, ready to be opened.
    Opening(Box<Opening>),
    /// This ballot can be closed now.
    MayClose(BallotId),
    /// What was asked is in the file.
    Made {
        /// The meeting as it is now.
        meeting: Box<Meeting>,
        /// What undo would take back now.
        undo: Option<String>,
    },
    /// What was asked was not done; the text says why and what to do.
    NotMade(String),
}

/// The seats of the council, whatever the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Every term of every seat.
    pub seats: Vec<Seat>,
    /// Every suspension.
    pub suspensions: Vec<Suspension>,
    /// Who is on it today.
    pub today: Membership,
}

/// A meeting in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// How far it has come.
    pub state: MeetingState,
    /// Lines of its agenda.
    pub items: u32,
    /// When a vote without a meeting ends, where the person is.
    pub ends: Option<NaiveDateTime>,
}

/// An application that can be put on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its ref.
    pub reference: Ref,
    /// Who asks.
    pub organisation: String,
    /// The organisation it belongs to.
    pub parent: Option<String>,
    /// For what.
    pub program: Program,
    /// The day it came.
    pub received: NaiveDate,
}

/// An application that can be voted on without a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votable {
    /// Its ref.
    pub reference: Ref,
    /// Who asks.
    pub organisation: String,
    /// For what.
    pub program: Program,
    /// Where it stands: ready for the council, or decided and certified.
    pub stage: Stage,
}

/// One meeting as the file has it, with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The meeting.
    pub meeting: Meeting,
    /// The rules it goes by.
    pub rules: Arc<RuleSet>,
    /// The applications on its agenda, as far as they are known.
    pub items: Vec<Item>,
    /// What is known of conflicts.
    pub register: Register,
    /// What its ballots granted.
    pub granted: Vec<Certification>,
    /// Every ruling of the docket.
    pub rulings: Vec<Ruling>,
    /// What undo would take back now.
    pub undo: Option<String>,
    /// The fingerprint of the journal up to its end, once it is over.
    pub proof: Option<Proof>,
    /// The time of day where the meeting is, against UTC.
    pub offset: FixedOffset,
}

/// An application on the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The application.
    pub application: Application,
    /// The name of its edition for people.
    pub edition: String,
    /// What the assessment comes to today.
    pub verdict: Verdict,
    /// Its ballots in whatever meeting, first to last.
    pub ballots: Vec<Ballot>,
    /// What it goes together with.
    pub partners: Vec<Partner>,
    /// How it stands against the packet that was sent; `None` where none was.
    pub since: Option<Since>,
    /// What was done to it since.
    pub changes: Vec<String>,
}

/// A row of the agenda: an item, or one of its ballots where it has had several.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The item's number; the first is 1.
    pub number: usize,
    /// Which application; none is a free item.
    pub reference: Option<&'a Ref>,
    /// Which free item, and what it says.
    pub free: Option<(ItemNo, &'a str)>,
    /// What is known of it.
    pub item: Option<&'a Item>,
    /// The ballot of this meeting.
    pub ballot: Option<&'a Ballot>,
}

impl Sight {
    /// The leading ballot of a vote without a meeting; `None` of a meeting.
    pub fn electronic(&self) -> Option<&Ballot> {
        self.meeting.ballots.iter().find(|ballot| ballot.is_electronic() && ballot.with.is_none())
    }

    /// The rows of the agenda: one an item, or one a ballot.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for (number, topic) in (1..).zip(self.meeting.topics()) {
            match topic {
                Topic::Application(reference) => self.rows_of(number, &reference, &mut rows),
                Topic::Item(n) => {
                    let free = self.meeting.item_text(n).map(|text| (n, text));
                    rows.push(Row { number, reference: None, free, item: None, ballot: None });
                }
            }
        }
        rows
    }

    fn rows_of<'a>(&'a self, number: usize, reference: &Ref, rows: &mut Vec<Row<'a>>) {
        let item = self.items.iter().find(|item| item.application.reference == *reference);
        let reference = self.meeting.agenda.iter().find(|one| *one == reference);
        let of_item = |ballot: &&Ballot| Some(&ballot.id.application) == reference;
        let row = |ballot| Row { number, reference, free: None, item, ballot };
        let before = rows.len();
        rows.extend(self.meeting.ballots.iter().filter(of_item).map(|ballot| row(Some(ballot))));
        if rows.len() == before {
            rows.push(row(None));
        }
    }

    /// The name of the holder of seat `n`.
    pub fn holder(&self, n: SeatNo) -> String {
        let member = self.meeting.members.iter().find(|seat| seat.n == n);
        member.map_or_else(|| format!("seat {n}"), Seat::who)
    }

    /// Where `ballot` stands.
    pub fn standing(&self, ballot: &Ballot) -> Option<Standing> {
        standing::standing(&self.rules, &self.meeting, ballot).ok()
    }
}

impl Sight {
    /// What the closed `ballot` would have come to by the times as they were corrected later.
    pub fn hindsight(&self, ballot: &Ballot) -> Option<Hindsight> {
        hindsight(&self.rules, &self.meeting, ballot).ok().flatten()
    }
}

impl Row<'_> {
    /// The line of the agenda that it stands on.
    pub fn topic(&self) -> Option<Topic> {
        let item = self.free.map(|(n, _)| Topic::Item(n));
        self.reference.map(|reference| Topic::Application(reference.clone())).or(item)
    }

    /// What is to be expected of it, where it was not put to the vote and still can be.
    pub fn forecast(&self, sight: &Sight) -> Option<Forecast> {
        let item = self.item.filter(|_| self.ballot.is_none())?;
        order::not_over(&sight.meeting).ok()?;
        let (rules, meeting, register) = (&sight.rules, &sight.meeting, &sight.register);
        Some(forecast::of_application(rules, meeting, register, self.applicant(), &item.ballots))
    }

    /// Who asks; of a free item what it says.
    pub fn organisation(&self) -> &str {
        if let Some((_, text)) = self.free {
            return text;
        }
        let known = self.item.map(|item| item.application.facts.organisation.name.as_str());
        self.ballot.map_or(known, |ballot| Some(ballot.organisation.as_str())).unwrap_or_default()
    }

    /// For what.
    pub fn program(&self) -> Option<Program> {
        self.ballot.map(|ballot| ballot.program).or_else(|| self.item.map(|item| item.application.program))
    }

    /// The conflicts that suggest themselves among the members of the meeting, or on the roster of the ballot.
    pub fn conflicts(&self, sight: &Sight) -> Vec<Suggestion> {
        if self.free.is_some() {
            return Vec::new();
        }
        let seats = self.ballot.map_or(&sight.meeting.members, |ballot| &ballot.roster);
        sight.register.of_seats(seats, self.applicant(), sight.meeting.date)
    }

    /// The names that conflicts are looked for by.
    pub fn applicant(&self) -> Applicant<'_> {
        let organisation = self.item.map(|item| &item.application.facts.organisation);
        let parent = organisation.and_then(|organisation| organisation.parent.as_ref());
        Applicant {
            reference: self.reference,
            organisation: self.organisation(),
            parent: parent.map(|parent| parent.name.as_str()),
        }
    }
}
