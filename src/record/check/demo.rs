//! The live demonstration.

use super::{
    case::Case,
    refusal::{Refusal, fresh},
};
use crate::{
    record::describe::or_none,
    review::{Ref, application::DemoReview, documents_in},
};

pub(super) fn demonstrated(
    case: &Case,
    reference: &Ref,
    was: &DemoReview,
    now: &DemoReview,
) -> Result<(), Refusal> {
    let application = case.under_review(reference)?;
    fresh(format!("the live demo of {reference}"), was, &application.review.demo, |demo| {
        let held = demo.held.as_ref().and_then(|held| held.date);
        format!("planned for {}, held on {}", or_none(demo.planned), or_none(held))
    })?;
    if case.undoes {
        return Ok(());
    }
    let today = case.act.today;
    if let Some(planned) = now.planned.filter(|_| now.planned != was.planned) {
        if planned < today {
            return Err(Refusal::invalid(
                format!("{planned} is over"),
                "plan it for a later day, or record it as held",
            ));
        }
        documents_in(&case.assessment(application)?)?;
    }
    match &now.held {
        Some(held) if held.date.is_none_or(|day| day > today) => {
            Err(Refusal::invalid("a live demo that was held has a day, today or before", "give the day"))
        }
        _ => Ok(()),
    }
}
