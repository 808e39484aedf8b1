//! The names of things: identifiers that cannot be mixed up with one another.

use std::str::FromStr;

/// Makes a newtype around a short text that names one thing.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier for `text`, taken as it is.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The identifier's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}
pub(crate) use id;

id!(
    /// An edition of the programme's rules, such as `2023`.
    EditionId
);
id!(
    /// A requirement of an edition, such as `PLT-E3-M1`.
    RequirementId
);
id!(
    /// A category of the points table, such as `demonstrate`.
    CategoryId
);
id!(
    /// An activity of the points table, such as `overview-interview`.
    ActivityId
);
id!(
    /// A domain of the FinOps Framework.
    DomainId
);
id!(
    /// A capability of the FinOps Framework.
    CapabilityId
);

/// Gives an enum of plain words its kebab-case text, its parser and the list of all its values.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the design.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in arguments, JSON and the file.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::rules::ids::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| {
                    $crate::rules::ids::UnknownWord {
                        given: text.to_owned(),
                        known: Self::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }
    };
}
pub(crate) use words;

/// Those of `words` that a person can mean by `typed`: the one that it is, else all that begin so. Case does not count,
/// spaces and underscores stand for hyphens, and a certification need not be called FinOps Certified.
pub fn meant<W: Copy>(typed: &str, words: &[W], name: fn(W) -> &'static str) -> Vec<W> {
    let plain = |text: &str| text.to_lowercase().replace([' ', '_'], "-");
    let said = plain(typed.trim());
    let said =
        ["finops-certified-", "finops-"].iter().find_map(|end| said.strip_prefix(end)).unwrap_or(&said);
    match words.iter().find(|word| plain(name(**word)) == said) {
        Some(word) => vec![*word],
        None if said.is_empty() => Vec::new(),
        None => words.iter().copied().filter(|word| plain(name(*word)).starts_with(said)).collect(),
    }
}

/// A word that is none of those expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not one of: {known}")]
pub struct UnknownWord {
    /// What was given.
    pub given: String,
    /// What would have been understood.
    pub known: String,
}

words!(
    /// One certification of an edition.
    Program {
        /// FinOps Certified Platform.
        Platform = "platform",
        /// FinOps Certified Specialty Solution.
        SpecialtySolution = "specialty-solution",
        /// FinOps Certified Service Provider.
        ServiceProvider = "service-provider",
        /// FinOps Certified Training Partner.
        TrainingPartner = "training-partner",
        /// FinOps Certified Instructor: one person.
        Instructor = "instructor",
        /// FinOps Certified Enterprise.
        Enterprise = "enterprise",
    }
);

words!(
    /// Where a requirement stands in a program's list.
    Section {
        /// Held before anything else is looked at; eligibility included.
        Prerequisite = "prerequisite",
        /// Each one is needed.
        Mandatory = "mandatory",
        /// Some of them are needed.
        Optional = "optional",
        /// Looked at after the rest.
        Validation = "validation",
    }
);

words!(
    /// How sure a rule is.
    Provenance {
        /// Read in the programme's own documents or another source.
        Stated = "stated",
        /// Reasoned from what was read.
        Inferred = "inferred",
        /// Not found: a stand-in until a ruling replaces it.
        Assumed = "assumed",
    }
);

words!(
    /// An individual credential.
    Credential {
        /// FinOps Certified Practitioner.
        Focp = "focp",
        /// FinOps Certified Professional.
        Fcp = "fcp",
        /// FinOps Certified FOCUS Analyst.
        FocusAnalyst = "focus-analyst",
        /// FinOps Certified Engineer.
        Engineer = "engineer",
        /// A persona training.
        Persona = "persona",
        /// Certified `MeetUp` Organizer.
        MeetupOrganizer = "meetup-organizer",
        /// A practitioner-level certificate of a major cloud provider.
        CloudPractitioner = "cloud-practitioner",
    }
);

words!(
    /// The level of a FinOps Foundation membership.
    Level {
        /// Premier member.
        Premier = "premier",
        /// General member.
        General = "general",
        /// Any other membership.
        Other = "other",
        /// Not a member.
        None = "none",
    }
);

impl Program {
    /// The name on the certificate.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Platform => "FinOps Certified Platform",
            Self::SpecialtySolution => "FinOps Certified Specialty Solution",
            Self::ServiceProvider => "FinOps Certified Service Provider",
            Self::TrainingPartner => "FinOps Certified Training Partner",
            Self::Instructor => "FinOps Certified Instructor",
            Self::Enterprise => "FinOps Certified Enterprise",
        }
    }

    /// The name where everybody knows what it is about: without "FinOps Certified".
    pub fn name(self) -> &'static str {
        let title = self.title();
        title.strip_prefix("FinOps Certified ").unwrap_or(title)
    }
}

impl Credential {
    /// What one holder is called, in the middle of a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Focp => "practitioner",
            Self::Fcp => "professional",
            Self::FocusAnalyst => "FOCUS analyst",
            Self::Engineer => "engineer",
            Self::Persona => "persona-trained person",
            Self::MeetupOrganizer => "MeetUp organizer",
            Self::CloudPractitioner => "cloud practitioner",
        }
    }
}

impl FromStr for EditionId {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}
