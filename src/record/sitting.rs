//! A meeting with all that its decisions rested on, as it stood at its end.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{act::Role, journal::Fingerprint};
use crate::{
    council::{
        Ballot, BallotId, Meeting, MeetingId, Ruling, Seat, SeatNo, conflict::Register, hindsight::put_right,
        register::Certification,
    },
    review::Application,
    rules::RequirementId,
};

/// A meeting as it stood when it was adjourned; as it stands, where it is not over. What came later is not in it, but
/// for what became of its minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The meeting.
    pub meeting: Meeting,
    /// Every seat of the council with its terms.
    pub seats: Vec<Seat>,
    /// What was known of conflicts.
    pub register: Register,
    /// The applications on its agenda and in its ballots.
    pub applications: Vec<Application>,
    /// What each of its ballots was opened on, in the order they were opened.
    pub openings: Vec<Opening>,
    /// When each seat took the position that it has in a ballot.
    pub answers: BTreeMap<(BallotId, SeatNo), DateTime<Utc>>,
    /// Every ruling up to there, first to last.
    pub rulings: Vec<Ruling>,
    /// The minutes of other meetings that it approved, and when that was recorded.
    pub approves: Vec<(MeetingId, DateTime<Utc>)>,
    /// The amendments of the minutes of other meetings that it is said to have adopted.
    pub amends: Vec<Adopted>,
    /// Personal texts that the journal up to there names and that are erased.
    pub erased: u64,
    /// What it granted.
    pub certifications: Vec<Certification>,
    /// Who called it to order.
    pub called: Option<Done>,
    /// Who adjourned it.
    pub adjourned: Option<Done>,
    /// The fingerprint of the journal at that place.
    pub fingerprint: Fingerprint,
    /// Entries of the journal up to that place.
    pub entries: u64,
}

/// An amendment of the minutes of another meeting, as the meeting that adopted it has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The meeting whose minutes are amended.
    pub meeting: MeetingId,
    /// The number of the amendment.
    pub n: u32,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Who entered it.
    pub actor: String,
}

/// What a ballot was opened on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which ballot.
    pub ballot: BallotId,
    /// The application as it was in that moment.
    pub application: Application,
    /// The ballots that it had had before, first to last.
    pub earlier: Vec<Ballot>,
    /// Who opened it.
    pub by: Done,
    /// Who entered that the application goes to the council although it is not ready.
    pub presented_as: Option<Done>,
    /// Who took it up again since its last ballot, where it had been decided.
    pub reopened: Option<Reopened>,
    /// Who waived each requirement that is waived.
    pub waivers: BTreeMap<RequirementId, Done>,
}

/// A decided application was taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// Who did that, and when.
    pub done: Done,
    /// Why.
    pub because: String,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// In which role.
    pub role: Option<Role>,
}

impl Sitting {
    /// The meeting with the times in the room as its minutes have them: put right by what was corrected after its end,
    /// but not after the minutes were approved.
    pub fn in_minutes(&self) -> Meeting {
        put_right(&self.meeting, self.meeting.corrections_in_minutes())
    }

    /// The meeting with the times in the room as they stand now.
    pub fn as_it_stands(&self) -> Meeting {
        put_right(&self.meeting, &self.meeting.corrections)
    }

    /// What `ballot` was opened on.
    pub fn opening(&self, ballot: &Ballot) -> Option<&Opening> {
        self.openings.iter().find(|opening| opening.ballot == ballot.id)
    }

    /// When `seat` took the position that it has in `ballot`.
    pub fn answered(&self, ballot: &Ballot, seat: SeatNo) -> Option<DateTime<Utc>> {
        self.answers.get(&(ballot.id.clone(), seat)).copied()
    }

    /// What `ballot` granted.
    pub fn granted(&self, ballot: &Ballot) -> Option<&Certification> {
        let id = ballot.id.to_string();
        self.certifications.iter().find(|certification| certification.ballot == id)
    }
}
