//! A ballot on paper: the roll by name, and the arithmetic of its result.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    conflicts::{self, Conflict},
    minutes::reading,
    motion::Moved,
    names::Names,
    page::{Line, Page},
    words,
};
use crate::{
    council::{
        Ballot, Hindsight, Meeting, Outcome, Position, RuleSet, SeatNo, Standing, Threshold,
        hindsight::hindsight,
        seat,
        share::Share,
        standing,
        tally::{Quorum, Reading, SplitError},
    },
    record::Sitting,
};

/// The roll and the result of a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Vote {
    /// Every seat of the roster.
    pub roll: Vec<Voted>,
    /// Members present at closing, against those needed; `None` for an electronic ballot.
    pub quorum: Option<Quorum>,
    /// Seats whose times, on which it rested, were corrected after it was closed; it is not counted again for that.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub corrected: BTreeSet<SeatNo>,
    /// What it would have come to by the times as they were corrected; none where it rested on none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hindsight: Option<Hindsight>,
    /// What the reading in force gives; `adopted` is null before it is declared.
    pub reading: Reading,
    /// What it was declared as; none before.
    pub outcome: Option<Outcome>,
    /// It can still change, or is not declared yet.
    pub provisional: bool,
    /// Why the result is what it is, in one line.
    pub arithmetic: String,
    /// What the other readings come to, in one line.
    pub other_readings: Option<String>,
    /// How much is needed.
    pub threshold: Threshold,
    /// Of whom, and who says so: a rule, or the ruling under which it was opened.
    pub rule: String,
}

/// One seat of the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Voted {
    /// Its number.
    pub seat: SeatNo,
    /// Who sat there.
    pub holder: String,
    /// Whose place that was, where it was not their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands_in_for: Option<String>,
    /// In the room when the ballot closed.
    pub present: bool,
    /// Where it came in after the ballot was opened: whether it took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<bool>,
    /// What it said; a position of a seat that is not present does not count.
    pub position: Option<Position>,
    /// Where it recused itself, what is known to tie it to the applicant; not in public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// Where it voted although a conflict stands, that it did; not in public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_spite: Option<String>,
}

/// The vote of `ballot` in `sitting`.
///
/// # Errors
/// Its positions cannot be.
pub(super) fn vote(
    rules: &RuleSet,
    sitting: &Sitting,
    ballot: &Ballot,
    names: &Names,
) -> Result<Vote, SplitError> {
    let meeting = &sitting.meeting;
    let hindsight = hindsight(rules, &sitting.in_minutes(), ballot)?;
    let stands = standing::standing(rules, meeting, ballot)?;
    let outcome = ballot.outcome();
    let roll = standing::roll(meeting, Some(ballot)).into_iter().map(|row| Voted {
        seat: row.seat.n,
        holder: row.seat.holder.clone(),
        stands_in_for: row.seat.stands_in_for.clone(),
        present: row.present,
        joined: ballot.joined.get(&row.seat.n).copied(),
        position: row.position,
        conflict: None,
        in_spite: None,
    });
    let rule = standing::rule(rules, ballot);
    Ok(Vote {
        roll: roll.collect(),
        corrected: hindsight.as_ref().map(|one| one.corrected.clone()).unwrap_or_default(),
        hindsight,
        quorum: (!ballot.is_electronic()).then_some(stands.room.quorum),
        reading: Reading { adopted: stands.reading.adopted.filter(|_| outcome.is_some()), ..stands.reading },
        outcome,
        provisional: !ballot.is_declared(),
        arithmetic: match &ballot.pulled {
            None => arithmetic(ballot, rule.share, &stands, outcome),
            Some(_) => pulled(meeting, ballot, names),
        },
        other_readings: other_readings(
            &stands,
            ballot.pulled.is_some(),
            Said { declared: outcome.is_some() },
        ),
        threshold: ballot.threshold,
        rule: reading::needed(rules, &sitting.rulings, ballot, Some(ballot.opened)),
    })
}

/// How a result is said: an outcome where it is declared, what the figures come to so far where it is not.
#[derive(Clone, Copy)]
struct Said {
    declared: bool,
}

impl Said {
    const fn of(self, outcome: Outcome) -> &'static str {
        if self.declared { outcome.words() } else { outcome.as_it_stands() }
    }
}

fn arithmetic(ballot: &Ballot, share: Share, stands: &Standing, declared: Option<Outcome>) -> String {
    let Quorum { needed, present, met } = stands.room.quorum;
    let at_meeting = !ballot.is_electronic();
    let outcome = declared.unwrap_or(stands.tally.outcome);
    let said = Said { declared: declared.is_some() }.of(outcome);
    if at_meeting && !met {
        let members = words::count(stands.room.members, "member", "members");
        return format!("{present} of {members} present, quorum {needed}: no quorum, so {said}");
    }
    if stands.reading.adopted.is_none() {
        return format!("all {present} in attendance are recused, nobody is left to decide: {said}");
    }
    let tie = outcome == Outcome::NotAdopted && stands.split.is_tie();
    let why = if tie { "; a tie is no majority" } else { "" };
    let (reckoned, share, of) = (reckoned(&stands.reading), words::share(share), stands.reading.of);
    format!("{reckoned} ({share} of {of}): {said}{why}")
}

/// What came of a ballot that was pulled, and where it was decided then.
fn pulled(meeting: &Meeting, ballot: &Ballot, names: &Names) -> String {
    let then = if ballot.is_electronic() {
        "the minutes of the meeting that takes it up say what was decided".to_owned()
    } else {
        names.followed(meeting, (&ballot.id.application, ballot.id.n))
    };
    format!("pulled before it was decided: {}; {then}", Outcome::NoDecision.words())
}

