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
mod wire;

#[path = "../support/place.rs"]
#[expect(dead_code, reason = "the tests without a terminal use the rest")]
mod place;
#[path = "../support/pty.rs"]
mod pty;
