//! What the keys ask for, on applications of the samples.

use super::sample::{self, model};
use crate::console::app::effect::{Effect, Request};
use crate::console::app::notice::Tone;
use crate::console::app::overlay::Overlay;
use crate::console::app::screen::review::{Pane, ReviewReply, answered, detail};
use crate::console::app::{Message, Model, Reply, key, update, wording};
use crate::record::{Change, Role};
use crate::review::finding::Check;
use crate::review::{Item, ItemKind, Stage, Status};
use crate::rules::RequirementId;

fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in key::sequence(keys).unwrap() {
        let asked = update(model, Message::Key(key));
        // The store answers each echo at once.
        for _ in asked.iter().filter(|effect| **effect == Effect::Ask(Request::Echo)) {
            update(model, Message::Answer(Reply::Echo));
        }
        effects.extend(asked);
    }
    effects.retain(|effect| *effect != Effect::Ask(Request::Echo));
    effects
}

fn paste(model: &mut Model, text: &str) {
    update(model, Message::Paste(text.to_owned()));
}

/// The changes that were asked for, with the role they are made in.
fn asked(effects: Vec<Effect>) -> Vec<(Option<Role>, Vec<Change>)> {
    let asked = effects.into_iter().filter_map(|effect| match effect {
        Effect::Ask(Request::Commit { role, changes }) => Some((role, changes)),
        _ => None,
    });
    asked.collect()
}

fn found(effects: Vec<Effect>) -> Vec<(String, Status)> {
    let changes = asked(effects).into_iter().flat_map(|(_, changes)| changes);
    let found = changes.filter_map(|change| match change {
        Change::Found { requirement, now: Some(now), .. } => Some((requirement.to_string(), now.status)),
        _ => None,
    });
    found.collect()
}

fn chosen(model: &Model) -> String {
    model.screens.review.requirement().unwrap().id.to_string()
}

fn choose(model: &mut Model, id: &str) {
    let file = model.screens.review.file.as_ref().unwrap();
    let at = file.requirements().iter().position(|one| one.id.as_str() == id).unwrap();
    model.screens.review.pane = Pane::Requirements;
    model.screens.review.cursor_mut().go(at);
}

#[test]
fn the_cursor_begins_on_the_first_undecided_and_goes_on_after_a_finding() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    assert_eq!(chosen(&model), "PLT-E3-M1");
    assert_eq!(found(press(&mut model, "m")), [("PLT-E3-M1".to_owned(), Status::Met)]);
    assert_eq!(chosen(&model), "PLT-E3-M3", "M2 is decided already");
    assert_eq!(
        found(press(&mut model, "m m")),
        [("PLT-E3-M3".to_owned(), Status::Met), ("PLT-E3-O1".to_owned(), Status::Met)]
    );
    press(&mut model, "K");
    assert_eq!(chosen(&model), "PLT-E3-V1", "what was asked for counts as decided, and the list is a ring");
}

#[test]
fn a_finding_against_what_was_computed_asks_for_the_justification_first() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    assert_eq!(found(press(&mut model, "n")), []);
    assert!(matches!(model.overlays.last(), Some(Overlay::Input(_))));
    assert_eq!(found(press(&mut model, "enter")), [], "nothing is no justification");
    paste(&mut model, "Half of the pages are gone.");
    let asked = asked(press(&mut model, "enter"));
    let Change::Found { requirement, was: None, now: Some(now), .. } = &asked[0].1[0] else {
        panic!("{asked:?}")
    };
    assert_eq!((requirement.as_str(), now.status), ("PLT-E3-M1", Status::NotMet));
    assert_eq!(now.justification.as_deref(), Some("Half of the pages are gone."));
}

#[test]
fn what_is_given_is_said_and_a_finding_that_it_came_to_contradict_asks_again() {
    let store = sample::docket();
    let mut model = model(&store, "cindervale-platform");
    let said = |model: &Model, label: &str| {
        let (_, parts) = detail::chosen(&model.screens.review);
        parts.into_iter().find(|part| part.label == label).map(|part| part.text).unwrap_or_default()
    };
    choose(&mut model, "PLT-E3-V1");
    assert!(said(&model, "Given").contains("live demo"), "{}", said(&model, "Given"));
    choose(&mut model, "PLT-E3-P1");
    assert!(said(&model, "Given").starts_with("Linux Foundation: member; FinOps"));
    assert_eq!(said(&model, "Finding"), "met");
    let mut loaded = sample::loaded(&store, &"cindervale-platform".into());
    loaded.application.facts.organisation.membership.linux_foundation = Some(false);
    let id = RequirementId::from("PLT-E3-P1");
    loaded.application.review.findings.get_mut(&id).unwrap().justification = None;
    answered(&mut model, ReviewReply::Opened(Box::new(loaded)));
    choose(&mut model, "PLT-E3-P1");
    assert!(
        said(&model, "Finding").starts_with("found met, computed not met"),
        "{}",
        said(&model, "Finding")
    );
    press(&mut model, "c");
    paste(&mut model, "The membership is being renewed.");
    assert_eq!(found(press(&mut model, "enter")), [("PLT-E3-P1".to_owned(), Status::Met)]);
}

