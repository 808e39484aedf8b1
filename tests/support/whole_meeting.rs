//! A whole meeting in the words of whoever sits at the keys: six items and nine of fifteen in the room, one of whom
//! leaves so that the quorum is lost and found again; a tie, a ruling and the vote taken again; everyone for but one;
//! a condition; a consent list with one item pulled, and that one deferred.

use docket::store::Store;

use crate::{
    council::{ready, seats},
    dockets::act,
};

/// The organisations that ask, in the order of the agenda.
const ITEMS: [&str; 6] =
    ["Nordlicht Cloud AG", "Québec Conseil", "Aldermoor", "Brookfold", "Cresthaven", "Dunmere"];

/// Days from the meeting until the condition is due and what is deferred comes back.
pub(crate) const LATER: u64 = 53;

/// Who holds the meeting: keys go in, and a screen is looked at.
pub(crate) trait Hand {
    /// Presses keys one after the other.
    fn press(&mut self, keys: &str) -> &mut Self;
    /// Types a text.
    fn type_text(&mut self, text: &str) -> &mut Self;
    /// `text` is on the screen.
    fn see(&mut self, text: &str) -> &mut Self;
    /// `text` is not on the screen.
    fn see_no(&mut self, text: &str) -> &mut Self;
    /// A ballot has just been opened.
    fn opened(&mut self) -> &mut Self;
    /// It has just been closed and read back, and is not declared.
    fn closed(&mut self) -> &mut Self;
    /// It has just been declared.
    fn declared(&mut self, outcome: &str) -> &mut Self;
}

/// The council's seats, and six applications that are ready for it.
pub(crate) fn prepare(store: &mut Store) {
    store.commit(&act(), seats(15)).unwrap();
    for (n, name) in (1..).zip(ITEMS) {
        ready(store, &format!("2026-000{n}"), name);
    }
}

/// Holds the meeting, from its plan to its adjournment. `later` is the day [`LATER`] days on, as it is shown.
pub(crate) fn hold(hand: &mut impl Hand, later: &str) {
    called_to_order(hand);
    a_tie_without_two_who_recuse(hand);
    the_chair_rules_and_the_vote_is_taken_again(hand);
    everyone_for_but_one(hand);
    approved_on_a_condition(hand, later);
    a_consent_motion_with_one_pulled(hand);
    what_was_pulled_is_deferred(hand, later);
    hand.press("esc A y").see("ADJOURNED");
}

fn called_to_order(hand: &mut impl Hand) {
    hand.press("g m P enter e space space space space space space enter O y").see("IN SESSION");
    hand.press("p p p p p p p p p").see("9 present, 1 may leave before quorum is lost");
}

/// Seat 4 works for the applicant and stays in the room; seat 7 takes no part and leaves it.
fn a_tie_without_two_who_recuse(hand: &mut impl Hand) {
    hand.press("tab b enter").see("In force from").press("enter enter");
    hand.see("be granted FinOps Certified Platform").press("y").see("PROVISIONAL").opened();
    hand.see("Nordlicht Cloud AG: hard, works for applicant");
    hand.press("y y y r n n").see("3 for, 2 against, 0 abstaining, 1 recused");
    hand.press("7 r 7 p").see("8 present, nobody may leave");
    hand.press("9 p").see("NO QUORUM");
    hand.press("1 0 p").see("came in late: does it take part?").press("y").see("8 present");
    hand.press("8 n 1 0 a").see("3 for, 3 against, 1 abstaining, 1 recused").see_no("dopted");
    hand.press("C").see("seat 7 Gudrun Halvorsen-Lindqvist said recused and left").press("s y").closed();
    hand.press("D 1 enter").see("Where does the application go?").type_text("ready").press("enter");
    hand.see("NOT ADOPTED: a tie is no majority").declared("NOT ADOPTED");
}

/// By the charter's words 4 of 8 are no majority; of those not recused they are.
fn the_chair_rules_and_the_vote_is_taken_again(hand: &mut impl Hand) {
    hand.press("esc R").see("A majority of whom, from now on?").press("enter").see("Because").press("enter");
    hand.type_text("The charter says nothing of recusal.").press("enter").see("Make this ruling?");
    hand.press("y").see("less the recused decides (ruling 1, Ada Winter)");
    hand.press("b enter enter enter").type_text("5").press("enter").see("Moved by seat 5").press("y");
    hand.see("2026-0001/2").see("BALLOT OPEN").opened();
    hand.press("y y y r y n n a").see("carried as it stands");
    declared_adopted(hand, "1");
    hand.see("4 of 7");
}

fn everyone_for_but_one(hand: &mut impl Hand) {
    hand.press("enter").see("Item 2 of 6").press("b enter enter enter y").see("BALLOT OPEN").opened();
    hand.press(":").type_text("all present").press("enter y").see("8 for");
    hand.press("6 n").see("why is it replaced?").press("c").see("7 for, 1 against");
    declared_adopted(hand, "2");
}

fn approved_on_a_condition(hand: &mut impl Hand, later: &str) {
    hand.press("enter").see("Item 3 of 6").press("b").type_text("conditions").press("enter");
    hand.see("In force").press("enter enter enter").see("Condition 1");
    for text in ["Publish the price list", "Aldermoor", &format!("+{LATER}"), "the lead"] {
        hand.type_text(text).press("enter");
    }
    hand.see("Another condition?").press("n").see("Publish the price list").see(later);
    hand.press("y").see("BALLOT OPEN").opened().press("y y y y y y y y").see("8 for");
    declared_adopted(hand, "3");
    hand.see("Publish the price list");
}

fn a_consent_motion_with_one_pulled(hand: &mut impl Hand) {
    hand.press("esc").press("g g j j j j space space space").see("consent");
    hand.press("k k x").see("Who pulls item 4 from the consent list?").type_text("Chiara").press("enter");
    hand.see("seat 3 Chiara Fonti pulls item 4: why?").type_text("New prices").press("enter");
    hand.see("Consent list: pulled by seat 3: New prices.");
    hand.press("c").see("One motion to approve").see("Falls out").press("y").see("BALLOT OPEN").opened();
    hand.press("y y y y y y y y").see("8 for").see("ONE MOTION with 2026-0006/1");
    declared_adopted(hand, "5");
}

fn what_was_pulled_is_deferred(hand: &mut impl Hand, later: &str) {
    hand.press("esc g g j j j j").see("2026-0004 · Platform").press("b").type_text("defer").press("enter");
    hand.see("Back on").type_text(&format!("+{LATER}")).press("enter enter y");
    hand.see("BALLOT OPEN").see(later).opened().press("y y y y y y y y").see("8 for");
    hand.press("C y").closed().press("D 4 enter").see("Where does the application go?").press("enter");
    hand.see("ADOPTED").see(later).declared("ADOPTED");
}

/// Closes the ballot, reads it back and declares it; the number of the item is said to confirm it.
fn declared_adopted(hand: &mut impl Hand, item: &str) {
    hand.press("C y").closed().press("D").type_text(item).press("enter");
    hand.see("ADOPTED").see_no("NOT ADOPTED").declared("ADOPTED");
}
