//! What papers are made of: a meeting as it stood at its end, and the rules that it rested on.

use std::collections::BTreeMap;

use crate::{
    council::{MeetingId, rules},
    papers::{Book, Books},
    record::{RulesKind, Sitting},
    rules::{EditionId, shipped},
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
    let kept = |kind, id: &str| store.kept_rules(kind, id);
    let text = kept(RulesKind::Council, council)?;
    let shipped_text = || rules::shipped_text(council).unwrap_or_default().to_owned();
    let council = Book { rules: store.council_rules(council)?, text: text.unwrap_or_else(shipped_text) };
    let mut books = Books { council, editions: BTreeMap::new() };
    for id in editions {
        let text = kept(RulesKind::Edition, id.as_str())?;
        let shipped_text = || shipped::edition_text(id).unwrap_or_default().to_owned();
        let book = Book { rules: store.edition_now(id)?, text: text.unwrap_or_else(shipped_text) };
        books.editions.insert(id.clone(), book);
    }
    Ok(books)
}
