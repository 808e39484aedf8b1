//! Electronic ballots: opened from the console, and what waits of them.

use chrono::{NaiveDateTime, TimeZone as _};

use super::{
    Desk, Trouble,
    meeting::{known_as, whole},
};
use crate::{
    console::app::screen::meeting::{Known, Matter, MeetingReply},
    council::{
        BallotId, Meeting, MeetingId, MeetingState, electronic::session_of, ruling, together::company,
    },
    record::{Change, Moved, ballot, electronic::until, together::put_together},
    review::{Application, Ref},
};

/// What an electronic ballot on `reference` until `ends` would be about.
pub(super) fn put(desk: &mut Desk, reference: &Ref, ends: NaiveDateTime) -> Result<Matter, Trouble> {
    let today = desk.today();
    let application = known(desk, reference)?;
    let session = desk.store.session_to_be(reference, today)?;
    let ruled = ruling::last_day(&desk.store.rulings()?, ends.date()).map(|(last, ruling)| (last, ruling.n));
    let matter = Matter {
        ballots: desk.store.ballots_of(reference)?,
        partners: desk.store.partners(reference, today)?,
        without: Some((ends, session.members.len())),
        asks_movers: desk.store.council_rules(&session.rules)?.asks_movers,
        meeting: session.id,
        ruled,
        application,
    };
    if matter.movable(today).is_empty() {
        let stage = matter.application.review.stage.words();
        return Err(Trouble::Refused(format!(
            "nothing can be moved on {reference}: it is {stage}, and neither ready for TAC nor certified"
        )));
    }
    Ok(matter)
}

fn known(desk: &Desk, reference: &Ref) -> Result<Application, Trouble> {
    let found = desk.store.application(reference)?;
    found.ok_or_else(|| {
        Trouble::Refused(format!("application {reference} is not in the docket; see the queue"))
    })
}

/// Opens an electronic ballot on what is `moved` of `reference`, and of what goes together with it; gives its session.
pub(super) fn open(
    desk: &mut Desk,
    reference: &Ref,
    ends: NaiveDateTime,
    moved: &Moved,
) -> Result<MeetingId, Trouble> {
    let act = desk.act(None);
    let refused = |why: String| Trouble::Refused(why);
    let deadline = desk.offset.from_local_datetime(&ends).single();
    let deadline = deadline.ok_or_else(|| refused("there is no such time here; give another".to_owned()))?;
    let partners = desk.store.partners(reference, act.today)?;
    let along = company(reference, moved.motion, &partners, None);
    let refs: Vec<Ref> = std::iter::once(reference.clone())
        .chain(along.map_err(|missing| refused(missing.to_string()))?)
        .collect();
    let session = desk.store.session_to_be(reference, act.today)?;
    let session = Meeting { agenda: refs.clone(), ..session };
    let mut opened: Vec<Change> = Vec::new();
    for one in &refs {
        let application = known(desk, one)?;
        let earlier = desk.store.ballots_of(one)?;
        let change = ballot::open(&session, &application, &earlier, moved.clone(), act.today);
        opened.push(change.map_err(|refusal| refused(refusal.to_string()))?);
    }
    let changes = until(&session, put_together(opened), deadline.to_utc());
    desk.store.commit(&act, changes)?;
    Ok(session.id)
}

/// Whether the ballot can be closed now: not before its deadline while it is not decided.
pub(super) fn may_close(desk: &mut Desk, id: BallotId) -> Result<MeetingReply, Trouble> {
    let now = desk.act(None).at;
    let gone = || Trouble::Refused(format!("ballot {id} is not in the file; look at the list again"));
    let ballot = desk.store.ballot(&id)?.ok_or_else(gone)?;
    let session = whole(desk, &session_of(&ballot))?;
    let rules = desk.store.council_rules(&session.rules)?;
    ballot::may_close(&rules, &session, &ballot, now).map_err(|why| Trouble::Refused(why.to_string()))?;
    Ok(MeetingReply::MayClose(id))
}

/// The sessions of the electronic ballots that are not declared, as they stand in the list of meetings.
pub(super) fn sessions(desk: &Desk) -> Result<Vec<Known>, Trouble> {
    let rows = desk.store.sessions()?;
    let pending = rows.into_iter().filter(|row| row.state == MeetingState::Open);
    Ok(pending.map(|row| known_as(row, desk.offset)).collect())
}
