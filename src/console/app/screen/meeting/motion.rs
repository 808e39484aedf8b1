//! What is moved: the motion is picked, its terms are asked for, and what is frozen is read out before a ballot opens.

use chrono::NaiveDate;

use super::{Item, Matter, Page, Sight, in_full, making, words};
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        notice::Notice,
        overlay::{Choice, Confirm, Field, Form, Pick, answer},
    },
    council::{
        Condition, InForce, Motion, SeatNo, Terms,
        motion::{self as moving, Need, Term},
        order, standing,
        together::company,
    },
    record::{Change, Moved, ballot, moved, together::put_together},
};

/// Why no ballot can be opened on the chosen item, if so.
pub fn cannot_open(model: &Model) -> Option<String> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else {
        return Some("the agenda is empty.".to_owned());
    };
    let Some(reference) = row.reference else {
        return Some("the item is no application.".to_owned());
    };
    if row.item.is_none() {
        return Some("the application is not in the file any more.".to_owned());
    }
    if movable(model).is_empty() {
        let stage = row.item.map(|item| item.application.review.stage.words()).unwrap_or_default();
        return Some(format!("the application is {stage} by now."));
    }
    order::may_open_ballot(&sight.meeting, reference, None).err().map(|refusal| format!("{refusal}."))
}

/// The motions that can be moved on the chosen item.
fn movable(model: &Model) -> Vec<Motion> {
    let matter = Matter::chosen(&model.screens.meeting);
    matter.map(|matter| matter.movable(model.about.today)).unwrap_or_default()
}

/// Asks for the motion; where a ballot on the item waits to be declared, shows that one.
pub fn ask_motion(model: &mut Model) -> Vec<Effect> {
    if let Some(at) = model.screens.meeting.undeclared_here() {
        model.screens.meeting.show_item(at);
        return Vec::new();
    }
    let screen = &model.screens.meeting;
    let Some((row, matter)) = screen.row().zip(Matter::chosen(screen)) else { return Vec::new() };
    let title = format!("Item {}: what is moved?", row.number);
    ask_motion_on(model, title, matter)
}

/// Asks which motion is put on `matter`, and then for all that belongs to it.
pub(super) fn ask_motion_on(model: &mut Model, title: String, matter: Matter) -> Vec<Effect> {
    let motions = matter.movable(model.about.today);
    let choice = |motion: &Motion| Choice {
        label: motion.words(),
        note: moving::sentence(*motion, matter.organisation(), matter.item.application.program),
    };
    let choices = motions.iter().map(choice).collect();
    model.open(Pick::new(title, choices, move |model, index| {
        motions.get(index).map_or_else(Vec::new, |motion| ask_terms(model, *motion, matter.clone()))
    }))
}

/// What is asked for in the form of a motion.
#[derive(Clone, Copy, Debug)]
enum Asked {
    From,
    Until,
    InForce,
    Returns,
    Information,
    Question,
    Mover,
    Seconder,
}

/// Asks for the terms of `motion`, and for its mover where that matters.
fn ask_terms(model: &mut Model, motion: Motion, matter: Matter) -> Vec<Effect> {
    let mut terms = Terms::default();
    if motion.need(Term::Program) == Need::Needed {
        terms.program = moving::other_program(matter.item.application.program);
    }
    let again =
        moved::taken_up(&matter.meeting, &matter.item.ballots).filter(|_| !motion.is_on_certification());
    let mut asked: Vec<Asked> = motion.terms().filter_map(|(term, _)| asked_for(term)).collect();
    if again.is_some() || matter.asks_movers {
        asked.push(Asked::Mover);
    }
    if matter.asks_movers {
        asked.push(Asked::Seconder);
    }
    let moved = Moved { motion, terms, mover: None, seconder: None, again };
    if asked.is_empty() {
        return go_on(model, moved, matter);
    }
    let today = model.about.today;
    let fields = asked.iter().map(|asked| field(*asked, today, matter.ruled)).collect();
    let title = format!("To {}", motion.words());
    let draft = format!("{} {title}", matter.item.application.reference);
    let form = Form::new(title, fields, move |model, texts| {
        let mut moved = moved.clone();
        for (asked, text) in asked.iter().zip(&texts) {
            take_in(&mut moved, *asked, text, today);
        }
        go_on(model, moved, matter.clone())
    });
    model.open(form.draft(draft))
}

