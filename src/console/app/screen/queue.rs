//! All applications.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// The chosen row.
    pub cursor: Cursor,
}
