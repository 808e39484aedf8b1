//! Forms over a real docket: what is typed is checked where it stands, and nothing of it is lost.

use docket::{
    console::app::{Message, Overlay, Screen},
    record::{Change, Role},
    review::{Ref, Status},
    samples,
    store::Store,
};

use crate::council::{ready, seats};
use crate::desks::console;
use crate::dockets::{act, day, docket, received};
use crate::driver::Driver;

fn open(reference: &str) -> Driver {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    let mut screen = console(store, 120, 36);
    screen.press("g q /").type_text(reference).press("enter enter");
    assert_eq!(screen.model().screens.review.open, Some(Ref::from(reference)));
    screen
}

fn one(name: &str) -> Store {
    let mut store = docket();
    let change: Change = received("2026-0001", name);
    store.commit(&act(), vec![change]).unwrap();
    store
}

/// The chosen requirement is one that can be waived.
fn waivable() -> Driver {
    let mut screen = open("cindervale-platform");
    while screen.model().screens.review.requirement().unwrap().id.as_str() != "PLT-E3-O3" {
        screen.press("j");
    }
    screen
}

#[test]
fn the_role_is_asked_for_once_and_then_offered() {
    let mut screen = waivable();
    screen.press("w").type_text("The group is gone.").press("enter").type_text("2027-03-31").press("enter");
    screen.press("enter").see("This is for the lead").type_text("chair").press("enter");
    screen.see("This is for the lead, not for the chair.").press("ctrl-u").type_text("Lead").press("enter");
    screen.see("waived until 2027-03-31").see("u undoes");
    let roles = screen.model().roles.iter().copied().collect::<Vec<_>>();
    assert_eq!(roles, [Role::Lead]);
    screen.press("u w").type_text("Again.").see("lead").press("enter").type_text("+7").press("enter enter");
    screen.see("waived until 2026-11-30");
    // After the first one the cursor went on.
    let id = docket::rules::RequirementId::from("PLT-E3-O4");
    let file = screen.model().screens.review.file.as_ref().unwrap();
    assert_eq!(file.finding(&id).map(|finding| finding.status), Some(Status::Waived));
}

#[test]
fn a_wrong_day_is_said_when_the_field_is_left_and_until_it_is_right() {
    let mut screen = waivable();
    screen.press("w").type_text("Gone.").press("enter").type_text("2026-02-30").press("enter");
    screen.see("`2026-02-30` is no day").press("backspace").see("`2026-02-3` is no day");
    screen.press("ctrl-u").type_text("2026-11-22").see("2026-11-22 is over").press("tab");
    screen.see("! 2026-11-22 is over; give today or a later day.").press("shift-tab");
    screen.press("ctrl-u").type_text("2026-11-23").see_no(" is over");
}

#[test]
fn esc_keeps_what_was_typed_and_ctrl_r_begins_afresh() {
    let mut screen = waivable();
    screen.press("w").type_text("Half a reas").press("enter").type_text("2027").press("esc");
    screen.see_no("Half a reas").press("w").see("Half a reas").see("2027");
    screen.press("ctrl-r").see_no("Half a reas").press("esc w").see_no("Half a reas");
    let kept =
        screen.world().notes.iter().any(|note| note.starts_with("keep cindervale-platform PLT-E3-O3 waiver"));
    assert!(kept, "{:?}", screen.world().notes);
}

/// A meeting called to order, in which seat 1 has just come in at 09:00.
fn in_the_room() -> Driver {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    let mut screen = console(store, 120, 36);
    screen.press("g m P enter e space enter O y 1 p").see("IN since 09:00");
    screen
}

