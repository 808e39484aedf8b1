//! What an open question rests on. Where somebody else changes that meanwhile, the answer is not taken unseen: a yes or
//! a choice is asked for anew, and a text stays to be looked at once more.

use std::collections::BTreeMap;

use super::effect::Effect;
use super::model::Model;
use super::notice::Notice;
use super::overlay::{self, Overlay};
use super::screen::{Screen, meeting::Meeting};
use crate::council::{BallotId, Position, SeatNo};
use crate::review::{Check, Facts, Finding, Item};
use crate::rules::RequirementId;

/// What was there, with what was on its way already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    application: Option<Box<Reviewed>>,
    positions: BTreeMap<BallotId, BTreeMap<SeatNo, Position>>,
}

/// What is said of an application, and what it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reviewed {
    facts: Facts,
    findings: BTreeMap<RequirementId, Finding>,
    checks: BTreeMap<Item, Check>,
}

impl Seen {
    /// What is on the screen now.
    pub(super) fn now(model: &Model) -> Self {
        let file = model.screens.review.file.as_ref().filter(|_| model.screen == Screen::Review);
        let application = file.map(|file| {
            let review = &file.ahead.review;
            Box::new(Reviewed {
                facts: file.ahead.facts.clone(),
                findings: review.findings.clone(),
                checks: review.checks.clone(),
            })
        });
        let meeting = Some(&model.screens.meeting).filter(|_| model.screen == Screen::Meeting);
        let ahead = meeting.and_then(Meeting::ahead);
        let ballots = ahead.into_iter().flat_map(|meeting| meeting.ballots);
        let positions = ballots.map(|ballot| (ballot.id, ballot.positions)).collect();
        Self { application, positions }
    }
}

/// Holds the answer to the topmost question back where it rests on what is there no more; `None` where it may be taken.
pub(super) fn hold_back(model: &mut Model) -> Option<Vec<Effect>> {
    let typed = match model.overlays.last()? {
        Overlay::Confirm(_) | Overlay::Pick(_) => false,
        Overlay::Input(_) | Overlay::Form(_) | Overlay::Count(_) => true,
        Overlay::Help(_) | Overlay::Text(_) | Overlay::Letter(_) | Overlay::Find(_) | Overlay::Palette(_) => {
            return None;
        }
    };
    let now = Seen::now(model);
    if model.seen == now {
        return None;
    }
    model.seen = now;
    let mut effects = Vec::new();
    let said = if typed {
        "This was changed meanwhile. Look at it; enter again takes what you typed."
    } else {
        effects.extend(overlay::give_up(model).into_iter().flatten());
        "This was changed meanwhile, so nothing was done. Look at it, and ask again."
    };
    effects.extend(model.say(Notice::refused(said)));
    Some(effects)
}
