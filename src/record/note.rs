//! A note on an application: one place for console and command line.

use super::change::Change;
use crate::review::Ref;

/// Writes `text` as a note on `application`, after those whose numbers are in `written`.
pub fn write(application: &Ref, written: impl IntoIterator<Item = u32>, text: String) -> Change {
    let last = written.into_iter().max().unwrap_or_default();
    Change::Noted { application: application.clone(), n: last.saturating_add(1), text: Some(text) }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::{record::Change, review::Ref};

    #[test]
    fn a_note_comes_after_every_other_one() {
        let number = |written: &[u32]| match write(&Ref::from("a"), written.iter().copied(), "x".to_owned()) {
            Change::Noted { n, .. } => n,
            other => panic!("{other:?}"),
        };
        assert_eq!((number(&[]), number(&[2, 7, 3])), (1, 8));
    }
}
