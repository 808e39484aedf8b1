//! Motions over several ballots through the one door: a consent motion with one item pulled and one conflicted, and a
//! pair of which neither half is granted alone.

use docket::{
    council::{
        Ballot, BallotState, Base, Meeting, Motion, Outcome, Position, SeatNo, Terms,
        together::{Candidate, FallsOut, Pulled, company, part},
    },
    record::{Act, Change, Moved, Role, ballot, meeting as session, together},
    review::{Ref, Stage, queue::Window},
    rules::Program,
    store::{CommitError, Store},
};

use crate::{
    council::seats,
    desks::console,
    dockets::{act, ballot_on, commit, day, docket, facts, meeting, minute, received, staged},
};

/// An application of `name` for `program` is ready for the council.
fn ready(store: &mut Store, reference: &str, name: &str, program: Program, linked: &[&str]) {
    let mut change = received(reference, name);
    if let Change::Received { facts: put, program: asked, .. } = &mut change {
        *put = facts(name);
        put.organisation.parent = None;
        put.linked = linked.iter().copied().map(Ref::from).collect();
        *asked = program;
    }
    commit(store, change);
    for stage in [Stage::InReview, Stage::ReadyForTac] {
        let change = staged(store, reference, stage);
        commit(store, change);
    }
}

fn now(store: &Store) -> Meeting {
    store.meeting(&meeting()).unwrap().unwrap()
}

fn on(store: &Store, reference: &str) -> Ballot {
    store.ballot(&ballot_on(reference)).unwrap().unwrap()
}

fn outcome(store: &Store, reference: &str) -> Option<Outcome> {
    match on(store, reference).state {
        BallotState::Declared { outcome, .. } => Some(outcome),
        _ => None,
    }
}

fn stage(store: &Store, reference: &str) -> Stage {
    store.application(&Ref::from(reference)).unwrap().unwrap().review.stage
}

fn granted(store: &Store) -> Vec<String> {
    let register = store.certifications(Window { first: 0, rows: 10 }).unwrap();
    let mut refs: Vec<_> = register.into_iter().map(|one| one.reference.to_string()).collect();
    refs.sort();
    refs
}

/// A meeting in session, nine of fifteen in the room, these items on its agenda.
fn sits(store: &mut Store, agenda: &[&str]) {
    store.commit(&act(), seats(15)).unwrap();
    commit(store, session::plan(&[], day(23), "finops-tac"));
    let agenda = session::set_agenda(&now(store), agenda.iter().copied().map(Ref::from).collect());
    commit(store, agenda);
    let chair = Act { role: Some(Role::Chair), ..act() };
    store.commit(&chair, vec![Change::Called { meeting: meeting(), reading: Base::Attendance }]).unwrap();
    for n in 1..=9 {
        let change = session::come_in(&now(store), SeatNo(n), &act()).unwrap();
        commit(store, change);
    }
}

fn listed(store: &mut Store, refs: &[&str]) {
    let meeting = now(store);
    let changes = refs.iter().filter_map(|reference| together::list(&meeting, &Ref::from(*reference), true));
    store.commit(&act(), changes.collect()).unwrap();
}

/// The changes that open one motion on these.
fn opening(store: &Store, refs: &[Ref]) -> Vec<Change> {
    let open = |reference: &Ref| {
        let application = store.application(reference).unwrap().unwrap();
        let earlier = store.ballots_of(reference).unwrap();
        ballot::open(&now(store), &application, &earlier, Motion::Approve, day(23)).unwrap()
    };
    together::put_together(refs.iter().map(open).collect())
}

fn refs(refs: &[&str]) -> Vec<Ref> {
    refs.iter().copied().map(Ref::from).collect()
}

fn says(store: &mut Store, reference: &str, seat: u32, position: Position) -> Result<(), CommitError> {
    let (meeting, ballot) = (now(store), on(store, reference));
    let changes =
        together::each(&meeting, &ballot, |one| ballot::vote(&meeting, one, SeatNo(seat), Some(position)));
    store.commit(&act(), changes.unwrap()).map(drop)
}

fn close(store: &mut Store, reference: &str) {
    let (meeting, ballot) = (now(store), on(store, reference));
    let changes = together::each(&meeting, &ballot, |one| ballot::close(&meeting, one)).unwrap();
    store.commit(&act(), changes).unwrap();
}

fn declare(store: &mut Store, reference: &str) {
    let (meeting, ballot) = (now(store), on(store, reference));
    let rules = store.council_rules("finops-tac").unwrap();
    let changes =
        together::each(&meeting, &ballot, |one| ballot::declare(&rules, &meeting, one, None)).unwrap();
    store.commit(&act(), changes).unwrap();
}

