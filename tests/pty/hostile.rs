//! An application full of hostile text: nothing of it reaches the terminal as anything but text.

use crate::docket::{demo, open, quit, says};
use crate::place::Place;
use crate::pty::Pty;
use crate::wire::{is_ours, sequences};

/// Everything that was sent so far is docket's own, and there is no character that hides or turns others around.
#[track_caller]
fn assert_clean(docket: &Pty) {
    for sequence in sequences(docket.raw()) {
        assert!(is_ours(&sequence), "{sequence:?} was sent:\n{}", docket.screen());
    }
    let drawn = String::from_utf8_lossy(docket.raw()).into_owned();
    let hidden = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    assert_eq!(drawn.chars().find(hidden), None, "{}", docket.screen());
}

#[test]
fn hostile_text_is_text_on_every_screen() {
    let place = Place::new();
    let mut docket = demo(&place);
    docket.wait_for("Evil");
    docket.press("g q").wait_for("Queue").press("/").write(b"hostile").wait_for("Evil").press("enter");
    docket.press("space").press("A").wait_for("Evil").press("esc").wait_gone("Assign").press("esc");
    open(&mut docket, "hostile-specialty");
    for pane in ["[Evidence", "[Heads", "[Map", "[Demo", "[History", "[Requirements"] {
        docket.press("tab").wait_for(pane).press("G").press("g g");
    }
    for key in ["c", "t", "N", "A", "S"] {
        docket.press(key).wait_until("a field", |docket| !docket.terminal().hide_cursor());
        docket.press("esc").wait_until("the screen below", |docket| docket.terminal().hide_cursor());
    }
    docket.press("v").wait_for("Verdict: ").press("esc").wait_gone("Verdict: ");
    docket.press("e").wait_for("[Evidence").press("o").wait_for("only http");
    docket.press("g j").wait_for("Journal");
    docket.press("g h").wait_for("Handbook").press("g r").wait_for("Register");
    // What a person types or pastes is data too.
    open(&mut docket, "hostile-specialty");
    docket.press("N").write(b"\x1b[200~A note \x1b]0;mine\x07 \xe2\x80\xae and \xc2\x9b31m so on\x1b[201~");
    docket.wait_for("and").press("enter").wait_for("wrote note 1");
    docket.press("tab tab tab tab").wait_for("[History]").wait_for("A note");
    docket.press("g m").wait_for("Roll call");
    assert_clean(&docket);
    quit(docket);
    assert!(says(&place, &["verify"]).contains("the docket is as it was written"));
    for verb in ["list", "show hostile-specialty", "assess hostile-specialty", "history hostile-specialty"] {
        let said = says(&place, &verb.split(' ').collect::<Vec<_>>());
        assert!(said.contains("Evil") || !verb.starts_with("list"), "{said}");
        assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "`{verb}` prints {said:?}");
    }
}
