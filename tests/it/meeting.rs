//! A whole meeting by keys, over a real docket.

use docket::store::Store;

use crate::{
    council::{ready, seats},
    desks::{console_with_clock, ticking},
    dockets::{act, docket},
    driver::Driver,
};

/// Fifteen seats and two applications that are ready; nothing is planned.
fn prepared() -> Store {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    ready(&mut store, "2026-0002", "Québec Conseil");
    store
}

/// A console whose clock goes on a minute with every request.
fn console(width: u16, height: u16) -> Driver {
    console_with_clock(prepared(), ticking(), width, height)
}

/// A meeting with both applications on its agenda, called to order; nobody is in the room yet.
fn called(width: u16, height: u16) -> Driver {
    let mut screen = console(width, height);
    screen.press("g m P enter e space space enter O y").see("IN SESSION");
    screen
}

/// The ballot on the first item is open, with seats 1 to 9 in the room.
fn voting(width: u16, height: u16) -> Driver {
    let mut screen = called(width, height);
    screen.press("p p p p p p p p p tab b enter enter enter y").see("PROVISIONAL");
    screen
}

#[test]
fn the_motion_of_a_ballot_is_read_in_full() {
    let mut screen = voting(80, 24);
    screen.press("M").see("That Nordlicht Cloud AG be granted FinOps Certified Platform.");
    screen.see("Edition 2023: ").see("Ballot 2026-0001/1.").press("esc").see("PROVISIONAL");
}

#[test]
fn one_who_came_late_and_takes_no_part_stands_in_the_split() {
    let mut screen = called(120, 36);
    screen.press("p p p p p p p p p tab b enter enter enter y").see("9 without a position");
    screen.press("1 2 p").see("came in late: does it take part?").press("n").see("6 of 10 needed");
    screen.see("0 recused, 9 without a position, 1 taking no part").press("1 y y y y y y y y");
    screen.press("C y").see("CLOSED").see("8 for, 0 against").see("1 without a position, 1 taking no part");
    screen.resize(40, 10).see("8 for 0 against 0 abst 0 rec 2 silent");
}

#[test]
fn a_meeting_with_one_late_and_one_leaving_ends_in_the_register() {
    let mut screen = called(120, 36);
    screen.see("0 present, NO QUORUM: 8 more must come in");
    screen.press("p p p p p p p p p").see("9 present, 1 may leave before quorum is lost");
    screen.press("tab b enter").see("In force from").press("enter").type_text("2028-11-22").press("enter");
    screen.see("That Nordlicht Cloud AG be granted FinOps Certified Platform.");
    screen
        .press("y")
        .see("majority of those in attendance: 5 of 9 needed")
        .see("5 more for of 9 outstanding");
    screen.press("y y n r").see("2 for, 1 against, 0 abstaining, 1 recused, 5 without a position");
    // Seat 12 comes late and votes at once; then its turn goes on with seat 5.
    screen.press("1 2 p").see("came in late: does it take part?").press("y").see("6 of 10 needed");
    screen.press("y").see("seat 12 Liam O'Dowd: for");
    screen.press("5 y y y y y").see("8 for, 1 against").see("nothing more: carried as it stands");
    // Seat 3 leaves after voting: what it said does not count any more.
    screen.press("3 p").see("left: against").see("8 for, 0 against");
    screen.see("1 position of one who left, not counted: asked at close");
    screen.see_no("adopted").see_no("ADOPTED");
    screen.press("C").see("seat 3 Chiara Fonti said against and left").press("s");
    screen
        .see("Everyone in the room has a position.")
        .see("Left after taking a position, which then does not count: seat 3 Chiara");
    screen.press("y").see("CLOSED, NOT DECLARED").see("5 of 9 needed, 8 for");
    screen.see_no("adopted").see_no("ADOPTED");
    screen.press("D").see("The motion carries.").see("until 2028-11-22").see_no("dopted");
    screen.press("2 enter").see("That is not it.").press("backspace 1 enter");
    screen.see("ADOPTED").see("certified from 2026-11-23 until 2028-11-22").see("application: decided");
    screen.press("enter").see("Item 2 of 2");
    screen.press("esc A").see("1 item without a ballot: ready for TAC again.").press("y").see("ADJOURNED");
    screen.press("g r").see("Nordlicht Cloud AG").see("in force until 2028-11-22");
    screen.press("g m esc").see("adjourned").press("enter k enter").see("ADOPTED").see("left: against");
    screen.press("y n p C D u").see("ADOPTED");
}