/// Four items on the consent list; seat 4 works for one of the applicants.
fn four_items() -> Store {
    let mut store = docket();
    for (reference, name) in
        [("a", "Alder Ltd"), ("b", "Birch Ltd"), ("c", "Nordlicht Cloud AG"), ("d", "Dogwood Ltd")]
    {
        ready(&mut store, reference, name, Program::Platform, &[]);
    }
    sits(&mut store, &["a", "b", "c", "d"]);
    listed(&mut store, &["a", "b", "c", "d"]);
    store
}

fn candidates(store: &Store) -> Vec<Candidate> {
    let meeting = now(store);
    let present: Vec<_> = meeting.present().cloned().collect();
    let candidate = |reference: &Ref| {
        let application = store.application(reference).unwrap().unwrap();
        Candidate {
            reference: reference.clone(),
            stage: application.review.stage,
            pulled: meeting.consent[reference].pulled.clone(),
            voted: None,
            conflicts: store.conflicts().unwrap().of_seats(&present, (&application).into(), meeting.date),
            partners: store.partners(reference, day(23)).unwrap(),
        }
    };
    meeting.agenda.iter().map(candidate).collect()
}

#[test]
fn a_consent_motion_without_what_is_conflicted_or_pulled() {
    let mut store = four_items();
    let pulled = Pulled { by: SeatNo(5), because: Some("the price list".to_owned()) };
    let change = together::pull_item(&now(&store), &Ref::from("b"), pulled.clone());
    commit(&mut store, change);
    let parted = part(&candidates(&store));
    assert_eq!(parted.together, refs(&["a", "d"]));
    assert_eq!(parted.out[0], (Ref::from("b"), FallsOut::Pulled(pulled)));
    assert!(matches!(&parted.out[1], (reference, FallsOut::Conflict(_)) if reference.as_str() == "c"));
    // The door holds it against whoever opens it all the same.
    for (wrong, why) in [("b", "pulled by seat 5"), ("c", "conflict of seat 4")] {
        let changes = opening(&store, &refs(&["a", wrong, "d"]));
        let refused = store.commit(&act(), changes).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused}");
    }
    let changes = opening(&store, &parted.together);
    store.commit(&act(), changes).unwrap();
    for seat in 1..=5 {
        says(&mut store, "d", seat, Position::For).unwrap();
    }
    assert_eq!(on(&store, "a").positions.len(), 5, "what is said of one is said of all");
    assert!(says(&mut store, "a", 6, Position::Recused).unwrap_err().to_string().contains("pull the items"));
    close(&mut store, "a");
    declare(&mut store, "a");
    assert_eq!(
        (outcome(&store, "a"), outcome(&store, "d")),
        (Some(Outcome::Adopted), Some(Outcome::Adopted))
    );
    assert_eq!(granted(&store), ["a", "d"]);
    assert_eq!((stage(&store, "b"), stage(&store, "c")), (Stage::OnAgenda, Stage::OnAgenda));
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn a_consent_list_that_is_too_short_for_a_conflict_says_whose() {
    let mut store = four_items();
    let meeting = now(&store);
    let off = ["b", "d"].map(|reference| together::list(&meeting, &Ref::from(reference), false).unwrap());
    store.commit(&act(), off.to_vec()).unwrap();
    let mut screen = console(store, 120, 36);
    screen.press("g m tab c").see("item 3 falls out: conflict of seat 4 Dmitri Olsen and Nordlicht");
    screen.see("it takes two i").see_no("mark them");
}

#[test]
fn a_consent_motion_of_the_console_holds_as_long_as_was_ruled() {
    let mut screen = console(four_items(), 120, 36);
    screen.press("g m R").type_text("validity").press("enter").type_text("24").press("enter enter");
    screen.type_text("So the programme wants it").press("enter y").see("ruling made");
    screen.press("tab c").see("Each until 2028-11-22, by ruling 1.");
}

#[test]
fn an_item_pulled_from_an_open_motion_gets_a_vote_of_its_own() {
    let mut store = four_items();
    let changes = opening(&store, &refs(&["a", "b", "d"]));
    store.commit(&act(), changes).unwrap();
    for seat in 1..=5 {
        says(&mut store, "a", seat, Position::For).unwrap();
    }
    let pulled = Pulled { by: SeatNo(6), because: Some("recused".to_owned()) };
    // The leading ballot goes as well as any other.
    let changes = together::pull(&now(&store), &on(&store, "a"), &pulled, |_, _| false).unwrap();
    assert_eq!(changes.len(), 1);
    store.commit(&act(), changes).unwrap();
    assert_eq!(outcome(&store, "a"), Some(Outcome::NoDecision));
    assert_eq!((on(&store, "a").pulled, stage(&store, "a")), (Some(pulled), Stage::ReadyForTac));
    let application = store.application(&Ref::from("a")).unwrap().unwrap();
    let waits = ballot::open(&now(&store), &application, &[], Motion::Approve, day(23));
    assert!(waits.is_err(), "one motion at a time");
    says(&mut store, "d", 7, Position::Against).unwrap();
    close(&mut store, "b");
    declare(&mut store, "b");
    assert_eq!(granted(&store), ["b", "d"]);
    assert_eq!((on(&store, "b").positions.len(), on(&store, "a").positions.len()), (6, 5));
    let changes = opening(&store, &refs(&["a"]));
    store.commit(&act(), changes).unwrap();
    let own = store.ballots_of(&Ref::from("a")).unwrap().pop().unwrap();
    assert_eq!((own.id.n, own.is_open(), own.positions.len()), (2, true, 0));
    assert!(store.verify(None).unwrap().ok);
}

