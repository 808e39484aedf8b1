//! The room: which seat is chosen, who comes in and who goes out.

use super::{Meeting, Page, Pane, ballot, making};
use crate::{
    console::app::{effect::Effect, key, model::Model, notice::Notice},
    council::{Ballot, Seat, SeatNo, Silence, order, standing},
};

impl Meeting {
    /// The seats in the order in which they are called: the roster of the ballot in front, else the members.
    pub fn roster(&self) -> &[Seat] {
        let members = self.sight.as_ref().map(|sight| sight.meeting.members.as_slice());
        self.ballot().map(|ballot| ballot.roster.as_slice()).or(members).unwrap_or_default()
    }

    /// The chosen seat.
    pub fn seat(&self) -> Option<&Seat> {
        self.roster().get(self.seats.at())
    }

    /// The chosen seat, where seats are in front: in the room, or on a ballot.
    pub fn seat_in_front(&self) -> Option<&Seat> {
        let room = self.page == Page::Session(Pane::Room) || self.ballot().is_some();
        if room { self.seat() } else { None }
    }

    /// Chooses the seat numbered `n`, if there is one.
    pub(super) fn choose(&mut self, n: SeatNo) -> bool {
        let found = self.roster().iter().position(|seat| seat.n == n);
        if let Some(at) = found {
            self.seats.go(at);
        }
        found.is_some()
    }

    /// Whether the ballot in front is open.
    pub(super) fn is_voting(&self) -> bool {
        self.ballot().is_some_and(Ballot::is_open)
    }

    /// Begins the roll: in a ballot with the seat whose turn it is, else with the first.
    pub(super) fn call_first(&mut self) {
        self.seats.go(0);
        if self.ballot().is_some() {
            self.move_on();
        }
    }

    /// Goes on: in a ballot to the seat whose turn it is, in the roll call to the next seat.
    pub(super) fn move_on(&mut self) {
        if self.ballot().is_some() {
            if let Some(turn) = self.turn() {
                self.choose(turn);
            }
        } else {
            let next = self.seats.at() + 1;
            self.seats.go(if next < self.roster().len() { next } else { 0 });
        }
    }

    /// Whose turn it is: the chosen seat, or the first after it that is in the room and has said nothing.
    pub fn turn(&self) -> Option<SeatNo> {
        let meeting = self.ahead()?;
        let ballot =
            meeting.ballots.iter().find(|ballot| Some(&ballot.id) == self.ballot().map(|b| &b.id))?;
        if !ballot.is_open() {
            return None;
        }
        let roll = standing::roll(&meeting, Some(ballot));
        let (before, after) = roll.split_at_checked(self.seats.at()).unwrap_or((&roll, &[]));
        let mut silent = after.iter().chain(before).filter(|row| row.silence == Some(Silence::ToCome));
        silent.next().map(|row| row.seat.n)
    }
}

/// A digit of a seat's number. Digits go together while they name a seat; else the last one begins a new number. Where
/// the agenda is in front, the room with the chosen seat comes in its place.
pub fn digit(model: &mut Model) -> Vec<Effect> {
    let typed = model.keys.last().and_then(|key| key.typed()).filter(char::is_ascii_digit);
    let Some(digit) = typed else {
        return model.say(Notice::refused("Type the digits of the seat's number."));
    };
    let keys = key::show(&model.keys);
    let screen = &mut model.screens.meeting;
    let together = format!("{}{digit}", screen.typed);
    for number in [together, digit.to_string()] {
        if number.parse().is_ok_and(|n| screen.choose(SeatNo(n))) {
            screen.typed = number;
            if screen.page == Page::Session(Pane::Agenda) {
                screen.page = Page::Session(Pane::Room);
            }
            return Vec::new();
        }
    }
    screen.typed.clear();
    model.say(Notice::refused(format!("No seat has a number that begins with {keys}.")))
}

/// Lets the chosen seat into the room, or out of it.
pub fn attend(model: &mut Model) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    let (Some(meeting), Some(seat)) = (screen.ahead(), screen.seat().cloned()) else { return Vec::new() };
    // Whoever stands in without a vote makes the seat not present, and still goes out.
    let inside = meeting.stay(seat.n).is_none();
    let allowed =
        if inside { order::may_come_in(&meeting, seat.n) } else { order::may_go_out(&meeting, seat.n) };
    if let Err(refusal) = allowed {
        return model.say(Notice::refused(refusal.to_string()));
    }
    let sitter = meeting.sitter(&seat);
    let counts = meeting.stand_in(seat.n).is_none_or(|one| one.votes);
    let aside = if inside && !counts { ", without a vote: does not count" } else { "" };
    let what = format!("{} {}{aside}", sitter.named(), if inside { "comes in" } else { "goes out" });
    let mut effects = making::attend(model, meeting.id, what, seat.n, inside);
    if inside {
        effects.extend(ballot::ask_part(model, &sitter));
    }
    model.screens.meeting.move_on();
    effects
}
