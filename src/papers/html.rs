//! A paper as one HTML file: no scripts, nothing loaded, readable on a screen and in print.

use super::page::{Block, Line, Page, escaped};
use crate::text::visible;

const STYLE: &str = include_str!("../../assets/templates/paper.css");

impl Page {
    /// The paper as HTML, complete.
    pub fn html(&self) -> String {
        let title = escape(&self.title);
        let mark = self.mark.as_deref().map(|mark| format!("<p class=\"mark\">{}</p>\n", escape(mark)));
        let blocks: String = self.blocks.iter().map(block).collect();
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{}<h1>{title}</h1>\n{blocks}\
             </main>\n</body>\n</html>\n",
            mark.unwrap_or_default(),
        )
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("<h2>{}</h2>\n", line(text)),
        Block::Subheading(text) => format!("<h3>{}</h3>\n", line(text)),
        Block::Text(text) => format!("<p>{}</p>\n", line(text)),
        Block::List(lines) => {
            let items: String = each(lines, |text| format!("<li>{}</li>\n", line(text)));
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Facts(facts) => {
            let row = |(name, text): &(&str, Line)| {
                format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", escape(name), line(text))
            };
            let rows: String = each(facts, row);
            format!("<table class=\"facts\">\n<tbody>\n{rows}</tbody>\n</table>\n")
        }
        Block::Table { head, rows } => {
            let names: String = each(head, |name| format!("<th scope=\"col\">{}</th>", escape(name)));
            let row = |cells: &Vec<Line>| {
                let cells: String = each(cells, |cell| format!("<td>{}</td>", line(cell)));
                format!("<tr>{cells}</tr>\n")
            };
            let rows: String = each(rows, row);
            format!("<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
        }
    }
}

fn each<T>(parts: &[T], write: impl Fn(&T) -> String) -> String {
    parts.iter().map(write).collect()
}

fn line(line: &Line) -> String {
    line.0
        .iter()
        .map(|span| {
            let text = escaped(&span.text, "<br>", escape);
            if span.strong { format!("<strong>{text}</strong>") } else { text }
        })
        .collect()
}

/// `text` as it can stand in an element or a quoted attribute, what cannot be seen as marks.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{escape, line};
    use crate::papers::page::{Line, Page};

    #[test]
    fn markup_stays_text() {
        assert_eq!(
            escape("<script>alert('x')</script> & \"y\""),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"
        );
        assert_eq!(escape("a\u{202E}b\u{1b}"), "a&lt;U+202E&gt;b␛");
    }

    #[test]
    fn line_breaks_are_kept_as_such() {
        let text = Line::from("one\r\n\r\n two <b>\n").strong("three");
        assert_eq!(line(&text), "one<br>two &lt;b&gt;<strong>three</strong>");
    }

    #[test]
    fn nothing_but_styles_is_let_in() {
        let page = Page::new("</title><script>").html();
        assert!(page.contains("default-src 'none'"), "{page}");
        assert!(!page.contains("<script"), "{page}");
    }
}
