//! Several texts are asked for at once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tui_input::Input as Line;

use super::input::RESTORED;
use super::{Check, First, Then};
use crate::console::app::cursor::Cursor;
use crate::console::app::drafts;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What is asked for.
    pub label: String,
    /// What to know before answering; may be empty.
    pub hint: String,
    /// The text so far.
    pub line: Line,
    /// What is wrong with the text, once the field was left.
    pub problem: Option<String>,
    /// The day to begin with is still there: the next letter takes its place.
    pub selected: bool,
    first: First,
    check: Option<Check>,
}

impl Field {
    /// A field that takes any text.
    pub fn new(label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            line: Line::default(),
            problem: None,
            selected: false,
            first: First::default(),
            check: None,
        }
    }

    /// The text to begin with.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.first = First { text: text.to_owned(), ..First::default() };
        self.begin();
        self
    }

    /// Begins with what the docket has, which may be nothing. What is typed over it is no draft once the form is left:
    /// it must not pose as what is recorded.
    #[must_use]
    pub fn recorded(self, text: &str) -> Self {
        let mut field = self.text(text);
        field.first.recorded = true;
        field
    }

    /// The day to begin with, if there is one; the first letter that is typed takes its place.
    #[must_use]
    pub fn day(mut self, day: Option<NaiveDate>) -> Self {
        self.first = First::day(day);
        self.begin();
        self
    }

    fn begin(&mut self) {
        super::typing::replace(&mut self.line, &self.first.text);
        self.selected = self.first.selected;
    }

    /// Takes only a text that `check` finds good.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&str) -> Result<(), String> + Send + Sync + 'static) -> Self {
        self.check = Some(Check::new(check));
        self
    }

    /// What was typed, where that is not what the field began with.
    fn typed(&self) -> Option<&str> {
        Some(self.line.value()).filter(|text| *text != self.first.text)
    }

    /// What is wrong with it, or what to know before filling it in; of a draft, what the docket has instead.
    pub fn said(&self, restored: bool) -> String {
        match &self.problem {
            Some(problem) => problem.clone(),
            None if !restored => self.hint.clone(),
            None => {
                let recorded = match self.typed().filter(|_| self.first.recorded) {
                    Some(_) if self.first.text.is_empty() => " Recorded: nothing.".to_owned(),
                    Some(_) => format!(" Recorded: {}.", self.first.text),
                    None => String::new(),
                };
                format!("{RESTORED}{recorded} {}", self.hint).trim_end().to_owned()
            }
        }
    }

    fn look(&mut self) {
        self.problem = self.check.as_ref().and_then(|check| check.problem(self.line.value()));
    }
}

/// Several texts that are asked for at once; the cursor is on one of them.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is about.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field being typed in.
    pub cursor: Cursor,
    /// The texts are unfinished ones of before.
    pub restored: bool,
    pub(super) draft: Option<String>,
    then: Then<Vec<String>>,
}

impl Form {
    /// Asks for `fields`; `then` gets their texts in the same order.
    pub fn new(
        title: impl Into<String>,
        fields: Vec<Field>,
        then: impl Fn(&mut Model, Vec<String>) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        let cursor = Cursor::new(fields.len());
        let title = title.into();
        let draft = Some(format!("form {title}"));
        Self { title, fields, cursor, restored: false, draft, then: Then::new(then) }
    }

    /// Keeps the texts under `name`, where the title alone is not clear about what they are for.
    #[must_use]
    pub fn draft(mut self, name: impl Into<String>) -> Self {
        self.draft = Some(name.into());
        self
    }

    /// Brings back the unfinished texts `kept`.
    pub(super) fn restore(&mut self, kept: &str) {
        let Ok(texts) = serde_json::from_str::<Vec<Option<String>>>(kept) else { return };
        // Fields of another version of the form say nothing about these.
        if texts.len() != self.fields.len() {
            return;
        }
        for (field, text) in self.fields.iter_mut().zip(texts) {
            if let Some(text) = text.filter(|text| *text != field.first.text) {
                field.selected = false;
                super::typing::replace(&mut field.line, &text);
                self.restored = true;
            }
        }
    }

    /// It is left without being handed in: what was typed over something recorded is forgotten, the rest stays a draft.
    pub(super) fn given_up(mut self, drafts: &BTreeMap<String, String>) -> Vec<Effect> {
        if self.draft.as_ref().is_none_or(|name| !drafts.contains_key(name)) {
            return Vec::new();
        }
        self.fields.iter_mut().filter(|field| field.first.recorded).for_each(Field::begin);
        self.kept()
    }

    /// The draft of what was typed; where nothing was, there is none.
    fn kept(&self) -> Vec<Effect> {
        let Some(name) = self.draft.clone() else { return Vec::new() };
        let texts: Vec<Option<&str>> = self.fields.iter().map(Field::typed).collect();
        if texts.iter().all(Option::is_none) {
            return vec![Effect::DropDraft(name)];
        }
        let text = serde_json::to_string(&texts).unwrap_or_default();
        vec![Effect::KeepDraft { name, text }]
    }

    /// Begins with the first texts again; gives the draft that is to be forgotten.
    pub(super) fn afresh(&mut self) -> Option<String> {
        for field in &mut self.fields {
            field.begin();
            field.problem = None;
        }
        self.restored = false;
        self.cursor.go(0);
        self.draft.clone()
    }

    /// What was handed in was refused: the reason goes to the field whose text it names, else to the one in front.
    pub(super) fn refused(&mut self, why: &str) {
        let named = |text: &str| text.len() > 2 && why.contains(text);
        let texts = self.texts().map(str::trim).enumerate().filter(|(_, text)| named(text));
        let at = texts.max_by_key(|(_, text)| text.len()).map_or(self.cursor.at(), |(at, _)| at);
        self.cursor.go(at);
        if let Some(field) = self.fields.get_mut(at) {
            field.problem = Some(why.to_owned());
        }
    }

    /// The field in front is left: what is wrong with it is said.
    pub(super) fn left(&mut self) {
        if let Some(field) = self.fields.get_mut(self.cursor.at()) {
            field.look();
        }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.line.value())
    }

    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        self.fields.get_mut(self.cursor.at()).map(|field| &mut field.line)
    }

    pub(super) fn selected_mut(&mut self) -> Option<&mut bool> {
        self.fields.get_mut(self.cursor.at()).map(|field| &mut field.selected)
    }

    pub(super) fn changed(&mut self) -> Vec<Effect> {
        if let Some(field) = self.fields.get_mut(self.cursor.at()).filter(|field| field.problem.is_some()) {
            field.look();
        }
        self.kept()
    }

    /// Enter goes from field to field; on the last one the form is handed in, once every field is good.
    pub(super) fn accept(mut self, model: &mut Model) -> Vec<Effect> {
        let at = self.cursor.at();
        let last = at + 1 == self.fields.len();
        self.fields
            .iter_mut()
            .enumerate()
            .filter(|(n, _)| last || *n == at)
            .for_each(|(_, field)| field.look());
        let wrong =
            self.fields.iter().enumerate().find(|(n, field)| (last || *n == at) && field.problem.is_some());
        if let Some(next) = wrong.map(|(wrong, _)| wrong).or((!last).then_some(at + 1)) {
            self.cursor.go(next);
            model.overlays.push(self.into());
            return Vec::new();
        }
        let texts = self.texts().map(|text| text.trim().to_owned()).collect();
        let effects = self.then.run(model, texts);
        drafts::handed_in(model, self.into(), effects)
    }
}
