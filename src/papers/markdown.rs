//! A paper as Markdown (`CommonMark` with tables), readable as it stands.

use super::page::{Block, Line, Page, escaped};
use crate::text::visible;

impl Page {
    /// The paper as Markdown, complete.
    pub fn markdown(&self) -> String {
        let mut parts = vec![format!("# {}", escape(&self.title))];
        parts.extend(self.mark.as_deref().map(|mark| format!("**{}**", escape(mark))));
        parts.extend(self.blocks.iter().map(block));
        parts.join("\n\n") + "\n"
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {}", line(text)),
        Block::Subheading(text) => format!("### {}", line(text)),
        Block::Text(text) => line(text),
        Block::List(lines) => {
            lines.iter().map(|text| format!("- {}", line(text))).collect::<Vec<_>>().join("\n")
        }
        Block::Facts(facts) => {
            let one = |(name, text): &(&str, Line)| format!("- **{}:** {}", escape(name), line(text));
            facts.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => {
            let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
            let mut lines = vec![
                row(head.iter().map(|name| escape(name)).collect()),
                row(head.iter().map(|_| "---".to_owned()).collect()),
            ];
            lines.extend(rows.iter().map(|cells| row(cells.iter().map(line).collect())));
            lines.join("\n")
        }
    }
}

fn line(line: &Line) -> String {
    let mut written = String::new();
    for span in &line.0 {
        let at_start = written.is_empty();
        let mut first = at_start;
        let text = escaped(&span.text, "<br>", |part| {
            let part = inline(part);
            if std::mem::take(&mut first) { beginning(&part) } else { part }
        });
        let strong = span.strong && !text.trim().is_empty();
        written.extend(if strong { ["**", text.trim(), "**"] } else { ["", &text, ""] });
    }
    written.trim().to_owned()
}

/// `text` as it can stand at the beginning of a paragraph, a list, a heading or a cell: whatever could be markup is
/// text, and what cannot be seen is a mark.
pub(super) fn escape(text: &str) -> String {
    beginning(&inline(text))
}

/// `text` as it can stand within a line.
fn inline(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | '~' | '$' | '#' => {
                safe.push('\\');
                safe.push(character);
            }
            other => safe.push(other),
        }
    }
    safe
}

/// `text` so that its first characters begin no list, rule or code block.
fn beginning(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    let risky =
        if number.is_empty() { rest.starts_with(['+', '-', '=', ':']) } else { rest.starts_with(['.', ')']) };
    format!("{number}{}{rest}", if risky { "\\" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{escape, line};
    use crate::papers::page::{Line, Page};

    #[test]
    fn markup_stays_text() {
        assert_eq!(escape("*a* _b_ `c` [d](e) ~f~ $g$ |h"), r"\*a\* \_b\_ \`c\` \[d\](e) \~f\~ \$g\$ \|h");
        assert_eq!(escape("<img src=x> &lt;"), "&lt;img src=x&gt; &amp;lt;");
        assert_eq!(escape("# a"), r"\# a");
        assert_eq!(escape("- a - b"), r"\- a - b");
        assert_eq!(escape("    1. a"), r"1\. a");
        assert_eq!(escape("2026-11-09, 3.5"), "2026-11-09, 3.5");
        assert_eq!(escape("---"), r"\---");
    }

    #[test]
    fn what_cannot_be_seen_is_a_mark() {
        assert_eq!(escape("a\tb\u{200B}"), "a␉b&lt;U+200B&gt;");
    }

    #[test]
    fn a_text_of_several_lines_stays_in_its_place() {
        assert_eq!(line(&Line::from("one\n# two\n\n| three")), r"one<br>\# two<br>\| three");
        assert_eq!(line(&Line::default().strong("MET").plain(": because")), "**MET**: because");
        let mut page = Page::new("T");
        page.table(&["a"], vec![vec!["x\ny".into()]]);
        assert_eq!(page.markdown(), "# T\n\n| a |\n| --- |\n| x<br>y |\n");
    }
}
