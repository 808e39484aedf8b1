use chrono::{DateTime, NaiveDate};

use super::{MovedOn, Need, Term, certifications, may_move, movable};
use crate::{
    council::{Ballot, BallotState, Condition, InForce, Motion, Outcome, Terms, sample},
    review::Stage,
    rules::Program,
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn declared(n: u32, motion: Motion, outcome: Outcome, terms: Terms) -> Ballot {
    let mut ballot = Ballot { motion, terms, ..sample::ballot(3) };
    ballot.id.n = n;
    let at = DateTime::UNIX_EPOCH;
    ballot.state = BallotState::Declared { closed: at, present: Vec::new(), at, outcome };
    ballot
}

fn matter(stage: Stage, ballots: &[Ballot]) -> MovedOn<'_> {
    MovedOn { stage, program: Program::Platform, received: day(10), ballots, today: day(23) }
}

/// Terms that say everything a motion may say.
fn all_said(granted: &Ballot) -> Terms {
    let condition = Condition {
        text: "Publish".to_owned(),
        owner: "A. Owner".to_owned(),
        due: day(30),
        cleared_by: None,
    };
    Terms {
        from: Some(day(24)),
        until: Some(day(30)),
        in_force: InForce::WhenCleared,
        conditions: vec![condition],
        returns: Some(day(24)),
        information: Some("The head count".to_owned()),
        program: Some(Program::SpecialtySolution),
        certification: Some(granted.id.clone()),
        question: Some("Does it count?".to_owned()),
    }
}

/// `terms` with `term` said or not.
fn only(terms: &Terms, keep: impl Fn(Term) -> bool) -> Terms {
    let all = terms.clone();
    Terms {
        from: all.from.filter(|_| keep(Term::From)),
        until: all.until.filter(|_| keep(Term::Until)),
        in_force: if keep(Term::InForce) { all.in_force } else { InForce::Now },
        conditions: if keep(Term::Conditions) { all.conditions } else { Vec::new() },
        returns: all.returns.filter(|_| keep(Term::Returns)),
        information: all.information.filter(|_| keep(Term::Information)),
        program: all.program.filter(|_| keep(Term::Program)),
        certification: all.certification.filter(|_| keep(Term::Certification)),
        question: all.question.filter(|_| keep(Term::Question)),
    }
}

#[test]
fn every_motion_takes_its_own_terms_and_no_others() {
    let granted = [declared(1, Motion::Approve, Outcome::Adopted, Terms::default())];
    let full = all_said(&granted[0]);
    for motion in Motion::ALL.iter().copied() {
        let stage = if motion.is_on_certification() { Stage::Decided } else { Stage::OnAgenda };
        let matter = matter(stage, &granted);
        let own = only(&full, |term| motion.need(term) != Need::Not);
        assert_eq!(may_move(motion, &own, &matter), Ok(()), "{motion} with all of its terms");
        for term in Term::ALL.iter().copied() {
            let without = only(&own, |kept| kept != term);
            let needed = motion.need(term) == Need::Needed;
            assert_eq!(may_move(motion, &without, &matter).is_err(), needed, "{motion} without {term}");
            let with = only(&full, |kept| kept == term || motion.need(kept) != Need::Not);
            let foreign = motion.need(term) == Need::Not;
            assert_eq!(may_move(motion, &with, &matter).is_err(), foreign, "{motion} with {term}");
        }
    }
    let nothing = may_move(Motion::Defer, &Terms::default(), &matter(Stage::OnAgenda, &[])).unwrap_err();
    assert_eq!(nothing.to_string(), "a motion to defer needs its returns or information");
}

