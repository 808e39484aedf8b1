//! An item of the agenda: its ballots, and what each decision rested on.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    presented::{self, PresentedSo},
    session::{self, Noted},
};
use crate::{
    council::{
        Ballot, BallotState, InForce, Motion, Outcome,
        register::{Curb, term},
        ruling,
        sent::{Since, since},
    },
    papers::{
        Audience, Books, PaperError,
        books::Cited,
        conflicts::{self, Conflict},
        figures,
        motion::{self, Moved},
        names::Names,
        page::Line,
        requirements::{self, Found},
        vote::{self, Vote},
        words,
    },
    record::{self, Opening, Reopened, Sitting, ballot::as_moved, snapshot},
    review::{Assessment, Basis, Ref, Status, Verdict, assess},
    rules::{Edition, EditionId, Program},
    text::stopped,
};

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Item {
    /// Its number; the first is 1.
    pub n: u32,
    /// The application; not in public papers, for a ref can hold the name of a person.
    #[serde(rename = "ref")]
    pub reference: Option<Ref>,
    /// Who asks.
    pub organisation: String,
    /// For what; where it was voted on, what it asked for when its first ballot in the meeting was opened.
    pub program: Program,
    /// By which rules.
    pub edition: EditionId,
    /// It was put on the agenda after the packet had been sent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub added: bool,
    /// What was noted of it; not in public papers.
    pub notes: Vec<Noted>,
    /// Its ballots, in order; none was not voted on.
    pub ballots: Vec<Case>,
}

/// A ballot and what it rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Case {
    /// Which one.
    pub ballot: String,
    /// What is moved.
    pub motion: Motion,
    /// What was moved, with its terms and by whom.
    pub moved: Moved,
    /// Whether an earlier ballot on the application was about the same.
    pub again: bool,
    /// Every ballot that the application had had before, and what it came to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// Who took the application up again after it had been decided, and why; not in public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopened: Option<String>,
    /// When it was opened, closed and declared.
    pub course: String,
    /// The roll and the result.
    pub vote: Vote,
    /// Seats whose holders are tied to the applicant or its parent; not in public papers.
    pub conflicts: Option<Vec<Conflict>>,
    /// The leading ballot of the motion over several items that it was part of, whose roll call is printed once.
    pub joint: Option<String>,
    /// What was granted.
    pub granted: Option<Granted>,
    /// What it did to a certification that had been granted, and from which day until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub curbed: Option<String>,
    /// What it was judged by.
    pub edition: Cited,
    /// For which day.
    pub as_of: NaiveDate,
    /// Hash of the application as reviewed, frozen at opening.
    pub snapshot: String,
    /// Whether the journal up to the opening gives an application of that hash.
    pub snapshot_holds: bool,
    /// What the requirements came to; not in public papers.
    pub verdict: Option<Verdict>,
    /// What stood in the way; not in public papers.
    pub in_the_way: Option<Vec<String>>,
    /// Who presented it although it was not ready, and why; not in public papers.
    pub presented: Option<PresentedSo>,
    /// The figures; in public papers only that the optional need was reached, where the requirements are in them.
    pub figures: Option<Vec<String>>,
    /// Each requirement as found when the ballot was opened. A public paper has them where the application was ready,
    /// nothing was waived, and it was granted what it asked for, without the optional ones: in any other list, what is
    /// waived or left out would tell what was not met.
    pub requirements: Vec<Found>,
}

/// What a ballot granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Granted {
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one was stated.
    pub until: Option<NaiveDate>,
    /// Whether it holds at once, or once its conditions are cleared.
    #[serde(skip_serializing_if = "InForce::is_now")]
    pub in_force: InForce,
    /// These days were named at the declaration and not in the motion, as earlier dockets let whoever declared do.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_moved: bool,
    /// That the application was not ready when the ballot was opened, and who presented it all the same; not in public
    /// papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_ready: Option<String>,
}

