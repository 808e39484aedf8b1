//! What is due today.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// The chosen row.
    pub cursor: Cursor,
}
