//! Keys typed before the store has answered act on what will be there.

use docket::{
    console::app::{Message, Screen, key},
    samples,
    store::Store,
};

use crate::desks::console;
use crate::dockets::{day, docket};
use crate::driver::Driver;
use crate::script;

fn sampled() -> Store {
    let mut store = docket();
    samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
    store
}

/// All of it is typed before anything is answered.
fn at_once(screen: &mut Driver, keys: &str) {
    let keys = key::sequence(keys).unwrap();
    screen.send_all(keys.into_iter().map(Message::Key));
}

#[test]
fn enter_opens_the_application_of_a_queue_that_is_still_being_read() {
    let mut screen = console(sampled(), 120, 36);
    at_once(&mut screen, "g q enter");
    assert_eq!(screen.model().screen, Screen::Review, "{}", screen.screen());
    let open = screen.model().screens.review.open.clone();
    let mut slowly = console(sampled(), 120, 36);
    slowly.press("g q enter");
    assert_eq!(open, slowly.model().screens.review.open);
}

#[test]
fn every_screen_can_be_moved_in_and_opened_from_ahead() {
    for keys in
        ["g q j j enter", "g r j enter", "g h j j enter", "g j j enter", "g t j enter", "g q enter q j"]
    {
        let mut ahead = console(sampled(), 120, 36);
        at_once(&mut ahead, keys);
        let mut slowly = console(sampled(), 120, 36);
        slowly.press(keys);
        assert_eq!(ahead.screen(), slowly.screen(), "{keys}");
    }
}

#[test]
fn after_an_undo_the_next_key_is_about_what_is_left() {
    let mut screen = console(sampled(), 120, 36);
    screen.press("g q /").type_text("cindervale-platform").press("enter enter m");
    at_once(&mut screen, "u K m");
    screen.see_no("Not done").see("u undoes");
}

#[test]
fn a_demo_just_recorded_can_be_confirmed_at_once() {
    let mut screen = console(sampled(), 120, 36);
    screen.press("g q /").type_text("cindervale-platform").press("enter enter");
    at_once(&mut screen, "g g D enter 6 0 enter y e s enter .");
    screen.see("Confirm").see("PLT-E3-V1 met");
}

#[test]
fn a_meeting_is_planned_and_called_to_order_in_one_go() {
    let mut store = docket();
    script::prepare(&mut store);
    let mut screen = console(store, 120, 36);
    at_once(&mut screen, "g m P enter e space space space space space space enter O y p p p");
    screen.see("IN SESSION").see("3 present");
}