impl Granted {
    fn of((from, until): (NaiveDate, Option<NaiveDate>), in_force: InForce, moved: &record::Granted) -> Self {
        let not_moved = (from, until) != (moved.from, moved.until);
        Self { from, until, in_force, not_moved, not_ready: None }
    }

    /// From when until when, and whether that was voted on.
    pub(in crate::papers) fn term(&self) -> String {
        let term = term(self.in_force, self.from, self.until);
        if self.not_moved { format!("{term} (named at the declaration, not in the motion)") } else { term }
    }

    /// The term, and what has to be seen beside it.
    pub(super) fn line(&self) -> Line {
        self.warned(self.term().into())
    }

    /// What is `said` of it, and what has to be seen beside that.
    pub(super) fn warned(&self, said: Line) -> Line {
        match &self.not_ready {
            Some(warning) => said.plain("; ").strong(warning.as_str()),
            None => said,
        }
    }
}

/// The items: what is on the agenda, then what was voted on without being on it any more.
pub(super) fn items(sitting: &Sitting, books: &Books, names: &Names) -> Result<Vec<Item>, PaperError> {
    let meeting = &sitting.meeting;
    names
        .items()
        .iter()
        .filter_map(|(reference, n)| {
            Some((n, sitting.applications.iter().find(|application| application.reference == *reference)?))
        })
        .map(|(n, application)| {
            let ballots = meeting.ballots.iter().filter(|one| one.id.application == application.reference);
            // What it asked for when it was voted on: a ballot may have made it another program.
            let (program, edition) = ballots.clone().next().map_or_else(
                || (application.program, application.edition.clone()),
                |ballot| (ballot.program, ballot.edition.clone()),
            );
            let ballots: Result<Vec<Case>, PaperError> =
                ballots.map(|ballot| case(sitting, books, ballot, names)).collect();
            Ok(Item {
                n: *n,
                reference: Some(application.reference.clone()).filter(|_| names.is_internal()),
                organisation: application.facts.organisation.name.clone(),
                program,
                edition,
                added: since(&meeting.packets, &application.reference, "") == Some(Since::Added),
                notes: session::notes_of(meeting, &application.reference, names.audience),
                ballots: ballots?,
            })
        })
        .collect()
}

/// A ballot of `sitting` with what it rested on.
pub(in crate::papers) fn case(
    sitting: &Sitting,
    books: &Books,
    ballot: &Ballot,
    names: &Names,
) -> Result<Case, PaperError> {
    let (internal, audience) = (names.is_internal(), names.audience);
    let edition = books.edition(&ballot.edition)?;
    let granted = sitting.granted(ballot);
    let opening = sitting.opening(ballot);
    let assessed = opening.map(|opening| judged(sitting, ballot, opening, &edition.rules));
    let ready = assessed.as_ref().is_some_and(|assessment| assessment.verdict == Verdict::Ready);
    let waived =
        assessed.as_ref().is_some_and(|all| all.requirements.iter().any(|one| one.status == Status::Waived));
    let shown = internal || (granted.is_some() && ready && !waived);
    let requirements = opening.zip(assessed.as_ref()).filter(|_| shown).map(|(opening, assessment)| {
        let waived = &opening.waivers;
        requirements::found(&edition.rules, &opening.application, assessment, waived, audience)
    });
    let of_file = assessed.as_ref().filter(|_| internal);
    let conflicts = if internal { conflicts::at_opening(sitting, ballot) } else { None };
    let warning = || presented::warning(opening.filter(|_| internal)?, assessed.as_ref()?);
    Ok(Case {
        ballot: names.ballot(&ballot.id),
        motion: ballot.motion,
        moved: motion::moved(ballot, opening, sitting.meeting.date, names),
        again: opening
            .is_some_and(|one| one.earlier.iter().any(|earlier| earlier.motion.is_again(ballot.motion))),
        earlier: earlier(opening, names),
        reopened: opening.and_then(|one| one.reopened.as_ref()).filter(|_| internal).map(reopened),
        course: course(sitting, ballot, audience),
        vote: vote::vote(&books.council.rules, sitting, ballot, names)?
            .with_conflicts(conflicts.as_deref().unwrap_or_default()),
        conflicts,
        joint: None,
        granted: granted.map(|one| {
            let moved = as_moved(&sitting.meeting, ballot);
            Granted { not_ready: warning(), ..Granted::of((one.from, one.until), one.in_force, &moved) }
        }),
        curbed: Curb::of(ballot, sitting.meeting.date).map(|curb| curb.days()),
        edition: edition.cited(),
        as_of: ballot.as_of,
        snapshot: ballot.snapshot.clone(),
        snapshot_holds: opening.is_some_and(|opening| snapshot(&opening.application) == ballot.snapshot),
        verdict: of_file.map(|assessment| assessment.verdict),
        in_the_way: of_file.map(|assessment| assessment.in_the_way.clone()),
        presented: opening.filter(|_| internal).and_then(presented::presented),
        figures: assessed.as_ref().filter(|_| shown).map(|assessment| match audience {
            Audience::Internal => figures::lines(&edition.rules, assessment),
            Audience::Public => figures::public(assessment),
        }),
        requirements: requirements.unwrap_or_default(),
    })
}

