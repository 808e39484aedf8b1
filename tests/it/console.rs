//! The console's frame: keys, overlays and the way out, through the real loop on a screen in memory.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use docket::console::app::overlay::{Confirm, Field, Form, Input};
use docket::console::app::{
    Effect, Keymap, Message, Model, Notice, Overlay, Reply, Request, Screen, Settings, command, key,
};

use crate::driver::{Driver, about};

fn quiet() -> Driver {
    Driver::new(|_| Reply::Nothing)
}

fn over(overlay: impl Into<Overlay>) -> Driver {
    let mut model = Model::new(about(), Keymap::default(), Settings::default());
    model.open(overlay);
    Driver::with(model, |_| Reply::Nothing)
}

#[test]
fn keys_go_to_every_screen_and_q_comes_back() {
    let mut docket = quiet();
    docket.see("Today").press("g q").see("Queue").press("g h").see("Handbook").press("g j").see("Journal");
    docket.press("q").see("Handbook").press("q").see("Queue");
    assert_eq!(docket.ended(), None);
    docket.press("q");
    assert_eq!(docket.ended(), Some(Ok(0)));
}

#[test]
fn q_ends_at_once_on_today() {
    let mut docket = quiet();
    docket.press("q");
    assert_eq!(docket.ended(), Some(Ok(0)));
}

#[test]
fn esc_leaves_the_top_thing_and_never_ends() {
    let mut docket = quiet();
    docket.press("esc esc esc : esc").see_no("Everything that can be done here");
    docket.press("?").see("Your own keys").press("esc").see_no("Your own keys").press("esc");
    assert_eq!(docket.ended(), None);
}

#[test]
fn ctrl_c_ends_only_when_pressed_twice_in_a_row() {
    let mut docket = quiet();
    docket.press("ctrl-c").see("Press ctrl-c again").press("j ctrl-c");
    assert_eq!(docket.ended(), None);
    docket.press("ctrl-c");
    assert_eq!(docket.ended(), Some(Ok(0)));
    let mut typing = quiet();
    typing.press(": ctrl-c ctrl-c");
    assert_eq!(typing.ended(), None, "the first one only left the palette");
    typing.press("ctrl-c");
    assert_eq!(typing.ended(), Some(Ok(0)));
}

#[test]
fn a_begun_row_of_keys_shows_what_may_follow() {
    let mut docket = quiet();
    docket.press("g").see("g: go to").see("go to Register").press("esc").see_no("go to Register");
    docket.press("g z").see("g z does nothing here");
    docket.press("g r").see("Register");
}

#[test]
fn the_palette_finds_by_title_alias_doc_and_key() {
    for words in ["journal", "history", "who changed", "g j", "GO TO jour"] {
        let mut docket = quiet();
        docket.press(":").type_text(words).press("enter");
        assert_eq!(docket.model().screen, Screen::Journal, "{words}");
    }
    let mut docket = quiet();
    docket.press(":").type_text("no such thing").press("enter").see("no such thing");
}

#[test]
fn the_help_shows_the_keys_in_force() {
    let (keymap, problems) = Keymap::load(Some("[everywhere]\njournal = [\"f9\"]\nundo = []\n"));
    assert_eq!(problems, []);
    let mut docket = Driver::with(Model::new(about(), keymap, Settings::default()), |_| Reply::Nothing);
    docket.press("?").type_text("journal").see("f9").see("Shows who changed what").see_no("g j");
    docket.press("esc f9");
    assert_eq!(docket.model().screen, Screen::Journal);
    docket.press("u");
    assert_eq!(docket.world().notes, Vec::<String>::new());
}

