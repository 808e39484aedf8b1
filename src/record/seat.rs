//! The changes of a seat, made from what is known of it: one place for console and command line.

use chrono::NaiveDate;

use super::{Act, Change, Refusal};
use crate::council::{
    Meeting, Seat, SeatNo, StandIn, Suspension,
    seat::{holder, latest},
};

/// The number of the next seat.
pub fn next(seats: &[Seat]) -> SeatNo {
    SeatNo(seats.iter().map(|seat| seat.n.0).max().unwrap_or(0).saturating_add(1))
}

/// Lets the term `now` begin on its first day; whoever holds the seat then holds it until the day before.
pub fn succeed(seats: &[Seat], now: Seat) -> Vec<Change> {
    let running = now.from.and_then(|day| holder(seats, now.n, day));
    let Some(was) = running.cloned() else { return vec![Change::Seated { was: None, now: Some(now) }] };
    if was.from == now.from {
        return vec![Change::Seated { was: Some(was), now: Some(now) }];
    }
    let until = now.from.and_then(|day| day.pred_opt());
    let ended = Seat { until, ends: false, ..was.clone() };
    vec![Change::Seated { was: Some(was), now: Some(ended) }, Change::Seated { was: None, now: Some(now) }]
}

/// Whom the employer of a new term belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Parent {
    /// As before; with another employer nobody.
    #[default]
    Unsaid,
    /// This organisation, or nobody.
    Is(Option<String>),
}

/// What changes with a new term. What is not said stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anew {
    /// Who holds the seat.
    pub holder: Option<String>,
    /// Whom they work for.
    pub employer: Option<String>,
    /// Whom the employer belongs to.
    pub parent: Parent,
    /// They preside; a new holder does so only if that is said.
    pub chair: Option<bool>,
    /// They have no vote, and are no member.
    pub contributor: Option<bool>,
    /// The last day; with the same holder as before where none is said.
    pub until: Option<NaiveDate>,
}

impl Anew {
    /// The term after `was`, from its first day on.
    fn of(self, was: Seat, from: NaiveDate) -> Seat {
        let stays = self.holder.is_none();
        let parent = match (self.parent, &self.employer) {
            (Parent::Is(parent), _) => parent,
            (Parent::Unsaid, Some(_)) => None,
            (Parent::Unsaid, None) => was.parent.clone(),
        };
        Seat {
            holder: self.holder.unwrap_or_else(|| was.holder.clone()),
            employer: self.employer.unwrap_or_else(|| was.employer.clone()),
            parent,
            chair: self.chair.unwrap_or(stays && was.chair),
            contributor: self.contributor.unwrap_or(was.contributor),
            from: Some(from),
            until: self.until.or(was.until.filter(|_| stays)),
            ends: stays && was.ends && self.until.is_none(),
            ..was
        }
    }
}

/// Lets seat `n` have another holder, employer or standing from a day on. Nothing where it is so already.
///
/// # Errors
/// There is no such seat, or nobody holds it then and no holder is named.
pub fn change(seats: &[Seat], n: SeatNo, from: NaiveDate, anew: Anew) -> Result<Vec<Change>, Refusal> {
    let held = holder(seats, n, from);
    if held.is_none() && anew.holder.is_none() {
        let why = format!("nobody holds seat {n} on {from}");
        return Err(Refusal::invalid(why, "say who does, and whom they work for"));
    }
    let was = held.or_else(|| latest(seats, n, from)).cloned();
    let was = was.ok_or_else(|| Refusal::unknown(format!("seat {n}"), "see `docket seat list`"))?;
    let now = anew.of(was.clone(), from);
    let same = Seat { from: was.from, ..now.clone() } == was && held.is_some();
    Ok(if same { Vec::new() } else { succeed(seats, now) })
}

/// Ends the term of seat `n` on `day`, and the seat itself with it where that is for good. Nothing where it is so
/// already.
///
/// # Errors
/// There is no such seat.
pub fn end(seats: &[Seat], n: SeatNo, day: NaiveDate, for_good: bool) -> Result<Vec<Change>, Refusal> {
    let unknown = || Refusal::unknown(format!("seat {n}"), "see `docket seat list`");
    let was = latest(seats, n, day).cloned().ok_or_else(unknown)?;
    // The last day of a term that is over already stays what it was.
    let until = was.until.filter(|until| *until < day).unwrap_or(day);
    let now = Seat { until: Some(until), ends: for_good, ..was.clone() };
    Ok(if now == was { Vec::new() } else { vec![Change::Seated { was: Some(was), now: Some(now) }] })
}

/// Lets the holder of seat `n` be a member again from `day` on.
///
/// # Errors
/// The seat is not suspended on that day.
pub fn reinstate(suspensions: &[Suspension], n: SeatNo, day: NaiveDate) -> Result<Change, Refusal> {
    let mut of_seat = suspensions.iter().filter(|one| one.seat == n);
    let one = of_seat.find(|one| one.holds_on(day)).ok_or_else(|| {
        Refusal::not_allowed(format!("seat {n} is not suspended on {day}"), "see `docket seat list`")
    })?;
    let (seat, from, was) = (n, one.from, one.until);
    Ok(match day.pred_opt().filter(|last| *last >= from) {
        Some(last) => Change::SuspensionEnds { seat, from, was, now: Some(last) },
        None => Change::Suspended { seat, from, until: was, because: None },
    })
}

/// Names a stand-in for `meeting`; one who was named before and has not sat yet is replaced.
pub fn stand_in(meeting: &Meeting, one: StandIn) -> Change {
    let was = meeting.stand_ins.iter().find(|other| other.seat == one.seat).cloned();
    Change::StoodIn { meeting: meeting.id.clone(), was, now: Some(one) }
}

/// Gives seat `n` back to its holder. A stand-in who never came is struck out.
///
/// # Errors
/// Nobody stands in on that seat.
pub fn take_back(meeting: &Meeting, n: SeatNo, act: &Act) -> Result<Change, Refusal> {
    let was = meeting.stand_in(n).cloned().ok_or_else(|| {
        Refusal::not_allowed(
            format!("nobody stands in on seat {n} in meeting {}", meeting.id),
            "the seat is its holder's",
        )
    })?;
    let came = meeting.attendance.iter().any(|stay| stay.seat == n && was.sat(stay.since));
    let now = came.then(|| StandIn { back: Some(act.at), ..was.clone() });
    Ok(Change::StoodIn { meeting: meeting.id.clone(), was: Some(was), now })
}
