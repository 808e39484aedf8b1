//! What can be done on Meeting.

mod ballot;
mod record;

use super::{Availability, Command, Scope};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{
    Meeting, Page, Pane, agenda, consent, electronic, motion, room, session,
};
use crate::council::{Ballot, MeetingState, Outcome, order};

/// The commands of a ballot.
pub(super) use ballot::COMMANDS as BALLOT;

/// What is written down besides.
pub(super) use record::COMMANDS as RECORD;

/// The group.
pub(super) const COMMANDS: &[Command] = &[
    command(
        "meeting.open",
        "open",
        "Opens the meeting or the item; keeps the agenda.",
        &["enter"],
        opens,
        session::enter,
    ),
    command(
        "meeting.attend",
        "in or out",
        "Lets the chosen seat into the room, or out of it.",
        &["present", "leave", "roll"],
        attends,
        room::attend,
    ),
    command(
        "meeting.call",
        "call to order",
        "Calls the meeting to order and fixes the reading.",
        &["start", "begin"],
        calls,
        session::call,
    ),
    command(
        "meeting.ballot",
        "ballot",
        "Opens a ballot on the chosen item, or shows the one that waits.",
        &["vote", "motion", "re-vote"],
        votes,
        motion::ask_motion,
    ),
    command(
        "meeting.agenda",
        "agenda",
        "Makes the agenda: what is ready for TAC, and in which order.",
        &["items", "order"],
        arranges,
        agenda::edit,
    ),
    command(
        "meeting.pane",
        "room or agenda",
        "Goes from the room to the agenda, or back.",
        &["tab", "pane"],
        has_panes,
        session::other_pane,
    ),
    command(
        "meeting.mark",
        "mark",
        "Puts the chosen application on the agenda in the making, or an item on the consent list; or takes it off.",
        &["select", "consent list"],
        marks,
        mark,
    ),
    command(
        "meeting.consent",
        "consent motion",
        "Puts the items of the consent list to the vote as one motion.",
        &["together", "one motion", "unanimous consent"],
        consents,
        consent::open,
    ),
    command(
        "meeting.pull",
        "pull",
        "Lets a member pull the chosen item from the consent list.",
        &["object", "own vote"],
        pulls,
        consent::pull,
    ),
    command(
        "meeting.electronic",
        "electronic ballot",
        "Puts a motion to all members, who answer until a deadline, without a meeting.",
        &["e-vote", "without a meeting", "deadline"],
        plans,
        electronic::ask,
    ),
    command(
        "meeting.later",
        "later",
        "Moves the chosen application down.",
        &["down", "order"],
        drafts,
        agenda::later,
    ),
    command(
        "meeting.earlier",
        "earlier",
        "Moves the chosen application up.",
        &["up", "order"],
        drafts,
        agenda::earlier,
    ),
    command(
        "meeting.plan",
        "plan a meeting",
        "Plans a meeting on a day.",
        &["new", "date"],
        plans,
        session::plan,
    ),
    command(
        "meeting.next",
        "next item",
        "Goes to the next item of the agenda.",
        &["item"],
        on_item,
        session::next_item,
    ),
    command(
        "meeting.before",
        "item before",
        "Goes to the item before.",
        &["item", "previous"],
        on_item,
        session::item_before,
    ),
    command(
        "meeting.adjourn",
        "adjourn",
        "Ends the meeting.",
        &["close meeting", "end"],
        adjourns,
        session::adjourn,
    ),
    Command {
        footer: false,
        ..command(
            "meeting.seat",
            "seat",
            "Chooses a seat by the digits of its number.",
            &["number", "digits"],
            has_seats,
            room::digit,
        )
    },
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    aliases: &'static [&'static str],
    available: fn(&Model) -> Availability,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { id, title, doc, aliases, scope: Scope::Meeting, footer: true, available, run }
}

/// Enabled where `here`, and not shown elsewhere.
const fn shown(here: bool) -> Availability {
    if here { Availability::Enabled } else { Availability::Hidden }
}

/// Enabled, or not for this reason.
fn unless(why: Option<String>) -> Availability {
    why.map_or(Availability::Enabled, Availability::Disabled)
}

fn opens(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    shown(match screen.page {
        Page::List => !screen.list.is_empty(),
        Page::Session(pane) => pane == Pane::Agenda && !screen.items.is_empty(),
        Page::Draft => true,
        Page::Item => false,
    })
}

