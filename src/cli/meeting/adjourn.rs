//! `docket meeting adjourn`: the end of a meeting, with the fingerprint that is read into its minutes.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    CliError, Context, Work,
    council::{self, MeetingArg},
    docket::Done,
    out,
};
use crate::record::meeting as changes;

/// A meeting that was adjourned.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Ended {
    /// What was done.
    #[serde(flatten)]
    done: Done,
    /// The short fingerprint of the journal up to the adjournment.
    fingerprint: Option<String>,
    /// Entries of the journal up to there.
    entries: Option<u64>,
}

pub(super) fn run(named: Option<&MeetingArg>, context: &Context) -> Result<(), CliError> {
    let mut work = Work::begin(context)?;
    let meeting = council::meeting(&work.store, named)?;
    let done = work.make(vec![changes::adjourn(&meeting)?])?;
    let proof = work.store.proof(&meeting)?;
    if context.json {
        let fingerprint = proof.as_ref().map(|proof| proof.fingerprint.to_string());
        return out::json(&Ended { done, fingerprint, entries: proof.map(|proof| proof.entries) });
    }
    done.print(context)?;
    proof.map_or(Ok(()), |proof| out::line(&format!("fingerprint {proof}, up to the adjournment")))
}
