//! What an applicant put forward.

use rusqlite::{Connection, Row};

use super::all;
use crate::{
    review::{
        Claim, Evidence, Facts, Feature, Holder, Ref, WorkingGroup,
        facts::{Contact, Demo, LiveDemo, Membership, Organisation, Parent},
    },
    rules::CapabilityId,
};

/// What stands for a personal text that was erased.
const ERASED: &str = "(erased)";

/// A personal text beside the hash that names it.
fn personal(row: &Row<'_>, hash: &str, text: &str) -> rusqlite::Result<Option<String>> {
    let named: Option<String> = row.get(hash)?;
    let text: Option<String> = row.get(text)?;
    Ok(named.map(|_| text.unwrap_or_else(|| ERASED.to_owned())))
}

/// The facts in the application's own row; those in tables of their own are still empty.
pub(super) fn applicant(row: &Row<'_>) -> rusqlite::Result<Facts> {
    let parent: Option<String> = row.get("parent")?;
    let parent_employees = figure(row, "parent_employees")?;
    let live = if row.get("live")? {
        Some(LiveDemo {
            date: row.get("live_date")?,
            minutes: row.get("live_minutes")?,
            passed: row.get("live_passed")?,
        })
    } else {
        None
    };
    Ok(Facts {
        organisation: Organisation {
            name: row.get("organisation")?,
            employees: figure(row, "employees")?,
            website: row.get("website")?,
            parent: parent.map(|name| Parent { name, employees: parent_employees }),
            membership: Membership {
                linux_foundation: row.get("linux_foundation")?,
                finops_foundation: row.get("finops_foundation")?,
                since: row.get("member_since")?,
            },
        },
        contact: Contact {
            name: personal(row, "contact_name_hash", "contact_name")?,
            email: personal(row, "contact_email_hash", "contact_email")?,
        },
        practising_since: row.get("practising_since")?,
        credentials: std::collections::BTreeMap::new(),
        holders: Vec::new(),
        evidence: Vec::new(),
        claims: Vec::new(),
        features: Vec::new(),
        working_groups: Vec::new(),
        demo: Demo { recording: row.get("recording")?, live },
        linked: Vec::new(),
        note: personal(row, "note_hash", "note")?,
    })
}

fn figure(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<u64>> {
    let figure: Option<i64> = row.get(column)?;
    Ok(figure.and_then(|figure| u64::try_from(figure).ok()))
}

/// Reads what stands in tables of its own into `facts`.
pub(super) fn items(db: &Connection, reference: &Ref, facts: &mut Facts) -> rusqlite::Result<()> {
    facts.credentials =
        all(db, "SELECT credential, people FROM credential WHERE application = ?1", [reference], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .into_iter()
        .collect();
    facts.holders = holders(db, reference)?;
    facts.evidence = all(
        db,
        "SELECT n, requirement, url, title, date FROM evidence WHERE application = ?1 ORDER BY n",
        [reference],
        |row| {
            Ok(Evidence {
                n: row.get(0)?,
                requirement: row.get(1)?,
                url: row.get(2)?,
                title: row.get(3)?,
                date: row.get(4)?,
            })
        },
    )?;
    facts.claims = claims(db, reference)?;
    facts.features = features(db, reference)?;
    facts.working_groups = all(
        db,
        "SELECT n, name, attended, held FROM working_group WHERE application = ?1 ORDER BY n",
        [reference],
        |row| {
            Ok(WorkingGroup { n: row.get(0)?, name: row.get(1)?, attended: row.get(2)?, held: row.get(3)? })
        },
    )?;
    facts.linked =
        all(db, "SELECT linked FROM link WHERE application = ?1 ORDER BY place", [reference], |row| {
            row.get(0)
        })?;
    Ok(())
}

fn holders(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Holder>> {
    all(
        db,
        "SELECT holder.*, name.text AS name, badge.text AS badge FROM holder
         LEFT JOIN content AS name ON name.hash = name_hash
         LEFT JOIN content AS badge ON badge.hash = badge_hash
         WHERE application = ?1 ORDER BY n",
        [reference],
        |row| {
            Ok(Holder {
                n: row.get("n")?,
                name: personal(row, "name_hash", "name")?.unwrap_or_default(),
                credential: row.get("credential")?,
                issued: row.get("issued")?,
                expires: row.get("expires")?,
                employed: row.get("employed")?,
                badge: personal(row, "badge_hash", "badge")?,
            })
        },
    )
}

fn claims(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Claim>> {
    all(
        db,
        "SELECT claim.*, content.text AS person FROM claim LEFT JOIN content ON content.hash = person_hash
         WHERE application = ?1 ORDER BY n",
        [reference],
        |row| {
            Ok(Claim {
                n: row.get("n")?,
                activity: row.get("activity")?,
                count: row.get("count")?,
                date: row.get("date")?,
                title: row.get("title")?,
                person: personal(row, "person_hash", "person")?,
                vendor: row.get("vendor")?,
                url: row.get("url")?,
                validated: row.get("validated")?,
            })
        },
    )
}

fn features(db: &Connection, reference: &Ref) -> rusqlite::Result<Vec<Feature>> {
    let mut features =
        all(db, "SELECT n, name, url FROM feature WHERE application = ?1 ORDER BY n", [reference], |row| {
            Ok(Feature { n: row.get(0)?, name: row.get(1)?, url: row.get(2)?, capabilities: Vec::new() })
        })?;
    let capabilities: Vec<(u32, CapabilityId)> = all(
        db,
        "SELECT feature, capability FROM feature_capability WHERE application = ?1 ORDER BY feature, place",
        [reference],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut capabilities = capabilities.into_iter().peekable();
    for feature in &mut features {
        while let Some((_, capability)) = capabilities.next_if(|(n, _)| *n == feature.n) {
            feature.capabilities.push(capability);
        }
    }
    Ok(features)
}
