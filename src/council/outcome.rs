//! What a declared ballot does: where the application may go, what it says in words, and what it leaves open.
//!
//! No clock writes anything: what returns on a day is set aside until that day, and is back on it.

use chrono::NaiveDate;

use super::{
    ballot::Ballot,
    motion::{Motion, Terms},
    tally::Outcome,
};
use crate::review::Stage;

/// Where an application may go after `motion`, moved with `terms`, came to `outcome`; the first is where it goes unless
/// another is chosen.
///
/// What is granted or declined is decided. What is deferred to a day is ready again on it; what waits for information
/// waits for the applicant. What is judged as another program has other requirements, and goes back into review. A
/// question to the Series Manager leaves it ready for the answer. A certification that rests or is taken back leaves its
/// application decided, and so does a motion to that end which fails.
pub const fn next_stages(motion: Motion, terms: &Terms, outcome: Outcome) -> &'static [Stage] {
    use Stage::{AwaitingApplicant, Decided, InReview, ReadyForTac};
    match (outcome, motion) {
        (_, Motion::Suspend | Motion::Revoke)
        | (Outcome::Adopted, Motion::Approve | Motion::ApproveWithConditions | Motion::Decline) => &[Decided],
        (Outcome::Adopted, Motion::Defer) if terms.returns.is_some() => {
            &[ReadyForTac, InReview, AwaitingApplicant]
        }
        (Outcome::Adopted, Motion::Defer) => &[AwaitingApplicant, InReview],
        (Outcome::Adopted, Motion::Reclassify) => &[InReview, AwaitingApplicant, ReadyForTac],
        (Outcome::NotAdopted, Motion::Approve | Motion::ApproveWithConditions) => {
            &[Decided, InReview, AwaitingApplicant, ReadyForTac]
        }
        (Outcome::Adopted, Motion::Refer) | (Outcome::NotAdopted, _) => {
            &[ReadyForTac, InReview, AwaitingApplicant, Decided]
        }
        (Outcome::NoDecision | Outcome::NeedsRuling, _) => &[ReadyForTac],
    }
}

/// The day until which an application is set aside by `motion`, moved with `terms`, that came to `outcome`.
pub const fn set_aside(motion: Motion, terms: &Terms, outcome: Outcome) -> Option<NaiveDate> {
    match (motion, outcome) {
        (Motion::Defer, Outcome::Adopted) => terms.returns,
        _ => None,
    }
}

/// What `ballot`, declared as adopted, does, in words: "deferred until 2026-12-15", "referred to the Series Manager: ...".
/// `None` for a ballot that is not adopted.
pub fn effect(ballot: &Ballot) -> Option<String> {
    let adopted = ballot.outcome() == Some(Outcome::Adopted);
    adopted.then(|| does(ballot.motion, &ballot.terms))
}

/// What `motion`, moved with `terms`, does once it is adopted, in words.
pub fn does(motion: Motion, terms: &Terms) -> String {
    let until = |day: Option<NaiveDate>| day.map(|day| format!(" until {day}")).unwrap_or_default();
    let more = |text: Option<&String>| text.map(|text| format!(": {text}")).unwrap_or_default();
    match motion {
        Motion::Approve => "certified".to_owned(),
        Motion::ApproveWithConditions => match terms.conditions.len() {
            1 => "certified with 1 condition".to_owned(),
            conditions => format!("certified with {conditions} conditions"),
        },
        Motion::Decline => "declined".to_owned(),
        Motion::Defer => match (terms.returns, &terms.information) {
            (None, information) => format!("deferred until information comes{}", more(information.as_ref())),
            (Some(day), information) => format!("deferred until {day}{}", more(information.as_ref())),
        },
        Motion::Reclassify => match terms.program {
            Some(program) => format!("reclassified as {}", program.title()),
            None => "reclassified".to_owned(),
        },
        Motion::Suspend => format!("suspended{}", until(terms.until)),
        Motion::Revoke => "revoked".to_owned(),
        Motion::Refer => format!("referred to the Series Manager{}", more(terms.question.as_ref())),
    }
}

/// What the council's last word on an application leaves open, in words, where it still stands at `stage`: the day it
/// comes back, the information that is awaited, or what the Series Manager was asked. `ballots` are all of its ballots,
/// first to last.
pub fn pending(ballots: &[Ballot], stage: Stage) -> Option<String> {
    let (last, outcome) = ballots.iter().rev().find_map(|ballot| Some((ballot, ballot.outcome()?)))?;
    let pends = outcome == Outcome::Adopted
        && matches!(last.motion, Motion::Defer | Motion::Refer)
        && stage != Stage::OnAgenda
        && next_stages(last.motion, &last.terms, outcome).contains(&stage);
    pends.then(|| format!("{} ({})", does(last.motion, &last.terms), last.id))
}

#[cfg(test)]
mod tests {
    use super::{does, effect, next_stages, pending, set_aside};
    use crate::{
        council::{
            Ballot, BallotState, Motion, Outcome, Terms,
            sample::{self, condition, day},
        },
        review::Stage,
        rules::Program,
    };