#[test]
fn the_door_takes_a_motion_as_a_whole() {
    let mut store = four_items();
    let changes = opening(&store, &refs(&["a", "b"]));
    store.commit(&act(), changes).unwrap();
    let refused = |store: &mut Store, change: Change| {
        let refused = store.commit(&act(), vec![change]).unwrap_err().to_string();
        assert!(refused.contains("are one motion"), "{refused}");
    };
    let meeting = now(&store);
    let alone = ballot::vote(&meeting, &on(&store, "a"), SeatNo(1), Some(Position::For)).unwrap();
    refused(&mut store, alone);
    let alone = ballot::close(&meeting, &on(&store, "b")).unwrap();
    refused(&mut store, alone);
    close(&mut store, "a");
    let rules = store.council_rules("finops-tac").unwrap();
    let alone = ballot::declare(&rules, &now(&store), &on(&store, "a"), None).unwrap();
    refused(&mut store, alone);
    declare(&mut store, "b");
    assert_eq!(outcome(&store, "a"), Some(Outcome::NotAdopted), "nobody was for");
}

#[test]
fn what_was_said_of_a_motion_is_taken_back_as_one() {
    let mut store = four_items();
    let changes = opening(&store, &refs(&["a", "b"]));
    store.commit(&act(), changes).unwrap();
    says(&mut store, "a", 1, Position::For).unwrap();
    store.undo(&act()).unwrap();
    assert!(on(&store, "a").positions.is_empty() && on(&store, "b").positions.is_empty());
}

#[test]
fn the_consent_list_is_changed_and_undone() {
    let mut store = four_items();
    let change = together::list(&now(&store), &Ref::from("d"), false).unwrap();
    commit(&mut store, change);
    assert_eq!(now(&store).consent.len(), 3);
    assert_eq!(together::list(&now(&store), &Ref::from("d"), false), None);
    store.undo(&act()).unwrap();
    assert_eq!(now(&store).consent.len(), 4);
    let by = Pulled { by: SeatNo(99), because: None };
    let nobody = together::pull_item(&now(&store), &Ref::from("d"), by);
    assert!(store.commit(&act(), vec![nobody]).is_err(), "a member pulls");
    let silent = Pulled { by: SeatNo(1), because: Some(" ".to_owned()) };
    let silent = together::pull_item(&now(&store), &Ref::from("d"), silent);
    assert!(store.commit(&act(), vec![silent]).is_err());
}

/// A training partner and its instructor on the agenda, linked by one of the two.
fn pair(linked: (&[&str], &[&str])) -> Store {
    let mut store = docket();
    ready(&mut store, "academy", "Lumen Academy", Program::TrainingPartner, linked.0);
    ready(&mut store, "teacher", "Lumen Academy", Program::Instructor, linked.1);
    sits(&mut store, &["academy", "teacher"]);
    store
}

#[test]
fn a_pair_is_one_motion_whichever_of_the_two_is_linked() {
    let links: [(&[&str], &[&str]); 3] =
        [(&["teacher"], &["academy"]), (&["teacher"], &[]), (&[], &["academy"])];
    for linked in links {
        let mut store = pair(linked);
        for (one, other) in [("academy", "teacher"), ("teacher", "academy")] {
            let partners = store.partners(&Ref::from(one), day(23)).unwrap();
            let beside = company(&Ref::from(one), Motion::Approve, &partners, Some(&meeting())).unwrap();
            assert_eq!(beside, refs(&[other]));
            let alone = opening(&store, &refs(&[one]));
            let refused = store.commit(&act(), alone).unwrap_err().to_string();
            assert!(refused.contains("neither is granted without the other"), "{refused}");
        }
        let changes = opening(&store, &refs(&["teacher", "academy"]));
        store.commit(&act(), changes).unwrap();
        for seat in 1..=5 {
            says(&mut store, "academy", seat, Position::For).unwrap();
        }
        // A conflict with one half is a conflict with both.
        says(&mut store, "teacher", 6, Position::Recused).unwrap();
        close(&mut store, "academy");
        declare(&mut store, "teacher");
        assert_eq!(granted(&store), ["academy", "teacher"]);
        assert!(store.verify(None).unwrap().ok);
    }
}

