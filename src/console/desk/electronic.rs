//! Electronic ballots: opened from the console, and what waits of them.

use std::{collections::BTreeSet, fmt::Display};

use chrono::{DateTime, NaiveDateTime, TimeZone as _, Utc};

use super::{
    Desk, Trouble,
    meeting::{item, known_as, whole},
};
use crate::{
    console::app::screen::meeting::{Known, Matter, MeetingReply, Opening, Votable},
    council::{
        BallotId, Meeting, MeetingState,
        electronic::session_of,
        motion::{MovedOn, movable},
        order, ruling,
        together::company,
    },
    record::{Change, Moved, Refusal, ballot, electronic::until, together::put_together},
    review::{
        Ref, Stage,
        queue::{Filter, Sort, Window},
    },
};

/// Most applications of a kind that are offered.
const MOST: u64 = 500;

/// What can be voted on without a meeting: what is ready for the council and waits for no other vote, and what is
/// certified.
pub(super) fn votable(desk: &mut Desk) -> Result<Vec<Votable>, Trouble> {
    let today = desk.today();
    let window = Window { first: 0, rows: MOST };
    let filter = Filter { stages: vec![Stage::ReadyForTac], ..Filter::default() };
    let mut refs: Vec<Ref> = Vec::new();
    refs.extend(desk.store.page(&filter, Sort::Received, window)?.rows.into_iter().map(|row| row.reference));
    refs.extend(desk.store.certifications(window)?.into_iter().map(|granted| granted.reference));
    let (mut seen, mut votable) = (BTreeSet::new(), Vec::new());
    refs.retain(|reference| seen.insert(reference.clone()));
    for reference in refs {
        let (Some(application), ballots) =
            (desk.store.application(&reference)?, desk.store.ballots_of(&reference)?)
        else {
            continue;
        };
        let waits = ballots.iter().any(|ballot| !ballot.is_declared());
        let stage = application.review.stage;
        if !waits
            && stage != Stage::OnAgenda
            && !movable(&MovedOn::of(&application, &ballots, today)).is_empty()
        {
            let organisation = application.facts.organisation.name;
            votable.push(Votable { reference, organisation, program: application.program, stage });
        }
    }
    Ok(votable)
}

/// What an electronic ballot on `reference` until `ends` would be about.
pub(super) fn put(desk: &mut Desk, reference: &Ref, ends: NaiveDateTime) -> Result<Matter, Trouble> {
    let (at, today) = (desk.clock)();
    let refused = |why: &dyn Display| Trouble::Refused(why.to_string());
    order::may_end(deadline(desk, ends)?, at).map_err(|why| refused(&why))?;
    let session = desk.store.session_to_be(reference, today)?;
    let unknown = format!("application {reference} is not in the docket; see the queue");
    let item = item(desk, &session, reference)?.ok_or(Trouble::Refused(unknown))?;
    let ruled = ruling::last_day(&desk.store.rulings()?, ends.date()).map(|(last, ruling)| (last, ruling.n));
    let register = desk.store.conflicts()?;
    let matter = Matter {
        conflicts: register.of_seats(&session.members, (&item.application).into(), today),
        ends: Some(ends),
        asks_movers: desk.store.council_rules(&session.rules)?.asks_movers,
        meeting: session.id,
        ruled,
        item,
    };
    if let Some(ballot) = matter.item.ballots.iter().find(|ballot| !ballot.is_declared()) {
        return Err(refused(&Refusal::Locked { ballot: ballot.id.clone() }));
    }
    if matter.movable(today).is_empty() {
        let stage = matter.item.application.review.stage.words();
        return Err(refused(&format!(
            "nothing can be moved on {reference}: it is {stage}, and neither ready for TAC nor certified"
        )));
    }
    Ok(matter)
}

/// What opens an electronic ballot on what is `moved` of `reference`, and of what goes together with it.
pub(super) fn opening(
    desk: &mut Desk,
    reference: &Ref,
    ends: NaiveDateTime,
    moved: &Moved,
) -> Result<Opening, Trouble> {
    let matter = put(desk, reference, ends)?;
    let refused = |why: &dyn Display| Trouble::Refused(why.to_string());
    let along = company(reference, moved.motion, &matter.item.partners, None).map_err(|why| refused(&why))?;
    let today = desk.today();
    let session = desk.store.session_to_be(reference, today)?;
    let refs: Vec<Ref> = std::iter::once(reference.clone()).chain(along).collect();
    let session = Meeting { agenda: refs.clone(), ..session };
    let mut opened: Vec<Change> = Vec::new();
    for one in &refs {
        let Some(application) = desk.store.application(one)? else { continue };
        let earlier = desk.store.ballots_of(one)?;
        let change = ballot::open(&session, &application, &earlier, moved.clone(), today);
        opened.push(change.map_err(|why| refused(&why))?);
    }
    let changes = until(&session, put_together(opened), deadline(desk, ends)?);
    Ok(Opening { matter, changes })
}

/// The instant that `ends` is where the person is.
fn deadline(desk: &Desk, ends: NaiveDateTime) -> Result<DateTime<Utc>, Trouble> {
    let deadline = desk.offset.from_local_datetime(&ends).single();
    let none = || Trouble::Refused("there is no such time here; give another".to_owned());
    Ok(deadline.ok_or_else(none)?.to_utc())
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
