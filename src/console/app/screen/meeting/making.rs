//! From a key to the file and back: what is asked of the store waits here until the store has answered.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    Item, Meeting, MeetingReply, MeetingRequest, Page, Pane, Sight, agenda, closing, electronic, page, seats,
};
use crate::{
    console::app::{
        ahead, drafts,
        effect::{Effect, Request},
        key,
        model::Model,
        notice::Notice,
    },
    council::{Attendance, Ballot, BallotId, Meeting as Session, MeetingId, SeatNo},
    record::{Change, Moved, Role},
    review::Ref,
};

/// Something that was asked of the store and is not in the file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it is, for people.
    pub what: String,
    /// What was asked.
    pub request: MeetingRequest,
}

impl Waiting {
    fn changes(&self) -> &[Change] {
        match &self.request {
            MeetingRequest::Make { changes, .. } => changes,
            _ => &[],
        }
    }

    /// It lets a seat in or out, or says something of one on an open ballot, and what the store answers is all there is
    /// to read; after anything else the meeting is read again.
    fn is_of_seats(&self) -> bool {
        let of_seats = |change: &Change| matches!(change, Change::Voted { .. } | Change::Joined { .. });
        match &self.request {
            MeetingRequest::Attend { .. } => true,
            _ => !self.changes().is_empty() && self.changes().iter().all(of_seats),
        }
    }

    /// It is about `of`.
    fn concerns(&self, of: SeatNo) -> bool {
        let about = |change: &Change| match change {
            Change::Voted { seat, .. } | Change::Joined { seat, .. } => *seat == of,
            _ => false,
        };
        match &self.request {
            MeetingRequest::Attend { seat, .. } => *seat == of,
            _ => self.changes().iter().any(about),
        }
    }

