//! What is to be expected of a line of the agenda before it is put to the vote: can those who are there decide it?

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    ballot::{Ballot, Position},
    conflict::{Applicant, Register},
    meeting::{Meeting, MeetingState},
    rules::RuleSet,
    seat::SeatNo,
    tally::{self, Mode, Outcome, Split, Threshold},
};

/// What is to be expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "expected", rename_all = "kebab-case")]
pub enum Forecast {
    /// It can be decided, also when all who may not take part step out.
    Decidable,
    /// It can be decided while these stay in the room; when they step out, the quorum is lost.
    AtRisk {
        /// Who.
        seats: Vec<SeatNo>,
    },
    /// Those who are there cannot decide it, whether these stay or step out; all members can, by an electronic ballot.
    Electronic {
        /// Who.
        seats: Vec<SeatNo>,
    },
    /// Nothing can be decided until so many more come in.
    NoQuorum {
        /// Members missing.
        missing: u32,
    },
    /// Too many may not take part: neither those who are there nor all members can decide it.
    Blocked {
        /// Who.
        seats: Vec<SeatNo>,
    },
}

/// What is to be expected of an application of `meeting`: whoever took no part in one of its earlier `ballots`, or has
/// a conflict with the `applicant` that stands in the `register` on the day of the meeting, may take no part.
pub fn of_application<'b>(
    rules: &RuleSet,
    meeting: &Meeting,
    register: &Register,
    applicant: Applicant<'_>,
    ballots: impl IntoIterator<Item = &'b Ballot>,
) -> Forecast {
    let mut out = recused_before(ballots);
    out.extend(register.concerned(&meeting.members, applicant, meeting.date));
    forecast(rules, meeting, &out)
}

/// What is to be expected of an item of `meeting` that the seats of `out` may not take part in. Before the call to
/// order everybody is expected to come.
pub fn forecast(rules: &RuleSet, meeting: &Meeting, out: &[SeatNo]) -> Forecast {
    let planned = meeting.state == MeetingState::Planned;
    let here: Vec<SeatNo> =
        meeting.members.iter().map(|seat| seat.n).filter(|n| planned || meeting.is_present(*n)).collect();
    let seats: Vec<SeatNo> = here.iter().copied().filter(|n| out.contains(n)).collect();
    let members = count(meeting.members.len());
    let (present, recused) = (count(here.len()), count(seats.len()));
    let split = Split { members, present, recused, ..Split::default() };
    let quorum = tally::quorum(rules, split);
    let left = present.saturating_sub(recused);
    if !quorum.met {
        return Forecast::NoQuorum { missing: quorum.needed.saturating_sub(present) };
    }
    if left >= quorum.needed {
        return Forecast::Decidable;
    }
    if carries_recused(rules, meeting, split) {
        return Forecast::AtRisk { seats };
    }
    let free = meeting.members.iter().filter(|seat| !out.contains(&seat.n)).count();
    if count(free) >= rules.electronic.share.needed(members) {
        Forecast::Electronic { seats }
    } else {
        Forecast::Blocked { seats }
    }
}

/// Whether all who may take part can carry a motion while the recused stay in the room, under the reading in force.
fn carries_recused(rules: &RuleSet, meeting: &Meeting, split: Split) -> bool {
    let all_for = Split { for_: split.present.saturating_sub(split.recused), ..split };
    let reading = meeting.reading.unwrap_or(rules.default_reading);
    let tally = tally::tally(rules, all_for, Mode::Meeting, Threshold::Majority, Some(reading));
    tally.is_ok_and(|tally| tally.outcome == Outcome::Adopted)
}

/// The seats that said in an earlier ballot on the item that they take no part.
pub fn recused_before<'b>(ballots: impl IntoIterator<Item = &'b Ballot>) -> Vec<SeatNo> {
    let mut seats: Vec<SeatNo> = ballots
        .into_iter()
        .flat_map(|ballot| &ballot.positions)
        .filter(|(_, position)| **position == Position::Recused)
        .map(|(seat, _)| *seat)
        .collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}

