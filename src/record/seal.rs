//! Personal text leaves a change before it is recorded: a salted hash stands in its place, and the text lies beside
//! the journal, where it can be erased.

use std::convert::Infallible;

use super::{canonical::Canonical, change::Change, entry::ContentHash};

/// Random bytes that keep a short text from being guessed by its hash. A new one for every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

/// A personal text as it lies beside the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The hash that stands in the change.
    pub hash: ContentHash,
    /// Its salt.
    pub salt: Salt,
    /// The text.
    pub text: String,
}

impl Content {
    /// The content of `text` under `salt`.
    pub fn new(text: String, salt: Salt) -> Self {
        Self { hash: content_hash(&salt, &text), salt, text }
    }

    /// Whether its hash is that of its salt and text.
    pub fn holds(&self) -> bool {
        content_hash(&self.salt, &self.text) == self.hash
    }
}

fn content_hash(salt: &Salt, text: &str) -> ContentHash {
    let mut bytes = Canonical::new("docket-content-1");
    bytes.bytes(&salt.0).text(text);
    ContentHash::new(bytes.hash())
}

/// `change` with every personal text replaced by its hash, and these texts.
pub fn seal(change: Change, salt: &mut dyn FnMut() -> Salt) -> (Change<ContentHash>, Vec<Content>) {
    let mut contents = Vec::new();
    let sealed = change.try_map(&mut |text| {
        let content = Content::new(text, salt());
        let hash = content.hash.clone();
        contents.push(content);
        Ok::<_, Infallible>(hash)
    });
    match sealed {
        Ok(sealed) => (sealed, contents),
        Err(never) => match never {},
    }
}

/// `change` with every hash replaced by the text that `lookup` finds for it.
///
/// # Errors
/// The first one that `lookup` gives.
pub fn open<E>(
    change: Change<ContentHash>,
    lookup: &mut dyn FnMut(ContentHash) -> Result<String, E>,
) -> Result<Change, E> {
    change.try_map(&mut |hash| lookup(hash))
}

/// A match that hands the named variants on as they are, and the others to arms of their own.
macro_rules! hand_on {
    ($change:expr; $($variant:ident { $($field:ident),+ })+; $($arms:tt)+) => {
        match $change {
            $(Change::$variant { $($field),+ } => Change::$variant { $($field),+ },)+
            $($arms)+
        }
    };
}

