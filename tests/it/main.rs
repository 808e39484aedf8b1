//! Everything that is tested across rooms and without a terminal, in one binary.

mod layers;
mod licences;
mod listed;
mod tally;
