//! `docket`: a review console in the terminal for FinOps organisation certifications.

pub mod cli;
pub mod console;
pub mod council;
pub mod intake;
pub mod papers;
pub mod record;
pub mod review;
pub mod rules;
pub mod samples;
pub mod store;
pub mod text;

/// The test helpers name this library as tests outside it do.
#[cfg(test)]
extern crate self as docket;
