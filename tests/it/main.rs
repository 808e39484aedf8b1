//! Everything that is tested across rooms and without a terminal, in one binary.
#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "tests are at the edge: they read files and cut texts of their own"
)]

mod ballots;
mod cli_assess;
mod cli_conflict;
mod cli_edges;
mod cli_import;
mod cli_meeting;
mod cli_review;
mod cli_seat;
mod cli_tally;
mod cli_together;
mod cli_vote;
mod conflicts;
mod console;
mod electronic;
mod forms;
mod golden_ballots;
mod head_count;
mod intake;
mod layers;
mod licences;
mod listed;
mod meeting;
mod meeting_minutes;
mod meeting_record;
mod message;
mod monkey;
mod outcomes;
mod papers;
mod papers_afterwards;
mod papers_cli;
mod papers_electronic;
mod papers_history;
mod papers_minutes;
mod papers_motions;
mod papers_plain;
mod papers_sitting;
mod papers_together;
mod present;
mod private;
mod promises;
mod properties_review;
mod readme;
mod rehearse;
mod review_evidence;
mod review_screen;
mod schemas;
mod screens;
mod screens_keys;
mod seen;
mod small;
mod stand_ins;
mod store_attacks;
mod store_door;
mod store_files;
mod store_properties;
mod store_undo;
mod tally;
mod together;
mod typed_ahead;
mod whole_meeting;

#[path = "../support/applications.rs"]
mod applications;
#[path = "../support/council.rs"]
mod council;
#[path = "../support/desks.rs"]
mod desks;
#[path = "../support/dockets.rs"]
mod dockets;
#[path = "../support/driver.rs"]
mod driver;
#[path = "../support/fits.rs"]
mod fits;
#[path = "../support/place.rs"]
mod place;
#[path = "../support/raw.rs"]
mod raw;
#[path = "../support/whole_meeting.rs"]
mod script;
