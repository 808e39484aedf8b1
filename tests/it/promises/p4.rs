//! P4: the declared result follows from what is stored, in integers, and from nothing else.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use docket::{
    council::{Base, Mode, Position, RuleSet, SeatNo, Split, Threshold, rules, standing},
    samples,
    store::{Store, StoreEnv},
};
use serde_json::{Value, json};

use super::{
    recount,
    scene::{
        At, BALLOT, at_once, console, raw, refused_at_the_door, refused_by_the_file, run, scene, sound, table,
    },
};
use crate::{ballots::ballot, tally::plainly};

/// Every ballot of the export that was declared came to what it was declared as; gives how many there are.
#[track_caller]
fn counted_again(export: &Value) -> usize {
    let ballots = recount::ballots(export);
    let declared = ballots.iter().filter_map(|(id, ballot)| Some((id, ballot, ballot.declared.as_deref()?)));
    let declared: Vec<_> = declared.collect();
    for (id, ballot, outcome) in &declared {
        assert_eq!(ballot.outcome(), *outcome, "{id}: {ballot:?}");
        let row = export["tables"]["ballot"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| format!("{}/{}", row["application"].as_str().unwrap(), row["n"]) == **id);
        assert_eq!(row.unwrap()["outcome"], *outcome, "{id}");
    }
    declared.len()
}

#[test]
fn p4_every_ballot_of_the_samples_counted_again_from_the_export() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut store, "R. Reviewer", today).unwrap();
    assert!(counted_again(&store.export().unwrap()) >= 2);
}

#[test]
fn p4_a_ballot_with_changes_and_people_leaving_counted_again_from_the_export() {
    assert_eq!(counted_again(&run(&scene(At::Declared), "export")), 1);
    let place = scene(At::Open);
    run(&place, "meeting out 1");
    run(&place, "meeting in 4");
    run(&place, "vote 2026-0001/1 4 abstain");
    run(&place, "vote 2026-0001/1 2 no-response --slip");
    run(&place, "vote 2026-0001/1 2 for");
    run(&place, "meeting in 1");
    run(&place, "meeting out 3");
    run(&place, "ballot close 2026-0001/1 --left 3");
    run(&place, "meeting in 3");
    run(&place, "ballot declare 2026-0001/1");
    assert_eq!(counted_again(&run(&place, "export")), 1);
}

/// Seats 1 and up say this, in order: for, against, abstained, recused; the rest of those present say nothing.
fn positions(split: Split) -> BTreeMap<SeatNo, Position> {
    let times = [split.for_, split.against, split.abstain, split.recused];
    let said = Position::ALL.iter().zip(times).flat_map(|(position, n)| (0..n).map(move |_| *position));
    (1..).map(SeatNo).zip(said).collect()
}

#[test]
fn p4_every_split_of_a_real_ballot_agrees_with_the_second_reckoning() {
    let rules = RuleSet::shipped(rules::DEFAULT).unwrap();
    let mut compared = 0_u32;
    for members in 1..=15 {
        let mut held = ballot(members, Base::Attendance);
        for split in crate::tally::every_split_of(members) {
            held.positions = positions(split);
            let present: Vec<_> = (1..=split.present).map(SeatNo).collect();
            for (threshold, reading) in [
                (Threshold::Majority, Base::Attendance),
                (Threshold::Majority, Base::Unrecused),
                (Threshold::Majority, Base::Cast),
                (Threshold::TwoThirdsOfMembers, Base::Attendance),
            ] {
                (held.threshold, held.reading) = (threshold, reading);
                let ruling = (threshold == Threshold::Majority).then_some(reading);
                let first = standing::result(&rules, &held, &present).unwrap().outcome;
                let second = plainly::reckon(split, Mode::Meeting, threshold, ruling).unwrap().outcome;
                compared += 1;
                assert_eq!(first, second, "{split:?} {threshold} {reading}");
            }
        }
    }
    assert_eq!(compared, 54_263 * 4);
}

#[test]
fn p4_no_other_result_can_be_declared() {
    let place = scene(At::Closed);
    let ballot = json!({ "application": "2026-0001", "n": 1 });
    for outcome in ["not-adopted", "no-decision", "needs-ruling"] {
        let declared = json!({ "change": "declared", "ballot": ballot, "outcome": outcome,
            "next": if outcome == "not-adopted" { "decided" } else { "ready-for-tac" }, "granted": null });
        refused_at_the_door(&place, &declared);
        refused_by_the_file(
            &place,
            &[&format!(
                "UPDATE ballot SET state = 'declared', declared = '2026-11-24T12:00:00Z', outcome = '{outcome}'"
            )],
        );
    }
    // Not even the right one, but by the one door.
    refused_by_the_file(
        &place,
        &[
            "UPDATE ballot SET state = 'declared', declared = '2026-11-24T12:00:00Z', outcome = 'adopted'",
            "INSERT INTO certification (application, ballot, organisation, program, edition, first_day, meeting) SELECT \
             application, n, organisation, program, edition, as_of, meeting FROM ballot",
        ],
    );
    let mut screen = console(&place);
    screen.press("g m enter enter").see("CLOSED, NOT DECLARED").press("D 1 enter").see("ADOPTED");
    drop(screen);
    assert_eq!(counted_again(&run(&place, "export")), 1);
    sound(&place);
}

#[test]
fn p4_rows_altered_after_closing_decide_nothing() {
    for sql in [
        "INSERT INTO attendance (meeting, seat, since) SELECT meeting, 4, since FROM attendance WHERE seat = 5",
        "UPDATE meeting SET reading = 'cast'",
        "UPDATE seat SET employer = 'Halm Beratung' WHERE n = 1",
    ] {
        let place = scene(At::Closed);
        assert!(raw(&place).execute(sql, []).unwrap() > 0, "{sql} touched nothing");
        assert!(place.fails(3, &["ballot", "declare", BALLOT]).contains("than the journal"), "{sql}");
    }
}

#[test]
fn p4_two_processes_that_vote_and_close_come_to_what_the_journal_says() {
    let place = scene(At::Open);
    let close = format!("ballot close {BALLOT}");
    let vote = |seat: u32, position: &str| format!("vote {BALLOT} {seat} {position} --changed");
    let commands = [vote(1, "against"), vote(5, "for"), close.clone(), vote(2, "abstain"), vote(3, "for")];
    at_once(&place, &commands.iter().map(String::as_str).collect::<Vec<_>>());
    if table(&place, "ballot")[0]["state"] == "open" {
        run(&place, &close);
    }
    run(&place, "ballot declare 2026-0001/1");
    assert_eq!(counted_again(&run(&place, "export")), 1);
    sound(&place);
}
