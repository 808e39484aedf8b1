//! What was done in a meeting besides its ballots: free items, notes and actions, rulings, corrected times, packets,
//! and what was on the consent list.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Minutes, joint};
use crate::{
    council::{
        Attendance, Ballot, Correction, Meeting, Minute, Ruling, Sent, Topic, hindsight::hindsight,
        ruling::in_force_at, together::Consent,
    },
    papers::{
        Audience, Books, PaperError,
        names::Names,
        page::{Line, Page},
        words,
    },
    record::Sitting,
    review::Ref,
};

/// A free item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct FreeLine {
    /// Its place on the agenda; the first is 1.
    pub n: u32,
    /// What it was about.
    pub text: String,
    /// What was noted of it; not in public papers.
    pub notes: Vec<Noted>,
}

/// A note on a line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Noted {
    /// What was said, or is to be done.
    pub text: String,
    /// Who is to do it, where it is an action.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A ruling made in the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RulingMade {
    /// Its number in the docket.
    pub n: u32,
    /// When.
    pub at: String,
    /// Who ruled.
    pub chair: String,
    /// What held before.
    pub was: String,
    /// What holds for later ballots.
    pub now: String,
    /// Why.
    pub because: String,
    /// The first ballot of the meeting that was opened while it held; none was.
    pub first_ballot: Option<String>,
}

/// What is noted of `topic`; nothing in public papers.
pub(super) fn notes(meeting: &Meeting, topic: &Topic, audience: Audience) -> Vec<Noted> {
    let noted = |note: &Minute| Noted {
        text: note.text.clone().unwrap_or_else(|| "(erased)".to_owned()),
        owner: note.action.as_ref().map(|action| action.owner.clone()),
        due: note.action.as_ref().and_then(|action| action.due),
    };
    let shown = audience == Audience::Internal;
    meeting.notes_on(topic).filter(|_| shown).map(noted).collect()
}

/// What is noted of the application `reference`.
pub(super) fn notes_of(meeting: &Meeting, reference: &Ref, audience: Audience) -> Vec<Noted> {
    notes(meeting, &Topic::Application(reference.clone()), audience)
}

/// The free items in the order of the agenda.
pub(super) fn free(meeting: &Meeting, audience: Audience) -> Vec<FreeLine> {
    let lines = (1_u32..).zip(meeting.topics());
    let free = lines.filter_map(|(n, topic)| match &topic {
        Topic::Item(item) => Some(FreeLine {
            n,
            text: meeting.item_text(*item)?.to_owned(),
            notes: notes(meeting, &topic, audience),
        }),
        Topic::Application(_) => None,
    });
    free.collect()
}

/// The rulings made in the meeting.
pub(super) fn rulings(meeting: &Meeting, names: &Names) -> Vec<RulingMade> {
    let under = |ruling: &Ruling| {
        let held = |ballot: &&Ballot| {
            in_force_at(&meeting.rulings, ruling.now.matter(), Some(ballot.opened)) == Some(ruling)
        };
        meeting.ballots.iter().filter(held).min_by_key(|ballot| ballot.opened)
    };
    let made = |ruling: &Ruling| RulingMade {
        n: ruling.n,
        at: words::time(ruling.at, meeting.date),
        chair: ruling.chair.clone(),
        was: ruling.was.to_string(),
        now: ruling.now.to_string(),
        because: ruling.because.clone(),
        first_ballot: under(ruling).map(|ballot| names.ballot(&ballot.id)),
    };
    meeting.rulings.iter().map(made).collect()
}

/// The corrections of times in the room that are `made`, each in a line.
pub(in crate::papers) fn corrections<'a>(
    meeting: &Meeting,
    made: impl Iterator<Item = &'a Correction>,
    audience: Audience,
) -> Vec<String> {
    let stay = |stay: Option<&Attendance>| match stay {
        None => "not in the room".to_owned(),
        Some(stay) => {
            let left = stay.left.map_or_else(
                || "with no time of leaving".to_owned(),
                |left| format!("to {}", words::time(left, meeting.date)),
            );
            format!("{} {left}", words::time(stay.since, meeting.date))
        }
    };
    let line = |one: &Correction| {
        let seat = meeting.members.iter().find(|seat| seat.n == one.seat);
        let holder = seat.map_or_else(|| format!("seat {}", one.seat), |seat| seat.holder.clone());
        let (was, now) = (stay(one.was.as_ref()), stay(one.now.as_ref()));
        let at = words::time(one.at, meeting.date);
        let why = if audience == Audience::Internal {
            format!("; entered {at} by {}: {}", one.actor, one.because)
        } else {
            format!("; entered {at}")
        };
        let after = meeting.adjourned.is_some_and(|over| one.at > over);
        let since = if after {
            "; recorded after the meeting, the room is shown as it was recorded in it"
        } else {
            ""
        };
        format!("{holder}: recorded {was}, in truth {now}{why}{since}")
    };
    made.map(line).collect()
}

