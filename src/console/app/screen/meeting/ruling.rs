//! The chair rules how a rule is to be read, for what comes later: what a majority is taken of, whether stand-ins vote,
//! how long a certification holds, or whether the head count applies to Enterprise.

use super::making;
use crate::{
    console::app::{
        effect::Effect,
        model::Model,
        overlay::{Choice, Confirm, Field, Form, Input, Pick, answer},
    },
    council::{
        Matter, Meeting, Ruled,
        ruling::{self as rulings, HeadCount, StandsIn},
    },
    record::{Role, ruling},
    rules::Months,
};

/// Asks what is ruled.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let choice =
        |label: &str, note: &str, ask: Ask| (Choice { label: label.to_owned(), note: note.to_owned() }, ask);
    let others = sight.rules.readings.iter().filter(|known| Some(known.base) != sight.meeting.reading);
    let readings =
        others.map(|known| choice(known.base.as_str(), &known.text, Ask::Why(Ruled::Reading(known.base))));
    let vote = rulings::stand_ins_vote(&sight.rules, &sight.rulings);
    let stand_ins = Ruled::StandIns(if vote { StandsIn::Listen } else { StandsIn::Vote });
    let others = [
        choice("stand-ins", &format!("from now on {stand_ins}"), Ask::Why(stand_ins)),
        choice(
            "validity",
            "how long a certification holds, where its motion states no last day",
            Ask::Validity,
        ),
        choice(
            "head count",
            "whether it is asked of Enterprise, where the edition only infers it",
            Ask::HeadCount,
        ),
    ];
    let (choices, asked): (Vec<Choice>, Vec<Ask>) = readings.chain(others).unzip();
    let title = "A majority of whom, from now on? Or another ruling?";
    model.open(Pick::new(title, choices, move |model, index| match asked.get(index) {
        Some(Ask::Why(ruled)) => ask_why(model, *ruled),
        Some(Ask::Validity) => ask_validity(model),
        Some(Ask::HeadCount) => ask_head_count(model),
        None => Vec::new(),
    }))
}

/// What is asked next.
#[derive(Clone, Copy, Debug)]
enum Ask {
    Why(Ruled),
    Validity,
    HeadCount,
}

/// Asks for how many months a certification holds.
fn ask_validity(model: &mut Model) -> Vec<Effect> {
    let input = Input::new("A certification holds for how many months?", |model, text| {
        let months = text.parse().ok().map(Months);
        ask_why(model, Ruled::Validity(months))
    });
    let months = |text: &str| match text.parse::<u32>() {
        _ if text.is_empty() => Ok(()),
        Ok(months) if (1..=rulings::MOST_MONTHS).contains(&months) => Ok(()),
        _ => Err(format!("Write a number of months up to {}, or nothing.", rulings::MOST_MONTHS)),
    };
    let hint = "The last day of later motions begins with it. Empty: nothing is ruled of it any more.";
    model.open(input.hint(hint).check(months))
}

/// Asks whether the head count applies to Enterprise.
fn ask_head_count(model: &mut Model) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let holds = rulings::holds(&sight.rules, &sight.rulings, Matter::HeadCount);
    let others = HeadCount::ALL.iter().map(|what| Ruled::HeadCount(*what)).filter(|ruled| *ruled != holds);
    let ruled: Vec<Ruled> = others.collect();
    let choice = |ruled: &Ruled| Choice { label: ruled.words().into_owned(), note: ruled.to_string() };
    let choices = ruled.iter().map(choice).collect();
    model.open(Pick::new("The head count for Enterprise?", choices, move |model, index| {
        ruled.get(index).map_or_else(Vec::new, |ruled| ask_why(model, *ruled))
    }))
}

/// Asks who rules, and why.
fn ask_why(model: &mut Model, ruled: Ruled) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let chair = ruling::chair(&sight.meeting).unwrap_or_default().to_owned();
    let fields = vec![
        Field::new("Chair", "Who rules.").text(&chair).check(answer::some_text),
        Field::new("Because", "Why; it stands in the minutes.").check(answer::some_text),
    ];
    model.open(Form::new(format!("A ruling: {}", title(ruled)), fields, move |model, texts| {
        let [chair, because] = texts.as_slice() else { return Vec::new() };
        confirm(model, ruled, (chair.clone(), because.clone()))
    }))
}

/// What is ruled, in few words.
fn title(ruled: Ruled) -> String {
    match ruled {
        Ruled::Reading(base) => format!("a majority of {}", base.words()),
        Ruled::HeadCount(_) => ruled.to_string(),
        Ruled::StandIns(_) | Ruled::Validity(_) => format!("{}, {}", ruled.matter(), ruled.value()),
    }
}

/// Shows what will be ruled, and does it on yes.
fn confirm(model: &mut Model, ruled: Ruled, said: (String, String)) -> Vec<Effect> {
    let Some(sight) = &model.screens.meeting.sight else { return Vec::new() };
    let (id, meeting) = (sight.meeting.id.clone(), Some(&sight.meeting));
    let before = rulings::holds_in(&sight.rules, &sight.rulings, meeting, ruled.matter());
    let mut lines = match (ruled, before) {
        (Ruled::Reading(now), Ruled::Reading(before)) => {
            let (now, before) = (now.words(), before.words());
            vec![format!("{} rules: a majority of {now} decides, before of {before}.", said.0)]
        }
        _ => vec![format!("{} rules: {ruled}; before: {before}.", said.0)],
    };
    lines.push(format!("Because: {}", said.1));
    lines.push(
        "It holds for ballots opened from now on, in later meetings too; those opened before keep theirs."
            .to_owned(),
    );
    if let Ruled::StandIns(what) = ruled {
        lines.extend(named_before(&sight.meeting, what == StandsIn::Vote));
    }
    lines.push("A ruling is not undone; another one takes its place.".to_owned());
    if let Some(open) = sight.meeting.open_ballot().filter(|_| ruled.matter() == Matter::Reading) {
        lines.push(format!("Ballot {} goes on under the reading it was opened with.", open.id));
    }
    let change = ruling::rule(&sight.rules, &sight.rulings, meeting, ruled, said);
    model.open(Confirm::new("Make this ruling?", lines, move |model| {
        making::make_as(model, Role::Chair, id.clone(), "ruling made".to_owned(), change.clone())
    }))
}

/// What is to be done with the stand-ins of `meeting` who were named before it was ruled whether they vote.
fn named_before(meeting: &Meeting, vote: bool) -> Option<String> {
    let others = meeting.stand_ins.iter().filter(|one| one.sits() && one.votes != vote);
    let names: Vec<&str> = others.map(|one| one.name.as_str()).collect();
    let (names, with) = (names.join(", "), if vote { "with" } else { "without" });
    (!names.is_empty())
        .then(|| format!("Named before: {names}. Out of the room, and named again, they sit {with} a vote."))
}
