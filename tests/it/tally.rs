//! The arithmetic of a vote: the golden cases by name, and every small split against a second reckoning that shares
//! no code with the first.

use docket::council::{
    Base, Mode, Outcome, RuleSet, Split, Threshold, rules,
    tally::{self, SplitError, Tally},
};

pub(crate) mod plainly;

fn charter() -> RuleSet {
    RuleSet::shipped(rules::DEFAULT).unwrap()
}

/// A split as in the golden table: members, present, for, against, abstained, recused.
const fn split([members, present, for_, against, abstain, recused]: [u32; 6]) -> Split {
    Split { members, present, for_, against, abstain, recused }
}

/// What each reading gives, written as in the golden table: `+` adopted, `-` not, `0` no decision.
fn given(split: Split, mode: Mode, threshold: Threshold) -> String {
    let tally = tally::tally(&charter(), split, mode, threshold, None).unwrap();
    tally.readings.iter().map(|reading| sign(reading.adopted)).collect()
}

fn sign(adopted: Option<bool>) -> char {
    match adopted {
        Some(true) => '+',
        Some(false) => '-',
        None => '0',
    }
}

fn meeting(figures: [u32; 6]) -> String {
    given(split(figures), Mode::Meeting, Threshold::Majority)
}

fn electronic(figures: [u32; 6]) -> String {
    given(split(figures), Mode::Electronic, Threshold::Majority)
}

fn two_thirds(figures: [u32; 6]) -> String {
    given(split(figures), Mode::Meeting, Threshold::TwoThirdsOfMembers)
}

mod golden {
    use super::{electronic, meeting, two_thirds};

    #[test]
    fn p7_y7_has_no_quorum() {
        assert_eq!(meeting([15, 7, 7, 0, 0, 0]), "000");
    }

    #[test]
    fn p8_y5_n3_is_adopted() {
        assert_eq!(meeting([15, 8, 5, 3, 0, 0]), "+++");
    }

    #[test]
    fn p8_y4_n4_is_a_tie() {
        assert_eq!(meeting([15, 8, 4, 4, 0, 0]), "---");
    }

    #[test]
    fn p8_y4_n0_a4_is_adopted_by_votes_cast_alone() {
        assert_eq!(meeting([15, 8, 4, 0, 4, 0]), "--+");
    }

    #[test]
    fn p9_y4_n2_a1_r2_is_not_adopted_by_attendance_alone() {
        assert_eq!(meeting([15, 9, 4, 2, 1, 2]), "-++");
    }

    #[test]
    fn p8_r8_leaves_nobody_to_decide() {
        assert_eq!(meeting([15, 8, 0, 0, 0, 8]), "-00");
    }

    #[test]
    fn p8_with_one_recusal_by_leaving_loses_the_quorum() {
        assert_eq!(meeting([15, 7, 5, 2, 0, 0]), "000");
    }

    #[test]
    fn ten_members_p5_y3_n2_is_adopted() {
        assert_eq!(meeting([10, 5, 3, 2, 0, 0]), "+++");
    }

    #[test]
    fn ten_members_p4_has_no_quorum() {
        assert_eq!(meeting([10, 4, 4, 0, 0, 0]), "000");
    }

    #[test]
    fn electronic_y7_n0_with_8_silent_is_not_adopted() {
        assert_eq!(electronic([15, 0, 7, 0, 0, 0]), "-");
    }

    #[test]
    fn electronic_y8_n7_is_adopted() {
        assert_eq!(electronic([15, 99, 8, 7, 0, 0]), "+");
    }

    #[test]
    fn two_thirds_of_the_entire_council_y10_of_15_is_adopted() {
        assert_eq!(two_thirds([15, 15, 10, 5, 0, 0]), "+");
    }

    #[test]
    fn two_thirds_of_the_entire_council_y9_of_15_is_not() {
        assert_eq!(two_thirds([15, 15, 9, 6, 0, 0]), "-");
    }

    #[test]
    fn half_is_no_majority_y5_of_10() {
        assert_eq!(meeting([10, 10, 5, 5, 0, 0]), "---");
    }
}

#[test]
fn no_vote_cast_is_no_majority() {
    assert_eq!(meeting([15, 8, 0, 0, 0, 0]), "---");
    assert_eq!(meeting([15, 8, 0, 0, 8, 0]), "---");
}

#[test]
fn null_and_false_differ() {
    let all_recused = split([15, 8, 0, 0, 0, 8]);
    let tally = tally::tally(&charter(), all_recused, Mode::Meeting, Threshold::Majority, None).unwrap();
    assert!(!tally.agree);
    assert_eq!(tally.outcome, Outcome::NeedsRuling);
}

#[test]
fn figures_at_the_upper_edge_do_not_overflow() {
    let most = u32::MAX;
    assert_eq!(meeting([most, most, most / 2 + 1, most / 2, 0, 0]), "+++");
    assert_eq!(meeting([most, most, most / 2, 0, most / 2 + 1, 0]), "--+");
    assert_eq!(electronic([most, 0, most, 0, 0, 0]), "+");
    assert_eq!(two_thirds([most, most, most / 3 * 2, 0, 0, 0]), "+");
    assert_eq!(two_thirds([most, most, most / 3 * 2 - 1, 0, 0, 0]), "-");
    let too_many = split([most, most, most, most, most, most]);
    let error = tally::tally(&charter(), too_many, Mode::Meeting, Threshold::Majority, None).unwrap_err();
    assert_eq!(
        error,
        SplitError::TooManyPositions { positions: u64::from(most) * 4, voters: most, who: "present" }
    );
}

