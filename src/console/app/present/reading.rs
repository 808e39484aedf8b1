//! Where a page of the room's screen lies, and a motion on it that may be longer than the page.

use super::Poll;
use crate::console::app::overlay::reading::broken;

/// From this size on there is a margin around everything.
const ROOMY: (u16, u16) = (100, 36);

/// From this height on there is an empty row below the head.
const AIRY: u16 = 20;

/// Below this height of a page only what matters most is shown.
pub const LOW: u16 = 14;

/// Columns of a text at most, so that the eye finds the next line.
const WIDEST: u16 = 110;

/// What a screen leaves free around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Columns on either side.
    pub side: u16,
    /// Rows above the page, with the head.
    pub above: u16,
    /// Rows below it, with the foot.
    pub below: u16,
}

impl Margins {
    /// Those on a screen of so many columns and rows.
    pub fn of((columns, rows): (u16, u16)) -> Self {
        let (side, around) = if columns >= ROOMY.0 && rows >= ROOMY.1 { (4, 1) } else { (1, 0) };
        Self { side, above: 1 + around + u16::from(rows >= AIRY), below: 1 + around }
    }
}

/// A motion in full on a page: its title takes the first row, with a gap below it where there is room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its rows.
    pub rows: Vec<String>,
    /// How many of them are the motion itself, without its terms.
    pub first: usize,
    /// How many fit; one less than the page has where it is scrolled, which is said in the last.
    pub room: usize,
}

impl Reading {
    /// The motion of `poll` on a screen of this size.
    pub fn of(poll: &Poll, size: (u16, u16)) -> Self {
        let Margins { side, above, below } = Margins::of(size);
        let width = size.0.saturating_sub(2 * side).min(WIDEST);
        let page = size.1.saturating_sub(above + below);
        let room = usize::from(page.saturating_sub(1 + u16::from(page >= LOW)));
        let airy = broken(&apart(&poll.in_full), width);
        let rows = if airy.len() <= room { airy } else { broken(&poll.in_full, width) };
        let first = broken(poll.in_full.get(..1).unwrap_or_default(), width).len();
        let room = if rows.len() <= room { room } else { room.saturating_sub(1) };
        Self { rows, first, room }
    }

    /// How many rows can be the one on top.
    pub fn tops(&self) -> usize {
        self.rows.len().saturating_sub(self.room).saturating_add(1)
    }

    /// It is longer than the page.
    pub fn is_long(&self) -> bool {
        self.rows.len() > self.room
    }
}

/// Paragraphs with an empty line between each two.
fn apart(paragraphs: &[String]) -> Vec<String> {
    let said = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    let mut apart: Vec<String> = said.flat_map(|paragraph| [String::new(), paragraph.clone()]).collect();
    apart.drain(..apart.len().min(1));
    apart
}
