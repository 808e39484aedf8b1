//! The pages of the council's rules, with what they leave open.

use super::{Level, Page};
use crate::console::app::wording;
use crate::council::RuleSet;
use crate::council::rules::Rule;

/// The pages of a rule set.
pub(super) fn pages(rules: &RuleSet) -> Vec<Page> {
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
    pages.extend(rules.readings.iter().map(|reading| {
        Page::rule(reading.base.as_str(), &reading.text, reading.provenance)
            .with("Rule", wording::surety(reading.provenance))
            .with("Source", &reading.source)
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

fn rule(id: &str, of: &str, rule: &Rule) -> Page {
    Page::rule(id, format!("{} {of}", rule.share), rule.provenance)
        .with("Rule", wording::surety(rule.provenance))
        .with("Source", &rule.source)
}
