//! What was granted.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The chosen row.
    pub cursor: Cursor,
}