    /// Does to `meeting` what it will do.
    fn foresee(&self, meeting: &mut Session) {
        if let MeetingRequest::Attend { seat, inside, .. } = self.request {
            attendance(meeting, seat, inside);
        }
        for change in self.changes() {
            match change {
                Change::Voted { ballot, seat, now, .. } => {
                    if let Some(ballot) = open(meeting, ballot) {
                        set(&mut ballot.positions, *seat, *now);
                    }
                }
                Change::Joined { ballot, seat, now, .. } => {
                    if let Some(ballot) = open(meeting, ballot) {
                        set(&mut ballot.joined, *seat, *now);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The last key that did something, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The key, as it is written.
    pub key: String,
    /// What it did.
    pub what: String,
    /// What became of it.
    pub state: LastState,
}

/// What became of the last key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastState {
    /// It is not in the file yet.
    Waiting,
    /// It is in the file.
    Done {
        /// What undo would take back then.
        undo: Option<String>,
    },
    /// It was not done.
    Refused(String),
}

impl Meeting {
    /// The meeting as it will be once everything on its way is in the file.
    pub fn ahead(&self) -> Option<Session> {
        let mut meeting = self.sight.as_ref()?.meeting.clone();
        for waiting in &self.waiting {
            waiting.foresee(&mut meeting);
        }
        Some(meeting)
    }

    /// Something about `seat` is on its way into the file.
    pub fn waits_for(&self, seat: SeatNo) -> bool {
        self.waiting.iter().any(|waiting| waiting.concerns(seat))
    }
}

/// The ballot called `id`, if it is open.
fn open<'a>(meeting: &'a mut Session, id: &BallotId) -> Option<&'a mut Ballot> {
    meeting.ballots.iter_mut().find(|ballot| ballot.id == *id && ballot.is_open())
}

fn set<T>(of: &mut BTreeMap<SeatNo, T>, seat: SeatNo, now: Option<T>) {
    match now {
        Some(now) => of.insert(seat, now),
        None => of.remove(&seat),
    };
}

fn attendance(meeting: &mut Session, seat: SeatNo, inside: bool) {
    // The true instant is the store's; here it only counts that there is a stay, and that it begins now.
    let since = DateTime::<Utc>::MAX_UTC;
    meeting.attendance.retain(|stay| stay.seat != seat || stay.left.is_some());
    if inside {
        meeting.attendance.push(Attendance { seat, since, left: None });
    }
}

/// Asks for what the screen shows.
pub(super) fn read(screen: &Meeting) -> Vec<Effect> {
    vec![ask(MeetingRequest::Read(screen.open.clone()))]
}

const fn ask(request: MeetingRequest) -> Effect {
    Effect::Ask(Request::Meeting(request))
}

/// Asks for the applications that can be put on an agenda; the next key is about them.
pub(super) fn ready(model: &mut Model) -> Vec<Effect> {
    ahead::until_answered(model, vec![ask(MeetingRequest::Ready)])
}

/// Asks for the seats of the council.
pub(super) fn seats(model: &mut Model) -> Vec<Effect> {
    ahead::until_answered(model, vec![ask(MeetingRequest::Seats)])
}

/// Asks what an electronic ballot on `reference` would be about.
pub(super) fn ask_what(reference: Ref, ends: NaiveDateTime) -> Vec<Effect> {
    vec![ask(MeetingRequest::Put { reference, ends })]
}

/// Asks for what opens an electronic ballot on `item`, with all that is frozen.
pub(super) fn ask_opening(item: &Item, ends: NaiveDateTime, moved: Moved) -> Vec<Effect> {
    let reference = item.application.reference.clone();
    vec![ask(MeetingRequest::Opening { reference, ends, moved })]
}

/// Asks for what can be voted on without a meeting; the next key is about it.
pub(super) fn votable(model: &mut Model) -> Vec<Effect> {
    ahead::until_answered(model, vec![ask(MeetingRequest::Votable)])
}

/// Asks whether the clock lets `ballot` be closed; the next key is about the answer.
pub(super) fn may_close(model: &mut Model, ballot: BallotId) -> Vec<Effect> {
    ahead::until_answered(model, vec![ask(MeetingRequest::MayClose(ballot))])
}

/// Asks the store for `changes` of `meeting`.
pub(super) fn make(model: &mut Model, meeting: MeetingId, what: String, changes: Vec<Change>) -> Vec<Effect> {
    send(model, what, MeetingRequest::Make { meeting, changes, role: None })
}

/// Asks the store for `change` of `meeting`, made in `role`.
pub(super) fn make_as(
    model: &mut Model,
    role: Role,
    meeting: MeetingId,
    what: String,
    change: Change,
) -> Vec<Effect> {
    let request = MeetingRequest::Make { meeting, changes: vec![change], role: Some(role) };
    send(model, what, request)
}

/// Asks the store to let a seat in or out.
pub(super) fn attend(
    model: &mut Model,
    meeting: MeetingId,
    what: String,
    seat: SeatNo,
    inside: bool,
) -> Vec<Effect> {
    send(model, what, MeetingRequest::Attend { meeting, seat, inside })
}

/// Asks the store for `request`. What it does to a seat is foreseen; after anything else the next key is about what is
/// in the file then.
pub(in crate::console::app::screen) fn send(
    model: &mut Model,
    what: String,
    request: MeetingRequest,
) -> Vec<Effect> {
    let key = key::show(&model.keys);
    let screen = &mut model.screens.meeting;
    screen.last = Some(Last { key, what: what.clone(), state: LastState::Waiting });
    let waiting = Waiting { what, request: request.clone() };
    let foreseen = waiting.is_of_seats();
    screen.waiting.push_back(waiting);
    let asked = vec![ask(request)];
    if foreseen { asked } else { ahead::until_answered(model, asked) }
}

/// Takes in an answer.
pub(super) fn answered(model: &mut Model, reply: MeetingReply) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    match reply {
        MeetingReply::Read { list, sight } => {
            screen.list = list;
            seen(screen, sight.map(|sight| *sight));
            Vec::new()
        }
        MeetingReply::Ready(candidates) => {
            agenda::begin(screen, candidates);
            Vec::new()
        }
        MeetingReply::Seats(council) => seats::choose(model, *council),
        MeetingReply::Votable(votable) => electronic::choose(model, votable),
        MeetingReply::Opening(opening) => electronic::confirm(model, *opening),
        MeetingReply::Put(matter) => electronic::put(model, *matter),
        MeetingReply::MayClose(ballot) => closing::ask_closing(model, &ballot),
        MeetingReply::Made { meeting, undo } => {
            let asked = made(screen, *meeting, undo);
            ahead::and_then(model, asked)
        }
        MeetingReply::NotMade(why) => not_made(model, why),
    }
}

/// What was read takes the place of what was shown.
fn seen(screen: &mut Meeting, sight: Option<Sight>) {
    let first = !screen.read;
    screen.read = true;
    let undo = sight.as_ref().and_then(|sight| sight.undo.clone());
    let taken_back = |last: &Last| matches!(&last.state, LastState::Done { undo: then } if *then != undo);
    if screen.last.as_ref().is_some_and(taken_back) {
        screen.last = None;
    }
    let seat = sight.as_ref().and_then(|now| seat_taken_back(screen.sight.as_ref()?, now));
    screen.sight = sight;
    if screen.sight.is_none() || first {
        screen.front();
    }
    screen.resize();
    if let Some(seat) = seat {
        screen.choose(seat);
    }
}

/// The first seat of which something was taken back between what was shown and what is there now: its position on
/// the ballot that is open, else that it came in or went out. What others do leaves one's own undo as it was.
fn seat_taken_back(shown: &Sight, now: &Sight) -> Option<SeatNo> {
    let (before, after) = (&shown.meeting, &now.meeting);
    if shown.undo == now.undo || before.id != after.id {
        return None;
    }
    let open = after.ballots.iter().find(|ballot| ballot.is_open());
    let was = open.and_then(|open| before.ballots.iter().find(|ballot| ballot.id == open.id));
    let said = open.zip(was).and_then(|(open, was)| {
        let mut roster = open.roster.iter().map(|seat| seat.n);
        roster.find(|n| open.positions.get(n) != was.positions.get(n))
    });
    let mut members = after.members.iter().map(|seat| seat.n);
    said.or_else(|| members.find(|n| after.is_present(*n) != before.is_present(*n)))
}

/// The oldest thing that waited is in the file.
fn made(screen: &mut Meeting, now: Session, undo: Option<String>) -> Vec<Effect> {
    let done = screen.waiting.pop_front();
    if let Some(last) = screen.last.as_mut().filter(|_| screen.waiting.is_empty()) {
        last.state = LastState::Done { undo: undo.clone() };
    }
    // Who has acted in a meeting goes on looking at it, also once it is adjourned.
    screen.open = Some(now.id.clone());
    let structural = done.is_some_and(|done| !done.is_of_seats());
    let voted = screen.is_voting();
    match &mut screen.sight {
        Some(sight) if sight.meeting.id == now.id => {
            let called = sight.meeting.called.is_none() && now.called.is_some();
            sight.meeting = now;
            sight.undo = undo;
            if called {
                screen.page = Page::Session(Pane::Room);
            }
            screen.follow();
        }
        _ if structural => page::show(screen, now.id),
        _ => {}
    }
    screen.resize();
    if !voted && screen.is_voting() {
        screen.call_first();
    }
    if structural { read(screen) } else { Vec::new() }
}

/// The oldest thing that waited was not done.
fn not_made(model: &mut Model, why: String) -> Vec<Effect> {
    let screen = &mut model.screens.meeting;
    if let Some(refused) = screen.waiting.pop_front() {
        let key = screen.last.as_ref().filter(|last| last.what == refused.what).map(|last| last.key.clone());
        let state = LastState::Refused(why.clone());
        screen.last = Some(Last { key: key.unwrap_or_default(), what: refused.what, state });
    }
    // A form is the last thing that is asked for: what waited before it was not it.
    if model.screens.meeting.waiting.is_empty() {
        drafts::not_made(model, &why);
    }
    model.notice = Some(Notice::refused(why));
    let asked = read(&model.screens.meeting);
    ahead::and_then(model, asked)
}
