//! Changes for tests: one of every kind, with every part filled in.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Act, Assignment, Change, Field, Granted, RulesKind, Standing, change::Change::*};
use crate::{
    council::{
        Action, Attendance, BallotId, Base, Condition, FreeItem, InForce, ItemNo, MeetingId, Motion, Outcome,
        Position, Reason, Seat, SeatNo, SentItem, StandIn, Terms, Threshold, Topic,
        condition::Clearing,
        conflict::{Conflict, Relation, Tie, Weight},
        together::{self, Consent},
    },
    review::{
        Application, Check, Claim, Evidence, Facts, Feature, Finding, Holder, Item, ItemKind, Kind, Ref,
        Remark, Stage, Status, WorkingGroup,
        application::{DemoReview, Presented, Review},
        facts::{Contact, Demo, LiveDemo, Membership, Organisation, Parent},
    },
    rules::{ActivityId, CapabilityId, Credential, EditionId, Level, Program, RequirementId},
};

/// A day of 2026.
pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A minute of 2026-11-23 from 09:00 on.
pub(crate) fn minute(minutes: i64) -> DateTime<Utc> {
    day(11, 23).and_hms_opt(9, 0, 0).unwrap().and_utc() + chrono::TimeDelta::minutes(minutes)
}

/// An act on 2026-11-23 by R. Reviewer, in no role.
pub(crate) fn act() -> Act {
    Act { actor: "R. Reviewer".to_owned(), role: None, at: minute(30), today: day(11, 23) }
}

/// The application that all samples are about.
pub(crate) fn reference() -> Ref {
    Ref::from("2026-0007")
}

/// Seat 1, presided over; the others not.
pub(crate) fn seat(n: u32) -> Seat {
    Seat {
        chair: n == 1,
        from: Some(day(1, 1)),
        ..Seat::new(SeatNo(n), format!("Holder {n}"), format!("Employer {n}"))
    }
}

/// Facts with every part filled in.
pub(crate) fn facts() -> Facts {
    let text = |text: &str| Some(text.to_owned());
    Facts {
        organisation: Organisation {
            name: "Nordlicht Cloud AG".to_owned(),
            employees: Some(140),
            website: text("https://nordlicht.example"),
            parent: Some(Parent { name: "Nordlicht Holding".to_owned(), employees: Some(1200) }),
            membership: Membership {
                linux_foundation: Some(true),
                finops_foundation: Some(Level::General),
                since: Some(day(1, 2)),
            },
        },
        contact: Contact { name: text("A. Person"), email: text("a.person@nordlicht.example") },
        practising_since: Some(day(1, 3)),
        credentials: BTreeMap::from([(Credential::Focp, Some(20)), (Credential::Fcp, Some(3))]),
        holders: vec![Holder {
            n: 1,
            name: "B. Person".to_owned(),
            credential: Credential::Focp,
            issued: Some(day(2, 1)),
            expires: None,
            employed: true,
            badge: text("https://badges.example/b"),
        }],
        evidence: vec![evidence(1)],
        claims: vec![Claim {
            n: 1,
            activity: ActivityId::from("overview-interview"),
            count: Some(1),
            date: Some(day(5, 4)),
            title: text("Interview"),
            person: text("C. Person"),
            vendor: text("Vendor"),
            url: text("https://nordlicht.example/x"),
            validated: true,
        }],
        features: vec![Feature {
            n: 1,
            name: "Anomaly alerts".to_owned(),
            url: text("https://nordlicht.example/alerts"),
            capabilities: vec![CapabilityId::from("anomalies")],
        }],
        working_groups: vec![WorkingGroup {
            n: 1,
            name: "FOCUS".to_owned(),
            attended: Some(9),
            held: Some(16),
        }],
        demo: Demo {
            recording: text("https://nordlicht.example/demo"),
            live: Some(LiveDemo { date: Some(day(9, 30)), minutes: Some(60), passed: None }),
        },
        linked: vec![Ref::from("2026-0008")],
        note: text("A note from the applicant"),
    }
}

/// The application of [`facts`], just received.
pub(crate) fn application() -> Application {
    Application {
        reference: reference(),
        program: Program::Platform,
        kind: Kind::New,
        edition: EditionId::from("2023"),
        received: day(9, 14),
        facts: facts(),
        remarks: vec![Remark { field: "credentials.focp".to_owned(), text: "`50+` is no figure".to_owned() }],
        linked: Vec::new(),
        review: Review::new(Stage::Received, day(9, 14)),
    }
}

