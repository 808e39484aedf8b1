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
    let verified = docket::open(context, Access::Examine)?.verify(args.expect.as_deref())?;
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
    out::line(&format!("{} entries, fingerprint {}", verified.entries, verified.fingerprint))?;
    out::line(if verified.ok {
        "the docket is as it was written"
    } else {
        "the docket is not as it was written"
    })
}
