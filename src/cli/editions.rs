//! `docket editions`: the editions that are known, and what one of them asks.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CliError, Context, env, out};
use crate::rules::{
    Edition, EditionId, Program, ProgramRules, Provenance, Requirement,
    shipped::{self, DEFAULT_EDITION},
};

/// List the editions of the rules, or what one of them asks.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The edition to print whole.
    #[arg(value_name = "EDITION")]
    id: Option<EditionId>,
    /// A file with an edition of your own.
    #[arg(long, value_name = "FILE")]
    edition_file: Option<PathBuf>,
}

/// An edition in the list.
#[derive(Serialize, JsonSchema)]
pub(super) struct Listed<'e> {
    /// Its id.
    id: &'e EditionId,
    /// Its name.
    title: &'e str,
    /// First day it applies, where known.
    applies_from: Option<NaiveDate>,
    /// Last day applications under it are accepted, where known.
    accepted_until: Option<NaiveDate>,
    /// It is used where none is named.
    default: bool,
    /// Its programs.
    programs: Vec<Program>,
    /// Where it was read.
    source: &'e str,
}

/// The editions that ship, those in the configuration folder, and the one in `file`; of two with one id the later.
pub(super) fn known(file: Option<&Path>) -> Result<Vec<Edition>, CliError> {
    let mut known: Vec<Edition> = shipped::editions().cloned().collect();
    for path in env::edition_files().iter().map(PathBuf::as_path).chain(file) {
        let own = own(path)?;
        known.retain(|one| one.id != own.id);
        known.push(own);
    }
    Ok(known)
}

/// The edition in `file`.
pub(super) fn own(file: &Path) -> Result<Edition, CliError> {
    Ok(Edition::parse(&file.display().to_string(), &env::text(file)?, shipped::framework_text)?)
}

/// The whole text of the edition `id` that is not shipped; `None` where no file has it.
pub(super) fn own_text(id: &EditionId, file: Option<&Path>) -> Result<Option<String>, CliError> {
    for path in env::edition_files().iter().map(PathBuf::as_path).chain(file) {
        if own(path)?.id == *id {
            let (name, text) = (path.display().to_string(), env::text(path)?);
            return Ok(Some(Edition::self_contained(&name, &text, shipped::framework_text)?));
        }
    }
    Ok(None)
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let known = known(args.edition_file.as_deref())?;
    let Some(id) = &args.id else { return list(&known, context) };
    let edition = known.iter().find(|edition| edition.id == *id).ok_or_else(|| {
        let ids: Vec<&str> = known.iter().map(|edition| edition.id.as_str()).collect();
        CliError::Wrong(format!("no edition `{id}` is known; known: {}", ids.join(", ")))
    })?;
    if context.json { out::json(edition) } else { print(edition) }
}

fn list(known: &[Edition], context: &Context) -> Result<(), CliError> {
    let listed = known.iter().map(|edition| Listed {
        id: &edition.id,
        title: &edition.title,
        applies_from: edition.applies_from,
        accepted_until: edition.accepted_until,
        default: edition.id.as_str() == DEFAULT_EDITION,
        programs: edition.programs.iter().map(|rules| rules.program).collect(),
        source: &edition.source,
    });
    if context.json {
        return out::json(&listed.collect::<Vec<_>>());
    }
    let row = |one: Listed<'_>| {
        let mark = if one.default { "default" } else { "" };
        [
            one.id.to_string(),
            mark.to_owned(),
            one.title.to_owned(),
            applies(one.applies_from, one.accepted_until),
        ]
    };
    out::table(&listed.map(row).collect::<Vec<_>>())
}

fn applies(from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    let day = |word: &str, day: Option<NaiveDate>| day.map(|day| format!("{word} {day}"));
    let days: Vec<String> = [day("from", from), day("accepted until", until)].into_iter().flatten().collect();
    days.join(", ")
}

fn print(edition: &Edition) -> Result<(), CliError> {
    out::line(&format!("edition {}: {}", edition.id, edition.title))?;
    let applies = applies(edition.applies_from, edition.accepted_until);
    if !applies.is_empty() {
        out::line(&applies)?;
    }
    out::line(&format!("source: {}", edition.source))?;
    edition.programs.iter().try_for_each(program)
}

fn program(rules: &ProgramRules) -> Result<(), CliError> {
    out::line("")?;
    out::line(&format!("{}: {}", rules.program, rules.summary))?;
    if let Some(need) = &rules.optional {
        let remark = need.remark.as_deref().map(|remark| format!(" ({remark})")).unwrap_or_default();
        out::line(&format!("at least {} of the optional ones{remark}", need.need))?;
    }
    let row = |one: &Requirement| {
        let sure = if one.provenance == Provenance::Stated { "" } else { one.provenance.as_str() };
        [format!("  {}", one.id), one.section.to_string(), sure.to_owned(), one.text.clone()]
    };
    out::table(&rules.requirements.iter().map(row).collect::<Vec<_>>())
}
