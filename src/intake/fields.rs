//! Reading the fields of an object: each as what it should be, everything else as a remark.

use std::{cell::RefCell, collections::BTreeSet, str::FromStr};

use chrono::NaiveDate;

use super::{
    limits,
    node::{Node, Refusal, Value, escape},
    text::quote,
};
use crate::{
    review::application::Remark,
    rules::{day, ids::UnknownWord},
};

/// What is remarked of one application, in the order of reading.
#[derive(Debug, Default)]
pub(super) struct Remarks(RefCell<Vec<Remark>>);

impl Remarks {
    /// Adds one; beyond the limit only that there are more.
    pub(super) fn add(&self, field: impl AsRef<str>, text: impl Into<String>) {
        let mut list = self.0.borrow_mut();
        match list.len() {
            n if n < limits::REMARKS => {
                let field = field.as_ref().chars().take(limits::WORD).collect();
                list.push(Remark { field, text: text.into() });
            }
            limits::REMARKS => {
                list.push(Remark { field: String::new(), text: "more remarks than are kept".to_owned() });
            }
            _ => {}
        }
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Remark> {
        self.0.into_inner()
    }
}

/// What became of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading<T> {
    /// Not given, null, or an empty text.
    Absent,
    /// Given, but not understood; it was remarked.
    Wrong,
    /// Understood.
    Read(T),
}

impl<T> Reading<T> {
    /// The value, if it was understood.
    pub(super) fn ok(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Absent | Self::Wrong => None,
        }
    }

    /// The value, or `absent` if none was given; `None` only for a wrong one.
    pub(super) fn or_absent(self, absent: T) -> Option<T> {
        match self {
            Self::Absent => Some(absent),
            other => other.ok(),
        }
    }
}

/// The fields of one object, with a note of those that were asked for.
pub(super) struct Fields<'n> {
    path: String,
    pointer: String,
    at: usize,
    entries: &'n [(String, Node)],
    known: RefCell<BTreeSet<&'static str>>,
    remarks: &'n Remarks,
}

impl<'n> Fields<'n> {
    /// The fields of the whole application.
    pub(super) fn root(node: &'n Node, remarks: &'n Remarks) -> Result<Self, Refusal> {
        match &node.value {
            Value::Object(entries) => Ok(Self::of(entries, node.at, String::new(), String::new(), remarks)),
            _ => Err(Refusal {
                at: node.at,
                pointer: String::new(),
                why: "expected an object: one application".to_owned(),
            }),
        }
    }

    fn of(
        entries: &'n [(String, Node)],
        at: usize,
        path: String,
        pointer: String,
        remarks: &'n Remarks,
    ) -> Self {
        Self { path, pointer, at, entries, known: RefCell::default(), remarks }
    }

    /// The dotted path of one of the fields.
    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Remarks on one of the fields.
    pub(super) fn remark(&self, name: &str, text: impl Into<String>) {
        self.remarks.add(self.path_of(name), text);
    }

    /// Remarks on the object itself.
    pub(super) fn remark_all(&self, text: impl Into<String>) {
        self.remarks.add(self.path.clone(), text);
    }

    /// A refusal for one of the fields.
    pub(super) fn refusal(&self, name: &str, why: impl Into<String>) -> Refusal {
        let at = self.last(name).map_or(self.at, |node| node.at);
        Refusal { at, pointer: format!("{}/{}", self.pointer, escape(name)), why: why.into() }
    }

