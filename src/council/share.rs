//! A part of a body of people, in integers.

use std::{fmt, str::FromStr};

use serde::Deserialize;

use crate::rules::ids::words;

words!(
    /// Whether a share itself is enough.
    Bound {
        /// It is.
        AtLeast = "at-least",
        /// It takes more.
        MoreThan = "more-than",
    }
);

/// A part of a body of people, written `at-least 1/2` or `more-than 1/2`. Never more than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Share {
    bound: Bound,
    parts: u32,
    of: u32,
}

impl Share {
    /// The fewest people of `base` that reach the share: never fewer than 1, since nobody is no part of anything.
    pub fn needed(self, base: u32) -> u32 {
        let whole = u64::from(self.parts) * u64::from(base);
        let of = u64::from(self.of.max(1));
        let needed = match self.bound {
            Bound::AtLeast => whole.div_ceil(of),
            Bound::MoreThan => whole / of + 1,
        };
        u32::try_from(needed).unwrap_or(u32::MAX).max(1)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", self.bound, self.parts, self.of)
    }
}

/// A text that is no share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no share: write `at-least P/Q` or `more-than P/Q`, above nothing and within the whole")]
pub struct NoShare(String);

impl FromStr for Share {
    type Err = NoShare;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read_share(text).ok_or_else(|| NoShare(text.to_owned()))
    }
}

impl TryFrom<String> for Share {
    type Error = NoShare;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

fn read_share(text: &str) -> Option<Share> {
    let (bound, fraction) = text.split_once(' ')?;
    let (parts, of) = fraction.split_once('/')?;
    let share = Share { bound: bound.parse().ok()?, parts: parts.parse().ok()?, of: of.parse().ok()? };
    let within = match share.bound {
        Bound::AtLeast => share.parts <= share.of,
        Bound::MoreThan => share.parts < share.of,
    };
    (within && share.parts > 0).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_are_reckoned_at_the_edges() {
        let half: Share = "more-than 1/2".parse().unwrap();
        assert_eq!([0, 1, 2, 3, 4].map(|base| half.needed(base)), [1, 1, 2, 2, 3]);
        assert_eq!(half.needed(u32::MAX), 1 << 31);
        let third: Share = "at-least 2/3".parse().unwrap();
        assert_eq!([0, 1, 2, 3, 4].map(|base| third.needed(base)), [1, 1, 2, 2, 3]);
        let all: Share = "at-least 7/7".parse().unwrap();
        assert_eq!(all.needed(u32::MAX), u32::MAX);
        assert_eq!(all.to_string(), "at-least 7/7");
        for wrong in ["1/2", "more-than 2/2", "at-least 3/2", "at-least 0/2", "at-least 1/0", "most 1/2", ""]
        {
            assert!(wrong.parse::<Share>().is_err(), "{wrong}");
        }
    }
}
