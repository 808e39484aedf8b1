//! The register of conflicts.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::all;
use crate::{
    council::conflict::{Conflict, Register, Suggestion, Tie, Word},
    review::Application,
    store::{Store, error::StoreError},
};

impl Store {
    /// Everything that is known of conflicts.
    pub fn conflicts(&self) -> Result<Register, StoreError> {
        self.read(register)
    }

    /// What suggests itself for `application` on `day`: for those on the council, for its reviewer, and for whoever else
    /// the register ties to whoever makes it.
    pub fn conflicts_with(
        &self,
        application: &Application,
        day: NaiveDate,
    ) -> Result<Vec<Suggestion>, StoreError> {
        let council = self.council_on(day)?;
        let mut seats = council.members;
        seats.extend(council.others.guests().into_iter().cloned());
        seats.sort_by_key(|seat| seat.n);
        let reviewer = application.review.assignee.as_deref();
        Ok(self.conflicts()?.of_all(&seats, reviewer, application.into(), day))
    }

    /// The conflicts with whoever makes `application` that stand on `day` for its reviewer `name`.
    pub fn conflicts_of_reviewer(
        &self,
        name: &str,
        application: &Application,
        day: NaiveDate,
    ) -> Result<Vec<Suggestion>, StoreError> {
        let (register, seats) = self.read(|db| Ok((register(db)?, super::seats::seats(db)?)))?;
        let mut found = register.of_person(name, &seats, application.into(), day);
        found.retain(Suggestion::stands);
        Ok(found)
    }
}

pub(in crate::store) fn register(db: &Connection) -> rusqlite::Result<Register> {
    let mut register = Register::default();
    let sql =
        "SELECT conflict.*, content.text FROM conflict LEFT JOIN content ON hash = note_hash ORDER BY n";
    for (n, conflict, note) in all(db, sql, [], entered)? {
        register.known.insert(n, conflict);
        register.notes.extend(note.map(|note| (n, note)));
    }
    let sql = "SELECT *, (SELECT text FROM content WHERE hash = because_hash) AS because FROM (
                 SELECT NULL AS application, person, organisation, relation, said_by, day, because_hash
                 FROM conflict_dismissed
                 UNION ALL
                 SELECT application, person, organisation, relation, said_by, day, because_hash
                 FROM conflict_waived)
               ORDER BY person, organisation, relation, application";
    register.words = all(db, sql, [], word)?;
    Ok(register)
}

fn entered(row: &Row<'_>) -> rusqlite::Result<(u32, Conflict, Option<String>)> {
    let conflict = Conflict {
        person: row.get("person")?,
        organisation: row.get("organisation")?,
        relation: row.get("relation")?,
        weight: row.get("weight")?,
        from: row.get("first_day")?,
        until: row.get("last_day")?,
    };
    Ok((row.get("n")?, conflict, row.get("text")?))
}

fn word(row: &Row<'_>) -> rusqlite::Result<Word> {
    let tie = Tie {
        person: row.get("person")?,
        organisation: row.get("organisation")?,
        relation: row.get("relation")?,
    };
    Ok(Word {
        tie,
        application: row.get("application")?,
        by: row.get("said_by")?,
        day: row.get("day")?,
        because: row.get("because")?,
    })
}
