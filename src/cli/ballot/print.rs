//! A ballot for people and as JSON: the roll, and what it comes to under the reading in force.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{CliError, Context, council, out};
use crate::{
    council::{
        BallotId, BallotState, Base, Hindsight, InForce, MeetingId, Motion, Outcome, Position,
        PositionChange, Reading, RollRow, SeatNo, Standing, Threshold,
        ballot::why,
        hindsight::hindsight,
        motion::said,
        outcome::{effect, next_stages},
        register::term,
        seat, standing,
        tally::Quorum,
        together::{Pulled, motion},
    },
    record::journal::stamp,
    review::{Ref, Stage},
    rules::{EditionId, Program},
    store::Store,
};

/// A ballot as it is shown.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Shown {
    /// Its id.
    ballot: String,
    /// The application.
    r#ref: Ref,
    /// The meeting; none where it is electronic.
    meeting: Option<MeetingId>,
    /// When an electronic ballot ends.
    deadline: Option<String>,
    /// The other ballots of the same motion.
    with: Vec<String>,
    /// Who pulled it, so that it ended without a decision.
    pulled: Option<Pulled>,
    /// What is moved.
    motion: Motion,
    /// Its terms, each in few words.
    terms: Vec<String>,
    /// The seat that moved it.
    mover: Option<SeatNo>,
    /// The seat that seconded it.
    seconder: Option<SeatNo>,
    /// The earlier ballot that it takes up again.
    again: Option<String>,
    /// Who asks.
    organisation: String,
    /// For what.
    program: Program,
    /// By which rules.
    edition: EditionId,
    /// The day the application is judged for.
    as_of: NaiveDate,
    /// Hash of the application as reviewed.
    snapshot: String,
    /// `open`, `closed` or `declared`.
    state: &'static str,
    /// It can still change.
    provisional: bool,
    /// How much is needed.
    threshold: Threshold,
    /// The reading in force.
    in_force: Base,
    /// Members present against those needed.
    quorum: Quorum,
    /// What the reading in force gives; `adopted` is null before it is declared.
    reading: Reading,
    /// What it was declared as; none before.
    outcome: Option<Outcome>,
    /// What is still needed, and what loses the quorum.
    needed: Option<String>,
    /// What those said who left while it is open, which is asked about when it is closed.
    to_ask: Option<String>,
    /// Positions that were replaced or taken back, in order.
    changes: Vec<PositionChange>,
    /// Seats whose times, on which it rested, were corrected after it was closed; it is not counted again for that.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    corrected: BTreeSet<SeatNo>,
    /// What it would have come to by the times as they were corrected; none where it rested on none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    hindsight: Option<Hindsight>,
    /// The roll.
    roll: Vec<Row>,
    /// Where the application stands.
    stage: Option<Stage>,
    /// Where a closed ballot lets it go, once declared: to the first, or to the one that is chosen with `--next`.
    next: &'static [Stage],
    /// What it did, in words; null unless it is declared as adopted.
    effect: Option<String>,
    /// First and last day of what was granted.
    granted: Option<Granted>,
}

/// One seat of the roll.
#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its number.
    seat: SeatNo,
    /// Who sits there.
    holder: String,
    /// Whose place that is, where it is not their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    stands_in_for: Option<String>,
    /// In the room, or there at closing.
    present: bool,
    /// What it said.
    position: Option<Position>,
    /// It said something and then left, so that it does not count.
    left: bool,
    /// Whether it takes part, where it came in after the ballot was opened and was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    joined: Option<bool>,
}

impl Row {
    /// Who sits there, and for whom.
    fn who(&self) -> String {
        seat::who(&self.holder, self.stands_in_for.as_deref())
    }
}

/// What was granted.
#[derive(Serialize, JsonSchema)]
struct Granted {
    /// First day.
    from: NaiveDate,
    /// Last day, where one was stated.
    until: Option<NaiveDate>,
    /// Whether it holds at once, or once its conditions are cleared.
    #[serde(skip_serializing_if = "InForce::is_now")]
    in_force: InForce,
}

