//! Numbers of things in words.

/// `n` things: `1 practitioner`, `15 practitioners`, `2 pieces of evidence`.
pub(super) fn number_of(n: u64, noun: &str) -> String {
    if n == 1 {
        return format!("{n} {noun}");
    }
    match noun.split_once(' ') {
        Some((first, rest)) if rest.starts_with("of ") => format!("{n} {first}s {rest}"),
        _ if noun.ends_with("person") => format!("{n} {}people", noun.trim_end_matches("person")),
        _ if noun.ends_with('y') => format!("{n} {}ies", noun.trim_end_matches('y')),
        _ => format!("{n} {noun}s"),
    }
}

/// `n` things, for a number of things in memory.
pub(super) fn count_of(n: usize, noun: &str) -> String {
    number_of(u64::try_from(n).unwrap_or(u64::MAX), noun)
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn one_thing_and_many() {
        assert_eq!(number_of(1, "practitioner"), "1 practitioner");
        assert_eq!(number_of(0, "practitioner"), "0 practitioners");
        assert_eq!(number_of(2, "piece of evidence"), "2 pieces of evidence");
        assert_eq!(number_of(3, "capability"), "3 capabilities");
        assert_eq!(number_of(2, "persona-trained person"), "2 persona-trained people");
        assert_eq!(number_of(4, "more optional item"), "4 more optional items");
    }
}
