//! Moving an application from stage to stage, and setting it aside.

use super::file::File;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::{Choice, Field, Form, Input, Pick, answer};
use crate::console::app::role;
use crate::console::app::wording;
use crate::record::{Change, Role, Standing};
use crate::review::Stage;
use crate::review::application::Presented;
use crate::review::stage::{StageError, may_move};

/// Offers the stages to go to: those that are possible first, the others with why they are not.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let from = file.standing().stage;
    let mut stages: Vec<(Stage, Option<String>)> = Stage::ALL
        .iter()
        .filter(|stage| **stage != from)
        .map(|stage| (*stage, refusal(file, *stage)))
        .collect();
    // What is likely first; taking it back, and what cannot be, last.
    stages.sort_by_key(|(stage, why)| {
        (why.is_some(), *stage != Stage::ReadyForTac, *stage == Stage::Withdrawn, *stage < from, *stage)
    });
    let choices = stages.iter().map(|(stage, why)| Choice {
        label: wording::stage(*stage).to_owned(),
        note: why.clone().unwrap_or_else(|| meaning(*stage).to_owned()),
    });
    let pick = Pick::new(
        format!("{}: {} becomes", file.reference(), wording::stage(from)),
        choices.collect(),
        move |model, at| stages.get(at).map_or_else(Vec::new, |(stage, _)| go(model, *stage)),
    );
    model.open(pick)
}

fn refusal(file: &File, to: Stage) -> Option<String> {
    match may_move(file.standing().stage, to, &file.foreseen, None) {
        Ok(()) => None,
        Err(StageError::NotReady { verdict, .. }) => {
            Some(format!("not as it is ({verdict}); it can be presented anyway, with a reason"))
        }
        Err(StageError::MeetingOnly { .. }) => Some("by the meeting alone, not by hand".to_owned()),
        Err(StageError::NotFromHere { from, .. }) => Some(format!("not possible from {}", from.words())),
    }
}

/// Moves the application in front to `to`, asks for a reason where it is not ready, or says why it cannot be moved.
pub fn go(model: &mut Model, to: Stage) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    match may_move(file.standing().stage, to, &file.foreseen, None) {
        Ok(()) if file.standing().stage == Stage::Decided => {
            let title = format!("{} is decided: why is it reviewed again?", file.reference());
            let input = Input::new(title, move |model, because| {
                let since = model.about.today;
                stand(model, None, Some(because), |_| Standing::moved(to, since))
            });
            model.open(input.check(answer::some_text))
        }
        Ok(()) => moved(model, to, None, None),
        Err(StageError::NotReady { verdict, in_the_way }) => {
            let title = format!("Not ready ({verdict}): present it anyway?");
            let draft = format!("{} presented", file.reference());
            let way = in_the_way.first().cloned().unwrap_or_default();
            let fields = vec![
                Field::new("Why", format!("still in the way: {way}")).check(answer::some_text),
                Field::new("Presented by", "who takes it on before the council").check(answer::some_text),
                role::field(model, Role::Lead, "for the lead to decide"),
            ];
            let form = Form::new(title, fields, move |model, texts| {
                let mut texts = texts.into_iter();
                let (because, by) = (texts.next().unwrap_or_default(), texts.next().unwrap_or_default());
                moved(model, to, Some(Presented { by, because }), Some(Role::Lead))
            });
            model.open(form.draft(draft))
        }
        Err(why) => {
            let why = why.to_string();
            model.say(Notice::refused(why))
        }
    }
}

fn moved(model: &mut Model, stage: Stage, presented: Option<Presented>, role: Option<Role>) -> Vec<Effect> {
    let since = model.about.today;
    stand(model, role, None, |_| Standing { stage, since, parked: None, presented })
}

/// Asks until when the application is set aside.
pub fn park(model: &mut Model) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let until = file.standing().parked;
    let input = Input::new(format!("Set {} aside until", file.reference()), |model, text| {
        let parked = answer::day(&text, model.about.today);
        stand(model, None, None, |was| Standing { parked, ..was })
    });
    let today = model.about.today;
    let check = move |text: &str| if text.is_empty() { Ok(()) } else { answer::day_to_come(today)(text) };
    let input = input.day(until).check(check);
    model.open(input.hint("A day such as 2027-03-31, or +14 for days from today; empty takes it up again."))
}

fn stand(
    model: &mut Model,
    role: Option<Role>,
    because: Option<String>,
    with: impl FnOnce(Standing) -> Standing,
) -> Vec<Effect> {
    let Some(file) = &model.screens.review.file else { return Vec::new() };
    let was = file.standing();
    let now = with(was.clone());
    if was == now {
        return Vec::new();
    }
    let application = file.reference().clone();
    super::commit(model, role, vec![Change::Staged { application, was, now, because }])
}

const fn meaning(stage: Stage) -> &'static str {
    match stage {
        Stage::Enquiry => "asked about, nothing handed in",
        Stage::Received => "back to those nobody has taken up",
        Stage::InReview => "being reviewed",
        Stage::AwaitingApplicant => "the applicant owes an answer",
        Stage::ReadyForTac => "can be put on an agenda",
        Stage::OnAgenda => "on the agenda of a meeting",
        Stage::Decided => "the council has decided",
        Stage::Withdrawn => "taken back by the applicant",
    }
}