/// A piece of evidence.
pub(crate) fn evidence(n: u32) -> Evidence {
    Evidence {
        n,
        requirement: RequirementId::from("PLT-E3-O2"),
        url: Some(format!("https://nordlicht.example/case-{n}")),
        title: Some("Case study".to_owned()),
        date: Some(day(3, 2)),
    }
}

/// A finding of this status, with nothing else said.
pub(crate) fn finding(status: Status) -> Finding {
    Finding { status, justification: None, text: None, until: None }
}

/// Standing at `stage` since the 1st of November.
pub(crate) fn standing(stage: Stage) -> Standing {
    Standing { stage, since: day(11, 1), parked: None, presented: None }
}

/// One of every kind of change, in an order in which they could have been made.
pub(crate) fn every_change() -> Vec<Change> {
    let mut changes = intake_changes();
    changes.extend(review_changes());
    changes.extend(council_changes());
    changes.extend(meeting_changes());
    changes.push(cleared());
    changes.extend(seat_changes());
    changes
}

fn intake_changes() -> Vec<Change> {
    let application = reference();
    let remark = Remark { field: "credentials.focp".to_owned(), text: "`50+` is no figure".to_owned() };
    vec![
        Founded { docket: "0f1e2d3c".to_owned(), schema: 1 },
        RulesTaken { kind: RulesKind::Edition, id: "2023".to_owned(), text: "id = \"2023\"\n".to_owned() },
        Received {
            application: application.clone(),
            program: Program::Platform,
            kind: Kind::New,
            edition: EditionId::from("2023"),
            received: day(9, 14),
            stage: Stage::Received,
            facts: facts(),
            remarks: vec![remark.clone()],
            original: "{ \"ref\": \"2026-0007\" }".to_owned(),
        },
        Submitted {
            application,
            n: 2,
            received: day(10, 1),
            facts: facts(),
            remarks: vec![remark],
            original: "{}".to_owned(),
            kept: Vec::new(),
        },
    ]
}

fn review_changes() -> Vec<Change> {
    let application = reference();
    vec![
        Amended {
            application: application.clone(),
            field: Field::Employees,
            was: Some("140".to_owned()),
            now: None,
        },
        Found {
            application: application.clone(),
            requirement: RequirementId::from("PLT-E3-M2"),
            was: None,
            now: Some(Finding {
                status: Status::Waived,
                justification: Some("In migration".to_owned()),
                text: Some("Please send it by May".to_owned()),
                until: Some(day(12, 31)),
            }),
        },
        Checked {
            application: application.clone(),
            item: Item::new(ItemKind::Claim, 1),
            was: Some(Check::Rejected { reason: Some("No date".to_owned()) }),
            now: Some(Check::Accepted { count: Some(2) }),
        },
        Given { application: application.clone(), was: None, now: Some(evidence(2)) },
        Assigned {
            application: application.clone(),
            was: Assignment::default(),
            now: Assignment { assignee: Some("R. Reviewer".to_owned()), due: Some(day(12, 1)) },
        },
        Staged {
            application: application.clone(),
            was: standing(Stage::InReview),
            now: Standing {
                stage: Stage::ReadyForTac,
                since: day(11, 23),
                parked: None,
                presented: Some(Presented { by: "L. Lead".to_owned(), because: "Pilot".to_owned() }),
            },
        },
        Demonstrated {
            application: application.clone(),
            was: DemoReview::default(),
            now: DemoReview {
                asked: true,
                planned: Some(day(11, 30)),
                held: Some(LiveDemo { date: Some(day(11, 20)), minutes: Some(60), passed: Some(true) }),
            },
        },
        Noted { application, n: 1, text: Some("Private".to_owned()) },
    ]
}

/// Ballot 2 on the application of [`ballots_with_terms`], moved, seconded, put together with another and taken up again.
fn moved(motion: Motion, terms: Terms) -> Change {
    match council_changes().swap_remove(5) {
        BallotOpened {
            ballot,
            meeting,
            deadline,
            edition,
            as_of,
            snapshot,
            reading,
            threshold,
            roster,
            ..
        } => BallotOpened {
            ballot: BallotId { n: 2, ..ballot },
            meeting,
            deadline,
            motion,
            terms,
            mover: Some(SeatNo(1)),
            seconder: Some(SeatNo(2)),
            with: Some(BallotId { application: "2026-0008".into(), n: 1 }),
            again: Some(BallotId { application: reference(), n: 1 }),
            rules: None,
            edition,
            as_of,
            snapshot,
            reading,
            threshold,
            roster,
        },
        other => other,
    }
}

