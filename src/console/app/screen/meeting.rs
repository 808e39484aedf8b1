//! The council's meeting.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// The chosen row.
    pub cursor: Cursor,
}
