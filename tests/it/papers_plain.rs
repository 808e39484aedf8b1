//! Minutes as somebody reads them who was not there: what is unusual is said beside what it is about.

use crate::{
    cli_together,
    papers_motions::{adopted, carried, meeting, says},
    place::Place,
};

const MEETING: &str = "2026-11-24";

fn minutes(place: &Place) -> String {
    place.printed(&["minutes", MEETING])
}

fn public(place: &Place) -> String {
    place.printed(&["minutes", MEETING, "--public"])
}

/// What the minutes say of the decisions in short.
fn in_short(paper: &str) -> &str {
    paper.split("## Decisions in short").nth(1).unwrap().split("## ").next().unwrap()
}

#[test]
fn an_approval_says_on_which_day_it_was_recorded_and_that_this_was_too_early() {
    let place = adopted(&["approve"]).0;
    place.json(&["meeting", "adjourn"]);
    place.json(&["meeting", "open", "2099-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2099-12-08"]);
    for paper in [minutes(&place), public(&place)] {
        let line = paper.lines().find(|line| line.contains("**Minutes approved:**")).unwrap();
        let recorded = line.split("by the meeting of 2099-12-08, recorded ").nth(1).unwrap();
        assert_eq!(&recorded[..2], "20", "the day is said: {line}");
        assert_eq!(recorded.find(" UTC"), Some("2026-11-23 13:44".len()), "{line}");
        says(line, &["BEFORE THE DAY OF THAT MEETING; SHA-256"]);
    }
}

#[test]
fn what_was_granted_without_being_ready_is_marked_beside_the_grant() {
    let place = adopted(&["approve"]).0;
    let internal = "WARNING: it was not ready when the ballot was opened (incomplete); presented all the same by L. \
                    Lead (entered by tester, role recorded: lead): asked.";
    let paper = minutes(&place);
    says(&paper, &["**Presented all the same:** L. Lead (entered by tester, role recorded: lead): asked."]);
    says(in_short(&paper), &[internal]);
    says(paper.split("- **Granted:** ").nth(1).unwrap().lines().next().unwrap(), &[internal]);
    let paper = public(&place);
    for hidden in ["WARNING", "not ready", "presented", "role recorded", "asked.", "L. Lead", "incomplete"] {
        assert!(!paper.contains(hidden), "{hidden}: {paper}");
    }
}

#[test]
fn who_takes_on_and_enters_what_is_not_ready_is_named_once() {
    let place = cli_together::ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["stage", "a", "in-review"]);
    let again = ["stage", "a", "ready-for-tac", "--because", "asked", "--presented-by", "tester"];
    place.json(&[&again[..], &["--role", "lead"]].concat());
    place.json(&["meeting", "open", MEETING]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a"]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/1");
    says(&minutes(&place), &["**Presented all the same:** tester (role recorded: lead): asked."]);
}

#[test]
fn days_of_what_was_not_granted_are_those_of_the_motion() {
    let place = meeting(&[("a", "Alder", "platform", &[])]);
    let days = ["--from", "2026-12-01", "--until", "2028-11-30"];
    place.json(&[&["ballot", "open", "a", "--motion", "approve"][..], &days].concat());
    let moved = "; moved: from 2026-12-01; until 2028-11-30";
    says(in_short(&minutes(&place)), &[moved]);
    place.json(&["ballot", "close", "a/1"]);
    place.json(&["ballot", "declare", "a/1"]);
    for paper in [minutes(&place), public(&place)] {
        says(in_short(&paper), &[&format!("not adopted{moved}")]);
    }
}

#[test]
fn a_consent_motion_marks_each_item_that_was_not_ready() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    place.json(&["meeting", "consent", "a", "b"]);
    place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    carried(&place, "a/1");
    let table = minutes(&place);
    let table = table.split("Its items, voted on together").nth(1).unwrap().split("The one roll call").next();
    assert_eq!(table.unwrap().matches("WARNING: it was not ready").count(), 2);
}