/// Conditions are asked for one by one, the only certification and the other program are known.
const fn asked_for(term: Term) -> Option<Asked> {
    match term {
        Term::Conditions | Term::Certification | Term::Program => None,
        Term::From => Some(Asked::From),
        Term::Until => Some(Asked::Until),
        Term::InForce => Some(Asked::InForce),
        Term::Returns => Some(Asked::Returns),
        Term::Information => Some(Asked::Information),
        Term::Question => Some(Asked::Question),
    }
}

fn field(asked: Asked, today: NaiveDate, ruled: Option<(NaiveDate, u32)>) -> Field {
    let day = answer::day_or_nothing(today);
    match asked {
        Asked::From => Field::new("In force from", "The first day, as 2026-11-30; may stay open.").check(day),
        Asked::Until if let Some((last, n)) = ruled => {
            let hint = format!("The last day, by ruling {n} if it begins today; empty: none is printed.");
            Field::new("Until", hint).day(Some(last)).check(day)
        }
        Asked::Until => Field::new("Until", "The last day; leave it empty and none is printed.").check(day),
        Asked::InForce => Field::new("In force", "`now`, or `when-cleared`: with the conditions.")
            .text(InForce::Now.as_str())
            .check(|text| in_force(text).map(drop)),
        Asked::Returns => {
            Field::new("Back on", "A day, as 2027-01-15; or what has to come, below.").check(day)
        }
        Asked::Information => Field::new("Or when this has come", "What is waited for."),
        Asked::Question => {
            Field::new("Question", "What is asked of the Series Manager.").check(answer::some_text)
        }
        Asked::Mover => {
            Field::new("Moved by seat", "The seat's number; may stay open.").check(a_seat_or_none)
        }
        Asked::Seconder => {
            Field::new("Seconded by seat", "The seat's number; may stay open.").check(a_seat_or_none)
        }
    }
}

fn in_force(text: &str) -> Result<InForce, String> {
    answer::one_of(text, InForce::ALL, InForce::as_str)
}

fn take_in(moved: &mut Moved, asked: Asked, text: &str, today: NaiveDate) {
    let said = || Some(text.to_owned()).filter(|text| !text.is_empty());
    let day = || answer::day(text, today);
    let seat = || text.parse().ok().map(SeatNo);
    match asked {
        Asked::From => moved.terms.from = day(),
        Asked::Until => moved.terms.until = day(),
        Asked::InForce => moved.terms.in_force = in_force(text).unwrap_or_default(),
        Asked::Returns => moved.terms.returns = day(),
        Asked::Information => moved.terms.information = said(),
        Asked::Question => moved.terms.question = said(),
        Asked::Mover => moved.mover = seat(),
        Asked::Seconder => moved.seconder = seat(),
    }
}

fn a_seat_or_none(text: &str) -> Result<(), String> {
    let number = text.is_empty() || text.parse::<u32>().is_ok();
    if number { Ok(()) } else { Err(format!("`{text}` is no seat's number.")) }
}

/// Asks for the conditions where the motion has some; then the ballot can be opened.
fn go_on(model: &mut Model, moved: Moved, matter: Matter) -> Vec<Effect> {
    if moved.motion.need(Term::Conditions) == Need::Not {
        return confirm(model, &moved, &matter);
    }
    let today = model.about.today;
    let fields = vec![
        Field::new("What", "What has to be done.").check(answer::some_text),
        Field::new("Who", "Who sees to it.").check(answer::some_text),
        Field::new("Due", "By when, as 2027-01-15, or +30 for days from today.")
            .check(answer::day_to_come(today)),
        Field::new("Cleared by", "Who may say that it is done; may stay open."),
    ];
    let title = format!("Condition {}", moved.terms.conditions.len() + 1);
    let draft = format!("{} {title}", matter.item.application.reference);
    let form = Form::new(title, fields, move |model, texts| {
        let mut moved = moved.clone();
        moved.terms.conditions.extend(condition(&texts, today));
        another(model, moved, matter.clone())
    });
    model.open(form.draft(draft))
}

fn condition(texts: &[String], today: NaiveDate) -> Option<Condition> {
    let [text, owner, due, cleared_by] = texts else { return None };
    let cleared_by = Some(cleared_by.clone()).filter(|who| !who.is_empty());
    Some(Condition { text: text.clone(), owner: owner.clone(), due: answer::day(due, today)?, cleared_by })
}

