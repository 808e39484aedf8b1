//! What a decision says of what became of it; and that minutes say nothing of it.

use chrono::NaiveDate;
use docket::{
    console::desk::papers,
    council::BallotId,
    papers::afterwards::{Afterwards, Kind, Known, afterwards},
    store::{Access, Store, StoreEnv},
};
use serde_json::{Value, json};

use crate::{
    papers_motions::{adopted, carried, meeting, says},
    place::Place,
};

const MEETING: &str = "2026-11-24";
const LATER: &str = "2026-12-08";

/// The last part of a decision.
fn last_part(place: &Place, ballot: &str) -> String {
    place.printed(&["decision", ballot]).split("## What became of it").nth(1).unwrap().to_owned()
}

fn kinds(place: &Place, ballot: &str) -> Vec<Value> {
    let decision = place.json(&["decision", ballot]);
    let events = decision["afterwards"]["events"].as_array().unwrap();
    events.iter().map(|event| event["kind"].clone()).collect()
}

/// What became of `ballot`, asked on a day.
fn on(place: &Place, ballot: &str, today: &str) -> Afterwards {
    let store = Store::open(&place.docket(), Access::Read, StoreEnv::system(None)).unwrap();
    let (sitting, books) = papers::sitting(&store, &MEETING.into()).unwrap().unwrap();
    let id: BallotId = ballot.parse().unwrap();
    let found = sitting.meeting.ballots.iter().find(|one| one.id == id).unwrap();
    let known = Known {
        ballots: store.ballots_of(&id.application).unwrap(),
        certifications: store.certifications_of(&id.application).unwrap(),
        today: today.parse::<NaiveDate>().unwrap(),
    };
    afterwards(&sitting, found, &books, &known).unwrap()
}

fn told(afterwards: &Afterwards) -> Vec<(Kind, &str)> {
    afterwards.events.iter().map(|event| (event.kind, event.text.as_str())).collect()
}

/// Ends the meeting and opens a later one with `a` on its agenda.
fn a_later_meeting(place: &Place) {
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", LATER]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a"]);
}

#[test]
fn nothing_became_of_a_decision_that_nobody_touched() {
    let (place, _) = adopted(&["approve"]);
    assert_eq!(last_part(&place, "a/1").trim(), "Nothing since.");
    says(&place.printed(&["decision", "a/1"]), &["**What became of it:** nothing since"]);
    let afterwards = place.json(&["decision", "a/1"])["afterwards"].clone();
    assert_eq!((&afterwards["events"], &afterwards["hindsight"]), (&json!([]), &Value::Null));
}

#[test]
fn a_revocation_by_a_later_meeting_is_in_the_decision_and_not_in_the_minutes() {
    let (place, _) = adopted(&["approve"]);
    a_later_meeting(&place);
    place.json(&["minutes", MEETING, "--approve", "--meeting", LATER]);
    let before = place.printed(&["minutes", MEETING]);
    place.json(&["ballot", "open", "a", "--motion", "suspend", "--until", "2027-01-31"]);
    place.json(&["ballot", "close", "a/2"]);
    place.json(&["ballot", "declare", "a/2"]);
    place.json(&["ballot", "open", "a", "--motion", "revoke"]);
    carried(&place, "a/3");
    let after = place.printed(&["minutes", MEETING]);
    assert_eq!(before, after, "the minutes of an earlier meeting do not change");
    says(&after, &["adopted; granted from 2026-11-24; no last day was stated"]);
    assert_eq!(place.json(&["minutes", MEETING])["approved"]["same_text"], true);
    says(
        &last_part(&place, "a/1"),
        &[
            "| Brought back before the council by ballot a/2, in the meeting of 2026-12-08: to suspend, not adopted |",
            "| The certification was revoked from 2026-12-08 by ballot a/3, in the meeting of 2026-12-08 |",
        ],
    );
    assert_eq!(kinds(&place, "a/1"), ["brought-back", "revoked"]);
    assert_eq!(kinds(&place, "a/3"), [Value::Null; 0], "nothing became of the revocation");
}

#[test]
fn conditions_and_the_last_day_are_told_when_they_have_come() {
    let (place, _) = adopted(&[
        "approve-with-conditions",
        "--until",
        "2028-11-24",
        "--condition",
        "Mend the pages | N. Owner | 2027-12-15",
        "--condition",
        "Send the list | N. Owner | 2027-12-16",
    ]);
    place.json(&["condition", "clear", "a/1", "1", "--evidence", "the pages were seen"]);
    let early = on(&place, "a/1", "2027-12-16");
    let [(Kind::ConditionCleared, cleared)] = told(&early)[..] else { panic!("{early:?}") };
    assert!(cleared.starts_with("Condition 1 (Mend the pages): cleared on "), "{cleared}");
    assert!(cleared.ends_with(" by tester (shown by: the pages were seen)"), "{cleared}");
    let late = on(&place, "a/1", "2028-11-25");
    let expected = [
        (Kind::ConditionLapsed, "Condition 2 (Send the list): lapsed: was due 2027-12-16"),
        (Kind::Expired, "The last day of the certification"),
    ];
    assert_eq!(told(&late)[1..], expected);
    place.json(&["ballot", "open", "a", "--motion", "revoke"]);
    carried(&place, "a/2");
    let over = on(&place, "a/1", "2028-11-25");
    let kinds: Vec<Kind> = over.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds.len(), 2, "{over:?}");
    assert!(kinds.contains(&Kind::Revoked), "of what is revoked nothing is asked, and it does not expire");
}

#[test]
fn a_new_vote_an_amendment_and_corrected_times_are_told() {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1", "--next", "ready-for-tac"]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--again", "a/1"]);
    carried(&place, "a/2");
    place.json(&["meeting", "adjourn"]);
    place.json(&["minutes", MEETING, "--amend", "Say Alder Ltd", "--because", "misheard"]);
    let never = ["meeting", "correct", "3", "--meeting", MEETING, "--never", "--because", "Somebody else"];
    place.json(&never);
    let first = last_part(&place, "a/1");
    says(
        &first,
        &[
            "| Taken up again by ballot a/2, in the meeting of 2026-11-24: to approve, adopted |",
            "| The minutes were amended (amendment 1): Say Alder Ltd. Because: misheard. (recorded ",
            "| A time in the room was corrected: ",
            "Somebody else",
            "**FLAG:** by the times corrected later (without seat 3 ",
        ],
    );
    says(&place.printed(&["decision", "a/1"]), &["**What became of it:** FLAG: see the last part"]);
    let mut all = kinds(&place, "a/1");
    all.sort_by_key(Value::to_string);
    assert_eq!(all, ["minutes-amended", "taken-up-again", "time-corrected"]);
    assert_eq!(kinds(&place, "a/2"), ["time-corrected", "minutes-amended"]);
    let shown = place.json(&["ballot", "show", "a/2"])["hindsight"].clone();
    assert_eq!(place.json(&["decision", "a/2"])["afterwards"]["hindsight"], shown);
}
