//! The form of the file: made by migrations, told by a digest.

use std::{collections::BTreeMap, fmt::Write as _};

use rusqlite::{Connection, Transaction};
use rusqlite_migration::{HookError, M, Migrations};
use sha2::{Digest, Sha256};

use super::{journal, project::project};

/// The mark of a docket in an SQLite file (`application_id`): "Dock".
pub(super) const APPLICATION_ID: u32 = 0x446f_636b;

/// The form this version makes (`user_version`).
pub(super) const VERSION: u32 = 3;

/// The digest of each form, the first being form 1, so that opening need not make one to compare.
const DIGESTS: &[&str] = &[
    "b1d310181e51d01b3d14a01d3c329781e60f13e4181d2a830bd7b8fa8f4bcb28",
    "b82295d5ebfc612ab4cc8f076a49d33bffc4b5eced0d81b8aa68f6a77a625264",
    "2d2dc1a6684fa4adcca9cb137e2e2219e647f46d78578d55295fcd6ae32725e0",
];

/// The way to this version. The second step makes the tables anew and fills them from the journal; the third one keeps
/// what is in them.
fn steps() -> Migrations<'static> {
    Migrations::new(vec![
        M::up(include_str!("../../assets/migrations/0001.sql")),
        M::up_with_hook(include_str!("../../assets/migrations/0002.sql"), |file: &Transaction<'_>| {
            refill(file).map_err(HookError::RusqliteError)
        }),
        M::up(include_str!("../../assets/migrations/0003.sql")),
    ])
}

/// Brings the database up to the form of this version: all of it, or nothing where a step fails.
pub(super) fn make(connection: &mut Connection) -> Result<(), rusqlite_migration::Error> {
    steps().to_latest(connection)
}

/// Does to the new tables what the journal says. Nothing is checked again: it was when the entries were made.
fn refill(file: &Connection) -> rusqlite::Result<()> {
    let mut statement = file.prepare(&format!("SELECT {} FROM journal ORDER BY seq", journal::COLUMNS))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let entry = journal::entry(row)?
            .read()
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        project(file, &entry)?;
    }
    Ok(())
}

/// The statements of the form by kind and name.
type Form = BTreeMap<(String, String), String>;

/// What differs from the form that `version` makes, by name; `None` where nothing does.
pub(super) fn difference(connection: &Connection, version: u32) -> rusqlite::Result<Option<String>> {
    let found = read(connection)?;
    let place = usize::try_from(version).unwrap_or_default();
    if place.checked_sub(1).and_then(|place| DIGESTS.get(place)) == Some(&digest(&found).as_str()) {
        return Ok(None);
    }
    let made = read(&form_of(place)?)?;
    let mut differences = Vec::new();
    for ((kind, name), sql) in &found {
        match made.get(&(kind.clone(), name.clone())) {
            None => differences.push(format!("{kind} `{name}` was added")),
            Some(as_made) if as_made != sql => differences.push(format!("{kind} `{name}` was changed")),
            Some(_) => {}
        }
    }
    let gone = made.keys().filter(|key| !found.contains_key(*key));
    differences.extend(gone.map(|(kind, name)| format!("{kind} `{name}` is missing")));
    Ok(Some(differences.join(", ")).filter(|text| !text.is_empty()))
}

/// An empty database of this form, in memory.
pub(super) fn reference() -> rusqlite::Result<Connection> {
    form_of(DIGESTS.len())
}

/// An empty database as version `version` made it, in memory.
fn form_of(version: usize) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    steps().to_version(&mut connection, version).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err,
        other => rusqlite::Error::ToSqlConversionFailure(Box::new(other)),
    })?;
    Ok(connection)
}

/// The names of all tables, in order.
pub(super) fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}

/// The tables of statistics apart, and what SQLite makes by itself for keys.
fn read(connection: &Connection) -> rusqlite::Result<Form> {
    let mut statement = connection.prepare(
        "SELECT type, name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT IN ('sqlite_stat1', 'sqlite_stat4')",
    )?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    rows.collect()
}

fn digest(form: &Form) -> String {
    let mut hash = Sha256::new();
    for ((kind, name), sql) in form {
        for part in [kind, name, sql] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    let mut text = String::new();
    for byte in hash.finalize() {
        _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{DIGESTS, VERSION, difference, digest, form_of, read, reference};
    use crate::{
        council::{
            Base, InForce, Matter, MeetingState, Motion, Outcome, Position, Reason, Threshold,
            conflict::{Relation, Weight},
            register::CurbKind,
        },
        record::{Role, RulesKind},
        review::{ItemKind, Kind, Stage, Status},
        rules::{Credential, Level, Program},
    };

    #[test]
    fn the_digests_are_those_of_what_the_migrations_make() {
        assert_eq!(DIGESTS.len(), usize::try_from(VERSION).unwrap());
        for (version, expected) in (1..).zip(DIGESTS) {
            assert_eq!(digest(&read(&form_of(version).unwrap()).unwrap()), *expected, "form {version}");
        }
    }

    #[test]
    fn what_was_added_changed_or_taken_away_is_named() {
        let made = reference().unwrap();
        assert_eq!(difference(&made, VERSION).unwrap(), None);
        made.execute_batch(
            "CREATE TRIGGER hidden AFTER INSERT ON position BEGIN SELECT 1; END;
             DROP TRIGGER journal_is_never_cut;
             DROP VIEW queue; CREATE VIEW queue AS SELECT 1;",
        )
        .unwrap();
        let named = difference(&made, VERSION).unwrap().unwrap();
        assert!(named.contains("trigger `hidden` was added"), "{named}");
        assert!(named.contains("trigger `journal_is_never_cut` is missing"), "{named}");
        assert!(named.contains("view `queue` was changed"), "{named}");
    }

    /// The words that a column takes are those of the code, no more and no fewer.
    #[test]
    fn every_word_is_one_that_its_column_takes() {
        fn list<T: std::fmt::Display>(column: &str, words: &[T]) -> String {
            let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            format!("CHECK ({column} IN ({}))", words.join(", "))
        }
        let written = concat!(
            include_str!("../../assets/migrations/0001.sql"),
            include_str!("../../assets/migrations/0002.sql"),
            include_str!("../../assets/migrations/0003.sql")
        );
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        for expected in [
            list("role", Role::ALL),
            list("kind", RulesKind::ALL),
            list("program", Program::ALL),
            list("kind", Kind::ALL),
            list("stage", Stage::ALL),
            list("finops_foundation", Level::ALL),
            list("credential", Credential::ALL),
            list("status", Status::ALL),
            list("item", ItemKind::ALL),
            list("state", MeetingState::ALL),
            list("reading", Base::ALL),
            list("matter", Matter::ALL),
            list("threshold", Threshold::ALL),
            list("motion", Motion::ALL),
            list("why", Reason::ALL),
            list("was", Position::ALL),
            list("now", Position::ALL),
            list("position", Position::ALL),
            list("outcome", Outcome::ALL),
            list("kind", CurbKind::ALL),
            list("in_force", InForce::ALL),
            list("relation", Relation::ALL),
            list("weight", Weight::ALL),
        ] {
            assert!(written.contains(&expected), "{expected}");
        }
    }

    #[test]
    fn statistics_are_no_part_of_the_form() {
        let made = reference().unwrap();
        made.execute_batch("ANALYZE").unwrap();
        assert_eq!(difference(&made, VERSION).unwrap(), None);
    }
}
