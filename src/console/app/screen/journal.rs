//! Who changed what, and when.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// The chosen row.
    pub cursor: Cursor,
}
