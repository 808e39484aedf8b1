//! How the words, ids and instants of the docket stand in a column.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{
    Row, ToSql,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};

use crate::{
    council::{
        BallotId, Base, InForce, ItemNo, Matter, MeetingId, MeetingState, Motion, Outcome, Position, Reason,
        SeatNo, Threshold,
        conflict::{Relation, Weight},
        register::CurbKind,
        tally::Mode,
    },
    record::{ContentHash, EntryHash, Role, RulesKind, WriterId},
    review::{ItemKind, Kind, Ref, Stage, Status},
    rules::{ActivityId, CapabilityId, Credential, EditionId, Level, Program, RequirementId},
};

/// Words stand as their text.
macro_rules! words {
    ($($word:ty),+ $(,)?) => { $(
        impl ToSql for $word {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl FromSql for $word {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(FromSqlError::other)
            }
        }
    )+ };
}

words!(
    Base,
    Credential,
    CurbKind,
    InForce,
    ItemKind,
    Kind,
    Level,
    Matter,
    MeetingState,
    Mode,
    Motion,
    Outcome,
    Position,
    Program,
    Reason,
    Relation,
    Role,
    RulesKind,
    Stage,
    Status,
    Threshold,
    Weight,
);

/// Ids stand as their text.
macro_rules! ids {
    ($($id:ty),+ $(,)?) => { $(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Ok(Self::from(value.as_str()?))
            }
        }
    )+ };
}

ids!(ActivityId, CapabilityId, ContentHash, EditionId, EntryHash, MeetingId, Ref, RequirementId, WriterId,);

impl ToSql for SeatNo {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for SeatNo {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u32::column_result(value).map(Self)
    }
}

impl ToSql for ItemNo {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for ItemNo {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u32::column_result(value).map(Self)
    }
}

/// An instant in a column: UTC with milliseconds, with nanoseconds only where it has them, so that nothing is lost
/// and text order is the order in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instant(pub(super) DateTime<Utc>);

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let whole = self.0.timestamp_subsec_nanos().is_multiple_of(1_000_000);
        let format = if whole { SecondsFormat::Millis } else { SecondsFormat::Nanos };
        Ok(self.0.to_rfc3339_opts(format, true).into())
    }
}

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let given = DateTime::parse_from_rfc3339(value.as_str()?).map_err(FromSqlError::other)?;
        Ok(Self(given.to_utc()))
    }
}

/// A count from outside as a column holds it: what is too large stands as the largest.
pub(super) fn figure(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A column that holds a figure which is never negative.
pub(super) fn count(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    let figure: i64 = row.get(column)?;
    Ok(u64::try_from(figure).unwrap_or(0))
}

/// The ballot that two columns name.
pub(super) fn ballot(row: &Row<'_>, application: &str, n: &str) -> rusqlite::Result<BallotId> {
    Ok(BallotId { application: row.get(application)?, n: row.get(n)? })
}
