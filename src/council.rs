//! PURE. How the council decides: seats, meetings, ballots, and the arithmetic of a tally.

pub mod agenda;
pub mod ballot;
pub mod condition;
pub mod conflict;
pub mod electronic;
pub mod forecast;
pub mod hindsight;
pub mod meeting;
pub mod membership;
pub mod minutes;
pub mod motion;
pub mod order;
pub mod outcome;
pub mod register;
pub mod rules;
pub mod ruling;
#[cfg(test)]
pub(crate) mod sample;
pub mod seat;
pub mod sent;
pub mod share;
pub mod stand_in;
pub mod standing;
pub mod suspension;
pub mod tally;
pub mod together;

pub use agenda::{Action, FreeItem, ItemNo, Minute, Topic};
pub use ballot::{Ballot, BallotId, BallotState, Position, PositionChange, Reason};
pub use forecast::Forecast;
pub use hindsight::Hindsight;
pub use meeting::{Attendance, Correction, Meeting, MeetingId, MeetingState};
pub use membership::{Membership, Others};
pub use minutes::{Amendment, Approval};
pub use motion::{Condition, InForce, Motion, Terms};
pub use order::Refusal;
pub use rules::RuleSet;
pub use ruling::{Matter, Ruled, Ruling};
pub use seat::{Seat, SeatNo};
pub use sent::{Sent, SentItem, Since};
pub use stand_in::StandIn;
pub use standing::{Prospect, RollRow, Room, Silence, Standing};
pub use suspension::Suspension;
pub use tally::{Base, Mode, Outcome, Reading, Split, Tally, Threshold};
