//! The desk behind the room's screen: it only reads, briefly, and follows the file wherever its name leads.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;

use super::{Clock, meeting};
use crate::console::app::present::scene::{Known, in_front};
use crate::console::app::present::{PresentReply, PresentRequest, Scene, Sitting, Subject};
use crate::console::app::{Reply, Request};
use crate::council::{Ballot, Meeting, MeetingState};
use crate::review::{Application, Ref};
use crate::store::{Access, Store, StoreEnv, StoreError};

/// How long a look waits for somebody who is writing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The desk behind the room's screen.
pub struct Gallery {
    path: PathBuf,
    store: Option<Store>,
    clock: Clock,
    look: Option<Ref>,
    /// The file has changed since it was read.
    stale: bool,
    /// The day it was read on, and what was answered.
    shown: Option<(NaiveDate, PresentReply)>,
}

impl Gallery {
    /// A desk over the docket at `path`, which can be read now.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open(path: PathBuf, clock: Clock) -> Result<Self, StoreError> {
        let store = Some(open(&path)?);
        Ok(Self { path, store, clock, look: None, stale: true, shown: None })
    }

    /// Does what is asked, as far as it is reading.
    pub fn answer(&mut self, request: Request) -> Reply {
        match request {
            Request::Present(PresentRequest { look }) => {
                self.look = look;
                self.show()
            }
            Request::Watch if self.is_current() => Reply::Nothing,
            Request::Watch => {
                let before = self.shown.take();
                let reply = self.show();
                let same =
                    before.map(|(_, reply)| reply) == self.shown.as_ref().map(|(_, reply)| reply.clone());
                if same { Reply::Nothing } else { reply }
            }
            Request::Echo => Reply::Echo,
            _ => Reply::Nothing,
        }
    }

    /// What was shown last is what is in the file now.
    fn is_current(&mut self) -> bool {
        let today = (self.clock)().1;
        let Some(store) = self.store.as_ref().filter(|store| !store.is_replaced()) else {
            self.store = None;
            return false;
        };
        self.stale |= store.changed_elsewhere().unwrap_or(true);
        !self.stale && self.shown.as_ref().is_some_and(|(day, _)| *day == today)
    }

    fn show(&mut self) -> Reply {
        let today = (self.clock)().1;
        let reply = match self.read(today) {
            Ok(scene) => {
                self.stale = false;
                PresentReply::Scene(Box::new(scene))
            }
            Err(error) => {
                self.stale = true;
                if !matches!(error, StoreError::Locked { .. }) {
                    self.store = None;
                }
                PresentReply::Unreadable(error.to_string())
            }
        };
        self.shown = Some((today, reply.clone()));
        Reply::Present(reply)
    }

    fn read(&mut self, today: NaiveDate) -> Result<Scene, StoreError> {
        let store = match self.store.take() {
            Some(store) => store,
            None => open(&self.path)?,
        };
        let look = self.look.as_ref();
        self.store.insert(store).at_one_moment(|store| scene(store, look, today))
    }
}

fn open(path: &std::path::Path) -> Result<Store, StoreError> {
    let store = Store::open(path, Access::Read, StoreEnv::system(None))?;
    store.wait_at_most(PATIENCE)?;
    Ok(store)
}

/// What is to be seen in `store` today, with the application `look` of the agenda.
fn scene(store: &Store, look: Option<&Ref>, today: NaiveDate) -> Result<Scene, StoreError> {
    let rows = store.meetings()?;
    let over = |state| state == MeetingState::Adjourned;
    let adjourned = rows.iter().find(|row| over(row.state) && row.date == today).map(|row| row.id.clone());
    let rehearsal = store.is_rehearsal()?;
    let meeting = match meeting::next(&rows) {
        Some(id) => store.meeting(&id)?,
        None => None,
    };
    let Some(meeting) = meeting else {
        return Ok(Scene { rehearsal, sitting: None, adjourned, subject: None });
    };
    let mut items = Vec::new();
    for reference in &meeting.agenda {
        items.extend(store.application(reference)?);
    }
    let sitting = sitting(store, &meeting, &items)?;
    let shown = look.filter(|look| meeting.agenda.contains(look)).or_else(|| sitting.talked_about());
    let item = shown.and_then(|shown| items.iter().find(|item| item.reference == *shown));
    let subject = match item {
        Some(item) => Some(subject(store, &meeting, item, today)?),
        None => None,
    };
    Ok(Scene { rehearsal, sitting: Some(sitting), adjourned, subject })
}

fn sitting(store: &Store, meeting: &Meeting, items: &[Application]) -> Result<Sitting, StoreError> {
    let known: Vec<Known> = items
        .iter()
        .map(|item| Known {
            reference: item.reference.clone(),
            organisation: item.facts.organisation.name.clone(),
            program: item.program,
        })
        .collect();
    let edition = match in_front(meeting) {
        Some(ballot) => store.edition(&ballot.edition)?.title.clone(),
        None => String::new(),
    };
    let rules = store.council_rules(&meeting.rules)?;
    Ok(Sitting::of(&rules, meeting, &known, edition))
}

/// The application as it is judged for its ballot in this meeting, else for today.
fn subject(
    store: &Store,
    meeting: &Meeting,
    item: &Application,
    today: NaiveDate,
) -> Result<Subject, StoreError> {
    let mine = |ballot: &&Ballot| ballot.id.application == item.reference;
    let as_of = meeting.ballots.iter().rfind(mine).map_or(today, |ballot| ballot.as_of);
    let place = meeting.place_of(&item.reference).unwrap_or(1);
    let edition = store.edition_for(item)?;
    Ok(Subject::of(&edition, item, place, as_of))
}