#[test]
fn what_is_decided_is_moved_back_before_it_is_reviewed_again() {
    let store = sample::docket();
    let mut model = model(&store, "cindervale-platform");
    let mut loaded = sample::loaded(&store, &"cindervale-platform".into());
    loaded.application.review.stage = Stage::Decided;
    answered(&mut model, ReviewReply::Opened(Box::new(loaded)));
    for keys in ["m", "n", "."] {
        assert_eq!(asked(press(&mut model, keys)), [], "{keys}");
        let text = &model.notice.as_ref().unwrap().text;
        assert!(text.contains("move it back to in review first"), "{keys}: {text}");
        assert!(model.overlays.is_empty(), "{keys}");
    }
}

#[test]
fn what_the_edition_does_not_allow_is_refused_with_the_reason() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    assert_eq!(found(press(&mut model, "x")), []);
    let notice = model.notice.clone().unwrap();
    assert_eq!(notice.tone, Tone::Refused);
    assert!(notice.text.contains("does not let PLT-E3-M1 be not applicable"), "{}", notice.text);
    choose(&mut model, "PLT-E3-P1");
    press(&mut model, "w");
    assert!(model.notice.clone().unwrap().text.contains("prerequisite"), "{:?}", model.notice);
    assert!(model.overlays.is_empty());
}

#[test]
fn a_waiver_asks_for_reason_and_end_and_is_made_as_lead() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    choose(&mut model, "PLT-E3-O3");
    press(&mut model, "w");
    paste(&mut model, "The group was dissolved.");
    press(&mut model, "enter");
    paste(&mut model, "2027-03-31");
    assert_eq!(asked(press(&mut model, "enter enter")), [], "the role is asked for, not taken for granted");
    paste(&mut model, "lead");
    let asked = asked(press(&mut model, "enter"));
    assert_eq!(asked[0].0, Some(Role::Lead));
    let Change::Found { now: Some(now), .. } = &asked[0].1[0] else { panic!("{asked:?}") };
    assert_eq!((now.status, now.until), (Status::Waived, Some("2027-03-31".parse().unwrap())));
}

#[test]
fn all_computed_ones_are_named_and_confirmed_in_one_transaction() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    assert_eq!(asked(press(&mut model, ".")), []);
    let Some(Overlay::Confirm(question)) = model.overlays.last() else { panic!() };
    assert_eq!(question.lines.len(), 5, "{:?}", question.lines);
    assert!(question.lines[0].starts_with("PLT-E3-M1 met: 6 of 6 domains"), "{:?}", question.lines);
    let asked = asked(press(&mut model, "y"));
    assert_eq!((asked.len(), asked[0].1.len()), (1, 5));
    assert_eq!(chosen(&model), "PLT-E3-O4");
}

#[test]
fn texts_are_offered_again_and_empty_takes_them_away() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    press(&mut model, "t");
    paste(&mut model, "Please send the pages.");
    let first = asked(press(&mut model, "enter"));
    let Change::Found { now: Some(now), .. } = &first[0].1[0] else { panic!("{first:?}") };
    assert_eq!((now.status, now.text.as_deref()), (Status::Open, Some("Please send the pages.")));
    press(&mut model, "t ctrl-u");
    let second = asked(press(&mut model, "enter"));
    assert!(matches!(&second[0].1[0], Change::Found { was: Some(_), now: None, .. }), "{second:?}");
}

#[test]
fn items_are_accepted_and_rejected_and_the_cursor_goes_to_the_next_unchecked() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    press(&mut model, "e g g J");
    assert_eq!(model.screens.review.item(), Some(Item::new(ItemKind::Evidence, 3)));
    let accepted = asked(press(&mut model, "a"));
    assert!(matches!(&accepted[0].1[0], Change::Checked { now: Some(Check::Accepted { count: None }), .. }));
    assert_eq!(model.screens.review.item(), Some(Item::new(ItemKind::Evidence, 4)));
    press(&mut model, "r");
    paste(&mut model, "The link is dead.");
    let rejected = asked(press(&mut model, "enter"));
    let Change::Checked { now: Some(Check::Rejected { reason }), .. } = &rejected[0].1[0] else { panic!() };
    assert_eq!(reason.as_deref(), Some("The link is dead."));
    assert_eq!(press(&mut model, "m"), [], "no finding is made where no requirement is seen");
    assert!(model.notice.clone().unwrap().text.contains("Requirements"));
}

