//! The minutes of a meeting: who was there when, why each result is what it is, where each rule comes from.

mod item;
mod joint;
mod presented;
pub(super) mod reading;
mod room;
mod session;
mod state;
mod write;

use chrono::NaiveDate;
use serde::Serialize;

pub use item::{Case, Granted, Item};
pub(super) use item::{case, judged};
pub use joint::{Joint, Kind, Part};
pub use presented::PresentedSo;
pub use reading::InForce;
pub use room::{Attending, Moment, Stay};
pub(super) use session::corrections;
pub use session::{FreeLine, Noted, RulingMade};
pub(super) use state::amended;
pub use state::{Amended, AmendedIn, Approved, Standing, draft_hash};

use super::{
    Audience, Books, PaperError,
    books::Cited,
    electronic::{self, Electronic},
    names::Names,
    words,
};
use crate::{
    council::{MeetingId, rules::OpenQuestion},
    record::Sitting,
    rules::Provenance,
};

/// The minutes of a meeting, or of a vote without one, which has no room: nobody is in it, everybody was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Minutes {
    /// Version of this form.
    pub schema: u32,
    /// The meeting; of a vote without one, its session.
    pub meeting: MeetingId,
    /// How the vote went, where it was taken without a meeting.
    pub electronic: Option<Electronic>,
    /// Its day.
    pub date: NaiveDate,
    /// How far they have come.
    pub standing: Standing,
    /// Whether this is the public version.
    pub public: bool,
    /// When and by whom it was called to order.
    pub called: Option<String>,
    /// When and by whom it was adjourned.
    pub adjourned: Option<String>,
    /// When it ended, without more.
    pub ended: Option<String>,
    /// The council's rules.
    pub rules: Cited,
    /// The quorum; `None` for an electronic ballot, which needs none.
    pub quorum: Option<Quorum>,
    /// The reading that was fixed at the call to order, and what became of it.
    pub reading: Option<InForce>,
    /// What the rules leave open, and how it was treated.
    pub open_questions: Vec<Question>,
    /// Every member, present or not; contributors, suspended holders and stand-ins, marked as such.
    pub attendance: Vec<Attending>,
    /// Each time somebody came in or went out.
    pub room: Vec<Moment>,
    /// Rulings made in it.
    pub rulings: Vec<RulingMade>,
    /// Times in the room that were put right.
    pub corrections: Vec<String>,
    /// Packets that were sent for it.
    pub packets: Vec<String>,
    /// What stood on the consent list.
    pub consent: Vec<String>,
    /// The free items of the agenda.
    pub free: Vec<FreeLine>,
    /// What was put to the vote as one motion over several items.
    pub joints: Vec<Joint>,
    /// The applications of the agenda, item by item.
    pub items: Vec<Item>,
    /// The meetings whose minutes were approved in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approves: Vec<MeetingId>,
    /// The amendments of other minutes that were adopted in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amends: Vec<AmendedIn>,
    /// The approval of these minutes.
    pub approved: Option<Approved>,
    /// What was put right in them; what they said stays above.
    pub amendments: Vec<Amended>,
    /// Times in the room that were put right after the approval.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected_since: Vec<String>,
    /// Closed ballots that rested on them, each with what it would have come to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flagged_since: Vec<String>,
    /// The fingerprint of the journal at the end of the meeting.
    pub fingerprint: String,
    /// Entries of the journal up to there.
    pub entries: u64,
    /// What these minutes print of entries that came later, which the fingerprint does not cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<String>,
}

/// The quorum and how it was reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Quorum {
    /// Voting seats of the council.
    pub seats: u32,
    /// Of them without a holder on the day.
    pub vacant: u32,
    /// Of them with a holder who is suspended.
    pub suspended: u32,
    /// Contributors, who have no vote.
    pub contributors: u32,
    /// The rest: the voting members.
    pub members: u32,
    /// Members needed.
    pub needed: u32,
    /// All of it in one line.
    pub working: String,
    /// The rule.
    pub rule: String,
}

/// Something the rules leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Question {
    /// What it is about, in one word.
    pub question: String,
    /// What is left open.
    pub text: String,
    /// How it was treated.
    pub handled: String,
    /// How sure that is.
    pub provenance: Provenance,
    /// Where it was looked for.
    pub source: String,
}

/// The minutes of `sitting`.
///
/// # Errors
/// A ballot's positions cannot be, or the rules it rests on are not at hand.
pub fn minutes(sitting: &Sitting, books: &Books, audience: Audience) -> Result<Minutes, PaperError> {
    let meeting = &sitting.meeting;
    let names = Names::of(sitting, audience);
    let mut items = item::items(sitting, books, &names)?;
    let first = meeting.ballots.first();
    let electronic = first.and_then(|first| electronic::electronic(sitting, first, &names));
    let in_room = electronic.is_none();
    let day = meeting.date;
    let at = |when: Option<_>, done: Option<_>| {
        let when = when.map(|at| format!("{} UTC", words::time(at, day)))?;
        let by = done.filter(|_| audience == Audience::Internal);
        Some(by.map_or_else(|| when.clone(), |done| format!("{when}, recorded by {}", words::who(done))))
    };
    Ok(Minutes {
        schema: 1,
        meeting: names.meeting(&meeting.id),
        electronic,
        date: day,
        standing: state::standing(sitting),
        public: audience == Audience::Public,
        called: at(meeting.called, sitting.called.as_ref()),
        adjourned: at(meeting.adjourned, sitting.adjourned.as_ref()),
        ended: meeting.adjourned.map(|at| words::time(at, day)),
        rules: books.council.cited(),
        quorum: in_room.then(|| quorum(sitting, books)),
        reading: reading::at_call(sitting, books, audience),
        open_questions: books.council.rules.open.iter().map(question).collect(),
        attendance: if in_room { room::attendance(sitting, audience) } else { Vec::new() },
        room: if in_room { room::moments(meeting, &books.council.rules, &names) } else { Vec::new() },
        rulings: session::rulings(meeting, &names),
        corrections: session::corrections(meeting, meeting.corrections_in_minutes(), audience),
        packets: session::packets(meeting),
        consent: session::consent(meeting, &names),
        free: session::free(meeting, audience),
        joints: joint::joints(sitting, &mut items, &names),
        items,
        approves: state::approves(sitting).map(|(meeting, _)| meeting.clone()).collect(),
        amends: state::amended_in(sitting, audience),
        approved: state::approved(sitting, books, audience)?,
        amendments: state::amended(sitting, audience),
        corrected_since: session::corrections(meeting, meeting.corrections_since_approval(), audience),
        flagged_since: session::flagged_since(sitting, books, &names)?,
        fingerprint: sitting.fingerprint.to_string(),
        entries: sitting.entries,
        later: state::later(sitting),
    })
}

fn quorum(sitting: &Sitting, books: &Books) -> Quorum {
    let rules = &books.council.rules;
    let working = sitting.meeting.working(rules);
    let members = format!("{} of {}", words::share(rules.quorum.share), working.members);
    Quorum {
        seats: working.seats,
        vacant: working.vacant,
        suspended: working.suspended,
        contributors: working.contributors,
        members: working.members,
        needed: working.quorum,
        working: format!("{working} ({members})"),
        rule: format!("{}: {}", rules.quorum.provenance, rules.quorum.source),
    }
}

fn question(open: &OpenQuestion) -> Question {
    Question {
        question: open.question.clone(),
        text: open.text.clone(),
        handled: open.handled.clone(),
        provenance: open.provenance,
        source: open.source.clone(),
    }
}