    fn last(&self, name: &str) -> Option<&'n Node> {
        self.entries.iter().rev().find(|(key, _)| key == name).map(|(_, node)| node)
    }

    /// A field that is given, and not null or an empty text.
    fn given(&self, name: &'static str) -> Option<&'n Node> {
        let times = self.times(name);
        if self.known.borrow_mut().insert(name) && times > 1 {
            self.remark(name, format!("given {times} times; the last one is read"));
        }
        self.last(name).filter(|node| match &node.value {
            Value::Null => false,
            Value::Text(text) | Value::Cell(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    fn wrong<T>(&self, name: &str, node: &Node, expected: &str) -> Reading<T> {
        self.remark(name, format!("{} is not {expected}", shown(&node.value)));
        Reading::Wrong
    }

    /// A text, without blanks around it.
    pub(super) fn text(&self, name: &'static str) -> Reading<String> {
        let Some(node) = self.given(name) else { return Reading::Absent };
        match &node.value {
            Value::Text(text) | Value::Cell(text) if text.len() > limits::TEXT => {
                self.wrong(name, node, &format!("read: it is longer than {} bytes", limits::TEXT))
            }
            Value::Text(text) | Value::Cell(text) => Reading::Read(text.trim().to_owned()),
            _ => self.wrong(name, node, "a text"),
        }
    }

    fn times(&self, name: &str) -> usize {
        self.entries.iter().filter(|(key, _)| key == name).count()
    }

    fn once(&self, name: &str) -> Result<(), Refusal> {
        if self.times(name) > 1 {
            return Err(self.refusal(name, format!("`{}` is given more than once", self.path_of(name))));
        }
        Ok(())
    }

    /// A text that an application cannot do without.
    pub(super) fn required(&self, name: &'static str) -> Result<String, Refusal> {
        self.once(name)?;
        let wrong = |node: &Node| self.refusal(name, format!("{} is not a text", shown(&node.value)));
        let Some(node) = self.given(name) else {
            return Err(self.refusal(name, format!("`{}` is missing", self.path_of(name))));
        };
        match &node.value {
            Value::Text(text) | Value::Cell(text) if text.len() <= limits::TEXT => Ok(text.trim().to_owned()),
            Value::Text(text) | Value::Cell(text) => {
                let why = format!("is a text of {} bytes; at most {} are read", text.len(), limits::TEXT);
                Err(self.refusal(name, why))
            }
            _ => Err(wrong(node)),
        }
    }

    /// An object that an application cannot do without.
    pub(super) fn required_object(&self, name: &'static str) -> Result<Fields<'n>, Refusal> {
        self.once(name)?;
        if !self.has(name) {
            return Err(self.refusal(name, format!("`{}` is missing", self.path_of(name))));
        }
        self.object(name).ok_or_else(|| self.refusal(name, "expected an object"))
    }

    /// Whether a field is given, and not null or an empty text.
    pub(super) fn has(&self, name: &'static str) -> bool {
        self.given(name).is_some()
    }

    /// Whether a field is given as `null`: said to be not known.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.last(name).is_some_and(|node| node.value == Value::Null)
    }

    /// A whole figure, never negative.
    pub(super) fn whole<T: TryFrom<u64>>(&self, name: &'static str) -> Reading<T> {
        let Some(node) = self.given(name) else { return Reading::Absent };
        let figure = match &node.value {
            Value::Number(text) => whole_number(text),
            Value::Cell(text) => whole_number(text.trim()),
            _ => None,
        };
        match figure.and_then(|figure| T::try_from(figure).ok()) {
            Some(figure) => Reading::Read(figure),
            None => self.wrong(name, node, "a whole number that can be counted with; nothing is counted"),
        }
    }

    /// A day, `YYYY-MM-DD`.
    pub(super) fn date(&self, name: &'static str) -> Option<NaiveDate> {
        let node = self.given(name)?;
        let date = match &node.value {
            Value::Text(text) | Value::Cell(text) => day::read(text.trim()),
            _ => None,
        };
        date.or_else(|| self.wrong(name, node, "a day written as YYYY-MM-DD").ok())
    }

    /// True or false.
    pub(super) fn flag(&self, name: &'static str) -> Reading<bool> {
        let Some(node) = self.given(name) else { return Reading::Absent };
        match &node.value {
            Value::Flag(flag) => Reading::Read(*flag),
            Value::Cell(text) if text.trim().eq_ignore_ascii_case("true") => Reading::Read(true),
            Value::Cell(text) if text.trim().eq_ignore_ascii_case("false") => Reading::Read(false),
            _ => self.wrong(name, node, "true or false"),
        }
    }

    /// One of a list of words.
    pub(super) fn word<W: FromStr<Err = UnknownWord>>(&self, name: &'static str) -> Reading<W> {
        match self.text(name) {
            Reading::Absent => Reading::Absent,
            Reading::Wrong => Reading::Wrong,
            Reading::Read(text) => match text.parse() {
                Ok(word) => Reading::Read(word),
                Err(UnknownWord { known, .. }) => {
                    self.remark(name, format!("{} is not one of: {known}", quote(&text)));
                    Reading::Wrong
                }
            },
        }
    }

    /// An object within this one.
    pub(super) fn object(&self, name: &'static str) -> Option<Fields<'n>> {
        let node = self.given(name)?;
        match &node.value {
            Value::Object(entries) => Some(Self::of(
                entries,
                node.at,
                self.path_of(name),
                format!("{}/{}", self.pointer, escape(name)),
                self.remarks,
            )),
            _ => self.wrong(name, node, "an object").ok(),
        }
    }

    /// The objects of a list with their numbers from 1; what is no object is remarked and left out.
    pub(super) fn items(&self, name: &'static str) -> Vec<(u32, Fields<'n>)> {
        let nodes = self.list(name);
        let items = nodes.iter().zip(1_u32..).filter_map(|(node, n)| {
            let path = format!("{}.{n}", self.path_of(name));
            match &node.value {
                Value::Null => None,
                Value::Object(entries) => {
                    let index = n.saturating_sub(1);
                    let pointer = format!("{}/{}/{index}", self.pointer, escape(name));
                    Some((n, Self::of(entries, node.at, path, pointer, self.remarks)))
                }
                other => {
                    self.remarks.add(path, format!("{} is not an object", shown(other)));
                    None
                }
            }
        });
        items.collect()
    }

    /// The texts of a list; a cell is split at `;`. What is no text is remarked and left out.
    pub(super) fn texts(&self, name: &'static str) -> Vec<String> {
        let trimmed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(Node { value: Value::Cell(cell), .. }) = self.given(name) {
            return cell.split(';').filter_map(trimmed).take(limits::ITEMS).collect();
        }
        let texts = self.list(name).iter().filter_map(|node| match &node.value {
            Value::Text(text) | Value::Cell(text) => trimmed(text),
            Value::Null => None,
            other => {
                self.remark(name, format!("{} is not a text", shown(other)));
                None
            }
        });
        texts.collect()
    }

    fn list(&self, name: &'static str) -> &'n [Node] {
        let Some(node) = self.given(name) else { return &[] };
        let Value::List(items) = &node.value else {
            self.wrong::<()>(name, node, "a list");
            return &[];
        };
        match items.get(..limits::ITEMS) {
            Some(first) if first.len() < items.len() => {
                self.remark(name, format!("only the first {} of {} are read", limits::ITEMS, items.len()));
                first
            }
            _ => items,
        }
    }

    /// The keys given, each once, in the order given.
    pub(super) fn names(&self) -> Vec<&'n str> {
        let mut seen = BTreeSet::new();
        self.entries.iter().map(|(key, _)| key.as_str()).filter(|key| seen.insert(*key)).collect()
    }

    /// Remarks on what was given and never asked for.
    pub(super) fn finish(self) {
        for name in self.names() {
            if !self.known.borrow().contains(name) {
                self.remark(name, "not a field that docket knows; kept as it came");
            }
        }
    }
}

/// A whole number as written, `12` or `12.0`; no exponents.
fn whole_number(text: &str) -> Option<u64> {
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}

/// A value for a sentence.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Flag(flag) => quote(&flag.to_string()),
        Value::Number(text) | Value::Text(text) | Value::Cell(text) | Value::Unreadable(text) => quote(text),
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_only() {
        for (text, read) in
            [("0", Some(0)), ("12", Some(12)), ("12.0", Some(12)), ("18446744073709551615", Some(u64::MAX))]
        {
            assert_eq!(whole_number(text), read, "{text}");
        }
        for text in ["", "-1", "+1", "1.5", "1.", ".0", "1e2", "50+", "18446744073709551616", "1_000", "٣"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }
}
