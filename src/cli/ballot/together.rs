//! Opening what goes together: a pair, a consent motion, an electronic ballot; and what a member pulls.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{
    CliError, Context,
    args::reference,
    council::{self, MeetingArg, SeatArg},
    docket::{self, Work},
    env, out,
};
use crate::{
    council::{
        Ballot, BallotId, Meeting, MeetingState, Motion, Refusal, SeatNo, electronic,
        together::{Candidate, Parted, Pulled, company, part},
    },
    record::{Change, Subject, electronic::until, journal::stamp, meeting::set_agenda, together},
    review::{Application, Ref},
    rules::day,
};

/// How it is put to the vote.
#[derive(Debug, clap::Args)]
pub(super) struct How {
    /// The applications; with --consent none means the consent list of the meeting.
    #[arg(value_name = "REF", value_parser = reference(), required_unless_present = "consent")]
    refs: Vec<Ref>,
    /// As one motion: what is conflicted or was pulled falls out, and is named.
    #[arg(long, conflicts_with = "electronic")]
    consent: bool,
    /// Without a meeting: all members answer until the deadline.
    #[arg(long, requires = "deadline", conflicts_with = "meeting")]
    electronic: bool,
    /// When an electronic ballot ends: the end of a day, or a time of it, as 2026-12-01T17:00.
    #[arg(long, value_name = "DATE[THH:MM]", requires = "electronic")]
    deadline: Option<Deadline>,
}

impl How {
    /// The day on which an electronic ballot ends.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.deadline.map(|Deadline(at)| at.date_naive())
    }
}

/// When an electronic ballot ends, where the person is.
#[derive(Clone, Copy, Debug)]
struct Deadline(DateTime<Utc>);

impl FromStr for Deadline {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let here = day::end_meant(text, env::today()).map_err(|why| why.to_string())?;
        let instant = env::offset().from_local_datetime(&here).earliest();
        Ok(Self(instant.ok_or_else(|| format!("{here} is no time here"))?.to_utc()))
    }
}

/// What was opened.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Opened {
    /// The ballot; of a motion over several, the leading one.
    pub(super) ballot: String,
    /// Those put together with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) with: Vec<String>,
    /// When an electronic ballot ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    /// What to know, though nothing forbids it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) warning: Option<String>,
    /// The items that fell out of a consent motion.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    out: Vec<Out>,
}

/// An item that fell out.
#[derive(Serialize, JsonSchema)]
struct Out {
    /// Which one.
    r#ref: Ref,
    /// Why.
    reason: String,
}

