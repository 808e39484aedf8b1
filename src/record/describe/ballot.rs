//! What happened to a ballot, in one line.

use crate::{
    council::{Outcome, Position, Reason, SeatNo, ballot, condition::Clearing, motion},
    record::{Change, Granted},
    review::Stage,
};

/// A ballot opened: the motion, its terms, who moved it, and how it goes with others.
pub(super) fn opened<P>(change: &Change<P>) -> String {
    let Change::BallotOpened { motion: moved, terms, mover, seconder, with, again, deadline, .. } = change
    else {
        return String::new();
    };
    let mut line = format!("opened: to {}", moved.words());
    let mut say = |text: String| {
        line.push_str(", ");
        line.push_str(&text);
    };
    motion::said(terms).into_iter().for_each(&mut say);
    let rest = [
        mover.map(|seat| format!("moved by seat {seat}")),
        seconder.map(|seat| format!("seconded by seat {seat}")),
        again.as_ref().map(|ballot| format!("taking {ballot} up again")),
        with.as_ref().map(|ballot| format!("together with {ballot}")),
        deadline.map(|deadline| format!("open until {}", deadline.format("%Y-%m-%d %H:%M UTC"))),
    ];
    rest.into_iter().flatten().for_each(&mut say);
    line
}

/// A position taken, replaced or taken back, and why.
pub(super) fn voted(
    seat: SeatNo,
    was: Option<Position>,
    now: Option<Position>,
    why: Option<Reason>,
) -> String {
    let why = ballot::why(why);
    match (was, now) {
        (_, None) => format!("seat {seat} took its position back ({why})"),
        (None, Some(now)) => format!("seat {seat}: {now}"),
        (Some(was), Some(now)) => format!("seat {seat}: {now}, before {was} ({why})"),
    }
}

/// Whether a seat that came late takes part.
pub(super) fn joined(seat: SeatNo, takes_part: Option<bool>) -> String {
    match takes_part {
        Some(true) => format!("seat {seat} came late and takes part"),
        Some(false) => format!("seat {seat} came late and takes no part: present, without a position"),
        None => format!("seat {seat} was not asked whether it takes part after all"),
    }
}

/// A ballot closed, and who had spoken before leaving.
pub(super) fn closed(present: usize, left: &[SeatNo]) -> String {
    let closed = format!("closed with {present} present");
    if left.is_empty() {
        return closed;
    }
    let seats: Vec<_> = left.iter().map(SeatNo::to_string).collect();
    format!("{closed}; spoke before leaving, which does not count: seat {}", seats.join(", "))
}

/// A ballot declared: as what, what that grants, and where the application goes.
pub(super) fn declared(outcome: Outcome, next: Stage, granted: Option<&Granted>) -> String {
    let certified = granted.map(|granted| format!("; certified {granted}")).unwrap_or_default();
    format!("declared {}{certified}; moved to {}", outcome.as_str().replace('-', " "), next.words())
}

/// A condition cleared, or open again.
pub(super) fn cleared(condition: u32, now: Option<&Clearing>) -> String {
    match now {
        Some(now) => format!("cleared condition {condition}: {}", now.evidence),
        None => format!("opened condition {condition} again"),
    }
}

#[cfg(test)]
mod tests {
    use crate::record::{describe, sample};

    #[test]
    fn a_motion_is_said_with_all_its_terms() {
        let lines: Vec<_> = sample::ballots_with_terms().iter().map(describe).collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        opened: to approve, from 2026-12-01, until 2026-12-31, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to approve with conditions, from 2026-12-01, until 2026-12-31, in force when its conditions are cleared, condition 1: Publish the case study (A. Owner, due 2026-12-31), condition 2: Renew (A. Owner, due 2026-12-31, to be cleared by the lead), moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to decline, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1, open until 2026-11-23 09:59 UTC
        opened: to defer, back on 2026-12-15, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to defer, back when this has come: the head count, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to reclassify, as FinOps Certified Specialty Solution, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to suspend, the certification granted by 2026-0007/1, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to revoke, the certification granted by 2026-0007/1, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        opened: to refer, asking: Does it count?, moved by seat 1, seconded by seat 2, taking 2026-0007/1 up again, together with 2026-0008/1
        seat 1: against, before for (a slip)
        seat 1: against, before for (changed their vote)
        seat 1: against, before for (left before closing)
        seat 1: against, before for (not said why)
        seat 2 came late and takes part
        seat 2 came late and takes no part: present, without a position
        seat 2 was not asked whether it takes part after all
        closed with 1 present; spoke before leaving, which does not count: seat 2, 3
        moved to in review, because: There is another owner
        ");
    }
}
