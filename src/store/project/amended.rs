//! A fact that a reviewer corrected: where it stands, and what its text means there.

use rusqlite::{
    Connection, params,
    types::{ToSqlOutput, Value},
};

use super::{facts, run, search};
use crate::{record::Field, review::Ref, rules::Credential, store::sql::figure};

/// Writes `now` into the field. The change was checked: a text that is no value of the field stands for none; a count
/// that could not be read is there without a figure.
pub(super) fn write(
    db: &Connection,
    application: &Ref,
    field: Field,
    now: Option<&str>,
) -> rusqlite::Result<()> {
    let column = match field {
        Field::Focp => return credential(db, application, Credential::Focp, now),
        Field::Fcp => return credential(db, application, Credential::Fcp, now),
        Field::Linked => {
            run(db, "DELETE FROM link WHERE application = ?1", [application])?;
            return facts::links(db, application, now.unwrap_or_default().split_whitespace());
        }
        Field::OrganisationName => "organisation",
        Field::Employees => "employees",
        Field::Website => "website",
        Field::ParentName => "parent",
        Field::ParentEmployees => "parent_employees",
        Field::LinuxFoundation => "linux_foundation",
        Field::FinopsFoundation => "finops_foundation",
        Field::MemberSince => "member_since",
        Field::PractisingSince => "practising_since",
        Field::Recording => "recording",
    };
    let value = now.and_then(|text| value(field, text)).unwrap_or(Value::Null);
    run(
        db,
        &format!("UPDATE application SET {column} = ?2 WHERE ref = ?1"),
        params![application, ToSqlOutput::Owned(value)],
    )?;
    match field {
        Field::OrganisationName | Field::ParentName => search::index(db, application),
        _ => Ok(()),
    }
}

fn value(field: Field, text: &str) -> Option<Value> {
    match field {
        Field::Employees | Field::ParentEmployees => {
            text.parse().ok().map(|employees| Value::Integer(figure(employees)))
        }
        Field::LinuxFoundation => text.parse::<bool>().ok().map(|member| Value::Integer(i64::from(member))),
        _ => Some(Value::Text(text.to_owned())),
    }
}

fn credential(
    db: &Connection,
    application: &Ref,
    credential: Credential,
    now: Option<&str>,
) -> rusqlite::Result<()> {
    match now {
        Some(text) => run(
            db,
            "INSERT OR REPLACE INTO credential (application, credential, people) VALUES (?1, ?2, ?3)",
            params![application, credential, text.parse::<u32>().ok()],
        ),
        None => run(
            db,
            "DELETE FROM credential WHERE application = ?1 AND credential = ?2",
            params![application, credential],
        ),
    }
}
