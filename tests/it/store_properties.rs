//! Whatever is done, in whatever order: the journal replayed gives the same tables, and undo gives back what was there.

use docket::{
    council::{MeetingId, Motion, Position, SeatNo},
    record::{Assignment, Change, Field, amend, ballot, meeting},
    review::{
        Application, Check, Evidence, Finding, Item, ItemKind, Ref, Stage, Status, application::DemoReview,
        facts::LiveDemo,
    },
    store::{CommitError, Store},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::dockets::{act_of, day, docket, received, seat, staged};

/// Something somebody tries: which kind of thing, and two choices of what.
type Attempt = (u8, u8, u8);

fn pick<T: Copy>(choice: u8, of: &[T]) -> T {
    of[usize::from(choice) % of.len()]
}

fn reference(choice: u8) -> Ref {
    Ref::from(pick(choice, &["2026-0001", "2026-0002", "2026-0003"]))
}

/// The change that an attempt makes of what is there; `None` where there is nothing to make it of.
fn change(store: &Store, (kind, a, b): Attempt) -> Option<Change> {
    let reference = reference(a);
    let Some(application) = store.application(&reference).unwrap() else {
        return Some(received(reference.as_str(), pick(b, &["Nordlicht AG", "Québec Conseil"])));
    };
    match kind % 16 {
        0..=8 => Some(reviewed(store, &application, kind, b)),
        9 => {
            let was = store.seats().unwrap().into_iter().find(|seat| seat.n == SeatNo(1 + u32::from(a % 3)));
            let holder = pick(b, &["Holder", "Successor"]).to_owned();
            let now = (!b.is_multiple_of(4))
                .then(|| docket::council::Seat { holder, ..seat(1 + u32::from(a % 3)) });
            Some(Change::Seated { was, now })
        }
        _ => in_meeting(store, &application, kind, b),
    }
}

fn reviewed(store: &Store, application: &Application, kind: u8, b: u8) -> Change {
    let Application { reference, facts, review, .. } = application;
    let application = reference.clone();
    match kind % 16 {
        0 => {
            let requirement = pick(b, &["PLT-E3-M1", "PLT-E3-M2", "PLT-E3-O2"]).into();
            let was = review.findings.get(&requirement).cloned();
            let status = pick(b / 3, &[Status::Met, Status::NotMet]);
            let because = Some("because".to_owned());
            let now = Finding { status, justification: because, text: None, until: None };
            Change::Found { application, requirement, was, now: (!b.is_multiple_of(5)).then_some(now) }
        }
        1 => {
            let item = pick(b, &[Item::new(ItemKind::Holder, 1), Item::new(ItemKind::Evidence, 1)]);
            let was = review.checks.get(&item).cloned();
            let now = pick(b / 2, &[Some(true), Some(false), None]);
            let rejected = Check::Rejected { reason: Some("not theirs".to_owned()) };
            let now = now.map(|good| if good { Check::Accepted { count: None } } else { rejected });
            Change::Checked { application, item, was, now }
        }
        2 => {
            let n = facts.evidence.iter().map(|one| one.n).max().unwrap_or(0) + 1;
            let requirement = "PLT-E3-O2".into();
            let now = Evidence { n, requirement, url: None, title: Some("seen".to_owned()), date: None };
            match facts.evidence.last().filter(|_| b.is_multiple_of(3)) {
                Some(last) => Change::Given { application, was: Some(last.clone()), now: None },
                None => Change::Given { application, was: None, now: Some(now) },
            }
        }
        3 => Change::Assigned {
            application,
            was: Assignment { assignee: review.assignee.clone(), due: review.due },
            now: Assignment { assignee: Some(pick(b, &["A", "B"]).to_owned()), due: Some(day(25)) },
        },
        4 | 5 => staged(store, application.as_str(), pick(b, Stage::ALL)),
        6 => {
            let held = LiveDemo { date: Some(day(20)), minutes: Some(60), passed: Some(b.is_multiple_of(2)) };
            let now = DemoReview { asked: b.is_multiple_of(3), planned: Some(day(20)), held: Some(held) };
            Change::Demonstrated { application, was: review.demo.clone(), now }
        }
        7 => {
            let n = store.notes(&application).unwrap().last().map_or(0, |note| note.n);
            let text = (!b.is_multiple_of(3)).then(|| "a note".to_owned());
            Change::Noted { application, n: if text.is_some() { n + 1 } else { n }, text }
        }
        _ => {
            let field = pick(b, Field::ALL);
            let now = pick(b / 8, &["17", "true", "general", "2026-02-03", "2026-0002 2026-0009"]);
            Change::Amended {
                application,
                field,
                was: amend::get(facts, field),
                now: (!b.is_multiple_of(7)).then(|| now.to_owned()),
            }
        }
    }
}

fn in_meeting(store: &Store, application: &Application, kind: u8, b: u8) -> Option<Change> {
    let known: Vec<MeetingId> = store.meetings().unwrap().into_iter().map(|row| row.id).collect();
    let Some(id) = store.open_meeting().unwrap().or_else(|| known.first().cloned()) else {
        return Some(meeting::plan(&known, day(23), "finops-tac"));
    };
    let session = store.meeting(&id).unwrap().unwrap();
    let rules = store.council_rules("finops-tac").unwrap();
    let waiting = session.open_ballot();
    match kind % 16 {
        10 => {
            let mut agenda = session.agenda.clone();
            match agenda.iter().position(|one| *one == application.reference) {
                Some(place) => _ = agenda.remove(place),
                None => agenda.push(application.reference.clone()),
            }
            Some(meeting::set_agenda(&session, agenda))
        }
        11 => {
            let call = meeting::call_to_order(&session, &rules, &[]).ok();
            call.or_else(|| b.is_multiple_of(8).then(|| meeting::plan(&known, day(23), "finops-tac")))
        }
        12 => {
            let seat = SeatNo(1 + u32::from(b % 3));
            let act = act_of("A", i64::from(b));
            meeting::come_in(&session, seat, &act).or_else(|_| meeting::go_out(&session, seat, &act)).ok()
        }
        13 => {
            let earlier = store.ballots_of(&application.reference).unwrap();
            ballot::open(&session, application, &earlier, pick(b, Motion::ALL), day(23)).ok()
        }
        14 => {
            let position = pick(b / 3, &[Some(Position::For), Some(Position::Recused), None]);
            ballot::vote(&session, waiting?, SeatNo(1 + u32::from(b % 3)), position).ok()
        }
        _ => {
            let declare = || ballot::declare(&rules, &session, waiting?, None).ok();
            let close = || ballot::close(&session, waiting?).ok();
            close().or_else(declare).or_else(|| meeting::adjourn(&session).ok())
        }
    }
}

fn tables(store: &Store) -> Value {
    store.export().unwrap()["tables"].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_journal_gives_the_tables_and_undo_gives_back(
        attempts in prop::collection::vec((any::<Attempt>(), any::<bool>()), 1..60),
    ) {
        let mut store = docket();
        for (minutes, (attempt, taken_back)) in (1_i64..).zip(attempts) {
            let Some(change) = change(&store, attempt) else { continue };
            let act = act_of(pick(attempt.2, &["A", "B"]), minutes);
            let (before, entries) = (tables(&store), store.entries().unwrap());
            match store.commit(&act, vec![change.clone()]) {
                Err(CommitError::Refused(_)) => {
                    prop_assert_eq!(store.entries().unwrap(), entries);
                    prop_assert_eq!(tables(&store), before);
                }
                Err(error) => prop_assert!(false, "{change:?}: {error}"),
                Ok(_) if taken_back && store.undoable(&act.actor).unwrap().is_some() => {
                    store.undo(&act).unwrap();
                    prop_assert_eq!(tables(&store), before, "{:?}", change);
                }
                Ok(_) => {}
            }
        }
        let verified = store.verify(None).unwrap();
        prop_assert!(verified.ok, "{verified:#?}");
        let mut copy = docket();
        if store.entries().unwrap() > 0 {
            copy.load_export(&store.export().unwrap()).unwrap();
            prop_assert_eq!(copy.export().unwrap(), store.export().unwrap());
        }
    }
}
