//! What is tested in a real terminal.
#![cfg(all(test, unix))]

mod program;
mod restore;

#[path = "../support/pty.rs"]
mod pty;
