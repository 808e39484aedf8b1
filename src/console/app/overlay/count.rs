//! The open number field of a claim: how often it was found good. While digits are typed everything is reckoned again
//! as if the number stood in the file.

use tui_input::Input as Line;

use super::typing;
use crate::console::app::effect::Effect;
use crate::console::app::model::Model;
use crate::console::app::screen::review::{File, Reckoning, item};
use crate::review::finding::Check;
use crate::review::{Item, ItemKind, ItemNo};

/// Most digits of a count.
const DIGITS: usize = 6;

/// The open number field.
#[derive(Clone, Debug)]
pub struct Count {
    /// Which claim.
    pub claim: ItemNo,
    /// The digits so far.
    pub line: Line,
    /// The number that the field began with, until it is touched: the first digit replaces it.
    first: Option<String>,
    /// What is reckoned with the number; `None` while there are no digits.
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

    /// The text has changed: only digits stay; `+` and `-` go up and down by one.
    pub(super) fn changed(&mut self, model: &Model) -> Vec<Effect> {
        let text = self.line.value().to_owned();
        let first = self.first.take();
        let typed = first.as_deref().and_then(|first| text.strip_prefix(first));
        let replaced = typed.filter(|typed| typed.len() == 1 && typed.chars().all(|c| c.is_ascii_digit()));
        let digits: String =
            replaced.unwrap_or(&text).chars().filter(char::is_ascii_digit).take(DIGITS).collect();
        let number = digits.parse::<u32>().unwrap_or_default();
        if text.contains('+') {
            typing::replace(&mut self.line, &number.saturating_add(1).to_string());
        } else if text.contains('-') {
            typing::replace(&mut self.line, &number.saturating_sub(1).to_string());
        } else if text != digits {
            typing::replace(&mut self.line, &digits);
        }
        if let Some(file) = &model.screens.review.file {
            self.reckon(file);
        }
        Vec::new()
    }

    /// Accepts the claim with this number.
    pub(super) fn accept(self, model: &mut Model) -> Vec<Effect> {
        let Some(number) = self.number() else { return model.open(self) };
        item::say(model, Item::new(ItemKind::Claim, self.claim), Some(accepted(number)))
    }
}

const fn accepted(count: u32) -> Check {
    Check::Accepted { count: Some(count) }
}
