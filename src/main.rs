//! The `docket` program.

use std::{env, process::ExitCode};

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    Ok(docket::cli::main(env::args_os()))
}
