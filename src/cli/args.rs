//! Arguments that are words of the design.

use std::{convert::Infallible, str::FromStr};

use chrono::NaiveDate;
use clap::builder::{StringValueParser, TypedValueParser};

use crate::review::Ref;

/// A parser for an enum of words that names them all in the help and in errors.
macro_rules! word {
    ($word:ty) => {
        word!($word, <$word>::ALL)
    };
    ($word:ty, $some:expr) => {
        clap::builder::TypedValueParser::try_map(
            clap::builder::PossibleValuesParser::new($some.iter().map(|word| word.as_str())),
            |text| text.parse::<$word>(),
        )
    };
}
pub(super) use word;

/// What clears a value.
const CLEARED: &str = "-";

/// A text, or `-` for none.
#[derive(Clone, Debug)]
pub(super) struct TextOrNone(pub(super) Option<String>);

impl FromStr for TextOrNone {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self((text != CLEARED).then(|| text.to_owned())))
    }
}

/// A day, or `-` for none.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayOrNone(pub(super) Option<NaiveDate>);

impl FromStr for DayOrNone {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == CLEARED { Ok(Self(None)) } else { text.parse().map(|day| Self(Some(day))) }
    }
}

/// A ref as an argument: it is looked up, so that any text may be tried.
pub(super) fn reference() -> impl TypedValueParser<Value = Ref> {
    StringValueParser::new().map(Ref::new)
}
