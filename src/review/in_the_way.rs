//! What stands in the way of `ready`: what is short first, then what is open.

use super::{
    assessment::{Assessment, Computed, Judged},
    case::Case,
    finding::Status,
    verdict::{PointsStand, optional},
    wording::number_of,
};
use crate::rules::{JudgedBy, Requirement, Section};

/// The lines, each beginning with `short of` or `open:`.
pub(super) fn lines(case: &Case<'_>, assessment: &Assessment, points: Option<PointsStand>) -> Vec<String> {
    let core = || {
        case.requirements
            .iter()
            .zip(&assessment.requirements)
            .filter(|(one, _)| one.section != Section::Optional)
    };
    if case.requirements.is_empty() {
        return vec![format!(
            "open: edition {} has no program {}",
            case.edition.id,
            assessment.program.name()
        )];
    }
    let short = core().filter(|(_, judged)| judged.status == Status::NotMet);
    let open = core().filter(|(_, judged)| judged.status == Status::Open);
    let mut lines: Vec<String> =
        short.filter_map(|(one, judged)| short_of(case, one, judged, points)).collect();
    let (points_short, points_open) = points_lines(case, points);
    let (options_short, options_open) = options_lines(assessment);
    lines.extend(points_short);
    lines.extend(options_short);
    lines.extend(open.map(|(one, judged)| open_line(one, judged)));
    lines.extend(points_open);
    lines.extend(options_open);
    lines
}

/// What a requirement found not met is short of; the points speak for themselves where they are out of reach.
fn short_of(
    case: &Case<'_>,
    requirement: &Requirement,
    judged: &Judged,
    points: Option<PointsStand>,
) -> Option<String> {
    let computed_short = judged.computed == Some(Computed::NotMet);
    let heads =
        case.heads.as_ref().filter(|_| computed_short && requirement.judged_by == JudgedBy::Headcount);
    if let Some(heads) = heads {
        let rows = heads.result.rows.iter().filter_map(|row| {
            let short = row.short_by().filter(|short| *short > 0)?;
            Some(format!("{} of the {} needed", number_of(short, row.credential.noun()), row.required?))
        });
        return Some(format!("short of {}", rows.collect::<Vec<_>>().join(" and ")));
    }
    if requirement.judged_by == JudgedBy::Points && points.is_some_and(|points| !points.reachable) {
        return None;
    }
    let why = if computed_short { format!(" ({})", judged.reason) } else { String::new() };
    Some(format!("short of {} {}{why}", requirement.id, requirement.text))
}

fn open_line(requirement: &Requirement, judged: &Judged) -> String {
    let computed = match judged.computed {
        _ if judged.unjustified.is_some() => {
            format!(" ({})", judged.asks_for_justification().unwrap_or_default())
        }
        Some(Computed::Met) => " (computed: met, to be confirmed)".to_owned(),
        Some(Computed::NotMet) => format!(" (computed: not met, {})", judged.reason),
        None => String::new(),
    };
    format!("open: {} {}{computed}", requirement.id, requirement.text)
}

/// The points that are out of reach, and those that undecided claims could still bring.
fn points_lines(case: &Case<'_>, points: Option<PointsStand>) -> (Vec<String>, Vec<String>) {
    let Some((stand, (now, at_best))) = points.zip(case.points_now_and_at_best()) else {
        return (Vec::new(), Vec::new());
    };
    if !stand.reachable {
        (at_best.shortages().into_iter().map(|short| format!("short of {short}")).collect(), Vec::new())
    } else if !stand.reached {
        let more = now.shortages().into_iter();
        let unread = at_best.unread().into_iter();
        let unread = unread.map(|n| format!("open: how often claim c{n} was done, which cannot be read"));
        (Vec::new(), more.map(|short| format!("open: {short}, to be accepted")).chain(unread).collect())
    } else {
        (Vec::new(), Vec::new())
    }
}

fn options_lines(assessment: &Assessment) -> (Option<String>, Option<String>) {
    let Some(options) = &assessment.options else {
        return (None, None);
    };
    let (met, open) = optional(&assessment.requirements);
    let missing = options.need.saturating_sub(met);
    let standing = format!("{} needed, {met} met, {open} open", options.need);
    if missing == 0 {
        (None, None)
    } else if missing > open {
        let out_of_reach = missing.saturating_sub(open);
        (Some(format!("short of {} ({standing})", number_of(u64::from(out_of_reach), "optional item"))), None)
    } else {
        (None, Some(format!("open: {} ({standing})", number_of(u64::from(missing), "more optional item"))))
    }
}
