//! What is tested in a real terminal.
#![cfg(test)]
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests work where clocks, files and the environment are"
)]

mod ahead;
mod beside;
mod day;
mod docket;
mod ends;
mod hostile;
mod killed;
mod present;
mod program;
mod restore;
mod whole_meeting;
mod wire;

#[path = "../support/council.rs"]
mod council;
#[path = "../support/dockets.rs"]
#[expect(dead_code, reason = "the tests without a terminal use the rest")]
mod dockets;
#[path = "../support/place.rs"]
#[expect(dead_code, reason = "the tests without a terminal use the rest")]
mod place;
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/whole_meeting.rs"]
mod script;
