//! One change of every kind.

use super::{conflict, day, evidence, facts, minute, reference, seat, stand_in, standing, tie};
use crate::{
    council::{
        self, Action, Attendance, BallotId, Base, FreeItem, ItemNo, MeetingId, Motion, Outcome, Position,
        SeatNo, SentItem, Terms, Threshold, Topic,
        condition::Clearing,
        together::{self, Consent},
    },
    record::{Assignment, Change, Field, Granted, RulesKind, Standing, change::Change::*},
    review::{
        Check, Finding, Item, ItemKind, Kind, Remark, Stage, Status,
        application::{DemoReview, Presented},
        facts::LiveDemo,
    },
    rules::{EditionId, Program, RequirementId},
};

/// One of every kind of change, in an order in which they could have been made.
pub(crate) fn every_change() -> Vec<Change> {
    let mut changes = intake_changes();
    changes.extend(review_changes());
    changes.extend(council_changes());
    changes.extend(meeting_changes());
    changes.push(cleared());
    changes.extend(seat_changes());
    changes.push(RehearsalBegan { of: "4d5e6f".to_owned() });
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
            because: None,
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

pub(super) fn council_changes() -> Vec<Change> {
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
        BallotClosed {
            ballot: ballot.clone(),
            present: vec![SeatNo(1), SeatNo(2)],
            left: Vec::new(),
            saw: None,
        },
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
            was: council::Ruled::Reading(Base::Attendance),
            now: council::Ruled::Reading(Base::Unrecused),
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
