//! Seats, meetings and ballots as arguments name them.

use std::{convert::Infallible, str::FromStr};

use chrono::NaiveDate;

use super::{CliError, env};
use crate::{
    council::{Ballot, BallotId, Meeting, MeetingId, Seat, SeatNo, electronic, order},
    rules::{day, fold::fold},
    store::Store,
};

/// A seat as an argument: its number, or an unmistakable part of its holder's name.
#[derive(Clone, Debug)]
pub(super) struct SeatArg(String);

impl FromStr for SeatArg {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl SeatArg {
    /// The seat that is meant. A name is looked for among `near` first, then among all `seats`.
    pub(super) fn find(&self, near: &[Seat], seats: &[Seat]) -> Result<SeatNo, CliError> {
        let Self(text) = self;
        if let Ok(n) = text.parse().map(SeatNo) {
            let known = seats.iter().chain(near).any(|seat| seat.n == n);
            return if known { Ok(n) } else { Err(self.unknown()) };
        }
        let wanted = fold(text);
        if wanted.is_empty() {
            return Err(self.unknown());
        }
        let whole = |seats: &[Seat]| named(seats, |holder| holder == wanted);
        let part = |seats: &[Seat]| named(seats, |holder| holder.contains(&wanted));
        for found in [whole(near), part(near), whole(seats), part(seats)] {
            match found.as_slice() {
                [] => {}
                [(n, _)] => return Ok(*n),
                several => {
                    let several: Vec<String> =
                        several.iter().map(|(n, holder)| format!("{n} {holder}")).collect();
                    let why = format!("`{text}` can mean {}: give the number", several.join(", "));
                    return Err(CliError::Wrong(why));
                }
            }
        }
        Err(self.unknown())
    }

    fn unknown(&self) -> CliError {
        let Self(text) = self;
        CliError::Wrong(format!("no seat is `{text}`; see `docket seat list`"))
    }
}

fn named(seats: &[Seat], fits: impl Fn(&str) -> bool) -> Vec<(SeatNo, String)> {
    let fitting = seats.iter().filter(|seat| fits(&fold(&seat.holder)));
    let mut found: Vec<_> = fitting.map(|seat| (seat.n, seat.holder.clone())).collect();
    found.dedup_by_key(|(n, _)| *n);
    found
}

/// A meeting as an argument: its date, with `-2` behind it for a second one that day.
#[derive(Clone, Debug)]
pub(super) struct MeetingArg {
    pub(super) id: MeetingId,
    pub(super) date: NaiveDate,
    /// It names one of several on its day.
    pub(super) numbered: bool,
}

impl FromStr for MeetingArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let id = MeetingId::from(text);
        if let (Some(lead), Err(refusal)) = (electronic::lead_of(&id), order::is_held(&id)) {
            return Err(format!("{refusal}; see `docket ballot show {lead}`"));
        }
        if let Ok(date) = day::meant(text, env::today()) {
            return Ok(Self { id: date.to_string().as_str().into(), date, numbered: false });
        }
        let wrong =
            "write 2026-11-24, today, +7 for a week from today, or 2026-11-24-2 for a second one that day";
        let (date, rest) = text.split_at_checked("2026-11-24".len()).ok_or(wrong)?;
        let date = day::read(date).ok_or(wrong)?;
        let number = rest.strip_prefix('-').and_then(|number| number.parse::<u32>().ok());
        if number.is_some_and(|number| number >= 2 && rest == format!("-{number}")) {
            Ok(Self { id: text.into(), date, numbered: true })
        } else {
            Err(wrong.to_owned())
        }
    }
}

/// A meeting or a vote without one, as an argument: the meeting's date, or one of the ballots of the vote.
#[derive(Clone, Debug)]
pub(super) struct SessionArg(String);

impl FromStr for SessionArg {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl SessionArg {
    /// The session that is meant. A ballot of a meeting means that meeting.
    pub(super) fn find(&self, store: &Store) -> Result<MeetingId, CliError> {
        let Self(text) = self;
        let id = text.parse().map_or_else(|_| MeetingId::from(text.as_str()), |meant: MeetingArg| meant.id);
        let ballot = electronic::lead_of(&id).or_else(|| text.parse().ok());
        if let Some(ballot) = ballot.map(|ballot| store.ballot(&ballot)).transpose()?.flatten() {
            return Ok(electronic::session_of(&ballot));
        }
        let held: Vec<MeetingId> = store.meetings()?.into_iter().map(|meeting| meeting.id).collect();
        if held.contains(&id) {
            return Ok(id);
        }
        let ballots = store.electronic_ballots()?;
        Err(CliError::Wrong(format!(
            "no meeting and no ballot is `{text}`: name a meeting by its date ({}), or a vote without a meeting by its \
             ballot ({})",
            some(&held),
            some(&ballots)
        )))
    }
}

/// The first of what there is.
fn some(those: &[impl ToString]) -> String {
    let shown: Vec<String> = those.iter().take(6).map(ToString::to_string).collect();
    match those.len().saturating_sub(shown.len()) {
        0 if shown.is_empty() => "there is none yet".to_owned(),
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// The meeting that is meant: the one named, else the one that is open.
pub(super) fn meeting(store: &Store, named: Option<&MeetingArg>) -> Result<Meeting, CliError> {
    let id = match named {
        Some(named) => named.id.clone(),
        None => store.open_meeting()?.ok_or_else(no_meeting)?,
    };
    store.meeting(&id)?.ok_or_else(|| {
        CliError::Wrong(format!("no meeting `{id}` is in the docket; see `docket meeting list`"))
    })
}

fn no_meeting() -> CliError {
    CliError::Wrong(
        "no meeting is open: call one to order with `docket meeting open DATE`, or name one with --meeting"
            .to_owned(),
    )
}

/// The ballot of this id and the meeting it was opened in; where it is electronic, its session.
pub(super) fn ballot(store: &Store, id: &BallotId) -> Result<(Meeting, Ballot), CliError> {
    let unknown = || CliError::Wrong(format!("no ballot `{id}` is in the docket; see `docket show REF`"));
    let ballot = store.ballot(id)?.ok_or_else(unknown)?;
    let meeting = store.meeting(&electronic::session_of(&ballot))?.ok_or_else(unknown)?;
    Ok((meeting, ballot))
}
