//! The live demonstration: asking for one, planning it, and saying how it went.

use chrono::NaiveDate;

use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Field, Form, Input};
use crate::console::app::screen::review::commit;
use crate::console::app::screen::review::finding::{day_or_nothing, some_day};
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
    let planned = file.ahead.review.demo.planned.map(|day| day.to_string()).unwrap_or_default();
    let input = Input::new("The live demo is planned for", |model, text| {
        let day = text.parse().ok();
        demonstrated(model, |demo| demo.planned = day)
    });
    let input =
        input.text(&planned).hint("A day such as 2027-03-31; empty: not planned.").check(day_or_nothing);
    model.open(input)
}

/// Asks how the demonstration went.
pub fn held(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let demo = &file.ahead.review.demo;
    let known = demo.held.clone().or_else(|| file.application().facts.demo.live.clone());
    let known = known.unwrap_or(LiveDemo { date: None, minutes: None, passed: None });
    let day = known.date.or(demo.planned).unwrap_or(model.about.today);
    let fields = vec![
        Field::new("Held on", "such as 2026-11-23").text(&day.to_string()).check(some_day),
        Field::new("Minutes", "how long it took")
            .text(&known.minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
            .check(minutes),
        Field::new("Passed", "yes or no").text(yes_no(known.passed)).check(yes_or_no),
    ];
    let form = Form::new("The live demo that was held", fields, |model, texts| {
        let mut texts = texts.into_iter();
        let date: Option<NaiveDate> = texts.next().and_then(|text| text.parse().ok());
        let minutes = texts.next().and_then(|text| text.parse().ok());
        let passed = texts.next().map(|text| text == "yes");
        demonstrated(model, |demo| demo.held = Some(LiveDemo { date, minutes, passed }))
    });
    model.open(form)
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

fn minutes(text: &str) -> Result<(), String> {
    text.parse::<u32>()
        .map(|_| ())
        .map_err(|_not_one| "Write the minutes as a number, such as 60.".to_owned())
}

fn yes_or_no(text: &str) -> Result<(), String> {
    if matches!(text, "yes" | "no") { Ok(()) } else { Err("Write yes or no.".to_owned()) }
}