#[test]
fn a_change_is_said_and_a_refusal_says_why() {
    let asked = Rc::new(RefCell::new(0));
    let counted = Rc::clone(&asked);
    let mut docket = Driver::new(move |request| {
        if request.only_reads() {
            return Reply::Nothing;
        }
        *counted.borrow_mut() += u32::from(request == Request::Undo);
        if *counted.borrow() == 1 {
            Reply::Done { what: "Undone: PLT-E3-M1 met.".to_owned(), undoable: false, warnings: Vec::new() }
        } else {
            Reply::Refused("nothing is left to undo.".to_owned())
        }
    });
    docket.press("u").see("Undone: PLT-E3-M1 met.");
    docket.press("u").see("Not done: nothing is left to undo.").press("j").see_no("nothing is left");
    assert_eq!(*asked.borrow(), 2);
}

#[test]
fn a_text_is_asked_for_checked_and_kept_while_it_is_typed() {
    let input =
        Input::new("Why?", |model: &mut Model, text| model.say(Notice::done(format!("Because {text}."))))
            .check(|text| if text.is_empty() { Err("A reason is needed.".to_owned()) } else { Ok(()) })
            .draft("a reason");
    let mut docket = over(input);
    docket.press("enter").see("A reason is needed.").type_text("q?").see_no("A reason is needed.");
    docket.send(Message::Paste(" yes".to_owned())).press("enter").see("Because q? yes.").see_no("Why?");
    assert_eq!(
        docket.world().notes,
        ["keep a reason: q", "keep a reason: q?", "keep a reason: q? yes", "forget a reason"]
    );
}

#[test]
fn an_unfinished_text_is_offered_again() {
    let mut model = Model::new(about(), Keymap::default(), Settings::default());
    model.drafts.insert("a reason".to_owned(), "half a".to_owned());
    let input = Input::new("Why?", |_, _| Vec::new()).draft("a reason");
    model.open(input);
    let mut docket = Driver::with(model, |_| Reply::Nothing);
    docket.see("half a").see("Your draft from before, recorded nowhere").press("esc").see_no("half a");
    assert_eq!(docket.world().notes, Vec::<String>::new(), "leaving keeps the draft");
    let mut model = Model::new(about(), Keymap::default(), Settings::default());
    model.drafts.insert("a reason".to_owned(), "half a".to_owned());
    model.open(Input::new("Why?", |_, _| Vec::new()).text("first").draft("a reason"));
    let mut docket = Driver::with(model, |_| Reply::Nothing);
    docket.see("ctrl-r begin afresh").press("ctrl-r").see("> first").see_no("begin afresh");
    assert_eq!(docket.world().notes, ["forget a reason"]);
}

#[test]
fn a_text_may_have_several_lines() {
    let mut docket = over(Input::new("Why?", |_, text| vec![Effect::Copy(text)]));
    docket.type_text("one").press("alt-enter").type_text("two").see("> one").see("  two").press("enter");
    assert_eq!(docket.world().notes, ["copy one\ntwo"]);
}

#[test]
fn a_text_is_edited_outside() {
    let mut docket = over(Input::new("Why?", |_, text| vec![Effect::Copy(text)]).text("old"));
    docket.editor(|text| Ok(format!("{text} and new\n"))).press("ctrl-e").see("old and new").press("enter");
    assert_eq!(docket.world().notes, ["copy old and new"]);
}

#[test]
fn the_day_and_the_size_are_followed() {
    let mut docket = quiet();
    docket.day(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()).press("j").see("2026-11-24");
    docket.resize(30, 8).see("30x8 is too small.").resize(60, 20).see("2026-11-24");
}

#[test]
fn an_editor_that_fails_leaves_the_text() {
    let mut docket = over(Input::new("Why?", |_, _| Vec::new()).text("as before"));
    docket.press("ctrl-e").see("Trouble: there is no editor").see("as before");
}

#[test]
fn what_cannot_be_undone_is_confirmed_by_a_word() {
    let confirm =
        Confirm::new("Declare?", vec!["Seven for.".to_owned()], |_| vec![Effect::Copy("done".into())]);
    let mut docket = over(confirm.word("7"));
    docket
        .press("y enter")
        .see("That is not it.")
        .see("Declare?")
        .press("backspace 7 enter")
        .see_no("Declare?");
    assert_eq!(docket.world().notes, ["copy done"]);
}

