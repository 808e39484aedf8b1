//! `docket verify`: is the docket what it says it is?

use super::{CliError, Context, docket, out};
use crate::store::{Access, Checked, Verified};

/// Check the docket: the file, the chain of the journal, and that the tables are what the journal gives.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A fingerprint that was noted down, as in minutes or an export.
    #[arg(long, value_name = "FINGERPRINT")]
    expect: Option<String>,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let found =
        docket::open(context, Access::Examine).and_then(|store| Ok(store.verify(args.expect.as_deref())?));
    let verified = match found {
        // That it is damaged is an answer; what is no docket, or cannot be reached, has none.
        Err(CliError::Store(error)) if error.is_damage() => Verified::unreadable(error.to_string()),
        other => other?,
    };
    if context.json {
        out::json(&verified)?;
    } else {
        plain(&verified)?;
    }
    if verified.ok { Ok(()) } else { Err(CliError::No) }
}

fn plain(verified: &Verified) -> Result<(), CliError> {
    let row = |check: &Checked| {
        let ok = if check.ok { "ok" } else { "NO" };
        [ok.to_owned(), check.id.to_owned(), check.detail.clone()]
    };
    out::table(&verified.checks.iter().map(row).collect::<Vec<_>>())?;
    out::line("")?;
    if !verified.fingerprint.is_empty() {
        out::line(&format!("{} entries, fingerprint {}", verified.entries, verified.fingerprint))?;
    }
    out::line(if verified.ok {
        "the docket is as it was written"
    } else {
        "the docket is not as it was written"
    })
}