fn attends(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match (screen.page, screen.state()) {
        (Page::List | Page::Draft, _) | (_, None | Some(MeetingState::Adjourned)) => Availability::Hidden,
        (_, Some(MeetingState::Open)) => unless(out_of_sight(screen).or_else(|| unchosen(screen))),
        (_, Some(MeetingState::Planned)) => {
            Availability::Disabled("the meeting must be called to order first.".to_owned())
        }
    }
}

/// Why no seat is chosen on the page in front, if so: whoever lets one in or out sees it.
fn out_of_sight(screen: &Meeting) -> Option<String> {
    let why = "the seats are not on this page; esc goes back to them.";
    (!screen.shows_seats()).then(|| why.to_owned())
}

/// Why no seat is chosen on the page in front, if so: the agenda is in front, where none is marked.
fn unchosen(screen: &Meeting) -> Option<String> {
    let why = "choose a seat first: tab, or its number.";
    (screen.page == Page::Session(Pane::Agenda)).then(|| why.to_owned())
}

/// What is about the chosen seat: not where no seat is chosen, which it says where it could be `here` otherwise.
fn of_seat(screen: &Meeting, here: bool) -> Availability {
    if here && !screen.roster().is_empty() { unless(unchosen(screen)) } else { Availability::Hidden }
}

fn calls(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    shown(matches!(screen.page, Page::Session(_)) && screen.state() == Some(MeetingState::Planned))
}

fn votes(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match screen.page {
        Page::Item if screen.ballot().is_some_and(|ballot| !leads_on(ballot)) => Availability::Hidden,
        Page::Session(_) | Page::Item if screen.in_session() && screen.undeclared_here().is_some() => {
            Availability::Enabled
        }
        Page::Session(_) | Page::Item if screen.in_session() => unless(motion::cannot_open(model)),
        _ => Availability::Hidden,
    }
}

/// A declared ballot may be followed by another one; one that was adopted is not.
fn leads_on(ballot: &Ballot) -> bool {
    ballot.outcome().is_some_and(|outcome| outcome != Outcome::Adopted)
}

fn arranges(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let state = screen.state();
    let open = matches!(state, Some(MeetingState::Planned | MeetingState::Open));
    shown(matches!(screen.page, Page::Session(_)) && open)
}

fn has_panes(model: &Model) -> Availability {
    shown(matches!(model.screens.meeting.page, Page::Session(_)))
}

fn marks(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let open = matches!(screen.state(), Some(MeetingState::Planned | MeetingState::Open));
    let on_agenda = screen.page == Page::Session(Pane::Agenda)
        && open
        && screen.row().is_some_and(|row| row.reference.is_some());
    shown(screen.page == Page::Draft || on_agenda)
}

fn mark(model: &mut Model) -> Vec<Effect> {
    if model.screens.meeting.page == Page::Draft { agenda::mark(model) } else { consent::mark(model) }
}

fn consents(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match screen.page {
        Page::Session(_) if screen.in_session() => unless(consent::cannot_move(screen)),
        _ => Availability::Hidden,
    }
}

fn pulls(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let on_list = screen.sight.as_ref().zip(screen.row()).is_some_and(|(sight, row)| {
        let listed = row.reference.and_then(|reference| sight.meeting.consent.get(reference));
        row.ballot.is_none() && listed.is_some_and(|consent| consent.pulled.is_none())
    });
    shown(screen.page == Page::Session(Pane::Agenda) && on_list)
}

fn drafts(model: &Model) -> Availability {
    shown(model.screens.meeting.page == Page::Draft)
}

fn plans(model: &Model) -> Availability {
    shown(model.screens.meeting.page == Page::List)
}

fn on_item(model: &Model) -> Availability {
    shown(model.screens.meeting.page == Page::Item)
}

fn has_seats(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match screen.page {
        Page::Session(_) | Page::Item => unless(out_of_sight(screen)),
        Page::List | Page::Draft => Availability::Hidden,
    }
}

fn adjourns(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let Some(sight) = screen.sight.as_ref().filter(|_| screen.in_session()) else {
        return Availability::Hidden;
    };
    match screen.page {
        Page::Session(_) => {
            unless(order::may_adjourn(&sight.meeting).err().map(|refusal| format!("{refusal}.")))
        }
        _ => Availability::Hidden,
    }
}
