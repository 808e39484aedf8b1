//! Conflicts of interest that suggest themselves: a seat whose holder works for the applicant or its parent.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::seat::{Seat, SeatNo};

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

/// A conflict suggested for a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which seat.
    pub seat: SeatNo,
    /// The organisation its holder works for, as the application names it.
    pub with: String,
}

/// The seats whose employer is the applicant or its parent, in the order of `seats`. Names are compared without
/// regard to case, accents, spaces, punctuation and the usual legal forms.
pub fn suggested(seats: &[Seat], organisation: &str, parent: Option<&str>) -> Vec<Suggestion> {
    let names: Vec<_> =
        [Some(organisation), parent].into_iter().flatten().map(|name| (folded(name), name)).collect();
    let conflict = |seat: &Seat| {
        let employer = folded(&seat.employer);
        let (_, with) = names.iter().find(|(name, _)| *name == employer && !employer.is_empty())?;
        Some(Suggestion { seat: seat.n, with: (*with).to_owned() })
    };
    seats.iter().filter_map(conflict).collect()
}

/// A name reduced to what tells it from others.
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

#[cfg(test)]
mod tests {
    use super::{Suggestion, folded, suggested};
    use crate::council::{Seat, SeatNo};

    fn seat(n: u32, employer: &str) -> Seat {
        Seat {
            n: SeatNo(n),
            holder: format!("Holder {n}"),
            employer: employer.to_owned(),
            chair: false,
            from: None,
            until: None,
        }
    }

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
    }

    #[test]
    fn applicant_and_parent_are_both_looked_at() {
        let seats = [seat(1, "Other"), seat(2, "Unit One Ltd"), seat(3, "THE GROUP"), seat(4, "...")];
        let found = suggested(&seats, "Unit One", Some("The Group plc"));
        let expected = [(2, "Unit One"), (3, "The Group plc")]
            .map(|(n, with)| Suggestion { seat: SeatNo(n), with: with.to_owned() });
        assert_eq!(found, expected);
        assert_eq!(suggested(&seats, "Unit Two", None), []);
        assert_eq!(suggested(&seats, "!!!", None), []);
    }
}
