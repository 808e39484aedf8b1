//! Files of JSON: one application, an array of them, or one a line.

use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    Editions, Gathered, IntakeError, Place, Submission,
    application::application,
    fields::Remarks,
    limits,
    node::{Node, Refusal, bare_message, byte_of},
    text::line_at,
    tree,
};

/// Reads one JSON value: an application or an array of them.
pub(super) fn read_json(text: &str, editions: Editions<'_>) -> Result<Gathered, IntakeError> {
    let not_json = |error: serde_json::Error| {
        let at = byte_of(text, &error);
        let line = line_at(text.as_bytes(), at);
        IntakeError::NotJson { line, column: column_of(text, at), why: bare_message(&error) }
    };
    let raws = match text.trim_start().as_bytes().first() {
        Some(b'[') => serde_json::from_str::<Items<'_>>(text).map_err(not_json)?.0,
        Some(b'{') => vec![serde_json::from_str(text).map_err(not_json)?],
        _ => return Err(IntakeError::NotApplications),
    };
    let mut gathered = Gathered::default();
    for (index, raw) in raws.into_iter().enumerate() {
        if index >= limits::APPLICATIONS {
            return Err(IntakeError::TooMany { place: Place::Json { index, pointer: String::new() } });
        }
        let place = |pointer: &str| Place::Json { index, pointer: pointer.to_owned() };
        gathered.add(one(raw.get(), editions), place(""), |refusal| place(&refusal.pointer));
    }
    Ok(gathered)
}

/// Reads one application a line; blank lines are passed over.
pub(super) fn read_lines(text: &str, editions: Editions<'_>) -> Result<Gathered, IntakeError> {
    let mut gathered = Gathered::default();
    let lines = text.lines().zip(1_u64..).filter(|(line, _)| !line.trim().is_empty());
    for (index, (line, number)) in lines.enumerate() {
        if index >= limits::APPLICATIONS {
            return Err(IntakeError::TooMany { place: Place::Line { line: number, column: String::new() } });
        }
        let place =
            |refusal: &Refusal| Place::Line { line: number, column: column_of(line, refusal.at).to_string() };
        gathered.add(one(line, editions), Place::Line { line: number, column: "1".to_owned() }, place);
    }
    Ok(gathered)
}

/// The column of a byte in its line, in characters from 1.
fn column_of(text: &str, at: usize) -> u64 {
    let end = (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let before = text.get(..end).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    u64::try_from(line.chars().count()).unwrap_or(u64::MAX).saturating_add(1)
}

/// Reads one application from its JSON text, which is kept as it came.
///
/// # Errors
/// Everything for which it is refused.
pub(super) fn one(text: &str, editions: Editions<'_>) -> Result<Submission, Vec<Refusal>> {
    if text.len() > limits::APPLICATION {
        let why = format!("an application of {} bytes; at most {} are read", text.len(), limits::APPLICATION);
        return Err(vec![Refusal { at: 0, pointer: String::new(), why }]);
    }
    let node = Node::parse(text).map_err(|refusal| vec![refusal])?;
    application(&node, text.trim().to_owned(), editions, Remarks::default())
}

/// Whether a text that begins with an object has others on lines of their own after it.
pub(super) fn looks_like_lines(text: &str) -> bool {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let first_ends = values.next().is_some_and(|value| value.is_ok());
    let end = values.byte_offset();
    let rest = text.get(end..).unwrap_or_default().trim_start();
    let on_one_line = line_at(text.trim_start().as_bytes(), end.saturating_sub(1)) == 1;
    first_ends && on_one_line && rest.starts_with('{')
}

/// A submission's JSON in a form that can be compared: keys in order, no blanks, without the day received.
///
/// A text that is no JSON is compared as it is.
pub fn comparable(original: &str) -> String {
    let Ok(mut node) = Node::parse(original) else { return original.to_owned() };
    if let super::node::Value::Object(entries) = &mut node.value {
        entries.retain(|(key, _)| key != "received");
    }
    tree::sort(&mut node);
    tree::json(&node)
}

/// The items of an array, not looked into; one more than may be, at most.
struct Items<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Items<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Seq;
        impl<'de> Visitor<'de> for Seq {
            type Value = Items<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element::<&RawValue>()? {
                    if items.len() <= limits::APPLICATIONS {
                        items.push(item);
                    }
                }
                Ok(Items(items))
            }
        }
        deserializer.deserialize_seq(Seq)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compared_has_no_day_and_no_blanks() {
        let one = comparable(r#"{ "b": [1, 2.50], "received": "2026-01-01", "a": {"received": "kept"} }"#);
        assert_eq!(one, r#"{"a":{"received":"kept"},"b":[1,2.50]}"#);
        assert_eq!(one, comparable(r#"{"a":{"received":"kept"},"b":[1,2.50],"received":"2027-02-02"}"#));
        assert_ne!(one, comparable(r#"{"a":{"received":"kept"},"b":[2.50,1]}"#));
        assert_eq!(comparable("no json"), "no json");
    }

    #[test]
    fn lines_are_told_from_one_value() {
        assert!(looks_like_lines("{\"a\":1}\n{\"a\":2}\n"));
        assert!(!looks_like_lines("{\"a\":1}\n"));
        assert!(!looks_like_lines("{\n\"a\":1}\n{\"a\":2}\n"));
        assert!(!looks_like_lines("{\"a\":"));
    }
}
