//! The name of an organisation, reduced to what tells it from others.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words behind a name that say only what kind of company it is.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "se",
    "spa",
    "srl",
    "ug",
];

/// `name` without regard to case, accents, spaces, punctuation and the usual legal forms behind it.
fn folded(name: &str) -> String {
    let words = words(name);
    let keep = words.iter().rposition(|word| !is_form(word)).map_or(words.len(), |last| last + 1);
    words.into_iter().take(keep).collect()
}

/// A legal form, or the "and" in `GmbH & Co. KG`.
fn is_form(word: &str) -> bool {
    LEGAL_FORMS.contains(&word) || word == "and"
}

/// The words of a name. A dot, slash or apostrophe stands within a word (`S.A.`, `A/S`), anything else between words.
fn words(name: &str) -> Vec<String> {
    let plain = name.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    plain
        .replace('&', " and ")
        .replace(['.', '/', '\'', '’'], "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether both are names of one organisation. A name that says nothing is nobody's.
pub(super) fn same(one: &str, other: &str) -> bool {
    let one = folded(one);
    !one.is_empty() && one == folded(other)
}

#[cfg(test)]
mod tests {
    use super::{folded, same};

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (one, other) in [
            ("Lumen Cost", "LUMEN  COST, Inc."),
            ("LumenCost", "Lumen-Cost GmbH & Co. KG"),
            ("Société Nord", "Societe Nord S.A."),
            ("Fjord", "Fjord A/S"),
            ("Hay & Straw", "hay and straw ltd"),
            ("Ｗｉｄｅ AG", "Wide"),
            ("O'Hara", "O’Hara PLC"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} / {other}");
        }
    }

    #[test]
    fn other_names_stay_apart() {
        for (one, other) in
            [("Lumen Cost", "Lumen Cloud"), ("Co", "Inc"), ("Lumen", "Lumen Holding"), ("AG", "SE")]
        {
            assert_ne!(folded(one), folded(other), "{one} / {other}");
        }
        assert!(!same("!!!", "..."), "a name that says nothing is nobody's");
    }
}
