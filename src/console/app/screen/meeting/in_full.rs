//! A motion in full, to be read: what is moved, each of its terms, who moved it, and by which rules it is judged.

use crate::{
    console::app::{effect::Effect, model::Model, overlay::Text},
    council::{Ballot, Seat, SeatNo, motion, together},
    record::Moved,
    rules::Program,
    text::sentence,
};

/// What is moved, with its terms, its movers, named by `roster`, and what it takes up again.
pub(super) fn is_moved(moved: &Moved, roster: &[Seat], organisation: &str, program: Program) -> Vec<String> {
    let mut lines = vec![motion::sentence(moved.motion, organisation, program)];
    lines.extend(motion::said(&moved.terms).iter().map(|term| sentence(term)));
    lines.extend(movers(moved.mover, moved.seconder, roster));
    lines.extend(moved.again.as_ref().map(|again| format!("It takes up {again} again.")));
    lines
}

/// Who moved and who seconded it.
pub fn movers(mover: Option<SeatNo>, seconder: Option<SeatNo>, roster: &[Seat]) -> Option<String> {
    let named =
        |n: SeatNo| roster.iter().find(|seat| seat.n == n).map_or_else(|| format!("seat {n}"), Seat::named);
    let mover = mover.map(|n| format!("moved by {}", named(n)));
    let seconder = seconder.map(|n| format!("seconded by {}", named(n)));
    let said: Vec<String> = mover.into_iter().chain(seconder).collect();
    (!said.is_empty()).then(|| sentence(&said.join(", ")))
}

/// Shows the motion of the ballot in front.
pub fn show(model: &mut Model) -> Vec<Effect> {
    let screen = &model.screens.meeting;
    let (Some(sight), Some(row)) = (&screen.sight, screen.row()) else { return Vec::new() };
    let Some(ballot) = row.ballot else { return Vec::new() };
    let item = row.item.filter(|item| item.application.edition == ballot.edition);
    let lines = of(ballot, &sight.meeting.ballots, item.map(|item| item.edition.as_str()));
    model.open(Text::new(ballot.organisation.as_str(), lines))
}

/// The motion of `ballot`, one of `all` of its meeting, judged by the edition with this `title`; a line a paragraph.
/// Nothing of it is private: it is what the seats vote on.
pub fn of(ballot: &Ballot, all: &[Ballot], title: Option<&str>) -> Vec<String> {
    let moved = Moved {
        motion: ballot.motion,
        terms: ballot.terms.clone(),
        mover: ballot.mover,
        seconder: ballot.seconder,
        again: ballot.again.clone(),
    };
    let mut lines = is_moved(&moved, &ballot.roster, &ballot.organisation, ballot.program);
    let others = together::motion(all, ballot);
    let others = others.iter().filter(|one| one.id != ballot.id);
    let others: Vec<String> = others.map(|one| format!("{}, {}", one.id, one.organisation)).collect();
    if !others.is_empty() {
        lines.push(format!("One motion with {}.", others.join("; ")));
    }
    let title = title.map(|title| format!(": {title}")).unwrap_or_default();
    let edition = sentence(&format!("edition {}{title}", ballot.edition));
    lines.extend([String::new(), edition, format!("Ballot {}.", ballot.id)]);
    lines
}

#[cfg(test)]
mod tests {
    use super::movers;
    use crate::council::{Seat, SeatNo};

    #[test]
    fn movers_are_named_where_the_roster_has_them() {
        let roster = [Seat::new(SeatNo(2), "Bastian Krol", "Nordlicht")];
        assert_eq!(movers(None, None, &roster), None);
        let said = movers(Some(SeatNo(2)), Some(SeatNo(9)), &roster);
        assert_eq!(said.as_deref(), Some("Moved by seat 2 Bastian Krol, seconded by seat 9."));
    }
}
