//! The smallest sets of activities that would reach the total and the floors under the caps.

use super::WAYS;
use crate::{
    review::{
        case::Case,
        points::{ActivityDetail, CategoryDetail, Reckoned},
    },
    rules::Points,
};

/// More activities than this are no advice.
const MOST: usize = 24;

/// What so many more activities of one category bring: the activities, and the points counted with them.
struct Step<'a> {
    added: Vec<&'a ActivityDetail>,
    counted: u64,
}

/// The two best ways to the points that are missing at best; to accept what is claimed comes first.
pub(super) fn ways(case: &Case<'_>) -> Vec<String> {
    let Some((now, at_best)) = case.points_now_and_at_best() else {
        return Vec::new();
    };
    if now.met {
        return Vec::new();
    }
    if at_best.met {
        let more = at_best.total.0.saturating_sub(now.total.0);
        return vec![format!(
            "check the undecided claims: they bring {more} points, {} in all",
            at_best.total
        )];
    }
    smallest(at_best).iter().map(|set| in_words(set)).collect()
}

/// The sets with the fewest activities, at most two, in the order of the table.
fn smallest(reckoned: &Reckoned) -> Vec<Vec<&ActivityDetail>> {
    let ladders: Vec<Vec<Step<'_>>> = reckoned.categories.iter().map(ladder).collect();
    for size in 1..=MOST {
        let mut found = Vec::new();
        let search = Search { reckoned, ladders: &ladders };
        search.fill(size, 0, &mut Vec::new(), &mut found);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// What 0, 1, 2 ... more activities bring at best, the most valuable first, until the cap is reached.
fn ladder(category: &CategoryDetail) -> Vec<Step<'_>> {
    let mut activities: Vec<&ActivityDetail> = category.activities.iter().collect();
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.each));
    let room = |activity: &ActivityDetail| {
        let left = activity.limit.map_or(u64::MAX, |limit| limit.saturating_sub(activity.counted));
        usize::try_from(left).unwrap_or(MOST).min(MOST)
    };
    let units = activities.into_iter().flat_map(|one| std::iter::repeat_n(one, room(one)));
    let mut steps = vec![Step { added: Vec::new(), counted: category.result.counted.0 }];
    let mut raw = category.result.raw.0;
    let mut added = Vec::new();
    for unit in units.take(MOST) {
        if raw >= category.result.cap.0 {
            break;
        }
        raw = raw.saturating_add(unit.each.0);
        added.push(unit);
        steps.push(Step { added: added.clone(), counted: raw.min(category.result.cap.0) });
    }
    steps
}

struct Search<'l, 'a> {
    reckoned: &'a Reckoned,
    ladders: &'l [Vec<Step<'a>>],
}

impl<'l, 'a> Search<'l, 'a> {
    /// Shares `left` activities among the categories from the `nth` on.
    fn fill(
        &self,
        left: usize,
        nth: usize,
        chosen: &mut Vec<&'l Step<'a>>,
        found: &mut Vec<Vec<&'a ActivityDetail>>,
    ) {
        if found.len() >= WAYS {
            return;
        }
        let Some(ladder) = self.ladders.get(nth) else {
            if left == 0 && self.suffices(chosen) {
                found.push(chosen.iter().flat_map(|step| step.added.iter().copied()).collect());
            }
            return;
        };
        for (taken, step) in ladder.iter().enumerate().take(left.saturating_add(1)) {
            chosen.push(step);
            self.fill(left.saturating_sub(taken), nth.saturating_add(1), chosen, found);
            chosen.pop();
        }
    }

    fn suffices(&self, chosen: &[&Step<'_>]) -> bool {
        let total = chosen.iter().fold(0_u64, |sum, step| sum.saturating_add(step.counted));
        let mut pairs = self.reckoned.categories.iter().zip(chosen);
        let floors_met =
            pairs.all(|(category, step)| category.result.floor.unwrap_or_default() <= Points(step.counted));
        total >= self.reckoned.required.0 && floors_met
    }
}

fn in_words(set: &[&ActivityDetail]) -> String {
    let mut parts: Vec<(usize, &ActivityDetail)> = Vec::new();
    for activity in set {
        match parts.last_mut() {
            Some((times, last)) if last.id == activity.id => *times = times.saturating_add(1),
            _ => parts.push((1, activity)),
        }
    }
    let words = parts
        .into_iter()
        .map(|(times, activity)| format!("{times} x {} ({} each)", activity.title, activity.each));
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
