//! A docket for tests: who acts, what comes in, and a meeting with its votes.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use docket::{
    council::{Attendance, BallotId, Base, MeetingId, Motion, Outcome, Position, Seat, SeatNo},
    record::{Act, Change, Granted, Role, Standing, ballot},
    review::{
        Evidence, Facts, Holder, Kind, Ref, Remark, Stage,
        application::Presented,
        facts::{Contact, Demo, Organisation, Parent},
    },
    rules::{Credential, EditionId, Program, RequirementId},
    store::{Store, StoreEnv},
};

/// A day of November 2026.
pub(crate) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// A minute of 2026-11-23 from 09:00 on.
pub(crate) fn minute(minutes: i64) -> DateTime<Utc> {
    day(23).and_hms_opt(9, 0, 0).unwrap().and_utc() + TimeDelta::minutes(minutes)
}

/// An act of `actor` as lead, at that minute of 2026-11-23.
pub(crate) fn act_of(actor: &str, minutes: i64) -> Act {
    Act { actor: actor.to_owned(), role: Some(Role::Lead), at: minute(minutes), today: day(23) }
}

/// An act of the reviewer of most tests.
pub(crate) fn act() -> Act {
    act_of("R. Reviewer", 0)
}

/// An empty docket in memory; its ids and salts are the same every time.
pub(crate) fn docket() -> Store {
    Store::in_memory(StoreEnv::counting()).unwrap()
}

/// What an organisation of that name puts forward.
pub(crate) fn facts(name: &str) -> Facts {
    Facts {
        organisation: Organisation {
            name: name.to_owned(),
            employees: Some(140),
            website: Some("https://example.org".to_owned()),
            parent: Some(Parent { name: format!("{name} Holding"), employees: Some(1_200) }),
            ..Organisation::default()
        },
        contact: Contact { name: Some("C. Contact".to_owned()), email: Some("c@example.org".to_owned()) },
        practising_since: None,
        credentials: BTreeMap::from([(Credential::Focp, Some(20))]),
        holders: vec![Holder {
            n: 1,
            name: "H. Holder".to_owned(),
            credential: Credential::Fcp,
            issued: Some(day(1)),
            expires: None,
            employed: true,
            badge: None,
        }],
        evidence: vec![Evidence {
            n: 1,
            requirement: RequirementId::from("PLT-E3-O2"),
            url: Some("https://example.org/case".to_owned()),
            title: None,
            date: Some(day(2)),
        }],
        claims: Vec::new(),
        features: Vec::new(),
        working_groups: Vec::new(),
        demo: Demo::default(),
        linked: Vec::new(),
        note: None,
    }
}

/// A platform application of that ref and name comes in.
pub(crate) fn received(reference: &str, name: &str) -> Change {
    Change::Received {
        application: Ref::from(reference),
        program: Program::Platform,
        kind: Kind::New,
        edition: EditionId::from("2023"),
        received: day(2),
        stage: Stage::Received,
        facts: facts(name),
        remarks: vec![Remark { field: "note".to_owned(), text: "a remark".to_owned() }],
        original: format!("{{\"ref\":\"{reference}\"}}"),
    }
}

/// An application moves on.
pub(crate) fn staged(store: &Store, reference: &str, stage: Stage) -> Change {
    let application = store.application(&Ref::from(reference)).unwrap().unwrap();
    let review = application.review;
    let presented = (stage == Stage::ReadyForTac)
        .then(|| Presented { by: "L. Lead".to_owned(), because: "the council asked for it".to_owned() });
    Change::Staged {
        application: application.reference,
        was: Standing {
            stage: review.stage,
            since: review.since,
            parked: review.parked,
            presented: review.presented,
        },
        now: Standing { stage, since: day(23), parked: None, presented },
        because: (review.stage == Stage::Decided).then(|| "asked for again".to_owned()),
    }
}

