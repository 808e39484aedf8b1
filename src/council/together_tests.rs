use chrono::DateTime;

use super::{
    Candidate, Consent, FallsOut, Missing, NotWhole, Parted, Partner, Pulled, company, is_consent, is_pair,
    is_whole, led_by, may_consent, motion, part,
};
use crate::{
    council::{
        Ballot, BallotId, BallotState, Motion, Outcome, Position, SeatNo,
        sample::{self, ballot, meeting},
    },
    review::{Ref, Stage},
    rules::Program,
};

fn id(reference: &str) -> BallotId {
    BallotId { application: Ref::from(reference), n: 1 }
}

/// A ballot on `reference`, put together with the first ballot on `with`.
fn on(reference: &str, with: Option<&str>) -> Ballot {
    Ballot { id: id(reference), with: with.map(id), ..ballot(3) }
}

fn pulled() -> Pulled {
    Pulled { by: SeatNo(2), because: Some("to be discussed".to_owned()) }
}

fn partner(reference: &str, stage: Stage) -> Partner {
    Partner {
        reference: Ref::from(reference),
        program: Program::Instructor,
        stage,
        on: (stage == Stage::OnAgenda).then(|| "2026-11-24".into()),
        certified: false,
    }
}

fn candidate(reference: &str) -> Candidate {
    Candidate {
        reference: Ref::from(reference),
        stage: Stage::OnAgenda,
        pulled: None,
        voted: None,
        conflicts: Vec::new(),
        partners: Vec::new(),
    }
}

fn refs(ballots: &[&Ballot]) -> Vec<String> {
    ballots.iter().map(|ballot| ballot.id.application.to_string()).collect()
}

#[test]
fn a_motion_is_its_leading_ballot_and_those_put_together_with_it() {
    let mut ballots = vec![on("a", None), on("b", Some("a")), on("x", None), on("c", Some("a"))];
    assert_eq!(refs(&motion(&ballots, &ballots[1])), ["a", "b", "c"]);
    assert_eq!(refs(&motion(&ballots, &ballots[2])), ["x"]);
    // What was pulled stands alone, also where it led; the others go on as one motion.
    ballots[0].pulled = Some(pulled());
    assert_eq!(refs(&motion(&ballots, &ballots[0])), ["a"]);
    assert_eq!(refs(&motion(&ballots, &ballots[3])), ["b", "c"]);
    assert_eq!(refs(&led_by(&ballots, &id("x"))), ["x"]);
}

#[test]
fn what_falls_out_of_a_consent_motion_is_named_with_the_reason() {
    let conflict = sample::conflict(4, "Sample Ltd");
    let candidates = [
        candidate("a"),
        Candidate { pulled: Some(pulled()), ..candidate("b") },
        Candidate { conflicts: vec![conflict.clone()], ..candidate("c") },
        Candidate { stage: Stage::InReview, ..candidate("d") },
        Candidate { voted: Some(id("e")), ..candidate("e") },
        candidate("f"),
    ];
    let Parted { together, out } = part(&candidates);
    assert_eq!(together, [Ref::from("a"), Ref::from("f")]);
    let said: Vec<_> = out.iter().map(|(reference, reason)| format!("{reference}: {reason}")).collect();
    assert_eq!(
        said,
        [
            "b: pulled by seat 2: to be discussed",
            "c: conflict of seat 4 Holder 4 and Sample Ltd",
            "d: it is in-review",
            "e: put to the vote by ballot e/1",
        ]
    );
}

#[test]
fn half_a_pair_falls_out_with_the_other_half() {
    let partner_of = |reference| vec![partner(reference, Stage::OnAgenda)];
    let pair = |pulled| {
        [
            Candidate { partners: partner_of("instructor"), ..candidate("partner") },
            candidate("a"),
            Candidate { partners: partner_of("partner"), pulled, ..candidate("instructor") },
        ]
    };
    assert_eq!(part(&pair(None)).together.len(), 3);
    let parted = part(&pair(Some(pulled())));
    assert_eq!(parted.together, [Ref::from("a")]);
    assert_eq!(parted.out[0], (Ref::from("partner"), FallsOut::Without("instructor".into())));
    // A partner that is certified already need not be in the motion.
    let mut candidates = pair(Some(pulled()));
    candidates[0].partners[0].certified = true;
    assert_eq!(part(&candidates).together, [Ref::from("partner"), Ref::from("a")]);
}

#[test]
fn a_partner_comes_along_where_something_is_granted() {
    let (application, here) = (Ref::from("partner"), "2026-11-24".into());
    let along = |motion, partners: &[Partner]| company(&application, motion, partners, Some(&here));
    let listed = partner("instructor", Stage::OnAgenda);
    assert_eq!(along(Motion::Approve, std::slice::from_ref(&listed)), Ok(vec!["instructor".into()]));
    assert_eq!(
        along(Motion::ApproveWithConditions, std::slice::from_ref(&listed)),
        Ok(vec!["instructor".into()])
    );
    assert_eq!(along(Motion::Decline, &[partner("instructor", Stage::InReview)]), Ok(Vec::new()));
    assert_eq!(along(Motion::Approve, &[]), Ok(Vec::new()));
    let certified = Partner { certified: true, ..partner("instructor", Stage::Decided) };
    assert_eq!(along(Motion::Approve, &[certified]), Ok(Vec::new()));
    // Of several instructors those go along that can.
    let both = [partner("late", Stage::InReview), listed];
    assert_eq!(along(Motion::Approve, &both), Ok(vec!["instructor".into()]));
}

