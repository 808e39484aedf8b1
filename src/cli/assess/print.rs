//! An assessment for people.

use super::{Assessment, CliError, out};
use crate::{
    review::assessment::{
        CategoryResult, Coverage, Headcount, HeadcountRow, Judged, Options, PointsResult, Share, points_shown,
    },
    rules::Provenance,
};

/// Writes assessments, a blank line between them.
pub(super) fn all(assessments: &[Assessment]) -> Result<(), CliError> {
    for (index, one) in assessments.iter().enumerate() {
        if index > 0 {
            out::line("")?;
        }
        assessment(one)?;
    }
    Ok(())
}

fn assessment(one: &Assessment) -> Result<(), CliError> {
    out::line(&format!("{}  {}", one.reference, one.organisation))?;
    out::table(&[
        row("program", format!("{}, edition {}", one.program, one.edition)),
        row("received", format!("{}, judged for {}, {}", one.received, one.as_of, one.basis)),
        row("verdict", one.verdict),
        row("forecast", one.forecast),
    ])?;
    out::list("in the way", &one.in_the_way)?;
    out::line("")?;
    out::line("requirements")?;
    out::table(&one.requirements.iter().map(requirement).collect::<Vec<_>>())?;
    let options = one.options.as_ref().map(options);
    let heads = one.headcount.iter().flat_map(heads);
    let coverage = one.coverage.as_ref().map(coverage);
    let figures: Vec<[String; 2]> = options.into_iter().chain(heads).chain(coverage).collect();
    if !figures.is_empty() {
        out::line("")?;
        out::table(&figures)?;
    }
    one.points.as_ref().map_or(Ok(()), points)?;
    out::list("advice", one.advice.iter().map(|advice| &advice.text))?;
    out::list("remarks", one.remarks.iter().map(|remark| format!("{}: {}", remark.field, remark.text)))
}

fn row(name: &str, value: impl std::fmt::Display) -> [String; 2] {
    [name.to_owned(), value.to_string()]
}

fn requirement(one: &Judged) -> [String; 5] {
    let sure = match &one.ruled {
        Some(ruled) => ruled.by.clone(),
        None if one.provenance == Provenance::Stated => String::new(),
        None => one.provenance.to_string(),
    };
    let computed = one.computed.map(|computed| format!("computed {computed}")).unwrap_or_default();
    [format!("  {}", one.id), one.status.to_string(), computed, sure, one.reason.clone()]
}

fn options(Options { need, of, stated_of, met }: &Options) -> [String; 2] {
    let heading = if of == stated_of { String::new() } else { format!(" (the heading says {stated_of})") };
    row("options", format!("{met} met, {need} needed of {of}{heading}"))
}

fn heads(heads: &Headcount) -> impl Iterator<Item = [String; 2]> {
    let Headcount { employees, tier, rows, .. } = heads;
    let whose = match (employees, tier) {
        (Some(employees), Some(tier)) => format!("{employees} employees, tier {tier}"),
        _ => "the number of employees is not known".to_owned(),
    };
    let held = |HeadcountRow { credential, required, counted }: &HeadcountRow| {
        let counted = counted.map_or_else(|| "no figure".to_owned(), |counted| counted.to_string());
        let required = required.map_or_else(|| "unknown".to_owned(), |required| required.to_string());
        row(&format!("  {credential}"), format!("{counted} counted, {required} needed"))
    };
    std::iter::once(row("head count", whose)).chain(rows.iter().map(held).collect::<Vec<_>>())
}

fn coverage(Coverage { domains, capabilities }: &Coverage) -> [String; 2] {
    let share = |Share { covered, of }: Share| format!("{covered} of {of}");
    row("coverage", format!("{} domains, {} capabilities", share(*domains), share(*capabilities)))
}

fn points(points: &PointsResult) -> Result<(), CliError> {
    let PointsResult { total, claimed_total, required, .. } = points;
    out::line("")?;
    let (total, claimed_total) = (points_shown(*total), points_shown(*claimed_total));
    out::line(&format!("points      {total} of {required}, claimed {claimed_total}"))?;
    let category = |one: &CategoryResult| {
        let floor = one.floor.map(|floor| {
            format!("floor {floor} {}", if one.met == Some(true) { "reached" } else { "not reached" })
        });
        [
            format!("  {}", one.id),
            format!("{} of {}", points_shown(one.counted), one.cap),
            format!("raw {}", points_shown(one.raw)),
            one.lost.filter(|lost| lost.0 > 0).map(|lost| format!("lost {lost}")).unwrap_or_default(),
            floor.unwrap_or_default(),
        ]
    };
    out::table(&points.categories.iter().map(category).collect::<Vec<_>>())
}