#[test]
fn each_ruling_has_a_number_and_the_first_ballot_it_was_used_for() {
    let place = meeting(&[("a", "Alder", "platform", &[]), ("b", "Birch", "platform", &[])]);
    let ruled = |reading| {
        let because = ["--because", "Asked", "--role", "chair"];
        place.json(&[&["ruling", "reading", reading][..], &because].concat());
    };
    ruled("cast");
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/1");
    ruled("unrecused");
    ruled("attendance");
    place.json(&["ballot", "open", "b", "--motion", "approve"]);
    carried(&place, "b/1");
    let paper = minutes(&place);
    says(
        &paper,
        &[
            ". Changed 3 times in the meeting: see rulings 1, 2, 3 below",
            "first used for ballot a/1",
            "none was opened in this meeting while it held",
            "first used for ballot b/1",
            "of the votes for and against (ruling 1 by ",
            "in attendance, quorum being met; so again by ruling 3 by ",
        ],
    );
    assert!(!paper.contains("But ruling"), "{paper}");
    says(&public(&place), &["first used for ballot 1/1", "first used for ballot 2/1"]);
}

#[test]
fn what_was_pulled_says_what_followed() {
    let place = meeting(&[
        ("a", "Alder", "platform", &[]),
        ("b", "Birch", "platform", &[]),
        ("c", "Ash", "platform", &[]),
    ]);
    place.json(&["meeting", "consent", "a", "b", "c"]);
    place.json(&["meeting", "pull", "c", "--by", "3"]);
    place.json(&["ballot", "open", "--consent", "--motion", "approve"]);
    place.json(&["ballot", "pull", "b/1", "--by", "3"]);
    says(
        &minutes(&place),
        &["b: pulled out of it by Celine Dufour; nothing is decided on it yet in this meeting"],
    );
    carried(&place, "a/1");
    place.json(&["ballot", "open", "b", "--motion", "approve"]);
    carried(&place, "b/2");
    place.json(&["ballot", "open", "c", "--motion", "decline"]);
    carried(&place, "c/1");
    says(
        &minutes(&place),
        &[
            "b: pulled out of it by Celine Dufour; voted on after that by ballot b/2, item 2",
            "c: pulled from the consent list by Celine Dufour; voted on after that by ballot c/1, item 3",
            "pulled before it was decided: no decision; voted on after that by ballot b/2, item 2",
            "takes up ballot b/1 again, which was pulled to a vote of its own",
        ],
    );
}

