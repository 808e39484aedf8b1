//! Rulings: how the chair has decided that a rule is to be read. A ruling is kept for good, holds for what comes
//! later, and stands until another one takes its place.

use std::{borrow::Cow, fmt};

use chrono::{DateTime, Days, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    meeting::{Meeting, MeetingId},
    rules::RuleSet,
    tally::Base,
};
use crate::rules::{Months, RuledOn, ids::words};

words!(
    /// What a ruling is about.
    Matter {
        /// What a majority is taken of.
        Reading = "reading",
        /// Whether stand-ins vote.
        StandIns = "stand-ins",
        /// How long a certification holds, where the motion does not say.
        Validity = "validity",
        /// Whether the head count applies to Enterprise, which an edition may only infer.
        HeadCount = "head-count",
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
    /// A certification holds for so many months; `None` where nothing is said of it.
    Validity(Option<Months>),
    /// The head count does this for Enterprise.
    HeadCount(HeadCount),
}

/// Most months that a certification can be ruled to hold.
pub const MOST_MONTHS: u32 = 600;

/// How it is said that there is no validity.
const UNSTATED: &str = "unstated";

/// What stands behind the figure of a validity.
const MONTHS: &str = " months";

words!(
    /// What a stand-in does.
    StandsIn {
        /// Votes, and counts for the quorum.
        Vote = "vote",
        /// Is in the room, and no more.
        Listen = "listen",
    }
);

words!(
    /// Whether the head count is asked of an Enterprise.
    HeadCount {
        /// It is.
        Applies = "applies",
        /// It is not.
        DoesNotApply = "does-not-apply",
        /// The edition says, and how sure that is.
        AsWritten = "as-written",
    }
);

impl HeadCount {
    /// Its name in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Applies => "applies",
            Self::DoesNotApply => "does not apply",
            Self::AsWritten => "as the edition has it",
        }
    }
}

impl Ruled {
    /// What it is about.
    pub const fn matter(self) -> Matter {
        match self {
            Self::Reading(_) => Matter::Reading,
            Self::StandIns(_) => Matter::StandIns,
            Self::Validity(_) => Matter::Validity,
            Self::HeadCount(_) => Matter::HeadCount,
        }
    }

    /// What it says in a word or two, beside its matter.
    pub fn value(self) -> Cow<'static, str> {
        match self {
            Self::Reading(base) => base.as_str().into(),
            Self::StandIns(what) => what.as_str().into(),
            Self::Validity(None) => UNSTATED.into(),
            Self::Validity(Some(Months(months))) => format!("{months}{MONTHS}").into(),
            Self::HeadCount(what) => what.as_str().into(),
        }
    }

    /// What it says for people, beside its matter: whom a majority is taken of, what a stand-in does, how long a
    /// certification holds, whether the head count applies.
    pub fn words(self) -> Cow<'static, str> {
        match self {
            Self::Reading(base) => base.words().into(),
            Self::StandIns(_) | Self::Validity(_) => self.value(),
            Self::HeadCount(what) => what.words().into(),
        }
    }

    /// What a matter and a word beside it say; `None` where they do not go together.
    pub fn from_words(matter: Matter, value: &str) -> Option<Self> {
        match matter {
            Matter::Reading => value.parse().ok().map(Self::Reading),
            Matter::StandIns => value.parse().ok().map(Self::StandIns),
            Matter::Validity if value == UNSTATED => Some(Self::Validity(None)),
            Matter::Validity => {
                let months = value.strip_suffix(MONTHS)?.parse().ok();
                months.map(|months| Self::Validity(Some(Months(months))))
            }
            Matter::HeadCount => value.parse().ok().map(Self::HeadCount),
        }
    }
}

impl fmt::Display for Ruled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reading(base) => write!(f, "a majority of {} decides", base.words()),
            Self::StandIns(StandsIn::Vote) => f.write_str("a stand-in votes"),
            Self::StandIns(StandsIn::Listen) => f.write_str("a stand-in listens, without a vote"),
            Self::Validity(None) => f.write_str("a certification holds until the day that its motion states"),
            Self::Validity(Some(Months(months))) => {
                write!(f, "a certification holds for {months} months, where its motion states no other day")
            }
            Self::HeadCount(HeadCount::AsWritten) => {
                f.write_str("the head count is asked of Enterprise as the edition has it")
            }
            Self::HeadCount(what) => write!(f, "the head count {} to Enterprise", what.words()),
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
    in_force_at(rulings, matter, None)
}

/// The one that was in force at `moment`; now, where none is given.
pub fn in_force_at(rulings: &[Ruling], matter: Matter, moment: Option<DateTime<Utc>>) -> Option<&Ruling> {
    let there = rulings.iter().filter(|ruling| moment.is_none_or(|moment| ruling.at <= moment));
    there.filter(|ruling| ruling.now.matter() == matter).max_by_key(|ruling| ruling.n)
}

