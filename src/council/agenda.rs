//! The agenda: applications and free items in one order, and what was noted of each.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::meeting::Meeting;
use crate::review::Ref;

/// The number of a free item in its meeting; the first is 1. It is no place: an item keeps it when it is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ItemNo(pub u32);

impl fmt::Display for ItemNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// What a free item says, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FreeItem {
    /// What it is about, such as `Minutes of the last meeting`.
    pub text: String,
    /// Its place on the agenda; the first is 1, one beyond the end is the end.
    pub place: u32,
}

/// What a line of the agenda is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// An application.
    Application(Ref),
    /// A free item.
    Item(ItemNo),
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Application(reference) => write!(f, "{reference}"),
            Self::Item(n) => write!(f, "free item {n}"),
        }
    }
}

/// Who is to do what was noted, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Who.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A note on a line of the agenda: what was said, or what is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minute {
    /// Its number in the meeting; the first is 1.
    pub n: u32,
    /// On which line.
    pub topic: Topic,
    /// What it says; `None` once it was erased.
    pub text: Option<String>,
    /// Who is to do it, where it is an action.
    pub action: Option<Action>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub actor: String,
}

impl Meeting {
    /// The lines of the agenda in order: free items at their places, the applications in between.
    pub fn topics(&self) -> Vec<Topic> {
        let mut free: Vec<_> = self.free.iter().map(|(n, item)| (item.place, *n)).collect();
        free.sort_unstable();
        let (mut free, mut applications) = (free.into_iter().peekable(), self.agenda.iter());
        let mut topics = Vec::new();
        loop {
            let here = u32::try_from(topics.len()).unwrap_or(u32::MAX).saturating_add(1);
            let item = free.next_if(|(place, _)| *place <= here);
            let next = item
                .map(|(_, n)| Topic::Item(n))
                .or_else(|| applications.next().map(|reference| Topic::Application(reference.clone())))
                .or_else(|| free.next().map(|(_, n)| Topic::Item(n)));
            match next {
                Some(topic) => topics.push(topic),
                None => return topics,
            }
        }
    }

    /// The place of `topic` on the agenda; the first is 1.
    pub fn place(&self, topic: &Topic) -> Option<usize> {
        self.topics().iter().position(|one| one == topic).map(|at| at.saturating_add(1))
    }

    /// The place of the application `reference` on the agenda; the first is 1.
    pub fn place_of(&self, reference: &Ref) -> Option<usize> {
        self.place(&Topic::Application(reference.clone()))
    }

    /// What was noted of `topic`, in the order it was written.
    pub fn notes_on<'m>(&'m self, topic: &'m Topic) -> impl Iterator<Item = &'m Minute> {
        self.notes.iter().filter(move |note| note.topic == *topic)
    }

    /// The text of free item `n`.
    pub fn item_text(&self, n: ItemNo) -> Option<&str> {
        self.free.get(&n).map(|item| item.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{FreeItem, ItemNo, Topic};
    use crate::{council::sample, review::Ref};

    fn order(applications: &[&str], free: &[(u32, u32)]) -> String {
        let mut meeting = sample::meeting(3, &[]);
        meeting.agenda = applications.iter().map(|reference| Ref::from(*reference)).collect();
        let item = |place| FreeItem { text: "Other business".to_owned(), place };
        meeting.free = free.iter().map(|(n, place)| (ItemNo(*n), item(*place))).collect();
        let shown = |topic: &Topic| match topic {
            Topic::Application(reference) => reference.to_string(),
            Topic::Item(n) => n.to_string(),
        };
        meeting.topics().iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn free_items_stand_at_their_places_and_applications_in_between() {
        for (applications, free, expected) in [
            (&["a", "b"][..], &[][..], "a b"),
            (&["a", "b"], &[(1, 1)], "1 a b"),
            (&["a", "b"], &[(1, 2)], "a 1 b"),
            (&["a", "b"], &[(1, 9)], "a b 1"),
            (&["a", "b"], &[(2, 1), (1, 9)], "2 a b 1"),
            (&["a", "b"], &[(1, 2), (2, 2)], "a 1 2 b"),
            (&["a", "b"], &[(1, 3), (2, 1)], "2 a 1 b"),
            (&[], &[(1, 4), (2, 0)], "2 1"),
        ] {
            assert_eq!(order(applications, free), expected, "{applications:?} {free:?}");
        }
    }

    #[test]
    fn a_place_is_counted_over_the_whole_agenda() {
        let mut meeting = sample::meeting(3, &[]);
        let reference = meeting.agenda[0].clone();
        assert_eq!(meeting.place_of(&reference), Some(1));
        meeting.free.insert(ItemNo(4), FreeItem { text: "Minutes".to_owned(), place: 1 });
        assert_eq!(meeting.place_of(&reference), Some(2));
        assert_eq!(meeting.place(&Topic::Item(ItemNo(4))), Some(1));
        assert_eq!(meeting.place(&Topic::Item(ItemNo(5))), None);
    }
}
