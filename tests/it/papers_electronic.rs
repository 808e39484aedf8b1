//! The minutes of a vote without a meeting: nobody is in a room, everybody is asked until the deadline.

use docket::{
    council::{
        Position::{Against, For},
        SeatNo,
        electronic::session_id,
    },
    papers::{
        Audience,
        minutes::{self, Minutes},
    },
    record::{Act, Change},
    store::Store,
};
use serde_json::json;

use crate::{
    cli_together::ready,
    dockets::{act, ballot_on, minute},
    electronic::{SAMPLE, declared, open, vote},
    papers::books,
    place::Place,
};

fn written(store: &Store, audience: Audience) -> Minutes {
    let sitting = store.sitting(&session_id(&ballot_on(SAMPLE))).unwrap().unwrap();
    minutes::minutes(&sitting, &books(store), audience).unwrap()
}

/// A declared ballot of five members, of whom one abstained and one did not answer.
fn ended() -> Store {
    let mut store = open(5);
    vote(&mut store, [3, 0, 1, 0]);
    declared(&mut store);
    store
}

#[test]
fn the_minutes_of_a_vote_without_a_meeting() {
    let store = ended();
    let minutes = written(&store, Audience::Internal);
    insta::assert_snapshot!("minutes_electronic_md", minutes.page().markdown());
    assert!(minutes.quorum.is_none() && minutes.attendance.is_empty() && minutes.room.is_empty());
    let vote = minutes.electronic.unwrap();
    assert_eq!((vote.answered.len(), vote.silent.len(), vote.members), (4, 1, 5));
    assert_eq!(vote.answered[0].at.as_deref(), Some("2026-11-23 09:01 UTC"));
}

#[test]
fn an_answer_is_told_by_the_time_of_the_position_that_counts() {
    let mut store = open(5);
    vote(&mut store, [1, 0, 0, 0]);
    let by = |minutes| Act { at: minute(minutes), ..act() };
    let said = |was, now| Change::Voted {
        ballot: ballot_on(SAMPLE),
        seat: SeatNo(1),
        was: Some(was),
        now,
        why: None,
    };
    store.commit(&by(7), vec![said(For, Some(Against))]).unwrap();
    let at = |store: &Store| {
        let answered = written(store, Audience::Internal).electronic.unwrap().answered;
        answered.into_iter().map(|one| one.at.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(at(&store), ["2026-11-23 09:07 UTC"]);
    store.commit(&by(8), vec![said(Against, None)]).unwrap();
    assert!(at(&store).is_empty());
    let open = written(&store, Audience::Internal);
    assert_eq!(open.standing, minutes::Standing::Provisional);
    let page = open.page().markdown();
    assert!(page.contains("DRAFT: the ballot is not declared") && !page.contains(": adopted"), "{page}");
}

/// A place with one electronic ballot, `a/1`, and two answers of three.
fn place() -> Place {
    let place = ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"]);
    for seat in ["1", "2"] {
        place.json(&["vote", "a/1", seat, "for"]);
    }
    place
}

#[test]
fn the_command_line_names_it_by_its_ballot_and_writes_it_the_same_again() {
    let place = place();
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1"]);
    let minutes = place.json(&["minutes", "a/1"]);
    assert_eq!((&minutes["standing"], &minutes["quorum"]), (&json!("declared"), &json!(null)));
    assert_eq!(minutes["electronic"]["silent"], json!(["Celine Dufour"]));
    assert_eq!(minutes, place.json(&["minutes", minutes["meeting"].as_str().unwrap()]));
    let copied = place.path("again.sqlite");
    std::fs::copy(place.docket(), &copied).unwrap();
    for form in
        [&["--format", "md"][..], &["--format", "html"], &["--json"], &["--public"], &["--public", "--json"]]
    {
        let of = |file: &str| place.printed(&[&["minutes", "a/1", "--file", file], form].concat());
        let first = of(place.docket().to_str().unwrap());
        assert_eq!(first, of(place.docket().to_str().unwrap()), "{form:?}");
        assert_eq!(first, of(copied.to_str().unwrap()), "{form:?} of a copy");
        assert!(first.contains("Celine Dufour") && first.contains("2099-01-01"), "{form:?}: {first}");
    }
    let public = place.printed(&["minutes", "a/1", "--public"]);
    assert!(public.starts_with("# Minutes of the electronic ballot 1/1 (public version)"), "{public}");
    for hidden in ["tester", "Bluefield", "NOT MET", "OPEN"] {
        assert!(!public.contains(hidden), "{hidden} in {public}");
    }
    let refused = place.fails(1, &["minutes", "a/1", "--amend", "x", "--because", "y"]);
    assert!(refused.contains("what was declared stands"), "{refused}");
}

#[test]
fn a_vote_that_was_pulled_says_by_whom() {
    let place = place();
    place.json(&["ballot", "pull", "a/1", "--by", "3", "--because", "to be talked over"]);
    let minutes = place.printed(&["minutes", "a/1"]);
    for said in
        ["pulled into a meeting", "pulled into a meeting by Celine Dufour: to be talked over", "no decision"]
    {
        assert!(minutes.contains(said), "{said} in {minutes}");
    }
    let public = place.printed(&["minutes", "a/1", "--public"]);
    assert!(public.contains("by Celine Dufour") && !public.contains("talked over"), "{public}");
}

#[test]
fn the_fingerprint_of_a_vote_that_was_pulled_is_that_of_the_pull() {
    let place = place();
    place.json(&["ballot", "pull", "a/1", "--by", "3"]);
    let papers = || {
        [
            place.printed(&["minutes", "a/1"]),
            place.printed(&["minutes", "a/1", "--json"]),
            place.printed(&["decision", "a/1"]),
        ]
    };
    let then = papers();
    assert!(then[0].contains("entries of the journal, up to the pull."), "{}", then[0]);
    place.json(&["meeting", "open", "2026-11-24"]);
    place.json(&["meeting", "in", "1"]);
    assert_eq!(then, papers());
}

#[test]
fn a_name_that_is_none_says_what_there_is() {
    let place = place();
    for wrong in ["a/2", "a", "2026-11-24", "soon"] {
        let message = place.wrong(&["minutes", wrong]);
        assert!(message.contains("(there is none yet)") && message.contains("(a/1)"), "{message}");
    }
    place.json(&["meeting", "open", "2026-11-24"]);
    let message = place.wrong(&["minutes", "2026-11-25"]);
    assert!(message.contains("by its date (2026-11-24)"), "{message}");
    let help = place.printed(&["minutes", "--help"]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("An electronic ballot: REF/1"), "{help}");
}
