//! One application under review.

pub mod ask;
pub mod case;
pub mod detail;
pub mod events;
pub mod file;
pub mod finding;
pub mod item;
pub mod pane;
pub mod reckoning;
pub mod stages;

use std::collections::BTreeMap;

use crate::console::app::ahead;
use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::overlay::Overlay;
use crate::console::app::screen::Screen;
use crate::record::{Change, Role};
use crate::review::queue::{Filter, Sort};
use crate::review::{Item, Ref};
use crate::rules::Requirement;

pub use ask::{Loaded, ReviewReply, ReviewRequest};
pub use file::File;
pub use pane::Pane;
pub use reckoning::Reckoning;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The application that is open.
    pub open: Option<Ref>,
    /// The application, once it is read.
    pub file: Option<Box<File>>,
    /// The pane in front.
    pub pane: Pane,
    cursors: BTreeMap<Pane, Cursor>,
    /// How many changes were asked for so far.
    asked: u64,
    /// The changes asked for that what was read does not hold yet, with their numbers.
    expected: Vec<(u64, Change)>,
}

impl Review {
    /// The chosen row of a pane.
    pub fn cursor(&self, pane: Pane) -> Cursor {
        self.cursors.get(&pane).copied().unwrap_or_default()
    }

    /// The list of the pane in front.
    pub fn cursor_mut(&mut self) -> &mut Cursor {
        self.cursors.entry(self.pane).or_default()
    }

    /// The chosen requirement, whatever pane is in front.
    pub fn requirement(&self) -> Option<&Requirement> {
        self.file.as_ref()?.requirements().get(self.cursor(Pane::Requirements).chosen()?)
    }

    /// The chosen item of the pane in front, where it lists items.
    pub fn item(&self) -> Option<Item> {
        self.file.as_ref()?.items(self.pane).get(self.cursor(self.pane).chosen()?).copied()
    }

    /// Takes in an application; what was chosen stays chosen where it is the same one.
    fn take(&mut self, file: File) {
        let same = self.file.as_ref().is_some_and(|old| old.reference() == file.reference());
        let panes = [Pane::Evidence, Pane::Points, Pane::Heads];
        let chosen = panes.map(|pane| {
            let items = self.file.as_ref().map(|file| file.items(pane)).unwrap_or_default();
            items.get(self.cursor(pane).at()).copied()
        });
        if !same {
            self.cursors.clear();
        }
        for pane in Pane::ALL {
            self.cursors.entry(*pane).or_default().resize(file.rows(*pane));
        }
        for (pane, item) in panes.into_iter().zip(chosen).filter(|_| same) {
            let at = file.items(pane).iter().position(|one| Some(*one) == item);
            if let (Some(at), Some(cursor)) = (at, self.cursors.get_mut(&pane)) {
                cursor.go(at);
            }
        }
        if !file.panes.contains(&self.pane) {
            self.pane = Pane::default();
        }
        if !same {
            let first = file.undecided(0, true).unwrap_or_default();
            self.cursors.entry(Pane::Requirements).or_default().go(first);
        }
        self.expected.retain(|(number, _)| *number > file.loaded.after);
        let file = self.file.insert(Box::new(file));
        for (_, change) in &self.expected {
            file.expect(change);
        }
    }
}

/// Opens the application `reference` on Review.
pub fn open(model: &mut Model, reference: Ref) -> Vec<Effect> {
    let review = &mut model.screens.review;
    if review.open.as_ref() == Some(&reference) {
        return model.go(Screen::Review);
    }
    review.file = None;
    review.expected.clear();
    review.pane = Pane::default();
    review.open = Some(reference);
    model.go(Screen::Review)
}

/// Asks for the application again.
pub(super) fn load(model: &mut Model) -> Vec<Effect> {
    let Some(reference) = model.screens.review.open.clone() else { return Vec::new() };
    let (filter, sort) = queue(model);
    ask(ReviewRequest::Open { reference, filter, sort, after: model.screens.review.asked })
}

/// The cursor has moved: everything about the application is here already.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Nothing is open on this screen that could be left.
pub(super) const fn leave(_model: &mut Model) -> Option<Vec<Effect>> {
    None
}

/// Asks for the application after or before this one in the queue.
pub fn beside(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(reference) = model.screens.review.open.clone() else { return Vec::new() };
    let (filter, sort) = queue(model);
    ahead::until_answered(model, ask(ReviewRequest::Beside { reference, filter, sort, forward }))
}

/// The queue that the reviewer came from.
fn queue(model: &Model) -> (Filter, Sort) {
    let look = &model.screens.queue.look;
    (look.filter(&model.about), look.sort)
}

fn ask(ask: ReviewRequest) -> Vec<Effect> {
    vec![Effect::Ask(Request::Review(ask))]
}

/// Takes in what the store answered.
pub(in crate::console::app) fn answered(model: &mut Model, answer: ReviewReply) -> Vec<Effect> {
    match answer {
        ReviewReply::Opened(loaded) => {
            if model.screens.review.open.as_ref() == Some(&loaded.application.reference) {
                let file = File::new(*loaded, model.about.today);
                model.screens.review.take(file);
                renew_count(model);
            }
            Vec::new()
        }
        ReviewReply::Unknown(reference) => {
            model.screens.review.file = None;
            model.say(Notice::refused(format!("there is no application {reference} any more")))
        }
        ReviewReply::Message { reference, to, text } => case::message::drafted(model, reference, to, text),
        ReviewReply::Beside(Some(reference)) => {
            let pane = model.screens.review.pane;
            let effects = open(model, reference);
            model.screens.review.pane = pane;
            effects
        }
        ReviewReply::Beside(None) => model.say(Notice::refused("this is the end of the queue")),
    }
}

/// An open number field goes on with what is in the file now.
fn renew_count(model: &mut Model) {
    let Some(Overlay::Count(count)) = model.overlays.last_mut() else { return };
    if let Some(file) = &model.screens.review.file {
        count.reckon(file);
    }
}

/// Asks for changes to the application in front, and goes on as if they were made until the store answers.
pub(super) fn commit(model: &mut Model, role: Option<Role>, changes: Vec<Change>) -> Vec<Effect> {
    let review = &mut model.screens.review;
    review.asked += 1;
    model.roles.extend(role);
    if let Some(file) = review.file.as_mut() {
        for change in &changes {
            file.expect(change);
        }
    }
    review.expected.extend(changes.iter().map(|change| (review.asked, change.clone())));
    vec![Effect::Ask(Request::Commit { role, changes })]
}

/// The store could not do it: what was built on is only what is in the file.
pub(in crate::console::app) fn nothing_came(model: &mut Model) {
    let review = &mut model.screens.review;
    review.expected.clear();
    if let Some(file) = review.file.as_mut() {
        file.look_back();
    }
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
