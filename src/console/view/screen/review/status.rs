//! The mark, the word and the style of a status, a verdict, a check, and of how sure a rule is.

use ratatui::style::Style;

use crate::console::app::screen::review::detail::Tone;
use crate::console::view::Look;
use crate::review::Application;
use crate::review::finding::Check;
use crate::review::{Item, Status, Verdict};
use crate::rules::Provenance;

/// A mark, a word of at most nine letters, and how both are drawn.
pub(super) type Marked<'a> = (&'a str, &'static str, Style);

/// Of a requirement.
pub(super) fn status(status: Status, look: &Look) -> Marked<'_> {
    let (symbols, theme) = (&look.symbols, &look.theme);
    match status {
        Status::Open => (&symbols.open, "open", theme.text),
        Status::Met => (&symbols.met, "met", theme.good),
        Status::NotMet => (&symbols.not_met, "not met", theme.bad),
        Status::NotApplicable => (&symbols.not_applicable, "n/a", theme.dim),
        Status::Waived => (&symbols.waived, "waived", theme.warn),
    }
}

/// Of a thing put forward.
pub(super) fn check<'a>(application: &Application, item: Item, look: &'a Look) -> Marked<'a> {
    let (symbols, theme) = (&look.symbols, &look.theme);
    match application.review.checks.get(&item) {
        None => (&symbols.open, "unchecked", theme.text),
        Some(Check::Accepted { .. }) => (&symbols.met, "accepted", theme.good),
        Some(Check::Rejected { .. }) => (&symbols.not_met, "rejected", theme.bad),
    }
}

/// Of a verdict.
pub(super) const fn verdict(verdict: Verdict, look: &Look) -> Style {
    match verdict {
        Verdict::Short => look.theme.bad,
        Verdict::Ready => look.theme.good,
        Verdict::Incomplete => look.theme.warn,
    }
}

/// The mark of a rule that is not stated.
pub(super) fn provenance(provenance: Provenance, look: &Look) -> &str {
    match provenance {
        Provenance::Stated => " ",
        Provenance::Inferred => &look.symbols.inferred,
        Provenance::Assumed => &look.symbols.assumed,
    }
}

/// How a part is drawn.
pub(super) const fn tone(tone: Tone, look: &Look) -> Style {
    match tone {
        Tone::Plain => look.theme.text,
        Tone::Strong => look.theme.strong,
        Tone::Dim => look.theme.dim,
        Tone::Good => look.theme.good,
        Tone::Bad => look.theme.bad,
        Tone::Warn => look.theme.warn,
    }
}
