//! The name of an organisation, reduced to what tells it from others.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words behind a name that say only what kind of company it is.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "aktiengesellschaft",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "eg",
    "ev",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "ou",
    "oy",
    "oyj",
    "pbc",
    "plc",
    "pte",
    "pty",
    "public",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "se",
    "spa",
    "srl",
    "sro",
    "ug",
];

/// Words behind a name that say that it is the whole of several companies.
const GROUP_WORDS: &[&str] = &["group", "groupe", "gruppe", "holding", "holdings", "international"];

/// `name` without regard to case, accents, spaces, punctuation, the article in front and the usual legal forms behind it.
fn folded(name: &str) -> String {
    core(words(name), is_form)
}

/// The same without what is said in brackets and the words for a group.
fn folded_kin(name: &str) -> String {
    let outside = name.split('(').map(|part| part.rsplit(')').next().unwrap_or_default());
    core(words(&outside.collect::<Vec<_>>().join(" ")), |word| is_form(word) || GROUP_WORDS.contains(&word))
}

/// The words without the article in front and those behind that say `little`, as long as something else is left.
fn core(words: Vec<String>, little: impl Fn(&str) -> bool) -> String {
    let article = usize::from(words.len() > 1 && words.first().is_some_and(|word| word == "the"));
    let keep = words.iter().rposition(|word| !little(word)).filter(|last| *last >= article);
    let keep = keep.map_or(words.len(), |last| last + 1);
    words.into_iter().take(keep).skip(article).collect()
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

/// Whether both are names of one organisation or of companies of one group: `Lumen (UK) Ltd` and `Lumen Group`.
pub(super) fn kin(one: &str, other: &str) -> bool {
    let one = folded_kin(one);
    !one.is_empty() && one == folded_kin(other)
}

#[cfg(test)]
mod tests {
    use super::{folded, kin, same};

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
            ("The Heron Advisory Co.", "Heron Advisory"),
            ("Egret Bank Public Limited Company", "Egret Bank plc"),
            ("Kestrel Cloud Aktiengesellschaft", "Kestrel Cloud AG"),
            ("Nightjar Academy e.V.", "Nightjar Academy"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} / {other}");
        }
    }

    #[test]
    fn other_names_stay_apart() {
        for (one, other) in [
            ("Lumen Cost", "Lumen Cloud"),
            ("Co", "Inc"),
            ("Lumen", "Lumen Holding"),
            ("AG", "SE"),
            ("The AG", "The SE"),
        ] {
            assert_ne!(folded(one), folded(other), "{one} / {other}");
        }
        assert!(!same("!!!", "..."), "a name that says nothing is nobody's");
    }

    #[test]
    fn names_of_one_group_are_kin() {
        for (one, other) in [
            ("Lumen", "Lumen Holding"),
            ("Heron Advisory (UK) Ltd.", "The Heron Advisory Group"),
            ("Kestrel Group", "Kestrel Group Holding Inc."),
        ] {
            assert!(kin(one, other) && !same(one, other), "{one} / {other}");
        }
        for (one, other) in [("The Group", "Holding"), ("(UK)", "(DE)"), ("Lumen (", "Lumina )")] {
            assert!(!kin(one, other), "{one} / {other}");
        }
    }
}
