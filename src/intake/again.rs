//! A later submission for a known application: what stands as before keeps its number, so that what reviewers said of
//! it stays with it; everything else gets a number that was never used. What reviewers added stays, and so does a field
//! that they corrected, unless the applicant now sends something else in it than before.

use chrono::NaiveDate;

use super::{Submission, text::quote};
use crate::{
    record::{Change, Corrected, Field, amend},
    review::{Application, Facts, ItemKind, Remark, facts::ItemNo},
};

impl Submission {
    /// The change that adds this as the submission `n` of `known`, which reviewers have `corrected`. One that names no
    /// day was received `today`.
    pub fn again(mut self, known: &Application, corrected: &Corrected, n: u32, today: NaiveDate) -> Change {
        number(&mut self.facts, known);
        let given = known.facts.evidence.iter().filter(|one| corrected.evidence.contains(&one.n));
        for one in given {
            if self.facts.evidence.iter().all(|sent| sent.n != one.n) {
                self.facts.evidence.push(one.clone());
            }
        }
        let kept = keep_fields(&mut self, known, corrected);
        let received = self.arrived(today);
        Change::Submitted {
            application: known.reference.clone(),
            n,
            received,
            facts: self.facts,
            remarks: self.remarks,
            original: self.original,
            kept,
        }
    }
}

/// Keeps the fields that reviewers corrected as they are, and gives them; a remark names those that give way.
fn keep_fields(sent: &mut Submission, known: &Application, corrected: &Corrected) -> Vec<Field> {
    let mut kept = Vec::new();
    let mut give_way = Vec::new();
    for (field, before) in &corrected.fields {
        let (now, is) = (amend::get(&sent.facts, *field), amend::get(&known.facts, *field));
        if now == *before {
            kept.push((*field, is));
        } else if now != is {
            give_way.push((*field, now, is));
        }
    }
    // A parent is named before its size is, and loses it first: what cannot be set yet is tried once more.
    let mut refuses =
        |(field, is): &(Field, Option<String>)| amend::set(&mut sent.facts, *field, is.as_deref()).is_err();
    let (late, mut kept): (Vec<_>, Vec<_>) = kept.into_iter().partition(&mut refuses);
    let (lost, late): (Vec<_>, Vec<_>) = late.into_iter().partition(refuses);
    kept.extend(late);
    give_way.extend(lost.into_iter().map(|(field, is)| (field, amend::get(&sent.facts, field), is)));
    sent.remarks.extend(give_way.into_iter().map(|(field, now, is)| Remark {
        field: field.to_string(),
        text: format!("a reviewer had corrected it to {}; now the applicant sends {}", say(is), say(now)),
    }));
    kept.sort();
    kept.into_iter().map(|(field, _)| field).collect()
}

fn say(text: Option<String>) -> String {
    text.map_or_else(|| "nothing".to_owned(), |text| quote(&text))
}

/// Numbers what `facts` put forward after what is known.
fn number(facts: &mut Facts, known: &Application) {
    let checked = |kind| {
        let items = known.review.checks.keys().filter(move |item| item.kind == kind);
        items.map(|item| item.n).max().unwrap_or(0)
    };
    let before = &known.facts;
    keep(&mut facts.evidence, &before.evidence, checked(ItemKind::Evidence), |one| &mut one.n);
    keep(&mut facts.claims, &before.claims, checked(ItemKind::Claim), |one| &mut one.n);
    keep(&mut facts.holders, &before.holders, checked(ItemKind::Holder), |one| &mut one.n);
    keep(&mut facts.features, &before.features, checked(ItemKind::Feature), |one| &mut one.n);
    keep(&mut facts.working_groups, &before.working_groups, 0, |one| &mut one.n);
}

/// Gives each item the number of the one before that says the same, or the next one after all that were used.
fn keep<T: Clone + PartialEq>(
    items: &mut [T],
    before: &[T],
    last_checked: ItemNo,
    n: impl Fn(&mut T) -> &mut ItemNo,
) {
    let without_number = |item: &T| {
        let mut item = item.clone();
        let number = std::mem::take(n(&mut item));
        (item, number)
    };
    let mut free: Vec<(T, ItemNo)> = before.iter().map(without_number).collect();
    let last = free.iter().map(|(_, number)| *number).max().unwrap_or(0);
    let mut next = last.max(last_checked);
    for item in items {
        *n(item) = 0;
        let same = free.iter().position(|(other, _)| other == item);
        let number = same.map(|at| free.remove(at).1);
        *n(item) = number.unwrap_or_else(|| {
            next = next.saturating_add(1);
            next
        });
    }
}

#[cfg(test)]
mod tests {
    use super::keep;

    /// What an item says, and its number.
    type Item = (&'static str, u32);

    fn kept(items: &[&'static str], before: &[Item], last_checked: u32) -> Vec<Item> {
        let mut items: Vec<Item> = items.iter().map(|says| (*says, 7)).collect();
        keep(&mut items, before, last_checked, |item| &mut item.1);
        items
    }

    #[test]
    fn what_stands_as_before_keeps_its_number_wherever_it_stands() {
        assert_eq!(kept(&["b", "a"], &[("a", 1), ("b", 2)], 0), [("b", 2), ("a", 1)]);
    }

    #[test]
    fn what_is_new_gets_a_number_that_was_never_used() {
        assert_eq!(kept(&["c", "a"], &[("a", 1), ("b", 2)], 0), [("c", 3), ("a", 1)]);
        assert_eq!(kept(&["c"], &[("a", 1)], 5), [("c", 6)]);
    }

    #[test]
    fn two_that_say_the_same_keep_a_number_each() {
        assert_eq!(kept(&["a", "a", "a"], &[("a", 1), ("a", 4)], 0), [("a", 1), ("a", 4), ("a", 5)]);
    }
}
