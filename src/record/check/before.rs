//! What the docket knows that a change could touch, and what has to be loaded of it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    council::{Ballot, BallotId, Meeting, MeetingId, Seat, SeatNo, rules::RuleSet},
    record::change::{Change, RulesKind},
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
    /// The meeting.
    pub meeting: Option<Meeting>,
    /// The meeting that is open.
    pub open_meeting: Option<MeetingId>,
    /// Where the applications named by an agenda stand; those not known are missing.
    pub listed: BTreeMap<Ref, Listed>,
    /// Every seat, by number.
    pub seats: Vec<Seat>,
    /// Whether the seat occurs in the attendance of any meeting or the roster of any ballot.
    pub seat_used: bool,
    /// The council rule set.
    pub rules: Option<Arc<RuleSet>>,
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
    /// The planned or open meeting that has it on its agenda, other than the one being changed.
    pub elsewhere: Option<MeetingId>,
}

/// What has to be loaded into a [`Before`] to check one change. The docket's id is always loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// This application, with its number of submissions, notes and ballots.
    pub application: Option<Ref>,
    /// This edition; `None` is that of the application, where one is loaded.
    pub edition: Option<EditionId>,
    /// This meeting, whole.
    pub meeting: MeetingNeeded,
    /// Which meeting is open.
    pub open_meeting: bool,
    /// Where these applications stand.
    pub listed: Vec<Ref>,
    /// Every seat, and whether this one is used.
    pub seat: Option<SeatNo>,
    /// This council rule set; `None` is that of the meeting, where one is loaded.
    pub rules: Option<String>,
    /// Whether this text is kept in the file.
    pub kept: Option<(RulesKind, String)>,
}

/// Which meeting a check needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MeetingNeeded {
    /// None.
    #[default]
    Not,
    /// The one named.
    Named(MeetingId),
    /// The one this ballot was opened in.
    OfBallot(BallotId),
    /// The one that is open.
    Open,
}

impl<P> Change<P> {
    /// What has to be loaded to check this change.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Founded { .. } => Needs::default(),
            Self::RulesTaken { kind, id, .. } => {
                Needs { kept: Some((*kind, id.clone())), ..Needs::default() }
            }
            Self::Received { application, edition, .. } => {
                Needs { edition: Some(edition.clone()), ..Needs::of_application(application) }
            }
            Self::Submitted { application, .. }
            | Self::Amended { application, .. }
            | Self::Found { application, .. }
            | Self::Checked { application, .. }
            | Self::Given { application, .. }
            | Self::Assigned { application, .. }
            | Self::Staged { application, .. }
            | Self::Demonstrated { application, .. }
            | Self::Noted { application, .. } => Needs::of_application(application),
            Self::Seated { was, now } => Needs {
                seat: now.as_ref().or(was.as_ref()).map(|seat| seat.n),
                meeting: MeetingNeeded::Open,
                ..Needs::default()
            },
            Self::Planned { meeting, rules, .. } => {
                Needs { rules: Some(rules.clone()), ..Needs::of_meeting(meeting) }
            }
            Self::Called { meeting, .. } => Needs { open_meeting: true, ..Needs::of_meeting(meeting) },
            Self::Attended { meeting, .. } | Self::Adjourned { meeting } => Needs::of_meeting(meeting),
            Self::AgendaSet { meeting, was, now } => {
                Needs { listed: was.iter().chain(now).cloned().collect(), ..Needs::of_meeting(meeting) }
            }
            Self::BallotOpened { ballot, meeting, .. } => {
                Needs { application: Some(ballot.application.clone()), ..Needs::of_meeting(meeting) }
            }
            Self::Voted { ballot, .. }
            | Self::BallotClosed { ballot, .. }
            | Self::Declared { ballot, .. } => Needs {
                meeting: MeetingNeeded::OfBallot(ballot.clone()),
                ..Needs::of_application(&ballot.application)
            },
        }
    }
}

impl Needs {
    fn of_application(reference: &Ref) -> Self {
        Self { application: Some(reference.clone()), ..Self::default() }
    }

    fn of_meeting(meeting: &MeetingId) -> Self {
        Self { meeting: MeetingNeeded::Named(meeting.clone()), ..Self::default() }
    }
}
