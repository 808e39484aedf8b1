//! What the edition asks, and how the council decides: a list of everything with the whole of what is chosen.

mod council;
mod pages;

use std::sync::Arc;

use crate::console::app::ahead;
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::{Choice, Find, Pick, Text};
use crate::council::{RuleSet, Ruling};
use crate::rules::{Edition, EditionId, Provenance};

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Handbook {
    /// The chosen row of those shown.
    pub cursor: Cursor,
    /// What is looked for; may be empty.
    pub find: String,
    /// Everything there is to read; empty before it was read.
    pub pages: Vec<Page>,
    /// The edition's title.
    pub title: String,
    /// The edition that is shown, where it is not the one in use.
    pub edition: Option<EditionId>,
    /// The editions there are to choose from.
    pub editions: Vec<EditionId>,
    book: Option<Book>,
}

/// The rules to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The council's rules.
    pub council: Arc<RuleSet>,
    /// How the chair has ruled that they are to be read.
    pub rulings: Vec<Ruling>,
    /// The editions known: those that ship, and those that the file keeps.
    pub editions: Vec<EditionId>,
}

/// How deep a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A program, a table or the council.
    Chapter,
    /// A section of a chapter.
    Section,
    /// One rule.
    Rule,
}

/// One row, and all that is to be read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How deep it stands.
    pub level: Level,
    /// Its id; empty for headings.
    pub id: String,
    /// What it says, in a line.
    pub text: String,
    /// How sure it is.
    pub provenance: Provenance,
    /// More to read: what it is about, and the text.
    pub more: Vec<(&'static str, String)>,
}

impl Page {
    fn heading(level: Level, text: impl Into<String>) -> Self {
        let (id, more) = (String::new(), Vec::new());
        Self { level, id, text: text.into(), provenance: Provenance::Stated, more }
    }

    fn rule(id: impl Into<String>, text: impl Into<String>, provenance: Provenance) -> Self {
        Self { level: Level::Rule, id: id.into(), text: text.into(), provenance, more: Vec::new() }
    }

    fn with(mut self, label: &'static str, text: impl Into<String>) -> Self {
        self.more.push((label, text.into()));
        self
    }

    fn contains(&self, words: &[String]) -> bool {
        let more: String = self.more.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        let text = format!("{} {} {} {more}", self.id, self.text, self.provenance).to_lowercase();
        words.iter().all(|word| text.contains(word))
    }
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandbookRequest {
    /// An edition, and the council's rules.
    Read(EditionId),
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandbookReply {
    /// An edition, and the council's rules.
    Read(Book),
}

impl Handbook {
    /// The rows that are shown: those in which every word is found, under their headings.
    pub fn rows(&self) -> Vec<&Page> {
        let words: Vec<String> = self.find.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            return self.pages.iter().collect();
        }
        let mut rows: Vec<&Page> = Vec::new();
        let mut headings: Vec<&Page> = Vec::new();
        for page in &self.pages {
            if page.level < Level::Rule {
                headings.retain(|heading| heading.level < page.level);
                headings.push(page);
            } else if page.contains(&words) {
                rows.append(&mut headings);
                rows.push(page);
            }
        }
        rows
    }

    /// The row the cursor is on.
    pub fn chosen(&self) -> Option<&Page> {
        self.rows().get(self.cursor.chosen()?).copied()
    }
}

/// Asks for what the screen shows.
pub(super) fn load(model: &mut Model) -> Vec<Effect> {
    let chosen = model.screens.handbook.edition.clone();
    let edition = chosen.unwrap_or_else(|| EditionId::from(model.about.edition.as_str()));
    vec![Effect::Ask(Request::Handbook(HandbookRequest::Read(edition)))]
}

/// The cursor has moved.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves what was looked for.
pub(super) fn leave(model: &mut Model) -> Option<Vec<Effect>> {
    let handbook = &mut model.screens.handbook;
    if handbook.find.is_empty() {
        return None;
    }
    handbook.find.clear();
    resize(handbook);
    Some(Vec::new())
}

/// Takes in an answer.
pub(in crate::console::app) fn answered(model: &mut Model, reply: HandbookReply) -> Vec<Effect> {
    let HandbookReply::Read(book) = reply;
    let handbook = &mut model.screens.handbook;
    if handbook.book.as_ref() != Some(&book) {
        handbook.pages = pages::of(&book.edition);
        handbook.pages.extend(council::pages(&book.council, &book.rulings));
        handbook.title.clone_from(&book.edition.title);
        handbook.editions.clone_from(&book.editions);
        handbook.book = Some(book);
    }
    resize(handbook);
    Vec::new()
}

fn resize(handbook: &mut Handbook) {
    let rows = handbook.rows().len();
    handbook.cursor.resize(rows);
}

/// Shows the chosen row whole.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(page) = model.screens.handbook.chosen() else { return Vec::new() };
    let title = if page.id.is_empty() { page.text.clone() } else { page.id.clone() };
    let mut lines = if page.id.is_empty() { Vec::new() } else { vec![page.text.clone(), String::new()] };
    lines.extend(page.more.iter().map(|(label, text)| format!("{label}: {text}")));
    model.open(Text::new(title, lines))
}

/// Asks for another edition.
pub fn edition(model: &mut Model) -> Vec<Effect> {
    let editions = model.screens.handbook.editions.clone();
    let in_use = model.about.edition.clone();
    let note = |id: &EditionId| if id.as_str() == in_use { "in use".to_owned() } else { String::new() };
    let choices = editions.iter().map(|id| Choice { label: format!("edition {id}"), note: note(id) });
    let pick = Pick::new("Read which edition?", choices.collect(), move |model, at| {
        let handbook = &mut model.screens.handbook;
        handbook.edition = editions.get(at).filter(|id| id.as_str() != model.about.edition).cloned();
        handbook.cursor.go(0);
        let asked = load(model);
        ahead::until_answered(model, asked)
    });
    model.open(pick)
}

/// Looks for words while they are typed.
pub fn find(model: &mut Model) -> Vec<Effect> {
    let find = Find::new(&model.screens.handbook.find, |model, text| {
        let handbook = &mut model.screens.handbook;
        handbook.find = text;
        handbook.cursor.go(0);
        resize(handbook);
        Vec::new()
    });
    model.open(find)
}

/// Asks for a chapter and goes there.
pub fn chapter(model: &mut Model) -> Vec<Effect> {
    let handbook = &model.screens.handbook;
    let rows = handbook.rows();
    let chapters: Vec<(usize, &str)> = rows
        .iter()
        .enumerate()
        .filter(|(_, page)| page.level == Level::Chapter)
        .map(|(at, page)| (at, page.text.as_str()))
        .collect();
    let choice = |(_, text): &(usize, &str)| Choice { label: (*text).to_owned(), note: String::new() };
    let choices = chapters.iter().map(choice).collect();
    let places: Vec<usize> = chapters.iter().map(|(at, _)| *at).collect();
    let pick = Pick::new("Go to", choices, move |model, chosen| {
        if let Some(at) = places.get(chosen) {
            model.screens.handbook.cursor.go(*at);
        }
        Vec::new()
    });
    model.open(pick)
}
