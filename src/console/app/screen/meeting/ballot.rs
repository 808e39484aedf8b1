//! A ballot: opened, and voted on seat by seat.

use super::{Ahead, Meeting, Row, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Pick},
        wording,
    },
    council::{
        Ballot, Meeting as Session, Motion, Position, RollRow, SeatNo, conflict::Suggestion,
        motion as moving, order, standing,
    },
    record::{Change, ballot},
    review::Stage,
};

/// Why no ballot can be opened on the chosen item, if so.
pub fn cannot_open(screen: &Meeting) -> Option<String> {
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else {
        return Some("the agenda is empty.".to_owned());
    };
    let Some(reference) = row.reference else {
        return Some("the item is no application.".to_owned());
    };
    match row.item.map(|item| item.application.review.stage) {
        None => return Some("the application is not in the file any more.".to_owned()),
        Some(Stage::OnAgenda | Stage::ReadyForTac) => {}
        Some(stage) => return Some(format!("the application is {} by now.", wording::stage(stage))),
    }
    order::may_open_ballot(&sight.meeting, reference, None).err().map(|refusal| format!("{refusal}."))
}

/// Asks for the motion; where a ballot on the item waits to be declared, shows that one.
pub fn ask_motion(model: &mut Model) -> Vec<Effect> {
    if let Some(at) = model.screens.meeting.undeclared_here() {
        model.screens.meeting.show_item(at);
        return Vec::new();
    }
    let Some(row) = model.screens.meeting.row() else { return Vec::new() };
    let Some(program) = row.program() else { return Vec::new() };
    let choice = |motion: &Motion| Choice {
        label: motion.to_string(),
        note: moving::sentence(*motion, row.organisation(), program),
    };
    let title = format!("Item {}: what is moved?", row.number);
    let choices = Motion::ALL.iter().map(choice).collect();
    model.open(Pick::new(title, choices, |model, index| {
        Motion::ALL.get(index).map_or_else(Vec::new, |motion| confirm_opening(model, *motion))
    }))
}

/// Shows what is frozen, and opens the ballot on yes.
fn confirm_opening(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let as_of = model.about.today;
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let Some(item) = row.item else { return Vec::new() };
    let opened = ballot::open(&sight.meeting, &item.application, &item.ballots, motion, as_of);
    let change = match opened {
        Ok(change) => change,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let lines = opening(screen, row, motion, &change);
    let title = format!("Open the ballot on item {}?", row.number);
    let (meeting, what) = (sight.meeting.id.clone(), format!("ballot on item {} opened", row.number));
    model.open(Confirm::new(title, lines, move |model| {
        let screen = &mut model.screens.meeting;
        screen.page = super::Page::Item;
        screen.seats.go(0);
        making::make(model, meeting.clone(), what.clone(), Ahead::Other, vec![change.clone()])
    }))
}

/// What is read out before a ballot is opened.
fn opening(screen: &Meeting, row: Row<'_>, motion: Motion, change: &Change) -> Vec<String> {
    let (Some(sight), Some(item), Some(program)) = (&screen.sight, row.item, row.program()) else {
        return Vec::new();
    };
    let Change::BallotOpened { as_of, snapshot, reading, roster, .. } = change else { return Vec::new() };
    let hash: String = snapshot.chars().take(16).collect();
    let known = sight.rules.readings.iter().find(|known| known.base == *reading);
    let mut lines = vec![
        moving::sentence(motion, row.organisation(), program),
        format!("{} under {}", item.application.reference, words::edition(item)),
        String::new(),
        format!(
            "A majority of {} decides{}.",
            words::base(*reading),
            known.map(|known| format!(": {}", known.text)).unwrap_or_default()
        ),
        format!(
            "Frozen now: the roster of {}, this reading, the edition, the day {as_of}, and the application as \
             reviewed ({hash}), which is locked until the ballot is declared.",
            roster.len()
        ),
    ];
    let room = standing::room(&sight.rules, &sight.meeting);
    if !room.quorum.met {
        lines.push(format!("{}.", words::room(&room)));
    }
    lines.extend(row.conflicts(sight).iter().map(words::conflict));
    lines
}

/// The ballot in front as it will be once everything on its way is in the file, with its meeting.
fn ahead(screen: &Meeting) -> Option<(Session, Ballot)> {
    let meeting = screen.ahead()?;
    let id = &screen.ballot()?.id;
    let ballot = meeting.ballots.iter().find(|ballot| ballot.id == *id).cloned()?;
    Some((meeting, ballot))
}

/// The chosen seat takes `position`, or takes it back.
pub fn take(model: &mut Model, position: Option<Position>) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(seat)) = (ahead(screen), screen.seat().cloned()) else {
        return Vec::new();
    };
    let change = match ballot::vote(&meeting, &open, seat.n, position) {
        Ok(change) => change,
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    if matches!(&change, Change::Voted { was, now, .. } if was == now) {
        let said = position.map_or("has no position", words::position);
        let notice = Notice::done(format!("{} has said that already: {said}.", words::seat(&seat)));
        model.screens.meeting.move_on();
        return model.say(notice);
    }
    let said = position.map_or("position taken back", words::position);
    let what = format!("{}: {said}", words::seat(&seat));
    let ahead = Ahead::Positions(vec![(seat.n, position)]);
    let effects = making::make(model, meeting.id, what, ahead, vec![change]);
    if position.is_some() {
        model.screens.meeting.move_on();
    }
    effects
}

/// Everyone who is in the room, has said nothing and has no suggested conflict is for the motion, once confirmed.
pub fn everyone_for(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some((meeting, open)), Some(row)) = (ahead(screen), screen.row()) else { return Vec::new() };
    let conflicts = screen.sight.as_ref().map(|sight| row.conflicts(sight)).unwrap_or_default();
    let roll = standing::roll(&meeting, Some(&open));
    let (left_out, seats): (Vec<&RollRow<'_>>, Vec<_>) = roll
        .iter()
        .filter(|row| row.present && row.position.is_none())
        .partition(|row| concerns(&conflicts, row.seat.n));
    let changes: Result<Vec<Change>, _> =
        seats.iter().map(|row| ballot::vote(&meeting, &open, row.seat.n, Some(Position::For))).collect();
    let changes = match changes {
        Ok(changes) if !changes.is_empty() => changes,
        Ok(_) => return model.say(Notice::refused("Everyone in the room has a position already.")),
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let mut lines: Vec<String> = seats.iter().map(|row| format!("{}: for", words::seat(row.seat))).collect();
    lines.extend(left_out.iter().map(|row| format!("left out, conflict: {}", words::seat(row.seat))));
    lines.push("Read it out. Whoever objects takes a position of their own.".to_owned());
    let said = seats.iter().map(|row| (row.seat.n, Some(Position::For))).collect();
    let (ahead, what) = (Ahead::Positions(said), format!("{} seats: for", seats.len()));
    model.open(Confirm::new("Everyone present is for?", lines, move |model| {
        let effects = making::make(model, meeting.id.clone(), what.clone(), ahead.clone(), changes.clone());
        model.screens.meeting.move_on();
        effects
    }))
}

/// A conflict of `seat` stands: it is neither dismissed nor waived.
pub fn concerns(conflicts: &[Suggestion], seat: SeatNo) -> bool {
    conflicts.iter().any(|conflict| conflict.seat == Some(seat) && conflict.stands())
}