fn another(model: &mut Model, moved: Moved, matter: Matter) -> Vec<Effect> {
    let choice = |label: &str| Choice { label: label.to_owned(), note: String::new() };
    let choices = vec![choice("n  no more"), choice("a  another condition")];
    model.open(
        Pick::new("Another condition?", choices, move |model, index| {
            if index == 0 {
                confirm(model, &moved, &matter)
            } else {
                go_on(model, moved.clone(), matter.clone())
            }
        })
        .by_key(),
    )
}

/// Shows what is put to the vote, and opens the ballot on yes.
fn confirm(model: &mut Model, moved: &Moved, matter: &Matter) -> Vec<Effect> {
    match matter.ends {
        None => confirm_opening(model, moved, matter),
        Some(ends) => making::ask_opening(&matter.item, ends, moved.clone()),
    }
}

/// Shows what is frozen, and opens the ballot on yes.
fn confirm_opening(model: &mut Model, moved: &Moved, matter: &Matter) -> Vec<Effect> {
    let as_of = model.about.today;
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let Item { application, partners, .. } = &matter.item;
    let along = match company(&application.reference, moved.motion, partners, Some(&sight.meeting.id)) {
        Ok(along) => along,
        Err(missing) => return model.say(Notice::refused(missing.to_string())),
    };
    let items = sight.items.iter().filter(|other| along.contains(&other.application.reference));
    let opened: Result<Vec<Change>, _> = std::iter::once(&matter.item)
        .chain(items)
        .map(|item| ballot::open(&sight.meeting, &item.application, &item.ballots, moved.clone(), as_of))
        .collect();
    let changes = match opened {
        Ok(changes) => put_together(changes),
        Err(refusal) => return model.say(Notice::refused(refusal.to_string())),
    };
    let lines = opening(matter, &changes, &in_the_room(sight));
    let title = format!("Open the ballot on item {}?", row.number);
    let (meeting, what) = (sight.meeting.id.clone(), format!("ballot on item {} opened", row.number));
    model.open(Confirm::new(title, lines, move |model| {
        let screen = &mut model.screens.meeting;
        screen.page = Page::Item;
        screen.seats.go(0);
        making::make(model, meeting.clone(), what.clone(), changes.clone())
    }))
}

/// How those who are in the room decide, and whether they can.
fn in_the_room(sight: &Sight) -> Vec<String> {
    let Some(reading) = sight.meeting.reading else { return Vec::new() };
    let known = sight.rules.readings.iter().find(|known| known.base == reading);
    let of_base = known.map(|known| format!(": {}", known.text)).unwrap_or_default();
    let room = standing::room(&sight.rules, &sight.meeting);
    let mut lines = vec![format!("A majority of {} decides{of_base}.", reading.words())];
    if !room.quorum.met {
        lines.push(format!("{}.", words::room(&room)));
    }
    lines
}

/// What is read out before the ballot on `matter`, and those put together with it, are opened by `changes`: what is
/// moved, how it is decided, and what is frozen.
pub(super) fn opening(matter: &Matter, changes: &[Change], decided: &[String]) -> Vec<String> {
    let Some(Change::BallotOpened { motion, terms, mover, seconder, again, as_of, snapshot, roster, .. }) =
        changes.first()
    else {
        return Vec::new();
    };
    let Item { application, ballots, .. } = &matter.item;
    let moved = Moved {
        motion: *motion,
        terms: terms.clone(),
        mover: *mover,
        seconder: *seconder,
        again: again.clone(),
    };
    let hash: String = snapshot.chars().take(16).collect();
    let mut lines = in_full::is_moved(&moved, roster, matter.organisation(), application.program);
    lines.push(format!("{} under {}", application.reference, words::edition(&matter.item)));
    lines.push(String::new());
    lines.extend_from_slice(decided);
    lines.push(format!(
        "Frozen now: the roster of {}, this reading, the edition, the day {as_of}, and the application as reviewed \
         ({hash}), which is locked until the ballot is declared.",
        roster.len()
    ));
    lines.extend(matter.conflicts.iter().map(words::conflict));
    let along = changes.iter().skip(1).filter_map(|change| change.subject().application().cloned());
    lines
        .extend(along.map(|other| format!("One motion with {other}: neither is granted without the other.")));
    lines.extend(moved.warning(ballots).map(|warning| format!("Note: {warning}.")));
    lines
}
