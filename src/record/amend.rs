//! Facts that a reviewer can correct, as text.

use std::str::FromStr;

use super::change::Field;
use crate::{
    review::{
        Facts, Ref,
        facts::{Organisation, Parent},
    },
    rules::Credential,
};

/// A text that cannot be the value of a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmendError {
    /// It is not of the kind that is needed.
    #[error("`{text}` cannot be {field}: give {form}")]
    Form {
        /// Which field.
        field: Field,
        /// What was given.
        text: String,
        /// What is needed.
        form: &'static str,
    },
    /// It is not as docket would write it.
    #[error("`{text}` is written `{normal}` in {field}")]
    Spelling {
        /// Which field.
        field: Field,
        /// What was given.
        text: String,
        /// How it is written.
        normal: String,
    },
    /// It has to be known.
    #[error("{0} cannot be left open: give a name")]
    Needed(Field),
    /// A parent's size without its name.
    #[error("no parent is named: give {} first", Field::ParentName)]
    NoParent,
    /// A parent's name taken away while its size is there.
    #[error("the parent's size is known: clear {} first", Field::ParentEmployees)]
    ParentSized,
}

/// The text of `field`; `None` is not known.
pub fn get<P>(facts: &Facts<P>, field: Field) -> Option<String> {
    let organisation = &facts.organisation;
    let count = |credential| facts.credentials.get(&credential).map(|people| figure(*people));
    match field {
        Field::OrganisationName => Some(organisation.name.clone()),
        Field::Employees => organisation.employees.map(|people| people.to_string()),
        Field::Website => organisation.website.clone(),
        Field::ParentName => organisation.parent.as_ref().map(|parent| parent.name.clone()),
        Field::ParentEmployees => organisation.parent.as_ref()?.employees.map(|people| people.to_string()),
        Field::LinuxFoundation => organisation.membership.linux_foundation.map(|member| member.to_string()),
        Field::FinopsFoundation => organisation.membership.finops_foundation.map(|level| level.to_string()),
        Field::MemberSince => organisation.membership.since.map(|day| day.to_string()),
        Field::PractisingSince => facts.practising_since.map(|day| day.to_string()),
        Field::Focp => count(Credential::Focp),
        Field::Fcp => count(Credential::Fcp),
        Field::Recording => facts.demo.recording.clone(),
        Field::Linked => {
            let refs: Vec<_> = facts.linked.iter().map(Ref::as_str).collect();
            (!refs.is_empty()).then(|| refs.join(" "))
        }
    }
}

/// Makes `text` the value of `field`; `None` is not known.
///
/// # Errors
/// Why `text` cannot be its value. The facts are then as they were.
pub fn set<P>(facts: &mut Facts<P>, field: Field, text: Option<&str>) -> Result<(), AmendError> {
    let organisation = &mut facts.organisation;
    match field {
        Field::OrganisationName => organisation.name = name(field, text)?.ok_or(AmendError::Needed(field))?,
        Field::Employees => organisation.employees = people(field, text)?,
        Field::Website => organisation.website = name(field, text)?,
        Field::ParentName => set_parent(organisation, name(field, text)?)?,
        Field::ParentEmployees => {
            organisation.parent.as_mut().ok_or(AmendError::NoParent)?.employees = people(field, text)?;
        }
        Field::LinuxFoundation => {
            organisation.membership.linux_foundation = read(field, text, "true or false")?;
        }
        Field::FinopsFoundation => {
            organisation.membership.finops_foundation = read(field, text, "premier, general, other or none")?;
        }
        Field::MemberSince => organisation.membership.since = read(field, text, DAY)?,
        Field::PractisingSince => facts.practising_since = read(field, text, DAY)?,
        Field::Focp => set_count(facts, field, Credential::Focp, text)?,
        Field::Fcp => set_count(facts, field, Credential::Fcp, text)?,
        Field::Recording => facts.demo.recording = name(field, text)?,
        Field::Linked => {
            let refs = name(field, text)?.unwrap_or_default();
            facts.linked = refs.split_whitespace().map(Ref::from).collect();
        }
    }
    Ok(())
}

/// `text` as docket writes it in `field`: what a change carries.
///
/// # Errors
/// Why `text` cannot be its value.
pub fn normal<P: Clone>(facts: &Facts<P>, field: Field, text: &str) -> Result<Option<String>, AmendError> {
    let mut amended = facts.clone();
    set(&mut amended, field, Some(text))?;
    Ok(get(&amended, field))
}

const PEOPLE: &str = "a whole number of people, digits only";
const DAY: &str = "a day such as 2026-11-23";

fn read<T: FromStr>(field: Field, text: Option<&str>, form: &'static str) -> Result<Option<T>, AmendError> {
    let Some(text) = text else { return Ok(None) };
    let wrong = |_| AmendError::Form { field, text: text.to_owned(), form };
    text.trim().parse().map(Some).map_err(wrong)
}

/// A number of people that a column can hold.
fn people(field: Field, text: Option<&str>) -> Result<Option<u64>, AmendError> {
    let people = read::<u64>(field, text, PEOPLE)?;
    if people.is_some_and(|people| i64::try_from(people).is_err()) {
        let text = text.unwrap_or_default().to_owned();
        return Err(AmendError::Form { field, text, form: PEOPLE });
    }
    Ok(people)
}

