//! The second reckoning: people are counted out one by one, and every rule is said in its own words. It shares no code
//! with the first.

use docket::council::{Base, Mode, Outcome, Split, Threshold};

/// What a vote comes to: the quorum needed and whether it is there, each reading with its base, and the outcome.
pub(crate) struct Vote {
    pub(crate) quorum: Option<(u32, bool)>,
    pub(crate) readings: Vec<(Base, u32, u32, Option<bool>)>,
    pub(crate) outcome: Outcome,
}

/// What `s` comes to; `None` is a wrong question.
pub(crate) fn reckon(s: Split, mode: Mode, threshold: Threshold, ruling: Option<Base>) -> Option<Vote> {
    let at_meeting = mode == Mode::Meeting;
    let quorum_needed = (1..=s.members).find(|heads| 2 * heads >= s.members)?;
    let quorate = s.present >= quorum_needed;
    let mut readings = Vec::new();
    if at_meeting && threshold == Threshold::Majority {
        let silent = s.present - s.for_ - s.against - s.abstain - s.recused;
        let bases = [
            (Base::Attendance, s.for_ + s.against + s.abstain + silent + s.recused),
            (Base::Unrecused, s.for_ + s.against + s.abstain + silent),
            (Base::Cast, s.for_ + s.against),
        ];
        let all_recused = s.recused == s.present;
        for (base, of) in bases {
            let undecided = !quorate || (all_recused && base != Base::Attendance);
            let carried = 2 * s.for_ > of;
            readings.push((base, of, more_than_half(of), if undecided { None } else { Some(carried) }));
        }
    } else {
        let needed = match threshold {
            Threshold::Majority => more_than_half(s.members),
            Threshold::TwoThirdsOfMembers => (0..=s.members).find(|votes| 3 * votes >= 2 * s.members)?,
        };
        let undecided = at_meeting && !quorate;
        readings.push((
            Base::Members,
            s.members,
            needed,
            if undecided { None } else { Some(s.for_ >= needed) },
        ));
    }
    let verdict = match ruling {
        Some(_) if readings.len() == 1 => return None,
        Some(base) => readings.iter().find(|reading| reading.0 == base)?.3,
        None if readings.iter().any(|reading| reading.3 != readings[0].3) => {
            return Some(Vote {
                quorum: at_meeting.then_some((quorum_needed, quorate)),
                readings,
                outcome: Outcome::NeedsRuling,
            });
        }
        None => readings[0].3,
    };
    let outcome = match verdict {
        Some(true) => Outcome::Adopted,
        Some(false) => Outcome::NotAdopted,
        None => Outcome::NoDecision,
    };
    Some(Vote { quorum: at_meeting.then_some((quorum_needed, quorate)), readings, outcome })
}

fn more_than_half(of: u32) -> u32 {
    let mut votes = 0;
    while votes <= of - votes.min(of) {
        votes += 1;
    }
    votes
}
