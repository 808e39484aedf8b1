use super::{Table, all_met, altered, at, docket, in_role, with};
use crate::{
    council::{Ballot, BallotId, BallotState, Outcome},
    record::{
        Act, Assignment, Before, Change, Field, Role, RulesKind, Standing,
        check::Note,
        sample::{self, day, reference},
    },
    review::{
        Application, Check, Evidence, Finding, Item, ItemKind, Ref, Stage, Status,
        application::{DemoReview, Presented},
        facts::LiveDemo,
    },
    rules::{EditionId, RequirementId, shipped},
};

fn change(kind: &str) -> Change {
    let named = |change: &Change| serde_json::to_value(change).unwrap()["change"] == kind;
    sample::every_change().into_iter().find(named).unwrap()
}

#[test]
fn a_docket_is_founded_once_by_somebody_and_takes_rules_it_can_read() {
    let mut table = Table::new();
    let nobody = Act { actor: " ".to_owned(), ..sample::act() };
    table.ask("founding", &Before::default(), change("founded"));
    table.ask("founding twice", &docket(), change("founded"));
    table.ask("another form", &Before::default(), Change::Founded { docket: "x".to_owned(), schema: 2 });
    table.ask("before the founding", &Before::default(), change("seated"));
    table.ask_as("by nobody", &docket(), change("seated"), &nobody);
    let text = shipped::edition_text(&EditionId::from("2023")).unwrap().to_owned();
    let taken =
        |id: &str, text: String| Change::RulesTaken { kind: RulesKind::Edition, id: id.to_owned(), text };
    table.ask("an edition", &docket(), taken("2023", text.clone()));
    table.ask("an edition under another id", &docket(), taken("2024", text.clone()));
    table.ask("an edition again", &Before { kept: true, ..docket() }, taken("2023", text));
    insta::assert_snapshot!(table, @r"
    founding: yes
    founding twice: this docket is founded already, as 0f1e2d3c; start another one in a file of its own
    another form: form 2 of the record is not known here; found the docket with form 1
    before the founding: this file holds no docket yet; found it with its first change
    by nobody: a change by nobody; say who makes it, with --actor
    an edition: yes
    an edition under another id: the text of edition 2024 calls itself 2023; correct the rules
    an edition again: edition 2023 is kept in this docket already; give changed rules an id of their own
    ");
}

#[test]
fn an_application_arrives_once_under_known_rules() {
    let fresh = Before { application: None, ..at(Stage::Received) };
    let mut table = Table::new();
    table.ask("arriving", &fresh, change("received"));
    table.ask("arriving again", &at(Stage::Received), change("received"));
    table.ask("edition unknown", &Before { edition: None, ..fresh.clone() }, change("received"));
    let arrival = change("received");
    table.ask("another edition", &fresh, altered(&arrival, "/edition", "2026"));
    table.ask("a ref with a space", &fresh, altered(&arrival, "/application", "a b"));
    table.ask("already decided", &fresh, altered(&arrival, "/stage", Stage::Decided));
    table.ask("without a name", &fresh, altered(&arrival, "/facts/organisation/name", " "));
    let twice = [sample::evidence(1), sample::evidence(1)];
    table.ask("a number twice", &fresh, altered(&arrival, "/facts/evidence", twice));
    table.ask("a number 0", &fresh, altered(&arrival, "/facts/claims/0/n", 0));
    table.ask("a second submission", &at(Stage::Received), change("submitted"));
    table.ask("a second one again", &Before { submissions: 2, ..at(Stage::Received) }, change("submitted"));
    table.ask("a submission for nobody", &fresh, change("submitted"));
    insta::assert_snapshot!(table, @r"
    arriving: yes
    arriving again: 2026-0007 is queued already; add a submission to it, or give this one another ref
    edition unknown: the edition is not known; see `docket editions` for those that are
    another edition: edition 2026 is not known; see `docket editions` for those that are
    a ref with a space: `a b` cannot be a ref; give letters, digits and signs without spaces
    already decided: an application does not begin as decided; begin it as enquiry or received
    without a name: an application without a name of its organisation; give one
    a number twice: a number that is 0 or used twice among the evidence; number them from 1, each by a number of its own
    a number 0: a number that is 0 or used twice among the claims; number them from 1, each by a number of its own
    a second submission: yes
    a second one again: the number of submissions of 2026-0007 changed meanwhile: the change saw 1, now it is 2; look at it again
    a submission for nobody: application 2026-0007 is not known; see the queue for those that are
    ");
}

#[test]
fn what_is_decided_is_not_reviewed_until_it_is_moved_back() {
    let decided = at(Stage::Decided);
    for kind in ["submitted", "amended", "found", "checked", "given", "demonstrated"] {
        let says = "2026-0007 is decided; to review it again, move it back to in-review first, with a reason";
        let refused = super::check(&change(kind), &decided, &sample::act()).unwrap_err();
        assert_eq!(refused.to_string(), says, "{kind}");
        let refused = super::check_undo(&change(kind), &decided, &sample::act()).unwrap_err();
        assert_eq!(refused.to_string(), says, "{kind}, taken back");
    }
    let was = Standing::of(&decided.application.as_ref().unwrap().review);
    let now = Standing::moved(Stage::InReview, sample::act().today);
    let because = Some("a new owner".to_owned());
    let back = Change::Staged { application: reference(), was, now, because };
    assert_eq!(super::check(&back, &decided, &sample::act()), Ok(()));
    let note = Change::Noted { application: reference(), n: 2, text: Some("Quiet".to_owned()) };
    assert_eq!(super::check(&note, &decided, &sample::act()), Ok(()));
}

#[test]
fn while_a_ballot_is_not_declared_only_notes_are_written() {
    let mut before = all_met(Stage::OnAgenda);
    let mut ballot =
        Ballot { id: BallotId { application: reference(), n: 1 }, ..crate::council::sample::ballot(1) };
    let closed = BallotState::Closed { at: sample::minute(20), present: Vec::new() };
    let declared = BallotState::Declared {
        closed: sample::minute(20),
        present: Vec::new(),
        at: sample::minute(21),
        outcome: Outcome::NoDecision,
    };
    let mut table = Table::new();
    let note = Change::Noted { application: reference(), n: 2, text: Some("Quiet".to_owned()) };
    for state in [BallotState::Open, closed] {
        ballot.state = state;
        before.ballots = vec![ballot.clone()];
        for kind in
            ["submitted", "amended", "found", "checked", "given", "assigned", "staged", "demonstrated"]
        {
            let refused = super::check(&change(kind), &before, &sample::act()).unwrap_err();
            assert_eq!(
                refused.to_string(),
                "2026-0007 is locked while ballot 2026-0007/1 is not declared; close and declare it first"
            );
        }
        table.ask("a note", &before, note.clone());
    }
    ballot.state = declared;
    before.ballots = vec![ballot];
    table.ask("given once it is declared", &before, change("given"));
    insta::assert_snapshot!(table, @r"
    a note: yes
    a note: yes
    given once it is declared: yes
    ");
}

fn found(requirement: &str, was: Option<Finding>, now: Option<Finding>) -> Change {
    Change::Found { application: reference(), requirement: RequirementId::from(requirement), was, now }
}

#[test]
fn findings() {
    let before = at(Stage::InReview);
    let met = || Some(sample::finding(Status::Met));
    let waived = |until| {
        Some(Finding {
            justification: Some("In migration".to_owned()),
            until,
            ..sample::finding(Status::Waived)
        })
    };
    let mut table = Table::new();
    table.ask("met", &before, found("PLT-E3-M2", None, met()));
    table.ask(
        "met, seen as not met",
        &before,
        found("PLT-E3-M2", Some(sample::finding(Status::NotMet)), met()),
    );
    table.ask("another program's", &before, found("ENT-E3-P1", None, met()));
    table.ask("against what was computed", &before, found("PLT-E3-O2", None, met()));
    table.ask("another application's", &docket(), found("PLT-E3-M2", None, met()));
    table.ask("waived by a reviewer", &before, found("PLT-E3-M2", None, waived(Some(day(12, 31)))));
    let lead = in_role(Role::Lead);
    table.ask_as("waived by the lead", &before, found("PLT-E3-M2", None, waived(Some(day(12, 31)))), &lead);
    table.ask_as("waived for ever", &before, found("PLT-E3-M2", None, waived(None)), &lead);
    table.ask_as(
        "waived until yesterday",
        &before,
        found("PLT-E3-M2", None, waived(Some(day(11, 22)))),
        &lead,
    );
    table.ask_as(
        "a prerequisite waived",
        &before,
        found("PLT-E3-P1", None, waived(Some(day(12, 31)))),
        &lead,
    );
    let mut was_waived = before.clone();
    let review = &mut was_waived.application.as_mut().unwrap().review;
    review.findings.insert("PLT-E3-M2".into(), waived(Some(day(12, 31))).unwrap());
    let worded =
        waived(Some(day(12, 31))).map(|finding| Finding { text: Some("Soon".to_owned()), ..finding });
    table.ask("the text of a waiver", &was_waived, found("PLT-E3-M2", waived(Some(day(12, 31))), worded));
    table.ask_back("a waiver put back", &before, found("PLT-E3-M2", None, waived(Some(day(12, 31)))));
    table.ask_back("put back over another", &was_waived, found("PLT-E3-M2", None, met()));
    insta::assert_snapshot!(table, @r"
    met: yes
    met, seen as not met: the finding on PLT-E3-M2 of 2026-0007 changed meanwhile: the change saw not met, now it is open; look at it again
    another program's: requirement ENT-E3-P1 of Platform in edition 2023 is not known; see the handbook for those that are
    against what was computed: PLT-E3-O2 was computed as not met; to find otherwise, give a justification
    another application's: application 2026-0007 is not known; see the queue for those that are
    waived by a reviewer: a waiver is for the lead; do it in the role of lead
    waived by the lead: yes
    waived for ever: a waiver of PLT-E3-M2 needs a reason and the last day it holds
    waived until yesterday: a waiver until 2026-11-22 is over already; give a later day
    a prerequisite waived: PLT-E3-P1 is a prerequisite, which the edition does not let be waived
    the text of a waiver: yes
    a waiver put back: yes
    put back over another: the finding on PLT-E3-M2 of 2026-0007 changed meanwhile: the change saw open, now it is waived until 2026-12-31; look at it again
    ");
}

#[test]
fn items() {
    let before = at(Stage::InReview);
    let check =
        |kind, n, was, now| Change::Checked { application: reference(), item: Item::new(kind, n), was, now };
    let accepted = |count| Some(Check::Accepted { count });
    let given = |was, now| Change::Given { application: reference(), was, now };
    let mut table = Table::new();
    table.ask("a claim, 2 times", &before, check(ItemKind::Claim, 1, None, accepted(Some(2))));
    table.ask("a claim, never", &before, check(ItemKind::Claim, 1, None, accepted(Some(0))));
    table.ask("a claim, too often", &before, check(ItemKind::Claim, 1, None, accepted(Some(10_001))));
    table.ask("a holder, counted", &before, check(ItemKind::Holder, 1, None, accepted(Some(1))));
    table.ask("a claim not there", &before, check(ItemKind::Claim, 2, None, accepted(None)));
    table.ask(
        "seen as rejected",
        &before,
        check(ItemKind::Feature, 1, Some(Check::Rejected { reason: None }), None),
    );
    table.ask("evidence added", &before, given(None, Some(sample::evidence(2))));
    table.ask("evidence under a number in use", &before, given(None, Some(sample::evidence(1))));
    table.ask("evidence numbered 0", &before, given(None, Some(sample::evidence(0))));
    let bare = Evidence { url: None, title: None, date: None, ..sample::evidence(2) };
    table.ask("evidence of nothing", &before, given(None, Some(bare)));
    let other = Evidence { requirement: "ENT-E3-P1".into(), ..sample::evidence(2) };
    table.ask("evidence for another program", &before, given(None, Some(other)));
    table.ask("evidence taken back", &before, given(Some(sample::evidence(1)), None));
    let mut checked = before.clone();
    let review = &mut checked.application.as_mut().unwrap().review;
    review.checks.insert(Item::new(ItemKind::Evidence, 1), Check::Accepted { count: None });
    table.ask("checked evidence taken back", &checked, given(Some(sample::evidence(1)), None));
    table.ask("nothing given", &before, given(None, None));
    insta::assert_snapshot!(table, @r"
    a claim, 2 times: yes
    a claim, never: yes
    a claim, too often: 10001 times is more than can be; give 0 to 10000
    a holder, counted: h1 is no claim, so that it is not counted; accept it without a count
    a claim not there: claim c2 of 2026-0007 is not known; look at the application for what it puts forward
    seen as rejected: the check of f1 of 2026-0007 changed meanwhile: the change saw rejected, now it is unchecked; look at it again
    evidence added: yes
    evidence under a number in use: evidence e1 of 2026-0007 changed meanwhile: the change saw none, now it is Case study; look at it again
    evidence numbered 0: evidence keeps its number, and the first is 1; give it its number
    evidence of nothing: e2 says nothing; give a link, a title or a day
    evidence for another program: requirement ENT-E3-P1 of platform is not known; see the handbook for those that are
    evidence taken back: yes
    checked evidence taken back: e1 has been checked; clear its check first
    nothing given: no evidence before and none after; give some
    ");
}

#[test]
fn facts_assignments_and_notes() {
    let before = at(Stage::InReview);
    let text = |text: &str| Some(text.to_owned());
    let amended = |field, was, now| Change::Amended { application: reference(), field, was, now };
    let mut table = Table::new();
    table.ask("a size", &before, amended(Field::Employees, text("140"), text("141")));
    table.ask("a size, stale", &before, amended(Field::Employees, None, text("141")));
    table.ask("a size that is none", &before, amended(Field::Employees, text("140"), text("50+")));
    table.ask("a size spelt oddly", &before, amended(Field::Employees, text("140"), text("0141")));
    table.ask("a name cleared", &before, amended(Field::OrganisationName, text("Nordlicht Cloud AG"), None));
    let assigned = |was: Option<&str>, now: Option<&str>| Change::Assigned {
        application: reference(),
        was: Assignment { assignee: was.map(str::to_owned), due: None },
        now: Assignment { assignee: now.map(str::to_owned), due: Some(day(12, 1)) },
    };
    table.ask("assigned", &before, assigned(None, Some("R. Reviewer")));
    table.ask("assigned, stale", &before, assigned(Some("Another"), Some("R. Reviewer")));
    table.ask("assigned to a blank", &before, assigned(None, Some(" ")));
    let noted =
        |n, text: Option<&str>| Change::Noted { application: reference(), n, text: text.map(str::to_owned) };
    table.ask("a note", &before, noted(2, Some("Call them")));
    table.ask("a note over another", &before, noted(1, Some("Call them")));
    table.ask("an empty note", &before, noted(2, Some("\n")));
    table.ask("another's note taken back", &before, noted(1, None));
    let mut own = before.clone();
    own.notes.push(Note { n: 2, actor: sample::act().actor, taken_back: false });
    own.notes.push(Note { n: 3, actor: "Another".to_owned(), taken_back: false });
    table.ask("the own last one taken back", &own, noted(2, None));
    own.notes[1].taken_back = true;
    table.ask("and again", &own, noted(2, None));
    insta::assert_snapshot!(table, @r"
    a size: yes
    a size, stale: organisation.employees of 2026-0007 changed meanwhile: the change saw none, now it is 140; look at it again
    a size that is none: `50+` cannot be organisation.employees: give a whole number of people, digits only
    a size spelt oddly: `0141` is written `141` in organisation.employees
    a name cleared: organisation.name cannot be left open: give a name
    assigned: yes
    assigned, stale: the assignment of 2026-0007 changed meanwhile: the change saw Another, due none, now it is none, due none; look at it again
    assigned to a blank: an assignee without a name; give one, or leave it to nobody
    a note: yes
    a note over another: the notes on 2026-0007 changed meanwhile: the change saw 0 in number, now it is 1 in number; look at it again
    an empty note: a note that says nothing; write something
    another's note taken back: note 1 is not the last one of R. Reviewer here; take back your own last one only
    the own last one taken back: yes
    and again: note 2 is not the last one of R. Reviewer here; take back your own last one only
    ");
}

fn staged(was: Stage, now: Standing) -> Change {
    Change::Staged { application: reference(), was: sample::standing(was), now, because: None }
}

#[test]
fn stages() {
    use Stage::{Decided, InReview, OnAgenda, ReadyForTac, Received};
    let today = |stage| Standing::moved(stage, day(11, 23));
    let presented = |because: &str| Standing {
        presented: Some(Presented { by: "L. Lead".to_owned(), because: because.to_owned() }),
        ..today(ReadyForTac)
    };
    let lead = in_role(Role::Lead);
    let mut table = Table::new();
    table.ask("into review", &at(Received), staged(Received, today(InReview)));
    table.ask("into review, stale", &at(InReview), staged(Received, today(InReview)));
    table.ask(
        "into review, as of last week",
        &at(Received),
        staged(Received, Standing::moved(InReview, day(11, 16))),
    );
    table.ask("a stage left out", &at(Received), staged(Received, today(ReadyForTac)));
    table.ask("onto an agenda", &at(ReadyForTac), staged(ReadyForTac, today(OnAgenda)));
    table.ask("decided", &at(OnAgenda), staged(OnAgenda, today(Decided)));
    table.ask("ready", &all_met(InReview), staged(InReview, today(ReadyForTac)));
    let unready =
        super::check(&staged(InReview, today(ReadyForTac)), &at(InReview), &sample::act()).unwrap_err();
    assert!(unready.to_string().starts_with("not ready for the council"), "{unready}");
    table.ask("presented by a reviewer", &at(InReview), staged(InReview, presented("Pilot")));
    table.ask_as("presented by the lead", &at(InReview), staged(InReview, presented("Pilot")), &lead);
    table.ask_as("presented for no reason", &at(InReview), staged(InReview, presented(" ")), &lead);
    let elsewhere = Standing { stage: InReview, ..presented("Pilot") };
    table.ask_as("presented in review", &at(Received), staged(Received, elsewhere), &lead);
    let parked = |until| Standing { parked: Some(until), ..sample::standing(InReview) };
    table.ask("parked", &at(InReview), staged(InReview, parked(day(12, 24))));
    table.ask("parked until yesterday", &at(InReview), staged(InReview, parked(day(11, 22))));
    let since = Standing { since: day(11, 2), ..parked(day(12, 24)) };
    table.ask("parked since another day", &at(InReview), staged(InReview, since));
    let back = Change::Staged {
        application: reference(),
        was: sample::standing(InReview),
        now: Standing::moved(Stage::Enquiry, day(10, 1)),
        because: None,
    };
    let again = |because: Option<&str>| Change::Staged {
        application: reference(),
        was: sample::standing(Decided),
        now: Standing::moved(InReview, day(11, 23)),
        because: because.map(str::to_owned),
    };
    table.ask("decided, into review again", &at(Decided), again(None));
    table.ask("the same for a reason", &at(Decided), again(Some("new owner")));
    table.ask("back to the enquiry", &at(InReview), back.clone());
    table.ask_back("the same by undo", &at(InReview), back.clone());
    table.ask_back("by undo, but stale", &at(Received), back);
    insta::assert_snapshot!(table, @r"
    into review: yes
    into review, stale: the stage of 2026-0007 changed meanwhile: the change saw received since 2026-11-01, now it is in review since 2026-11-01; look at it again
    into review, as of last week: it moves today, not on 2026-11-16; say since 2026-11-23
    a stage left out: what is received cannot become ready for TAC; it can become in review, awaiting applicant, withdrawn
    onto an agenda: on agenda comes from the meeting alone: put the application on an agenda, or decide it by a ballot
    decided: decided comes from the meeting alone: put the application on an agenda, or decide it by a ballot
    ready: yes
    presented by a reviewer: presenting what is not ready is for the lead; do it in the role of lead
    presented by the lead: yes
    presented for no reason: presented without a name or a reason; say who takes it on, and why it goes to the council
    presented in review: an application that is in-review is not presented; present it as it becomes ready-for-tac
    parked: yes
    parked until yesterday: set aside until a day that is over; give a later day
    parked since another day: a day that changes while the stage does not; leave the day as it is
    decided, into review again: a decided application taken up again without a reason; say why it is reviewed again
    the same for a reason: yes
    back to the enquiry: what is in review cannot become enquiry; it can become received, awaiting applicant, ready for TAC, withdrawn
    the same by undo: yes
    by undo, but stale: the stage of 2026-0007 changed meanwhile: the change saw in review since 2026-11-01, now it is received since 2026-11-01; look at it again
    ");
}

#[test]
fn live_demos() {
    let before = at(Stage::InReview);
    let demo = |was: DemoReview, now: DemoReview| Change::Demonstrated { application: reference(), was, now };
    let planned = |on| DemoReview { planned: Some(on), ..DemoReview::default() };
    let held = |date| DemoReview {
        held: Some(LiveDemo { date, minutes: Some(60), passed: Some(true) }),
        ..DemoReview::default()
    };
    let met = all_met(Stage::InReview);
    let has = met.application.as_ref().unwrap().review.demo.clone();
    let mut table = Table::new();
    let early = super::check(&demo(DemoReview::default(), planned(day(11, 30))), &before, &sample::act());
    assert!(early.unwrap_err().to_string().starts_with("the documents are not in: "));
    table.ask("planned", &met, demo(has.clone(), planned(day(11, 30))));
    table.ask("planned for yesterday", &met, demo(has.clone(), planned(day(11, 22))));
    table.ask("held", &before, demo(DemoReview::default(), held(Some(day(11, 23)))));
    table.ask("held tomorrow", &before, demo(DemoReview::default(), held(Some(day(11, 24)))));
    table.ask("held on no day", &before, demo(DemoReview::default(), held(None)));
    table.ask("stale", &before, demo(has, DemoReview::default()));
    let mut waiting = before.clone();
    waiting.application.as_mut().unwrap().review.demo = planned(day(11, 30));
    table.ask("the plan dropped", &waiting, demo(planned(day(11, 30)), DemoReview::default()));
    table.ask_back("planned by undo", &before, demo(DemoReview::default(), planned(day(11, 30))));
    insta::assert_snapshot!(table, @r"
    planned: yes
    planned for yesterday: 2026-11-22 is over; plan it for a later day, or record it as held
    held: yes
    held tomorrow: a live demo that was held has a day, today or before; give the day
    held on no day: a live demo that was held has a day, today or before; give the day
    stale: the live demo of 2026-0007 changed meanwhile: the change saw planned for none, held on 2026-11-20, now it is planned for none, held on none; look at it again
    the plan dropped: yes
    planned by undo: yes
    ");
}

#[test]
fn another_application_than_the_one_loaded_is_not_known() {
    let other = with(Application { reference: Ref::from("2026-0001"), ..sample::application() });
    let refused = super::check(&found("PLT-E3-M2", None, None), &other, &sample::act()).unwrap_err();
    assert!(refused.is_wrong_input(), "{refused}");
}