fn name(field: Field, text: Option<&str>) -> Result<Option<String>, AmendError> {
    match text.map(str::trim) {
        Some("") => Err(AmendError::Form { field, text: String::new(), form: "a text, or clear it" }),
        text => Ok(text.map(str::to_owned)),
    }
}

fn set_parent(organisation: &mut Organisation, name: Option<String>) -> Result<(), AmendError> {
    match (name, &mut organisation.parent) {
        (Some(name), Some(parent)) => parent.name = name,
        (Some(name), none) => *none = Some(Parent { name, employees: None }),
        (None, Some(Parent { employees: Some(_), .. })) => return Err(AmendError::ParentSized),
        (None, parent) => *parent = None,
    }
    Ok(())
}

/// What stands for a figure that was given and could not be read.
const UNREAD: &str = "unreadable";

/// The text of a bare count.
fn figure(people: Option<u32>) -> String {
    people.map_or_else(|| UNREAD.to_owned(), |people| people.to_string())
}

/// Sets a bare count: none at all, one that cannot be read, or a figure.
fn set_count<P>(
    facts: &mut Facts<P>,
    field: Field,
    credential: Credential,
    text: Option<&str>,
) -> Result<(), AmendError> {
    let people = match text.map(str::trim) {
        Some(UNREAD) => None,
        _ => read(field, text, PEOPLE)?,
    };
    match text {
        Some(_) => facts.credentials.insert(credential, people),
        None => facts.credentials.remove(&credential),
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AmendError, get, normal, set};
    use crate::record::{Field, sample};

    #[test]
    fn every_field_reads_back_as_it_was_written() {
        for field in Field::ALL {
            let mut facts = sample::facts();
            let text = match field {
                Field::OrganisationName | Field::ParentName => "Südstern GmbH",
                Field::Employees | Field::ParentEmployees | Field::Focp | Field::Fcp => "0",
                Field::Website | Field::Recording => "https://suedstern.example",
                Field::LinuxFoundation => "false",
                Field::FinopsFoundation => "premier",
                Field::MemberSince | Field::PractisingSince => "2024-02-29",
                Field::Linked => "2026-0001 2026-0002",
            };
            assert_ne!(get(&facts, *field).as_deref(), Some(text));
            set(&mut facts, *field, Some(text)).unwrap();
            assert_eq!(get(&facts, *field).as_deref(), Some(text), "{field}");
        }
    }

    #[test]
    fn every_field_but_the_name_can_be_cleared_and_set_again() {
        for field in Field::ALL {
            let mut facts = sample::facts();
            facts.organisation.parent.as_mut().unwrap().employees = None;
            if *field == Field::ParentEmployees {
                facts = sample::facts();
            }
            let (before, text) = (facts.clone(), get(&facts, *field));
            if *field == Field::OrganisationName {
                assert_eq!(set(&mut facts, *field, None), Err(AmendError::Needed(*field)));
                continue;
            }
            set(&mut facts, *field, None).unwrap();
            assert_eq!(get(&facts, *field), None, "{field}");
            set(&mut facts, *field, text.as_deref()).unwrap();
            assert_eq!(facts, before, "{field}");
        }
    }

    #[test]
    fn what_cannot_be_a_value_is_refused_and_nothing_changes() {
        for (field, text) in [
            (Field::Employees, "50+"),
            (Field::Employees, "-1"),
            (Field::Employees, "1.5"),
            (Field::ParentEmployees, "9223372036854775808"),
            (Field::LinuxFoundation, "yes"),
            (Field::FinopsFoundation, "gold"),
            (Field::MemberSince, "2025-02-29"),
            (Field::Focp, "4294967296"),
            (Field::OrganisationName, "  "),
            (Field::Linked, ""),
        ] {
            let mut facts = sample::facts();
            assert!(matches!(set(&mut facts, field, Some(text)), Err(AmendError::Form { .. })), "{field}");
            assert_eq!(facts, sample::facts());
        }
    }

    #[test]
    fn a_parent_has_a_name_before_and_after_it_has_a_size() {
        let mut facts = sample::facts();
        assert_eq!(set(&mut facts, Field::ParentName, None), Err(AmendError::ParentSized));
        set(&mut facts, Field::ParentEmployees, None).unwrap();
        set(&mut facts, Field::ParentName, None).unwrap();
        assert_eq!(set(&mut facts, Field::ParentEmployees, Some("5")), Err(AmendError::NoParent));
    }

    #[test]
    fn a_count_that_could_not_be_read_is_told_from_none() {
        let mut facts = sample::facts();
        for text in [Some("unreadable"), None, Some("0")] {
            set(&mut facts, Field::Fcp, text).unwrap();
            assert_eq!(get(&facts, Field::Fcp).as_deref(), text);
        }
    }

    #[test]
    fn a_value_has_one_spelling() {
        let normal = |field, text| normal(&sample::facts(), field, text).unwrap().unwrap();
        assert_eq!(normal(Field::Employees, " 0140 "), "140");
        assert_eq!(normal(Field::Linked, " a   b "), "a b");
    }
}
