//! Texts that mean the same although they are written a little differently.

use unicode_normalization::UnicodeNormalization as _;

/// `text` in the form in which names are compared: without regard to case, to the width of spaces and to how
/// an accent or an ampersand is written.
pub fn fold(text: &str) -> String {
    let plain: String = text.nfkc().collect::<String>().to_lowercase().replace('&', " and ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_spaces_and_ampersands_do_not_matter() {
        assert_eq!(fold("  Cloud Policy &\u{a0}Governance "), fold("cloud policy and governance"));
        assert_eq!(fold("Zoe\u{308}"), fold("ZO\u{cb}"));
        assert_ne!(fold("Forecasting"), fold("Forecast"));
    }
}