/// A ballot on every motion, with all the terms there are among them, and a position replaced for every reason and none.
pub(crate) fn ballots_with_terms() -> Vec<Change> {
    let condition = |text: &str, cleared_by: Option<&str>| Condition {
        text: text.to_owned(),
        owner: "A. Owner".to_owned(),
        due: day(12, 31),
        cleared_by: cleared_by.map(str::to_owned),
    };
    let conditions = vec![condition("Publish the case study", None), condition("Renew", Some("the lead"))];
    let term = Terms { from: Some(day(12, 1)), until: Some(day(12, 31)), ..Terms::default() };
    let about =
        || Terms { certification: Some(BallotId { application: reference(), n: 1 }), ..Terms::default() };
    let voted = |why| Voted {
        ballot: BallotId { application: reference(), n: 1 },
        seat: SeatNo(1),
        was: Some(Position::For),
        now: Some(Position::Against),
        why,
    };
    let mut changes = vec![
        moved(Motion::Approve, term.clone()),
        moved(Motion::ApproveWithConditions, Terms { in_force: InForce::WhenCleared, conditions, ..term }),
        moved(Motion::Decline, Terms::default()),
        moved(Motion::Defer, Terms { returns: Some(day(12, 15)), ..Terms::default() }),
        moved(Motion::Defer, Terms { information: Some("the head count".to_owned()), ..Terms::default() }),
        moved(Motion::Reclassify, Terms { program: Some(Program::SpecialtySolution), ..Terms::default() }),
        moved(Motion::Suspend, about()),
        moved(Motion::Revoke, about()),
        moved(Motion::Refer, Terms { question: Some("Does it count?".to_owned()), ..Terms::default() }),
    ];
    if let BallotOpened { meeting, deadline, rules, .. } = &mut changes[2] {
        (*meeting, *deadline, *rules) = (None, Some(minute(59)), Some("finops-tac".to_owned()));
    }
    let ballot = || BallotId { application: reference(), n: 1 };
    changes.extend([Some(Reason::Slip), Some(Reason::Changed), Some(Reason::Left), None].map(voted));
    changes.extend([
        Joined { ballot: ballot(), seat: SeatNo(2), was: None, now: Some(true) },
        Joined { ballot: ballot(), seat: SeatNo(2), was: Some(true), now: Some(false) },
        Joined { ballot: ballot(), seat: SeatNo(2), was: Some(false), now: None },
        BallotClosed { ballot: ballot(), present: vec![SeatNo(1)], left: vec![SeatNo(2), SeatNo(3)] },
    ]);
    changes
}

/// Somebody's conflict with the applicant of [`facts`].
pub(crate) fn conflict() -> Conflict {
    Conflict {
        person: "Holder 2".to_owned(),
        organisation: "Nordlicht Cloud".to_owned(),
        relation: Relation::Customer,
        weight: Weight::Soft,
        from: Some(day(1, 1)),
        until: None,
    }
}

/// The tie of [`conflict`] alone.
pub(crate) fn tie() -> Tie {
    conflict().tie()
}

/// A stand-in without a vote on seat `n`.
pub(crate) fn stand_in(n: u32) -> StandIn {
    StandIn {
        seat: SeatNo(n),
        name: "S. Stand-In".to_owned(),
        employer: format!("Employer {n}"),
        parent: None,
        votes: false,
        back: None,
    }
}

fn council_changes() -> Vec<Change> {
    let meeting = MeetingId::from("2026-11-23");
    let ballot = BallotId { application: reference(), n: 1 };
    let stay = Attendance { seat: SeatNo(1), since: minute(0), left: None };
    vec![
        Seated { was: None, now: Some(seat(1)) },
        Planned { meeting: meeting.clone(), date: day(11, 23), rules: "finops-tac".to_owned() },
        AgendaSet { meeting: meeting.clone(), was: vec![], now: vec![reference()] },
        Called { meeting: meeting.clone(), reading: Base::Attendance },
        Attended {
            meeting: meeting.clone(),
            seat: SeatNo(1),
            was: Some(stay),
            now: Some(Attendance { left: Some(minute(20)), ..stay }),
        },
        BallotOpened {
            ballot: ballot.clone(),
            meeting: Some(meeting.clone()),
            deadline: None,
            motion: Motion::Approve,
            terms: Terms::default(),
            mover: None,
            seconder: None,
            with: None,
            again: None,
            rules: None,
            edition: EditionId::from("2023"),
            as_of: day(11, 23),
            snapshot: "ab".repeat(32),
            reading: Base::Attendance,
            threshold: Threshold::Majority,
            roster: vec![seat(1), seat(2)],
        },
        Voted { ballot: ballot.clone(), seat: SeatNo(1), was: None, now: Some(Position::For), why: None },
        BallotClosed { ballot: ballot.clone(), present: vec![SeatNo(1), SeatNo(2)], left: Vec::new() },
        Declared {
            ballot,
            outcome: Outcome::Adopted,
            next: Stage::Decided,
            granted: Some(Granted { from: day(11, 23), until: None }),
        },
        Adjourned { meeting },
    ]
}

