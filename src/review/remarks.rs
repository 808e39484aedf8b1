//! What a reader of an assessment should know: what was not understood, what dropped out, what is not known, and
//! on which doubtful rules the verdict rests.

use super::{
    application::Remark,
    assessment::{Assessment, Judged, Verdict},
    case::Case,
    credentials::Held,
    finding::Status,
    wording::number_of,
};
use crate::rules::{JudgedBy, Provenance, Section};

fn remark(field: impl Into<String>, text: impl Into<String>) -> Remark {
    Remark { field: field.into(), text: text.into() }
}

/// The remarks, those of the application first.
pub(super) fn remarks(case: &Case<'_>, assessment: &Assessment) -> Vec<Remark> {
    let mut remarks = case.application.remarks.clone();
    remarks.extend(dropped(case));
    remarks.extend(limited(case));
    remarks.extend(unknown(case));
    remarks.extend(program(case));
    remarks.extend(unjustified(assessment));
    remarks.extend(ruled(assessment));
    remarks.extend(rests_on(case, assessment));
    remarks
}

/// Findings that came to contradict what is computed.
fn unjustified(assessment: &Assessment) -> impl Iterator<Item = Remark> {
    let judged = assessment.requirements.iter();
    judged.filter_map(|judged| Some(remark(judged.id.as_str(), judged.asks_for_justification()?)))
}

/// What the chair ruled of a requirement.
fn ruled(assessment: &Assessment) -> impl Iterator<Item = Remark> {
    let judged = assessment.requirements.iter();
    judged.filter_map(|judged| Some(remark(judged.id.as_str(), judged.ruled.as_ref()?.said())))
}

/// What the edition says of the program's optional list, or that it has no such program.
fn program(case: &Case<'_>) -> Option<Remark> {
    let Some(rules) = case.edition.program(case.application.program) else {
        let text = format!("edition {} has no program {}", case.edition.id, case.application.program);
        return Some(remark("program", text));
    };
    let text = rules.optional.as_ref().and_then(|optional| optional.remark.as_deref());
    text.map(|text| remark("options", text))
}

/// Claims that do not count.
fn dropped(case: &Case<'_>) -> impl Iterator<Item = Remark> {
    let dropped = case.points.iter().flat_map(|points| &points.claimed.dropped);
    dropped.map(|one| {
        remark(format!("claims.{}", one.claim), format!("{} does not count: {}", one.activity, one.why))
    })
}

/// Activities done more often than they count.
fn limited(case: &Case<'_>) -> impl Iterator<Item = Remark> {
    let categories = case.points.iter().flat_map(|points| &points.claimed.categories);
    categories
        .flat_map(|category| &category.activities)
        .filter(|activity| activity.counted < activity.done)
        .map(|activity| {
            let done = number_of(activity.done, "time");
            let text = format!("{} is put forward {done} and counts {}", activity.id, activity.counted);
            remark("claims", text)
        })
}

/// Figures that are not known, or known in a doubtful way.
fn unknown(case: &Case<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let Some(heads) = &case.heads else {
        return remarks;
    };
    if heads.result.employees.is_none() {
        let field = if heads.of_parent { "organisation.parent.employees" } else { "organisation.employees" };
        remarks.push(remark(field, format!("the size of {} is not known", heads.whose)));
    }
    if heads.held.iter().all(|(_, held)| *held == Held::NotGiven) {
        remarks.push(remark("credentials", "no figure and no holder is given"));
    }
    if heads.both() > 0 {
        let both = number_of(heads.both(), "person");
        let text = format!("{both} with both credentials: counted as professionals alone (assumed)");
        remarks.push(remark("holders", text));
    }
    remarks.extend(heads.held.iter().filter_map(|(credential, held)| {
        let figure = case.application.facts.credentials.get(credential);
        let text = match (held, figure) {
            (Held::Bare(_), _) => "claimed, unchecked: a figure without names".to_owned(),
            (Held::Unread, _) => "what is given is no figure: how many there are is not known".to_owned(),
            (Held::Named(people), Some(Some(figure))) => {
                format!("{figure} are given as a figure, but only those named count: {} valid", people.len())
            }
            _ => return None,
        };
        Some(remark(format!("credentials.{credential}"), text))
    }));
    remarks
}

/// One line on the inferred and assumed rules that the verdict rests on: those that hold for `ready`, those that
/// do not for `short`.
fn rests_on(case: &Case<'_>, assessment: &Assessment) -> Option<Remark> {
    let bears = |judged: &Judged| match assessment.verdict {
        Verdict::Short => judged.status == Status::NotMet,
        Verdict::Ready => judged.section != Section::Optional || judged.status.holds(),
        Verdict::Incomplete => false,
    };
    let mut doubtful = Vec::new();
    for (requirement, judged) in case.requirements.iter().zip(&assessment.requirements) {
        if !bears(judged) {
            continue;
        }
        if judged.provenance != Provenance::Stated {
            doubtful.push(format!("{} ({})", judged.id, judged.provenance));
        }
        doubtful.extend(match requirement.judged_by {
            JudgedBy::Headcount => tier(case),
            JudgedBy::Points => repeats(case),
            _ => None,
        });
    }
    let text = format!("the verdict rests on rules not read in the source: {}", doubtful.join(", "));
    (!doubtful.is_empty()).then(|| remark("verdict", text))
}

fn tier(case: &Case<'_>) -> Option<String> {
    let heads = case.heads.as_ref()?;
    let provenance = heads.provenance.filter(|provenance| *provenance != Provenance::Stated)?;
    Some(format!("the head count at {} ({provenance})", heads.result.tier.as_deref()?))
}

/// How often activities count, where some were done more than once and the source does not say.
fn repeats(case: &Case<'_>) -> Option<String> {
    let (now, _) = case.points_now_and_at_best()?;
    let repeated = now.categories.iter().flat_map(|category| &category.activities).filter(|one| one.done > 1);
    let table = case.edition.points.as_ref()?;
    let least_sure = repeated
        .filter_map(|one| table.activity(&one.id))
        .map(|(_, activity)| activity.repeat_provenance)
        .filter(|provenance| *provenance != Provenance::Stated)
        .max()?;
    Some(format!("how often an activity counts ({least_sure})"))
}
