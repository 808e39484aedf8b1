//! An assessment in numbers, line by line.

use crate::review::{
    Assessment,
    assessment::{CategoryResult, Headcount, Options, PointsResult, points_shown},
};

/// The optional group, the heads, the points and the capability map, as far as the program has them.
pub(super) fn lines(assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(assessment.options.as_ref().map(options));
    lines.extend(assessment.headcount.as_ref().map(heads));
    if let Some(points) = &assessment.points {
        lines.push(total(points));
        lines.extend(points.categories.iter().map(category));
    }
    lines.extend(assessment.coverage.as_ref().map(|coverage| {
        format!(
            "Capability map: {} of {} domains, {} of {} capabilities covered",
            coverage.domains.covered,
            coverage.domains.of,
            coverage.capabilities.covered,
            coverage.capabilities.of
        )
    }));
    lines
}

fn options(Options { need, of, stated_of, met }: &Options) -> String {
    let heading = if of == stated_of { String::new() } else { format!(" (the heading says {stated_of})") };
    format!("Optional: {met} met, {need} needed of {of} listed{heading}")
}

fn heads(heads: &Headcount) -> String {
    let whose = match (heads.employees, &heads.tier) {
        (Some(employees), Some(tier)) => format!("{employees} employees, tier {tier}"),
        _ => "the number of employees is not known".to_owned(),
    };
    let rows = heads.rows.iter().map(|row| {
        let counted = row.counted.map_or_else(|| "no figure".to_owned(), |counted| counted.to_string());
        let required = row.required.map_or_else(|| "unknown".to_owned(), |required| required.to_string());
        format!("{}: {counted} counted, {required} needed", row.credential)
    });
    format!("Head count: {whose}; {}", rows.collect::<Vec<_>>().join("; "))
}

fn total(PointsResult { total, claimed_total, required, met, .. }: &PointsResult) -> String {
    let reached = reached(*met);
    let (total, claimed_total) = (points_shown(*total), points_shown(*claimed_total));
    format!(
        "Points: {total} accepted of {required} needed, {claimed_total} claimed; total and floors {reached}"
    )
}

const fn reached(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "reached",
        Some(false) => "not reached",
        None => "not known",
    }
}

fn category(CategoryResult { id, raw, counted, cap, lost, floor, met }: &CategoryResult) -> String {
    let lost =
        lost.filter(|lost| lost.0 > 0).map(|lost| format!(", {lost} lost to the cap")).unwrap_or_default();
    let reached = reached(*met);
    let (raw, counted) = (points_shown(*raw), points_shown(*counted));
    let floor = floor.map(|floor| format!(", floor {floor} {reached}")).unwrap_or_default();
    format!("Points, {id}: {counted} counted of {raw} earned, cap {cap}{lost}{floor}")
}
