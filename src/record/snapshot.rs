//! The application as it was reviewed, in one hash: what a ballot was about.

use serde::Serialize;

use super::canonical::Canonical;
use crate::review::Application;

/// The hash of `application` as reviewed, in hexadecimal.
///
/// It is taken over text `docket-application-1` and the texts ref, program, kind, edition, day received, facts and
/// findings; then the list of checks, each as the texts item and check; then the text of the demonstration. Facts,
/// findings, checks and demonstration stand as the JSON of their form. Personal text counts by being there or not
/// (`true`), so that the hash gives nothing away and stays the same when a name is erased.
pub fn snapshot(application: &Application) -> String {
    let facts = application.facts.clone().try_map(&mut |_: String| Ok::<_, std::convert::Infallible>(true));
    let facts = match facts {
        Ok(facts) => facts,
        Err(never) => match never {},
    };
    let mut bytes = Canonical::new("docket-application-1");
    bytes
        .text(application.reference.as_str())
        .text(application.program.as_str())
        .text(application.kind.as_str())
        .text(application.edition.as_str())
        .text(&application.received.to_string())
        .text(&json(&facts))
        .text(&json(&application.review.findings));
    bytes.count(application.review.checks.len());
    for (item, check) in &application.review.checks {
        bytes.text(&item.to_string()).text(&json(check));
    }
    bytes.text(&json(&application.review.demo));
    bytes.hash()
}

/// `value` as JSON. None of the values above can fail to be written; if one did, its error would be hashed.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::snapshot;
    use crate::{
        record::sample,
        review::{Application, Check, Item, ItemKind, Status},
    };

    fn changed(change: impl FnOnce(&mut Application)) -> bool {
        let mut application = sample::application();
        let before = snapshot(&application);
        change(&mut application);
        snapshot(&application) != before
    }

    #[test]
    fn whatever_was_reviewed_shows() {
        assert!(changed(|application| application.facts.organisation.employees = None));
        assert!(changed(|application| application.facts.evidence.clear()));
        assert!(changed(|application| application.facts.holders.clear()));
        assert!(changed(|application| {
            application.review.findings.insert("PLT-E3-M2".into(), sample::finding(Status::Met));
        }));
        assert!(changed(|application| {
            application.review.checks.insert(Item::new(ItemKind::Claim, 1), Check::Accepted { count: None });
        }));
        assert!(changed(|application| application.review.demo.asked = true));
        assert!(changed(|application| application.edition = "2026".into()));
    }

    #[test]
    fn names_and_the_place_in_the_queue_do_not() {
        assert!(!changed(|application| application.facts.holders[0].name = "(erased)".to_owned()));
        assert!(!changed(|application| application.review.assignee = Some("Another".to_owned())));
        assert!(!changed(|application| application.remarks.clear()));
    }

    #[test]
    fn the_form_is_as_it_was() {
        assert_eq!(
            snapshot(&sample::application()),
            "12a07372c2f8d5023fbd5ecc4f8659946bc43dbbc228ec7630d051373a0e5947"
        );
    }
}
