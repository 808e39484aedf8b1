//! The panes of Review: which there are for an application, and how to go from one to the next.

use crate::review::Application;
use crate::rules::ids::words;
use crate::rules::{Edition, JudgedBy};

words!(
    /// One pane of Review.
    #[derive(Default)]
    Pane {
        /// What the program asks, with findings.
        #[default]
        Requirements = "requirements",
        /// What was put forward.
        Evidence = "evidence",
        /// The Enterprise points.
        Points = "points",
        /// The certified heads.
        Heads = "heads",
        /// The capability map.
        Map = "map",
        /// The demonstrations.
        Demo = "demo",
        /// What happened so far.
        History = "history",
    }
);

impl Pane {
    /// The name on its tab.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Requirements => "Requirements",
            Self::Evidence => "Evidence",
            Self::Points => "Points",
            Self::Heads => "Heads",
            Self::Map => "Map",
            Self::Demo => "Demo",
            Self::History => "History",
        }
    }

    /// It lists things that can be accepted or rejected.
    pub const fn lists_items(self) -> bool {
        matches!(self, Self::Evidence | Self::Points | Self::Heads)
    }

    /// The panes that make sense for this application.
    pub fn of(edition: &Edition, application: &Application) -> Vec<Self> {
        let asked = |what: fn(&JudgedBy) -> bool| {
            let rules = edition.program(application.program);
            rules.is_some_and(|rules| rules.requirements.iter().any(|one| what(&one.judged_by)))
        };
        let facts = &application.facts;
        let shown = |pane: Self| match pane {
            Self::Requirements | Self::Evidence | Self::History => true,
            Self::Points => asked(|how| matches!(how, JudgedBy::Points)) || !facts.claims.is_empty(),
            Self::Heads => {
                asked(|how| matches!(how, JudgedBy::Headcount | JudgedBy::Credential { .. }))
                    || !facts.holders.is_empty()
            }
            Self::Map => asked(|how| matches!(how, JudgedBy::Coverage { .. })) || !facts.features.is_empty(),
            Self::Demo => asked(|how| matches!(how, JudgedBy::LiveDemo { .. } | JudgedBy::Recording)),
        };
        Self::ALL.iter().copied().filter(|pane| shown(*pane)).collect()
    }

    /// The pane after or before this one in a row of panes; the row is a ring.
    #[must_use]
    pub fn beside(self, panes: &[Self], forward: bool) -> Self {
        let at = panes.iter().position(|pane| *pane == self).unwrap_or_default();
        let steps = if forward { 1 } else { panes.len().saturating_sub(1) };
        panes.iter().cycle().nth(at + steps).copied().unwrap_or(self)
    }
}
