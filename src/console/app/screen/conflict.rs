//! Conflicts at the keys: entered and ended in the register, waived and dismissed by the chair. On Meeting they are about
//! the item and the seat in front, on Review about the application in front and whoever reviews it.

pub mod judge;
pub mod tie;

use super::{
    Screen,
    meeting::{Meeting, MeetingRequest, making},
    review,
};
use crate::{
    console::app::{ahead, effect::Effect, model::Model},
    council::{
        Seat,
        conflict::{Register, Suggestion},
    },
    record::{Change, Role},
    review::Ref,
};

/// The register, as it was read for the screen in front.
fn register(model: &Model) -> Option<&Register> {
    match model.screen {
        Screen::Review => model.screens.review.file.as_ref().map(|file| &file.loaded.register),
        _ => model.screens.meeting.sight.as_ref().map(|sight| &sight.register),
    }
}

/// The seats of the council, as they were read for the screen in front.
fn seats(model: &Model) -> &[Seat] {
    let (file, sight) = (&model.screens.review.file, &model.screens.meeting.sight);
    let seats = match model.screen {
        Screen::Review => file.as_ref().map(|file| file.loaded.seats.as_slice()),
        _ => sight.as_ref().map(|sight| sight.meeting.members.as_slice()),
    };
    seats.unwrap_or_default()
}

/// The application in front, and who makes it.
fn applicant(model: &Model) -> Option<(Ref, String)> {
    if model.screen == Screen::Review {
        let application = model.screens.review.file.as_ref()?.application();
        return Some((application.reference.clone(), application.facts.organisation.name.clone()));
    }
    let row = model.screens.meeting.row()?;
    Some((row.reference.cloned()?, row.organisation().to_owned()))
}

/// The seat whose holder is meant; on Review nobody's.
fn seat(model: &Model) -> Option<&Seat> {
    match model.screen {
        Screen::Review => None,
        _ => model.screens.meeting.seat_in_front(),
    }
}

/// What suggests itself for the application in front and stands: on a ballot, of the chosen seat alone.
fn standing(model: &Model) -> Vec<Suggestion> {
    let mut found = match model.screen {
        Screen::Review => {
            model.screens.review.file.as_ref().map(|file| file.loaded.conflicts.clone()).unwrap_or_default()
        }
        _ => of_meeting(&model.screens.meeting),
    };
    found.retain(Suggestion::stands);
    found
}

/// The conflicts of the register that touch the application under review.
fn touching(model: &Model) -> Vec<u32> {
    let file = model.screens.review.file.as_ref().filter(|_| model.screen == Screen::Review);
    file.into_iter().flat_map(|file| &file.loaded.conflicts).filter_map(|one| one.known).collect()
}

fn of_meeting(screen: &Meeting) -> Vec<Suggestion> {
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let mut found = row.conflicts(sight);
    let seat = voter(screen).map(|seat| seat.n);
    found.retain(|one| seat.is_none() || one.seat == seat);
    found
}

/// The seat that is chosen on a ballot.
fn voter(screen: &Meeting) -> Option<&Seat> {
    screen.ballot().and_then(|_| screen.seat())
}

/// Asks the store for `change`; the next key is about the register as it is then.
fn make(model: &mut Model, role: Option<Role>, what: String, change: Change) -> Vec<Effect> {
    if model.screen == Screen::Review {
        let asked = review::commit(model, role, vec![change]);
        return ahead::until_answered(model, asked);
    }
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let request = MeetingRequest::Make { meeting: sight.meeting.id.clone(), changes: vec![change], role };
    making::send(model, what, request)
}