#[test]
fn a_question_is_answered_by_a_key() {
    let ask = || Confirm::new("Sure?", Vec::new(), |_| vec![Effect::Copy("yes".into())]);
    let mut yes = over(ask());
    yes.press("y").see_no("Sure?");
    assert_eq!(yes.world().notes, ["copy yes"]);
    let mut no = over(ask());
    no.press("n").see_no("Sure?");
    assert_eq!(no.world().notes, Vec::<String>::new());
    assert_eq!(no.ended(), None);
}

#[test]
fn a_form_goes_from_field_to_field_and_back_to_what_is_wrong() {
    let needed = |text: &str| if text.is_empty() { Err("A name is needed.".to_owned()) } else { Ok(()) };
    let fields =
        vec![Field::new("Name", "The organisation").check(needed), Field::new("Site", "Its address")];
    let mut docket = over(Form::new("New", fields, |_, texts| vec![Effect::Copy(texts.join("|"))]));
    docket.see("The organisation").press("tab").see("Its address").type_text("example.org").press("enter");
    docket.see("A name is needed.").type_text("Example").press("tab enter").see_no("Name");
    let copied = docket.world().notes.iter().any(|note| note == "copy Example|example.org");
    assert!(copied, "{:?}", docket.world().notes);
    assert_eq!(docket.world().notes.last().map(String::as_str), Some("forget form New"));
}

#[test]
fn two_hundred_waiting_keys_are_drawn_once() {
    let mut docket = quiet();
    let before = docket.world().frames;
    docket.send_all((0..200).map(|_| Message::Key(key::Key::char('j'))));
    assert_eq!(docket.world().frames, before + 1);
}

#[test]
fn ctrl_z_suspends_and_everything_is_drawn_again() {
    let mut docket = quiet();
    docket.press("ctrl-z").see("Today");
    assert_eq!(docket.world().notes, ["suspend"]);
}

#[test]
fn signals_and_dead_threads_end_the_console() {
    let mut term = quiet();
    term.send(Message::Signal(15));
    assert_eq!(term.ended(), Some(Ok(143)));
    let mut dead = quiet();
    dead.send(Message::WorkerDied { thread: "store".to_owned(), why: "it broke".to_owned() });
    let ended = dead.ended().unwrap().unwrap_err();
    assert!(ended.contains("store thread failed (it broke)"), "{ended}");
}

#[test]
fn no_command_panics_on_any_screen() {
    for screen in Screen::ALL {
        for command in command::all() {
            let mut model = Model::new(about(), Keymap::default(), Settings::default());
            model.screen = *screen;
            command::run(&mut model, command);
        }
    }
}

#[test]
fn a_text_that_the_docket_refuses_is_kept() {
    let model = Model::new(about(), Keymap::default(), Settings::default());
    let ask = || Input::new("Why?", |_, _| vec![Effect::Ask(Request::Undo)]).draft("a reason");
    let over = |reply: Reply| {
        let mut model = model.clone();
        model.open(ask());
        Driver::with(
            model,
            move |request| if request == Request::Undo { reply.clone() } else { Reply::Nothing },
        )
    };
    let mut refused = over(Reply::Refused("someone else was faster.".to_owned()));
    refused
        .type_text("so")
        .press("enter")
        .see("> so")
        .see("someone else was faster.")
        .press("esc")
        .see_no("> so");
    assert_eq!(refused.model().drafts.get("a reason").map(String::as_str), Some("so"));
    let mut made = over(Reply::Done { what: "Noted.".to_owned(), undoable: true, warnings: Vec::new() });
    made.type_text("so").press("enter").see("Noted.   u undoes");
    assert!(made.model().drafts.is_empty());
    assert_eq!(made.world().notes.last().map(String::as_str), Some("forget a reason"));
}