/// The last ballot on `reference` is voted on, closed and declared, with all that is one motion with it: adopted.
fn carry(store: &mut Store, reference: &str) {
    let last = |store: &Store| store.ballots_of(&Ref::from(reference)).unwrap().pop().unwrap();
    for seat in 1..=5 {
        let (meeting, ballot) = (now(store), last(store));
        let said = together::each(&meeting, &ballot, |one| {
            ballot::vote(&meeting, one, SeatNo(seat), Some(Position::For))
        });
        store.commit(&act(), said.unwrap()).unwrap();
    }
    let (session, ballot) = (now(store), last(store));
    let closed = together::each(&session, &ballot, |one| ballot::close(&session, one)).unwrap();
    store.commit(&act(), closed).unwrap();
    let (session, ballot) = (now(store), last(store));
    let rules = store.council_rules("finops-tac").unwrap();
    let declared =
        together::each(&session, &ballot, |one| ballot::declare(&rules, &session, one, None)).unwrap();
    store.commit(&act(), declared).unwrap();
}

#[test]
fn half_a_pair_is_not_pulled_alone_and_the_other_goes_alone_once_one_is_certified() {
    let mut store = pair((&["teacher"], &[]));
    let changes = opening(&store, &refs(&["teacher", "academy"]));
    store.commit(&act(), changes).unwrap();
    let pulled = Pulled { by: SeatNo(1), because: None };
    let alone = together::pull(&now(&store), &on(&store, "teacher"), &pulled, |_, _| false).unwrap();
    let refused = store.commit(&act(), alone).unwrap_err().to_string();
    assert!(refused.contains("neither is granted without the other"), "{refused}");
    let both = together::pull(&now(&store), &on(&store, "teacher"), &pulled, |_, _| true).unwrap();
    assert_eq!(both.len(), 2);
    store.commit(&act(), both).unwrap();
    assert_eq!((outcome(&store, "teacher"), granted(&store)), (Some(Outcome::NoDecision), Vec::new()));
    // Later both are granted; a second instructor is then granted alone.
    let changes = opening(&store, &refs(&["teacher", "academy"]));
    store.commit(&act(), changes).unwrap();
    carry(&mut store, "teacher");
    assert_eq!(granted(&store), ["academy", "teacher"]);
    ready(&mut store, "second", "Lumen Academy", Program::Instructor, &["academy"]);
    let agenda = session::set_agenda(&now(&store), refs(&["academy", "teacher", "second"]));
    commit(&mut store, agenda);
    let partners = store.partners(&Ref::from("second"), day(23)).unwrap();
    assert_eq!(company(&Ref::from("second"), Motion::Approve, &partners, Some(&meeting())), Ok(Vec::new()));
    let changes = opening(&store, &refs(&["second"]));
    store.commit(&Act { at: minute(5), ..act() }, changes).unwrap();
}

#[test]
fn a_partner_whose_certification_rests_or_was_taken_back_is_not_certified() {
    let mut store = pair((&["teacher"], &[]));
    let changes = opening(&store, &refs(&["teacher", "academy"]));
    store.commit(&act(), changes).unwrap();
    carry(&mut store, "teacher");
    ready(&mut store, "second", "Lumen Academy", Program::Instructor, &["academy"]);
    let agenda = session::set_agenda(&now(&store), refs(&["academy", "teacher", "second"]));
    commit(&mut store, agenda);
    let certified =
        |store: &Store, on| store.partners(&Ref::from("second"), on).unwrap().iter().any(|one| one.certified);
    assert!(certified(&store, day(23)));
    let decided = |store: &mut Store, moved: Moved| {
        let academy = store.application(&Ref::from("academy")).unwrap().unwrap();
        let earlier = store.ballots_of(&academy.reference).unwrap();
        let opened = ballot::open(&now(store), &academy, &earlier, moved, day(23)).unwrap();
        commit(store, opened);
        carry(store, "academy");
    };
    let terms = Terms { until: Some(day(25)), ..Terms::default() };
    decided(&mut store, Moved { terms, ..Motion::Suspend.into() });
    assert!(!certified(&store, day(23)), "it rests");
    assert!(certified(&store, day(26)), "it has rested");
    let alone = opening(&store, &refs(&["second"]));
    let refused = store.commit(&act(), alone).unwrap_err().to_string();
    assert!(refused.contains("neither is granted without the other"), "{refused}");
    decided(&mut store, Motion::Revoke.into());
    assert!(!certified(&store, day(26)), "it was taken back");
}
