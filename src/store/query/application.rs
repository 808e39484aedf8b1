//! One application, whole, and what hangs on it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{all, facts};
use crate::{
    review::{
        Application, Check, Finding, Item, LinkedTo, Ref, Remark,
        application::{DemoReview, Presented, Review},
        facts::LiveDemo,
    },
    rules::RequirementId,
    store::{Store, error::StoreError, sql::Instant},
};

/// What an applicant sent at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionRow {
    /// Its number; the first is 1.
    pub n: u32,
    /// The day it came.
    pub received: NaiveDate,
    /// It, as it came; `None` once erased.
    pub original: Option<String>,
}

/// A private note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// Its number; the first is 1.
    pub n: u32,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// It; `None` once erased.
    pub text: Option<String>,
}

impl Store {
    /// Whether an application of this ref is in the docket.
    pub fn knows(&self, reference: &Ref) -> Result<bool, StoreError> {
        self.read(|db| knows(db, reference))
    }

    /// The application of this ref with all that was said of it.
    pub fn application(&self, reference: &Ref) -> Result<Option<Application>, StoreError> {
        self.read(|db| application(db, reference))
    }

    /// The parent of the applicant, where it has one.
    pub fn parent(&self, reference: &Ref) -> Result<Option<String>, StoreError> {
        self.read(|db| {
            let mut parent = db.prepare_cached("SELECT parent FROM application WHERE ref = ?1")?;
            Ok(parent.query_row([reference], |row| row.get(0)).optional()?.flatten())
        })
    }

    /// What was sent for an application, first to last.
    pub fn submissions(&self, reference: &Ref) -> Result<Vec<SubmissionRow>, StoreError> {
        self.read(|db| {
            all(
                db,
                "SELECT n, received, text FROM submission_text WHERE application = ?1 ORDER BY n",
                [reference],
                |row| Ok(SubmissionRow { n: row.get(0)?, received: row.get(1)?, original: row.get(2)? }),
            )
        })
    }

    /// The private notes on an application, first to last.
    pub fn notes(&self, reference: &Ref) -> Result<Vec<NoteRow>, StoreError> {
        self.read(|db| {
            all(
                db,
                "SELECT n, at, actor, text FROM note_text WHERE application = ?1 ORDER BY n",
                [reference],
                |row| {
                    let Instant(at) = row.get(1)?;
                    Ok(NoteRow { n: row.get(0)?, at, actor: row.get(2)?, text: row.get(3)? })
                },
            )
        })
    }
}

pub(in crate::store) fn knows(db: &Connection, reference: &Ref) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM application WHERE ref = ?1")?.exists([reference])
}

pub(in crate::store) fn application(
    db: &Connection,
    reference: &Ref,
) -> rusqlite::Result<Option<Application>> {
    let mut statement = db.prepare_cached(
        "SELECT application.*, contact.name AS contact_name, contact.email AS contact_email, contact.note
         FROM application JOIN contact_text AS contact ON contact.application = ref WHERE ref = ?1",
    )?;
    let Some(mut application) = statement.query_row([reference], row).optional()? else { return Ok(None) };
    facts::items(db, reference, &mut application.facts)?;
    application.remarks =
        all(db, "SELECT field, text FROM remark WHERE application = ?1 ORDER BY n", [reference], |row| {
            Ok(Remark { field: row.get(0)?, text: row.get(1)? })
        })?;
    application.linked = linked(db, reference)?;
    application.review.findings = findings(db, reference)?;
    application.review.checks = checks(db, reference)?;
    Ok(Some(application))
}

/// What stands in the application's own row.
fn row(row: &Row<'_>) -> rusqlite::Result<Application> {
    Ok(Application {
        reference: row.get("ref")?,
        program: row.get("program")?,
        kind: row.get("kind")?,
        edition: row.get("edition")?,
        received: row.get("received")?,
        facts: facts::applicant(row)?,
        remarks: Vec::new(),
        linked: Vec::new(),
        review: Review {
            assignee: row.get("assignee")?,
            due: row.get("due")?,
            parked: row.get("parked")?,
            demo: demo(row)?,
            presented: presented(row)?,
            ..Review::new(row.get("stage")?, row.get("since")?)
        },
    })
}

fn demo(row: &Row<'_>) -> rusqlite::Result<DemoReview> {
    let held = if row.get("demo_held")? {
        Some(LiveDemo {
            date: row.get("demo_date")?,
            minutes: row.get("demo_minutes")?,
            passed: row.get("demo_passed")?,
        })
    } else {
        None
    };
    Ok(DemoReview { asked: row.get("demo_asked")?, planned: row.get("demo_planned")?, held })
}

fn presented(row: &Row<'_>) -> rusqlite::Result<Option<Presented>> {
    let by: Option<String> = row.get("presented_by")?;
    let because: Option<String> = row.get("presented_because")?;
    Ok(by.zip(because).map(|(by, because)| Presented { by, because }))
}

fn linked(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<LinkedTo>> {
    all(
        db,
        "SELECT linked, program FROM link LEFT JOIN application AS other ON other.ref = linked
         WHERE application = ?1 ORDER BY place",
        [reference],
        |row| Ok(LinkedTo { reference: row.get(0)?, program: row.get(1)? }),
    )
}

fn findings(db: &Connection, reference: &Ref) -> rusqlite::Result<BTreeMap<RequirementId, Finding>> {
    let rows = all(
        db,
        "SELECT requirement, status, justification, text, until FROM finding WHERE application = ?1",
        [reference],
        |row| {
            let finding = Finding {
                status: row.get(1)?,
                justification: row.get(2)?,
                text: row.get(3)?,
                until: row.get(4)?,
            };
            Ok((row.get(0)?, finding))
        },
    )?;
    Ok(rows.into_iter().collect())
}

fn checks(db: &Connection, reference: &Ref) -> rusqlite::Result<BTreeMap<Item, Check>> {
    let rows = all(
        db,
        "SELECT item, n, state, count, reason FROM item_check WHERE application = ?1",
        [reference],
        |row| {
            let check = match row.get::<_, String>(2)?.as_str() {
                "accepted" => Check::Accepted { count: row.get(3)? },
                _ => Check::Rejected { reason: row.get(4)? },
            };
            Ok((Item::new(row.get(0)?, row.get(1)?), check))
        },
    )?;
    Ok(rows.into_iter().collect())
}
