//! The one place where the console asks for the day and the moment.

use std::time::Instant;

use chrono::{Local, NaiveDate};

/// Today, where the person sits.
#[expect(clippy::disallowed_methods, reason = "the shell tells the model what day it is")]
pub(super) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// This moment, to measure from.
#[expect(clippy::disallowed_methods, reason = "the console's edge is where time comes in")]
pub(super) fn moment() -> Instant {
    Instant::now()
}
