//! The account of an import: what became of every row.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context, out,
    plan::{Fate, Fated},
};
use crate::{
    intake::{LeftOut, Refused, refused_rows},
    rules::Program,
};

/// What became of one file.
pub(super) struct Report {
    pub(super) file: String,
    pub(super) rows: usize,
    pub(super) fates: Vec<Fated>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) refused: Vec<Refused>,
}

/// The account of one file, as JSON.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Account<'r> {
    /// The file.
    file: &'r str,
    /// Its rows, lines or items.
    rows: usize,
    /// Whether the docket was changed.
    changed: bool,
    /// Applications that were queued.
    queued: Vec<Named<'r>>,
    /// Applications that got a further submission.
    updated: Vec<Named<'r>>,
    /// Applications that were there already, with the same content.
    skipped: Vec<Named<'r>>,
    /// Applications that were there with other content, which was left as it is.
    left_as_is: Vec<Named<'r>>,
    /// Rows that the mapping leaves out.
    left_out: Vec<Out<'r>>,
    /// Everything that rows were refused for.
    refused: Vec<Wrong<'r>>,
    /// How many rows were refused.
    #[serde(skip)]
    refused_rows: usize,
    /// What was not understood in those queued or updated.
    remarks: Vec<Said<'r>>,
}

/// An application, named.
#[derive(Serialize, JsonSchema)]
struct Named<'r> {
    /// Its ref.
    r#ref: &'r str,
    /// Who asks.
    organisation: &'r str,
    /// For what.
    program: Program,
}

/// A row that was left out.
#[derive(Serialize, JsonSchema)]
struct Out<'r> {
    /// Where it stands.
    place: String,
    /// The organisation it names.
    name: &'r str,
    /// Why.
    why: &'r str,
}

/// A row that was refused.
#[derive(Serialize, JsonSchema)]
struct Wrong<'r> {
    /// Where it stands.
    place: String,
    /// Why.
    why: &'r str,
}

/// A remark on an application.
#[derive(Serialize, JsonSchema)]
struct Said<'r> {
    /// Its ref.
    r#ref: &'r str,
    /// The field.
    field: &'r str,
    /// What is to be said of it.
    text: &'r str,
}

impl Report {
    fn of(&self, fate: Fate) -> Vec<Named<'_>> {
        let named = |one| {
            let Fated { reference, organisation, program, .. }: &Fated = one;
            Named { r#ref: reference, organisation, program: *program }
        };
        self.fates.iter().filter(|one| one.fate == fate).map(named).collect()
    }

    fn account(&self) -> Account<'_> {
        let queued = self.of(Fate::Queued);
        let updated = self.of(Fate::Updated);
        let remarks = self.fates.iter().flat_map(|one| {
            let said = |remark| {
                let crate::review::Remark { field, text }: &crate::review::Remark = remark;
                Said { r#ref: &one.reference, field, text }
            };
            one.remarks.iter().map(said)
        });
        Account {
            file: &self.file,
            rows: self.rows,
            changed: !queued.is_empty() || !updated.is_empty(),
            queued,
            updated,
            skipped: self.of(Fate::Skipped),
            left_as_is: self.of(Fate::Left),
            left_out: self
                .left_out
                .iter()
                .map(|one| Out { place: one.place.to_string(), name: &one.name, why: &one.why })
                .collect(),
            refused: self
                .refused
                .iter()
                .map(|one| Wrong { place: one.place.to_string(), why: &one.why })
                .collect(),
            refused_rows: refused_rows(&self.refused),
            remarks: remarks.collect(),
        }
    }
}

/// Writes the accounts of all files.
pub(super) fn print(reports: &[Report], context: &Context) -> Result<(), CliError> {
    let accounts: Vec<Account<'_>> = reports.iter().map(Report::account).collect();
    if context.json {
        return out::json(&accounts);
    }
    accounts.iter().try_for_each(plain)
}

fn plain(account: &Account<'_>) -> Result<(), CliError> {
    named("queued", &account.queued)?;
    named("updated by a further submission", &account.updated)?;
    named(
        "left as it is, although the content differs; --update adds it as a submission",
        &account.left_as_is,
    )?;
    out::list(
        "left out",
        account.left_out.iter().map(|Out { place, name, why }| format!("{place}: {name}: {why}")),
    )?;
    out::list("refused", account.refused.iter().map(|Wrong { place, why }| format!("{place}: {why}")))?;
    out::list("remarks", said(&account.remarks))?;
    out::line("")?;
    let (left_out, refused) = (account.left_out.len(), account.refused_rows);
    let taken = account.rows.saturating_sub(left_out).saturating_sub(refused);
    let rows = counted(account.rows, "row");
    out::line(&format!("{}: {rows}: {taken} taken, {left_out} left out, {refused} refused", account.file))?;
    let counts = [
        (account.queued.len(), "queued"),
        (account.updated.len(), "updated"),
        (account.skipped.len(), "skipped: there already, with the same content"),
        (account.left_as_is.len(), "left as is: there already, with other content"),
    ];
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        out::line(&format!("  {} {what}", counted(count, "application")))?;
    }
    if account.changed { Ok(()) } else { out::line("  nothing changed") }
}

/// From so many applications on a remark is said once for all of them.
const MANY: usize = 4;
/// Refs that are named with such a remark.
const NAMED: usize = 3;

/// The remarks, those on few applications first and in full.
fn said(remarks: &[Said<'_>]) -> Vec<String> {
    let mut refs: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for Said { r#ref, field, text } in remarks {
        refs.entry((*field, *text)).or_default().push(r#ref);
    }
    let is_rare = |one: &&Said<'_>| refs.get(&(one.field, one.text)).is_none_or(|refs| refs.len() < MANY);
    let rare = remarks.iter().filter(is_rare);
    let rare = rare.map(|Said { r#ref, field, text }| format!("{ref}: {field}: {text}"));
    let mut often: Vec<_> = refs.iter().filter(|(_, refs)| refs.len() >= MANY).collect();
    often.sort_by_key(|(_, refs)| refs.len());
    let often = often.into_iter().map(|((field, text), refs)| {
        let first = refs.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let count = counted(refs.len(), "application");
        format!("{count}: {field}: {text} ({first}, ...; --json names each)")
    });
    rare.chain(often).collect()
}

fn named(heading: &str, applications: &[Named<'_>]) -> Result<(), CliError> {
    if applications.is_empty() {
        return Ok(());
    }
    out::line("")?;
    out::line(heading)?;
    let row =
        |one: &Named<'_>| [format!("  {}", one.r#ref), one.program.to_string(), one.organisation.to_owned()];
    out::table(&applications.iter().map(row).collect::<Vec<_>>())
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_many_is_said_once_and_after_the_rest() {
        let refs: Vec<String> = (1..=9).map(|n| format!("a{n}")).collect();
        let mut remarks: Vec<Said<'_>> =
            refs.iter().map(|r#ref| Said { r#ref, field: "size", text: "none" }).collect();
        remarks.insert(5, Said { r#ref: "b", field: "size", text: "odd" });
        let few = ["c", "d", "e"].map(|r#ref| Said { r#ref, field: "name", text: "long" });
        remarks.extend(few);
        let lines = said(&remarks);
        assert_eq!(lines[..2], ["b: size: odd", "c: name: long"]);
        assert_eq!(lines.len(), 5);
        let all = "9 applications: size: none (a1, a2, a3, ...; --json names each)";
        assert_eq!(lines[4], all);
    }
}
