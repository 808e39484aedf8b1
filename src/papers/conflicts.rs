//! Conflicts that suggest themselves, by name.

use serde::Serialize;

use crate::{
    council::{Seat, SeatNo, conflict},
    review::Application,
};

/// A seat whose holder works for the applicant or its parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The seat.
    pub seat: SeatNo,
    /// Its holder.
    pub holder: String,
    /// The employer, as the application names it.
    pub with: String,
}

/// The conflicts of `seats` with the applicant and its parent.
pub(super) fn suggested(seats: &[Seat], application: &Application) -> Vec<Conflict> {
    let organisation = &application.facts.organisation;
    let parent = organisation.parent.as_ref().map(|parent| parent.name.as_str());
    let named = |suggestion: conflict::Suggestion| {
        let holder = seats.iter().find(|seat| seat.n == suggestion.seat)?.holder.clone();
        Some(Conflict { seat: suggestion.seat, holder, with: suggestion.with })
    };
    conflict::suggested(seats, &organisation.name, parent).into_iter().filter_map(named).collect()
}

/// The conflicts in one sentence; nothing where there are none.
pub(super) fn sentence(conflicts: &[Conflict]) -> Option<String> {
    let lines: Vec<String> =
        conflicts.iter().map(|one| format!("{} works for {}", one.holder, one.with)).collect();
    (!lines.is_empty())
        .then(|| format!("Conflict suggested by the names of employers: {}.", lines.join("; ")))
}