/// The closed ballots of which the corrections after the approval of the minutes say something new, each in a line.
pub(super) fn flagged_since(
    sitting: &Sitting,
    books: &Books,
    names: &Names,
) -> Result<Vec<String>, PaperError> {
    let mut lines = Vec::new();
    if sitting.meeting.corrections_since_approval().next().is_none() {
        return Ok(lines);
    }
    let (approved, now) = (sitting.in_minutes(), sitting.as_it_stands());
    for ballot in &sitting.meeting.ballots {
        let seen = |meeting| hindsight(&books.council.rules, meeting, ballot);
        let (then, now) = (seen(&approved)?, seen(&now)?);
        lines.extend(
            now.filter(|now| Some(now) != then.as_ref())
                .map(|now| format!("ballot {}: {}", names.ballot(&ballot.id), now.text)),
        );
    }
    Ok(lines)
}

/// The packets that were sent, each in a line.
pub(super) fn packets(meeting: &Meeting) -> Vec<String> {
    let line = |sent: &Sent| {
        let items = u32::try_from(sent.items.len()).unwrap_or(u32::MAX);
        let items = words::count(items, "application", "applications");
        format!("packet {} on {} with {items}, SHA-256 {}", sent.n, sent.day, sent.hash)
    };
    meeting.packets.iter().map(line).collect()
}

/// What stood on the consent list, each in a line.
pub(super) fn consent(meeting: &Meeting, names: &Names) -> Vec<String> {
    let line = |(reference, consent): (&Ref, &Consent)| {
        let pulled = consent.pulled.as_ref().map(|pulled| {
            let by = joint::by(meeting, pulled, names.audience);
            format!(", pulled {by}; {}", names.followed(meeting, (reference, 0)))
        });
        format!("{}: on the consent list{}", names.application(reference), pulled.unwrap_or_default())
    };
    meeting.consent.iter().map(line).collect()
}

/// The notes of a line of the agenda.
pub(super) fn write_notes(page: &mut Page, notes: &[Noted]) {
    let line = |note: &Noted| {
        let due = note.due.map(|due| format!(", due {due}")).unwrap_or_default();
        match &note.owner {
            Some(owner) => {
                Line::default().strong("Action").plain(format!(" for {owner}{due}: {}", note.text))
            }
            None => Line::default().strong("Note").plain(format!(": {}", note.text)),
        }
    };
    page.list(notes.iter().map(line).collect());
}

impl FreeLine {
    pub(super) fn write(&self, page: &mut Page) {
        page.heading(format!("Item {}: {}", self.n, self.text));
        write_notes(page, &self.notes);
    }
}

impl Minutes {
    /// Rulings, corrected times, packets and the consent list, each where there is something to say.
    pub(in crate::papers) fn write_session(&self, page: &mut Page) {
        let rulings = self.rulings.iter().map(|one| {
            Line::default().strong(format!("Ruling {}", one.n)).plain(format!(
                ", {}, by {}: {}; before, {}. Because: {}. It holds for the ballots opened after it; {}.",
                one.at,
                one.chair,
                one.now,
                one.was,
                one.because.trim_end_matches('.'),
                one.first_ballot.as_ref().map_or_else(
                    || "none was opened in this meeting while it held".to_owned(),
                    |ballot| format!("first used for ballot {ballot}")
                )
            ))
        });
        let plain = |lines: &[String]| lines.iter().map(|line| line.as_str().into()).collect::<Vec<Line>>();
        for (heading, lines) in [
            ("Rulings", rulings.collect()),
            ("Times that were corrected; no closed ballot is counted again for it", plain(&self.corrections)),
            ("Packets sent beforehand", plain(&self.packets)),
            ("Consent", plain(&self.consent)),
        ] {
            if !lines.is_empty() {
                page.subheading(heading);
                page.list(lines);
            }
        }
    }
}