/// `7 for of 12 in attendance, 7 needed`.
fn reckoned(reading: &Reading) -> String {
    format!("{} for of {} {}, {} needed", reading.for_, reading.of, reading.base.counted(), reading.needed)
}

/// The readings that come to something else.
fn differing(stands: &Standing) -> impl Iterator<Item = &Reading> {
    stands.tally.readings.iter().filter(|reading| reading.adopted != stands.reading.adopted)
}

/// Nothing where there is no result that could differ.
fn other_readings(stands: &Standing, pulled: bool, said: Said) -> Option<String> {
    let others: Vec<&Reading> =
        stands.tally.readings.iter().filter(|reading| reading.base != stands.reading.base).collect();
    if others.is_empty() || !stands.room.quorum.met || pulled {
        return None;
    }
    let differ: Vec<String> = differing(stands)
        .map(|reading| {
            let outcome = said.of(Outcome::of(reading.adopted));
            format!("of {}: {outcome} ({})", reading.base.words(), reckoned(reading))
        })
        .collect();
    let names: Vec<&str> = others.iter().map(|reading| reading.base.words()).collect();
    Some(if differ.is_empty() {
        format!("the other readings (of {}) come to the same", names.join(", of "))
    } else {
        format!("another reading would have differed: {}", differ.join("; "))
    })
}

impl Voted {
    /// Who sat there, and for whom.
    fn who(&self) -> String {
        seat::who(&self.holder, self.stands_in_for.as_deref())
    }

    /// Who sat there, and what is known of a conflict where they recused themselves, or did not.
    fn who_and_why(&self) -> String {
        let why = self.conflict.as_ref().or(self.in_spite.as_ref()).map(|why| format!(" ({why})"));
        self.who() + &why.unwrap_or_default()
    }
}

impl Vote {
    /// The same with what is known to tie those who recused themselves, and those who did not.
    #[must_use]
    pub(super) fn with_conflicts(mut self, known: &[Conflict]) -> Self {
        for row in &mut self.roll {
            match row.position {
                None => {}
                Some(Position::Recused) => row.conflict = conflicts::ties(known, row.seat),
                Some(_) => row.in_spite = conflicts::in_spite(known, row.seat),
            }
        }
        self
    }

    /// The quorum in a line.
    pub(super) fn quorum_line(&self) -> String {
        let members = u32::try_from(self.roll.len()).unwrap_or(u32::MAX);
        let members = words::count(members, "member", "members");
        match self.quorum {
            Some(quorum) => {
                let (present, needed) = (quorum.present, quorum.needed);
                format!("{present} of {members} present when it closed, {needed} needed")
            }
            None => format!("none: an electronic ballot, its base is all {members}"),
        }
    }

    /// What it would have come to by the times as they were corrected; empty where it rested on none of these.
    pub(super) fn flag(&self) -> Line {
        self.hindsight.as_ref().map(|one| one.text.as_str().into()).unwrap_or_default()
    }

    /// The same in short, behind what became of it.
    pub(super) fn flag_in_short(&self) -> String {
        self.hindsight.as_ref().map(|one| format!("; FLAG: {}", one.short)).unwrap_or_default()
    }

    /// The roll by name, and the positions that were replaced.
    pub(super) fn write_roll(&self, page: &mut Page, moved: &Moved) {
        let group = |(said, those): (String, Vec<&Voted>)| {
            let names: Vec<String> = those.iter().map(|one| one.who_and_why()).collect();
            Line::default()
                .strong(format!("{said} ({})", names.len()))
                .plain(format!(": {}", names.join(", ")))
        };
        page.list(self.groups().into_iter().map(group).collect());
        let joined: Vec<String> =
            self.roll.iter().filter(|one| one.present && one.joined == Some(true)).map(Voted::who).collect();
        if !joined.is_empty() {
            page.text(format!("Came in after it was opened, and took part: {}.", joined.join(", ")));
        }
        let replaced = moved.replaced();
        if !replaced.is_empty() {
            page.text("Positions that were replaced before it closed; the last one counts:");
            page.list(replaced.into_iter().map(Line::from).collect());
        }
    }

    /// The roll in groups: what they said or did, and who. Groups without anybody are left out.
    pub fn groups(&self) -> Vec<(String, Vec<&Voted>)> {
        let said = |position| {
            let those: Vec<&Voted> =
                self.roll.iter().filter(|one| one.present && one.position == Some(position)).collect();
            (words::position(position).to_owned(), those)
        };
        let (out, silent) = self
            .roll
            .iter()
            .filter(|one| one.present && one.position.is_none())
            .partition(|one| one.joined == Some(false));
        let left = |position: Position| {
            let those =
                self.roll.iter().filter(|one| !one.present && one.position == Some(position)).collect();
            (format!("{} and left before closing, does not count", words::position(position)), those)
        };
        let absent = self.roll.iter().filter(|one| !one.present && one.position.is_none()).collect();
        let mut groups: Vec<_> = Position::ALL.iter().copied().map(said).collect();
        let nothing = if self.quorum.is_some() { "Present, said nothing" } else { "Did not answer" };
        groups.push((nothing.to_owned(), silent));
        let late = "Came in after it was opened and took no part, counted as present";
        groups.push((late.to_owned(), out));
        groups.extend(Position::ALL.iter().copied().map(left));
        groups.push(("Absent".to_owned(), absent));
        groups.retain(|(_, those)| !those.is_empty());
        groups
    }
}