/// Seat `n`; the first one presides.
pub(crate) fn seat(n: u32) -> Seat {
    Seat {
        chair: n == 1,
        from: Some(day(1)),
        ..Seat::new(SeatNo(n), format!("Holder {n}"), format!("Employer {n}"))
    }
}

/// The meeting of the tests.
pub(crate) fn meeting() -> MeetingId {
    MeetingId::from("2026-11-23")
}

/// The first ballot on an application.
pub(crate) fn ballot_on(reference: &str) -> BallotId {
    BallotId { application: Ref::from(reference), n: 1 }
}

/// Somebody comes in.
pub(crate) fn comes_in(n: u32, minutes: i64) -> Change {
    Change::Attended {
        meeting: meeting(),
        seat: SeatNo(n),
        was: None,
        now: Some(Attendance { seat: SeatNo(n), since: minute(minutes), left: None }),
    }
}

/// A ballot on an application is opened in the meeting.
pub(crate) fn opened(store: &Store, reference: &str) -> Change {
    let meeting = store.meeting(&meeting()).unwrap().unwrap();
    let application = store.application(&Ref::from(reference)).unwrap().unwrap();
    let earlier = store.ballots_of(&application.reference).unwrap();
    ballot::open(&meeting, &application, &earlier, Motion::Approve, day(23)).unwrap()
}

/// A seat takes a position for the first time.
pub(crate) fn voted(reference: &str, n: u32, position: Position) -> Change {
    Change::Voted { ballot: ballot_on(reference), seat: SeatNo(n), was: None, now: Some(position), why: None }
}

/// The ballot is closed with these seats in the room.
pub(crate) fn closed(reference: &str, present: &[u32]) -> Change {
    Change::BallotClosed {
        ballot: ballot_on(reference),
        present: present.iter().copied().map(SeatNo).collect(),
        left: Vec::new(),
        saw: None,
    }
}

/// The ballot is declared adopted.
pub(crate) fn adopted(reference: &str) -> Change {
    Change::Declared {
        ballot: ballot_on(reference),
        outcome: Outcome::Adopted,
        next: Stage::Decided,
        granted: Some(Granted { from: day(23), until: None }),
    }
}

/// Commits one change.
pub(crate) fn commit(store: &mut Store, change: Change) {
    store.commit(&act(), vec![change]).unwrap_or_else(|error| panic!("{error}"));
}

/// Two applications, three seats, a meeting in session with all of them in the room, and a ballot open on the first.
pub(crate) fn in_session(store: &mut Store) {
    commit(store, received("2026-0001", "Nordlicht Cloud AG"));
    commit(store, received("2026-0002", "Québec Conseil"));
    for stage in [Stage::InReview, Stage::ReadyForTac] {
        let change = staged(store, "2026-0001", stage);
        commit(store, change);
    }
    let seats = (1..=3).map(|n| Change::Seated { was: None, now: Some(seat(n)) });
    store.commit(&act(), seats.collect()).unwrap();
    commit(store, Change::Planned { meeting: meeting(), date: day(23), rules: "finops-tac".to_owned() });
    commit(
        store,
        Change::AgendaSet { meeting: meeting(), was: Vec::new(), now: vec![Ref::from("2026-0001")] },
    );
    commit(store, Change::Called { meeting: meeting(), reading: Base::Attendance });
    for n in 1..=3 {
        commit(store, comes_in(n, 0));
    }
    let change = opened(store, "2026-0001");
    commit(store, change);
}

/// The ballot of [`in_session`] is voted on, closed and declared, and the meeting adjourned.
pub(crate) fn decide(store: &mut Store) {
    commit(store, voted("2026-0001", 1, Position::For));
    commit(store, voted("2026-0001", 2, Position::For));
    commit(store, voted("2026-0001", 3, Position::Recused));
    commit(store, closed("2026-0001", &[1, 2, 3]));
    commit(store, adopted("2026-0001"));
    commit(store, Change::Adjourned { meeting: meeting() });
}
