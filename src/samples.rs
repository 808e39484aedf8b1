//! The samples: an invented docket whose days are counted from today.
//!
//! `assets/samples/samples.json` tells who applied, how far each review has come, and what the council has decided.
//! Here that is played through on a docket in memory, by the same checks as everything else; the changes that come
//! of it are then made in the real docket in one transaction.

mod council;
mod script;
mod story;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{
    council::rules::RulesError,
    intake::IntakeError,
    record::{Act, Change, Role, ballot::Unsettled},
    store::{CommitError, Store, StoreEnv, StoreError},
};

/// In whose name the samples are entered.
pub const ACTOR: &str = "samples";

/// Changes that are made as one, by whom and when.
pub type Batch = (Act, Vec<Change>);

/// Why there are no samples.
#[derive(Debug, thiserror::Error)]
pub enum SamplesError {
    /// The script cannot be read.
    #[error("the samples' script is wrong: {0}")]
    Script(#[from] serde_json::Error),
    /// An application in it cannot be read.
    #[error("an application of the samples cannot be read: {0}")]
    Intake(#[from] IntakeError),
    /// Something in it is not what it should be.
    #[error("the samples' script does not fit: {0}")]
    Wrong(String),
    /// The council's rules cannot be read.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// A change is refused.
    #[error("a change of the samples is refused: {0}")]
    Refused(#[from] crate::council::Refusal),
    /// A ballot cannot be declared.
    #[error("a ballot of the samples cannot be declared: {0}")]
    Declared(#[from] Unsettled),
    /// A change cannot be made.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The docket cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Loads the samples into `store` in one transaction. `me` is the reviewer at the console, to whom some of them are
/// assigned.
///
/// # Errors
/// The docket cannot be changed, or holds one of their refs already.
pub fn load(store: &mut Store, me: &str, today: NaiveDate) -> Result<(), SamplesError> {
    store.commit_all(batches(me, today)?)?;
    Ok(())
}

/// The changes that make the samples.
///
/// # Errors
/// The script is wrong; a test shows that the shipped one is not.
pub fn batches(me: &str, today: NaiveDate) -> Result<Vec<Batch>, SamplesError> {
    let script = script::read(today)?;
    let store = Store::in_memory(StoreEnv::counting())?;
    let mut stage = Rehearsal { store, today, batches: Vec::new() };
    council::seats(&mut stage, &script.seats, today)?;
    for sample in script.applications {
        story::tell(&mut stage, sample, me, today)?;
    }
    for meeting in script.meetings {
        council::meet(&mut stage, meeting, today)?;
    }
    Ok(stage.batches)
}

/// A docket in memory on which the samples are played through, and the changes so far.
struct Rehearsal {
    store: Store,
    today: NaiveDate,
    batches: Vec<Batch>,
}

impl Rehearsal {
    /// Makes `changes` on `day`, at the `minute` of that day; what is of today has happened at its beginning.
    fn make(&mut self, day: NaiveDate, minute: u32, changes: Vec<Change>) -> Result<(), SamplesError> {
        self.make_as(day, minute, None, changes)
    }

    /// The same in a role.
    fn make_as(
        &mut self,
        day: NaiveDate,
        minute: u32,
        role: Option<Role>,
        changes: Vec<Change>,
    ) -> Result<(), SamplesError> {
        let minute = if day < self.today { minute } else { 0 };
        let act = Act { actor: ACTOR.to_owned(), role, at: instant(day, minute), today: day };
        self.store.commit(&act, changes.clone())?;
        self.batches.push((act, changes));
        Ok(())
    }
}

/// The instant so many minutes after midnight of `day`.
fn instant(day: NaiveDate, minute: u32) -> DateTime<Utc> {
    let time =
        NaiveTime::from_num_seconds_from_midnight_opt(minute.saturating_mul(60), 0).unwrap_or_default();
    day.and_time(time).and_utc()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{batches, load};
    use crate::{
        council::conflict::{Relation, Suggestion},
        review::{
            Ref,
            queue::{Filter, Sort, Window},
        },
        rules::Program,
        store::{Store, StoreEnv},
    };

    #[test]
    fn the_samples_load_on_any_day() {
        for (year, month, day) in [(2026, 11, 23), (2028, 2, 29), (2027, 1, 1), (2027, 3, 31)] {
            let today = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
            load(&mut store, "mo", today).unwrap_or_else(|error| panic!("{today}: {error}"));
            let window = Window { first: 0, rows: 100 };
            let page = store.page(&Filter::default(), Sort::Received, window).unwrap();
            assert!(page.total >= 14, "{}", page.total);
            for program in Program::ALL {
                assert!(page.rows.iter().any(|row| row.program == *program), "nobody asks for {program}");
            }
            assert_eq!(store.seats().unwrap().len(), 15);
            assert_eq!(store.seats().unwrap().iter().filter(|seat| seat.chair).count(), 1);
            let quillstone = store.application(&Ref::new("quillstone-specialty")).unwrap().unwrap();
            let seats = store.seats().unwrap();
            let found = store.conflicts().unwrap().of_seats(&seats, (&quillstone).into(), today);
            let parent = |one: &Suggestion| one.relation == Relation::Parent;
            assert_eq!(
                found.iter().filter(|one| parent(one)).count(),
                1,
                "one works in its group: {found:?}"
            );
        }
    }

    #[test]
    fn nothing_in_them_happens_later_than_the_day_begins() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let batches = batches("mo", today).unwrap();
        assert!(batches.iter().all(|(act, _)| act.at <= super::instant(today, 0)));
    }

    #[test]
    fn the_same_day_gives_the_same_samples() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(batches("mo", today).unwrap(), batches("mo", today).unwrap());
    }
}
