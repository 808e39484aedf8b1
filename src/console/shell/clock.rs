//! The one place where the console asks for the day.

use chrono::{Local, NaiveDate};

/// Today, where the person sits.
#[expect(clippy::disallowed_methods, reason = "the shell tells the model what day it is")]
pub(super) fn today() -> NaiveDate {
    Local::now().date_naive()
}
