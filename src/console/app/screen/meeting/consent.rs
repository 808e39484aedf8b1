//! The consent list: items marked on the agenda, pulled by a member, and moved as one.

use super::{Meeting, Page, Sight, making};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Input, Pick},
    },
    council::{
        Motion, SeatNo,
        together::{Candidate, Parted, Pulled, part},
    },
    record::{Change, Moved, ballot, together},
    review::Ref,
};

/// Puts the chosen item on the consent list, or takes it off.
pub fn mark(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let Some((sight, row)) = screen.sight.as_ref().zip(screen.row()) else { return Vec::new() };
    let Some(reference) = row.reference else { return Vec::new() };
    let on = !sight.meeting.consent.contains_key(reference);
    let Some(change) = together::list(&sight.meeting, reference, on) else { return Vec::new() };
    let what = format!("item {} {} the consent list", row.number, if on { "on" } else { "off" });
    let id = sight.meeting.id.clone();
    let next = screen.items.at() + 1;
    let effects = making::make(model, id, what, vec![change]);
    model.screens.meeting.items.go(next);
    effects
}

/// Asks which member pulls the chosen item from the consent list.
pub fn pull(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let Some((sight, row)) = screen.sight.as_ref().zip(screen.row()) else { return Vec::new() };
    let Some(reference) = row.reference else { return Vec::new() };
    let seats: Vec<(SeatNo, String)> =
        sight.meeting.members.iter().map(|seat| (seat.n, seat.named())).collect();
    let choice = |(_, name): &(SeatNo, String)| Choice { label: name.clone(), note: String::new() };
    let choices = seats.iter().map(choice).collect();
    let (meeting, reference, number) = (sight.meeting.clone(), reference.clone(), row.number);
    model.open(Pick::new(
        format!("Who pulls item {number} from the consent list?"),
        choices,
        move |model, index| {
            let Some((by, name)) = seats.get(index).cloned() else { return Vec::new() };
            let what = format!("{name} pulls item {number}");
            let (meeting, reference) = (meeting.clone(), reference.clone());
            ask_why(model, &what.clone(), move |model, because| {
                let change = together::pull_item(&meeting, &reference, Pulled { by, because });
                making::make(model, meeting.id.clone(), what.clone(), vec![change])
            })
        },
    ))
}

/// Asks why something is pulled, which may stay unsaid, and goes on with the answer.
pub(super) fn ask_why(
    model: &mut Model,
    title: &str,
    then: impl Fn(&mut Model, Option<String>) -> Vec<Effect> + Send + Sync + 'static,
) -> Vec<Effect> {
    let input = Input::new(format!("{title}: why?"), move |model, text| {
        then(model, Some(text).filter(|text| !text.is_empty()))
    });
    model.open(input.hint("It stands in the record, not in the public minutes. It may stay empty."))
}

/// The items of the consent list, parted into those that are moved together and those that fall out.
fn parted(sight: &Sight) -> Parted {
    let rows = sight.rows();
    let candidates: Vec<Candidate> = sight
        .items
        .iter()
        .filter(|item| sight.meeting.consent.contains_key(&item.application.reference))
        .map(|item| {
            let row = rows.iter().find(|row| row.reference == Some(&item.application.reference));
            let conflicts = row.map(|row| row.conflicts(sight)).unwrap_or_default();
            Candidate::of(&sight.meeting, &item.application, conflicts, item.partners.clone())
        })
        .collect();
    part(&candidates)
}

/// Why no consent motion can be put, if so.
pub fn cannot_move(screen: &Meeting) -> Option<String> {
    let sight = screen.sight.as_ref()?;
    if let Some(open) = sight.meeting.open_ballot() {
        return Some(format!("ballot {} is not declared.", open.id));
    }
    let Parted { together, out } = parted(sight);
    if together.len() >= 2 {
        return None;
    }
    if out.is_empty() {
        return Some("it takes two items of the consent list or more: mark them on the agenda.".to_owned());
    }
    // The line may be cut at its end: why comes first, and the item by its number alone.
    let rows = sight.rows();
    let number = |one: &Ref| rows.iter().find(|row| row.reference == Some(one)).map_or(0, |row| row.number);
    let out = out.iter().map(|(one, reason)| format!("item {} falls out: {reason}; ", number(one)));
    Some(format!("{}it takes two items.", out.collect::<String>()))
}

/// Names what is moved together and what falls out, and opens the motion on yes.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let as_of = model.about.today;
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let parted = parted(sight);
    let items = parted
        .together
        .iter()
        .filter_map(|reference| sight.items.iter().find(|item| item.application.reference == *reference));
    let (moved, ruling) = Moved::from(Motion::Approve).as_ruled(&sight.rulings, sight.meeting.date);
    let opened: Result<Vec<Change>, _> = items
        .map(|item| ballot::open(&sight.meeting, &item.application, &item.ballots, moved.clone(), as_of))
        .collect();
    let changes = match opened {
        Ok(changes) => together::put_together(changes),
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let mut lines = vec!["One motion to approve, one set of positions:".to_owned()];
    lines.extend(parted.together.iter().map(|reference| format!("  {}", named(sight, reference.as_str()))));
    lines.extend(
        parted
            .out
            .iter()
            .map(|(reference, reason)| format!("Falls out: {}: {reason}.", named(sight, reference.as_str()))),
    );
    let ruled = moved.terms.until.zip(ruling);
    lines.extend(ruled.map(|(day, n)| format!("Each until {day}, by ruling {n}.")));
    lines.push("Whoever objects to one of them, or is recused on it, pulls it.".to_owned());
    let (id, what) = (sight.meeting.id.clone(), format!("consent motion over {} items", changes.len()));
    model.open(Confirm::new("Open the consent motion?", lines, move |model| {
        let screen = &mut model.screens.meeting;
        screen.page = Page::Item;
        screen.seats.go(0);
        making::make(model, id.clone(), what.clone(), changes.clone())
    }))
}

/// `item 2, Sample Ltd`.
fn named(sight: &Sight, reference: &str) -> String {
    let rows = sight.rows();
    let row = rows.iter().find(|row| row.reference.is_some_and(|one| one.as_str() == reference));
    row.map_or_else(|| reference.to_owned(), |row| format!("item {}, {}", row.number, row.organisation()))
}
