//! A seat that is added, and one that changes from a day on.

use chrono::NaiveDate;

use super::meant;
use crate::{
    cli::{
        CliError, Context,
        args::{TextOrNone, a_day},
        council::SeatArg,
        docket::Work,
        out,
    },
    council::Seat,
    record::{
        Change as Changes,
        seat::{self as changes, Anew, Parent},
    },
};

/// A new seat.
#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// Who holds it.
    name: String,
    /// Whom they work for.
    #[arg(long, value_name = "ORG")]
    employer: String,
    /// Whom the employer belongs to.
    #[arg(long, value_name = "ORG")]
    parent: Option<String>,
    /// They preside.
    #[arg(long)]
    chair: bool,
    /// They have no vote, and are no member.
    #[arg(long)]
    contributor: bool,
    /// First day of the term.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    from: Option<NaiveDate>,
    /// Last day of the term.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    until: Option<NaiveDate>,
}

impl Add {
    pub(super) fn run(self, context: &Context) -> Result<(), CliError> {
        let mut work = Work::begin(context)?;
        let n = changes::next(&work.store.seats()?);
        let Self { name, employer, parent, chair, contributor, from, until } = self;
        let seat = Seat { parent, chair, contributor, from, until, ..Seat::new(n, name, employer) };
        work.make(vec![Changes::Seated { was: None, now: Some(seat.clone()) }])?;
        if context.json {
            return out::json(&seat);
        }
        out::line(&format!("seat {}: {}, {}", seat.n, seat.holder, seat.employer))
    }
}

/// What changes, from a day on. What is not named stays as it is.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(super) struct Change {
    /// Its number, or an unmistakable part of its holder's name.
    seat: SeatArg,
    /// The first day of what is new; today where none is given.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    from: Option<NaiveDate>,
    /// Who holds it.
    #[arg(long, value_name = "NAME", requires = "employer")]
    holder: Option<String>,
    /// Whom they work for.
    #[arg(long, value_name = "ORG")]
    employer: Option<String>,
    /// Whom the employer belongs to; `-` for nobody. With another employer it is nobody unless named.
    #[arg(long, value_name = "ORG")]
    parent: Option<TextOrNone>,
    /// They preside.
    #[arg(long)]
    chair: bool,
    /// They do not preside.
    #[arg(long, conflicts_with = "chair")]
    no_chair: bool,
    /// They have no vote, and are no member.
    #[arg(long)]
    contributor: bool,
    /// They have a vote.
    #[arg(long, conflicts_with = "contributor")]
    voting: bool,
    /// Last day of the new term; with the same holder as before where none is given.
    #[arg(long, value_name = "DATE", value_parser = a_day)]
    until: Option<NaiveDate>,
}

impl Change {
    pub(super) fn run(self, context: &Context) -> Result<(), CliError> {
        let work = Work::begin(context)?;
        let from = self.from.unwrap_or(work.act.today);
        let seats = work.store.seats()?;
        let n = meant(&self.seat, &seats, from)?;
        work.finish(changes::change(&seats, n, from, self.said())?)
    }

    /// What was said.
    fn said(self) -> Anew {
        Anew {
            holder: self.holder,
            employer: self.employer,
            parent: self.parent.map_or(Parent::Unsaid, |TextOrNone(parent)| Parent::Is(parent)),
            chair: (self.chair || self.no_chair).then_some(self.chair),
            contributor: (self.contributor || self.voting).then_some(self.contributor),
            until: self.until,
        }
    }
}
