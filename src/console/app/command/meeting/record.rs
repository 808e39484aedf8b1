//! What is written down in a meeting besides its ballots.

use super::{Availability, command, of_seat, shown, unless};
use crate::console::app::command::Command;
use crate::console::app::model::Model;
use crate::console::app::screen::conflict::{judge, tie};
use crate::console::app::screen::meeting::{Page, Pane, correct, minutes, noting, ruling, seats, stand_in};
use crate::council::MeetingState;

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    command(
        "meeting.correct",
        "correct a time",
        "Puts right when the chosen seat came in or went out; no closed ballot is counted again.",
        &["time", "attendance", "wrong"],
        corrects,
        correct::ask,
    ),
    command(
        "meeting.note",
        "note",
        "Notes what was said of the chosen item.",
        &["discussion", "minutes"],
        notes,
        noting::ask_note,
    ),
    command(
        "meeting.action",
        "action",
        "Notes who is to do what, and by when.",
        &["to do", "task", "owner"],
        notes,
        noting::ask_action,
    ),
    command(
        "meeting.item",
        "free item",
        "Puts something on the agenda that is no application.",
        &["minutes", "other business"],
        adds,
        noting::ask_item,
    ),
    command(
        "meeting.ruling",
        "ruling",
        "Lets the chair rule what a majority is taken of, whether stand-ins vote, how long a certification holds, or whether the head count applies to Enterprise, for later ballots.",
        &["reading", "chair", "majority", "stand-ins", "validity", "head count"],
        rules,
        ruling::ask,
    ),
    command(
        "meeting.judge",
        "waive or dismiss",
        "Lets the chair waive or dismiss a conflict that suggests itself for the chosen item.",
        &["conflict", "chair", "recusal"],
        judges,
        judge::ask,
    ),
    Command {
        footer: false,
        ..command(
            "meeting.conflict",
            "enter a conflict",
            "Enters in the register of conflicts whom the chosen seat's holder is tied to.",
            &["register", "tie", "interest"],
            enters,
            tie::ask,
        )
    },
    Command {
        footer: false,
        ..command(
            "meeting.end-conflict",
            "end a conflict",
            "Gives a conflict of the register a last day.",
            &["register", "tie", "interest", "over"],
            ends,
            tie::ask_end,
        )
    },
    Command {
        footer: false,
        ..command(
            "meeting.stand-in",
            "stand-in",
            "Names who takes the chosen seat's place in this meeting.",
            &["proxy", "substitute", "deputy"],
            replaces,
            stand_in::ask,
        )
    },
    Command {
        footer: false,
        ..command(
            "meeting.give-back",
            "give the seat back",
            "Gives the chosen seat back to its holder by whoever stands in on it.",
            &["stand-in", "return", "proxy", "holder"],
            gives_back,
            stand_in::give_back,
        )
    },
    command(
        "meeting.take-back",
        "take a note back",
        "Takes back a note or an action of the chosen item.",
        &["unnote", "remove"],
        takes_back,
        noting::take_back,
    ),
    command(
        "meeting.approve",
        "approve minutes",
        "Records that a later meeting has approved the minutes of this one.",
        &["minutes", "adopt", "approval"],
        approves,
        minutes::ask_approval,
    ),
    command(
        "meeting.amend",
        "amend minutes",
        "Records what the minutes said, what they should say, and why.",
        &["minutes", "correct", "amendment", "wrong"],
        amends,
        minutes::ask_amendment,
    ),
    command(
        "meeting.seats",
        "seats",
        "Adds a seat, gives one another holder or employer, vacates or ends it, suspends its holder or ends that.",
        &["council", "members", "add a seat", "suspend", "vacate", "reinstate", "holder", "employer", "term"],
        lists_seats,
        seats::ask,
    ),
];

fn corrects(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let called = matches!(screen.state(), Some(MeetingState::Open | MeetingState::Adjourned));
    let in_front = matches!(screen.page, Page::Session(_) | Page::Item) && screen.shows_seats();
    of_seat(screen, called && in_front)
}

/// The meeting in front is not over.
fn goes_on(model: &Model) -> bool {
    matches!(model.screens.meeting.state(), Some(MeetingState::Planned | MeetingState::Open))
}

/// What is in front is not over, be it a meeting or a vote without one.
fn is_pending(model: &Model) -> bool {
    model.screens.meeting.in_front().is_some_and(|session| session.state != MeetingState::Adjourned)
}

fn notes(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let in_front = matches!(screen.page, Page::Session(Pane::Agenda) | Page::Item);
    shown(goes_on(model) && in_front && screen.row().is_some())
}

fn takes_back(model: &Model) -> Availability {
    match notes(model) {
        Availability::Enabled => {
            let none = noting::of_row(&model.screens.meeting).is_empty();
            unless(none.then(|| "nothing was noted of this item.".to_owned()))
        }
        hidden => hidden,
    }
}

fn adds(model: &Model) -> Availability {
    shown(goes_on(model) && matches!(model.screens.meeting.page, Page::Session(_)))
}

fn rules(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    shown(screen.in_session() && matches!(screen.page, Page::Session(_) | Page::Item))
}

fn judges(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let in_front = matches!(screen.page, Page::Session(Pane::Agenda) | Page::Item);
    let application = screen.row().is_some_and(|row| row.reference.is_some());
    if is_pending(model) && in_front && application {
        unless(judge::cannot_judge(model))
    } else {
        Availability::Hidden
    }
}

fn enters(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let seats = matches!(screen.page, Page::Session(_)) || screen.ballot().is_some();
    of_seat(screen, is_pending(model) && seats)
}

fn ends(model: &Model) -> Availability {
    match model.screens.meeting.sight {
        Some(_) => unless(tie::cannot_end(model)),
        None => Availability::Hidden,
    }
}

fn replaces(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    of_seat(screen, goes_on(model) && matches!(screen.page, Page::Session(_)))
}

fn gives_back(model: &Model) -> Availability {
    match replaces(model) {
        Availability::Enabled => unless(stand_in::cannot_give_back(&model.screens.meeting)),
        hidden => hidden,
    }
}

fn amends(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let has = screen.sight.as_ref().is_some_and(|sight| minutes::has_them(&sight.meeting));
    shown(matches!(screen.page, Page::Session(_)) && has)
}

fn approves(model: &Model) -> Availability {
    match amends(model) {
        Availability::Enabled => unless(minutes::cannot_approve(&model.screens.meeting)),
        hidden => hidden,
    }
}

fn lists_seats(model: &Model) -> Availability {
    shown(matches!(model.screens.meeting.page, Page::List | Page::Session(_)))
}