impl Forecast {
    /// The forecast in one line; `name` gives the name of a seat.
    pub fn say(&self, name: impl Fn(SeatNo) -> String) -> String {
        let who = |seats: &[SeatNo]| {
            let names: Vec<String> = seats.iter().map(|seat| name(*seat)).collect();
            let step = if names.len() == 1 { "steps" } else { "step" };
            format!("{} {step} out", names.join(", "))
        };
        match self {
            Self::Decidable => "can be decided".to_owned(),
            Self::AtRisk { seats } => format!("quorum at risk: it is lost when {}", who(seats)),
            Self::Electronic { seats } => {
                format!("better as an electronic ballot: no quorum when {}, no majority when not", who(seats))
            }
            Self::NoQuorum { missing } => format!("no quorum, {missing} more must come in"),
            Self::Blocked { seats } => {
                format!("cannot be decided: too few are left when {}", who(seats))
            }
        }
    }

    /// Nothing stands in the way.
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Decidable)
    }
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Forecast, forecast, recused_before};
    use crate::council::{Base, MeetingState, Position, RuleSet, SeatNo, rules::DEFAULT, sample};

    /// What is expected with seats 1 to `present` of `members` in the room, of whom the first `out` may not take part.
    fn expected(members: u32, present: u32, out: u32, reading: Base) -> String {
        let here: Vec<u32> = (1..=present).collect();
        let mut meeting = sample::meeting(members, &here);
        meeting.reading = Some(reading);
        let out: Vec<SeatNo> = (1..=out).map(SeatNo).collect();
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        forecast(&rules, &meeting, &out).say(|seat| format!("seat {seat}"))
    }

    #[test]
    fn golden_forecasts() {
        use Base::{Attendance, Unrecused};
        let at_risk = "quorum at risk: it is lost when seat 1 steps out";
        for (members, present, out, reading, said) in [
            (15, 15, 0, Attendance, "can be decided"),
            (15, 9, 1, Attendance, "can be decided"),
            (15, 8, 1, Attendance, at_risk),
            (15, 8, 2, Attendance, "quorum at risk: it is lost when seat 1, seat 2 step out"),
            (
                15,
                8,
                4,
                Attendance,
                "better as an electronic ballot: no quorum when seat 1, seat 2, seat 3, seat 4 step out, no majority \
                 when not",
            ),
            (15, 8, 4, Unrecused, "quorum at risk: it is lost when seat 1, seat 2, seat 3, seat 4 step out"),
            (15, 7, 0, Attendance, "no quorum, 1 more must come in"),
            (15, 0, 0, Attendance, "no quorum, 8 more must come in"),
            (10, 5, 1, Attendance, at_risk),
            (3, 2, 2, Attendance, "cannot be decided: too few are left when seat 1, seat 2 step out"),
        ] {
            assert_eq!(expected(members, present, out, reading), said, "{members} {present} {out} {reading}");
        }
    }

    #[test]
    fn before_the_call_everybody_is_expected() {
        let mut meeting = sample::meeting(15, &[]);
        (meeting.state, meeting.reading) = (MeetingState::Planned, None);
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        let out: Vec<SeatNo> = (1..=7).map(SeatNo).collect();
        assert_eq!(forecast(&rules, &meeting, &out), Forecast::Decidable);
        let out: Vec<SeatNo> = (1..=8).map(SeatNo).collect();
        assert_eq!(forecast(&rules, &meeting, &out), Forecast::Blocked { seats: out.clone() });
    }

    #[test]
    fn who_is_not_in_the_room_cannot_step_out() {
        let mut meeting = sample::meeting(15, &(1..=8).collect::<Vec<_>>());
        let rules = RuleSet::shipped(DEFAULT).unwrap();
        assert_eq!(forecast(&rules, &meeting, &[SeatNo(9)]), Forecast::Decidable);
        meeting.members.truncate(8);
        assert_eq!(forecast(&rules, &meeting, &[SeatNo(1), SeatNo(9)]), Forecast::Decidable);
    }

    #[test]
    fn whoever_was_recused_once_is_expected_to_be_again() {
        let mut ballot = sample::ballot(5);
        ballot.positions.insert(SeatNo(3), Position::Recused);
        ballot.positions.insert(SeatNo(2), Position::For);
        assert_eq!(recused_before([&ballot, &ballot]), [SeatNo(3)]);
    }
}
