//! What papers are made of: a meeting as it stood at its end, and the rules that it rested on.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    council::{MeetingId, rules},
    papers::{
        Book, Books,
        letter::{self, Letter},
    },
    record::{RulesKind, Sitting},
    review::Application,
    rules::{Edition, EditionId, shipped},
    store::{Store, StoreError},
};

/// The meeting of this id as it stood at its end, and the rules that it rested on; `None` where there is none.
///
/// # Errors
/// The file cannot be read, or rules that it rests on are not known any more.
pub fn sitting(store: &Store, id: &MeetingId) -> Result<Option<(Sitting, Books)>, StoreError> {
    let Some(sitting) = store.sitting(id)? else { return Ok(None) };
    let editions = sitting.meeting.ballots.iter().map(|ballot| &ballot.edition);
    let books = books(store, &sitting.meeting.rules, editions)?;
    Ok(Some((sitting, books)))
}

/// The rules of the council and these editions, as the docket keeps them and under the rulings of now; what it keeps no
/// text of, as shipped.
///
/// # Errors
/// The file cannot be read, or the rules are not known.
pub fn books<'e>(
    store: &Store,
    council: &str,
    editions: impl IntoIterator<Item = &'e EditionId>,
) -> Result<Books, StoreError> {
    let text = store.kept_rules(RulesKind::Council, council)?;
    let shipped_text = || rules::shipped_text(council).unwrap_or_default().to_owned();
    let council = Book { rules: store.council_rules(council)?, text: text.unwrap_or_else(shipped_text) };
    let mut books = Books { council, editions: BTreeMap::new() };
    for id in editions {
        let book = Book { rules: store.edition_now(id)?, text: text_of(store, id)? };
        books.editions.insert(id.clone(), book);
    }
    Ok(books)
}

/// What `application` is judged by: its edition under the rulings that hold for it, with the text that the docket keeps.
///
/// # Errors
/// As of [`books`].
pub fn edition(store: &Store, application: &Application) -> Result<Book<Edition>, StoreError> {
    Ok(Book { rules: store.edition_for(application)?, text: text_of(store, &application.edition)? })
}

/// The letter on `application` as it stands on `date`.
///
/// # Errors
/// As of [`books`].
pub fn letter(store: &Store, application: &Application, date: NaiveDate) -> Result<Letter, StoreError> {
    let ballots = store.ballots_of(&application.reference)?;
    let granted = store.certifications_of(&application.reference)?;
    let edition = store.edition_for(application)?;
    Ok(letter::letter(application, &ballots, &granted, &edition, date))
}

/// The text of an edition: the one that the docket keeps, else the shipped one.
fn text_of(store: &Store, id: &EditionId) -> Result<String, StoreError> {
    let kept = store.kept_rules(RulesKind::Edition, id.as_str())?;
    Ok(kept.unwrap_or_else(|| shipped::edition_text(id).unwrap_or_default().to_owned()))
}