#[test]
fn an_agenda_is_made_in_the_order_that_is_chosen_and_can_be_undone() {
    let mut screen = console(120, 36);
    screen.press("g m P").type_text("x").press("enter").see("`x` is no day");
    screen.press("backspace").type_text("today").press("enter");
    screen.press("e").see("conflict: seat 4").see("Dmitri Olsen works for Nordlicht Cloud AG");
    screen.press("space k J k space").see("2 items, not kept yet").press("enter").see("1  Québec Conseil");
    screen.press("u").see("Nothing is on it").press("e space esc").see("Nothing is on it");
    screen.press("p").see("the meeting must be called to order first");
    screen.press("esc P enter").see("Meeting of 2026-11-23-2").press("O y").see("IN SESSION");
    screen.press("esc j enter O y").see("meeting 2026-11-23-2 is still open");
}

#[test]
fn a_position_can_be_changed_taken_back_and_undone() {
    let mut screen = voting(120, 36);
    screen
        .press("y")
        .see("1 for, 0 against")
        .see("Last key y  seat 1 Ada Winter: for   in the file, u undoes it");
    screen.press("1 n").see("why is it replaced?").press("c").see("0 for, 1 against");
    screen.press("u").see("1 for, 0 against").see("undone");
    screen.press("1 backspace s").see("0 for, 0 against").see("position taken back");
    screen.press("u").see("1 for, 0 against");
}

#[test]
fn what_cannot_be_done_is_said_in_words() {
    let mut screen = voting(120, 36);
    screen.press("1 5 y").see("seat 15 is not in the room: let it come in first");
    screen
        .press("1 9")
        .see("Seat number typed: 9")
        .press("0")
        .see("No seat has a number that begins with 0.");
    screen.press("D").see("is open: close it and read it back first");
    screen.press("esc A").see("is not declared: close it, read it back and declare it first");
    screen.press("j b").see("is not declared");
}

fn chosen(screen: &Driver) -> Option<u32> {
    screen.model().screens.meeting.seat().map(|seat| seat.n.0)
}

#[test]
fn undo_goes_back_to_the_seat_that_it_was_about() {
    let mut screen = voting(120, 36);
    screen.press("y y n");
    assert_eq!(chosen(&screen), Some(4));
    screen.press("u").see("2 for, 0 against");
    assert_eq!(chosen(&screen), Some(3));
    screen.press("u").see("1 for, 0 against");
    assert_eq!(chosen(&screen), Some(2));
    screen.press("n").see("seat 2 Bohdan Kral: against").see("1 for, 1 against");
}

#[test]
fn undo_in_the_roll_call_goes_back_to_the_seat_too() {
    let mut screen = called(120, 36);
    screen.press("p p p").see("3 present").press("u").see("2 present");
    assert_eq!(chosen(&screen), Some(3));
    screen.press("u").see("1 present");
    assert_eq!(chosen(&screen), Some(2));
}

#[test]
fn a_ballot_that_waits_is_never_out_of_sight() {
    let mut screen = voting(120, 36);
    screen.press("y y esc b").see("BALLOT OPEN").see("2 for, 0 against");
    assert_eq!(chosen(&screen), Some(3), "whose turn it is");
    screen.press("esc esc enter").see("BALLOT OPEN");
    assert_eq!(chosen(&screen), Some(3));
    screen.press("C y esc esc enter").see("CLOSED, NOT DECLARED");
}

