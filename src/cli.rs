//! The command line: one file a verb. Data goes to standard output, messages to standard error.

mod amend;
mod applications;
mod apply;
mod args;
mod assess;
mod assign;
mod ballot;
mod claim;
mod condition;
mod conflict;
mod console;
mod council;
mod decision;
mod docket;
mod editions;
mod env;
pub mod error;
mod evidence;
mod export;
mod history;
mod import;
mod letter;
mod list;
mod meeting;
mod minutes;
mod note;
pub mod out;
mod packet;
pub mod paper;
mod present;
mod register;
mod rehearse;
mod ruling;
pub mod schema;
mod seat;
mod set;
mod show;
mod stage;
mod tally;
mod undo;
mod verify;
pub mod vote;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

pub use error::CliError;

use crate::record::Role;
use args::word;

/// Review applications for FinOps certifications, score them, and record the council's votes.
#[derive(Debug, Parser)]
#[command(name = "docket", version, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
struct Cli {
    #[command(flatten)]
    context: Context,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What every verb is given beside its own arguments.
#[derive(Debug, clap::Args)]
pub struct Context {
    /// The docket to work on.
    #[arg(long, global = true, display_order = 100, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// Who does it, as recorded in the journal; else `actor = "NAME"` in `$XDG_CONFIG_HOME/docket/config.toml`, else
    /// the login name.
    #[arg(long, global = true, display_order = 100, value_name = "NAME")]
    pub actor: Option<String>,
    /// In which role, where one is asked for: a lead waives, a chair rules.
    #[arg(long, global = true, display_order = 100, value_parser = word!(Role))]
    pub role: Option<Role>,
    /// Print JSON.
    #[arg(long, global = true, display_order = 100)]
    pub json: bool,
}

/// What can be done. A verb's own arguments are made when it is named, so that the console need not wait for them.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Verb {
    Demo(console::DemoArgs),
    Import(import::Args),
    List(list::Args),
    Show(show::Args),
    Assess(assess::Args),
    History(history::Args),
    Set(set::Args),
    Claim(claim::Args),
    Evidence(evidence::Args),
    Assign(assign::Args),
    Stage(stage::Args),
    Note(note::Args),
    Amend(amend::Args),
    Undo(undo::Args),
    Seat(seat::Args),
    Conflict(conflict::Args),
    Meeting(meeting::Args),
    Ruling(ruling::Args),
    Ballot(ballot::Args),
    Condition(condition::Args),
    Vote(vote::Args),
    Tally(tally::Args),
    Packet(packet::Args),
    Minutes(minutes::Args),
    Decision(decision::Args),
    Letter(letter::Args),
    Register(register::Args),
    Export(export::Args),
    Apply(apply::Args),
    Verify(verify::Args),
    Present(present::Args),
    Rehearse(rehearse::Args),
    Editions(editions::Args),
    Schema(schema::Args),
}

fn run(verb: Option<Verb>, context: &Context) -> Result<(), CliError> {
    let Some(verb) = verb else { return console::open(context) };
    match verb {
        Verb::Demo(_) => console::demo(context),
        Verb::Import(args) => import::run(&args, context),
        Verb::List(args) => list::run(args, context),
        Verb::Show(args) => show::run(&args, context),
        Verb::Assess(args) => assess::run(&args, context),
        Verb::History(args) => history::run(&args, context),
        Verb::Set(args) => set::run(args, context),
        Verb::Claim(args) => claim::run(args, context),
        Verb::Evidence(args) => evidence::run(args, context),
        Verb::Assign(args) => assign::run(args, context),
        Verb::Stage(args) => stage::run(args, context),
        Verb::Note(args) => note::run(&args, context),
        Verb::Amend(args) => amend::run(args, context),
        Verb::Undo(undo::Args) => undo::run(context),
        Verb::Seat(args) => seat::run(args, context),
        Verb::Conflict(args) => conflict::run(args, context),
        Verb::Meeting(args) => meeting::run(args, context),
        Verb::Ruling(args) => ruling::run(args, context),
        Verb::Ballot(args) => ballot::run(args, context),
        Verb::Condition(args) => condition::run(args, context),
        Verb::Vote(args) => vote::run(&args, context),
        Verb::Tally(args) => tally::run(&args, context),
        Verb::Packet(args) => packet::run(&args, context),
        Verb::Decision(args) => decision::run(&args, context),
        Verb::Letter(args) => letter::run(&args, context),
        Verb::Register(args) => register::run(&args, context),
        Verb::Minutes(args) => minutes::run(&args, context),
        Verb::Export(args) => export::run(&args, context),
        Verb::Apply(args) => apply::run(&args, context),
        Verb::Verify(args) => verify::run(&args, context),
        Verb::Present(args) => present::run(&args, context),
        Verb::Rehearse(args) => rehearse::run(&args, context),
        Verb::Editions(args) => editions::run(&args, context),
        Verb::Schema(args) => schema::run(&args, context),
    }
}

/// Does what `arguments` say, the program's name first, and gives the exit status.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let done = match parse(&arguments) {
        Ok(Cli { context, verb }) => run(verb, &context),
        Err(answer) => out::usage(&answer),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            out::failure(&error);
            ExitCode::from(error.status())
        }
    }
}

/// Who asks for help, or is not understood, is answered by a command line with all verbs made.
fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let parsed = Cli::command().try_get_matches_from(arguments).or_else(|_answer| {
        let mut whole = Cli::command();
        whole.build();
        args::negative_numbers_are_values(whole).try_get_matches_from(arguments)
    });
    Cli::from_arg_matches(&parsed?)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn every_verb_can_be_asked() {
        Cli::command().debug_assert();
    }
}
