//! An assessment in numbers, line by line.

use crate::{
    review::{
        Assessment,
        assessment::{CategoryResult, Headcount, Options, PointsResult, points_shown},
    },
    rules::{Edition, Points},
};

/// The optional group, the heads, the points and the capability map, as far as the program has them.
pub(super) fn lines(edition: &Edition, assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(assessment.options.as_ref().map(options));
    lines.extend(assessment.headcount.as_ref().map(heads));
    if let Some(points) = &assessment.points {
        lines.push(needs(edition, points));
        lines.extend(points.categories.iter().map(|one| category(title(edition, one), one)));
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

/// What of it everybody may read, of an application that was ready: that as many optional ones are met as are needed.
pub(super) fn public(assessment: &Assessment) -> Vec<String> {
    let need = assessment.options.iter().filter(|options| options.need > 0);
    need.map(|Options { need, .. }| format!("Optional: {need} needed, reached")).collect()
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

/// The total and each floor, and whether it is reached.
fn needs(edition: &Edition, points: &PointsResult) -> String {
    let need = |what: &str, counted: Option<Points>, needed: Points| {
        let reached = reached(counted.map(|counted| counted >= needed));
        format!("{what} {} of {needed} needed: {reached}", points_shown(counted))
    };
    let floors = points
        .categories
        .iter()
        .filter_map(|one| Some(format!("; {}", need(title(edition, one), one.counted, one.floor?))));
    format!(
        "Points: {}{}; {} claimed",
        need("total", points.total, points.required),
        floors.collect::<String>(),
        points_shown(points.claimed_total)
    )
}

/// The name of a category in the source.
fn title<'a>(edition: &'a Edition, category: &'a CategoryResult) -> &'a str {
    let categories = edition.points.iter().flat_map(|table| &table.categories);
    let named = categories.into_iter().find(|one| one.id == category.id);
    named.map_or(category.id.as_str(), |one| one.title.as_str())
}

const fn reached(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "reached",
        Some(false) => "not reached",
        None => "not known",
    }
}

fn category(title: &str, category: &CategoryResult) -> String {
    let CategoryResult { raw, counted, cap, lost, floor, met, .. } = category;
    let lost =
        lost.filter(|lost| lost.0 > 0).map(|lost| format!(", {lost} lost to the cap")).unwrap_or_default();
    let reached = reached(*met);
    let (raw, counted) = (points_shown(*raw), points_shown(*counted));
    let floor = floor.map(|floor| format!(", floor {floor} {reached}")).unwrap_or_default();
    format!("Points, {title}: {counted} counted of {raw} earned, cap {cap}{lost}{floor}")
}

#[cfg(test)]
mod tests {
    use super::{CategoryResult, PointsResult, needs};
    use crate::rules::{Points, shipped};

    fn said(total: u64, demonstrate: Option<u64>) -> String {
        let edition = shipped::edition(&"2023".into()).unwrap();
        let counted = demonstrate.map(Points);
        let (cap, floor) = (Points(25), Some(Points(15)));
        let met = counted.map(|counted| counted >= Points(15));
        let id = "demonstrate".into();
        let category = CategoryResult { id, raw: counted, counted, cap, lost: None, floor, met };
        let (required, met, categories) = (Points(100), met, vec![category]);
        let total = demonstrate.map(|_| Points(total));
        needs(edition, &PointsResult { total, claimed_total: Some(Points(130)), required, met, categories })
    }

    #[test]
    fn the_total_and_each_floor_say_whether_they_are_reached() {
        assert_eq!(
            said(115, Some(10)),
            "Points: total 115 of 100 needed: reached; Demonstrate FinOps Program 10 of 15 needed: not reached; 130 claimed"
        );
        assert_eq!(
            said(99, Some(15)),
            "Points: total 99 of 100 needed: not reached; Demonstrate FinOps Program 15 of 15 needed: reached; 130 claimed"
        );
        assert_eq!(
            said(0, None),
            "Points: total unknown of 100 needed: not known; Demonstrate FinOps Program unknown of 15 needed: not known; 130 claimed"
        );
    }
}