#[test]
fn a_meeting_is_not_planned_for_a_day_that_is_over() {
    let mut screen = console(120, 36);
    screen.press("g m P backspace").type_text("2").press("enter");
    screen.see("2026-11-22 is over; give today or a later day.").see("2026-11-22");
    screen.press("backspace").type_text("3").press("enter").see("Meeting of 2026-11-23");
}

#[test]
fn digits_go_together_while_they_name_a_seat() {
    let mut screen = voting(120, 36);
    for (keys, seat) in [("1", 1), ("1", 11), ("5", 5), ("1", 1), ("2", 12), ("esc", 12), ("3", 3)] {
        screen.press(keys);
        let chosen = screen.model().screens.meeting.seat().map(|seat| seat.n.0);
        assert_eq!(chosen, Some(seat), "{keys}");
    }
}

#[test]
fn everyone_present_is_for_but_the_conflicted_are_left_out() {
    let mut screen = voting(120, 36);
    screen.press("2 n :").type_text("everyone").press("enter");
    screen.see("left out, conflict: seat 4 Dmitri Olsen").see_no("seat 2 Bohdan Kral: for");
    screen.press("y").see("7 for, 1 against, 0 abstaining, 0 recused, 1 without a position");
    screen.press("u").see("0 for, 1 against");
}

#[test]
fn without_a_majority_the_next_stage_is_asked() {
    let mut screen = voting(120, 36);
    screen.press("n n n n n C").see("WITHOUT A POSITION, counted as present").press("y D");
    screen.see("Where the application goes is asked next").type_text("1").press("enter");
    screen.see("Where does the application go?").type_text("in review").press("enter");
    screen.see("NOT ADOPTED").see("application: in review");
}

#[test]
fn without_a_quorum_there_is_no_decision_and_the_ballot_is_taken_again() {
    let mut screen = voting(120, 36);
    screen.press("y y y y y y y y y 1 p 2 p").see("NO QUORUM: 1 more must come in");
    screen.press("C s f").see("Closed now, the ballot gives no decision.").press("y D");
    screen.see("Nothing can be decided.").press("1 enter").see("NO DECISION").see("ready for TAC");
    screen
        .press("1 p b enter enter enter 1 enter")
        .see("Moved by seat 1 ")
        .press("y")
        .see("2026-0001/2")
        .see("BALLOT OPEN");
}

/// Frames at the three sizes that the screen is made for.
fn frames(name: &str, frame: impl Fn(u16, u16) -> Driver) {
    for (width, height) in [(120, 36), (80, 24), (40, 10)] {
        let screen = frame(width, height).screen();
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen);
    }
}

#[test]
fn the_roll_call_can_be_read() {
    frames("roll-call", |width, height| {
        let mut screen = called(width, height);
        screen.press("p p p 5 p 1 2 p 5 p");
        screen
    });
}

#[test]
fn the_ballot_can_be_read() {
    frames("ballot", |width, height| {
        let mut screen = voting(width, height);
        screen.press("y y n r a 3 p");
        screen
    });
}

#[test]
fn the_read_back_can_be_read() {
    frames("read-back", |width, height| {
        let mut screen = voting(width, height);
        screen.press("y y n r a y y y y 3 p C s y");
        screen
    });
}

#[test]
fn what_was_declared_can_be_read() {
    frames("declared", |width, height| {
        let mut screen = voting(width, height);
        screen.press("y y n r a y y y y 3 p C s y D enter enter 1 enter");
        screen
    });
}