#[test]
fn what_waits_and_what_is_certified_have_motions_of_their_own() {
    use Motion::{Approve, ApproveWithConditions, Decline, Defer, Reclassify, Refer, Revoke, Suspend};
    let waiting = [Approve, ApproveWithConditions, Decline, Defer, Reclassify, Refer];
    let granted = [declared(1, Approve, Outcome::Adopted, Terms::default())];
    let lost = [declared(1, Approve, Outcome::NotAdopted, Terms::default())];
    for stage in [Stage::OnAgenda, Stage::ReadyForTac] {
        assert_eq!(movable(&matter(stage, &[])), waiting);
    }
    assert_eq!(movable(&matter(Stage::Decided, &granted)), [Suspend, Revoke]);
    assert_eq!(movable(&matter(Stage::Decided, &lost)), []);
    for stage in [Stage::Enquiry, Stage::Received, Stage::InReview, Stage::AwaitingApplicant] {
        assert_eq!(movable(&matter(stage, &[])), []);
    }
    let enterprise = MovedOn { program: Program::Enterprise, ..matter(Stage::OnAgenda, &[]) };
    assert!(!movable(&enterprise).contains(&Reclassify));
}

#[test]
fn a_certification_that_was_revoked_is_none_any_more() {
    let about = |n| {
        let certification = Some(sample::ballot(1).id).map(|id| crate::council::BallotId { n, ..id });
        Terms { certification, ..Terms::default() }
    };
    let mut ballots = vec![
        declared(1, Motion::Approve, Outcome::Adopted, Terms::default()),
        declared(2, Motion::Revoke, Outcome::NotAdopted, about(1)),
        declared(3, Motion::Suspend, Outcome::Adopted, about(1)),
    ];
    let left = |ballots: &[Ballot]| certifications(ballots).map(|id| id.n).collect::<Vec<_>>();
    assert_eq!(left(&ballots), [1]);
    assert!(may_move(Motion::Revoke, &about(1), &matter(Stage::Decided, &ballots)).is_ok());
    assert!(may_move(Motion::Revoke, &about(2), &matter(Stage::Decided, &ballots)).is_err());
    ballots.push(declared(4, Motion::Revoke, Outcome::Adopted, about(1)));
    assert_eq!(left(&ballots), Vec::<u32>::new());
}

#[test]
fn terms_that_cannot_be_are_refused() {
    let matter = matter(Stage::OnAgenda, &[]);
    let refused = |motion, terms: &Terms| may_move(motion, terms, &matter).unwrap_err().to_string();
    let term = |from, until| Terms { from: Some(from), until: Some(until), ..Terms::default() };
    assert!(refused(Motion::Approve, &term(day(24), day(23))).contains("later last day"));
    assert!(may_move(Motion::Approve, &term(day(24), day(24)), &matter).is_ok());
    let back = |day| Terms { returns: Some(day), ..Terms::default() };
    assert!(refused(Motion::Defer, &back(day(23))).contains("after 2026-11-23"));
    assert!(may_move(Motion::Defer, &back(day(24)), &matter).is_ok());
    let blank = Terms { question: Some(" ".to_owned()), ..Terms::default() };
    assert!(refused(Motion::Refer, &blank).contains("say what is meant"));
    let condition = |owner: &str, due| Terms {
        conditions: vec![Condition {
            text: "Publish".to_owned(),
            owner: owner.to_owned(),
            due,
            cleared_by: None,
        }],
        ..Terms::default()
    };
    assert!(refused(Motion::ApproveWithConditions, &condition(" ", day(30))).contains("an owner"));
    assert!(refused(Motion::ApproveWithConditions, &condition("A", day(22))).contains("2026-11-23 on"));
    assert!(may_move(Motion::ApproveWithConditions, &condition("A", day(23)), &matter).is_ok());
    let same = Terms { program: Some(Program::Platform), ..Terms::default() };
    assert!(refused(Motion::Reclassify, &same).contains("cannot be judged as that"));
}

#[test]
fn a_certification_does_not_begin_before_the_application_was_received() {
    let on = matter(Stage::OnAgenda, &[]);
    let from = |day| may_move(Motion::Approve, &Terms { from: Some(day), ..Terms::default() }, &on);
    assert_eq!(from(day(10)), Ok(()));
    assert_eq!(
        from(day(9)).unwrap_err().to_string(),
        "a certification from 2026-11-09, before the application was received: give a first day from 2026-11-10 on"
    );
}
