//! What is tested in a real terminal.
#![cfg(test)]
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests work where clocks, files and the environment are"
)]

mod present;
mod program;
mod restore;

#[path = "../support/pty.rs"]
mod pty;
