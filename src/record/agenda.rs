//! The changes of an agenda with free items, and of what is noted of its lines: one place for console and command line.

use super::change::Change;
use crate::{
    council::{Action, FreeItem, ItemNo, Meeting, SentItem, Topic},
    review::Ref,
};

/// Puts a free item on the agenda, at `place` or at the end; what stands behind it moves on.
pub fn add_item(meeting: &Meeting, text: String, place: Option<u32>) -> Vec<Change> {
    let mut topics = meeting.topics();
    let at = place.and_then(|place| usize::try_from(place.saturating_sub(1)).ok());
    let at = at.unwrap_or(topics.len()).min(topics.len());
    let item = next_item(meeting);
    topics.insert(at, Topic::Item(item));
    let place = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
    let now = FreeItem { text, place };
    let mut with = meeting.clone();
    with.free.insert(item, now.clone());
    let added = Change::ItemSet { meeting: meeting.id.clone(), item, was: None, now: Some(now) };
    std::iter::once(added).chain(arrange(&with, &topics)).collect()
}

/// Lets the applications on the agenda be these, in this order. Free items keep their places among those that stay;
/// what is new comes behind the last application.
pub fn set_applications(meeting: &Meeting, now: &[Ref]) -> Vec<Change> {
    let mut topics = meeting.topics();
    topics.retain(|topic| !matches!(topic, Topic::Application(one) if !now.contains(one)));
    let is_application = |topic: &Topic| matches!(topic, Topic::Application(_));
    let end = topics.iter().rposition(is_application).map_or(topics.len(), |at| at.saturating_add(1));
    let mut wanted = now.iter().cloned().map(Topic::Application);
    for topic in topics.iter_mut().filter(|topic| is_application(topic)) {
        if let Some(next) = wanted.next() {
            *topic = next;
        }
    }
    topics.splice(end..end, wanted);
    arrange(meeting, &topics)
}

/// The number that the next free item of `meeting` has.
pub fn next_item(meeting: &Meeting) -> ItemNo {
    let last = meeting.free.keys().next_back().map_or(0, |n| n.0);
    ItemNo(last.saturating_add(1))
}

/// Makes the agenda consist of these lines in this order: one change for the applications, and one for each free item
/// that goes or has to move. A free item that is not on the agenda cannot be named.
pub fn arrange(meeting: &Meeting, topics: &[Topic]) -> Vec<Change> {
    let applications: Vec<Ref> = topics
        .iter()
        .filter_map(|topic| match topic {
            Topic::Application(reference) => Some(reference.clone()),
            Topic::Item(_) => None,
        })
        .collect();
    let mut ahead = meeting.clone();
    ahead.agenda = applications;
    ahead.free.retain(|n, _| topics.contains(&Topic::Item(*n)));
    if ahead.topics() != topics {
        for (place, topic) in (1_u32..).zip(topics) {
            if let Topic::Item(n) = topic
                && let Some(item) = ahead.free.get_mut(n)
            {
                item.place = place;
            }
        }
    }
    let mut changes = Vec::new();
    if ahead.agenda != meeting.agenda {
        changes.push(super::meeting::set_agenda(meeting, ahead.agenda.clone()));
    }
    for (n, was) in &meeting.free {
        let now = ahead.free.get(n);
        if now != Some(was) {
            let (was, now) = (Some(was.clone()), now.cloned());
            changes.push(Change::ItemSet { meeting: meeting.id.clone(), item: *n, was, now });
        }
    }
    changes
}

/// Says of a free item in other words what it is about; nothing where there is no such item.
pub fn rename(meeting: &Meeting, item: ItemNo, text: String) -> Option<Change> {
    let was = meeting.free.get(&item)?.clone();
    let now = Some(FreeItem { text, place: was.place });
    Some(Change::ItemSet { meeting: meeting.id.clone(), item, was: Some(was), now })
}

/// Notes something of a line of the agenda; with an action somebody is to do it.
pub fn note(meeting: &Meeting, topic: Topic, text: String, action: Option<Action>) -> Change {
    let last = meeting.notes.iter().map(|note| note.n).max().unwrap_or_default();
    Change::Minuted {
        meeting: meeting.id.clone(),
        n: last.saturating_add(1),
        topic,
        text: Some(text),
        action,
    }
}

/// Takes note `n` back; nothing where there is no such note.
pub fn take_back(meeting: &Meeting, n: u32) -> Option<Change> {
    let note = meeting.notes.iter().find(|note| note.n == n)?;
    let (topic, action) = (note.topic.clone(), note.action.clone());
    Some(Change::Minuted { meeting: meeting.id.clone(), n, topic, text: None, action })
}

