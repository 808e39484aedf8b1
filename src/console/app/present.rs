//! What the room sees on a second screen: one meeting as it goes on, read only.

pub mod reading;
pub mod scene;
pub mod subject;

pub use scene::{Agendum, Line, Poll, Said, Scene, Sitting};
pub use subject::Subject;

use super::cursor::Cursor;
use super::effect::{Effect, Request};
use super::model::Model;
use super::overlay::Confirm;
use crate::council::BallotId;
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
    /// The motion in full.
    Motion,
}

impl Page {
    /// It is about the ballot in front, not about an application of the agenda.
    pub const fn is_of_ballot(self) -> bool {
        matches!(self, Self::Vote | Self::Motion)
    }
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
    /// The ballot whose numbers were asked for and are shown all the same.
    pub shown: Option<BallotId>,
    /// The row on top of a motion that is longer than the page.
    pub top: Cursor,
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

    /// Whether the numbers of this ballot may not be seen.
    pub fn hides(&self, poll: &Poll) -> bool {
        self.hidden && poll.prospect.is_some() && self.shown.as_ref() != Some(&poll.id)
    }

    /// The ballot in front.
    fn poll(&self) -> Option<&Poll> {
        self.scene.as_ref().and_then(Scene::poll)
    }

    /// Shows a part. With the ballot in front, its application is looked at again.
    fn show(&mut self, page: Page) -> Vec<Effect> {
        self.page = page;
        self.top = Cursor::default();
        if page.is_of_ballot() && self.poll().is_some() && self.look.take().is_some() {
            return self.read();
        }
        Vec::new()
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
                    return self.show(Page::Vote);
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
    with(model, |present| present.show(page))
}

/// Says how far the motion in front can be scrolled on this screen.
pub(super) fn fit(model: &mut Model) {
    let size = model.size;
    with(model, |present| {
        let rows = present.poll().map(|poll| reading::Reading::of(poll, size).tops());
        present.top.resize(rows.unwrap_or_default());
        Vec::new()
    });
}

/// Shows the next application of the agenda, or the one before.
pub fn go_by(model: &mut Model, step: isize) -> Vec<Effect> {
    with(model, |present| {
        let seen = !present.page.is_of_ballot() || present.poll().is_some();
        if present.page.is_of_ballot() {
            present.page = Page::Summary;
        }
        if seen { present.go_by(step) } else { Vec::new() }
    })
}

/// Shows nothing, or everything again.
pub fn blank(model: &mut Model) -> Vec<Effect> {
    with(model, |present| {
        present.blank = !present.blank;
        Vec::new()
    })
}

/// Hides the numbers of an open ballot. Where they are hidden asks whether they are shown, of this ballot alone: no
/// single key shows the room what everybody said.
pub fn hide(model: &mut Model) -> Vec<Effect> {
    let hiding = model.present.as_ref().and_then(|present| present.poll().filter(|poll| present.hides(poll)));
    let Some(id) = hiding.map(|poll| poll.id.clone()) else {
        return with(model, |present| {
            (present.hidden, present.shown) = (true, None);
            Vec::new()
        });
    };
    let lines = vec!["The room sees what each seat has said so far.".to_owned()];
    model.open(Confirm::new("Show the tally while the ballot is open?", lines, move |model| {
        with(model, |present| {
            present.shown = Some(id.clone());
            Vec::new()
        })
    }))
}

/// Takes in an answer.
pub(super) fn answered(model: &mut Model, reply: PresentReply) -> Vec<Effect> {
    with(model, |present| present.answered(reply))
}
