//! What papers say of a meeting in which something was ruled, corrected or entered late.

use crate::{
    cli_vote::{ready, voting},
    place::Place,
};

const MEETING: &str = "2026-11-24";
const BALLOT: &str = "2026-0001/1";

/// What a verb prints to people.
fn printed(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn minutes(place: &Place) -> String {
    printed(place, &["minutes", MEETING])
}

fn says(text: &str, all: &[&str]) {
    for said in all {
        assert!(text.contains(said), "{said} in {text}");
    }
}

/// Votes on the open ballot, closes and declares it.
fn decided(place: &Place, votes: &[(&str, &str)]) {
    for (seat, said) in votes {
        place.json(&["vote", BALLOT, seat, said]);
    }
    place.json(&["ballot", "close", BALLOT]);
    place.json(&["ballot", "declare", BALLOT]);
}

#[test]
fn a_ruling_in_the_meeting_is_named_where_it_decided() {
    let place = ready();
    place.json(&["meeting", "open", MEETING]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "2026-0001"]);
    place.json(&["ruling", "reading", "cast", "--because", "As the others do", "--role", "chair"]);
    place.json(&["ballot", "open", "2026-0001", "--motion", "approve"]);
    decided(&place, &[("1", "for"), ("2", "abstain"), ("3", "abstain")]);
    let decision = printed(&place, &["decision", BALLOT]);
    for paper in [minutes(&place), decision] {
        says(
            &paper,
            &[
                "**Reading at the call to order:** **A majority of those in attendance decides**",
                "But ruling 1 changed it at ",
                "for the ballots opened after it: a majority of the votes for and against decides",
                "more than 1/2 of the votes for and against (ruling 1 by Amara Thornwick of ",
                "; in the place of charter, section 3: a majority of those in attendance",
            ],
        );
        assert!(!paper.contains("no ruling put another in its place"), "{paper}");
        assert!(!paper.contains("(stated: charter, section 3: a majority"), "{paper}");
    }
}

#[test]
fn a_reading_that_no_ruling_touched_is_that_of_the_charter() {
    let place = voting();
    place.json(&["ruling", "reading", "cast", "--because", "From now on", "--role", "chair"]);
    decided(&place, &[("1", "for"), ("2", "for")]);
    says(
        &minutes(&place),
        &["more than 1/2 (stated: charter, section 3: a majority of those in attendance", "ruling 1 changed it"],
    );
}
