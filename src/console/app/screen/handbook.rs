//! The edition's requirements.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Handbook {
    /// The chosen row.
    pub cursor: Cursor,
}
