//! A text to read.

use crate::console::app::cursor::Cursor;

/// A text to read; the cursor scrolls it.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it is about.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// The line on top.
    pub cursor: Cursor,
}

impl Text {
    /// A text to read.
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        let cursor = Cursor::new(lines.len());
        Self { title: title.into(), lines, cursor }
    }
}
