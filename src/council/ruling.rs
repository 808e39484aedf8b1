//! Rulings: how the chair has decided that a rule is to be read. A ruling is kept for good, holds for what comes
//! later, and stands until another one takes its place.

use std::fmt;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    meeting::{Meeting, MeetingId},
    rules::RuleSet,
    tally::Base,
};
use crate::rules::ids::words;

words!(
    /// What a ruling is about.
    Matter {
        /// What a majority is taken of.
        Reading = "reading",
        /// Whether stand-ins vote.
        StandIns = "stand-ins",
    }
);

/// What was ruled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ruled {
    /// A majority is taken of this base.
    Reading(Base),
    /// Whoever stands in for a member does this.
    StandIns(StandsIn),
}

words!(
    /// What a stand-in does.
    StandsIn {
        /// Votes, and counts for the quorum.
        Vote = "vote",
        /// Is in the room, and no more.
        Listen = "listen",
    }
);

impl Ruled {
    /// What it is about.
    pub const fn matter(self) -> Matter {
        match self {
            Self::Reading(_) => Matter::Reading,
            Self::StandIns(_) => Matter::StandIns,
        }
    }

    /// What it says in one word, beside its matter.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Reading(base) => base.as_str(),
            Self::StandIns(what) => what.as_str(),
        }
    }

    /// What it says for people, beside its matter: whom a majority is taken of, or what a stand-in does.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reading(base) => base.words(),
            Self::StandIns(what) => what.as_str(),
        }
    }

    /// What a matter and a word beside it say; `None` where they do not go together.
    pub fn from_words(matter: Matter, value: &str) -> Option<Self> {
        match matter {
            Matter::Reading => value.parse().ok().map(Self::Reading),
            Matter::StandIns => value.parse().ok().map(Self::StandIns),
        }
    }
}

impl fmt::Display for Ruled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading(base) => write!(f, "a majority of {} decides", base.words()),
            Self::StandIns(StandsIn::Vote) => f.write_str("a stand-in votes"),
            Self::StandIns(StandsIn::Listen) => f.write_str("a stand-in listens, without a vote"),
        }
    }
}

/// A ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Its number in the docket; the first is 1.
    pub n: u32,
    /// The meeting it was made in, if it was made in one.
    pub meeting: Option<MeetingId>,
    /// The chair who ruled.
    pub chair: String,
    /// What held before.
    pub was: Ruled,
    /// What was ruled.
    pub now: Ruled,
    /// Why.
    pub because: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The last of `rulings` on `matter`: the one in force.
pub fn in_force(rulings: &[Ruling], matter: Matter) -> Option<&Ruling> {
    rulings.iter().filter(|ruling| ruling.now.matter() == matter).max_by_key(|ruling| ruling.n)
}

/// What holds in `matter`: the ruling in force, else what the rules say.
pub fn holds(rules: &RuleSet, rulings: &[Ruling], matter: Matter) -> Ruled {
    in_force(rulings, matter).map_or_else(
        || match matter {
            Matter::Reading => Ruled::Reading(rules.default_reading),
            Matter::StandIns => {
                Ruled::StandIns(if rules.stand_ins_vote { StandsIn::Vote } else { StandsIn::Listen })
            }
        },
        |ruling| ruling.now,
    )
}

/// What holds in `matter` where `meeting` is open: its own reading, which may have been fixed otherwise at its call to
/// order.
pub fn holds_in(rules: &RuleSet, rulings: &[Ruling], meeting: Option<&Meeting>, matter: Matter) -> Ruled {
    match (matter, meeting.and_then(|meeting| meeting.reading)) {
        (Matter::Reading, Some(base)) => Ruled::Reading(base),
        _ => holds(rules, rulings, matter),
    }
}

/// The words that can be ruled in `matter`.
pub fn choices(rules: &RuleSet, matter: Matter) -> Vec<&'static str> {
    match matter {
        Matter::Reading => rules.bases().map(Base::as_str).collect(),
        Matter::StandIns => StandsIn::ALL.iter().map(|what| what.as_str()).collect(),
    }
}

/// The reading with which a meeting is called to order.
pub fn reading(rules: &RuleSet, rulings: &[Ruling]) -> Base {
    match holds(rules, rulings, Matter::Reading) {
        Ruled::Reading(base) => base,
        Ruled::StandIns(_) => rules.default_reading,
    }
}

/// Whether a stand-in votes.
pub fn stand_ins_vote(rules: &RuleSet, rulings: &[Ruling]) -> bool {
    holds(rules, rulings, Matter::StandIns) == Ruled::StandIns(StandsIn::Vote)
}

/// Whether `ruled` can be ruled under `rules` at all.
pub fn can_be(rules: &RuleSet, wanted: Ruled) -> bool {
    match wanted {
        Ruled::Reading(base) => rules.bases().any(|known| known == base),
        Ruled::StandIns(_) => true,
    }
}

#[cfg(test)]
pub(crate) fn sample(n: u32, was: Base, now: Base) -> Ruling {
    Ruling {
        n,
        meeting: None,
        chair: "C. Chair".to_owned(),
        was: Ruled::Reading(was),
        now: Ruled::Reading(now),
        because: "So the charter is read from here on".to_owned(),
        at: DateTime::UNIX_EPOCH,
    }
}

#[cfg(test)]
mod tests {
    use super::{Matter, Ruled, can_be, holds, reading, sample};
    use crate::council::{Base, RuleSet, rules::DEFAULT};

    #[test]
    fn the_last_ruling_holds_and_without_one_the_rules_do() {
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        assert_eq!(reading(&rules, &[]), Base::Attendance);
        let rulings = [sample(2, Base::Unrecused, Base::Cast), sample(1, Base::Attendance, Base::Unrecused)];
        assert_eq!(reading(&rules, &rulings), Base::Cast);
        assert_eq!(holds(&rules, &rulings[1..], Matter::Reading), Ruled::Reading(Base::Unrecused));
    }

    #[test]
    fn only_a_reading_that_the_rules_know_can_be_ruled() {
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        assert!(can_be(&rules, Ruled::Reading(Base::Cast)));
        assert!(!can_be(&rules, Ruled::Reading(Base::Members)));
    }

    #[test]
    fn words_and_rulings_go_both_ways() {
        for base in Base::ALL {
            let ruled = Ruled::Reading(*base);
            assert_eq!(Ruled::from_words(ruled.matter(), ruled.value()), Some(ruled));
        }
        assert_eq!(Ruled::from_words(Matter::Reading, "most"), None);
    }
}
