//! Where an application stands, and which moves a command may make.

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
    /// The stages a command may move to from here. `on-agenda` and `decided` come from the meeting alone.
    pub const fn moves(self) -> &'static [Self] {
        match self {
            Self::Enquiry => &[Self::Received, Self::Withdrawn],
            Self::Received => &[Self::InReview, Self::AwaitingApplicant, Self::Withdrawn],
            Self::InReview => &[Self::Received, Self::AwaitingApplicant, Self::ReadyForTac, Self::Withdrawn],
            Self::AwaitingApplicant => &[Self::InReview, Self::Withdrawn],
            Self::ReadyForTac => &[Self::InReview, Self::AwaitingApplicant, Self::Withdrawn],
            Self::Withdrawn => &[Self::Received],
            Self::OnAgenda | Self::Decided => &[],
        }
    }
}
