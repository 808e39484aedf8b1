//! The live demonstration: asking for one, planning it, and saying how it went.

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Field, Form, Input, answer};
use crate::console::app::screen::review::commit;
use crate::record::Change;
use crate::review::application::DemoReview;
use crate::review::documents_in;
use crate::review::facts::LiveDemo;

/// Asks the applicant for a live demonstration, or does not any more.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    demonstrated(model, |demo| demo.asked = !demo.asked)
}

/// Asks for the day of the demonstration, once the documents are in.
pub fn plan(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    if let Err(missing) = documents_in(&file.foreseen) {
        let why = format!("no demo can be planned yet: {missing}");
        return model.say(Notice::refused(why));
    }
    let planned = file.ahead.review.demo.planned;
    let input = Input::new("The live demo is planned for", |model, text| {
        let day = answer::day(&text, model.about.today);
        demonstrated(model, |demo| demo.planned = day)
    });
    let input = input.day(planned).check(answer::day_or_nothing(model.about.today));
    model.open(input.hint("A day such as 2027-03-31, or +7 for days from today; empty: not planned."))
}

/// Asks how the demonstration went.
pub fn held(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let demo = &file.ahead.review.demo;
    let draft = format!("{} demo", file.reference());
    let known = demo.held.clone().or_else(|| file.application().facts.demo.live.clone());
    let known = known.unwrap_or(LiveDemo { date: None, minutes: None, passed: None });
    let today = model.about.today;
    let day = known.date.or(demo.planned).filter(|day| *day <= today).unwrap_or(today);
    let fields = vec![
        Field::new("Held on", "such as 2026-11-23").day(Some(day)).check(answer::day_gone_by(today)),
        Field::new("Minutes", "how long it took")
            .recorded(&known.minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
            .check(answer::number),
        Field::new("Passed", "yes or no").recorded(yes_no(known.passed)).check(answer::yes_or_no),
    ];
    let form = Form::new("The live demo that was held", fields, move |model, texts| {
        let mut texts = texts.into_iter();
        let date = texts.next().and_then(|text| answer::day(&text, today));
        let minutes = texts.next().and_then(|text| text.parse().ok());
        let passed = texts.next().and_then(|text| answer::yes_no(&text));
        demonstrated(model, |demo| demo.held = Some(LiveDemo { date, minutes, passed }))
    });
    model.open(form.draft(draft))
}

fn demonstrated(model: &mut Model, with: impl FnOnce(&mut DemoReview)) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let was = file.ahead.review.demo.clone();
    let mut now = was.clone();
    with(&mut now);
    if was == now {
        return Vec::new();
    }
    let application = file.reference().clone();
    commit(model, None, vec![Change::Demonstrated { application, was, now }])
}

const fn yes_no(passed: Option<bool>) -> &'static str {
    match passed {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}
