//! What the consent list and pulling a ballot do.

use rusqlite::{Connection, params};

use super::run;
use crate::{
    council::{
        BallotId, MeetingId,
        together::{Consent, Pulled},
    },
    record::{Entry, journal::stamp},
    review::Ref,
};

/// The consent list names what is on it, and who pulled what.
pub(super) fn consent(
    db: &Connection,
    meeting: &MeetingId,
    application: &Ref,
    now: Option<&Consent>,
) -> rusqlite::Result<()> {
    run(db, "DELETE FROM consent WHERE meeting = ?1 AND application = ?2", params![meeting, application])?;
    now.map_or(Ok(()), |now| {
        let pulled = now.pulled.as_ref();
        run(
            db,
            "INSERT INTO consent (meeting, application, pulled_by, pulled_because) VALUES (?1, ?2, ?3, ?4)",
            params![
                meeting,
                application,
                pulled.map(|pulled| pulled.by),
                pulled.and_then(|pulled| pulled.because.as_ref())
            ],
        )
    })
}

/// A ballot that is closed already ends without a decision, and its application is ready again.
pub(super) fn pulled(
    db: &Connection,
    entry: &Entry,
    ballot: &BallotId,
    pulled: &Pulled,
) -> rusqlite::Result<()> {
    run(
        db,
        "UPDATE ballot SET state = 'declared', declared = ?3, outcome = 'no-decision', pulled_by = ?4,
           pulled_because = ?5
         WHERE application = ?1 AND n = ?2",
        params![ballot.application, ballot.n, stamp(entry.at), pulled.by, pulled.because],
    )?;
    run(
        db,
        "UPDATE application SET stage = 'ready-for-tac', since = ?2 WHERE ref = ?1",
        params![ballot.application, entry.at.date_naive()],
    )
}
