//! Text on the screen: made visible, measured and cut the way the terminal draws it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::console::view::Look;
use crate::text::visible;

pub use crate::text::wrap;

/// Columns that `text` takes once it is made visible.
pub fn width(text: &str) -> usize {
    visible(text).width()
}

/// `text` made visible and cut to at most `width` columns; what was cut off is marked.
pub fn cut(text: &str, width: usize, look: &Look) -> String {
    let text = visible(text);
    if text.width() <= width {
        return text.into_owned();
    }
    let mut cut = String::new();
    let mut room = width.saturating_sub(look.symbols.ellipsis.width());
    for grapheme in text.graphemes(true) {
        let needed = grapheme.width();
        if needed > room {
            break;
        }
        room -= needed;
        cut.push_str(grapheme);
    }
    if width > 0 {
        cut.push_str(&look.symbols.ellipsis);
    }
    cut
}

/// `text` cut or filled with spaces to exactly `width` columns.
pub fn fill(text: &str, width: usize, look: &Look) -> String {
    let mut text = cut(text, width, look);
    let missing = width.saturating_sub(text.width());
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// The first `most` lines of `whole`, broken to `width` columns; where there are more, the last one ends with `more`.
pub fn first_lines(whole: &str, width: usize, most: usize, more: &str) -> Vec<String> {
    let mut lines = wrap(whole, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let room = width.saturating_sub(self::width(more)).max(1);
            let begins = wrap(last, room).into_iter().next().unwrap_or_default();
            *last = format!("{begins}{more}");
        }
    }
    lines
}

/// What stands at the end of a text that is cut: the mark of it, and the `key` that shows all of it.
pub fn more(look: &Look, key: Option<String>) -> String {
    let ellipsis = &look.symbols.ellipsis;
    key.map_or_else(|| ellipsis.clone(), |key| format!("{ellipsis} {key} shows all of it"))
}

/// Draws one line from the left; what does not fit is left out.
pub fn put(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    frame.render_widget(Span::styled(visible(text), style), area);
}

/// Draws one line up to the right edge.
pub fn put_right(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    let width = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
    let place = Rect { x: area.right().saturating_sub(width), width, ..area };
    put(frame, place, text, style);
}

/// Draws lines of text broken to the width of the area; what does not fit below is left out.
pub fn paragraph(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    for (line, row) in wrap(text, usize::from(area.width)).iter().zip(area.rows()) {
        put(frame, row, line, style);
    }
}

/// Puts ASCII in the place of the marks for what cannot be seen: control characters as `^`, a mark without a base on
/// a full stop. What the data say in other letters stays.
pub fn in_ascii(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        match cell.symbol().chars().next() {
            Some('\u{2400}'..='\u{2421}') => _ = cell.set_char('^'),
            Some('\u{25CC}') => _ = cell.set_char('.'),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::console::app::settings::Settings;

    fn look() -> Look {
        Look::new(&Settings::default()).unwrap()
    }

    #[test]
    fn text_is_cut_between_graphemes() {
        let look = look();
        assert_eq!(cut("abcdef", 4, &look), "abc…");
        assert_eq!(cut("abcd", 4, &look), "abcd");
        assert_eq!(cut("\u{6f22}\u{5b57}\u{6f22}", 4, &look), "\u{6f22}…", "wide letters are not halved");
        assert_eq!(cut("abc", 0, &look), "");
        assert_eq!(fill("ab", 4, &look), "ab  ");
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("on 2026-11-23", 9), ["on", "2026-11-23".get(..9).unwrap(), "3"]);
        assert_eq!(wrap("on 2026-11-23.", 12), ["on", "2026-11-23."]);
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
        assert_eq!(wrap("one (two); three", 9), ["one", "(two);", "three"], "signs stay with their word");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_it_may_be(text in "\\PC{0,40}", width in 0_usize..30) {
            let look = look();
            prop_assert!(super::width(&cut(&text, width, &look)) <= width);
            if width >= 8 {
                for line in wrap(&text, width) {
                    prop_assert!(line.width() <= width, "{line:?}");
                }
            }
        }
    }
}
