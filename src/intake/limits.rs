//! How much of a file is read: more is refused or remarked, never guessed.

use crate::text;

/// Bytes of one file.
pub const FILE: usize = 64 * 1024 * 1024;
/// Applications in one file.
pub const APPLICATIONS: usize = 200_000;
/// Bytes of one application.
pub const APPLICATION: usize = 4 * 1024 * 1024;
/// Levels of nesting in one application.
pub const DEPTH: usize = 16;
/// Bytes of one text field.
pub const TEXT: usize = text::LONGEST;
/// Items of one list.
pub const ITEMS: usize = 5_000;
/// Remarks on one application.
pub const REMARKS: usize = 200;
/// Characters of a ref.
pub const REF: usize = 64;
/// Characters of a value quoted in a remark.
pub const QUOTE: usize = 60;
/// Bytes of an organisation's name.
pub const NAME: usize = text::LONGEST_LINE;
/// The highest number of an item in a CSV header, as in `evidence.12.url`.
pub const NUMBERED: usize = 200;
/// Bytes of a word that is looked up.
pub const WORD: usize = 200;
/// Columns of a CSV file.
pub const COLUMNS: usize = 1_000;