/// Writes a ballot, and gives what it was declared as.
pub(super) fn ballot(store: &Store, id: &BallotId, context: &Context) -> Result<Option<Outcome>, CliError> {
    let shown = shown(store, id)?;
    if context.json {
        out::json(&shown)?;
    } else {
        plain(&shown)?;
    }
    Ok(shown.outcome)
}

fn shown(store: &Store, id: &BallotId) -> Result<Shown, CliError> {
    let (meeting, ballot) = council::ballot(store, id)?;
    let rules = store.council_rules(&meeting.rules)?;
    let stands = standing::standing(&rules, &meeting, &ballot)?;
    let hindsight = hindsight(&rules, &meeting, &ballot)?;
    let to_ask = standing::asked_at_close(&ballot, &stands);
    let Standing { room, reading, tally, prospect, .. } = stands;
    let state = match &ballot.state {
        BallotState::Open => "open",
        BallotState::Closed { .. } => "closed",
        BallotState::Declared { .. } => "declared",
    };
    let seat = |row: RollRow<'_>| Row {
        seat: row.seat.n,
        holder: row.seat.holder.clone(),
        stands_in_for: row.seat.stands_in_for.clone(),
        present: row.present,
        position: row.position,
        left: row.left,
        joined: ballot.joined.get(&row.seat.n).copied(),
    };
    let others = motion(&meeting.ballots, &ballot).into_iter().filter(|one| one.id != ballot.id);
    let granted = if ballot.is_declared() { store.certifications_of(&id.application)? } else { Vec::new() };
    let granted = granted.into_iter().find(|one| one.ballot == id.to_string());
    Ok(Shown {
        r#ref: id.application.clone(),
        meeting: ballot.meeting.clone(),
        deadline: ballot.deadline.map(stamp),
        with: others.map(|one| one.id.to_string()).collect(),
        pulled: ballot.pulled.clone(),
        motion: ballot.motion,
        terms: said(&ballot.terms),
        mover: ballot.mover,
        seconder: ballot.seconder,
        again: ballot.again.as_ref().map(ToString::to_string),
        organisation: ballot.organisation.clone(),
        program: ballot.program,
        edition: ballot.edition.clone(),
        as_of: ballot.as_of,
        snapshot: ballot.snapshot.clone(),
        state,
        provisional: ballot.is_open(),
        threshold: ballot.threshold,
        in_force: standing::base(&ballot),
        quorum: room.quorum,
        // Only a declared result says adopted.
        reading: Reading { adopted: reading.adopted.filter(|_| ballot.is_declared()), ..reading },
        outcome: ballot.is_declared().then_some(tally.outcome),
        needed: ballot.is_open().then(|| standing::outlook(&ballot, &room, prospect)),
        to_ask,
        changes: ballot.changes.clone(),
        corrected: hindsight.as_ref().map(|one| one.corrected.clone()).unwrap_or_default(),
        hindsight,
        roll: standing::roll(&meeting, Some(&ballot)).into_iter().map(seat).collect(),
        next: if state == "closed" { next_stages(ballot.motion, &ballot.terms, tally.outcome) } else { &[] },
        stage: store.application(&id.application)?.map(|application| application.review.stage),
        effect: effect(&ballot),
        granted: granted.map(|one| Granted { from: one.from, until: one.until, in_force: one.in_force }),
        ballot: id.to_string(),
    })
}

/// The terms, who moved it, what it takes up again, and the positions that were replaced.
fn moved_lines(shown: &Shown) -> Result<(), CliError> {
    let name = |seat: SeatNo| {
        let row = shown.roll.iter().find(|row| row.seat == seat);
        format!("seat {seat} {}", row.map(Row::who).unwrap_or_default()).trim_end().to_owned()
    };
    for term in &shown.terms {
        out::line(&format!("terms    {term}"))?;
    }
    for (label, seat) in [("mover", shown.mover), ("second", shown.seconder)] {
        if let Some(seat) = seat {
            out::line(&format!("{label:<9}{}", name(seat)))?;
        }
    }
    if let Some(again) = &shown.again {
        out::line(&format!("again    takes up ballot {again}"))?;
    }
    for PositionChange { seat, was, now, why: reason, .. } in &shown.changes {
        let now = now.map_or_else(|| "taken back".to_owned(), |now| now.to_string());
        out::line(&format!("changed  {}: {was}, then {now} ({})", name(*seat), why(*reason)))?;
    }
    Ok(())
}

