//! How far minutes have come: a draft, approved by a later meeting, amended after that.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::{Minutes, minutes};
use crate::{
    council::{Amendment, MeetingId, MeetingState, electronic},
    papers::{Audience, Books, PaperError, books::sha256, words},
    record::{Adopted, Sitting, meeting::day_of},
    rules::ids::words as words_of,
    text::stopped,
};

words_of!(
    /// How far minutes have come.
    Standing {
        /// The meeting has not been called to order.
        Planned = "planned",
        /// The meeting is not over.
        Provisional = "provisional",
        /// A vote without a meeting is declared: there is nothing for a later meeting to approve.
        Declared = "declared",
        /// The meeting is over; the council has not approved the minutes.
        Draft = "draft",
        /// A later meeting has approved them.
        Approved = "approved",
        /// They were put right after that.
        Amended = "amended",
    }
);

/// The approval of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Approved {
    /// By which meeting.
    pub by: MeetingId,
    /// When that was recorded, and by whom.
    pub recorded: String,
    /// That was before the day of the meeting that is said to have approved them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub before_the_day: bool,
    /// SHA-256 of the text that was approved, in hexadecimal.
    pub sha256: String,
    /// Whether the docket gives that very text again.
    pub same_text: bool,
    /// Personal texts of the journal up to there that are erased, which are one reason why it may not.
    #[serde(skip_serializing_if = "is_none")]
    pub erased: u64,
}

/// The signature is the one that `skip_serializing_if` asks for.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

/// A correction of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Amended {
    /// Its number.
    pub n: u32,
    /// What is to be read.
    pub text: String,
    /// Why; not in public papers.
    pub because: Option<String>,
    /// The meeting that adopted it, where one did.
    pub by: Option<MeetingId>,
    /// When it was recorded, and by whom.
    pub recorded: String,
    /// Whether it was part of what was approved.
    pub approved: bool,
    /// The day it was recorded.
    #[serde(skip)]
    pub on: NaiveDate,
    /// All of it in words.
    #[serde(skip)]
    pub said: String,
}

/// An amendment of other minutes that the meeting adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct AmendedIn {
    /// The meeting whose minutes are amended.
    pub meeting: MeetingId,
    /// The number of the amendment.
    pub n: u32,
    /// Who entered it; not in public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<String>,
}

/// SHA-256 of the minutes of `sitting` as they are put before a meeting, in hexadecimal: the Markdown of the draft.
///
/// # Errors
/// As [`minutes`].
pub fn draft_hash(sitting: &Sitting, books: &Books) -> Result<String, PaperError> {
    let mut draft = sitting.clone();
    draft.meeting.amendments.retain(|one| is_approved(sitting, one));
    draft.meeting.corrections = sitting.meeting.corrections_in_minutes().cloned().collect();
    draft.approves = approves(sitting).cloned().collect();
    draft.amends = amends(sitting).cloned().collect();
    draft.meeting.approval = None;
    let page = minutes(&draft, books, Audience::Internal)?.page();
    Ok(sha256(&page.markdown()))
}

/// The minutes that the meeting approved, as far as its own say so: once these are approved, those it had approved before.
pub(super) fn approves(sitting: &Sitting) -> impl Iterator<Item = &(MeetingId, DateTime<Utc>)> {
    let approval = sitting.meeting.approval.as_ref();
    sitting.approves.iter().filter(move |(_, at)| approval.is_none_or(|approval| approval.covers(*at)))
}

/// The amendments that the meeting adopted, as far as its own minutes say so: as [`approves`].
pub(super) fn amends(sitting: &Sitting) -> impl Iterator<Item = &Adopted> {
    let approval = sitting.meeting.approval.as_ref();
    sitting.amends.iter().filter(move |one| approval.is_none_or(|approval| approval.covers(one.at)))
}

/// What the minutes say of the amendments that the meeting adopted.
pub(super) fn amended_in(sitting: &Sitting, audience: Audience) -> Vec<AmendedIn> {
    let line = |one: &Adopted| AmendedIn {
        meeting: one.meeting.clone(),
        n: one.n,
        entered_by: (audience == Audience::Internal).then(|| one.actor.clone()),
    };
    amends(sitting).map(line).collect()
}

impl AmendedIn {
    pub(super) fn line(&self) -> String {
        let entered = self.entered_by.as_ref().map(|by| format!(", as entered by {by}"));
        format!("the minutes of {}, amendment {}{}", self.meeting, self.n, entered.unwrap_or_default())
    }
}

