//! One application under review.

use crate::console::app::cursor::Cursor;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The chosen row.
    pub cursor: Cursor,
}
