//! What the room sees on a second screen: one meeting as it goes on, read only.

pub mod scene;
pub mod subject;

pub use scene::{Agendum, Line, Poll, Said, Scene, Sitting};
pub use subject::Subject;

use super::effect::{Effect, Request};
use super::model::Model;
use crate::review::Ref;

/// Which part is in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The vote: motion, roll and tally.
    #[default]
    Vote,
    /// The application in short.
    Summary,
    /// Its points.
    Points,
    /// Its capability map.
    Map,
}

/// What is asked of the store: the meeting as it is, with one application of its agenda. Without a ref it is the one
/// that is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentRequest {
    /// The application looked at.
    pub look: Option<Ref>,
}

/// What the store answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresentReply {
    /// What is to be seen.
    Scene(Box<Scene>),
    /// It cannot be read now; the text says why. What was seen before stays.
    Unreadable(String),
}

/// What the room's screen knows.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// Which part is in front.
    pub page: Page,
    /// Nothing is shown.
    pub blank: bool,
    /// Numbers and positions stay hidden until the ballot is closed.
    pub hidden: bool,
    /// The application that was asked for; without one, the next one is shown.
    pub look: Option<Ref>,
    /// What is to be seen, once it was read.
    pub scene: Option<Scene>,
    /// Why it cannot be read now.
    pub trouble: Option<String>,
}

impl Present {
    /// Asks for what is to be seen.
    pub fn read(&self) -> Vec<Effect> {
        vec![Effect::Ask(Request::Present(PresentRequest { look: self.look.clone() }))]
    }

    /// The ballot in front, if its numbers may be seen.
    pub fn hides(&self, poll: &Poll) -> bool {
        self.hidden && poll.prospect.is_some()
    }

    /// Shows the application `step` further on the agenda.
    fn go_by(&mut self, step: isize) -> Vec<Effect> {
        let Some(scene) = &self.scene else { return Vec::new() };
        let agenda = scene.sitting.as_ref().map(|sitting| sitting.agenda.as_slice()).unwrap_or_default();
        let shown = scene.subject.as_ref().map(|subject| &subject.reference);
        let refs: Vec<&Ref> = agenda.iter().filter_map(|item| item.reference.as_ref()).collect();
        let at = refs.iter().position(|one| Some(*one) == shown);
        let next = at.and_then(|at| at.checked_add_signed(step)).and_then(|at| refs.get(at));
        let Some(next) = next.map(|next| Ref::clone(next)) else { return Vec::new() };
        self.look = Some(next);
        self.read()
    }

    /// Takes in an answer. A ballot that is new brings the room back to the vote.
    fn answered(&mut self, reply: PresentReply) -> Vec<Effect> {
        match reply {
            PresentReply::Unreadable(why) => self.trouble = Some(why),
            PresentReply::Scene(scene) => {
                let begun = scene.open_ballot().is_some()
                    && self.scene.as_ref().is_some_and(|before| before.open_ballot() != scene.open_ballot());
                self.trouble = None;
                self.scene = Some(*scene);
                if begun {
                    self.page = Page::Vote;
                    if self.look.take().is_some() {
                        return self.read();
                    }
                }
            }
        }
        Vec::new()
    }
}

/// Changes the room's screen, where there is one.
fn with(model: &mut Model, change: impl FnOnce(&mut Present) -> Vec<Effect>) -> Vec<Effect> {
    model.present.as_mut().map(change).unwrap_or_default()
}

/// Shows a part.
pub fn show(model: &mut Model, page: Page) -> Vec<Effect> {
    with(model, |present| {
        present.page = page;
        Vec::new()
    })
}

/// Shows the next application of the agenda, or the one before.
pub fn go_by(model: &mut Model, step: isize) -> Vec<Effect> {
    with(model, |present| {
        if present.page == Page::Vote {
            present.page = Page::Summary;
            return Vec::new();
        }
        present.go_by(step)
    })
}

/// Shows nothing, or everything again.
pub fn blank(model: &mut Model) -> Vec<Effect> {
    with(model, |present| {
        present.blank = !present.blank;
        Vec::new()
    })
}

/// Hides the numbers of an open ballot, or shows them.
pub fn hide(model: &mut Model) -> Vec<Effect> {
    with(model, |present| {
        present.hidden = !present.hidden;
        Vec::new()
    })
}

/// Takes in an answer.
pub(super) fn answered(model: &mut Model, reply: PresentReply) -> Vec<Effect> {
    with(model, |present| present.answered(reply))
}
