//! What becomes of a condition: it is open, comes due, is cleared with evidence, or lapses.
//!
//! A condition that lapses takes nothing away by itself: no source says so. It is shown until it is cleared, late, or
//! until the council suspends or revokes the certification.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::motion::Condition;
use crate::rules::ids::words;

/// Days before its due date in which a condition is due soon.
pub const SOON: u64 = 14;

/// Somebody said that a condition is met, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clearing {
    /// The day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// What shows it: a link or a text.
    pub evidence: String,
}

/// A condition under which a certification was granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Imposed {
    /// Its number among those of its ballot; the first is 1.
    pub n: u32,
    /// What is asked, of whom, by when.
    #[serde(flatten)]
    pub condition: Condition,
    /// Its clearing; `None` while it is open.
    pub cleared: Option<Clearing>,
}

words!(
    /// Where a condition stands on a day.
    ConditionState {
        /// Not cleared, and not due soon.
        Open = "open",
        /// Not cleared, and due within [`SOON`] days, the due date itself included.
        DueSoon = "due-soon",
        /// Not cleared, and the due date has passed.
        Lapsed = "lapsed",
        /// Cleared.
        Cleared = "cleared",
    }
);

impl Imposed {
    /// Where it stands on `day`. A clearing counts from the first day on: the question is what is known of it.
    pub fn state(&self, day: NaiveDate) -> ConditionState {
        let soon = day.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
        match self.condition.due {
            _ if self.cleared.is_some() => ConditionState::Cleared,
            due if due < day => ConditionState::Lapsed,
            due if due <= soon => ConditionState::DueSoon,
            _ => ConditionState::Open,
        }
    }

    /// Whether it was cleared after its due date.
    pub fn is_late(&self) -> bool {
        self.cleared.as_ref().is_some_and(|cleared| cleared.on > self.condition.due)
    }

    /// Where it stands on `day`, in words: "open, due 2026-12-01", "lapsed on 2026-12-01", "cleared late on 2026-12-03".
    pub fn standing(&self, day: NaiveDate) -> String {
        match (&self.cleared, self.state(day)) {
            (Some(cleared), _) => {
                format!(
                    "cleared {}on {} by {}",
                    if self.is_late() { "late " } else { "" },
                    cleared.on,
                    cleared.by
                )
            }
            (None, ConditionState::Lapsed) => format!("lapsed: was due {}", self.condition.due),
            (None, ConditionState::DueSoon) => format!("due soon: {}", self.condition.due),
            (None, _) => format!("open, due {}", self.condition.due),
        }
    }
}

impl Condition {
    /// Who may say that it is met, in small letters and without an article: a person or a role. `None` is anybody.
    pub fn clearer(&self) -> Option<String> {
        self.cleared_by.as_deref().map(plain).filter(|named| !named.is_empty())
    }

    /// Whether whoever acts as `actor`, in `role` where one was given, may say that it is met: anybody where the motion
    /// names nobody, else the person or the role that it names ("the lead", "lead"). It is a record, not a lock.
    pub fn may_be_cleared_by(&self, actor: &str, role: Option<&str>) -> bool {
        self.clearer().is_none_or(|named| plain(actor) == named || role.is_some_and(|role| role == named))
    }
}

fn plain(who: &str) -> String {
    let who = who.trim().to_lowercase();
    who.strip_prefix("the ").map(str::to_owned).unwrap_or(who)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Clearing, ConditionState, Imposed};
    use crate::council::sample::{condition, day};

    fn imposed(cleared: Option<NaiveDate>) -> Imposed {
        let clearing =
            |on| Clearing { on, by: "L. Lead".to_owned(), evidence: "https://proof.example".to_owned() };
        Imposed { n: 1, condition: condition(day(12, 15)), cleared: cleared.map(clearing) }
    }

    #[test]
    fn a_condition_comes_due_and_lapses_on_the_day_after() {
        let open = imposed(None);
        for (on, expected) in [
            (day(11, 30), ConditionState::Open),
            (day(12, 1), ConditionState::DueSoon),
            (day(12, 14), ConditionState::DueSoon),
            (day(12, 15), ConditionState::DueSoon),
            (day(12, 16), ConditionState::Lapsed),
        ] {
            assert_eq!(open.state(on), expected, "{on}");
        }
        assert_eq!(open.standing(day(11, 30)), "open, due 2026-12-15");
        assert_eq!(open.standing(day(12, 15)), "due soon: 2026-12-15");
        assert_eq!(open.standing(day(12, 16)), "lapsed: was due 2026-12-15");
    }

    #[test]
    fn a_clearing_on_the_due_day_is_in_time_and_one_on_the_day_after_is_late() {
        for (on, late) in [(day(12, 14), false), (day(12, 15), false), (day(12, 16), true)] {
            let cleared = imposed(Some(on));
            assert_eq!(
                (cleared.state(day(12, 31)), cleared.is_late()),
                (ConditionState::Cleared, late),
                "{on}"
            );
        }
        assert_eq!(imposed(Some(day(12, 16))).standing(day(12, 31)), "cleared late on 2026-12-16 by L. Lead");
        assert_eq!(imposed(Some(day(12, 15))).standing(day(12, 31)), "cleared on 2026-12-15 by L. Lead");
    }

    #[test]
    fn who_may_clear_is_a_person_or_a_role_or_anybody() {
        let mut condition = condition(day(12, 15));
        assert!(condition.may_be_cleared_by("R. Reviewer", None));
        condition.cleared_by = Some("the Lead".to_owned());
        assert!(!condition.may_be_cleared_by("R. Reviewer", None));
        assert!(!condition.may_be_cleared_by("R. Reviewer", Some("chair")));
        assert!(condition.may_be_cleared_by("R. Reviewer", Some("lead")));
        condition.cleared_by = Some("r. reviewer ".to_owned());
        assert!(condition.may_be_cleared_by("R. Reviewer", None));
        assert!(!condition.may_be_cleared_by("L. Lead", Some("lead")));
        condition.cleared_by = Some(" ".to_owned());
        assert!(condition.may_be_cleared_by("Anybody", None));
    }
}
