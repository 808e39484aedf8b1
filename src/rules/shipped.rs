//! What ships inside the program: editions, frameworks and the training catalogue.

use std::sync::LazyLock;

use super::{
    edition::{Edition, Text},
    ids::EditionId,
    training::Catalogue,
};

/// The id of the edition that is used where none is named.
pub const DEFAULT_EDITION: &str = "2023";

/// The shipped editions: file name and text, oldest first.
pub const EDITION_FILES: &[(&str, &str)] = &[("2023.toml", include_str!("../../assets/editions/2023.toml"))];

/// The shipped frameworks: id, file name and text.
const FRAMEWORK_FILES: &[(&str, &str, &str)] =
    &[("2022", "2022.toml", include_str!("../../assets/frameworks/2022.toml"))];

/// The training catalogue's text.
pub const TRAINING_FILE: &str = include_str!("../../assets/training.toml");

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    EDITION_FILES.iter().filter_map(|(file, text)| Edition::parse(file, text, framework_text).ok()).collect()
});

/// The texts with their frameworks inside, in the order of [`EDITION_FILES`].
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    EDITION_FILES
        .iter()
        .filter_map(|(file, text)| Edition::self_contained(file, text, framework_text).ok())
        .collect()
});

static TRAINING: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::parse(TRAINING_FILE).unwrap_or_default());

/// The shipped editions, oldest first.
pub fn editions() -> impl Iterator<Item = &'static Edition> {
    EDITIONS.iter()
}

/// The shipped edition of this id.
pub fn edition(id: &EditionId) -> Option<&'static Edition> {
    editions().find(|edition| edition.id == *id)
}

/// The edition that is used where none is named.
pub fn default_edition() -> Option<&'static Edition> {
    edition(&EditionId::from(DEFAULT_EDITION))
}

/// The text of a shipped edition with its framework inside: what a docket keeps, and [`Edition::parse`] reads
/// again without asking for anything else.
pub fn edition_text(id: &EditionId) -> Option<&'static str> {
    editions().zip(TEXTS.iter()).find(|(edition, _)| edition.id == *id).map(|(_, text)| text.as_str())
}

/// The shipped framework of this id, as a file; what [`Edition::parse`] asks for.
pub fn framework_text(id: &str) -> Option<Text> {
    FRAMEWORK_FILES
        .iter()
        .find(|(known, ..)| *known == id)
        .map(|(_, file, text)| Text { file: (*file).to_owned(), text: (*text).to_owned() })
}

/// The training catalogue.
pub fn training() -> &'static Catalogue {
    &TRAINING
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, EDITION_FILES, Edition, TRAINING_FILE, framework_text};
    use crate::rules::{
        ids::{Program, Section},
        shipped,
    };

    #[test]
    fn every_shipped_file_parses() {
        for (file, text) in EDITION_FILES {
            let edition =
                Edition::parse(file, text, framework_text).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(format!("{}.toml", edition.id), *file);
            assert_eq!(shipped::edition(&edition.id), Some(&edition));
        }
        Catalogue::parse(TRAINING_FILE).unwrap_or_else(|error| panic!("{error}"));
    }

    #[test]
    fn edition_2023_has_all_programs_and_lists() {
        let edition = shipped::default_edition().unwrap();
        assert_eq!(edition.programs.len(), Program::ALL.len());
        let count = |program, section| {
            let rules = edition.program(program).unwrap();
            rules.requirements.iter().filter(|one| one.section == section).count()
        };
        for (program, expected) in [
            (Program::Platform, [2, 3, 6, 1]),
            (Program::SpecialtySolution, [2, 3, 6, 1]),
            (Program::ServiceProvider, [2, 3, 5, 0]),
            (Program::TrainingPartner, [2, 2, 0, 0]),
            (Program::Instructor, [0, 7, 0, 0]),
            (Program::Enterprise, [3, 1, 0, 0]),
        ] {
            let listed = Section::ALL.iter().map(|section| count(program, *section)).collect::<Vec<_>>();
            assert_eq!(listed, expected, "{program}");
        }
    }

    #[test]
    fn edition_2023_has_the_caps_of_the_table() {
        let table = shipped::default_edition().unwrap().points.as_ref().unwrap();
        let caps: Vec<u64> = table.categories.iter().map(|category| category.cap.0).collect();
        assert_eq!(caps, [50, 25, 50, 30, 30]);
        let singles: Vec<u64> = table
            .categories
            .iter()
            .map(|category| category.activities.iter().map(|activity| activity.points.0).sum())
            .collect();
        assert_eq!(singles, [36, 25, 55, 45, 25]);
    }
}
