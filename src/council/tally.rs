//! The arithmetic of a vote: quorum, readings and outcome, in integers. Its JSON form is the contract of
//! `docket tally --json`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{rules::RuleSet, share::Share};
use crate::rules::ids::words;

words!(
    /// What "a majority" is taken of.
    Base {
        /// Everyone present.
        Attendance = "attendance",
        /// Everyone present who is not recused.
        Unrecused = "unrecused",
        /// For and against only.
        Cast = "cast",
        /// Every member, present or not.
        Members = "members",
    }
);

impl Base {
    /// Whom a majority is taken of, for people: `those in attendance`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Attendance => "those in attendance",
            Self::Unrecused => "those in attendance less the recused",
            Self::Cast => "the votes for and against",
            Self::Members => "all members",
        }
    }

    /// The same behind a number: `12 in attendance`.
    pub const fn counted(self) -> &'static str {
        match self {
            Self::Attendance => "in attendance",
            Self::Unrecused => "in attendance and not recused",
            Self::Cast => "votes for and against",
            Self::Members => "members",
        }
    }
}

words!(
    /// How the vote is taken.
    Mode {
        /// In a meeting: those present decide, with a quorum.
        Meeting = "meeting",
        /// Without a meeting: all members are the base, and there is no quorum.
        Electronic = "electronic",
    }
);

words!(
    /// How much is needed.
    Threshold {
        /// More than half of the base.
        Majority = "majority",
        /// At least two thirds of all members.
        TwoThirdsOfMembers = "two-thirds-of-members",
    }
);

words!(
    /// What a vote comes to.
    Outcome {
        /// Carried.
        Adopted = "adopted",
        /// Not carried: a tie, or short of what is needed.
        NotAdopted = "not-adopted",
        /// No quorum, or nobody left to decide.
        NoDecision = "no-decision",
        /// The readings differ and none is in force.
        NeedsRuling = "needs-ruling",
    }
);

/// How a vote split, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// Voting members on the day.
    pub members: u32,
    /// Of them present.
    pub present: u32,
    /// For.
    pub for_: u32,
    /// Against.
    pub against: u32,
    /// Abstained.
    pub abstain: u32,
    /// Recused.
    pub recused: u32,
}

impl Split {
    /// As many for as against: no majority, which is all there is to a tie.
    pub const fn is_tie(&self) -> bool {
        self.for_ > 0 && self.for_ == self.against
    }
}

/// A tally under every reading that applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// The quorum; `None` for an electronic vote.
    pub quorum: Option<Quorum>,
    /// Each reading.
    pub readings: Vec<Reading>,
    /// Whether all readings come to the same.
    pub agree: bool,
    /// What it comes to.
    pub outcome: Outcome,
}

/// Presence against what is needed, in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quorum {
    /// Needed.
    pub needed: u32,
    /// Present.
    pub present: u32,
    /// Whether it is there.
    pub met: bool,
}

/// The tally under one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// What the majority is taken of.
    pub base: Base,
    /// People in the base.
    pub of: u32,
    /// Votes for that are needed.
    pub needed: u32,
    /// Votes for.
    #[serde(rename = "for")]
    pub for_: u32,
    /// Whether it carries; `None` is no decision.
    pub adopted: Option<bool>,
}

impl Outcome {
    /// The outcome where one reading decides.
    pub const fn of(adopted: Option<bool>) -> Self {
        match adopted {
            Some(true) => Self::Adopted,
            Some(false) => Self::NotAdopted,
            None => Self::NoDecision,
        }
    }

    /// A declared result in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::NotAdopted => "not adopted",
            Self::NoDecision => "no decision",
            Self::NeedsRuling => "needs a ruling",
        }
    }

    /// What the figures of a ballot that is not declared come to: only a declared result is called by its name.
    pub const fn as_it_stands(self) -> &'static str {
        match self {
            Self::Adopted => "enough as it stands",
            Self::NotAdopted => "not enough as it stands",
            Self::NoDecision | Self::NeedsRuling => "nothing can be decided as it stands",
        }
    }
}

impl Tally {
    /// What the reading `base` gives, if it is one of those that apply.
    pub fn under(&self, base: Base) -> Option<&Reading> {
        under(&self.readings, base)
    }
}

