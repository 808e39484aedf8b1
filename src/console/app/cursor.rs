//! The place in a list: which row is chosen out of how many.

/// How far a movement goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row before.
    Up,
    /// To the row after.
    Down,
    /// Half a page back.
    HalfUp,
    /// Half a page on.
    HalfDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// The chosen row of a list of `len` rows; 0 while the list is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    at: usize,
    len: usize,
}

impl Cursor {
    /// A cursor on the first of `len` rows.
    pub const fn new(len: usize) -> Self {
        Self { at: 0, len }
    }

    /// The chosen row, counted from 0; 0 while the list is empty.
    pub const fn at(self) -> usize {
        self.at
    }

    /// The chosen row, if there is one.
    pub fn chosen(self) -> Option<usize> {
        (self.at < self.len).then_some(self.at)
    }

    /// How many rows there are.
    pub const fn len(self) -> usize {
        self.len
    }

    /// There are no rows.
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }

    /// Says how many rows there are now; the cursor stays inside.
    pub fn resize(&mut self, len: usize) {
        self.len = len;
        self.go(self.at);
    }

    /// Goes to row `at`, or to the last one where that is past the end.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.len.saturating_sub(1));
    }

    /// Moves by one `step`; `page` is how many rows are on screen.
    pub fn step(&mut self, step: Step, page: usize) {
        let half = (page / 2).max(1);
        self.go(match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at.saturating_add(1),
            Step::HalfUp => self.at.saturating_sub(half),
            Step::HalfDown => self.at.saturating_add(half),
            Step::First => 0,
            Step::Last => usize::MAX,
        });
    }

    /// The first row on screen when `height` rows fit: the chosen row stays in the middle where it can.
    pub fn top(self, height: usize) -> usize {
        self.at.saturating_sub(height / 2).min(self.len.saturating_sub(height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_never_leaves_its_list() {
        let mut cursor = Cursor::new(3);
        cursor.step(Step::Up, 10);
        assert_eq!(cursor.at(), 0);
        cursor.step(Step::HalfDown, 10);
        assert_eq!(cursor.at(), 2);
        cursor.resize(1);
        assert_eq!(cursor.chosen(), Some(0));
        cursor.resize(0);
        cursor.step(Step::Last, 10);
        assert_eq!((cursor.at(), cursor.chosen()), (0, None));
    }

    #[test]
    fn the_window_holds_the_chosen_row() {
        for len in 0..20_usize {
            for at in 0..len {
                for height in 1..25 {
                    let mut cursor = Cursor::new(len);
                    cursor.go(at);
                    let top = cursor.top(height);
                    assert!(top <= at && at < top + height, "{len} {at} {height}");
                    assert!(top == 0 || top + height <= len, "no empty rows at the end");
                }
            }
        }
    }
}
