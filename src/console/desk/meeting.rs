//! What Meeting asks.

use chrono::FixedOffset;

use super::{Desk, Trouble, electronic, papers};
use crate::{
    console::app::screen::meeting::{
        Candidate, Council, Item, Known, MeetingReply, MeetingRequest, Sight, sight::Revised,
    },
    council::{Meeting, MeetingId, MeetingState, SeatNo, register::Certification},
    papers::minutes,
    record::{Act, Change, Role, agenda, meeting, seat as seats},
    review::{
        Basis, Ref, Stage, assess,
        queue::{Filter, Sort, Window},
    },
    store::MeetingRow,
};

/// Most applications that are offered for an agenda.
const MOST_READY: u64 = 500;

/// Answers a request of Meeting.
pub(super) fn answer(desk: &mut Desk, request: MeetingRequest) -> Result<MeetingReply, Trouble> {
    match request {
        MeetingRequest::Read(named) => read(desk, named),
        MeetingRequest::Ready => ready(desk),
        MeetingRequest::Seats => council(desk),
        MeetingRequest::MayClose(ballot) => electronic::may_close(desk, ballot),
        MeetingRequest::Make { meeting, changes, role } => {
            let made = make(desk, &meeting, role, |_, _| Ok(changes));
            answered(made)
        }
        MeetingRequest::Put { reference, ends } => {
            answered(electronic::put(desk, &reference, ends).map(|put| MeetingReply::Put(Box::new(put))))
        }
        MeetingRequest::Opening { reference, ends, moved } => {
            let opening = electronic::opening(desk, &reference, ends, &moved);
            answered(opening.map(|opening| MeetingReply::Opening(Box::new(opening))))
        }
        MeetingRequest::Votable => electronic::votable(desk).map(MeetingReply::Votable),
        MeetingRequest::Attend { meeting, seat, inside } => {
            let made = make(desk, &meeting, None, |desk, act| attend(desk, &meeting, seat, inside, act));
            answered(made)
        }
        MeetingRequest::Enlist { meeting, reference } => {
            let made = make(desk, &meeting, None, |desk, _| enlist(&whole(desk, &meeting)?, reference));
            answered(made)
        }
        MeetingRequest::Approve { meeting, by, seen } => {
            let made = make(desk, &meeting, None, |desk, _| Ok(vec![approval(desk, &meeting, by, seen)?]));
            answered(made)
        }
        MeetingRequest::GiveBack { meeting, seat } => {
            let made = make(desk, &meeting, None, |desk, act| {
                let back = seats::take_back(&whole(desk, &meeting)?, seat, act);
                back.map(|change| vec![change]).map_err(|refusal| Trouble::Refused(refusal.to_string()))
            });
            answered(made)
        }
    }
}

/// What was not done is an answer too: the screen waits for one to each of its changes.
fn answered(made: Result<MeetingReply, Trouble>) -> Result<MeetingReply, Trouble> {
    match made {
        Err(Trouble::Refused(why) | Trouble::Failed(why)) => Ok(MeetingReply::NotMade(why)),
        made => made,
    }
}

fn make(
    desk: &mut Desk,
    id: &MeetingId,
    role: Option<Role>,
    changes: impl FnOnce(&Desk, &Act) -> Result<Vec<Change>, Trouble>,
) -> Result<MeetingReply, Trouble> {
    let act = desk.act(role);
    let changes = changes(desk, &act)?;
    desk.store.commit(&act, changes)?;
    let undo = desk.store.undoable(&desk.actor)?;
    Ok(MeetingReply::Made { meeting: Box::new(whole(desk, id)?), undo })
}

fn attend(
    desk: &Desk,
    id: &MeetingId,
    seat: SeatNo,
    inside: bool,
    act: &Act,
) -> Result<Vec<Change>, Trouble> {
    let now = whole(desk, id)?;
    let change = if inside { meeting::come_in(&now, seat, act) } else { meeting::go_out(&now, seat, act) };
    let refused = |refusal: crate::council::Refusal| Trouble::Refused(refusal.to_string());
    change.map(|change| vec![change]).map_err(refused)
}

fn enlist(meeting: &Meeting, reference: Ref) -> Result<Vec<Change>, Trouble> {
    if meeting.agenda.contains(&reference) {
        let why = format!("{reference} is on the agenda of meeting {} already", meeting.id);
        return Err(Trouble::Refused(why));
    }
    let now: Vec<Ref> = meeting.agenda.iter().cloned().chain([reference]).collect();
    Ok(agenda::set_applications(meeting, &now))
}

