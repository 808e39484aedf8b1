//! `docket tally`: what a split of votes would give under each reading.

use super::{CliError, Context, args::word, out};
use crate::council::{
    Base, Mode, Outcome, Reading, RuleSet, Split, Tally, Threshold, rules,
    tally::{self, Quorum},
};

/// Say what a split of votes would give under each reading.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Voting members, at least 1.
    #[arg(long, value_name = "N")]
    members: u32,
    /// Members present; not asked for electronically.
    #[arg(long, value_name = "N", default_value_t = 0)]
    present: u32,
    /// Votes for the motion.
    #[arg(long = "for", value_name = "N", default_value_t = 0)]
    for_: u32,
    /// Votes against it.
    #[arg(long, value_name = "N", default_value_t = 0)]
    against: u32,
    /// Members who abstain.
    #[arg(long, value_name = "N", default_value_t = 0)]
    abstain: u32,
    /// Members who are recused.
    #[arg(long, value_name = "N", default_value_t = 0)]
    recused: u32,
    /// How the vote is taken.
    #[arg(long, value_parser = word!(Mode), default_value_t = Mode::Meeting)]
    mode: Mode,
    /// How much is needed.
    #[arg(long, value_parser = word!(Threshold), default_value_t = Threshold::Majority)]
    threshold: Threshold,
    /// The reading ruled to be in force.
    #[arg(long, value_parser = word!(Base, [Base::Attendance, Base::Unrecused, Base::Cast]))]
    ruling: Option<Base>,
    /// Exit with 1 unless the motion is adopted.
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<(), CliError> {
    let split = Split {
        members: args.members,
        present: args.present,
        for_: args.for_,
        against: args.against,
        abstain: args.abstain,
        recused: args.recused,
    };
    let rules = RuleSet::shipped(rules::DEFAULT)?;
    let tally = tally::tally(&rules, split, args.mode, args.threshold, args.ruling)?;
    if context.json {
        out::json(&tally)?;
    } else {
        print(&tally)?;
    }
    if args.check && tally.outcome != Outcome::Adopted { Err(CliError::No) } else { Ok(()) }
}

fn print(tally: &Tally) -> Result<(), CliError> {
    if let Some(Quorum { needed, present, met }) = tally.quorum {
        let met = if met { "met" } else { "not met" };
        out::line(&format!("quorum      {met}: {present} present, {needed} needed"))?;
    }
    for Reading { base, of, needed, for_, adopted } in &tally.readings {
        let result = Outcome::of(*adopted);
        out::line(&format!("{base:<10}  {result}: {for_} for of {of}, {needed} needed"))?;
    }
    let why = match tally.outcome {
        Outcome::NeedsRuling => ": the readings differ; name the one in force with --ruling",
        _ => "",
    };
    out::line(&format!("outcome     {}{why}", tally.outcome))
}
