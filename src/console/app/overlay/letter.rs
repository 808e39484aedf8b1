//! A message to an applicant: to be read, edited, copied, and noted as sent.

use crate::console::app::cursor::Cursor;
use crate::review::Ref;

/// A drafted message.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The application it is about.
    pub reference: Ref,
    /// Whom it is to.
    pub to: String,
    /// The text.
    pub text: String,
    /// The row on top.
    pub cursor: Cursor,
    /// The text is one that was edited before.
    pub restored: bool,
    drafted: String,
}

impl Letter {
    /// A message on `reference` to `to`, as drafted.
    pub fn new(reference: Ref, to: String, text: String) -> Self {
        let drafted = text.clone();
        Self { reference, to, text, cursor: Cursor::default(), restored: false, drafted }
    }

    /// The name under which an edited text is kept.
    pub fn draft(&self) -> String {
        format!("{} message", self.reference)
    }

    /// The text that was edited before.
    pub(super) fn restore(&mut self, kept: &str) {
        kept.clone_into(&mut self.text);
        self.restored = true;
    }

    /// As drafted again; gives the name of the text that is to be forgotten.
    pub(super) fn afresh(&mut self) -> String {
        self.text.clone_from(&self.drafted);
        self.restored = false;
        self.draft()
    }

    /// What stands on its border.
    pub fn title(&self) -> String {
        let again = if self.restored { ", as you left it" } else { "" };
        format!("Message to {}{again}", self.to)
    }

    /// Its lines.
    pub fn lines(&self) -> Vec<String> {
        self.text.lines().map(str::to_owned).collect()
    }
}
