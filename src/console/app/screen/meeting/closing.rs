//! A ballot is closed, read back and declared.

use super::{Row, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Pick},
        wording,
    },
    council::{
        Ballot, BallotId, Meeting as Session, MeetingId, Outcome, RollRow, Seat, SeatNo, Standing,
        electronic, motion,
        outcome::{does, next_stages},
        register::term,
        standing,
    },
    record::{Change, ballot, together},
    review::Stage,
    text::stopped,
};

/// Asks about those who voted and then left, names those without a position, and closes the ballot on yes. Whether an
/// electronic one can be closed is for the clock to say.
pub fn close(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let Some((sight, open)) = screen.sight.as_ref().zip(screen.ballot()) else { return Vec::new() };
    if open.is_electronic() && open.is_open() {
        let id = open.id.clone();
        return making::may_close(model, id);
    }
    let left = standing::left(open, &standing::present_for(&sight.meeting, open));
    if open.is_open() { ask_left(model, &left, Vec::new()) } else { confirm_closing(model, &[]) }
}

/// Asks whether the electronic `ballot` is closed, which it can be now.
pub(super) fn ask_closing(model: &mut Model, ballot: &BallotId) -> Vec<Effect> {
    let in_front = model.screens.meeting.ballot().is_some_and(|open| open.id == *ballot);
    if in_front { confirm_closing(model, &[]) } else { Vec::new() }
}

/// Asks of the first of `left` whether what it said stays in the record or falls; then of the others.
fn ask_left(model: &mut Model, left: &[SeatNo], fallen: Vec<SeatNo>) -> Vec<Effect> {
    let Some((n, rest)) = left.split_first() else { return confirm_closing(model, &fallen) };
    let screen = &model.screens.meeting;
    let Some(open) = screen.ballot() else { return Vec::new() };
    let name = open.roster.iter().find(|seat| seat.n == *n).map(Seat::named).unwrap_or_default();
    let said = open.positions.get(n).map(|said| words::position(*said)).unwrap_or_default();
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let choices = vec![
        choice("s  stays on record", "as said before leaving; it does not count"),
        choice("f  falls", "it is taken back, and does not count either"),
    ];
    let (n, rest) = (*n, rest.to_vec());
    model.open(
        Pick::new(format!("{name} said {said} and left"), choices, move |model, index| {
            let fallen = fallen.iter().copied().chain((index == 1).then_some(n)).collect();
            ask_left(model, &rest, fallen)
        })
        .by_key(),
    )
}

/// Names those without a position, and closes the ballot on yes.
fn confirm_closing(model: &mut Model, fallen: &[SeatNo]) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let Some(open) = row.ballot else { return Vec::new() };
    let changes =
        match together::every(&sight.meeting, open, |one| ballot::close_with(&sight.meeting, one, fallen)) {
            Ok(changes) => changes,
            Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
        };
    let Some(standing) = sight.standing(open) else { return Vec::new() };
    let mut lines = if open.is_electronic() {
        closing_answers(open, &standing)
    } else {
        closing(&sight.meeting, open, &standing, fallen)
    };
    lines.push("A closed ballot is not opened again; a re-vote is a new one.".to_owned());
    let (meeting, what) = (sight.meeting.id.clone(), format!("ballot on item {} closed", row.number));
    model.open(Confirm::new(format!("Close the ballot on item {}?", row.number), lines, move |model| {
        model.screens.meeting.seats.go(0);
        making::make(model, meeting.clone(), what.clone(), changes.clone())
    }))
}

/// What is read out before a ballot is closed.
fn closing(meeting: &Session, open: &Ballot, standing: &Standing, fallen: &[SeatNo]) -> Vec<String> {
    let roll = standing::roll(meeting, Some(open));
    let named = |which: &dyn Fn(&RollRow<'_>) -> bool| {
        let names = roll.iter().filter(|row| which(row)).map(|row| row.seat.named());
        names.collect::<Vec<_>>().join(", ")
    };
    let silent = named(&|row| row.present && row.position.is_none());
    let kept = named(&|row| row.left && !fallen.contains(&row.seat.n));
    let falls = named(&|row| row.left && fallen.contains(&row.seat.n));
    let mut lines = Vec::new();
    if silent.is_empty() {
        lines.push("Everyone in the room has a position.".to_owned());
    } else {
        lines.push(format!("WITHOUT A POSITION, counted as present: {silent}."));
    }
    if !kept.is_empty() {
        lines.push(format!("Left after taking a position, which then does not count: {kept}."));
    }
    if !falls.is_empty() {
        lines.push(format!("Left, and what they said is taken back: {falls}."));
    }
    lines.push(format!("{}.", words::room(&standing.room)));
    if !standing.room.quorum.met {
        lines.push("Closed now, the ballot gives no decision.".to_owned());
    }
    lines
}