impl Opened {
    /// Says what was opened, and what fell out.
    pub(super) fn print(&self, context: &Context) -> Result<(), CliError> {
        if context.json {
            return out::json(self);
        }
        out::line(&self.ballot)?;
        self.with
            .iter()
            .try_for_each(|ballot| out::line(&format!("{ballot} together with {}", self.ballot)))?;
        self.out.iter().try_for_each(|one| out::line(&format!("{} falls out: {}", one.r#ref, one.reason)))?;
        self.warning.iter().try_for_each(|warning| out::line(&format!("note: {warning}")))
    }
}

/// Opens one motion as `how` says; `open` makes the ballot on one application.
pub(super) fn open(
    work: &mut Work<'_>,
    how: &How,
    motion: Motion,
    meeting: Option<&MeetingArg>,
    open: impl Fn(&Meeting, &Application, &[Ballot]) -> Result<Change, CliError>,
) -> Result<Opened, CliError> {
    let (mut changes, mut fallen) = (Vec::new(), Vec::new());
    let (session, refs) = match (how.consent, how.deadline) {
        (true, _) => {
            let (meeting, listed, parted) = listed(work, &how.refs, meeting)?;
            changes.extend(listed);
            fallen = parted.out;
            (meeting, parted.together)
        }
        (false, Some(_)) => without_room(work, one(&how.refs)?, motion)?,
        (false, None) => {
            let meeting = council::meeting(&work.store, meeting)?;
            let refs = with_partners(work, one(&how.refs)?, motion, Some(&meeting))?;
            (meeting, refs)
        }
    };
    let mut opened = Vec::new();
    for reference in &refs {
        let application = work.application(reference)?;
        opened.push(open(&session, &application, &work.store.ballots_of(reference)?)?);
    }
    let mut opened = together::put_together(opened);
    if let Some(Deadline(deadline)) = how.deadline {
        opened = until(&session, opened, deadline);
    }
    let mut ballots: Vec<String> = opened.iter().map(ballot).collect();
    changes.extend(opened);
    work.make(changes)?;
    let with = ballots.split_off(1.min(ballots.len()));
    let out = fallen.into_iter().map(|(r#ref, reason)| Out { r#ref, reason: reason.to_string() });
    Ok(Opened {
        ballot: ballots.pop().unwrap_or_default(),
        with,
        deadline: how.deadline.map(|Deadline(at)| stamp(at)),
        out: out.collect(),
        warning: None,
    })
}

/// The ballot that is opened.
fn ballot(change: &Change) -> String {
    match change.subject() {
        Subject::Ballot(ballot) => ballot.to_string(),
        other => other.to_string(),
    }
}

fn one(refs: &[Ref]) -> Result<&Ref, CliError> {
    match refs {
        [one] => Ok(one),
        _ => Err(CliError::Wrong(
            "one application has a ballot at a time; give --consent to put several to the vote as one motion"
                .to_owned(),
        )),
    }
}

/// The application, and what goes along with it.
fn with_partners(
    work: &Work<'_>,
    reference: &Ref,
    motion: Motion,
    meeting: Option<&Meeting>,
) -> Result<Vec<Ref>, CliError> {
    let partners = work.store.partners(reference, work.act.today)?;
    let along = company(reference, motion, &partners, meeting.map(|meeting| &meeting.id));
    let along = along.map_err(|missing| CliError::Refused(missing.to_string()))?;
    Ok(std::iter::once(reference.clone()).chain(along).collect())
}

/// The session of an electronic ballot, and the applications it is about.
fn without_room(work: &Work<'_>, reference: &Ref, motion: Motion) -> Result<(Meeting, Vec<Ref>), CliError> {
    work.application(reference)?;
    let refs = with_partners(work, reference, motion, None)?;
    let session = work.store.session_to_be(reference, work.act.today)?;
    Ok((Meeting { agenda: refs.clone(), ..session }, refs))
}

/// The items of a consent motion: those named, which are put on the list first, else those of the list.
fn listed(
    work: &Work<'_>,
    named: &[Ref],
    meeting: Option<&MeetingArg>,
) -> Result<(Meeting, Vec<Change>, Parted), CliError> {
    let meeting = council::meeting(&work.store, meeting)?;
    let changes = named.iter().filter_map(|reference| together::list(&meeting, reference, true)).collect();
    let items = meeting.agenda.iter().filter(|one| meeting.consent.contains_key(*one));
    let items: Vec<&Ref> = if named.is_empty() { items.collect() } else { named.iter().collect() };
    let mut candidates = Vec::new();
    for reference in items {
        if !meeting.agenda.contains(reference) {
            let (application, meeting) = (reference.clone(), meeting.id.clone());
            return Err(Refusal::NotOnAgenda { application, meeting }.into());
        }
        candidates.push(candidate(work, &meeting, reference)?);
    }
    let parted = part(&candidates);
    if parted.together.len() < 2 {
        let out = parted.out.iter().map(|(reference, reason)| format!("; {reference} falls out: {reason}"));
        return Err(CliError::Refused(format!(
            "a consent motion is over two items or more, and {} of the consent list can be moved{}",
            parted.together.len(),
            out.collect::<String>()
        )));
    }
    Ok((meeting, changes, parted))
}

fn candidate(work: &Work<'_>, meeting: &Meeting, reference: &Ref) -> Result<Candidate, CliError> {
    let application = work.application(reference)?;
    let register = work.store.conflicts()?;
    let conflicts = register.of_seats(&meeting.members, (&application).into(), meeting.date);
    let partners = work.store.partners(reference, work.act.today)?;
    Ok(Candidate::of(meeting, &application, conflicts, partners))
}

/// Pull a ballot: out of a motion over several items to a vote of its own, or an electronic one into a meeting.
#[derive(Debug, clap::Args)]
pub(super) struct PullArgs {
    /// Which ballot, as REF/1.
    ballot: BallotId,
    /// The seat that asks for it: its number, or an unmistakable part of its holder's name.
    #[arg(long, value_name = "SEAT")]
    by: SeatArg,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
    /// The meeting that takes up an electronic ballot; else the open one, or the next one planned.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<MeetingArg>,
}

pub(super) fn pull(args: &PullArgs, context: &Context) -> Result<(), CliError> {
    let work = Work::begin(context)?;
    let (session, ballot) = council::ballot(&work.store, &args.ballot)?;
    let by = args.by.find(&ballot.roster, &work.store.seats()?)?;
    let pulled = Pulled { by, because: args.because.clone() };
    let partners = work.store.partners(&ballot.id.application, work.act.today)?;
    let pairs = |_: &Ref, other: &Ref| partners.iter().any(|partner| partner.reference == *other);
    let mut changes = together::pull(&session, &ballot, &pulled, pairs)?;
    if ballot.is_electronic() {
        changes.extend(taken_up(&work, &session.agenda, args.meeting.as_ref())?);
    }
    work.finish(changes)
}

/// Puts what was pulled on the agenda of the meeting that takes it up, if there is one.
fn taken_up(work: &Work<'_>, refs: &[Ref], named: Option<&MeetingArg>) -> Result<Option<Change>, CliError> {
    let rows = work.store.meetings()?;
    let open = rows.iter().find(|row| row.state == MeetingState::Open);
    let next = open.or_else(|| rows.iter().rfind(|row| row.state == MeetingState::Planned));
    let meeting = match (named, next) {
        (Some(named), _) => council::meeting(&work.store, Some(named))?,
        (None, Some(row)) => match work.store.meeting(&row.id)? {
            Some(meeting) => meeting,
            None => return Ok(None),
        },
        (None, None) => return Ok(None),
    };
    let new = refs.iter().filter(|one| !meeting.agenda.contains(one));
    let agenda = meeting.agenda.iter().chain(new).cloned().collect();
    Ok(Some(set_agenda(&meeting, agenda)))
}

/// A ballot that is not declared, in a list.
#[derive(Serialize, JsonSchema)]
pub(in crate::cli) struct Waiting {
    /// Its id.
    ballot: String,
    /// The meeting; none for an electronic ballot.
    meeting: Option<String>,
    /// What is moved.
    motion: Motion,
    /// Who asks.
    organisation: String,
    /// `open` or `closed`.
    state: &'static str,
    /// When an electronic ballot ends.
    deadline: Option<String>,
    /// The seats that have said nothing.
    silent: Vec<SeatNo>,
}

/// Lists the ballots that are not declared.
pub(super) fn list(context: &Context) -> Result<(), CliError> {
    let waiting = docket::read(context)?.waiting_ballots()?;
    let row = |ballot: &Ballot| Waiting {
        ballot: ballot.id.to_string(),
        meeting: ballot.meeting.as_ref().map(ToString::to_string),
        motion: ballot.motion,
        organisation: ballot.organisation.clone(),
        state: if ballot.is_open() { "open" } else { "closed" },
        deadline: ballot.deadline.map(stamp),
        silent: electronic::silent(ballot).map(|seat| seat.n).collect(),
    };
    let rows: Vec<Waiting> = waiting.iter().map(row).collect();
    if context.json {
        return out::json(&rows);
    }
    let cells = |row: &Waiting| {
        let place = match (&row.meeting, &row.deadline) {
            (Some(meeting), _) => format!("meeting {meeting}"),
            (None, deadline) => format!("electronic until {}", deadline.as_deref().unwrap_or_default()),
        };
        let silent: Vec<String> = row.silent.iter().map(ToString::to_string).collect();
        let silent = if silent.is_empty() {
            "all answered".to_owned()
        } else {
            format!("without: {}", silent.join(" "))
        };
        [row.ballot.clone(), row.motion.to_string(), row.state.to_owned(), place, silent]
    };
    out::table(&rows.iter().map(cells).collect::<Vec<_>>())
}