#[test]
fn a_partner_that_is_missing_is_named() {
    let (application, here) = (Ref::from("partner"), "2026-11-24".into());
    let late = [partner("instructor", Stage::InReview)];
    let refused = company(&application, Motion::Approve, &late, Some(&here)).unwrap_err();
    assert!(matches!(refused, Missing::Stage { .. }));
    assert!(refused.to_string().contains("instructor (instructor), which is in-review"), "{refused}");
    let elsewhere = [partner("instructor", Stage::ReadyForTac)];
    let refused = company(&application, Motion::Approve, &elsewhere, Some(&here)).unwrap_err();
    assert!(refused.to_string().contains("not on the agenda of meeting 2026-11-24"), "{refused}");
    // An electronic ballot takes what is ready, wherever it would be decided otherwise.
    assert_eq!(company(&application, Motion::Approve, &elsewhere, None), Ok(vec!["instructor".into()]));
    let listed = [partner("instructor", Stage::OnAgenda)];
    assert!(matches!(company(&application, Motion::Approve, &listed, None), Err(Missing::Stage { .. })));
}

#[test]
fn training_partners_and_instructors_make_pairs() {
    assert!(is_pair(Program::TrainingPartner, Program::Instructor));
    assert!(is_pair(Program::Instructor, Program::TrainingPartner));
    assert!(!is_pair(Program::Instructor, Program::Instructor));
    assert!(!is_pair(Program::Platform, Program::ServiceProvider));
}

fn of(ballots: &[Ballot]) -> Result<(), NotWhole> {
    is_whole(&ballots.iter().collect::<Vec<_>>(), |_| &[])
}

#[test]
fn what_is_done_to_one_ballot_of_a_motion_is_done_to_all() {
    let whole = [on("a", None), on("b", Some("a"))];
    assert_eq!(of(&whole), Ok(()));
    let differs = |change: fn(&mut Ballot)| {
        let mut ballots = whole.clone();
        change(&mut ballots[1]);
        of(&ballots).unwrap_err().to_string()
    };
    let positions = differs(|ballot| {
        ballot.positions.insert(SeatNo(1), Position::For);
    });
    assert!(positions.contains("a/1 and b/1 are one motion, and differ in the positions"), "{positions}");
    let closed = BallotState::Closed { at: DateTime::UNIX_EPOCH, present: vec![SeatNo(1)] };
    let mut ballots = whole.clone();
    ballots[0].state = closed.clone();
    assert!(of(&ballots).is_err(), "closed alone");
    ballots[1].state = closed;
    assert_eq!(of(&ballots), Ok(()));
    assert!(differs(|ballot| ballot.motion = Motion::Decline).contains("the motion"));
    assert!(differs(|ballot| ballot.roster.truncate(2)).contains("the roster"));
    assert!(differs(|ballot| ballot.meeting = None).contains("where they are voted on"));
}

#[test]
fn nobody_is_recused_on_a_consent_motion() {
    let mut ballots = [on("a", None), on("b", Some("a"))];
    for ballot in &mut ballots {
        ballot.positions.insert(SeatNo(3), Position::Recused);
    }
    assert!(matches!(of(&ballots), Err(NotWhole::Recused { seat: SeatNo(3), .. })));
    // On a pair somebody can be.
    let other = [partner("b", Stage::OnAgenda)];
    let back = [partner("a", Stage::OnAgenda)];
    let pair = |reference: &Ref| if reference.as_str() == "a" { other.as_slice() } else { back.as_slice() };
    assert_eq!(is_whole(&ballots.iter().collect::<Vec<_>>(), pair), Ok(()));
    assert!(!is_consent(&ballots.iter().collect::<Vec<_>>(), pair));
}

#[test]
fn neither_half_of_a_pair_is_granted_without_the_other() {
    let partners = [partner("instructor", Stage::OnAgenda)];
    let alone = on("partner", None);
    let refused = is_whole(&[&alone], |_| &partners).unwrap_err();
    assert!(matches!(refused, NotWhole::Alone { .. }));
    assert!(refused.to_string().contains("neither is granted without the other"), "{refused}");
    let other = on("instructor", Some("partner"));
    let back = [partner("partner", Stage::OnAgenda)];
    let of =
        |reference: &Ref| if reference.as_str() == "partner" { partners.as_slice() } else { back.as_slice() };
    assert_eq!(is_whole(&[&alone, &other], of), Ok(()));
    // What grants nothing stands alone, and so does what was not adopted, or has a certified partner.
    let declined = Ballot { motion: Motion::Decline, ..alone.clone() };
    assert_eq!(is_whole(&[&declined], |_| &partners), Ok(()));
    let at = DateTime::UNIX_EPOCH;
    let lost = BallotState::Declared { closed: at, present: Vec::new(), at, outcome: Outcome::NotAdopted };
    assert_eq!(is_whole(&[&Ballot { state: lost, ..alone.clone() }], |_| &partners), Ok(()));
    let certified = [Partner { certified: true, ..partners[0].clone() }];
    assert_eq!(is_whole(&[&alone], |_| &certified), Ok(()));
}

#[test]
fn a_consent_motion_is_over_what_is_on_the_list() {
    let mut meeting = meeting(3, &[1, 2]);
    let item = Ref::from("sample");
    assert!(matches!(may_consent(&meeting, &item, Vec::new()), Err(NotWhole::NotListed { .. })));
    meeting.consent.insert(item.clone(), Consent::default());
    assert_eq!(may_consent(&meeting, &item, Vec::new()), Ok(()));
    let conflict = vec![sample::conflict(1, "Sample Ltd")];
    assert!(matches!(may_consent(&meeting, &item, conflict), Err(NotWhole::FallsOut { .. })));
    meeting.consent.insert(item.clone(), Consent { pulled: Some(pulled()) });
    let refused = may_consent(&meeting, &item, Vec::new()).unwrap_err().to_string();
    assert!(refused.contains("pulled by seat 2"), "{refused}");
}