/// The application as it was when the ballot was opened, by the rulings of that moment and for the day of the ballot.
pub(in crate::papers) fn judged(
    sitting: &Sitting,
    ballot: &Ballot,
    opening: &Opening,
    edition: &Edition,
) -> Assessment {
    let ruled = ruling::on_head_count(&sitting.rulings, Some(ballot.opened));
    assess(&edition.as_ruled(ruled.as_ref()), &opening.application, Basis::AsFound, ballot.as_of)
}

/// The ballots that the application had had when this one was opened, each with where it was and what it came to.
fn earlier(opening: Option<&Opening>, names: &Names) -> Vec<String> {
    let line = |ballot: &Ballot| {
        let came_to = ballot.outcome().map_or("not declared by then", Outcome::words);
        let place = words::decided_in(ballot.meeting.as_ref());
        format!("{} {place}, to {}: {came_to}", names.ballot(&ballot.id), ballot.motion.words())
    };
    opening.into_iter().flat_map(|opening| &opening.earlier).map(line).collect()
}

fn reopened(one: &Reopened) -> String {
    let at = words::moment(one.done.at);
    format!(
        "it had been decided; taken up again {at} by {}: {}",
        words::who(&one.done),
        stopped(&one.because)
    )
}

fn course(sitting: &Sitting, ballot: &Ballot, audience: Audience) -> String {
    let at = |at| words::voted(at, ballot, sitting.meeting.date);
    let by = sitting.opening(ballot).filter(|_| audience == Audience::Internal);
    let by = by.map(|opening| format!(" by {}", words::who(&opening.by)));
    let opened = format!("opened {}{}", at(ballot.opened), by.unwrap_or_default());
    match &ballot.state {
        BallotState::Open => format!("{opened}; not closed yet"),
        BallotState::Closed { at: when, .. } => {
            format!("{opened}, closed {}; not declared yet", at(*when))
        }
        BallotState::Declared { closed, at: when, .. } => {
            format!("{opened}, closed {}, declared {}", at(*closed), at(*when))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Granted;
    use crate::{
        council::InForce,
        record::{self, sample::day},
    };

    #[test]
    fn days_that_were_not_moved_are_said_to_be_named_at_the_declaration() {
        let moved = record::Granted { from: day(11, 24), until: None };
        assert_eq!(
            Granted::of((moved.from, moved.until), InForce::Now, &moved).term(),
            "from 2026-11-24; no last day was stated"
        );
        assert_eq!(
            Granted::of((moved.from, Some(day(12, 31))), InForce::Now, &moved).term(),
            "from 2026-11-24 until 2026-12-31 (named at the declaration, not in the motion)"
        );
    }
}
