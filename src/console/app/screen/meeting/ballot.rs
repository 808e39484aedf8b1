//! A ballot, voted on seat by seat.

use super::{Meeting, consent, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Pick},
    },
    council::{
        Ballot, Meeting as Session, Position, Reason, RollRow, Seat, SeatNo, Silence, conflict::Suggestion,
        order, standing, together::Pulled,
    },
    record::{Change, ballot, together},
    review::Ref,
};

/// The ballot in front as it will be once everything on its way is in the file, with its meeting.
fn ahead(screen: &Meeting) -> Option<(Session, Ballot)> {
    let meeting = screen.ahead()?;
    let id = &screen.ballot()?.id;
    let ballot = meeting.ballots.iter().find(|ballot| ballot.id == *id).cloned()?;
    Some((meeting, ballot))
}

/// The chosen seat takes `position`, or takes it back. Where it has said something else, the reason is asked first.
pub fn take(model: &mut Model, position: Option<Position>) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((_, open)), Some(seat)) = (ahead(screen), screen.seat().cloned()) else { return Vec::new() };
    let was = open.positions.get(&seat.n).copied();
    if open.is_open() && was == position {
        let said = position.map_or("has no position", words::position);
        let notice = Notice::done(format!("{} has said that already: {said}.", seat.named()));
        model.screens.meeting.move_on();
        return model.say(notice);
    }
    let Some(was) = was.filter(|_| open.is_open()) else { return say(model, position, None) };
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let choices = vec![
        choice("s  my slip", "it was entered wrongly"),
        choice("c  changed", "the seat changed its vote"),
    ];
    let title = format!("{} has said {}: why is it replaced?", seat.named(), words::position(was));
    model.open(
        Pick::new(title, choices, move |model, index| {
            let why = if index == 0 { Reason::Slip } else { Reason::Changed };
            say(model, position, Some(why))
        })
        .by_key(),
    )
}

fn say(model: &mut Model, position: Option<Position>, why: Option<Reason>) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(seat)) = (ahead(screen), screen.seat().cloned()) else {
        return Vec::new();
    };
    // What is said of one ballot is said of its motion.
    let changes =
        together::each(&meeting, &open, |one| ballot::replace(&meeting, one, seat.n, position, why));
    let changes = match changes {
        Ok(changes) => changes,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let said = position.map_or("position taken back", words::position);
    let what = format!("{}: {said}", seat.named());
    let effects = making::make(model, meeting.id, what, changes);
    if position.is_some() {
        model.screens.meeting.move_on();
    }
    effects
}

/// Asks whether `seat`, which has just come in, takes part in what is being voted on.
pub(super) fn ask_part(model: &mut Model, seat: &Seat) -> Vec<Effect> {
    let Some(meeting) = model.screens.meeting.ahead() else { return Vec::new() };
    let unasked = |open: &&Ballot| open.is_open() && !open.joined.contains_key(&seat.n);
    let joins = |takes_part: bool| -> Vec<Change> {
        let open = meeting.ballots.iter().filter(unasked);
        open.filter_map(|open| ballot::join(&meeting, open, seat.n, takes_part).ok()).collect()
    };
    let (yes, no) = (joins(true), joins(false));
    if yes.is_empty() {
        return Vec::new();
    }
    let choice = |label: &str, note: &str| Choice { label: label.to_owned(), note: note.to_owned() };
    let choices = vec![
        choice("y  takes part", "and is asked for its position"),
        choice("n  takes no part", "counts as present, without a position; to weigh nothing it leaves"),
    ];
    let (name, id) = (seat.named(), meeting.id);
    let title = format!("{name} came in late: does it take part?");
    model.open(
        Pick::new(title, choices, move |model, index| {
            let (part, changes) = if index == 0 { ("part", yes.clone()) } else { ("no part", no.clone()) };
            making::make(model, id.clone(), format!("{name} takes {part}"), changes)
        })
        .by_key(),
    )
}

/// Everyone who is in the room, has said nothing and has no suggested conflict is for the motion, once confirmed.
pub fn everyone_for(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(row)) = (ahead(screen), screen.row()) else { return Vec::new() };
    let conflicts = screen.sight.as_ref().map(|sight| row.conflicts(sight)).unwrap_or_default();
    let roll = standing::roll(&meeting, Some(&open));
    let (left_out, seats): (Vec<&RollRow<'_>>, Vec<_>) = roll
        .iter()
        .filter(|row| row.silence == Some(Silence::ToCome))
        .partition(|row| concerns(&conflicts, row.seat.n));
    let changes: Result<Vec<Change>, _> = together::every(&meeting, &open, |one| {
        seats.iter().map(|row| ballot::vote(&meeting, one, row.seat.n, Some(Position::For))).collect()
    });
    let changes = match changes {
        Ok(changes) if !changes.is_empty() => changes,
        Ok(_) => return model.say(Notice::refused("Everyone in the room has a position already.")),
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let mut lines: Vec<String> = seats.iter().map(|row| format!("{}: for", row.seat.named())).collect();
    lines.extend(left_out.iter().map(|row| format!("left out, conflict: {}", row.seat.named())));
    lines.push("Read it out. One objection, and it is a roll call: say no, and ask seat by seat.".to_owned());
    let what = format!("{} seats: for", seats.len());
    model.open(Confirm::new("Read back: is everyone present for?", lines, move |model| {
        let effects = making::make(model, meeting.id.clone(), what.clone(), changes.clone());
        model.screens.meeting.move_on();
        effects
    }))
}

/// The chosen seat pulls the item in front out of its motion, or an electronic ballot into a meeting: asks why.
pub fn pull(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(seat)) = (ahead(screen), screen.seat()) else { return Vec::new() };
    if let Err(refusal) = order::may_pull(&meeting, &open, seat.n) {
        return model.say(Notice::refused(refusal.to_string()));
    }
    let title = format!("{} pulls {}", seat.named(), open.id);
    consent::ask_why(model, &title, confirm_pull)
}

/// Names what is pulled, and pulls it on yes.
fn confirm_pull(model: &mut Model, because: Option<String>) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(seat), Some(item)) =
        (ahead(screen), screen.seat().cloned(), screen.row().and_then(|row| row.item))
    else {
        return Vec::new();
    };
    let pairs = |_: &Ref, other: &Ref| item.partners.iter().any(|partner| partner.reference == *other);
    let pulled = Pulled { by: seat.n, because };
    let changes = match together::pull(&meeting, &open, &pulled, pairs) {
        Ok(changes) => changes,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let then = if open.is_electronic() {
        "It ends without a decision, and the application can go on an agenda."
    } else {
        "It ends without a decision, and can be put to a vote of its own once the motion is declared."
    };
    let mut lines: Vec<String> =
        changes.iter().map(|change| format!("Pulled: {}.", change.subject())).collect();
    lines.extend(pulled.because.iter().map(|because| format!("Because: {because}")));
    lines.push(then.to_owned());
    let what = format!("{} pulls {}", seat.named(), open.id);
    let title = format!("{} pulls it?", seat.named());
    model.open(Confirm::new(title, lines, move |model| {
        making::make(model, meeting.id.clone(), what.clone(), changes.clone())
    }))
}

/// A conflict of `seat` stands: it is neither dismissed nor waived.
pub fn concerns(conflicts: &[Suggestion], seat: SeatNo) -> bool {
    conflicts.iter().any(|conflict| conflict.seat == Some(seat) && conflict.stands())
}
