//! What became of a decision: what was done since with what it granted, with its ballot, and with its minutes.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    Audience, Books, PaperError,
    minutes::{amended, corrections},
    page::{Line, Page},
    words::decided_in,
};
use crate::{
    council::{
        Ballot, BallotState, Correction, Hindsight,
        condition::{ConditionState, Imposed},
        hindsight::hindsight,
        register::{Certification, CurbKind, State},
    },
    record::Sitting,
    rules::ids::words,
};

words!(
    /// What happened to a decision.
    Kind {
        /// A condition was cleared.
        ConditionCleared = "condition-cleared",
        /// A condition was not cleared by its day.
        ConditionLapsed = "condition-lapsed",
        /// The certification was made to rest.
        Suspended = "suspended",
        /// The certification was taken back.
        Revoked = "revoked",
        /// The last day of the certification has passed.
        Expired = "expired",
        /// The certification came before the council again, and nothing was done to it.
        BroughtBack = "brought-back",
        /// A later ballot takes it up again.
        TakenUpAgain = "taken-up-again",
        /// A later ballot on the same application, about something else or not linked to it.
        LaterBallot = "later-ballot",
        /// A time in the room that the ballot rested on was put right.
        TimeCorrected = "time-corrected",
        /// The minutes of its meeting were put right.
        MinutesAmended = "minutes-amended",
    }
);

/// What is known today of an application that was decided on.
#[derive(Clone, Debug)]
pub struct Known {
    /// Every ballot on it, first to last.
    pub ballots: Vec<Ballot>,
    /// What was granted to it.
    pub certifications: Vec<Certification>,
    /// The day it is asked.
    pub today: NaiveDate,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Afterwards {
    /// The day it was asked.
    pub as_of: NaiveDate,
    /// What happened, day by day.
    pub events: Vec<Event>,
    /// What the ballot would have come to by the times in the room as they stand now.
    pub hindsight: Option<Hindsight>,
}

/// Something that happened to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Event {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: Kind,
    /// The later ballot that did it.
    pub ballot: Option<String>,
    /// All of it in words.
    pub text: String,
}

/// What became of the decision of `ballot` in `sitting`, by what is `known` today.
///
/// # Errors
/// Its positions cannot be.
pub fn afterwards(
    sitting: &Sitting,
    ballot: &Ballot,
    books: &Books,
    known: &Known,
) -> Result<Afterwards, PaperError> {
    let hindsight = hindsight(&books.council.rules, &sitting.as_it_stands(), ballot)?;
    let id = ballot.id.to_string();
    let mut events = Vec::new();
    if let Some(granted) = known.certifications.iter().find(|granted| granted.ballot == id) {
        events.extend(granted.conditions.iter().filter_map(|one| condition(one, granted, known.today)));
        events.extend(expired(granted, known.today));
    }
    let later = known.ballots.iter().filter(|later| later.id.n > ballot.id.n);
    events.extend(later.map(|later| of_ballot(ballot, later, known)));
    events.extend(corrected(sitting, ballot, hindsight.as_ref()));
    events.extend(amended(sitting, Audience::Internal).into_iter().map(|one| Event {
        on: one.on,
        kind: Kind::MinutesAmended,
        ballot: None,
        text: format!("The minutes were amended (amendment {}): {}", one.n, one.said),
    }));
    events.sort_by_key(|event| event.on);
    Ok(Afterwards { as_of: known.today, events, hindsight })
}

fn condition(one: &Imposed, granted: &Certification, today: NaiveDate) -> Option<Event> {
    let Imposed { n, condition, cleared } = one;
    let (kind, on, more) = match cleared {
        Some(cleared) => (Kind::ConditionCleared, cleared.on, format!(" (shown by: {})", cleared.evidence)),
        // Of a certification that was over by then nothing was asked any more.
        None if one.state(today) == ConditionState::Lapsed && !granted.on(condition.due).state.is_over() => {
            (Kind::ConditionLapsed, condition.due, String::new())
        }
        None => return None,
    };
    let text = format!("Condition {n} ({}): {}{more}", condition.text, one.standing(today));
    Some(Event { on, kind, ballot: None, text })
}

