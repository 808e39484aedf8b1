//! The pages of an edition: programs by section, the head-count table, the points, the framework.

use super::{Level, Page};
use crate::console::app::wording;
use crate::rules::points::{Activity, Category};
use crate::rules::{Capability, Edition, Framework, HeadcountTable, PointsTable, ProgramRules, Requirement};
use crate::rules::{Provenance, RuledOn, Section, Tier};

/// The pages of an edition, in the order of the source.
pub(super) fn of(edition: &Edition) -> Vec<Page> {
    let mut pages: Vec<Page> = edition.programs.iter().flat_map(program).collect();
    pages.extend(headcount(&edition.headcount));
    pages.extend(edition.points.iter().flat_map(points));
    pages.extend(framework(&edition.framework));
    pages
}

fn program(rules: &ProgramRules) -> Vec<Page> {
    let mut pages =
        vec![Page::heading(Level::Chapter, wording::program(rules.program)).with("About", &rules.summary)];
    for section in Section::ALL {
        let mut inside = rules.requirements.iter().filter(|one| one.section == *section).peekable();
        if inside.peek().is_some() {
            pages.push(heading(rules, *section));
            pages.extend(inside.map(requirement));
        }
    }
    pages
}

fn heading(rules: &ProgramRules, section: Section) -> Page {
    let title = wording::section(section);
    let count = rules.requirements.iter().filter(|one| one.section == section).count();
    let optional = rules.optional.as_ref().filter(|_| section == Section::Optional);
    match optional {
        None => Page::heading(Level::Section, title)
            .with("Needed", if count == 1 { "it".to_owned() } else { format!("all {count}") }),
        Some(optional) => {
            let text = format!("{title}: {} needed of {count} listed", optional.need);
            let page = Page::heading(Level::Section, text)
                .with("Needed", format!("at least {} of the {count} listed", optional.need));
            match &optional.remark {
                Some(remark) => page.with("Remark", remark),
                None => page,
            }
        }
    }
}

fn requirement(one: &Requirement) -> Page {
    let (label, judged) = wording::judged(&one.judged_by);
    let ruled = one.ruled.as_ref().map(RuledOn::said);
    let mut page = Page::rule(one.id.as_str(), &one.text, one.surety())
        .with(label, judged)
        .with("Rule", ruled.unwrap_or_else(|| wording::surety(one.provenance).to_owned()))
        .with("Source", &one.source);
    if one.allows_not_applicable {
        page = page.with("Allowed", "a reviewer may say that it does not apply");
    }
    if one.allows_waiver {
        page = page.with("Allowed", "it may be waived");
    }
    page
}

fn headcount(table: &HeadcountTable) -> Vec<Page> {
    let mut about = Page::heading(Level::Chapter, "Certified people by company size")
        .with("Whose", "the employees of the parent organisation where one is named, else of the applicant");
    if let Some(one) = table.professional_counts {
        about = about.with("Counts", format!("one Professional counts for {one} Practitioners"));
    }
    let mut pages = vec![about];
    pages.extend(table.tiers.iter().map(|one| tier(one, &table.source)));
    pages
}

fn tier(tier: &Tier, source: &str) -> Page {
    let needed: Vec<String> = tier
        .needed
        .iter()
        .map(|(credential, number)| format!("{number} {}", wording::credential(*credential)))
        .collect();
    Page::rule(tier.name(), needed.join(", "), tier.provenance)
        .with("Tier", format!("{} employees", tier.name()))
        .with("Rule", wording::surety(tier.provenance))
        .with("Source", source)
}

fn points(table: &PointsTable) -> Vec<Page> {
    let title = format!("Enterprise points: {} needed", table.required);
    let mut pages = vec![
        Page::heading(Level::Chapter, title)
            .with("Counted", "times points for each activity, then no more than the cap of its category"),
    ];
    for category in &table.categories {
        pages.push(self::category(category));
        pages.extend(category.activities.iter().map(activity));
    }
    pages
}

fn category(category: &Category) -> Page {
    let floor = category.floor.map(|floor| format!(", at least {floor}")).unwrap_or_default();
    Page::heading(Level::Section, format!("{}: at most {}{floor}", category.title, category.cap))
        .with("Cap", format!("{} points count at most", category.cap))
        .with("Floor", category.floor.map_or("none".to_owned(), |floor| format!("{floor} points at least")))
}

fn activity(one: &Activity) -> Page {
    let often = match one.at_most {
        None => "as often as it was done".to_owned(),
        Some(1) => "once".to_owned(),
        Some(times) => format!("{times} times at most"),
    };
    let provenance = one.provenance.max(one.repeat_provenance);
    let text = format!("{}: {} points, {often}", one.title, one.points);
    let mut page = Page::rule(one.id.as_str(), text, provenance)
        .with("Points", format!("{} each; {}", one.points, wording::surety(one.provenance)))
        .with("Counts", format!("{often}; {}", wording::surety(one.repeat_provenance)));
    if let Some(window) = one.window {
        let months = wording::count(window.0.into(), "month");
        page = page.with("Window", format!("dated within {months} before the day received, or after it"));
    }
    if one.needs_validation {
        page = page.with("Needs", "validation");
    }
    if let Some(credential) = one.credential {
        let limit =
            format!("where holders of {} are named, no more than they are", wording::credential(credential));
        page = page.with("Limited", limit);
    }
    page
}

fn framework(framework: &Framework) -> Vec<Page> {
    let title = format!("The framework of {}: capabilities by domain", framework.id);
    let mut pages = vec![
        Page::heading(Level::Chapter, title)
            .with("Covered", "a domain is covered by one of its capabilities, a capability by one feature"),
    ];
    for domain in &framework.domains {
        pages.push(Page::heading(Level::Section, &domain.name));
        let inside = framework.capabilities.iter().filter(|one| one.domains.contains(&domain.id));
        pages.extend(inside.map(capability));
    }
    pages
}

fn capability(one: &Capability) -> Page {
    let page = Page::rule(one.id.as_str(), &one.name, Provenance::Stated);
    if one.aliases.is_empty() { page } else { page.with("Also", one.aliases.join("; ")) }
}
