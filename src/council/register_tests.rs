//! Where a certification stands, day by day.

use chrono::NaiveDate;

use super::{Certification, Curb, CurbKind, OpenConditions, Standing, State};
use crate::{
    council::{
        InForce,
        condition::{Clearing, Imposed},
        sample::{condition, day},
    },
    rules::Program,
};

/// Granted from 2026-11-24, for good.
fn granted() -> Certification {
    Certification {
        reference: "2026-0007".into(),
        organisation: "Nordlicht Cloud AG".to_owned(),
        program: Program::Platform,
        edition: "2023".into(),
        from: day(11, 24),
        until: None,
        meeting: Some("2026-11-24".into()),
        ballot: "2026-0007/1".to_owned(),
        in_force: InForce::Now,
        conditions: Vec::new(),
        curbs: Vec::new(),
    }
}

fn asks(n: u32, due: NaiveDate, cleared: Option<NaiveDate>) -> Imposed {
    let clearing = |on| Clearing { on, by: "L. Lead".to_owned(), evidence: "seen".to_owned() };
    Imposed { n, condition: condition(due), cleared: cleared.map(clearing) }
}

fn curb(kind: CurbKind, from: NaiveDate, until: Option<NaiveDate>) -> Curb {
    Curb { kind, from, until, ballot: "2026-0007/2".to_owned() }
}

fn said(of: &Certification, on: NaiveDate) -> String {
    of.on(on).to_string()
}

#[test]
fn it_holds_from_its_first_day_to_its_last() {
    let until = Certification { until: Some(day(12, 24)), ..granted() };
    assert_eq!(said(&until, day(11, 23)), "begins on 2026-11-24");
    assert_eq!(said(&until, day(11, 24)), "in force until 2026-12-24");
    assert_eq!(said(&until, day(12, 24)), "in force until 2026-12-24", "its last day");
    assert_eq!(said(&until, day(12, 25)), "expired on 2026-12-24", "the day after");
    assert_eq!(said(&granted(), day(12, 25)), "in force");
    let since = |on| until.on(on).since;
    assert_eq!((since(day(12, 1)), since(day(12, 30))), (Some(day(11, 24)), Some(day(12, 25))));
}

#[test]
fn it_comes_into_force_on_the_day_the_last_condition_is_cleared() {
    let when = |first, second| Certification {
        in_force: InForce::WhenCleared,
        conditions: vec![asks(1, day(12, 1), first), asks(2, day(12, 15), second)],
        ..granted()
    };
    let waits = when(Some(day(11, 28)), None);
    assert_eq!(waits.begins(), None);
    assert_eq!(said(&waits, day(12, 31)), "waits for its conditions");
    let cleared = when(Some(day(11, 28)), Some(day(12, 10)));
    assert_eq!(cleared.begins(), Some(day(12, 10)));
    assert_eq!(said(&cleared, day(12, 9)), "begins on 2026-12-10", "the day before");
    assert_eq!(said(&cleared, day(12, 10)), "in force", "the day itself");
    let late = when(Some(day(12, 20)), Some(day(12, 10)));
    assert_eq!(late.begins(), Some(day(12, 20)), "late, and in force all the same");
    let early = Certification { from: day(12, 31), ..when(Some(day(11, 25)), Some(day(11, 26))) };
    assert_eq!(early.begins(), Some(day(12, 31)), "not before its first day");
    let over = Certification { until: Some(day(12, 5)), ..when(None, None) };
    assert_eq!(over.on(day(12, 6)).state, State::Expired, "it never came into force");
}

#[test]
fn conditions_of_what_holds_at_once_take_nothing_away() {
    let mut holds = granted();
    holds.conditions = vec![asks(1, day(12, 1), None), asks(2, day(12, 31), None)];
    assert_eq!(said(&holds, day(12, 2)), "in force");
    assert_eq!(holds.open_conditions(day(12, 1)).to_string(), "2 conditions open", "the due day itself");
    assert_eq!(holds.open_conditions(day(12, 2)).to_string(), "2 conditions open, 1 lapsed", "the day after");
    holds.curbs = vec![curb(CurbKind::Revoked, day(12, 10), None)];
    assert_eq!(holds.open_conditions(day(12, 9)), OpenConditions { open: 2, lapsed: 1 });
    assert_eq!(
        holds.open_conditions(day(12, 10)),
        OpenConditions::default(),
        "nothing is asked of what is over"
    );
}

#[test]
fn a_suspension_ends_with_its_last_day() {
    let rests = Certification {
        until: Some(day(12, 31)),
        curbs: vec![curb(CurbKind::Suspended, day(12, 1), Some(day(12, 10)))],
        ..granted()
    };
    assert_eq!(said(&rests, day(11, 30)), "in force until 2026-12-31", "the day before");
    assert_eq!(said(&rests, day(12, 1)), "suspended until 2026-12-10", "its first day");
    assert_eq!(said(&rests, day(12, 10)), "suspended until 2026-12-10", "its last day");
    assert_eq!(said(&rests, day(12, 11)), "in force until 2026-12-31", "the day after");
    assert_eq!(rests.on(day(12, 11)).since, Some(day(12, 11)));
    assert_eq!(said(&rests, NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()), "expired on 2026-12-31");
}

#[test]
fn the_suspension_decided_later_counts() {
    let rests = Certification {
        curbs: vec![
            curb(CurbKind::Suspended, day(12, 1), None),
            curb(CurbKind::Suspended, day(12, 8), Some(day(12, 10))),
        ],
        ..granted()
    };
    assert_eq!(said(&rests, day(12, 7)), "suspended without an end");
    assert_eq!(said(&rests, day(12, 9)), "suspended until 2026-12-10");
    assert_eq!(said(&rests, day(12, 11)), "in force", "the earlier one does not come back");
}

#[test]
fn what_is_revoked_never_returns() {
    let revoked = Certification {
        until: Some(day(12, 5)),
        curbs: vec![
            curb(CurbKind::Revoked, day(12, 1), None),
            curb(CurbKind::Suspended, day(12, 2), Some(day(12, 3))),
        ],
        ..granted()
    };
    assert_eq!(said(&revoked, day(11, 30)), "in force until 2026-12-05", "the day before");
    for on in [day(12, 1), day(12, 2), day(12, 4), day(12, 31)] {
        assert_eq!(said(&revoked, on), "revoked on 2026-12-01", "{on}");
    }
}

#[test]
fn a_suspension_comes_before_waiting() {
    let rests = Certification {
        in_force: InForce::WhenCleared,
        conditions: vec![asks(1, day(12, 31), None)],
        curbs: vec![curb(CurbKind::Suspended, day(12, 1), Some(day(12, 10)))],
        ..granted()
    };
    assert_eq!(rests.on(day(12, 10)).state, State::Suspended);
    assert_eq!(
        rests.on(day(12, 11)),
        Standing { state: State::Waiting, since: None, until: None },
        "its conditions are still open"
    );
}
