//! What goes together: the consent list, pairs, and the sessions of electronic ballots.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::{
    all,
    ballot::{ballots, ballots_of},
    council::{MeetingRow, members},
    register::granted_to,
};
use crate::{
    council::{
        Ballot, BallotId, Meeting, MeetingId, MeetingState, SeatNo, electronic,
        rules::DEFAULT,
        together::{self, Consent, Partner, Pulled},
    },
    review::Ref,
    store::{Store, error::StoreError, sql::Instant},
};

impl Store {
    /// What an application goes together with, linked by either of the two, as it stands on `day`: a training partner
    /// with its instructors, an instructor with their training partner.
    pub fn partners(&self, reference: &Ref, day: NaiveDate) -> Result<Vec<Partner>, StoreError> {
        self.read(|db| partners(db, reference, day))
    }

    /// The session in which the next electronic ballot on an application can be opened on `day`.
    pub fn session_to_be(&self, reference: &Ref, day: NaiveDate) -> Result<Meeting, StoreError> {
        self.read(|db| {
            let last = ballots_of(db, reference)?.last().map_or(0, |ballot| ballot.id.n);
            let ballot = BallotId { application: reference.clone(), n: last.saturating_add(1) };
            Ok(electronic::session_to_be(&ballot, day, DEFAULT.to_owned(), members(db, day)?))
        })
    }

    /// The sessions of electronic ballots, newest first: each stands for a meeting that is not held. One is open until
    /// all of its ballots are declared.
    pub fn sessions(&self) -> Result<Vec<MeetingRow>, StoreError> {
        let sql = "SELECT coalesce(lead_application, application), coalesce(lead_ballot, n), min(as_of),
                     sum(state <> 'declared') > 0, count(*), min(deadline)
                   FROM ballot WHERE meeting IS NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2";
        self.read(|db| {
            all(db, sql, [], |row| {
                let lead = BallotId { application: row.get(0)?, n: row.get(1)? };
                let state = if row.get(3)? { MeetingState::Open } else { MeetingState::Adjourned };
                let Instant(deadline) = row.get(5)?;
                Ok(MeetingRow {
                    id: electronic::session_id(&lead),
                    date: row.get(2)?,
                    state,
                    items: row.get(4)?,
                    deadline: Some(deadline),
                })
            })
        })
    }

    /// The ballots that are not declared: those of a meeting first, then the electronic ones by their deadline.
    pub fn waiting_ballots(&self) -> Result<Vec<Ballot>, StoreError> {
        self.read(|db| {
            ballots(db, "WHERE state <> 'declared' ORDER BY deadline, opened, place, application", [])
        })
    }
}

/// What an application goes together with, linked by either of the two, as it stands on `day`.
pub(in crate::store) fn partners(
    db: &Connection,
    reference: &Ref,
    day: NaiveDate,
) -> rusqlite::Result<Vec<Partner>> {
    let linked = all(
        db,
        "SELECT other.ref, other.program, other.stage, application.program AS program_here,
           (SELECT meeting FROM agenda JOIN meeting ON meeting.id = agenda.meeting
            WHERE agenda.application = other.ref AND meeting.state <> 'adjourned' ORDER BY meeting.date LIMIT 1) AS meeting
         FROM application JOIN application AS other ON other.ref IN
           (SELECT linked FROM link WHERE application = ?1 UNION SELECT application FROM link WHERE linked = ?1)
         WHERE application.ref = ?1 ORDER BY other.ref",
        [reference],
        |row| {
            let partner = Partner {
                reference: row.get("ref")?,
                program: row.get("program")?,
                stage: row.get("stage")?,
                on: row.get("meeting")?,
                certified: false,
            };
            Ok((row.get("program_here")?, partner))
        },
    )?;
    let pairs = linked.into_iter().filter(|(here, partner)| together::is_pair(*here, partner.program));
    pairs
        .map(|(_, partner)| {
            let granted = granted_to(db, &partner.reference)?;
            Ok(Partner { certified: granted.iter().any(|one| one.stands(day)), ..partner })
        })
        .collect()
}

/// The meeting that a ballot was opened in, or its session where it is electronic.
pub(in crate::store) fn session_of(
    db: &Connection,
    ballot: &BallotId,
) -> rusqlite::Result<Option<MeetingId>> {
    let found = ballots(db, "WHERE application = ?1 AND n = ?2", params![ballot.application, ballot.n])?;
    Ok(found.first().map(electronic::session_of))
}

/// The session of the electronic ballots of one motion.
pub(super) fn session(db: &Connection, lead: &BallotId) -> rusqlite::Result<Option<Meeting>> {
    let of_motion = "WHERE meeting IS NULL AND (application = ?1 AND n = ?2
      OR lead_application = ?1 AND lead_ballot = ?2) ORDER BY lead_ballot IS NOT NULL, application";
    Ok(electronic::session(ballots(db, of_motion, params![lead.application, lead.n])?))
}

/// The consent list, as far as it is on the agenda.
pub(super) fn consent(db: &Connection, meeting: &MeetingId) -> rusqlite::Result<BTreeMap<Ref, Consent>> {
    let listed = all(
        db,
        "SELECT consent.application, pulled_by, pulled_because FROM consent
         JOIN agenda USING (meeting, application) WHERE meeting = ?1",
        [meeting],
        |row| Ok((row.get(0)?, Consent { pulled: pulled(row)? })),
    )?;
    Ok(listed.into_iter().collect())
}

/// Who pulled what a row is about, if somebody did.
pub(super) fn pulled(row: &Row<'_>) -> rusqlite::Result<Option<Pulled>> {
    let by: Option<SeatNo> = row.get("pulled_by")?;
    let because = row.get("pulled_because")?;
    Ok(by.map(|by| Pulled { by, because }))
}
