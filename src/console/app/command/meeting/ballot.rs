//! What can be done with a ballot.

use super::{Availability, Command, Scope, unless};
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::meeting::{Meeting, ballot, closing, in_full, session};
use crate::council::{BallotState, Position, order, together};

/// The group.
pub(in crate::console::app::command) const COMMANDS: &[Command] = &[
    command("ballot.for", "for", "The chosen seat is for the motion.", takes, |model| {
        ballot::take(model, Some(Position::For))
    }),
    command("ballot.against", "against", "The chosen seat is against the motion.", takes, |model| {
        ballot::take(model, Some(Position::Against))
    }),
    command("ballot.abstain", "abstains", "The chosen seat takes no side.", takes, |model| {
        ballot::take(model, Some(Position::Abstain))
    }),
    command(
        "ballot.recuse",
        "recused",
        "The chosen seat takes no part because of a conflict.",
        takes,
        |model| ballot::take(model, Some(Position::Recused)),
    ),
    Command {
        footer: false,
        ..command("ballot.back", "take back", "Takes back the position of the chosen seat.", takes, |model| {
            ballot::take(model, None)
        })
    },
    command(
        "ballot.pull",
        "pull",
        "The chosen seat pulls the item out of its motion, or an electronic ballot into a meeting.",
        pulls,
        ballot::pull,
    ),
    command(
        "ballot.close",
        "close",
        "Closes the ballot; then the roll is read back.",
        closes,
        closing::close,
    ),
    command(
        "ballot.declare",
        "declare",
        "Declares the result of a closed ballot.",
        declares,
        closing::declare,
    ),
    command(
        "ballot.next",
        "next item",
        "Goes to the next item after a declared one.",
        is_over,
        session::next_item,
    ),
    Command {
        footer: false,
        aliases: &["terms", "conditions", "movers"],
        ..command(
            "ballot.motion",
            "motion",
            "Shows the motion in full, with its terms, its movers and the edition.",
            has_motion,
            in_full::show,
        )
    },
    Command {
        footer: false,
        aliases: &["all for", "everyone", "unanimous", "consent"],
        ..command(
            "ballot.everyone",
            "all present for",
            "Everyone in the room without a position or a suggested conflict is for the motion.",
            takes_at_once,
            ballot::everyone_for,
        )
    },
];

/// A command of this group.
const fn command(
    id: &'static str,
    title: &'static str,
    doc: &'static str,
    available: fn(&Model) -> Availability,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { id, title, doc, aliases: &[], scope: Scope::Ballot, footer: true, available, run }
}

fn takes(model: &Model) -> Availability {
    match model.screens.meeting.ballot() {
        Some(ballot) if ballot.is_open() => Availability::Enabled,
        _ => Availability::Hidden,
    }
}

fn has_motion(model: &Model) -> Availability {
    if model.screens.meeting.ballot().is_some() { Availability::Enabled } else { Availability::Hidden }
}

/// Who is in a room can be asked at once; without a meeting every member answers alone.
fn takes_at_once(model: &Model) -> Availability {
    match model.screens.meeting.ballot() {
        Some(ballot) if ballot.is_electronic() => Availability::Hidden,
        _ => takes(model),
    }
}

fn pulls(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    let several = |open: &&crate::council::Ballot| {
        let all = screen.sight.as_ref().map(|sight| sight.meeting.ballots.as_slice()).unwrap_or_default();
        open.is_electronic() || together::motion(all, open).len() > 1
    };
    match screen.ballot().filter(|ballot| ballot.is_open()).filter(several) {
        Some(_) => Availability::Enabled,
        None => Availability::Hidden,
    }
}

fn is_over(model: &Model) -> Availability {
    match model.screens.meeting.ballot() {
        Some(ballot) if ballot.is_declared() => Availability::Enabled,
        _ => Availability::Hidden,
    }
}

/// What a ballot comes to is said of what the file has.
fn settled(screen: &Meeting) -> Availability {
    if screen.waiting.is_empty() { Availability::Enabled } else { Availability::Soon }
}

fn closes(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match screen.ballot() {
        Some(ballot) if ballot.is_open() => settled(screen),
        _ => Availability::Hidden,
    }
}

fn declares(model: &Model) -> Availability {
    let screen = &model.screens.meeting;
    match screen.ballot() {
        Some(ballot) if matches!(ballot.state, BallotState::Closed { .. }) => settled(screen),
        Some(ballot) if ballot.is_open() => {
            unless(order::may_declare(ballot).err().map(|refusal| format!("{refusal}.")))
        }
        _ => Availability::Hidden,
    }
}
