//! Bytes to hash: every value stands with its length, so that no two lists of values give the same bytes.
//!
//! - a number is 8 bytes, most significant first;
//! - a text is the number of its UTF-8 bytes, then these bytes, as they are;
//! - an optional value is the number 0, or the number 1 and the value;
//! - a list is the number of its values, then the values.
//!
//! The first value is always a text that says what is hashed, and in which version of its form.

use sha2::{Digest, Sha256};

/// Bytes in the making.
pub(crate) struct Canonical(Sha256);

impl Canonical {
    /// Begins with the text that says what is hashed.
    pub(crate) fn new(form: &str) -> Self {
        let mut bytes = Self(Sha256::new());
        bytes.text(form);
        bytes
    }

    /// Adds a number.
    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.0.update(number.to_be_bytes());
        self
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Adds bytes in the way of a text.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.count(bytes.len());
        self.0.update(bytes);
        self
    }

    /// Adds how many values follow.
    pub(crate) fn count(&mut self, count: usize) -> &mut Self {
        self.number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// The SHA-256 of it all, as 64 lower-case hexadecimal digits.
    pub(crate) fn hash(self) -> String {
        use std::fmt::Write as _;
        self.0.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Canonical;

    #[test]
    fn what_stands_where_makes_a_difference() {
        let hash = |texts: &[&str]| {
            let mut bytes = Canonical::new("test");
            for text in texts {
                bytes.text(text);
            }
            bytes.hash()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["", "a"]), hash(&["a", ""]));
        assert_ne!(hash(&["a"]), hash(&["a", ""]));
    }

    #[test]
    fn the_bytes_are_those_described() {
        let mut bytes = Canonical::new("t");
        bytes.number(258);
        assert_eq!(bytes.hash(), "afa35e4d01eef3fbe64a8ca06ff412d8db70b82e37480e36f9cf5135b4e772e0");
    }
}