fn pulled() -> together::Pulled {
    together::Pulled { by: SeatNo(2), because: Some("the price list".to_owned()) }
}

fn cleared() -> Change {
    Cleared {
        ballot: BallotId { application: reference(), n: 1 },
        condition: 1,
        was: None,
        now: Some(Clearing {
            on: day(11, 23),
            by: "R. Reviewer".to_owned(),
            evidence: "https://nordlicht.example/prices".to_owned(),
        }),
    }
}

fn meeting_changes() -> Vec<Change> {
    let meeting = MeetingId::from("2026-11-23");
    let stay = Attendance { seat: SeatNo(1), since: minute(0), left: None };
    vec![
        MinutesApproved {
            meeting: meeting.clone(),
            by: MeetingId::from("2026-12-07"),
            hash: "ef".repeat(32),
        },
        MinutesAmended {
            meeting: meeting.clone(),
            n: 1,
            text: "Seat 2 left at 09:40.".to_owned(),
            because: "The note of the secretary was found".to_owned(),
            by: None,
        },
        PacketSent {
            meeting: meeting.clone(),
            n: 1,
            hash: "cd".repeat(32),
            items: vec![SentItem { application: reference(), snapshot: "ab".repeat(32) }],
        },
        ItemSet {
            meeting: meeting.clone(),
            item: ItemNo(1),
            was: None,
            now: Some(FreeItem { text: "Minutes of the last meeting".to_owned(), place: 1 }),
        },
        Minuted {
            meeting: meeting.clone(),
            n: 1,
            topic: Topic::Application(reference()),
            text: Some("Private until it is read out".to_owned()),
            action: Some(Action { owner: "S. Secretary".to_owned(), due: Some(day(12, 1)) }),
        },
        Ruled {
            n: 1,
            meeting: Some(meeting.clone()),
            chair: "Holder 1".to_owned(),
            was: crate::council::Ruled::Reading(Base::Attendance),
            now: crate::council::Ruled::Reading(Base::Unrecused),
            because: "The council has read it so before".to_owned(),
        },
        ConsentSet {
            meeting: meeting.clone(),
            application: reference(),
            was: Some(Consent::default()),
            now: Some(Consent { pulled: Some(pulled()) }),
        },
        Pulled {
            ballot: BallotId { application: reference(), n: 1 },
            pulled: pulled(),
            present: vec![SeatNo(1), SeatNo(2)],
        },
        Corrected {
            meeting,
            seat: SeatNo(1),
            was: Some(stay),
            now: Some(Attendance { since: minute(2), ..stay }),
            because: "The clock of the call was read".to_owned(),
        },
    ]
}

fn seat_changes() -> Vec<Change> {
    vec![
        Suspended {
            seat: SeatNo(2),
            from: day(10, 1),
            until: Some(day(10, 31)),
            because: Some("Private: three meetings missed".to_owned()),
        },
        SuspensionEnds { seat: SeatNo(2), from: day(10, 1), was: Some(day(10, 31)), now: Some(day(10, 20)) },
        ConflictEntered {
            n: 1,
            conflict: conflict(),
            taken_back: false,
            note: Some("Private: as told on the phone".to_owned()),
        },
        ConflictEnds { n: 1, was: None, now: Some(day(12, 31)) },
        ConflictDismissed { tie: tie(), because: "Private: another firm of that name".to_owned() },
        ConflictWaived {
            application: reference(),
            tie: tie(),
            because: Some("Private: long ago".to_owned()),
        },
        StoodIn { meeting: MeetingId::from("2026-11-23"), was: None, now: Some(stand_in(2)) },
    ]
}
