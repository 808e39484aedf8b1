//! Conflicts that suggest themselves, by name, and what became of them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    council::{
        Ballot, Seat, SeatNo,
        conflict::{Applicant, Register, Relation, State, Suggestion, Weight},
    },
    record::Sitting,
    review::Application,
};

/// A seat whose holder is tied to the applicant or its parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Conflict {
    /// The seat.
    pub seat: SeatNo,
    /// Its holder.
    pub holder: String,
    /// With whom, as the application names it.
    pub with: String,
    /// How they are tied to it.
    pub relation: Relation,
    /// How much it weighs.
    pub weight: Weight,
    /// What has become of it.
    pub state: State,
    /// Who dismissed or waived it, in the role of chair.
    pub by: Option<String>,
    /// Why it was dismissed or waived.
    pub because: Option<String>,
    /// The tie and its weight, without who has it: `works for Lumen Cost, hard`.
    pub tie: String,
    /// All of it in one line, without the reason.
    pub text: String,
}

/// The conflicts of `seats` with the applicant and its parent on `day`.
pub(super) fn suggested(
    seats: &[Seat],
    register: &Register,
    application: &Application,
    day: NaiveDate,
) -> Vec<Conflict> {
    let applicant = Applicant::from(application);
    let conflict = |one: Suggestion| {
        let word = register.word(&one.key(), applicant.reference);
        Some(Conflict {
            seat: one.seat?,
            by: word.map(|word| word.by.clone()),
            because: word.and_then(|word| word.because.clone()),
            tie: format!("{}, {}", one.tie(), one.standing()),
            text: one.to_string(),
            holder: one.person,
            with: one.with,
            relation: one.relation,
            weight: one.weight,
            state: one.state,
        })
    };
    register.of_seats(seats, applicant, day).into_iter().filter_map(conflict).collect()
}

/// The conflicts of those who were asked in `ballot` with the applicant, as it was opened.
pub(super) fn at_opening(sitting: &Sitting, ballot: &Ballot) -> Option<Vec<Conflict>> {
    let opening = sitting.opening(ballot)?;
    Some(suggested(&ballot.roster, &sitting.register, &opening.application, ballot.as_of))
}

/// What ties `seat` to the applicant, as it stands or was waived; nothing where nothing is known.
pub(super) fn ties(conflicts: &[Conflict], seat: SeatNo) -> Option<String> {
    joined(conflicts.iter().filter(|one| one.seat == seat && one.state != State::Dismissed))
}

/// What is said of `seat` that took part in the vote although a conflict stands; nothing where none does.
pub(super) fn in_spite(conflicts: &[Conflict], seat: SeatNo) -> Option<String> {
    let ties = joined(conflicts.iter().filter(|one| one.seat == seat && one.state == State::Stands))?;
    Some(format!("VOTED ALTHOUGH A CONFLICT STANDS: {ties}"))
}

fn joined<'c>(conflicts: impl Iterator<Item = &'c Conflict>) -> Option<String> {
    let ties: Vec<&str> = conflicts.map(|one| one.tie.as_str()).collect();
    (!ties.is_empty()).then(|| ties.join("; "))
}

/// The conflicts in one sentence, with who dismissed or waived them and why; nothing where there are none.
pub(super) fn sentence(conflicts: &[Conflict]) -> Option<String> {
    let line = |one: &Conflict| {
        let by = one.by.as_ref().map(|by| format!(", by {by} in the role of chair"));
        let because = one.because.as_ref().map(|because| format!(", because: {because}"));
        format!("{}{}{}", one.text, by.unwrap_or_default(), because.unwrap_or_default())
    };
    let lines: Vec<String> = conflicts.iter().map(line).collect();
    (!lines.is_empty())
        .then(|| format!("Conflicts by the names of employers and the register: {}.", lines.join("; ")))
}
