//! `docket register`: the certifications granted.

use chrono::NaiveDate;

use super::{
    CliError, Context,
    args::{a_day, word},
    docket, env,
    paper::{self, Format, Into},
};
use crate::{papers::register, review::queue::Window};

/// Write the register of certifications, newest first: what holds, rests, waits for conditions, or is over.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// As it stands on this day; today where none is given.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    as_of: Option<NaiveDate>,
    /// In which form.
    #[arg(long, value_parser = word!(Format), default_value = "md")]
    format: Format,
    #[command(flatten)]
    into: Into,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let store = docket::read(context)?;
    let everything = Window { first: 0, rows: u64::MAX };
    let certifications = store.certifications(everything)?;
    let day = args.as_of.unwrap_or_else(env::today);
    match paper::asked(context, args.format) {
        Format::Csv => args.into.table(&store, context, &register::table(&certifications, day)),
        form => {
            let page = register::page(&certifications, day);
            args.into.write(&store, context, (form, page), &register::entries(&certifications, day))
        }
    }
}
