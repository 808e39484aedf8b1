//! Before a ballot is opened, closed or declared, what the tables say of its meeting is held against the journal: a
//! result rests on what was recorded, and on nothing that was put into the tables behind its back.

use super::{Store, error::StoreError, query};
use crate::{
    council::MeetingId,
    record::{Change, snapshot},
};

impl Store {
    /// Whether the tables say of each meeting in which `changes` open, close or declare a ballot what the journal says.
    ///
    /// # Errors
    /// They do not, and then nothing may be decided on them.
    pub(super) fn tables_agree<'c>(
        &self,
        changes: impl IntoIterator<Item = &'c Change>,
    ) -> Result<(), StoreError> {
        let mut agreed: Vec<MeetingId> = Vec::new();
        for change in changes {
            if let Some(meeting) = self.voted_in(change)?
                && !agreed.contains(&meeting)
            {
                self.agrees(&meeting)?;
                agreed.push(meeting);
            }
        }
        Ok(())
    }

    /// The meeting in which `change` opens, closes or declares a ballot.
    fn voted_in(&self, change: &Change) -> Result<Option<MeetingId>, StoreError> {
        match change {
            Change::BallotOpened { meeting, .. } => Ok(meeting.clone()),
            Change::BallotClosed { ballot, .. } | Change::Declared { ballot, .. } => {
                self.read(|db| query::together::session_of(db, ballot))
            }
            _ => Ok(None),
        }
    }

    fn agrees(&self, id: &MeetingId) -> Result<(), StoreError> {
        let Some(told) = self.sitting_at_one_moment(id)? else { return Ok(()) };
        let meeting = self.read(|db| query::council::meeting(db, id))?;
        if meeting.as_ref() != Some(&told.meeting) {
            return Err(differs(&format!("meeting {id}, its members, its room or its ballots")));
        }
        for was in &told.applications {
            let is = self.read(|db| query::application::application(db, &was.reference))?;
            if is.is_none_or(|is| snapshot(&is) != snapshot(was)) {
                return Err(differs(&was.reference.to_string()));
            }
        }
        Ok(())
    }
}

fn differs(of: &str) -> StoreError {
    StoreError::Inconsistent {
        what: format!(
            "the tables say something else of {of} than the journal, so nothing can be decided on them; run `docket \
             verify`, and go on with a backup or with the export taken into an empty docket"
        ),
    }
}
