//! A change: the one kind of write. It says what it saw (`was`), so that nothing is overwritten unseen and every
//! change that can be undone is undone by its mirror image.
//!
//! `P` is personal text: `String` where a change is made, a hash of the content table where it is recorded.

mod parts;

pub use parts::{Assignment, Field, Granted, RulesKind, Standing};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    council::{
        Action, Attendance, BallotId, Base, FreeItem, ItemNo, MeetingId, Motion, Outcome, Position, Reason,
        Ruled, Seat, SeatNo, SentItem, StandIn, Terms, Threshold, Topic,
        condition::Clearing,
        conflict::{Conflict, Tie},
        together::{Consent, Pulled},
    },
    review::{Check, Evidence, Facts, Finding, Item, Kind, Ref, Remark, Stage, application::DemoReview},
    rules::{EditionId, Program, RequirementId},
};

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(
    tag = "change",
    rename_all = "kebab-case",
    deny_unknown_fields,
    bound(deserialize = "P: Deserialize<'de>")
)]
pub enum Change<P = String> {
    /// The docket begins: always the first entry of a file.
    Founded {
        /// The file's own id.
        docket: String,
        /// The version of the record's form.
        schema: u32,
    },
    /// A copy for rehearsing begins: what comes after it was never decided.
    RehearsalBegan {
        /// The fingerprint of the docket that it is a copy of, as it was then.
        of: String,
    },
    /// The text of a rule set is taken into the file at its first use.
    RulesTaken {
        /// Edition or council rule set.
        kind: RulesKind,
        /// Its id.
        id: String,
        /// Its text, whole.
        text: String,
    },
    /// An application is queued.
    Received {
        /// Its ref.
        application: Ref,
        /// What it asks for.
        program: Program,
        /// First or later.
        kind: Kind,
        /// By which rules.
        edition: EditionId,
        /// The day it came.
        received: NaiveDate,
        /// Where it starts: `enquiry` or `received`.
        stage: Stage,
        /// What was understood.
        facts: Facts<P>,
        /// What was not.
        remarks: Vec<Remark>,
        /// What was sent, as it came.
        original: P,
    },
    /// A later submission for a known application.
    Submitted {
        /// Which application.
        application: Ref,
        /// The submission's number; the one it was received with is 1.
        n: u32,
        /// The day it came.
        received: NaiveDate,
        /// What stands now: what was understood, and what reviewers corrected and added before, where it stays.
        /// Items that stand as before keep their numbers.
        facts: Facts<P>,
        /// What was not understood.
        remarks: Vec<Remark>,
        /// What was sent, as it came.
        original: P,
        /// Fields that stay as a reviewer corrected them, because this brings what was corrected once more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        kept: Vec<Field>,
    },
    /// A reviewer corrects a fact.
    Amended {
        /// Which application.
        application: Ref,
        /// Which fact.
        field: Field,
        /// Its text before.
        was: Option<String>,
        /// Its text now; `None` is not known.
        now: Option<String>,
    },
    /// A finding is made, changed or cleared.
    Found {
        /// Which application.
        application: Ref,
        /// Which requirement.
        requirement: RequirementId,
        /// Before.
        was: Option<Finding>,
        /// Now.
        now: Option<Finding>,
    },
    /// Something put forward is accepted, rejected, or neither again.
    Checked {
        /// Which application.
        application: Ref,
        /// Which item.
        item: Item,
        /// Before.
        was: Option<Check>,
        /// Now.
        now: Option<Check>,
    },
    /// A reviewer adds a piece of evidence, or takes it back.
    Given {
        /// Which application.
        application: Ref,
        /// Before.
        was: Option<Evidence>,
        /// Now.
        now: Option<Evidence>,
    },
    /// Who reviews it, and by when.
    Assigned {
        /// Which application.
        application: Ref,
        /// Before.
        was: Assignment,
        /// Now.
        now: Assignment,
    },
    /// It moves to another stage, or is set aside.
    Staged {
        /// Which application.
        application: Ref,
        /// Before.
        was: Standing,
        /// Now.
        now: Standing,
        /// Why; asked for where it was decided.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// The live demonstration is asked for, planned or held.
    Demonstrated {
        /// Which application.
        application: Ref,
        /// Before.
        was: DemoReview,
        /// Now.
        now: DemoReview,
    },
    /// A private note is written, or taken back.
    Noted {
        /// Which application.
        application: Ref,
        /// The note's number; the first is 1.
        n: u32,
        /// The note; `None` takes it back.
        text: Option<P>,
    },
    /// A seat is given to somebody for a term, or such a term is changed or taken away.
    Seated {
        /// Before.
        was: Option<Seat>,
        /// Now.
        now: Option<Seat>,
    },
    /// A seat's holder is suspended, or the suspension is taken back.
    Suspended {
        /// Which seat.
        seat: SeatNo,
        /// First day.
        from: NaiveDate,
        /// Last day.
        until: Option<NaiveDate>,
        /// Why; `None` takes it back.
        because: Option<P>,
    },
    /// A suspension gets another last day.
    SuspensionEnds {
        /// Which seat.
        seat: SeatNo,
        /// The first day of the suspension.
        from: NaiveDate,
        /// Its last day before.
        was: Option<NaiveDate>,
        /// Its last day now.
        now: Option<NaiveDate>,
    },
    /// Somebody takes the place of a seat's holder in a meeting, or gives it back.
    StoodIn {
        /// Which meeting.
        meeting: MeetingId,
        /// Before.
        was: Option<StandIn>,
        /// Now.
        now: Option<StandIn>,
    },
    /// Somebody's tie to an organisation is entered into the register of conflicts, or taken back.
    ConflictEntered {
        /// Its number in the register; the first is 1.
        n: u32,
        /// The tie.
        conflict: Conflict,
        /// It is taken back.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        taken_back: bool,
        /// What is to be said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<P>,
    },
    /// A tie in the register gets another last day.
    ConflictEnds {
        /// Its number.
        n: u32,
        /// Its last day before.
        was: Option<NaiveDate>,
        /// Its last day now.
        now: Option<NaiveDate>,
    },
    /// The chair says that a suggestion is no conflict, for good.
    ConflictDismissed {
        /// What it is about.
        tie: Tie,
        /// Why.
        because: P,
    },
    /// The chair lets somebody take part in an application in spite of a conflict, or takes that back.
    ConflictWaived {
        /// Which application.
        application: Ref,
        /// What it is about.
        tie: Tie,
        /// Why; `None` takes it back.
        because: Option<P>,
    },
    /// A meeting is planned, or the plan is dropped.
    Planned {
        /// Which meeting.
        meeting: MeetingId,
        /// Its day.
        date: NaiveDate,
        /// The council rule set it goes by.
        rules: String,
    },
    /// A meeting is called to order; the reading is fixed.
    Called {
        /// Which meeting.
        meeting: MeetingId,
        /// The reading in force.
        reading: Base,
    },
    /// Somebody comes in or goes out.
    Attended {
        /// Which meeting.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatNo,
        /// The stay before.
        was: Option<Attendance>,
        /// The stay now.
        now: Option<Attendance>,
    },
    /// The agenda is made.
    AgendaSet {
        /// Which meeting.
        meeting: MeetingId,
        /// Before.
        was: Vec<Ref>,
        /// Now, in order.
        now: Vec<Ref>,
    },
    /// An item of the agenda is put on the consent list, pulled from it, or taken off it.
    ConsentSet {
        /// Which meeting.
        meeting: MeetingId,
        /// Which item.
        application: Ref,
        /// Before.
        was: Option<Consent>,
        /// Now.
        now: Option<Consent>,
    },
    /// A ballot is opened, and with it everything it rests on is frozen.
    BallotOpened {
        /// Which ballot.
        ballot: BallotId,
        /// In which meeting; `None` for an electronic ballot.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<MeetingId>,
        /// When an electronic ballot ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<DateTime<Utc>>,
        /// What is moved.
        motion: Motion,
        /// What the motion says beside its word.
        #[serde(default, skip_serializing_if = "Terms::is_empty")]
        terms: Terms,
        /// Who moves it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mover: Option<SeatNo>,
        /// Who seconds it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconder: Option<SeatNo>,
        /// The leading ballot of the motion that this one is put together with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<BallotId>,
        /// The ballot that this one takes up again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        again: Option<BallotId>,
        /// The council rule set an electronic ballot goes by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rules: Option<String>,
        /// By which rules the application is judged.
        edition: EditionId,
        /// For which day.
        as_of: NaiveDate,
        /// Hash of the application as reviewed.
        snapshot: String,
        /// The reading in force.
        reading: Base,
        /// How much is needed.
        threshold: Threshold,
        /// The voting members.
        roster: Vec<Seat>,
    },
    /// A seat takes, changes or takes back a position.
    Voted {
        /// On which ballot.
        ballot: BallotId,
        /// Which seat.
        seat: SeatNo,
        /// Before.
        was: Option<Position>,
        /// Now.
        now: Option<Position>,
        /// Why, where it had one before and that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Reason>,
    },
    /// A member pulls a ballot: out of a motion over several items to a vote of its own, or into a meeting. It ends
    /// without a decision, and the application is ready again.
    Pulled {
        /// Which ballot.
        ballot: BallotId,
        /// Who pulled it, and why.
        pulled: Pulled,
        /// The seats present at that moment; none where the vote is electronic.
        present: Vec<SeatNo>,
    },
    /// A seat that came in after a ballot was opened is asked whether it takes part. One that does not counts as
    /// present without a position, for the base is whoever is in attendance at closing; to weigh nothing, it leaves.
    Joined {
        /// In which ballot.
        ballot: BallotId,
        /// Which seat.
        seat: SeatNo,
        /// Before.
        was: Option<bool>,
        /// It takes part; `None` where it was not asked.
        now: Option<bool>,
    },
    /// A ballot is closed.
    BallotClosed {
        /// Which ballot.
        ballot: BallotId,
        /// The seats present at that moment.
        present: Vec<SeatNo>,
        /// The seats that took a position and then left: asked about, and not counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left: Vec<SeatNo>,
        /// The positions as whoever closes it saw them; earlier entries do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        saw: Option<Vec<(SeatNo, Position)>>,
    },
    /// A ballot's result is declared.
    Declared {
        /// Which ballot.
        ballot: BallotId,
        /// As what; always what the positions come to.
        outcome: Outcome,
        /// Where the application goes.
        next: Stage,
        /// What is granted.
        granted: Option<Granted>,
    },
    /// A condition of a certification is cleared, or open again.
    Cleared {
        /// The ballot that granted the certification.
        ballot: BallotId,
        /// The condition's number.
        condition: u32,
        /// Before.
        was: Option<Clearing>,
        /// Now.
        now: Option<Clearing>,
    },
    /// A meeting is over; what was not decided is ready again.
    Adjourned {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// A time in the room is put right. No closed ballot is counted again for it.
    Corrected {
        /// Which meeting.
        meeting: MeetingId,
        /// Which seat.
        seat: SeatNo,
        /// The stay as it was recorded; `None` was not recorded.
        was: Option<Attendance>,
        /// The stay as it was in truth; `None` was no stay at all.
        now: Option<Attendance>,
        /// Why.
        because: String,
    },
    /// A free item is put on the agenda, changed, moved or taken off.
    ItemSet {
        /// Which meeting.
        meeting: MeetingId,
        /// Which item.
        item: ItemNo,
        /// Before.
        was: Option<FreeItem>,
        /// Now.
        now: Option<FreeItem>,
    },
    /// A line of the agenda gets a note: what was said, or who is to do what. Or the note is taken back.
    Minuted {
        /// Which meeting.
        meeting: MeetingId,
        /// The note's number in the meeting; the first is 1.
        n: u32,
        /// On which line.
        topic: Topic,
        /// The note; `None` takes it back.
        text: Option<P>,
        /// Who is to do it, where it is an action.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        action: Option<Action>,
    },
    /// The chair decides how a rule is to be read from now on.
    Ruled {
        /// The ruling's number in the docket; the first is 1.
        n: u32,
        /// The meeting it is made in, if it is made in one.
        meeting: Option<MeetingId>,
        /// The chair who rules.
        chair: String,
        /// What held before.
        was: Ruled,
        /// What holds now.
        now: Ruled,
        /// Why.
        because: String,
    },
    /// A later meeting has approved the minutes of a meeting.
    MinutesApproved {
        /// Of which meeting.
        meeting: MeetingId,
        /// By which meeting.
        by: MeetingId,
        /// SHA-256 of the text that was approved, in hexadecimal.
        hash: String,
    },
    /// The minutes of a meeting are put right. What they said before is kept.
    MinutesAmended {
        /// Of which meeting.
        meeting: MeetingId,
        /// The amendment's number; the first is 1.
        n: u32,
        /// What is to be read.
        text: String,
        /// Why.
        because: String,
        /// By which meeting, where one adopted it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MeetingId>,
    },
    /// A packet for a meeting was sent to the members.
    PacketSent {
        /// Which meeting.
        meeting: MeetingId,
        /// The packet's number for the meeting; the first is 1.
        n: u32,
        /// Hash of the paper, in hexadecimal.
        hash: String,
        /// The applications in it, as they stood.
        items: Vec<SentItem>,
    },
}