    fn ballot(motion: Motion, terms: Terms, outcome: Outcome) -> Ballot {
        let (closed, at) = (chrono::DateTime::UNIX_EPOCH, chrono::DateTime::UNIX_EPOCH);
        let state = BallotState::Declared { closed, present: Vec::new(), at, outcome };
        Ballot { motion, terms, state, ..sample::ballot(15) }
    }

    fn to_a_day() -> Terms {
        Terms { returns: Some(day(12, 15)), ..Terms::default() }
    }

    fn for_information() -> Terms {
        Terms { information: Some("the price list".to_owned()), ..Terms::default() }
    }

    #[test]
    fn where_an_application_goes_unless_another_stage_is_chosen() {
        let first = |motion, terms: &Terms, outcome| next_stages(motion, terms, outcome)[0];
        let none = Terms::default();
        for (motion, terms, outcome, expected) in [
            (Motion::Approve, &none, Outcome::Adopted, Stage::Decided),
            (Motion::ApproveWithConditions, &none, Outcome::Adopted, Stage::Decided),
            (Motion::Decline, &none, Outcome::Adopted, Stage::Decided),
            (Motion::Defer, &to_a_day(), Outcome::Adopted, Stage::ReadyForTac),
            (Motion::Defer, &for_information(), Outcome::Adopted, Stage::AwaitingApplicant),
            (Motion::Reclassify, &none, Outcome::Adopted, Stage::InReview),
            (Motion::Suspend, &none, Outcome::Adopted, Stage::Decided),
            (Motion::Revoke, &none, Outcome::Adopted, Stage::Decided),
            (Motion::Refer, &none, Outcome::Adopted, Stage::ReadyForTac),
            (Motion::Approve, &none, Outcome::NotAdopted, Stage::Decided),
            (Motion::Defer, &to_a_day(), Outcome::NotAdopted, Stage::ReadyForTac),
            (Motion::Revoke, &none, Outcome::NotAdopted, Stage::Decided),
            (Motion::Suspend, &none, Outcome::NoDecision, Stage::Decided),
            (Motion::Approve, &none, Outcome::NoDecision, Stage::ReadyForTac),
        ] {
            assert_eq!(first(motion, terms, outcome), expected, "{motion} {outcome}");
        }
    }

    #[test]
    fn only_an_adopted_deferral_to_a_day_sets_aside() {
        assert_eq!(set_aside(Motion::Defer, &to_a_day(), Outcome::Adopted), Some(day(12, 15)));
        assert_eq!(set_aside(Motion::Defer, &to_a_day(), Outcome::NotAdopted), None);
        assert_eq!(set_aside(Motion::Defer, &for_information(), Outcome::Adopted), None);
        assert_eq!(set_aside(Motion::Approve, &to_a_day(), Outcome::Adopted), None);
    }

    #[test]
    fn what_an_adopted_motion_does_is_said_in_words() {
        let all = Terms {
            until: Some(day(12, 31)),
            conditions: vec![condition(day(12, 1)), condition(day(12, 2))],
            program: Some(Program::SpecialtySolution),
            question: Some("Is a free tier enough?".to_owned()),
            ..for_information()
        };
        let said: Vec<String> = Motion::ALL.iter().map(|motion| does(*motion, &all)).collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        certified
        certified with 2 conditions
        declined
        deferred until information comes: the price list
        reclassified as FinOps Certified Specialty Solution
        suspended until 2026-12-31
        revoked
        referred to the Series Manager: Is a free tier enough?
        ");
        assert_eq!(does(Motion::Defer, &to_a_day()), "deferred until 2026-12-15");
        assert_eq!(effect(&ballot(Motion::Decline, Terms::default(), Outcome::NotAdopted)), None);
        assert_eq!(effect(&sample::ballot(15)), None);
    }

    #[test]
    fn what_was_deferred_pends_until_it_moves_on() {
        let deferred = [ballot(Motion::Defer, for_information(), Outcome::Adopted)];
        let expected = Some("deferred until information comes: the price list (sample/1)".to_owned());
        assert_eq!(pending(&deferred, Stage::AwaitingApplicant), expected);
        assert_eq!(pending(&deferred, Stage::ReadyForTac), None, "the information came");
        let lost = [ballot(Motion::Defer, for_information(), Outcome::NotAdopted)];
        assert_eq!(pending(&lost, Stage::AwaitingApplicant), None);
        let referred = [ballot(Motion::Refer, Terms::default(), Outcome::Adopted)];
        assert!(pending(&referred, Stage::ReadyForTac).is_some());
        assert_eq!(pending(&referred, Stage::OnAgenda), None, "it is before the council again");
        let [referred] = referred;
        let later = [referred, ballot(Motion::Approve, Terms::default(), Outcome::NotAdopted)];
        assert_eq!(pending(&later, Stage::ReadyForTac), None, "a later ballot has the last word");
    }
}
