//! Electronic ballots: opened from the console, and what waits of them.

use chrono::{NaiveDateTime, TimeZone as _};

use super::{Desk, Trouble};
use crate::{
    console::app::screen::meeting::Known,
    council::{Meeting, MeetingId, MeetingState, Motion, together::company},
    record::{Change, Moved, ballot, electronic::until, together::put_together},
    review::Ref,
};

/// Opens an electronic ballot to approve what `reference` asks for, and what goes together with it; gives its session.
pub(super) fn open(desk: &mut Desk, reference: &Ref, ends: NaiveDateTime) -> Result<MeetingId, Trouble> {
    let act = desk.act(None);
    let refused = |why: String| Trouble::Refused(why);
    let deadline = desk.offset.from_local_datetime(&ends).single();
    let deadline = deadline.ok_or_else(|| refused("there is no such time here; give another".to_owned()))?;
    let partners = desk.store.partners(reference, act.today)?;
    let along = company(reference, Motion::Approve, &partners, None);
    let refs: Vec<Ref> = std::iter::once(reference.clone())
        .chain(along.map_err(|missing| refused(missing.to_string()))?)
        .collect();
    let session = desk.store.session_to_be(reference, act.today)?;
    let session = Meeting { agenda: refs.clone(), ..session };
    let (moved, _) =
        Moved::from(Motion::Approve).as_ruled(&desk.store.rulings()?, deadline.to_utc().date_naive());
    let mut opened: Vec<Change> = Vec::new();
    for one in &refs {
        let found = desk.store.application(one)?;
        let application =
            found.ok_or_else(|| refused(format!("application {one} is not in the docket; see the queue")))?;
        let earlier = desk.store.ballots_of(one)?;
        let change = ballot::open(&session, &application, &earlier, moved.clone(), act.today);
        opened.push(change.map_err(|refusal| refused(refusal.to_string()))?);
    }
    let changes = until(&session, put_together(opened), deadline.to_utc());
    desk.store.commit(&act, changes)?;
    Ok(session.id)
}

/// The sessions of the electronic ballots that are not declared, as they stand in the list of meetings.
pub(super) fn sessions(desk: &Desk) -> Result<Vec<Known>, Trouble> {
    let rows = desk.store.sessions()?;
    Ok(rows.into_iter().filter(|row| row.state == MeetingState::Open).map(Known::from).collect())
}
