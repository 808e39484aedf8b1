//! `docket register`: the certifications granted.

use super::{
    CliError, Context,
    args::word,
    docket,
    paper::{self, Format, Into},
};
use crate::{papers::register, review::queue::Window};

/// Write the register of certifications, newest first.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
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
    match paper::asked(context, args.format) {
        Format::Csv => args.into.table(&store, context, &register::table(&certifications)),
        Format::Json | Format::Md | Format::Html | Format::Txt => {
            let page = register::page(&certifications);
            args.into.write(&store, context, (args.format, page), &certifications)
        }
    }
}
