//! What changes of an application do.

use rusqlite::{Connection, params};

use super::{amended, facts, run, search};
use crate::{
    record::{Change, ContentHash, Entry, journal::stamp},
    review::{Check, Evidence, Facts, Finding, Item, Ref, Remark, application::DemoReview},
    rules::RequirementId,
};

pub(super) fn project(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    match &entry.change {
        Change::Received {
            application,
            program,
            kind,
            edition,
            received,
            stage,
            facts,
            remarks,
            original,
        } => {
            run(
                db,
                "INSERT INTO application (ref, program, kind, edition, received, stage, since, organisation)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    application,
                    program,
                    kind,
                    edition,
                    received,
                    stage,
                    received,
                    facts.organisation.name
                ],
            )?;
            submission(db, application, &Sent { n: 1, day: *received, facts, remarks, original })
        }
        Change::Submitted { application, n, received, facts, remarks, original, .. } => {
            facts::clear(db, application)?;
            submission(db, application, &Sent { n: *n, day: *received, facts, remarks, original })
        }
        Change::Amended { application, field, now, .. } => {
            amended::write(db, application, *field, now.as_deref())
        }
        Change::Found { application, requirement, now, .. } => {
            finding(db, application, requirement, now.as_ref())
        }
        Change::Checked { application, item, now, .. } => check(db, application, *item, now.as_ref()),
        Change::Given { application, was, now } => given(db, application, was.as_ref(), now.as_ref()),
        Change::Noted { application, n, text } => note(db, entry, application, *n, text.as_ref()),
        Change::Assigned { application, now, .. } => run(
            db,
            "UPDATE application SET assignee = ?2, due = ?3 WHERE ref = ?1",
            params![application, now.assignee, now.due],
        ),
        Change::Staged { application, now, .. } => {
            let (by, because) = now.presented.as_ref().map(|one| (&one.by, &one.because)).unzip();
            run(
                db,
                "UPDATE application SET stage = ?2, since = ?3, parked = ?4, presented_by = ?5, presented_because = ?6
                 WHERE ref = ?1",
                params![application, now.stage, now.since, now.parked, by, because],
            )
        }
        Change::Demonstrated { application, now, .. } => demo(db, application, now),
        _ => Ok(()),
    }
}

/// What an applicant sent at one time.
struct Sent<'a> {
    n: u32,
    day: chrono::NaiveDate,
    facts: &'a Facts<ContentHash>,
    remarks: &'a [Remark],
    original: &'a ContentHash,
}

fn submission(db: &Connection, application: &Ref, sent: &Sent<'_>) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO submission (application, n, received, original_hash) VALUES (?1, ?2, ?3, ?4)",
        params![application, sent.n, sent.day, sent.original],
    )?;
    facts::write(db, application, sent.facts, sent.remarks)?;
    search::index(db, application)
}

fn finding(
    db: &Connection,
    application: &Ref,
    requirement: &RequirementId,
    now: Option<&Finding>,
) -> rusqlite::Result<()> {
    match now {
        Some(finding) => run(
            db,
            "INSERT OR REPLACE INTO finding (application, requirement, status, justification, text, until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                application,
                requirement,
                finding.status,
                finding.justification,
                finding.text,
                finding.until
            ],
        ),
        None => run(
            db,
            "DELETE FROM finding WHERE application = ?1 AND requirement = ?2",
            params![application, requirement],
        ),
    }
}

fn check(db: &Connection, application: &Ref, item: Item, now: Option<&Check>) -> rusqlite::Result<()> {
    let (state, count, reason) = match now {
        None => {
            return run(
                db,
                "DELETE FROM item_check WHERE application = ?1 AND item = ?2 AND n = ?3",
                params![application, item.kind, item.n],
            );
        }
        Some(Check::Accepted { count }) => ("accepted", *count, None),
        Some(Check::Rejected { reason }) => ("rejected", None, reason.as_deref()),
    };
    run(
        db,
        "INSERT OR REPLACE INTO item_check (application, item, n, state, count, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![application, item.kind, item.n, state, count, reason],
    )
}

fn given(
    db: &Connection,
    application: &Ref,
    was: Option<&Evidence>,
    now: Option<&Evidence>,
) -> rusqlite::Result<()> {
    if let Some(evidence) = was {
        run(db, "DELETE FROM evidence WHERE application = ?1 AND n = ?2", params![application, evidence.n])?;
    }
    now.map_or(Ok(()), |evidence| facts::evidence(db, application, evidence))
}

fn note(
    db: &Connection,
    entry: &Entry,
    application: &Ref,
    n: u32,
    text: Option<&ContentHash>,
) -> rusqlite::Result<()> {
    match text {
        Some(text) => run(
            db,
            "INSERT INTO note (application, n, at, actor, text_hash) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![application, n, stamp(entry.at), entry.actor, text],
        ),
        None => run(db, "DELETE FROM note WHERE application = ?1 AND n = ?2", params![application, n]),
    }
}

fn demo(db: &Connection, application: &Ref, now: &DemoReview) -> rusqlite::Result<()> {
    let held = now.held.as_ref();
    run(
        db,
        "UPDATE application SET demo_asked = ?2, demo_planned = ?3, demo_held = ?4, demo_date = ?5, demo_minutes = ?6,
           demo_passed = ?7 WHERE ref = ?1",
        params![
            application,
            now.asked,
            now.planned,
            held.is_some(),
            held.and_then(|live| live.date),
            held.and_then(|live| live.minutes),
            held.and_then(|live| live.passed),
        ],
    )
}
