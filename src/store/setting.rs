//! This installation's own choices, kept beside the record and not part of it.

use rusqlite::OptionalExtension as _;

use super::{Store, error::StoreError};

impl Store {
    /// The value of a setting.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|db| {
            db.prepare_cached("SELECT value FROM setting WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()
        })
    }

    /// Sets a setting, or takes it out.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.for_writing()?;
        self.read(|db| match value {
            Some(value) => {
                db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", (key, value))
            }
            None => db.execute("DELETE FROM setting WHERE key = ?1", [key]),
        })
        .map(drop)
    }
}
