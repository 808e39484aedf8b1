//! What a docket survives: a process that is killed, two that write at once, a disk that takes no more, and files that
//! are not what they should be. Real processes on real files.
#![cfg(test)]
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests work where files and the environment are")]

mod chance;
mod disk;
mod files;
mod kill;
mod record;
mod worker;
mod writers;

#[path = "../support/dockets.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod dockets;
#[path = "../support/place.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod place;