#[test]
fn a_split_that_cannot_be_is_refused() {
    let refused = |figures, mode, ruling| {
        tally::tally(&charter(), split(figures), mode, Threshold::Majority, ruling).unwrap_err()
    };
    assert_eq!(refused([0; 6], Mode::Meeting, None), SplitError::NoMembers);
    assert_eq!(refused([0; 6], Mode::Electronic, None), SplitError::NoMembers);
    assert_eq!(
        refused([5, 6, 0, 0, 0, 0], Mode::Meeting, None),
        SplitError::TooManyPresent { present: 6, members: 5 }
    );
    assert_eq!(
        refused([5, 4, 2, 1, 1, 1], Mode::Meeting, None),
        SplitError::TooManyPositions { positions: 5, voters: 4, who: "present" }
    );
    assert_eq!(
        refused([5, 9, 2, 2, 1, 1], Mode::Electronic, None),
        SplitError::TooManyPositions { positions: 6, voters: 5, who: "members" }
    );
    assert_eq!(
        refused([5, 5, 5, 0, 0, 0], Mode::Electronic, Some(Base::Cast)),
        SplitError::OneBase(Base::Cast)
    );
    assert_eq!(
        refused([5, 5, 5, 0, 0, 0], Mode::Meeting, Some(Base::Members)),
        SplitError::UnknownReading(Base::Members)
    );
}

/// Every split of a council of 1 to 15 members, under every mode, threshold and reading in force.
#[test]
fn every_split_up_to_fifteen_members_agrees_with_the_second_reckoning() {
    let rules = charter();
    let mut compared = 0_u32;
    for split in every_split(15) {
        for (mode, threshold, ruling) in every_question() {
            let first = tally::tally(&rules, split, mode, threshold, ruling);
            let second = plainly::reckon(split, mode, threshold, ruling);
            compared += 1;
            assert!(
                agree(split, first.as_ref().ok(), second.as_ref()),
                "{split:?} {mode} {threshold} {ruling:?}: {first:?}"
            );
        }
    }
    assert_eq!(compared, 54_263 * 20, "every split of 1 to 15 members, each asked every question");
}

/// The two reckonings say the same of `split`, or both refuse the question.
fn agree(split: Split, first: Option<&Tally>, second: Option<&plainly::Vote>) -> bool {
    let (Some(first), Some(second)) = (first, second) else { return first.is_none() && second.is_none() };
    let readings = || first.readings.iter().map(|one| (one.base, one.of, one.needed, one.adopted));
    let verdicts_agree = second.readings.iter().all(|reading| reading.3 == second.readings[0].3);
    first.outcome == second.outcome
        && first.quorum.map(|quorum| (quorum.needed, quorum.met)) == second.quorum
        && first.quorum.is_none_or(|quorum| quorum.present == split.present)
        && readings().eq(second.readings.iter().copied())
        && first.readings.iter().all(|reading| reading.for_ == split.for_)
        && first.agree == verdicts_agree
}

/// Without a meeting nobody need be present: positions of absent members count.
#[test]
fn an_electronic_vote_does_not_ask_who_is_present() {
    let rules = charter();
    for split in every_split(8).filter(|split| split.present == split.members) {
        for threshold in Threshold::ALL {
            let tally = |present| {
                tally::tally(&rules, Split { present, ..split }, Mode::Electronic, *threshold, None)
            };
            assert_eq!(tally(0), tally(split.members), "{split:?} {threshold}");
        }
    }
}

/// Every split of a council of up to `most` members, from nobody present to all, from nobody heard to all.
fn every_split(most: u32) -> impl Iterator<Item = Split> {
    (1..=most).flat_map(every_split_of)
}

/// Every split of a council of so many members.
pub(crate) fn every_split_of(members: u32) -> impl Iterator<Item = Split> {
    (0..=members).flat_map(move |present| {
        positions(present).map(move |[for_, against, abstain, recused]| Split {
            members,
            present,
            for_,
            against,
            abstain,
            recused,
        })
    })
}

fn positions(present: u32) -> impl Iterator<Item = [u32; 4]> {
    (0..=present).flat_map(move |for_| {
        (0..=present - for_).flat_map(move |against| {
            (0..=present - for_ - against).flat_map(move |abstain| {
                (0..=present - for_ - against - abstain).map(move |recused| [for_, against, abstain, recused])
            })
        })
    })
}

fn every_question() -> impl Iterator<Item = (Mode, Threshold, Option<Base>)> {
    let rulings = || Base::ALL.iter().copied().map(Some).chain([None]);
    Mode::ALL.iter().flat_map(move |mode| {
        Threshold::ALL
            .iter()
            .flat_map(move |threshold| rulings().map(move |ruling| (*mode, *threshold, ruling)))
    })
}
