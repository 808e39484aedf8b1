//! The register: certifications with their conditions and what later ballots did to them.

use rusqlite::{Connection, Params, Row, params};

use super::all;
use crate::{
    council::{
        BallotId, Condition,
        condition::{Clearing, Imposed},
        register::{Certification, Curb},
    },
    review::{Ref, queue::Window},
    store::{
        Store,
        error::StoreError,
        sql::{self, figure},
    },
};

impl Store {
    /// The register, newest certification first.
    pub fn certifications(&self, window: Window) -> Result<Vec<Certification>, StoreError> {
        self.read(|db| {
            certifications(
                db,
                "ORDER BY first_day DESC, application, ballot LIMIT ?1 OFFSET ?2",
                [figure(window.rows), figure(window.first)],
            )
        })
    }

    /// What was granted to an application, first to last.
    pub fn certifications_of(&self, reference: &Ref) -> Result<Vec<Certification>, StoreError> {
        self.read(|db| granted_to(db, reference))
    }

    /// Every certification that was granted with conditions.
    pub fn conditional(&self) -> Result<Vec<Certification>, StoreError> {
        self.read(|db| {
            certifications(
                db,
                "WHERE (application, ballot) IN (SELECT application, ballot FROM ballot_condition)
                 ORDER BY application, ballot",
                [],
            )
        })
    }
}

pub(in crate::store) fn granted_to(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Certification>> {
    certifications(db, "WHERE application = ?1 ORDER BY ballot", [reference])
}

/// What a ballot granted.
pub(in crate::store) fn granted_by(
    db: &Connection,
    ballot: &BallotId,
) -> rusqlite::Result<Vec<Certification>> {
    certifications(db, "WHERE application = ?1 AND ballot = ?2", params![ballot.application, ballot.n])
}

/// The certifications that `which` names. Few have conditions or were changed: the others cost one row each.
fn certifications(
    db: &Connection,
    which: &str,
    parameters: impl Params,
) -> rusqlite::Result<Vec<Certification>> {
    let sql = format!(
        "SELECT certification.*,
           EXISTS (SELECT 1 FROM ballot_condition AS one
             WHERE one.application = certification.application AND one.ballot = certification.ballot) AS conditional,
           EXISTS (SELECT 1 FROM certification_change AS one
             WHERE one.application = certification.application AND one.certification = certification.ballot) AS curbed
         FROM certification {which}"
    );
    let found = all(db, &sql, parameters, |row| {
        let id = sql::ballot(row, "application", "ballot")?;
        Ok((certification(row, &id)?, id, row.get("conditional")?, row.get("curbed")?))
    })?;
    let mut certifications = Vec::with_capacity(found.len());
    for (mut certification, id, conditional, curbed) in found {
        if conditional {
            certification.conditions = conditions(db, &id)?;
        }
        if curbed {
            certification.curbs = curbs(db, &id)?;
        }
        certifications.push(certification);
    }
    Ok(certifications)
}

fn certification(row: &Row<'_>, ballot: &BallotId) -> rusqlite::Result<Certification> {
    Ok(Certification {
        reference: row.get("application")?,
        organisation: row.get("organisation")?,
        program: row.get("program")?,
        edition: row.get("edition")?,
        from: row.get("first_day")?,
        until: row.get("last_day")?,
        meeting: row.get("meeting")?,
        ballot: ballot.to_string(),
        in_force: row.get("in_force")?,
        conditions: Vec::new(),
        curbs: Vec::new(),
    })
}

fn conditions(db: &Connection, ballot: &BallotId) -> rusqlite::Result<Vec<Imposed>> {
    all(
        db,
        "SELECT ballot_condition.*, day, clearing.cleared_by AS by_whom, evidence FROM ballot_condition
         LEFT JOIN condition_clearing AS clearing USING (application, ballot, n)
         WHERE application = ?1 AND ballot = ?2 ORDER BY n",
        params![ballot.application, ballot.n],
        |row| {
            let cleared = match (row.get("day")?, row.get("by_whom")?, row.get("evidence")?) {
                (Some(on), Some(by), Some(evidence)) => Some(Clearing { on, by, evidence }),
                _ => None,
            };
            let condition = Condition {
                text: row.get("text")?,
                owner: row.get("owner")?,
                due: row.get("due")?,
                cleared_by: row.get("cleared_by")?,
            };
            Ok(Imposed { n: row.get("n")?, condition, cleared })
        },
    )
}

fn curbs(db: &Connection, ballot: &BallotId) -> rusqlite::Result<Vec<Curb>> {
    all(
        db,
        "SELECT * FROM certification_change WHERE application = ?1 AND certification = ?2 ORDER BY ballot",
        params![ballot.application, ballot.n],
        |row| {
            Ok(Curb {
                kind: row.get("kind")?,
                from: row.get("first_day")?,
                until: row.get("last_day")?,
                ballot: sql::ballot(row, "application", "ballot")?.to_string(),
            })
        },
    )
}
