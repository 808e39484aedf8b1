//! Cells of a CSV file that a spreadsheet takes as text.

use crate::text::visible;

/// What a spreadsheet takes for the beginning of a formula, wide forms included.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// `rows` as CSV, the names of the columns first. What could be a formula gets an apostrophe before it; what cannot be
/// seen is shown as marks.
pub fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut text = record(&head.map(str::to_owned));
    text.extend(rows.into_iter().map(|row| record(&row)));
    text
}

fn record(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&guarded(cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// `cell` as text, never as a formula.
fn guarded(cell: &str) -> String {
    let risky = cell.starts_with(FORMULA) || cell.trim_start().starts_with(FORMULA);
    format!("{}{}", if risky { "'" } else { "" }, visible(cell))
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\'', ' ', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{guarded, table};

    #[test]
    fn formulas_are_text() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-2", "'-2"),
            ("@sum", "'@sum"),
            ("\t=1", "'␉=1"),
            ("\r=1", "'␍=1"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{3000}=1", "'\u{3000}=1"),
            ("＝1", "'＝1"),
            ("Example AG", "Example AG"),
            ("", ""),
            ("2026-11-09", "2026-11-09"),
        ] {
            assert_eq!(guarded(cell), expected);
        }
    }

    #[test]
    fn cells_are_quoted() {
        let text = table(["a", "b"], [["x, \"y\"".to_owned(), "z\nw".to_owned()]]);
        assert_eq!(text, "a,b\r\n\"x, \"\"y\"\"\",z␊w\r\n");
    }
}
