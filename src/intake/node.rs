//! A value of an application file, whatever it was written in: JSON, or the cells of a row.

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::limits;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// For JSON the byte within the application's text; for a row the number of the column from 1, or 0.
    pub at: usize,
    /// The value.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// `null`, or an empty place in a list.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as written, so that no figure is too large to be quoted.
    Number(String),
    /// A JSON text.
    Text(String),
    /// A cell of a row: text that may stand for a number, a flag or a list.
    Cell(String),
    /// A text that is no text, such as half of a surrogate pair, as written.
    Unreadable(String),
    /// A list.
    List(Vec<Node>),
    /// An object, with its keys in the order given and as often as given.
    Object(Vec<(String, Node)>),
}

/// Why an application is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The byte within the text.
    pub at: usize,
    /// The JSON pointer to it.
    pub pointer: String,
    /// What is wrong.
    pub why: String,
}

/// The keys and values of one JSON object, not looked into, duplicates kept.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<String, &RawValue>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl Node {
    /// Takes a JSON value apart, level by level.
    ///
    /// # Errors
    /// Not JSON, or nested deeper than [`limits::DEPTH`].
    pub(super) fn parse(text: &str) -> Result<Self, Refusal> {
        parse(text, text, 0)
    }

    /// A value that stands nowhere in particular.
    pub(super) const fn new(value: Value) -> Self {
        Self { at: 0, value }
    }
}

impl Refusal {
    /// The refusal as seen from the value around it: one step further from the root.
    fn within(self, step: &str) -> Self {
        Self { pointer: format!("/{}{}", escape(step), self.pointer), ..self }
    }
}

fn parse(whole: &str, text: &str, depth: usize) -> Result<Node, Refusal> {
    let at = text.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
    let refuse = |why: String| Refusal { at, pointer: String::new(), why };
    if depth > limits::DEPTH {
        return Err(refuse(format!("nested deeper than {} levels", limits::DEPTH)));
    }
    let from_parser = |error: serde_json::Error| {
        let within = byte_of(text, &error);
        Refusal { at: at.saturating_add(within), ..refuse(bare_message(&error)) }
    };
    let inner = |raw: &RawValue, step: &str| {
        parse(whole, raw.get(), depth.saturating_add(1)).map_err(|refusal| refusal.within(step))
    };
    let value = match text.trim_start().as_bytes().first() {
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(text).map_err(from_parser)?;
            let parsed = entries.into_iter().map(|(key, raw)| inner(raw, &key).map(|node| (key, node)));
            Value::Object(parsed.collect::<Result<_, _>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(from_parser)?;
            let parsed = items.into_iter().enumerate().map(|(index, raw)| inner(raw, &index.to_string()));
            Value::List(parsed.collect::<Result<_, _>>()?)
        }
        Some(b'"') => match serde_json::from_str(text) {
            Ok(read) => Value::Text(read),
            Err(_) if serde_json::from_str::<&RawValue>(text).is_ok() => Value::Unreadable(text.to_owned()),
            Err(error) => return Err(from_parser(error)),
        },
        _ => {
            let raw: &RawValue = serde_json::from_str(text).map_err(from_parser)?;
            match raw.get() {
                "null" => Value::Null,
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                number => Value::Number(number.to_owned()),
            }
        }
    };
    Ok(Node { at, value })
}

/// The byte of `text` at which the parser stopped.
pub(super) fn byte_of(text: &str, error: &serde_json::Error) -> usize {
    let lines_before = error.line().saturating_sub(1);
    let before: usize = text.split_inclusive('\n').take(lines_before).map(str::len).sum();
    before.saturating_add(error.column().saturating_sub(1)).min(text.len())
}

/// A key as a step of a JSON pointer (RFC 6901).
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The parser's words without its position, which is given elsewhere.
pub(super) fn bare_message(error: &serde_json::Error) -> String {
    let full = error.to_string();
    full.rsplit_once(" at line ").map_or(full.as_str(), |(message, _)| message).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keeps_places_numbers_and_duplicates() {
        let text = r#"{"a": 1e400, "b": [true, "x"], "a": -5}"#;
        let Value::Object(entries) = Node::parse(text).unwrap().value else { panic!("an object") };
        let keys: Vec<_> = entries.iter().map(|(key, node)| (key.as_str(), node.at)).collect();
        assert_eq!(keys, [("a", 6), ("b", 18), ("a", 36)]);
        assert_eq!(entries[0].1.value, Value::Number("1e400".to_owned()));
    }

    #[test]
    fn deep_nesting_is_refused_where_it_begins() {
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let error = Node::parse(&deep).unwrap_err();
        assert!(error.pointer.starts_with("/a/0/0"), "{error:?}");
        assert!(error.why.contains("nested deeper"));
    }

    fn any_json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(serde_json::Value::from),
            any::<i64>().prop_map(serde_json::Value::from),
            any::<String>().prop_map(serde_json::Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..5)
                    .prop_map(serde_json::Value::from_iter),
            ]
        })
    }

    proptest! {
        #[test]
        fn taken_apart_and_written_it_is_the_same(value in any_json()) {
            for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
                let written = crate::intake::tree::json(&Node::parse(&text).unwrap());
                prop_assert_eq!(&serde_json::from_str::<serde_json::Value>(&written).unwrap(), &value);
            }
        }

        #[test]
        fn what_serde_refuses_is_refused(text in "[{}\\[\\]\",:0-9eE.+ truefalsn\\\\-]{0,24}") {
            let understood = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            prop_assert_eq!(Node::parse(&text).is_ok(), understood);
        }
    }

    #[test]
    fn half_a_surrogate_is_kept_as_written() {
        let node = Node::parse(r#"["\ud800"]"#).unwrap();
        let Value::List(items) = node.value else { panic!("a list") };
        assert_eq!(items[0].value, Value::Unreadable(r#""\ud800""#.to_owned()));
    }
}