impl<P> Change<P> {
    /// The same change with every personal text replaced by what `map` makes of it, in the order they stand.
    ///
    /// # Errors
    /// The first one that `map` gives.
    pub fn try_map<Q, E>(self, map: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Change<Q>, E> {
        Ok(hand_on!(self;
            Founded { docket, schema }
            RehearsalBegan { of }
            RulesTaken { kind, id, text }
            Amended { application, field, was, now }
            Found { application, requirement, was, now }
            Checked { application, item, was, now }
            Given { application, was, now }
            Assigned { application, was, now }
            Staged { application, was, now, because }
            Demonstrated { application, was, now }
            Seated { was, now }
            SuspensionEnds { seat, from, was, now }
            StoodIn { meeting, was, now }
            ConflictEnds { n, was, now }
            Planned { meeting, date, rules }
            Called { meeting, reading }
            Attended { meeting, seat, was, now }
            AgendaSet { meeting, was, now }
            BallotOpened {
                ballot, meeting, deadline, motion, terms, mover, seconder, with, again, rules, edition, as_of, snapshot,
                reading, threshold, roster
            }
            Voted { ballot, seat, was, now, why }
            ConsentSet { meeting, application, was, now }
            Pulled { ballot, pulled, present }
            Joined { ballot, seat, was, now }
            BallotClosed { ballot, present, left, saw }
            Declared { ballot, outcome, next, granted }
            Cleared { ballot, condition, was, now }
            Adjourned { meeting }
            Corrected { meeting, seat, was, now, because }
            ItemSet { meeting, item, was, now }
            Ruled { n, meeting, chair, was, now, because }
            MinutesApproved { meeting, by, hash }
            MinutesAmended { meeting, n, text, because, by }
            PacketSent { meeting, n, hash, items };
            Change::Received { application, program, kind, edition, received, stage, facts, remarks, original } => {
                let (facts, original) = (facts.try_map(map)?, map(original)?);
                Change::Received { application, program, kind, edition, received, stage, facts, remarks, original }
            }
            Change::Submitted { application, n, received, facts, remarks, original, kept } => {
                let (facts, original) = (facts.try_map(map)?, map(original)?);
                Change::Submitted { application, n, received, facts, remarks, original, kept }
            }
            Change::Noted { application, n, text } => {
                Change::Noted { application, n, text: text.map(map).transpose()? }
            }
            Change::Minuted { meeting, n, topic, text, action } => {
                Change::Minuted { meeting, n, topic, text: text.map(map).transpose()?, action }
            }
            Change::Suspended { seat, from, until, because } => {
                Change::Suspended { seat, from, until, because: because.map(map).transpose()? }
            }
            Change::ConflictEntered { n, conflict, taken_back, note } => {
                Change::ConflictEntered { n, conflict, taken_back, note: note.map(map).transpose()? }
            }
            Change::ConflictDismissed { tie, because } => {
                Change::ConflictDismissed { tie, because: map(because)? }
            }
            Change::ConflictWaived { application, tie, because } => {
                Change::ConflictWaived { application, tie, because: because.map(map).transpose()? }
            }
        ))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Content, Salt, open, seal};
    use crate::record::{Change, ContentHash, sample};

    fn counting() -> impl FnMut() -> Salt {
        let mut salts = 0;
        move || {
            salts += 1;
            Salt([salts; 16])
        }
    }

    #[test]
    fn every_change_comes_back_from_its_seal_and_from_json() {
        for change in sample::every_change().into_iter().chain(sample::ballots_with_terms()) {
            let (sealed, contents) = seal(change.clone(), &mut counting());
            let json = serde_json::to_string(&sealed).unwrap();
            assert_eq!(serde_json::from_str::<Change<ContentHash>>(&json).unwrap(), sealed, "{json}");
            let texts: BTreeMap<_, _> =
                contents.into_iter().map(|content| (content.hash, content.text)).collect();
            let opened = open(sealed, &mut |hash| texts.get(&hash).cloned().ok_or(hash)).unwrap();
            assert_eq!(opened, change);
            let json = serde_json::to_string(&change).unwrap();
            assert_eq!(serde_json::from_str::<Change>(&json).unwrap(), change, "{json}");
        }
    }

    #[test]
    fn no_personal_text_is_left_in_a_sealed_change() {
        for change in sample::every_change() {
            let (sealed, contents) = seal(change, &mut counting());
            let json = serde_json::to_string(&sealed).unwrap();
            for content in contents {
                assert!(content.holds() && !json.contains(&content.text), "{json}");
            }
            assert!(!json.contains("Person") && !json.contains("Private"), "{json}");
        }
    }

    #[test]
    fn the_same_text_has_another_hash_under_another_salt() {
        let content = |salt, text: &str| Content::new(text.to_owned(), Salt([salt; 16]));
        assert_ne!(content(1, "A. Person").hash, content(2, "A. Person").hash);
        assert_ne!(content(1, "A. Person").hash, content(1, "B. Person").hash);
        assert_eq!(
            content(7, "A. Person").hash.as_str(),
            "b78ebfe232ec7d3374b24c7b7b020406dcb57179772173d5b85b68ba59ce7189",
            "the form never changes"
        );
    }

    #[test]
    fn a_text_that_is_not_found_is_said_so() {
        let (sealed, _) = seal(sample::every_change().remove(2), &mut counting());
        assert!(open(sealed, &mut |hash| Err::<String, _>(hash)).is_err());
    }
}
