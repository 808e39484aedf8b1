//! The pages of the council's rules, with what they leave open.

use super::{Level, Page};
use crate::console::app::wording;
use crate::council::rules::Rule;
use crate::council::{Matter, RuleSet, Ruled, Ruling, ruling};

/// The pages of a rule set, with the rulings on it.
pub(super) fn pages(rules: &RuleSet, rulings: &[Ruling]) -> Vec<Page> {
    let mut pages = vec![Page::heading(Level::Chapter, &rules.title).with("Source", &rules.source)];
    pages.push(Page::heading(Level::Section, "How much a decision takes"));
    pages.extend([
        rule("quorum", "of all voting members must be present", &rules.quorum),
        rule("majority", "of the base, at a meeting with a quorum", &rules.majority),
        rule("electronic", "of all voting members, without a meeting", &rules.electronic),
        rule("two-thirds", "of all voting members, where two thirds are asked", &rules.two_thirds_of_members),
    ]);
    pages.push(
        Page::heading(Level::Section, "What a majority is taken of")
            .with("Default", format!("{}; another needs a ruling of the chair", rules.default_reading)),
    );
    let in_force = ruling::in_force(rulings, Matter::Reading);
    pages.extend(rules.readings.iter().map(|reading| {
        let by = in_force.filter(|ruling| ruling.now == Ruled::Reading(reading.base)).map(said);
        let page = Page::rule(reading.base.as_str(), &reading.text, reading.provenance)
            .with("Rule", wording::surety(reading.provenance))
            .with("Source", &reading.source);
        match by {
            Some(by) => page.with("In force", by),
            None => page,
        }
    }));
    pages.push(Page::heading(Level::Section, "What the rules leave open"));
    pages.extend(rules.open.iter().map(|open| {
        Page::rule(&open.question, &open.text, open.provenance)
            .with("Handled", &open.handled)
            .with("Rule", wording::surety(open.provenance))
            .with("Source", &open.source)
    }));
    pages
}

/// A ruling in one line.
fn said(ruling: &Ruling) -> String {
    let meeting = ruling.meeting.as_ref().map(|id| format!(", meeting of {id}")).unwrap_or_default();
    format!("by ruling {} of {}{meeting}: {}", ruling.n, ruling.chair, ruling.because)
}

fn rule(id: &str, of: &str, rule: &Rule) -> Page {
    Page::rule(id, format!("{} {of}", rule.share), rule.provenance)
        .with("Rule", wording::surety(rule.provenance))
        .with("Source", &rule.source)
}