/// What the ballot goes together with, and the quorum; an electronic one needs none, and ends at its deadline.
fn motion_lines(shown: &Shown) -> Result<(), CliError> {
    moved_lines(shown)?;
    if !shown.with.is_empty() {
        out::line(&format!("motion   one with {}", shown.with.join(", ")))?;
    }
    if let Some(pulled) = &shown.pulled {
        out::line(&format!("pulled   {pulled}"))?;
    }
    let Quorum { needed, present, met } = shown.quorum;
    let Some(deadline) = &shown.deadline else {
        let met = if met { "met" } else { "not met" };
        return out::line(&format!("quorum   {met}: {present} present, {needed} needed"));
    };
    let silent = shown.roll.iter().filter(|row| row.position.is_none());
    let silent: Vec<String> = silent.map(|row| format!("{} {}", row.seat, row.who())).collect();
    out::line(&format!("ends     {deadline}, without a meeting"))?;
    out::line(&format!(
        "silent   {}",
        if silent.is_empty() { "nobody".to_owned() } else { silent.join(", ") }
    ))
}

fn plain(shown: &Shown) -> Result<(), CliError> {
    out::line(&format!(
        "ballot {}: to {} {} for {}, {}",
        shown.ballot, shown.motion, shown.organisation, shown.program, shown.state
    ))?;
    let row = |seat: &Row| {
        let said = match (seat.position, seat.present) {
            (Some(position), true) => position.to_string(),
            (Some(position), false) => format!("left, was {position}"),
            (None, true) if seat.joined == Some(false) => "came late, takes no part".to_owned(),
            (None, true) => "no-response".to_owned(),
            (None, false) => "absent".to_owned(),
        };
        [format!("  {:>3}", seat.seat), said, seat.who()]
    };
    out::table(&shown.roll.iter().map(row).collect::<Vec<_>>())?;
    motion_lines(shown)?;
    let Reading { of, needed, for_, .. } = shown.reading;
    out::line(&format!("votes    {for_} for of {of} {}, {needed} needed", shown.in_force.counted()))?;
    if let Some(hindsight) = &shown.hindsight {
        out::line(&format!("FLAG     {}", hindsight.text))?;
    }
    if let Some(left) = &shown.to_ask {
        out::line(&format!("left     {left}"))?;
    }
    match shown.outcome {
        Some(outcome) => out::line(&format!("outcome  {outcome}"))?,
        None if shown.provisional => out::line("outcome  none yet: these figures are provisional")?,
        None => out::line("outcome  not yet declared: read the roll back, then `docket ballot declare`")?,
    }
    if let Some(needed) = &shown.needed {
        out::line(&format!("needed   {needed}"))?;
    }
    if let Some(effect) = &shown.effect {
        out::line(&format!("effect   {effect}"))?;
    }
    if let Some(Granted { from, until, in_force }) = &shown.granted {
        out::line(&format!("granted  {} {}", shown.program, term(*in_force, *from, *until)))?;
    }
    match (shown.state, shown.stage) {
        ("closed", _) => {
            out::line(&format!("next     read the roll back, then: docket ballot declare {}", shown.ballot))?;
            let [first, others @ ..] = shown.next else { return Ok(()) };
            let others: Vec<&str> = others.iter().map(|stage| stage.as_str()).collect();
            if others.is_empty() {
                return Ok(());
            }
            out::line(&format!("goes to  {first}, or by --next to {}", others.join(", ")))
        }
        ("declared", Some(stage)) => out::line(&format!("stage    {stage}")),
        _ => Ok(()),
    }
}
