//! Arguments that are words of the design.

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
