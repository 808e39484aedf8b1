//! The fingerprint of a journal: what is read into the minutes and compared with later.

use std::fmt;

use super::{Canonical, Heads, heads};

/// Digits of the short form.
const SHORT: usize = 16;

/// The fingerprint of a journal. Its short form, shown by `Display`, is `0123-4567-89ab-cdef`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

/// The fingerprint of the first entries of a journal, and how many they are: what is written down outside the docket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The fingerprint.
    pub fingerprint: Fingerprint,
    /// Entries of the journal that it is of.
    pub entries: u64,
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} over {} entries of the journal", self.fingerprint, self.entries)
    }
}

/// The fingerprint of the journal whose last entry of every writer is in `last`.
pub fn fingerprint(last: &Heads) -> Fingerprint {
    let mut bytes = Canonical::new("docket-fingerprint-1");
    heads(&mut bytes, last);
    Fingerprint(bytes.hash())
}

impl Fingerprint {
    /// All 64 digits.
    pub fn full(&self) -> &str {
        &self.0
    }

    /// Whether `text`, as somebody wrote it down, is this fingerprint: its first 16 digits or more, in groups or not,
    /// in capitals or not.
    pub fn is(&self, text: &str) -> bool {
        let given: String = text
            .chars()
            .filter(|character| !character.is_whitespace() && *character != '-')
            .map(|character| character.to_ascii_lowercase())
            .collect();
        given.len() >= SHORT && self.0.starts_with(&given)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().take(SHORT).enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Heads, fingerprint};
    use crate::record::{EntryHash, WriterId};

    #[test]
    fn it_is_known_again_however_it_was_written_down() {
        let heads = Heads::from([(WriterId::new("w"), (3, EntryHash::new("ab")))]);
        let print = fingerprint(&heads);
        let short = print.to_string();
        assert_eq!(short.len(), 19);
        assert!(
            print.is(&short) && print.is(&short.to_uppercase().replace('-', " ")) && print.is(print.full())
        );
        assert!(!print.is("") && !print.is(short.split_at(18).0) && !print.is("0000-0000-0000-0000"));
    }

    #[test]
    fn every_head_counts() {
        let one = Heads::from([(WriterId::new("w"), (3, EntryHash::new("ab")))]);
        let mut two = one.clone();
        two.insert(WriterId::new("x"), (1, EntryHash::new("cd")));
        assert_ne!(fingerprint(&one), fingerprint(&two));
        assert_ne!(fingerprint(&one), fingerprint(&Heads::new()));
    }
}