fn expired(granted: &Certification, today: NaiveDate) -> Option<Event> {
    let last = granted.until.filter(|_| granted.on(today).state == State::Expired)?;
    let text = "The last day of the certification".to_owned();
    Some(Event { on: last, kind: Kind::Expired, ballot: None, text })
}

/// What a later ballot on the same application has to do with the decision.
fn of_ballot(decided: &Ballot, later: &Ballot, known: &Known) -> Event {
    let id = later.id.to_string();
    let on = match later.state {
        BallotState::Declared { at, .. } => at,
        BallotState::Open | BallotState::Closed { .. } => later.opened,
    };
    let by = format!("by ballot {id}, {}", decided_in(later.meeting.as_ref()));
    let came_to = later.outcome().map_or("not declared yet", crate::council::Outcome::words);
    let came_to = format!("to {}, {came_to}", later.motion.words());
    let mut curbs = known.certifications.iter().flat_map(|one| &one.curbs);
    let on_it = later.terms.certification.as_ref() == Some(&decided.id);
    let (kind, text) = match curbs.find(|curb| on_it && curb.ballot == id) {
        Some(curb) => {
            let kind = match curb.kind {
                CurbKind::Revoked => Kind::Revoked,
                CurbKind::Suspended => Kind::Suspended,
            };
            (kind, format!("The certification was {} {by}", curb.days()))
        }
        None if on_it => (Kind::BroughtBack, format!("Brought back before the council {by}: {came_to}")),
        None if later.again.as_ref() == Some(&decided.id) => {
            (Kind::TakenUpAgain, format!("Taken up again {by}: {came_to}"))
        }
        None => (Kind::LaterBallot, format!("Voted on once more, as a motion of its own, {by}: {came_to}")),
    };
    Event { on: on.date_naive(), kind, ballot: Some(id), text }
}

/// The times of those that the ballot rested on, as they were put right since.
fn corrected(sitting: &Sitting, ballot: &Ballot, hindsight: Option<&Hindsight>) -> Vec<Event> {
    let since = |one: &&Correction| {
        ballot.closed().is_some_and(|closed| one.at > closed)
            && hindsight.is_some_and(|hindsight| hindsight.corrected.contains(&one.seat))
    };
    let event = |one: &Correction| Event {
        on: one.at.date_naive(),
        kind: Kind::TimeCorrected,
        ballot: None,
        text: format!(
            "A time in the room was corrected: {}",
            corrections(&sitting.meeting, std::iter::once(one), Audience::Internal).join("; ")
        ),
    };
    sitting.meeting.corrections.iter().filter(since).map(event).collect()
}

impl Afterwards {
    /// Nothing was done since.
    const fn is_nothing(&self) -> bool {
        self.events.is_empty() && self.hindsight.is_none()
    }

    /// What the paper says of it at its head.
    pub(super) fn in_short(&self) -> &'static str {
        match (self.is_nothing(), &self.hindsight) {
            (true, _) => "nothing since",
            (false, None) => "see the last part of this paper",
            (false, Some(_)) => "FLAG: see the last part of this paper",
        }
    }

    /// The last part of a decision.
    pub(super) fn write(&self, page: &mut Page) {
        page.heading("What became of it");
        if self.is_nothing() {
            return page.text("Nothing since.");
        }
        page.text(format!(
            "As the docket has it on {}; what came after the meeting is not part of its minutes.",
            self.as_of
        ));
        let event = |event: &Event| vec![event.on.to_string().into(), event.text.as_str().into()];
        page.table(&["Day", "What"], self.events.iter().map(event).collect());
        let flag = self.hindsight.as_ref().map(|one| Line::from(one.text.as_str()));
        page.facts(vec![("FLAG", flag.unwrap_or_default())]);
    }
}