/// A split that cannot be, or a question that does not fit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SplitError {
    /// A council without members.
    #[error("a council of 0 members cannot vote: give at least 1 member")]
    NoMembers,
    /// More people present than there are.
    #[error("{present} present of {members} members: the members cannot be fewer than those present")]
    TooManyPresent {
        /// Present.
        present: u32,
        /// Members.
        members: u32,
    },
    /// More positions than people who may take one.
    #[error("{positions} positions of {voters} {who}: for, against, abstain and recused cannot exceed them")]
    TooManyPositions {
        /// Positions in all.
        positions: u64,
        /// Those who may take one.
        voters: u32,
        /// Who they are.
        who: &'static str,
    },
    /// A reading was ruled where only one base applies.
    #[error("no ruling on `{0}` here: this vote has one base alone, all members; leave the ruling out")]
    OneBase(Base),
    /// A reading was ruled that the rule set does not know.
    #[error("`{0}` is none of the readings of this rule set")]
    UnknownReading(Base),
}

/// What `split` comes to under every reading that applies, and as a whole.
///
/// `ruling` is the reading in force; without one, readings that differ come to [`Outcome::NeedsRuling`]. An
/// electronic vote ignores who is present.
pub fn tally(
    rules: &RuleSet,
    split: Split,
    mode: Mode,
    threshold: Threshold,
    ruling: Option<Base>,
) -> Result<Tally, SplitError> {
    check(split, mode)?;
    let quorum = (mode == Mode::Meeting).then(|| quorum(rules, split));
    let can_decide = quorum.is_none_or(|quorum| quorum.met);
    let of_members = match (mode, threshold) {
        (Mode::Meeting, Threshold::Majority) => None,
        (Mode::Electronic, Threshold::Majority) => Some(&rules.electronic),
        (_, Threshold::TwoThirdsOfMembers) => Some(&rules.two_thirds_of_members),
    };
    let readings: Vec<_> = match of_members {
        Some(rule) => vec![read(rule.share, Base::Members, split, can_decide)],
        None => rules.bases().map(|base| read(rules.majority.share, base, split, can_decide)).collect(),
    };
    let in_force = match ruling {
        Some(base) if of_members.is_some() => return Err(SplitError::OneBase(base)),
        Some(base) => Some(under(&readings, base).ok_or(SplitError::UnknownReading(base))?),
        None => None,
    };
    let first = readings.first().and_then(|reading| reading.adopted);
    let agree = readings.iter().all(|reading| reading.adopted == first);
    let outcome = match (in_force, agree) {
        (Some(reading), _) => Outcome::of(reading.adopted),
        (None, true) => Outcome::of(first),
        (None, false) => Outcome::NeedsRuling,
    };
    Ok(Tally { quorum, readings, agree, outcome })
}

/// The quorum of a meeting.
pub fn quorum(rules: &RuleSet, split: Split) -> Quorum {
    let needed = rules.quorum.share.needed(split.members);
    Quorum { needed, present: split.present, met: split.present >= needed }
}

fn check(split: Split, mode: Mode) -> Result<(), SplitError> {
    let Split { members, present, .. } = split;
    let (voters, who) = match mode {
        Mode::Meeting => (present, "present"),
        Mode::Electronic => (members, "members"),
    };
    let positions = [split.for_, split.against, split.abstain, split.recused].map(u64::from).iter().sum();
    if members == 0 {
        Err(SplitError::NoMembers)
    } else if mode == Mode::Meeting && present > members {
        Err(SplitError::TooManyPresent { present, members })
    } else if positions > u64::from(voters) {
        Err(SplitError::TooManyPositions { positions, voters, who })
    } else {
        Ok(())
    }
}

/// One reading. It gives no decision without a quorum, and none to a base that recusal alone has emptied.
fn read(share: Share, base: Base, split: Split, can_decide: bool) -> Reading {
    let unrecused = split.present.saturating_sub(split.recused);
    let of = match base {
        Base::Attendance => split.present,
        Base::Unrecused => unrecused,
        Base::Cast => split.for_.saturating_add(split.against),
        Base::Members => split.members,
    };
    let nobody_left = matches!(base, Base::Unrecused | Base::Cast) && unrecused == 0;
    let needed = share.needed(of);
    let adopted = (can_decide && !nobody_left).then_some(split.for_ >= needed);
    Reading { base, of, needed, for_: split.for_, adopted }
}

fn under(readings: &[Reading], base: Base) -> Option<&Reading> {
    readings.iter().find(|reading| reading.base == base)
}
