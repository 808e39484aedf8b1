//! What `update` asks the world to do. The shell does it; the answer comes back as a message.

use crate::record::{act::Role, change::Change};

/// Something to be done outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ends the console with this exit status.
    Quit(u8),
    /// Ends the console with exit status 1 and a message after the terminal is restored.
    Fail(String),
    /// Asks the store; it answers with [`super::Message::Answer`].
    Ask(Request),
    /// Opens an address in the browser; only `http` and `https` are let through.
    OpenLink(String),
    /// Lets the text be edited in the person's editor; comes back as [`super::Message::Edited`].
    Edit(String),
    /// Puts a text on the clipboard.
    Copy(String),
    /// Keeps an unfinished text under a name, so that a crash does not lose it.
    KeepDraft {
        /// Where it belongs, such as `2026-0007 PLT-E3-M1 text`.
        name: String,
        /// The text so far.
        text: String,
    },
    /// Forgets an unfinished text: it was handed in or given up.
    DropDraft(String),
    /// Stops the program until the shell continues it (ctrl-z).
    Suspend,
    /// Draws everything again.
    Redraw,
}

/// A question or a change for the store. Each screen adds its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Makes changes, all or none, as one group for undo. It answers with what was done or why it was refused.
    Commit {
        /// The role they are made in, where one is asked for.
        role: Option<Role>,
        /// The changes.
        changes: Vec<Change>,
    },
    /// Asks whether someone else has changed the file since the last answer; asked when nothing else is.
    Watch,
    /// Undoes the last change of the person at the console.
    Undo,
}

impl Request {
    /// A newer question of the same kind makes an older, unanswered one pointless. Changes are never dropped.
    pub fn replaces(&self, older: &Self) -> bool {
        self.only_reads() && std::mem::discriminant(self) == std::mem::discriminant(older)
    }

    /// The request changes nothing in the file.
    pub const fn only_reads(&self) -> bool {
        match self {
            Self::Watch => true,
            Self::Commit { .. } | Self::Undo => false,
        }
    }
}

/// What the store answers. Each screen adds its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing to say; the model is not told.
    Nothing,
    /// The file was changed by someone else: what is shown is read again.
    Changed,
    /// A change was made; the text names it. What is shown is read again.
    Done(String),
    /// A change was refused; the text says why and what to do.
    Refused(String),
    /// The store could not do it; the text says what, where and what to do.
    Failed(String),
}
