//! Arguments that are words of the design.

use std::{convert::Infallible, ffi::OsStr, str::FromStr};

use chrono::NaiveDate;
use clap::{
    Arg, Command,
    builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser},
    error::ErrorKind,
};

use super::env;
use crate::{
    review::Ref,
    rules::{
        day::{self, NoDay},
        ids::meant,
    },
};

/// A parser for an enum of words.
macro_rules! word {
    ($word:ty) => {
        word!($word, <$word>::ALL)
    };
    ($word:ty, $some:expr) => {
        $crate::cli::args::WordParser::new(&$some, <$word>::as_str)
    };
}
pub(super) use word;

/// Finds the word that is meant, and names them all in the help and in errors.
#[derive(Clone)]
pub(super) struct WordParser<W> {
    words: Vec<W>,
    name: fn(W) -> &'static str,
}

impl<W: Copy> WordParser<W> {
    pub(super) fn new(words: &[W], name: fn(W) -> &'static str) -> Self {
        Self { words: words.to_vec(), name }
    }

    fn exactly(&self) -> PossibleValuesParser {
        PossibleValuesParser::new(self.words.iter().map(|word| (self.name)(*word)))
    }
}

impl<W: Copy + Send + Sync + 'static> TypedValueParser for WordParser<W> {
    type Value = W;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, typed: &OsStr) -> Result<W, clap::Error> {
        let found = typed.to_str().map(|typed| meant(typed, &self.words, self.name)).unwrap_or_default();
        match found.as_slice() {
            [one] => Ok(*one),
            // What is not understood is explained as any list of words is.
            _ => Err(match self.exactly().parse_ref(command, arg, typed) {
                Err(explained) => explained,
                Ok(_) => clap::Error::new(ErrorKind::InvalidValue).with_cmd(command),
            }),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(|word| PossibleValue::new((self.name)(*word)))))
    }
}

/// A parser for `yes` or `no`.
pub(super) fn yes_or_no() -> WordParser<bool> {
    WordParser::new(&[true, false], |yes| if yes { "yes" } else { "no" })
}

/// Lets what begins like a negative number be the value of an argument, so that it is answered for what it is and not
/// as an option that nobody knows.
pub(super) fn negative_numbers_are_values(command: Command) -> Command {
    command
        .mut_args(|arg| if arg.get_action().takes_values() { arg.allow_negative_numbers(true) } else { arg })
        .mut_subcommands(negative_numbers_are_values)
}

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

/// A day as an argument, as it is taken by the console.
pub(super) fn a_day(text: &str) -> Result<NaiveDate, NoDay> {
    day::meant(text, env::today())
}

/// A day, or `-` for none.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayOrNone(pub(super) Option<NaiveDate>);

impl FromStr for DayOrNone {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == CLEARED { Ok(Self(None)) } else { a_day(text).map(|day| Self(Some(day))) }
    }
}

/// A ref as an argument: it is looked up, so that any text may be tried.
pub(super) fn reference() -> impl TypedValueParser<Value = Ref> {
    StringValueParser::new().map(Ref::new)
}