/// Marks a packet of this hash as sent, with these applications and the hash of each.
pub fn sent(meeting: &Meeting, hash: String, items: Vec<(Ref, String)>) -> Change {
    let last = meeting.packets.iter().map(|packet| packet.n).max().unwrap_or_default();
    let items = items.into_iter().map(|(application, snapshot)| SentItem { application, snapshot }).collect();
    Change::PacketSent { meeting: meeting.id.clone(), n: last.saturating_add(1), hash, items }
}

#[cfg(test)]
mod tests {
    use super::{add_item, arrange, note, set_applications, take_back};
    use crate::{
        council::{FreeItem, ItemNo, Meeting, Topic, sample},
        record::Change,
        review::Ref,
    };

    fn meeting() -> Meeting {
        let mut meeting = sample::meeting(3, &[]);
        meeting.agenda = ["a", "b"].map(Ref::from).to_vec();
        let item = |text: &str, place| FreeItem { text: text.to_owned(), place };
        meeting.free.insert(ItemNo(1), item("Minutes", 1));
        meeting.free.insert(ItemNo(2), item("Other business", 9));
        meeting
    }

    fn arranged(wanted: &[&str]) -> (Meeting, usize) {
        let topic = |name: &&str| {
            name.parse().map_or_else(|_| Topic::Application(Ref::from(*name)), |n| Topic::Item(ItemNo(n)))
        };
        let wanted: Vec<Topic> = wanted.iter().map(topic).collect();
        let mut meeting = meeting();
        let changes = arrange(&meeting, &wanted);
        for change in &changes {
            match change {
                Change::AgendaSet { now, .. } => meeting.agenda.clone_from(now),
                Change::ItemSet { item, now: Some(now), .. } => {
                    meeting.free.insert(*item, now.clone());
                }
                Change::ItemSet { item, now: None, .. } => {
                    meeting.free.remove(item);
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(meeting.topics(), wanted);
        (meeting, changes.len())
    }

    #[test]
    fn an_agenda_becomes_what_is_wanted_with_few_changes() {
        assert_eq!(arranged(&["1", "a", "b", "2"]).1, 0);
        assert_eq!(arranged(&["1", "b", "a", "2"]).1, 1, "the applications alone");
        assert_eq!(arranged(&["1", "b", "2"]).1, 1);
        assert_eq!(arranged(&["a", "b", "2"]).1, 1, "an item goes");
        assert_eq!(arranged(&["a", "1", "b", "2"]).1, 2, "an item moves, and both stand where they are");
        assert_eq!(arranged(&["2", "1", "c"]).1, 3);
    }

    #[test]
    fn a_new_item_stands_at_the_end_unless_a_place_is_named() {
        let place = |wanted: Option<u32>| match add_item(&meeting(), "Next".to_owned(), wanted).as_slice() {
            [Change::ItemSet { item: ItemNo(3), now: Some(now), .. }, rest @ ..] => (now.place, rest.len()),
            other => panic!("{other:?}"),
        };
        assert_eq!(place(None), (5, 1), "an item beyond the end is given its place before");
        assert_eq!(place(Some(1)), (1, 2), "the others move on");
        assert_eq!(place(Some(90)), (5, 1));
    }

    #[test]
    fn applications_come_and_go_between_free_items() {
        let order = |now: &[&str]| -> String {
            let now: Vec<Ref> = now.iter().map(|reference| Ref::from(*reference)).collect();
            let mut meeting = meeting();
            for change in set_applications(&meeting.clone(), &now) {
                match change {
                    Change::AgendaSet { now, .. } => meeting.agenda = now,
                    Change::ItemSet { item, now: Some(now), .. } => drop(meeting.free.insert(item, now)),
                    other => panic!("{other:?}"),
                }
            }
            meeting.topics().iter().map(|topic| topic.to_string().replace("free item ", "")).collect()
        };
        assert_eq!(order(&["a", "b"]), "1ab2");
        assert_eq!(order(&["b"]), "1b2");
        assert_eq!(order(&["a", "b", "c"]), "1abc2", "before the other business");
        assert_eq!(order(&["c", "a"]), "1ca2");
        assert_eq!(order(&[]), "12");
    }

    #[test]
    fn notes_are_numbered_and_taken_back() {
        let meeting = meeting();
        let topic = Topic::Item(ItemNo(1));
        assert!(matches!(note(&meeting, topic, "Approved".to_owned(), None), Change::Minuted { n: 1, .. }));
        assert_eq!(take_back(&meeting, 1), None);
    }
}
