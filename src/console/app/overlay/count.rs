//! The open number field of a claim: how often it was found good. While digits are typed everything is reckoned again
//! as if the number stood in the file.

use tui_input::Input as Line;

use super::typing;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::notice::Notice;
use crate::console::app::screen::review::{File, Reckoning, item};
use crate::review::finding::Check;
use crate::review::{Item, ItemKind, ItemNo};

/// The open number field.
#[derive(Clone, Debug)]
pub struct Count {
    /// Which claim.
    pub claim: ItemNo,
    /// What is typed so far.
    pub line: Line,
    /// The number that the field began with, until it is touched: the first digit replaces it.
    first: Option<String>,
    /// What is reckoned with the number; `None` while there is no number.
    pub reckoning: Option<Box<Reckoning>>,
}

impl Count {
    /// Opens the field of a claim, with the number that counts now.
    pub fn new(file: &File, claim: ItemNo) -> Self {
        let count = item::count(&file.ahead, claim);
        let line = Line::new(count.map(|count| count.to_string()).unwrap_or_default());
        let first = Some(line.value().to_owned());
        let mut field = Self { claim, line, first, reckoning: None };
        field.reckon(file);
        field
    }

    /// The number so far.
    pub fn number(&self) -> Option<u32> {
        self.line.value().parse().ok()
    }

    /// Reckons with the number so far.
    pub fn reckon(&mut self, file: &File) {
        self.reckoning = self.number().map(|count| {
            let mut draft = file.application().clone();
            draft.review.checks.insert(Item::new(ItemKind::Claim, self.claim), accepted(count));
            Box::new(Reckoning::of(file.edition(), &draft, file.as_of))
        });
    }

    /// The text has changed: the first digit takes the place of the number there; `+` and `-` behind a number go up and
    /// down by one. What is no number stays as it was typed, and is not accepted.
    pub(super) fn changed(&mut self, model: &Model) -> Vec<Effect> {
        let text = self.line.value().to_owned();
        let first = self.first.take();
        let typed = first.as_deref().and_then(|first| text.strip_prefix(first));
        let stepped = |sign, step: fn(u32) -> u32| {
            let number = text.strip_suffix(sign)?.parse().ok()?;
            Some(step(number).to_string())
        };
        let up = stepped('+', |number| number.saturating_add(1));
        let down = stepped('-', |number| number.saturating_sub(1));
        let digit = typed.filter(|typed| typed.len() == 1 && typed.chars().all(|c| c.is_ascii_digit()));
        if let Some(now) = up.or(down).or(digit.map(str::to_owned)) {
            typing::replace(&mut self.line, &now);
        }
        if let Some(file) = &model.screens.review.file {
            self.reckon(file);
        }
        Vec::new()
    }

    /// Accepts the claim with this number.
    pub(super) fn accept(self, model: &mut Model) -> Vec<Effect> {
        let Some(number) = self.number() else {
            let said = format!("`{}` is no whole number; write 0 or more.", self.line.value());
            model.open(self);
            return model.say(Notice::refused(said));
        };
        item::say(model, Item::new(ItemKind::Claim, self.claim), Some(accepted(number)))
    }
}

const fn accepted(count: u32) -> Check {
    Check::Accepted { count: Some(count) }
}
