//! What `update` asks the world to do. The shell does it; the answer comes back as a message.

use std::mem::discriminant;

use super::present::{PresentReply, PresentRequest};
use super::screen::{
    handbook::{HandbookReply, HandbookRequest},
    journal::{JournalReply, JournalRequest},
    meeting::{MeetingReply, MeetingRequest},
    queue::{QueueReply, QueueRequest},
    register::{RegisterReply, RegisterRequest},
    review::{ReviewReply, ReviewRequest},
    today::{TodayReply, TodayRequest},
};
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

/// A question or a change for the store. Each screen has its own questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Makes changes, all or none, as one group for undo. It answers with what was done or why it was refused.
    Commit {
        /// The role they are made in, where one is asked for.
        role: Option<Role>,
        /// The changes.
        changes: Vec<Change>,
    },
    /// Asks for an echo, which comes once everything asked before is answered.
    Echo,
    /// Asks whether someone else has changed the file since the last answer; asked when nothing else is.
    Watch,
    /// Undoes the last change of the person at the console.
    Undo,
    /// Takes in applications.
    Intake(IntakeRequest),
    /// What Today asks.
    Today(TodayRequest),
    /// What Queue asks.
    Queue(QueueRequest),
    /// What Review asks.
    Review(ReviewRequest),
    /// What Meeting asks.
    Meeting(MeetingRequest),
    /// What Register asks.
    Register(RegisterRequest),
    /// What Handbook asks.
    Handbook(HandbookRequest),
    /// What Journal asks.
    Journal(JournalRequest),
    /// What the room's screen asks.
    Present(PresentRequest),
}

/// A way for applications to come into the docket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeRequest {
    /// From a file; both paths are as a person typed them.
    File {
        /// The file.
        path: String,
        /// What its columns mean: the name of a mapping, or a file with one.
        mapping: Option<String>,
    },
    /// From a form: pairs of a field's path and its text.
    Form(Vec<(&'static str, String)>),
    /// The samples, for a docket with nothing in it.
    Samples,
}

impl Request {
    /// A newer question of the same kind makes an older, unanswered one pointless. Changes are never dropped.
    pub fn replaces(&self, older: &Self) -> bool {
        let same = match (self, older) {
            (Self::Today(new), Self::Today(old)) => discriminant(new) == discriminant(old),
            (Self::Queue(new), Self::Queue(old)) => discriminant(new) == discriminant(old),
            (Self::Review(new), Self::Review(old)) => discriminant(new) == discriminant(old),
            (Self::Meeting(new), Self::Meeting(old)) => discriminant(new) == discriminant(old),
            (Self::Register(new), Self::Register(old)) => discriminant(new) == discriminant(old),
            (Self::Handbook(new), Self::Handbook(old)) => discriminant(new) == discriminant(old),
            (Self::Journal(new), Self::Journal(old)) => discriminant(new) == discriminant(old),
            // Each one is counted.
            (Self::Echo, _) => false,
            _ => discriminant(self) == discriminant(older),
        };
        self.only_reads() && same
    }

    /// The request changes nothing in the file. What a screen asks is a question, and changes go through
    /// [`Self::Commit`]; Meeting alone makes its own, for it waits for the answer to each.
    pub const fn only_reads(&self) -> bool {
        match self {
            Self::Commit { .. } | Self::Undo | Self::Intake(_) => false,
            Self::Meeting(request) => request.only_reads(),
            _ => true,
        }
    }
}

/// What the store answers. Each screen has its own answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing to say; the model is not told.
    Nothing,
    /// Everything asked before this was asked for is answered.
    Echo,
    /// The file was changed by someone else: what is shown is read again.
    Changed,
    /// A change was made. What is shown is read again.
    Done {
        /// What was done, as a line.
        what: String,
        /// It can be undone.
        undoable: bool,
        /// What is to be known of it, a line each.
        warnings: Vec<String>,
    },
    /// A change was refused; the text says why and what to do.
    Refused(String),
    /// The store could not do it; the text says what, where and what to do.
    Failed(String),
    /// For Today.
    Today(TodayReply),
    /// For Queue.
    Queue(QueueReply),
    /// For Review.
    Review(ReviewReply),
    /// For Meeting.
    Meeting(MeetingReply),
    /// For Register.
    Register(RegisterReply),
    /// For Handbook.
    Handbook(HandbookReply),
    /// For Journal.
    Journal(JournalReply),
    /// For the room's screen.
    Present(PresentReply),
}

impl Reply {
    /// Why what was asked was not done, if it was not.
    pub fn not_made(&self) -> Option<String> {
        match self {
            Self::Refused(why) | Self::Failed(why) => Some(why.clone()),
            _ => None,
        }
    }
}
