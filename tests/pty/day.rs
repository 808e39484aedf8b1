//! A day with docket, by keys alone: an application becomes ready, counts are changed, the council meets and decides.

use crate::docket::{again, demo, open, quit, says};
use crate::place::Place;
use crate::pty::Pty;

#[test]
fn one_day() {
    let place = Place::new();
    let mut docket = demo(&place);
    review(&mut docket);
    let total = count(&mut docket);
    hold_the_meeting(&mut docket);
    quit(docket);

    let mut docket = again(&place);
    open(&mut docket, "osprey-platform");
    docket.wait_for("ready for TAC since").wait_for("READY");
    docket.press("shift-tab").wait_for("[History]").wait_for("found PLT-E3-M2 met");
    open(&mut docket, "tidewater-enterprise");
    docket.press("tab tab").wait_for(&total);
    docket.press("g m").wait_for("adjourned").press("enter").wait_for("ADJOURNED").press("enter");
    docket.wait_for("left: for").wait_for("ADOPTED");
    docket.press("g r").wait_for("Northlight Systems");
    quit(docket);
    assert!(says(&place, &["verify"]).contains("the docket is as it was written"));
    assert!(says(&place, &["show", "northlight-platform"]).contains("decided"));
}

/// Osprey Cloud Tools goes from received to ready for TAC.
fn review(docket: &mut Pty) {
    open(docket, "osprey-platform");
    docket.wait_for("received since").wait_for("INCOMPLETE");
    docket.press("S").wait_for("becomes").write(b"in review").press("enter").wait_for("in review since");
    docket.press("A").wait_for("Assign").press("enter ctrl-u").write(b"2027-01-15").press("enter");
    docket.wait_for("due 2027-01-15");

    // What is computed is confirmed, all in one; the rest is found, one after the other.
    docket.press(".").wait_for("Confirm 6 computed").press("y").wait_for("options 2 of 3 needed");
    docket.press("m").wait_for("found PLT-E3-M2 met");
    docket.press("n").wait_for("found PLT-E3-O3 not met");
    docket.press("m").wait_for("found PLT-E3-O4 met").wait_for("options 3 of 3 needed");

    // Against what is computed only with a reason.
    docket.press("g g").press("n").wait_for("Why is PLT-E3-P1 not met?");
    docket.write(b"Not in the members' list.").press("enter").wait_for("found PLT-E3-P1 not met");
    docket.wait_for("short of PLT-E3-P1");
    docket.press("u").wait_for("undone").wait_gone("short of PLT-E3-P1");

    // The evidence: one is found good, one is not.
    docket.press("e").wait_for("[Evidence").press("a").wait_for("accepted");
    docket.press("r").wait_for("Why").write(b"The link is dead.").press("enter").wait_for("rejected");
    docket.press("u").wait_for("undone").press("e").wait_for("[Requirements");

    // The demonstration is planned, held and found good, all on this day.
    let today = chrono::Local::now().date_naive().to_string();
    docket.press("P").wait_for("planned for").write(today.as_bytes()).press("enter").wait_gone("planned for");
    docket.press("D").wait_for("The live demo that was held").press("enter").write(b"60");
    docket.press("enter").write(b"yes").press("enter").wait_for("saw the live demo");
    docket.press(".").wait_for("Confirm 1 computed").press("y").wait_for("In the way: nothing");
    docket
        .press("S")
        .wait_for("becomes")
        .write(b"ready for TAC")
        .press("enter")
        .wait_for("ready for TAC since");
}

/// A count of Tidewater's claims is changed; the gauges follow while it is typed. Gives the total as it is then shown.
fn count(docket: &mut Pty) -> String {
    open(docket, "tidewater-enterprise");
    docket.press("tab tab").wait_for("[Points").wait_for("Total");
    let total = |docket: &Pty| {
        let screen = docket.screen();
        screen.lines().find(|line| line.contains(" Total ")).unwrap().trim_end().to_owned()
    };
    let before = total(docket);
    docket.press("K").press("enter").write(b"2");
    docket.wait_until("other points while typing", |docket| total(docket) != before);
    let typed = total(docket);
    docket.press("enter").wait_for("accepted").wait_for(&typed);
    typed
}

/// The council decides on Northlight Systems: one comes late, one leaves.
fn hold_the_meeting(docket: &mut Pty) {
    docket.press("g m").wait_for("PLANNED").press("O").press("y").wait_for("IN SESSION");
    docket.wait_for("NO QUORUM: 8 more must come in");
    for present in 1..=10 {
        docket.press("p").wait_for(&format!("{present} present"));
    }
    docket.wait_for("2 may leave before quorum is lost");
    docket
        .press("tab")
        .press("b")
        .press("enter")
        .wait_for("In force from")
        .press("enter")
        .write(b"2028-11-22")
        .press("enter")
        .wait_for("That Northlight Systems be granted")
        .press("y");
    docket.wait_for("BALLOT OPEN").wait_for("6 of 10 needed");

    for (key, said) in ["1 for, 0 against", "2 for, 0 against", "3 for, 0 against"].iter().enumerate() {
        docket.press("y").wait_for(said).wait_for(&format!("seat {}", key + 1));
    }
    docket.press("n").wait_for("3 for, 1 against").press("a").wait_for("1 abstaining");
    docket.press("r").wait_for("1 recused");
    // Seat 12 comes late and votes at once; seat 3 leaves, and does not count any more.
    docket.press("1 2").press("p").wait_for("11 present").press("y").wait_for("takes part");
    docket.press("y").wait_for("4 for, 1 against");
    docket.press("3").press("p").wait_for("left: for").wait_for("3 for, 1 against").wait_for("10 present");
    docket.press("7");
    for said in ["4 for", "5 for", "6 for", "7 for"] {
        docket.press("y").wait_for(said);
    }
    docket.wait_for("0 without a position").wait_gone("dopted").wait_gone("ADOPTED");

    docket.press("C").wait_for("said for and left").press("s");
    docket.wait_for("Everyone in the room has a position.").press("y");
    docket.wait_for("CLOSED, NOT DECLARED").wait_gone("ADOPTED");
    docket.press("D").wait_for("The motion carries.").press("1").press("enter").wait_for("ADOPTED");
    docket.wait_for("until 2028-11-22").wait_for("application: decided");
    docket.press("esc").wait_gone("until 2028-11-22").press("A").wait_for("2 items without a ballot");
    docket.press("y").wait_for("ADJOURNED");
    docket.press("g r").wait_for("Register").wait_for("Northlight Systems").wait_for("2028-11-22");
}