#[test]
fn a_certification_comes_back_to_be_suspended() {
    let mut screen = voting(120, 36);
    screen.press("y y y y y C y D enter enter 1 enter").see("ADOPTED").press("esc A y").see("ADJOURNED");
    screen.press("g r e").see("no meeting is open or planned; plan one first");
    screen.press("g m esc P enter").see("Meeting of 2026-11-23-2").press("g r e");
    screen.see("Put Nordlicht Cloud AG on the agenda of 2026-11-23-2?").press("n");
    screen.press("e y").see("Meeting of 2026-11-23-2").see("1  Nordlicht Cloud AG");
    screen.press("g r e").see("2026-0001 is on the agenda of 2026-11-23-2 already").see_no("Put Nordlicht");
    screen
        .press("g m")
        .see("Meeting of 2026-11-23-2")
        .press("O y p p p p p p p p tab b")
        .see("suspend")
        .see("revoke")
        .see_no("approve");
    screen.press("enter").type_text("+90").press("enter y").see("BALLOT OPEN");
    screen.press("y y y y y y y y C y D enter 1 enter").see("ADOPTED");
    screen.press("g r").see("suspended until 2027-02-21");
}

#[test]
fn a_seat_is_suspended_reinstated_vacated_and_given_anew() {
    let mut screen = called(120, 36);
    screen
        .see("15 members")
        .press("4 S")
        .see("Which seat?")
        .press("enter s")
        .see("seat 4 Dmitri Olsen is suspended");
    screen.press("enter").see("Say a few words").type_text("Absent").press("enter enter enter");
    screen.see("14 members").see("1 suspended").press("u").see("15 members");
    screen.press("S").type_text("4 Dmitri").press("enter s").type_text("Absent").press("enter enter enter");
    screen.see("14 members").press("S").type_text("suspended").press("enter r").see("is a member again from");
    screen.press("enter").see("15 members");
    // A new employer alone: who holds it and the day before stay.
    screen.press("S").type_text("5 Esra").press("enter c enter enter ctrl-u").type_text("Bosporus AG");
    screen.press("enter enter enter enter enter").see("seat 5: the term of Esra Yildiz ends");
    screen.press("S").type_text("5 Esra").see("Bosporus AG from 2026-11-23").press("enter c");
    screen.press("tab tab tab tab tab tab enter").see("That is how it is already.").press("esc");
    // Nobody holds it after a day; then somebody does.
    screen.press("S").type_text("6 Femi").press("enter v").type_text("2026-11-22").press("enter");
    screen.see("14 members").see("1 vacant").press("S").type_text("vacant").press("enter c enter enter");
    screen.see("Say a few words").type_text("Ann Lee").press("enter").type_text("Lagos Freight");
    screen.press("enter enter enter enter enter").see("15 members").see("Ann Lee");
}

#[test]
fn a_seat_is_added_and_ended_for_good_from_the_console() {
    let mut screen = called(120, 36);
    screen.press("S").type_text("new seat").press("enter").see("Seat 16, a new one");
    screen.press("enter").see("Say a few words").type_text("Pia Quist").press("enter").type_text("Quill Ltd");
    screen.press("enter enter enter enter ctrl-u enter enter").see("16 members").see("Pia Quist");
    screen.press("S").type_text("16 Pia").press("enter e").see("The last day of seat 16");
    screen.see("the council has one less").type_text("2026-11-22").press("enter").see("15 members");
    screen.see_no("vacant").press("S").type_text("16 Pia").see("over").press("esc u").see("16 members");
    screen.press("u").see("15 members");
}

#[test]
fn the_first_seat_is_added_from_the_console() {
    let mut screen = crate::desks::console(docket(), 120, 36);
    screen.press("g m S").see("1 new seat").press("enter").type_text("Ada Winter").press("enter");
    screen.type_text("Winter AG").press("enter enter").type_text("yes").press("enter enter enter enter");
    screen.see("seat 1").press("S").see("1 Ada Winter");
}

#[test]
fn the_roll_begins_with_the_first_seat_and_the_ballot_with_the_first_in_the_room() {
    let mut screen = called(120, 36);
    screen.press("tab enter esc tab p").see("seat 1").see("1 present");
    screen.press("1 p").see("0 present").press("2 p p p p p p p p").see("8 present");
    screen.press("tab b enter enter enter y").see("PROVISIONAL").press("y").see("seat 2 Bohdan Kral: for");
}