/// What holds in `matter`: the ruling in force, else what the rules say.
pub fn holds(rules: &RuleSet, rulings: &[Ruling], matter: Matter) -> Ruled {
    in_force(rulings, matter).map_or_else(
        || match matter {
            Matter::Reading => Ruled::Reading(rules.default_reading),
            Matter::StandIns => {
                Ruled::StandIns(if rules.stand_ins_vote { StandsIn::Vote } else { StandsIn::Listen })
            }
            Matter::Validity => Ruled::Validity(None),
            Matter::HeadCount => Ruled::HeadCount(HeadCount::AsWritten),
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
pub fn choices(rules: &RuleSet, matter: Matter) -> Vec<Cow<'static, str>> {
    match matter {
        Matter::Reading => rules.bases().map(|base| base.as_str().into()).collect(),
        Matter::StandIns => StandsIn::ALL.iter().map(|what| what.as_str().into()).collect(),
        Matter::Validity => vec![format!("1 to {MOST_MONTHS} months").into(), UNSTATED.into()],
        Matter::HeadCount => HeadCount::ALL.iter().map(|what| what.as_str().into()).collect(),
    }
}

/// The reading with which a meeting is called to order.
pub fn reading(rules: &RuleSet, rulings: &[Ruling]) -> Base {
    match holds(rules, rulings, Matter::Reading) {
        Ruled::Reading(base) => base,
        Ruled::StandIns(_) | Ruled::Validity(_) | Ruled::HeadCount(_) => rules.default_reading,
    }
}

/// Whether a stand-in votes.
pub fn stand_ins_vote(rules: &RuleSet, rulings: &[Ruling]) -> bool {
    holds(rules, rulings, Matter::StandIns) == Ruled::StandIns(StandsIn::Vote)
}

/// The last day that a ruling in force gives a certification which begins on `first`, and the ruling.
pub fn last_day(rulings: &[Ruling], first: NaiveDate) -> Option<(NaiveDate, &Ruling)> {
    let ruling = in_force(rulings, Matter::Validity)?;
    let Ruled::Validity(Some(Months(months))) = ruling.now else { return None };
    let after = first.checked_add_months(chrono::Months::new(months))?;
    Some((after.checked_sub_days(Days::new(1))?, ruling))
}

/// What was ruled by `moment` of the head count for Enterprise; by now, where none is given.
pub fn on_head_count(rulings: &[Ruling], moment: Option<DateTime<Utc>>) -> Option<RuledOn> {
    let last = in_force_at(rulings, Matter::HeadCount, moment)?;
    let applies = match last.now {
        Ruled::HeadCount(HeadCount::Applies) => true,
        Ruled::HeadCount(HeadCount::DoesNotApply) => false,
        _ => return None,
    };
    Some(RuledOn { applies, by: format!("ruling {} of {} by {}", last.n, last.at.date_naive(), last.chair) })
}

/// Whether `ruled` can be ruled under `rules` at all.
pub fn can_be(rules: &RuleSet, wanted: Ruled) -> bool {
    match wanted {
        Ruled::Reading(base) => rules.bases().any(|known| known == base),
        Ruled::StandIns(_) | Ruled::Validity(None) | Ruled::HeadCount(_) => true,
        Ruled::Validity(Some(Months(months))) => (1..=MOST_MONTHS).contains(&months),
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
    use chrono::DateTime;

    use super::{HeadCount, Matter, Ruled, Ruling, can_be, holds, last_day, on_head_count, reading, sample};
    use crate::council::{Base, RuleSet, rules::DEFAULT};
    use crate::rules::Months;

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
    fn a_validity_gives_the_last_day_and_is_taken_back_by_another_ruling() {
        let validity = |n, months: Option<u32>| Ruling {
            now: Ruled::Validity(months.map(Months)),
            ..sample(n, Base::Attendance, Base::Cast)
        };
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let last = |rulings: &[Ruling], first| last_day(rulings, day(first)).map(|(day, by)| (day, by.n));
        assert_eq!(last(&[], "2026-11-24"), None);
        let rulings = [validity(1, Some(24)), sample(2, Base::Attendance, Base::Cast)];
        assert_eq!(last(&rulings, "2026-11-24"), Some((day("2028-11-23"), 1)));
        assert_eq!(last(&rulings, "2028-02-29"), Some((day("2030-02-27"), 1)));
        assert_eq!(last(&[rulings[0].clone(), validity(3, None)], "2026-11-24"), None);
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        let months = |n| can_be(&rules, Ruled::Validity(Some(Months(n))));
        assert!(months(1) && months(600) && !months(0) && !months(601));
    }

    #[test]
    fn a_head_count_is_ruled_on_from_its_moment_and_until_it_is_taken_back() {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let ruled = |n: u32, what| Ruling {
            now: Ruled::HeadCount(what),
            at: at(i64::from(n)),
            ..sample(n, Base::Attendance, Base::Cast)
        };
        let rulings =
            [ruled(1, HeadCount::DoesNotApply), ruled(2, HeadCount::Applies), ruled(3, HeadCount::AsWritten)];
        let applies = |moment| on_head_count(&rulings, moment).map(|ruled| ruled.applies);
        assert_eq!(on_head_count(&[], None), None);
        assert_eq!(applies(Some(at(0))), None);
        assert_eq!(applies(Some(at(1))), Some(false));
        assert_eq!(applies(Some(at(2))), Some(true));
        assert_eq!(applies(None), None);
        assert_eq!(on_head_count(&rulings[..1], None).unwrap().by, "ruling 1 of 1970-01-01 by C. Chair");
    }

    #[test]
    fn words_and_rulings_go_both_ways() {
        for base in Base::ALL {
            let ruled = Ruled::Reading(*base);
            assert_eq!(Ruled::from_words(ruled.matter(), &ruled.value()), Some(ruled));
        }
        let head_counts = HeadCount::ALL.iter().map(|what| Ruled::HeadCount(*what));
        for ruled in [Ruled::Validity(None), Ruled::Validity(Some(Months(24)))].into_iter().chain(head_counts)
        {
            assert_eq!(Ruled::from_words(ruled.matter(), &ruled.value()), Some(ruled));
        }
        assert_eq!(Ruled::from_words(Matter::Validity, "24"), None);
        assert_eq!(Ruled::from_words(Matter::Reading, "most"), None);
    }
}
