//! The facts of an application, each kind in its table.

use rusqlite::{Connection, params};

use super::run;
use crate::{
    record::ContentHash,
    review::{Claim, Evidence, Facts, Feature, Holder, Ref, Remark, WorkingGroup},
    store::sql::figure,
};

/// Takes out everything a submission brought, before the next one.
pub(super) fn clear(db: &Connection, application: &Ref) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM remark WHERE application = ?1",
        "DELETE FROM credential WHERE application = ?1",
        "DELETE FROM holder WHERE application = ?1",
        "DELETE FROM evidence WHERE application = ?1",
        "DELETE FROM claim WHERE application = ?1",
        "DELETE FROM feature_capability WHERE application = ?1",
        "DELETE FROM feature WHERE application = ?1",
        "DELETE FROM working_group WHERE application = ?1",
        "DELETE FROM link WHERE application = ?1",
    ] {
        run(db, sql, [application])?;
    }
    Ok(())
}

/// Writes all of `facts` for an application that has a row.
pub(super) fn write(
    db: &Connection,
    application: &Ref,
    facts: &Facts<ContentHash>,
    remarks: &[Remark],
) -> rusqlite::Result<()> {
    applicant(db, application, facts)?;
    for (place, remark) in (1_u32..).zip(remarks) {
        run(
            db,
            "INSERT INTO remark (application, n, field, text) VALUES (?1, ?2, ?3, ?4)",
            params![application, place, remark.field, remark.text],
        )?;
    }
    for (credential, people) in &facts.credentials {
        run(
            db,
            "INSERT INTO credential (application, credential, people) VALUES (?1, ?2, ?3)",
            params![application, credential, people],
        )?;
    }
    facts.holders.iter().try_for_each(|one| holder(db, application, one))?;
    facts.evidence.iter().try_for_each(|one| evidence(db, application, one))?;
    facts.claims.iter().try_for_each(|one| claim(db, application, one))?;
    facts.features.iter().try_for_each(|one| feature(db, application, one))?;
    facts.working_groups.iter().try_for_each(|one| working_group(db, application, one))?;
    links(db, application, facts.linked.iter().map(Ref::as_str))
}

/// Writes what an application has once, in its row.
fn applicant(db: &Connection, application: &Ref, facts: &Facts<ContentHash>) -> rusqlite::Result<()> {
    let organisation = &facts.organisation;
    let parent = organisation.parent.as_ref();
    let live = facts.demo.live.as_ref();
    run(
        db,
        "UPDATE application SET organisation = ?2, employees = ?3, website = ?4, parent = ?5, parent_employees = ?6,
           linux_foundation = ?7, finops_foundation = ?8, member_since = ?9, contact_name_hash = ?10,
           contact_email_hash = ?11, practising_since = ?12, recording = ?13, live = ?14, live_date = ?15,
           live_minutes = ?16, live_passed = ?17, note_hash = ?18
         WHERE ref = ?1",
        params![
            application,
            organisation.name,
            organisation.employees.map(figure),
            organisation.website,
            parent.map(|parent| &parent.name),
            parent.and_then(|parent| parent.employees).map(figure),
            organisation.membership.linux_foundation,
            organisation.membership.finops_foundation,
            organisation.membership.since,
            facts.contact.name,
            facts.contact.email,
            facts.practising_since,
            facts.demo.recording,
            live.is_some(),
            live.and_then(|live| live.date),
            live.and_then(|live| live.minutes),
            live.and_then(|live| live.passed),
            facts.note,
        ],
    )
}

fn holder(db: &Connection, application: &Ref, holder: &Holder<ContentHash>) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO holder (application, n, name_hash, credential, issued, expires, employed, badge_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            application,
            holder.n,
            holder.name,
            holder.credential,
            holder.issued,
            holder.expires,
            holder.employed,
            holder.badge
        ],
    )
}

/// Writes one piece of evidence.
pub(super) fn evidence(db: &Connection, application: &Ref, evidence: &Evidence) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO evidence (application, n, requirement, url, title, date) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![application, evidence.n, evidence.requirement, evidence.url, evidence.title, evidence.date],
    )
}

fn claim(db: &Connection, application: &Ref, claim: &Claim<ContentHash>) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO claim (application, n, activity, count, date, title, person_hash, vendor, url, validated)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            application,
            claim.n,
            claim.activity,
            claim.count,
            claim.date,
            claim.title,
            claim.person,
            claim.vendor,
            claim.url,
            claim.validated
        ],
    )
}

fn feature(db: &Connection, application: &Ref, feature: &Feature) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO feature (application, n, name, url) VALUES (?1, ?2, ?3, ?4)",
        params![application, feature.n, feature.name, feature.url],
    )?;
    (1_u32..).zip(&feature.capabilities).try_for_each(|(place, capability)| {
        run(
            db,
            "INSERT INTO feature_capability (application, feature, place, capability) VALUES (?1, ?2, ?3, ?4)",
            params![application, feature.n, place, capability],
        )
    })
}

fn working_group(db: &Connection, application: &Ref, group: &WorkingGroup) -> rusqlite::Result<()> {
    run(
        db,
        "INSERT INTO working_group (application, n, name, attended, held) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![application, group.n, group.name, group.attended, group.held],
    )
}

/// Writes the refs an application is linked to, in order.
pub(super) fn links<'a>(
    db: &Connection,
    application: &Ref,
    linked: impl Iterator<Item = &'a str>,
) -> rusqlite::Result<()> {
    (1_u32..).zip(linked).try_for_each(|(place, linked)| {
        run(
            db,
            "INSERT INTO link (application, place, linked) VALUES (?1, ?2, ?3)",
            params![application, place, linked],
        )
    })
}
