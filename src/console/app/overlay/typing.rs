//! Typing a line: what each key does to the text.

use tui_input::{Input as Line, InputRequest};

use crate::console::app::key::{Code, Key};

/// The longest text that is taken from one paste, in characters: no longer one is kept.
pub const PASTE_MAX: usize = crate::text::LONGEST;

/// Does to `line` what `key` says.
pub fn press(line: &mut Line, key: Key) {
    if let Some(request) = request(key) {
        line.handle(request);
    }
}

fn request(key: Key) -> Option<InputRequest> {
    if let Some(c) = key.typed() {
        return Some(InputRequest::InsertChar(c));
    }
    match (key.code, key.ctrl || key.alt) {
        (Code::Backspace, false) => Some(InputRequest::DeletePrevChar),
        (Code::Backspace | Code::Char('w'), true) => Some(InputRequest::DeletePrevWord),
        (Code::Delete, false) => Some(InputRequest::DeleteNextChar),
        (Code::Delete, true) => Some(InputRequest::DeleteNextWord),
        (Code::Left, false) => Some(InputRequest::GoToPrevChar),
        (Code::Left, true) => Some(InputRequest::GoToPrevWord),
        (Code::Right, false) => Some(InputRequest::GoToNextChar),
        (Code::Right, true) => Some(InputRequest::GoToNextWord),
        (Code::Home, _) | (Code::Char('a'), true) => Some(InputRequest::GoToStart),
        (Code::End, _) => Some(InputRequest::GoToEnd),
        (Code::Char('u'), true) => Some(InputRequest::DeleteFromStart),
        (Code::Char('k'), true) => Some(InputRequest::DeleteTillEnd),
        (Code::Char('y'), true) => Some(InputRequest::Yank),
        _ => None,
    }
}

/// Puts `text` into `line` where the cursor is; what is too long is cut, and so many characters of it are left out.
pub fn insert(line: &mut Line, text: &str) -> usize {
    let at = line.cursor();
    let before: String = line.value().chars().take(at).collect();
    let after: String = line.value().chars().skip(at).collect();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let inserted: String = text.chars().take(PASTE_MAX).collect();
    let cursor = at + inserted.chars().count();
    *line = Line::new(format!("{before}{inserted}{after}")).with_cursor(cursor);
    text.chars().count().saturating_sub(PASTE_MAX)
}

/// Replaces the whole text; the cursor goes to its end.
pub fn replace(line: &mut Line, text: &str) {
    *line = Line::new(text.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_goes_where_the_cursor_is() {
        let mut line = Line::new("ab".to_owned());
        press(&mut line, Key::plain(Code::Left));
        insert(&mut line, "1\r\n2");
        press(&mut line, Key::char('x'));
        assert_eq!(line.value(), "a1\n2xb");
    }
}
