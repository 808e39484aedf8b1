//! What an edition must keep to besides its form.

use std::{collections::BTreeSet, fmt::Display};

use super::Edition;
use crate::rules::{
    edition::{JudgedBy, ProgramRules},
    framework::Framework,
    headcount::HeadcountTable,
    ids::Section,
    points::PointsTable,
};

/// A mistake in a value.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) key: &'static str,
    pub(super) value: String,
    pub(super) problem: String,
}

fn mistake(key: &'static str, value: impl Display, problem: impl Into<String>) -> Mistake {
    Mistake { key, value: value.to_string(), problem: problem.into() }
}

/// The first that is there twice, as a mistake.
fn unique<T: Ord + Display>(key: &'static str, values: impl Iterator<Item = T>) -> Result<(), Mistake> {
    let mut seen = BTreeSet::new();
    for value in values {
        let text = value.to_string();
        if !seen.insert(value) {
            let problem = format!("`{text}` is there twice; give each its own");
            return Err(mistake(key, text, problem));
        }
    }
    Ok(())
}

/// Checks a whole edition.
pub(super) fn edition(edition: &Edition, uses_framework: &str) -> Result<(), Mistake> {
    if edition.framework.id != uses_framework {
        let problem = format!("the framework inside is `{}`; name that one", edition.framework.id);
        return Err(mistake("uses_framework", uses_framework, problem));
    }
    framework(&edition.framework)?;
    headcount(&edition.headcount)?;
    unique("program", edition.programs.iter().map(|rules| rules.program))?;
    unique("id", edition.programs.iter().flat_map(|rules| &rules.requirements).map(|one| &one.id))?;
    edition.programs.iter().try_for_each(|rules| program(rules, edition.points.is_some()))?;
    edition.points.as_ref().map_or(Ok(()), points)
}

/// Checks a framework.
pub(super) fn framework(framework: &Framework) -> Result<(), Mistake> {
    unique("id", framework.domains.iter().map(|domain| &domain.id))?;
    unique("id", framework.capabilities.iter().map(|capability| &capability.id))?;
    for capability in &framework.capabilities {
        let other = capability.spellings().find_map(|spelling| {
            let found = framework.find(spelling).ok().filter(|found| found.id != capability.id)?;
            Some(format!("`{spelling}` also names `{}`; let each name one capability", found.id))
        });
        if let Some(problem) = other {
            return Err(mistake("id", &capability.id, problem));
        }
        if capability.domains.is_empty() {
            return Err(mistake("id", &capability.id, "it belongs to no domain; give one in `domains`"));
        }
        for domain in &capability.domains {
            if !framework.domains.iter().any(|known| known.id == *domain) {
                let problem = format!("its domain `{domain}` does not exist");
                return Err(mistake("id", &capability.id, problem));
            }
        }
    }
    Ok(())
}

fn headcount(table: &HeadcountTable) -> Result<(), Mistake> {
    let mut next = Some(0);
    for tier in &table.tiers {
        let Some(expected) = next else {
            return Err(mistake("from", tier.from, "the tier before it has no end; give it a `to`"));
        };
        if tier.from != expected {
            return Err(mistake("from", tier.from, format!("the tier must begin at {expected}")));
        }
        if tier.to.is_some_and(|to| to < tier.from) {
            return Err(mistake("from", tier.from, "the tier ends before it begins"));
        }
        next = tier.to.and_then(|to| to.checked_add(1));
    }
    if next.is_some() {
        return Err(mistake("source", &table.source, "the last tier must be without a `to`"));
    }
    Ok(())
}

fn program(rules: &ProgramRules, has_points: bool) -> Result<(), Mistake> {
    let listed = rules.requirements.iter().filter(|one| one.section == Section::Optional).count();
    let need = rules.optional.as_ref().map(|optional| optional.need);
    if need.is_none() != (listed == 0) {
        return Err(mistake(
            "program",
            rules.program,
            "optional requirements and [programs.optional] go together",
        ));
    }
    if need.is_some_and(|need| u32::try_from(listed).is_ok_and(|listed| need > listed)) {
        return Err(mistake(
            "program",
            rules.program,
            format!("more optional ones are needed than the {listed} listed"),
        ));
    }
    for requirement in &rules.requirements {
        if requirement.judged_by == JudgedBy::Points && !has_points {
            return Err(mistake("id", &requirement.id, "judged by points, but the edition has no [points]"));
        }
        if requirement.text.trim().is_empty() || requirement.source.trim().is_empty() {
            return Err(mistake("id", &requirement.id, "a text and a source are needed"));
        }
    }
    Ok(())
}

fn points(table: &PointsTable) -> Result<(), Mistake> {
    unique("id", table.categories.iter().map(|category| &category.id))?;
    unique("id", table.categories.iter().flat_map(|category| &category.activities).map(|one| &one.id))?;
    for category in &table.categories {
        if category.floor.is_some_and(|floor| floor > category.cap) {
            let problem = "the category's floor is above its cap, so that it could never be reached";
            return Err(mistake("id", &category.id, problem));
        }
    }
    let caps = table.categories.iter().fold(0_u64, |sum, category| sum.saturating_add(category.cap.0));
    if caps < table.required.0 {
        return Err(mistake("required", table.required, format!("all caps together are only {caps}")));
    }
    Ok(())
}