#[test]
fn the_points_move_while_a_count_is_typed_and_become_what_they_showed() {
    let store = sample::docket();
    let mut model = model(&store, "tidewater-enterprise");
    press(&mut model, "tab tab");
    assert_eq!(model.screens.review.pane, Pane::Points);
    let total = |model: &Model| {
        let file = model.screens.review.file.as_ref().unwrap();
        let draft = model.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Count(count) => count.reckoning.as_deref(),
            _ => None,
        });
        draft.unwrap_or(&file.reckoning).assessment.points.as_ref().unwrap().total.unwrap().0
    };
    let at = model.screens.review.file.as_ref().unwrap().items(Pane::Points).iter().position(|item| {
        let application = model.screens.review.file.as_ref().unwrap().application();
        let claim = super::item::claim(application, item.n).unwrap();
        claim.activity.as_str() == "other-speaking"
    });
    model.screens.review.cursor_mut().go(at.unwrap());
    assert_eq!(total(&model), 115);
    press(&mut model, "enter ctrl-u");
    assert_eq!(total(&model), 115, "no digits, no draft");
    press(&mut model, "esc enter 4");
    assert_eq!(total(&model), 135, "the first digit replaces what the field began with");
    press(&mut model, "x");
    assert_eq!(total(&model), 115, "what is no number is not reckoned with");
    press(&mut model, "enter");
    assert!(matches!(model.overlays.last(), Some(Overlay::Count(_))), "nor accepted");
    press(&mut model, "backspace +");
    assert_eq!(total(&model), 140, "+ adds one");
    press(&mut model, "9 9");
    assert_eq!(total(&model), 145, "never more than the cap");
    press(&mut model, "backspace backspace");
    let Some(Overlay::Count(count)) = model.overlays.last() else { panic!() };
    let preview = count.reckoning.clone().unwrap();
    let asked = asked(press(&mut model, "enter"));
    let Change::Checked { now: Some(Check::Accepted { count: Some(5) }), item, .. } = &asked[0].1[0] else {
        panic!("{asked:?}")
    };
    let mut loaded = model.screens.review.file.as_ref().unwrap().loaded.clone();
    loaded.application.review.checks.insert(*item, Check::Accepted { count: Some(5) });
    answered(&mut model, ReviewReply::Opened(Box::new(loaded)));
    assert_eq!(model.screens.review.file.as_ref().unwrap().reckoning, *preview, "preview equals result");
}

#[test]
fn stages_that_cannot_be_reached_say_why_and_the_unready_needs_a_presenter() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    press(&mut model, "S");
    let Some(Overlay::Pick(pick)) = model.overlays.last() else { panic!() };
    let note = |stage: Stage| {
        let choice = pick.choices.iter().find(|choice| choice.label == wording::stage(stage));
        choice.unwrap().note.clone()
    };
    assert!(note(Stage::OnAgenda).contains("the meeting alone"), "{}", note(Stage::OnAgenda));
    assert!(note(Stage::ReadyForTac).contains("presented anyway"));
    paste(&mut model, "ready for TAC");
    press(&mut model, "enter");
    paste(&mut model, "The council asked to see it.");
    press(&mut model, "enter");
    paste(&mut model, "Ines Okafor");
    press(&mut model, "enter");
    paste(&mut model, "lead");
    let asked = asked(press(&mut model, "enter"));
    assert_eq!(asked[0].0, Some(Role::Lead));
    let Change::Staged { now, .. } = &asked[0].1[0] else { panic!("{asked:?}") };
    assert_eq!((now.stage, now.presented.as_ref().unwrap().by.as_str()), (Stage::ReadyForTac, "Ines Okafor"));
}

#[test]
fn a_demo_is_planned_only_when_the_documents_are_in() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    press(&mut model, ":");
    paste(&mut model, "plan the demo");
    assert_eq!(asked(press(&mut model, "enter")), []);
    let notice = model.notice.clone().unwrap();
    assert!(notice.text.contains("PLT-E3-M1, PLT-E3-M3, 3 more optional"), "{}", notice.text);
}

#[test]
fn nothing_is_changed_while_a_ballot_is_not_declared() {
    let mut model = model(&sample::docket(), "cindervale-platform");
    let mut loaded = model.screens.review.file.as_ref().unwrap().loaded.clone();
    let mut ballot = crate::council::sample::ballot(3);
    ballot.id.application = loaded.application.reference.clone();
    loaded.ballots = vec![ballot];
    answered(&mut model, ReviewReply::Opened(Box::new(loaded)));
    for keys in ["m", ".", "A", "S", "w"] {
        assert_eq!(asked(press(&mut model, keys)), []);
        let text = model.notice.clone().unwrap().text;
        assert!(text.contains("locked while ballot cindervale-platform/1"), "{keys}: {text}");
    }
    press(&mut model, "N");
    assert!(matches!(model.overlays.last(), Some(Overlay::Input(_))), "a note is always possible");
}

#[test]
fn what_was_asked_for_stays_expected_until_an_answer_holds_it() {
    let store = sample::docket();
    let mut model = model(&store, "cindervale-platform");
    let stale = model.screens.review.file.as_ref().unwrap().loaded.clone();
    press(&mut model, "Q");
    let asked = |model: &Model| model.screens.review.file.as_ref().unwrap().ahead.review.demo.asked;
    assert!(asked(&model));
    answered(&mut model, ReviewReply::Opened(Box::new(stale.clone())));
    assert!(asked(&model), "what was read before the change was made takes nothing back");
    let refused = crate::console::app::screen::review::Loaded { after: 1, ..stale };
    answered(&mut model, ReviewReply::Opened(Box::new(refused)));
    assert!(!asked(&model), "what was read after it says what came of it");
}