/// The approval of the minutes of a meeting by the meeting `by`, as far as they are revised as they were `seen`.
fn approval(desk: &Desk, id: &MeetingId, by: MeetingId, seen: Revised) -> Result<Change, Trouble> {
    let gone = || Trouble::Refused(format!("meeting {id} is not in the file; look at the list again"));
    let (sitting, books) = papers::sitting(&desk.store, id)?.ok_or_else(gone)?;
    if Revised::of(&sitting.meeting) != seen {
        let why = "the minutes were changed meanwhile; look at them, and ask again";
        return Err(Trouble::Refused(why.to_owned()));
    }
    let hash = minutes::draft_hash(&sitting, &books).map_err(|error| Trouble::Refused(error.to_string()))?;
    Ok(Change::MinutesApproved { meeting: id.clone(), by, hash })
}

pub(super) fn whole(desk: &Desk, id: &MeetingId) -> Result<Meeting, Trouble> {
    let found = desk.store.meeting(id)?;
    found.ok_or_else(|| Trouble::Refused(format!("meeting {id} is not in the file; look at the list again")))
}

fn read(desk: &mut Desk, named: Option<MeetingId>) -> Result<MeetingReply, Trouble> {
    let rows = desk.store.meetings()?;
    let mut list = electronic::sessions(desk)?;
    let known = |id: &MeetingId| {
        rows.iter().any(|row| row.id == *id) || matches!(desk.store.meeting(id), Ok(Some(_)))
    };
    let shown = named.filter(known).or_else(|| next(&rows));
    let sight = match shown {
        Some(id) => Some(Box::new(sight(desk, &id)?)),
        None => None,
    };
    list.extend(rows.into_iter().map(|row| known_as(row, desk.offset)));
    Ok(MeetingReply::Read { list, sight })
}

/// The meeting that is open, else the first of those planned. The rows come newest first.
pub(super) fn next(rows: &[MeetingRow]) -> Option<MeetingId> {
    let open = rows.iter().find(|row| row.state == MeetingState::Open);
    let planned = rows.iter().rev().find(|row| row.state == MeetingState::Planned);
    open.or(planned).map(|row| row.id.clone())
}

/// The row in the list, where the time of day is `offset` from UTC.
pub(super) fn known_as(row: MeetingRow, offset: FixedOffset) -> Known {
    let MeetingRow { id, date, state, items, deadline } = row;
    Known { id, date, state, items, ends: deadline.map(|at| at.with_timezone(&offset).naive_local()) }
}

fn sight(desk: &mut Desk, id: &MeetingId) -> Result<Sight, Trouble> {
    let meeting = whole(desk, id)?;
    let mut items = Vec::new();
    for reference in &meeting.agenda {
        items.extend(item(desk, &meeting, reference)?);
    }
    Ok(Sight {
        rules: desk.store.council_rules(&meeting.rules)?,
        register: desk.store.conflicts()?,
        granted: granted(desk, &meeting)?,
        rulings: desk.store.rulings()?,
        undo: desk.store.undoable(&desk.actor)?,
        proof: desk.store.proof(&meeting)?,
        offset: desk.offset,
        meeting,
        items,
    })
}

pub(super) fn item(desk: &mut Desk, meeting: &Meeting, reference: &Ref) -> Result<Option<Item>, Trouble> {
    let today = desk.today();
    let Some(application) = desk.store.application(reference)? else { return Ok(None) };
    let (since, changes) = desk.store.since_packet(meeting, &application)?;
    let edition = desk.store.edition_for(&application)?;
    Ok(Some(Item {
        verdict: assess(&edition, &application, Basis::AsFound, today).verdict,
        edition: edition.title.clone(),
        ballots: desk.store.ballots_of(reference)?,
        partners: desk.store.partners(reference, today)?,
        since,
        changes,
        application,
    }))
}

/// What the ballots of a meeting granted.
fn granted(desk: &Desk, meeting: &Meeting) -> Result<Vec<Certification>, Trouble> {
    let mut granted = Vec::new();
    for ballot in meeting.ballots.iter().filter(|ballot| ballot.has_granted()) {
        let id = ballot.id.to_string();
        let all = desk.store.certifications_of(&ballot.id.application)?;
        granted.extend(all.into_iter().filter(|one| one.ballot == id));
    }
    Ok(granted)
}

fn council(desk: &mut Desk) -> Result<MeetingReply, Trouble> {
    let today = desk.today();
    Ok(MeetingReply::Seats(Box::new(Council {
        seats: desk.store.seats()?,
        suspensions: desk.store.suspensions()?,
        today: desk.store.council_on(today)?,
    })))
}

fn ready(desk: &Desk) -> Result<MeetingReply, Trouble> {
    let filter = Filter { stages: vec![Stage::ReadyForTac], ..Filter::default() };
    let page = desk.store.page(&filter, Sort::Received, Window { first: 0, rows: MOST_READY })?;
    let mut candidates = Vec::new();
    for row in page.rows {
        let application = desk.store.application(&row.reference)?;
        let parent = application.and_then(|application| application.facts.organisation.parent);
        candidates.push(Candidate {
            reference: row.reference,
            organisation: row.organisation,
            parent: parent.map(|parent| parent.name),
            program: row.program,
            received: row.received,
        });
    }
    Ok(MeetingReply::Ready(candidates))
}
