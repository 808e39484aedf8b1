//! What the docket knows that a change could touch, and what has to be loaded of it.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;

use crate::{
    council::{
        Ballot, BallotId, Meeting, MeetingId, Ruling, Seat, SeatNo, Suspension,
        conflict::Register,
        register::Certification,
        rules::{DEFAULT, RuleSet},
    },
    record::{
        change::{Change, RulesKind},
        subject::Subject,
    },
    review::{Application, Ref, Stage},
    rules::{Edition, EditionId},
};

/// What the docket knows that a change could touch, loaded as [`Needs`] says. What is not needed stays empty.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The docket's own id, once it is founded.
    pub docket: Option<String>,
    /// Whether the text of the named rule set is kept in the file.
    pub kept: bool,
    /// The application.
    pub application: Option<Application>,
    /// The edition it is judged by.
    pub edition: Option<Arc<Edition>>,
    /// How many submissions it has.
    pub submissions: u32,
    /// Its notes, by number.
    pub notes: Vec<Note>,
    /// Its ballots, by number.
    pub ballots: Vec<Ballot>,
    /// What was granted to it, first to last.
    pub certifications: Vec<Certification>,
    /// The meeting.
    pub meeting: Option<Meeting>,
    /// The meeting that is open.
    pub open_meeting: Option<MeetingId>,
    /// The later meeting that has the minutes of the meeting before it.
    pub later: Option<Meeting>,
    /// Where the applications named by an agenda stand; those not known are missing.
    pub listed: BTreeMap<Ref, Listed>,
    /// Every seat with its terms, by number and day.
    pub seats: Vec<Seat>,
    /// Every suspension.
    pub suspensions: Vec<Suspension>,
    /// The days on which the seat was in the room of a meeting or on the roster of a ballot.
    pub seat_days: Vec<NaiveDate>,
    /// What is known of conflicts.
    pub register: Register,
    /// The council rule set.
    pub rules: Option<Arc<RuleSet>>,
    /// Every ruling, by number.
    pub rulings: Vec<Ruling>,
    /// The hashes of applications as they stand now; those not known are missing.
    pub snapshots: BTreeMap<Ref, String>,
}

/// A note, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub n: u32,
    /// Who wrote it.
    pub actor: String,
    /// It was taken back.
    pub taken_back: bool,
}

/// Where an application named by an agenda stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its stage.
    pub stage: Stage,
    /// Set aside until.
    pub parked: Option<NaiveDate>,
    /// A certification was granted to it.
    pub certified: bool,
    /// The planned or open meeting that has it on its agenda, other than the one being changed.
    pub elsewhere: Option<MeetingId>,
    /// The ballot on it that is not declared.
    pub voted_on: Option<BallotId>,
}

/// What has to be loaded into a [`Before`] to check one change. The docket's id is always loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one thing whether it is loaded")]
pub struct Needs {
    /// This application, with its number of submissions, notes and ballots.
    pub application: Option<Ref>,
    /// This edition; `None` is that of the application, where one is loaded.
    pub edition: Option<EditionId>,
    /// This meeting, whole.
    pub meeting: MeetingNeeded,
    /// Which meeting is open.
    pub open_meeting: bool,
    /// This later meeting, whole.
    pub later: Option<MeetingId>,
    /// Where these applications stand.
    pub listed: Vec<Ref>,
    /// Every seat and suspension, and on which days this one sat.
    pub seat: Option<SeatNo>,
    /// Every seat.
    pub seats: bool,
    /// What is known of conflicts.
    pub register: bool,
    /// This council rule set; `None` is that of the meeting, where one is loaded.
    pub rules: Option<String>,
    /// Whether this text is kept in the file.
    pub kept: Option<(RulesKind, String)>,
    /// Every ruling.
    pub rulings: bool,
    /// The hashes of these applications as they stand now.
    pub snapshots: Vec<Ref>,
    /// What was granted to the application.
    pub certifications: bool,
}

/// Which meeting a check needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MeetingNeeded {
    /// None.
    #[default]
    Not,
    /// The one named.
    Named(MeetingId),
    /// The one this ballot was opened in, or the session of an electronic one.
    OfBallot(BallotId),
    /// The session in which an electronic ballot can be opened.
    Electronic {
        /// Which ballot.
        ballot: BallotId,
        /// The leading ballot of the motion it is put together with.
        with: Option<BallotId>,
        /// The day whose members vote.
        day: NaiveDate,
        /// The council rule set.
        rules: String,
    },
    /// The one that is open.
    Open,
}

impl<P> Change<P> {
    /// What has to be loaded to check this change: what it is about, and what it names beside that.
    pub fn needs(&self) -> Needs {
        let about = Needs::of(&self.subject());
        match self {
            Self::RulesTaken { kind, id, .. } => Needs { kept: Some((*kind, id.clone())), ..about },
            Self::Received { edition, .. } => Needs { edition: Some(edition.clone()), ..about },
            Self::ConflictWaived { .. } | Self::ConflictDismissed { .. } => {
                Needs { register: true, seats: true, ..about }
            }
            Self::Planned { rules, .. } => Needs { rules: Some(rules.clone()), ..about },
            Self::Called { .. } => Needs { open_meeting: true, rulings: true, ..about },
            Self::StoodIn { .. } => Needs { rulings: true, ..about },
            Self::AgendaSet { was, now, .. } => {
                Needs { listed: was.iter().chain(now).cloned().collect(), ..about }
            }
            Self::BallotOpened { ballot, meeting, with, as_of, rules, .. } => {
                let electronic = || MeetingNeeded::Electronic {
                    ballot: ballot.clone(),
                    with: with.clone(),
                    day: *as_of,
                    rules: rules.clone().unwrap_or_default(),
                };
                Needs { meeting: meeting.clone().map_or_else(electronic, MeetingNeeded::Named), ..about }
            }
            Self::ConsentSet { application, .. } => Needs { listed: vec![application.clone()], ..about },
            Self::Ruled { meeting: Some(meeting), .. } => {
                Needs { meeting: MeetingNeeded::Named(meeting.clone()), ..about }
            }
            Self::Ruled { meeting: None, .. } => {
                Needs { open_meeting: true, rules: Some(DEFAULT.to_owned()), ..about }
            }
            Self::MinutesApproved { by, .. } => Needs { later: Some(by.clone()), ..about },
            Self::MinutesAmended { by, .. } => Needs { later: by.clone(), ..about },
            Self::PacketSent { items, .. } => {
                Needs { snapshots: items.iter().map(|item| item.application.clone()).collect(), ..about }
            }
            Self::Cleared { .. } => Needs { certifications: true, ..about },
            _ => about,
        }
    }
}

impl Needs {
    /// What has to be loaded of `subject`; of a ballot its application and its meeting.
    fn of(subject: &Subject) -> Self {
        let meeting = match subject {
            Subject::Meeting(meeting) => MeetingNeeded::Named(meeting.clone()),
            Subject::Ballot(ballot) => MeetingNeeded::OfBallot(ballot.clone()),
            Subject::Seat(_) => MeetingNeeded::Open,
            Subject::Docket
            | Subject::Application(_)
            | Subject::Ruling(_)
            | Subject::Person(_)
            | Subject::Conflict(_) => MeetingNeeded::Not,
        };
        let seat = match subject {
            Subject::Seat(seat) => Some(*seat),
            _ => None,
        };
        let rulings = matches!(subject, Subject::Ruling(_));
        let register = matches!(subject, Subject::Person(_) | Subject::Conflict(_));
        let application = subject.application().cloned();
        Self { application, meeting, seat, register, rulings, ..Self::default() }
    }
}