/// What is said before an electronic ballot is closed: nobody was in a room, so it is about who has not answered.
fn closing_answers(open: &Ballot, standing: &Standing) -> Vec<String> {
    let silent: Vec<String> = electronic::silent(open).map(Seat::named).collect();
    vec![
        if silent.is_empty() {
            "Every member has answered.".to_owned()
        } else {
            format!("NO ANSWER, counted among the members all the same: {}.", silent.join(", "))
        },
        format!("{}.", words::answered(open, standing)),
        format!("{}, all of them the base: there is no meeting.", words::members(&standing.room)),
    ]
}

/// What a declaration makes, and where it lets the application go.
type Declared = (Stage, Vec<Change>);

/// Shows what will be declared; the item's number is typed to do it. Where the outcome leaves open where the
/// application goes, that is asked then.
pub fn declare(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let Some(closed) = row.ballot else { return Vec::new() };
    let Some(standing) = sight.standing(closed) else { return Vec::new() };
    let outcome = standing.tally.outcome;
    let to = |stage: &Stage| {
        let one = |one: &Ballot| ballot::declare(&sight.rules, &sight.meeting, one, Some(*stage));
        together::each(&sight.meeting, closed, one).map(|changes| (*stage, changes))
    };
    let stages = next_stages(closed.motion, &closed.terms, outcome);
    let ways: Vec<Declared> = match stages.iter().map(to).collect::<Result<_, _>>() {
        Ok(ways) => ways,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let lines = declaring(row, &standing, &ways);
    let number = row.number;
    let (meeting, what) = (sight.meeting.id.clone(), format!("item {number} declared"));
    let question =
        Confirm::new(format!("Declare item {number}?"), lines, move |model| match ways.as_slice() {
            [(_, changes)] => making::make(model, meeting.clone(), what.clone(), changes.clone()),
            _ => ask_stage(model, (&meeting, &what), outcome, ways.clone()),
        });
    model.open(question.word(number.to_string()))
}

/// Asks where the application goes, and declares.
fn ask_stage(
    model: &mut Model,
    (meeting, what): (&MeetingId, &str),
    outcome: Outcome,
    ways: Vec<Declared>,
) -> Vec<Effect> {
    let choice =
        |(stage, _): &Declared| Choice { label: wording::stage(*stage).to_owned(), note: String::new() };
    let choices = ways.iter().map(choice).collect();
    let title = match outcome {
        Outcome::Adopted => "The motion carries. Where does the application go?",
        _ => "The motion does not carry. Where does the application go?",
    };
    let (meeting, what) = (meeting.clone(), what.to_owned());
    model.open(Pick::new(title, choices, move |model, index| match ways.get(index) {
        Some((_, changes)) => making::make(model, meeting.clone(), what.clone(), changes.clone()),
        None => Vec::new(),
    }))
}

/// What is read out before a ballot is declared.
fn declaring(row: Row<'_>, standing: &Standing, ways: &[Declared]) -> Vec<String> {
    let (Some(closed), Some((stage, changes))) = (row.ballot, ways.first()) else { return Vec::new() };
    let Some(Change::Declared { outcome, granted, .. }) = changes.first() else { return Vec::new() };
    let mut lines = vec![
        motion::in_full(closed.motion, &closed.terms, &closed.organisation, closed.program),
        String::new(),
    ];
    lines.extend(words::arithmetic(closed, standing).map(|(label, said)| format!("{label}: {said}.")));
    lines.push(
        match outcome {
            Outcome::Adopted => "The motion carries.",
            Outcome::NotAdopted => "The motion does not carry.",
            Outcome::NoDecision | Outcome::NeedsRuling => "Nothing can be decided.",
        }
        .to_owned(),
    );
    if *outcome == Outcome::Adopted && !closed.motion.grants() {
        lines.push(format!("By this it is {}", stopped(&does(closed.motion, &closed.terms))));
    }
    lines.push(match ways {
        [_] => format!("The application goes to: {}.", wording::stage(*stage)),
        _ => "Where the application goes is asked next.".to_owned(),
    });
    lines.extend(granted.as_ref().map(|granted| {
        let term = term(closed.terms.in_force, granted.from, granted.until);
        format!("The certification holds {term}.")
    }));
    if changes.len() > 1 {
        let all: Vec<String> = changes.iter().map(|change| change.subject().to_string()).collect();
        lines.push(format!("One motion, declared for each: {}.", all.join(", ")));
    }
    lines
}
