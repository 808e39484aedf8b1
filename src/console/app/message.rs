//! What reaches the model: keys, answers of the store, and news of the world.

use chrono::NaiveDate;

use super::effect::Reply;
use super::key::Key;
use super::notice::Notice;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Several things that were waiting together; one frame is drawn for all of them.
    Together(Vec<Message>),
    /// A text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The store answered.
    Answer(Reply),
    /// The editor was closed: the text, or why there is none.
    Edited(Result<String, String>),
    /// The shell has something to say about an effect.
    Told(Notice),
    /// It is a new day.
    Day(NaiveDate),
    /// A signal asks the program to end; the number is the signal's.
    Signal(u8),
    /// The shell of the terminal asks the program to stop for a while.
    Stop,
    /// A thread behind the console has died.
    WorkerDied {
        /// Which one.
        thread: String,
        /// What it said.
        why: String,
    },
}
