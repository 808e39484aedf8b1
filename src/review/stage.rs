//! Where an application stands, and which moves a command may make.

use super::{
    application::Presented,
    assessment::{Assessment, Verdict},
};
use crate::rules::ids::words;

words!(
    /// Where an application stands.
    Stage {
        /// Asked about, nothing handed in.
        Enquiry = "enquiry",
        /// Handed in, nobody has looked.
        Received = "received",
        /// Being reviewed.
        InReview = "in-review",
        /// The applicant owes an answer.
        AwaitingApplicant = "awaiting-applicant",
        /// Can be put on an agenda.
        ReadyForTac = "ready-for-tac",
        /// On the agenda of a meeting.
        OnAgenda = "on-agenda",
        /// The council has decided.
        Decided = "decided",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
);

impl Stage {
    /// Its name in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Received => "received",
            Self::InReview => "in review",
            Self::AwaitingApplicant => "awaiting applicant",
            Self::ReadyForTac => "ready for TAC",
            Self::OnAgenda => "on agenda",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The stages a command may move to from here. `on-agenda` and `decided` come from the meeting alone.
    pub const fn moves(self) -> &'static [Self] {
        match self {
            Self::Enquiry => &[Self::Received, Self::Withdrawn],
            Self::Received | Self::ReadyForTac => &[Self::InReview, Self::AwaitingApplicant, Self::Withdrawn],
            Self::InReview => &[Self::Received, Self::AwaitingApplicant, Self::ReadyForTac, Self::Withdrawn],
            Self::AwaitingApplicant => &[Self::InReview, Self::Withdrawn],
            Self::Withdrawn => &[Self::Received],
            // What was decided stays in the record; a new review can lead to a new ballot.
            Self::Decided => &[Self::InReview],
            Self::OnAgenda => &[],
        }
    }
}

/// Why an application cannot be moved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StageError {
    /// The stage is not among those to go to from here.
    #[error("what is {} cannot become {}; {}", .from.words(), .to.words(), onward(*from))]
    NotFromHere {
        /// Where it stands.
        from: Stage,
        /// Where it was to go.
        to: Stage,
    },
    /// The stage comes from the meeting.
    #[error(
        "{} comes from the meeting alone: put the application on an agenda, or decide it by a ballot",
        .to.words()
    )]
    MeetingOnly {
        /// Where it was to go.
        to: Stage,
    },
    /// The verdict is not `ready`.
    #[error(
        "not ready for the council ({verdict}): {}; to present it anyway, give a reason and who takes it on",
        .in_the_way.join("; ")
    )]
    NotReady {
        /// The verdict.
        verdict: Verdict,
        /// What stands in the way.
        in_the_way: Vec<String>,
    },
}

fn onward(from: Stage) -> String {
    let moves: Vec<&str> = from.moves().iter().map(|stage| stage.words()).collect();
    if moves.is_empty() {
        "it moves in the meeting alone".to_owned()
    } else {
        format!("it can become {}", moves.join(", "))
    }
}

/// Whether a command may move an application `from` one stage `to` another. To `ready-for-tac` goes what is
/// ready, or what somebody presents anyway.
///
/// # Errors
/// Where it may not, with what stands in the way.
pub fn may_move(
    from: Stage,
    to: Stage,
    assessment: &Assessment,
    presented: Option<&Presented>,
) -> Result<(), StageError> {
    if matches!(to, Stage::OnAgenda | Stage::Decided) {
        return Err(StageError::MeetingOnly { to });
    }
    if !from.moves().contains(&to) {
        return Err(StageError::NotFromHere { from, to });
    }
    if to == Stage::ReadyForTac && assessment.verdict != Verdict::Ready && presented.is_none() {
        let in_the_way = assessment.in_the_way.clone();
        return Err(StageError::NotReady { verdict: assessment.verdict, in_the_way });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
