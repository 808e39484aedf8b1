//! What goes over the wire to the terminal, byte by byte.

/// The escape sequences in `raw`, in order. A control character that begins none is one by itself, but for line ends.
pub(crate) fn sequences(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let mut chars = text.chars().peekable();
    let mut found = Vec::new();
    while let Some(c) = chars.next() {
        if !c.is_control() || matches!(c, '\r' | '\n') {
            continue;
        }
        let mut sequence = String::from(c);
        if c == '\u{1b}' && chars.next_if_eq(&'[').is_some() {
            sequence.push('[');
            for part in chars.by_ref() {
                sequence.push(part);
                if matches!(part, '@'..='~') {
                    break;
                }
            }
        } else if c == '\u{1b}' {
            sequence.extend(chars.next());
        }
        found.push(sequence);
    }
    found
}

/// Whether `sequence` is one that docket means: it moves, clears, styles, or sets and resets a mode that docket uses.
pub(crate) fn is_ours(sequence: &str) -> bool {
    const MODES: [&str; 8] = ["?1049h", "?1049l", "?2004h", "?2004l", "?2026h", "?2026l", "?25h", "?25l"];
    let Some(rest) = sequence.strip_prefix("\u{1b}[") else { return false };
    let plain = rest.strip_suffix(['H', 'm', 'J', 'K', 'A', 'B', 'C', 'D']);
    MODES.contains(&rest)
        || plain.is_some_and(|numbers| numbers.chars().all(|c| c.is_ascii_digit() || matches!(c, ';' | ':')))
}