#[test]
fn what_was_typed_over_a_record_never_poses_as_the_record() {
    let mut screen = in_the_room();
    screen.press("1 t enter").see("In       09:00").press("ctrl-u").type_text("03:33").press("esc");
    screen.press("1 t enter").see("In       09:00").see_no("03:33").see_no("Your draft");
    // Nor what was refused; the reason that was given for it stays a draft, and is said to be one.
    screen.press("tab").type_text("08:00").press("tab").type_text("The clock was wrong").press("enter");
    screen
        .see("08:00")
        .see("The clock was wrong")
        .press("esc 1 t enter")
        .see("In       09:00")
        .see_no("08:00");
    screen.see("Your draft: The times of seat 1 Ada Winter").see("The clock was wrong");
    screen
        .see("Your draft from before, recorded nowhere; ctrl-r")
        .press("ctrl-r")
        .see_no("The clock was wrong")
        .see_no("Your draft");
    screen.press("esc 1 t enter").see_no("Your draft");
}

#[test]
fn what_was_typed_over_a_record_survives_a_crash_and_is_said_to_be_a_draft() {
    let mut screen = in_the_room();
    screen.press("1 t enter ctrl-u").type_text("08:30");
    let drafts = screen.model().drafts.clone();
    let kept = drafts.values().next().unwrap();
    assert_eq!(kept, r#"["08:30",null,null]"#, "what was not touched is no draft");
    screen.press("esc");
    assert!(screen.model().drafts.is_empty(), "{:?}", screen.model().drafts);
    let mut model = screen.model().clone();
    model.drafts = drafts;
    let mut again = Driver::with(model, |_| docket::console::app::Reply::Nothing);
    again.resize(120, 36);
    again.press("1 t enter").see("08:30").see("Your draft: The times of seat 1").see("Recorded: 09:00.");
    again.press("ctrl-r").see("In       09:00").see_no("08:30");
}

#[test]
fn a_stand_in_that_was_begun_leaves_nothing_behind() {
    let mut screen = in_the_room();
    let ask = |screen: &mut Driver| {
        screen.press("5 :").type_text("stand-in").press("enter").see("A stand-in for seat 5 Esra Yildiz");
    };
    ask(&mut screen);
    screen.type_text("Vic").press("enter").type_text("Egret Bank").press("esc");
    ask(&mut screen);
    screen.see_no("Egret Bank").type_text("Vic Voter").press("enter").type_text("Egret Bank Ltd");
    screen.press("enter enter").see("Vic Voter stands in on seat 5");
    let meeting = &screen.model().screens.meeting.sight.as_ref().unwrap().meeting;
    assert_eq!(meeting.stand_ins[0].employer, "Egret Bank Ltd");
    // Named again, the form begins with what is recorded.
    ask(&mut screen);
    screen.see("Egret Bank Ltd").press("enter enter enter").see("That is how it is already.");
}

#[test]
fn a_due_day_that_is_over_is_refused_in_its_field() {
    let mut screen = in_the_room();
    screen.press("tab b").type_text("conditions").press("enter enter enter enter").see("Condition 1");
    screen.type_text("Publish").press("enter").type_text("Ada").press("enter").type_text("2026-11-22");
    screen.press("enter").see("2026-11-22 is over; give today or a later day.").press("ctrl-u");
    screen.type_text("+7").press("enter enter").see("Another condition?").press("j").press("enter");
    screen.see("Condition 2").press("esc");
}

#[test]
fn what_the_docket_refuses_comes_back_with_the_reason() {
    let mut screen = console(one("Alder"), 120, 36);
    screen.press("g q n").type_text("Birch").press("enter").type_text("plat").press("enter");
    screen.press("tab tab tab tab tab tab tab tab tab").type_text("a@b.example").press("enter").see("queued");
    screen.press("g q n").type_text("Birch").press("enter").type_text("platform");
    screen.press("tab tab tab tab tab tab tab tab tab tab").type_text("c@d.example").press("enter");
    screen.see("Not done").see("is in the docket already").see("c@d.example");
    assert!(matches!(screen.model().overlays.last(), Some(Overlay::Form(_))));
    screen.press("shift-tab").see("c@d.example").press("esc").see_no("c@d.example");
    screen.press("n").see("c@d.example").press("esc");
    assert_eq!(screen.model().screen, Screen::Queue);
}

#[test]
fn words_that_were_begun_are_understood() {
    let mut screen = console(docket(), 120, 36);
    screen.press("j enter").type_text("Nordlicht Cloud AG").press("enter").type_text("s").press("enter");
    screen.see("`s` could be specialty-solution, service-provider").type_text("erv").press("enter enter");
    screen.press("ctrl-u").type_text("ren").press("enter").type_text("many").press("enter");
    screen.see("`many` is no whole number").press("ctrl-u").type_text("140").press("enter enter enter enter");
    screen.type_text("Y").press("enter").type_text("gen").press("enter enter enter").see("queued: Nordlicht");
    screen
        .press("g q enter")
        .see("FinOps Certified Service Provider")
        .see("renewal")
        .press("i")
        .see("general");
}

#[test]
fn yes_and_no_may_be_short() {
    let mut screen = open("cindervale-platform");
    screen.press("D enter").type_text("sixty").press("enter").see("`sixty` is no whole number");
    screen.press("ctrl-u").type_text("60").press("enter").type_text("maybe").press("enter");
    screen
        .see("Write yes or no")
        .press("ctrl-u")
        .type_text("y")
        .press("enter")
        .see("saw the live demo: passed");
    screen.press("D ctrl-u").type_text("+3").press("enter").see("is yet to come");
}

#[test]
fn a_corrected_fact_is_checked_where_it_is_typed() {
    let mut screen = open("cindervale-platform");
    screen.press(":").type_text("correct a fact").press("enter").type_text("employees of the applicant");
    screen.press("enter ctrl-u").type_text("many").press("enter").see("digits only").see("> many");
    screen.press("ctrl-u").type_text("150").press("enter").see("u undoes");
}

#[test]
fn a_condition_begun_on_one_item_is_not_offered_on_another() {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    ready(&mut store, "2026-0002", "Alder Ltd");
    let mut screen = console(store, 120, 36);
    screen.press("g m P enter e space space enter O y tab b").type_text("conditions").press("enter");
    screen.see("In force from").type_text("+1").press("enter enter enter").see("Condition 1");
    screen.type_text("Publish the price list").press("esc j b").type_text("conditions").press("enter");
    screen.see("In force from").see_no("+1").press("enter enter enter").see("Condition 1");
    screen.see_no("Publish the price list").press("esc k b").type_text("conditions").press("enter");
    screen.press("enter enter enter").see("Publish the price list");
}

#[test]
fn a_day_to_begin_with_goes_at_the_first_letter() {
    let mut screen = console(docket(), 120, 36);
    screen.press("g m P").see("2026-11-23").type_text("+7").press("enter").see("Meeting of 2026-11-30");
    // Keys that edit keep it; so does moving in it, and a letter then goes where the cursor is.
    screen.press("esc P backspace").type_text("4").press("enter").see("Meeting of 2026-11-24");
    screen.press("esc P left delete").type_text("5").press("enter").see("Meeting of 2026-11-25");
    screen.press("esc P").send(Message::Paste("2026-12-01".to_owned())).press("enter");
    screen.see("Meeting of 2026-12-01");
    let mut screen = open("cindervale-platform");
    screen.press("D").see("2026-11-23").type_text("2026-11-2").see_no("232026").press("esc D ctrl-r");
    screen
        .see("2026-11-23")
        .type_text("2026-11-20")
        .press("tab")
        .type_text("60")
        .press("tab")
        .type_text("y")
        .press("enter");
    screen.see("saw the live demo: passed");
}

#[test]
fn a_paste_that_is_too_long_is_said_to_be_cut() {
    let mut screen = open("cindervale-platform");
    screen.press("N").send(Message::Paste("a".repeat(65_536 + 7)));
    screen.see("the last 7 are missing");
}