pub(super) fn standing(sitting: &Sitting) -> Standing {
    let meeting = &sitting.meeting;
    match (meeting.state, &meeting.approval) {
        (MeetingState::Planned, _) => Standing::Planned,
        (MeetingState::Open, _) => Standing::Provisional,
        (MeetingState::Adjourned, _) if electronic::lead_of(&meeting.id).is_some() => Standing::Declared,
        (MeetingState::Adjourned, None) => Standing::Draft,
        (MeetingState::Adjourned, Some(_)) => {
            let later = meeting.amendments.iter().any(|one| !is_approved(sitting, one))
                || meeting.corrections_since_approval().next().is_some();
            if later { Standing::Amended } else { Standing::Approved }
        }
    }
}

/// Whether an amendment was in the text that is approved, or would be.
fn is_approved(sitting: &Sitting, amendment: &Amendment) -> bool {
    amendment.is_part_of(sitting.meeting.approval.as_ref())
}

pub(super) fn approved(
    sitting: &Sitting,
    books: &Books,
    audience: Audience,
) -> Result<Option<Approved>, PaperError> {
    let Some(approval) = &sitting.meeting.approval else { return Ok(None) };
    Ok(Some(Approved {
        by: approval.by.clone(),
        recorded: recorded(audience, (approval.at, &approval.actor)),
        before_the_day: day_of(&approval.by).is_some_and(|day| approval.at.date_naive() < day),
        same_text: draft_hash(sitting, books)? == approval.hash,
        sha256: approval.hash.clone(),
        erased: sitting.erased,
    }))
}

/// The amendments of the minutes of `sitting`, in order.
pub(in crate::papers) fn amended(sitting: &Sitting, audience: Audience) -> Vec<Amended> {
    let amended = |one: &Amendment| {
        let because = (audience == Audience::Internal).then(|| one.because.clone());
        let recorded = recorded(audience, (one.at, &one.actor));
        let approved = is_approved(sitting, one);
        let why = because.as_ref().map(|because| format!(" Because: {}", stopped(because)));
        let by = one.by.as_ref().map(|by| format!("; adopted by the meeting of {by}"));
        let when = match (&sitting.meeting.approval, approved) {
            (None, _) => "",
            (Some(_), true) => ", before the approval",
            (Some(_), false) => ", AFTER THE APPROVAL",
        };
        let (why, by) = (why.unwrap_or_default(), by.unwrap_or_default());
        Amended {
            n: one.n,
            text: one.text.clone(),
            because,
            by: one.by.clone(),
            on: one.at.date_naive(),
            said: format!("{}{why} (recorded {recorded}{when}{by})", stopped(&one.text)),
            recorded,
            approved,
        }
    };
    sitting.meeting.amendments.iter().map(amended).collect()
}

/// How many entries that came after the meeting its minutes print, and which; nothing where they print none.
pub(super) fn later(sitting: &Sitting) -> Option<String> {
    let meeting = &sitting.meeting;
    let over = meeting.adjourned?;
    let approval = meeting.approval.iter().count();
    let corrected = meeting.corrections.iter().filter(|one| one.at > over).count();
    let approves = approves(sitting).filter(|(_, at)| *at > over).count();
    let amends = amends(sitting).filter(|one| one.at > over).count();
    let kinds = [
        (approval, "approval", "approvals"),
        (meeting.amendments.len(), "amendment", "amendments"),
        (corrected, "corrected time", "corrected times"),
        (approves, "approval of other minutes", "approvals of other minutes"),
        (amends, "amendment of other minutes", "amendments of other minutes"),
    ];
    let count = |n: usize, one, many| words::count(u32::try_from(n).unwrap_or(u32::MAX), one, many);
    let told = kinds.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many));
    let told: Vec<String> = told.collect();
    let all = kinds.iter().fold(0_usize, |sum, (n, ..)| sum.saturating_add(*n));
    (all > 0).then(|| {
        let all =
            count(all, "later entry that these minutes print", "later entries that these minutes print");
        format!("{all}: {}", told.join(", "))
    })
}

fn recorded(audience: Audience, (at, actor): (DateTime<Utc>, &str)) -> String {
    let when = words::moment(at);
    if audience == Audience::Internal { format!("{when} by {actor}") } else { when }
}

impl Minutes {
    /// What is to be seen first.
    pub(super) fn mark(&self) -> Option<String> {
        let mark = match self.standing {
            Standing::Declared => return None,
            Standing::Planned => "PLAN: the meeting has not been called to order",
            Standing::Provisional if self.electronic.is_some() => {
                "DRAFT: the ballot is not declared, everything is provisional"
            }
            Standing::Provisional => "DRAFT: the meeting is not over, everything is provisional",
            Standing::Draft => "DRAFT: not approved by the council yet",
            Standing::Approved | Standing::Amended => {
                let approved = self.approved.as_ref()?;
                let amended = self.standing == Standing::Amended;
                let amended = if amended { "AMENDED since; see the amendments below. " } else { "" };
                return Some(format!("{amended}APPROVED by the meeting of {}", approved.by));
            }
        };
        Some(mark.to_owned())
    }
}
