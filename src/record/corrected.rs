//! What reviewers made of what an applicant sent, read off the changes of one application in their order.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Field};
use crate::review::facts::ItemNo;

/// What reviewers made of what an applicant sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    /// The fields that read otherwise than they were sent, each with what was sent.
    pub fields: BTreeMap<Field, Option<String>>,
    /// The pieces of evidence that reviewers added.
    pub evidence: BTreeSet<ItemNo>,
}

impl Corrected {
    /// Takes account of the next change of the application.
    pub fn add<P>(&mut self, change: &Change<P>) {
        match change {
            Change::Amended { field, was, now, .. } => {
                let sent = self.fields.entry(*field).or_insert_with(|| was.clone());
                if sent == now {
                    self.fields.remove(field);
                }
            }
            Change::Given { was: None, now: Some(given), .. } => {
                self.evidence.insert(given.n);
            }
            Change::Given { was: Some(given), now: None, .. } => {
                self.evidence.remove(&given.n);
            }
            Change::Submitted { facts, kept, .. } => {
                self.fields.retain(|field, _| kept.contains(field));
                self.evidence.retain(|n| facts.evidence.iter().any(|one| one.n == *n));
            }
            _ => {}
        }
    }
}

impl<'c, P: 'c> FromIterator<&'c Change<P>> for Corrected {
    fn from_iter<I: IntoIterator<Item = &'c Change<P>>>(changes: I) -> Self {
        let mut corrected = Self::default();
        changes.into_iter().for_each(|change| corrected.add(change));
        corrected
    }
}

#[cfg(test)]
mod tests {
    use super::Corrected;
    use crate::record::{Change, Field, sample, undo::mirror};

    fn amended(field: Field, was: &str, now: &str) -> Change {
        let text = |text: &str| Some(text.to_owned());
        Change::Amended { application: sample::reference(), field, was: text(was), now: text(now) }
    }

    fn given(n: u32) -> Change {
        Change::Given { application: sample::reference(), was: None, now: Some(sample::evidence(n)) }
    }

    fn submitted(evidence: &[u32], kept: Vec<Field>) -> Change {
        let mut facts = sample::facts();
        facts.evidence = evidence.iter().map(|n| sample::evidence(*n)).collect();
        Change::Submitted {
            application: sample::reference(),
            n: 2,
            received: sample::day(10, 1),
            facts,
            remarks: Vec::new(),
            original: "{}".to_owned(),
            kept,
        }
    }

    #[test]
    fn a_field_is_corrected_until_it_reads_as_it_was_sent() {
        let (first, second) =
            (amended(Field::Employees, "140", "150"), amended(Field::Employees, "150", "160"));
        let corrected: Corrected = [&first, &second].into_iter().collect();
        assert_eq!(corrected.fields.get(&Field::Employees), Some(&Some("140".to_owned())));
        let undone = [mirror(&second).unwrap(), mirror(&first).unwrap()];
        let corrected: Corrected = [&first, &second].into_iter().chain(&undone).collect();
        assert_eq!(corrected, Corrected::default());
    }

    #[test]
    fn evidence_is_added_until_it_is_taken_back() {
        let changes = [given(2), given(3), mirror(&given(2)).unwrap()];
        let corrected: Corrected = changes.iter().collect();
        assert_eq!(corrected.evidence.into_iter().collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_later_submission_says_what_stays() {
        let made = [
            amended(Field::Employees, "140", "150"),
            amended(Field::Website, "a", "b"),
            given(2),
            given(3),
            submitted(&[1, 3], vec![Field::Website]),
        ];
        let corrected: Corrected = made.iter().collect();
        assert_eq!(corrected.fields.into_keys().collect::<Vec<_>>(), [Field::Website]);
        assert_eq!(corrected.evidence.into_iter().collect::<Vec<_>>(), [3]);
    }
}