#[test]
fn a_ballot_says_that_the_one_it_takes_up_was_electronic_and_pulled() {
    let place = cli_together::ready(&[("a", "Alder", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve", "--electronic", "--deadline", "2099-01-01"]);
    place.json(&["ballot", "pull", "a/1", "--by", "3"]);
    says(
        &place.printed(&["minutes", "a/1"]),
        &["no decision; the minutes of the meeting that takes it up say what was decided"],
    );
    place.json(&["meeting", "open", MEETING]);
    place.json(&["meeting", "in", "1", "2", "3"]);
    place.json(&["meeting", "agenda", "a"]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    carried(&place, "a/2");
    let again = "again, which was electronic and was pulled into a meeting";
    says(&minutes(&place), &[&format!("takes up ballot a/1 {again}")]);
    says(&public(&place), &[&format!("takes up ballot 1/1 {again}")]);
}

#[test]
fn in_public_there_is_no_ref_and_of_a_condition_only_the_day() {
    let place = meeting(&[
        ("jane-doe", "Alder", "training-partner", &["doe-jane"]),
        ("doe-jane", "Alder", "instructor", &[]),
        ("doe-too", "Birch", "platform", &[]),
    ]);
    let conditions = [
        ["--condition", "Mend the pages | N. Owner | 2026-12-15"],
        ["--condition", "Train somebody | M. Owner | 2027-01-15"],
    ];
    let motion = ["--motion", "approve-with-conditions", "--in-force", "when-cleared"];
    place.json(&[&["ballot", "open", "doe-too"], &motion[..], &conditions.concat()].concat());
    carried(&place, "doe-too/1");
    place.json(&["meeting", "consent", "jane-doe", "doe-jane"]);
    place.json(&[
        "ballot",
        "open",
        "doe-jane",
        "--motion",
        "approve-with-conditions",
        conditions[0][0],
        conditions[0][1],
    ]);
    carried(&place, "jane-doe/1");
    place.json(&["ballot", "open", "doe-too", "--motion", "suspend"]);
    carried(&place, "doe-too/2");
    let paper = public(&place);
    says(
        &paper,
        &[
            "in force once 2 conditions are cleared, due 2026-12-15, 2027-01-15",
            "under 1 condition, due 2026-12-15",
            "the certification granted by ballot 3/1",
            "### Ballot 3/1",
            "What was found of the requirements is not part of the public version.",
        ],
    );
    for form in ["md", "html", "json"] {
        let paper = place.printed(&["minutes", MEETING, "--public", "--format", form]);
        for hidden in ["jane", "doe-", "Mend", "Train somebody", "Owner"] {
            assert!(!paper.contains(hidden), "{hidden} in {paper}");
        }
    }
}

#[test]
fn what_came_after_the_fingerprint_is_counted() {
    let place = adopted(&["approve"]).0;
    place.json(&["meeting", "adjourn"]);
    assert!(!minutes(&place).contains("Not in the fingerprint"));
    place.json(&["meeting", "correct", "3", "--meeting", MEETING, "--never", "--because", "Not she"]);
    place.json(&["minutes", MEETING, "--amend", "Item 1: it said 3, it should say 2", "--because", "typo"]);
    let both =
        "**Not in the fingerprint:** 2 later entries that these minutes print: 1 amendment, 1 corrected time";
    says(&minutes(&place), &[both]);
    place.json(&["meeting", "open", "2026-12-08"]);
    place.json(&["minutes", MEETING, "--approve", "--meeting", "2026-12-08"]);
    let three = "3 later entries that these minutes print: 1 approval, 1 amendment, 1 corrected time";
    says(&minutes(&place), &[three, "the docket still gives the text of that hash"]);
    says(&public(&place), &[three]);
}

#[test]
fn who_recused_themselves_is_told_with_what_ties_them_to_the_applicant() {
    let place = meeting(&[("a", "Cobalt Ltd", "platform", &[])]);
    place.json(&["ballot", "open", "a", "--motion", "approve"]);
    for seat in ["2", "3"] {
        place.json(&["vote", "a/1", seat, "recused"]);
    }
    let recused = "**Recused (2)**: Bastian Krol (works for Cobalt Ltd, hard), Celine Dufour\n";
    says(&minutes(&place), &[recused]);
    let paper = public(&place);
    says(&paper, &["**Recused (2)**: Bastian Krol, Celine Dufour\n"]);
    assert!(!paper.contains("works for"), "{paper}");
}

#[test]
fn in_public_a_vote_without_a_meeting_has_no_ref_either() {
    let place = cli_together::ready(&[("jane-doe", "Alder", "platform", &[])]);
    let electronic = ["--electronic", "--deadline", "2099-01-01"];
    let condition = ["--condition", "Mend the pages | N. Owner | 2026-12-15"];
    let motion = ["ballot", "open", "jane-doe", "--motion", "approve-with-conditions"];
    place.json(&[&motion[..], &electronic, &condition].concat());
    carried(&place, "jane-doe/1");
    for form in ["md", "html", "json"] {
        let paper = place.printed(&["minutes", "jane-doe/1", "--public", "--format", form]);
        says(&paper, &["1/1", "under 1 condition, due 2026-12-15"]);
        for hidden in [
            "not ready",
            "all the same",
            "role recorded",
            "jane",
            "Mend",
            "Owner",
            "L. Lead",
            "asked",
            "PLT-E3",
        ] {
            assert!(!paper.contains(hidden), "{hidden} in {paper}");
        }
    }
}
