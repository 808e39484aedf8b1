//! What the queue is searched by.

use rusqlite::{Connection, params};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::run;
use crate::review::Ref;

/// `text` without case and accents, as it is searched.
pub(in crate::store) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain: String = text.nfkd().filter(|character| !is_combining_mark(*character)).collect();
    plain.to_lowercase().nfkd().filter(|character| !is_combining_mark(*character)).collect()
}

/// Notes what `application` is found by: its ref, its organisation and the parent.
pub(super) fn index(db: &Connection, application: &Ref) -> rusqlite::Result<()> {
    let text: String = db
        .prepare_cached(
            "SELECT ref || char(10) || organisation || char(10) || coalesce(parent, '') FROM application WHERE ref = ?1",
        )?
        .query_row([application], |row| row.get(0))?;
    run(
        db,
        "INSERT OR REPLACE INTO search (application, folded) VALUES (?1, ?2)",
        params![application, fold(&text)],
    )
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_accents_do_not_matter() {
        for text in ["Québec", "QUEBEC", "Que\u{301}bec", "québec"] {
            assert_eq!(fold(text), "quebec");
        }
        assert_eq!(fold("İstanbul Ａ"), "istanbul a");
    }
}
