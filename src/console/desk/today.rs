//! What Today asks: what is due, from whom, and what is in the way.

mod coming;
mod council;
mod demos;

use chrono::{Days, NaiveDate};

use super::{Desk, Trouble};
use crate::console::app::screen::today::{
    Board, Kind, Opens, Row, Section, TodayReply, TodayRequest, Urgency,
};
use crate::console::app::wording;
use crate::review::queue::{Filter, QueueRow, Sort, Window};
use crate::review::{Assessment, Basis, Ref, Stage, Verdict, assess};

/// Rows of a section at most.
const ROWS: usize = 8;

/// Rows of the next meeting at most.
const MOST: usize = 2 * ROWS;

/// The rows of a section, as a number of rows to read.
const SHOWN: u64 = 8;

/// Days from which something due is worth a look.
const SOON: u64 = 3;

/// Days after which an applicant has been silent for long.
const SILENT: u64 = 21;

/// Stages in which the team has something to do.
const AT_WORK: [Stage; 5] =
    [Stage::Enquiry, Stage::Received, Stage::InReview, Stage::AwaitingApplicant, Stage::ReadyForTac];

/// Answers a request of Today.
pub(super) fn answer(desk: &mut Desk, request: &TodayRequest) -> Result<TodayReply, Trouble> {
    let TodayRequest::Read = request;
    let today = desk.today();
    if desk.store.is_empty()? {
        return Ok(TodayReply::Read(Board { empty: true, sections: Vec::new() }));
    }
    let sections = vec![
        mine(desk, today)?,
        new(desk, today)?,
        awaiting(desk, today)?,
        council::next(desk, today)?,
        demos::due(desk, today)?,
        coming::soon(desk, today)?,
    ];
    Ok(TodayReply::Read(Board { empty: false, sections }))
}

/// A section of at most [`ROWS`] rows; the meeting has room for more.
fn section(kind: Kind, total: u64, rows: impl IntoIterator<Item = Row>) -> Section {
    let most = if kind == Kind::Tac { MOST } else { ROWS };
    Section { kind, total, rows: rows.into_iter().take(most).collect() }
}

/// The day so many days after `day`.
fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The first so many rows that match.
fn some(desk: &Desk, filter: &Filter, sort: Sort, rows: u64) -> Result<(Vec<QueueRow>, u64), Trouble> {
    let page = desk.store.page(filter, sort, Window { first: 0, rows })?;
    Ok((page.rows, page.total))
}

fn row(of: &QueueRow, note: String, urgency: Urgency) -> Row {
    Row {
        opens: Opens::Application(of.reference.clone()),
        title: of.organisation.clone(),
        about: wording::program_word(of.program).to_owned(),
        note,
        urgency,
    }
}

fn mine(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let filter = Filter {
        assignee: Some(desk.actor.clone()),
        stages: AT_WORK.to_vec(),
        back_on: Some(today),
        ..Filter::default()
    };
    let (rows, total) = some(desk, &filter, Sort::Due, SHOWN)?;
    let rows = rows.iter().map(|one| {
        let urgency = match one.due {
            Some(due) if due < today => Urgency::Late,
            Some(due) if due <= after(today, SOON) => Urgency::Soon,
            _ => Urgency::Calm,
        };
        let due =
            one.due.map_or_else(|| wording::stage(one.stage).to_owned(), |due| wording::due(due, today));
        row(one, due, urgency)
    });
    Ok(section(Kind::Mine, total, rows))
}

fn new(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let yesterday = today.pred_opt().unwrap_or(today);
    let stages = vec![Stage::Enquiry, Stage::Received, Stage::InReview];
    let filter = Filter { received_from: Some(yesterday), back_on: Some(today), stages, ..Filter::default() };
    let (found, total) = some(desk, &filter, Sort::Received, SHOWN)?;
    let mut rows = Vec::with_capacity(found.len());
    for one in &found {
        rows.push(row(one, forecast(desk, &one.reference, today)?, Urgency::Calm));
    }
    Ok(section(Kind::New, total, rows))
}

/// What is to be expected of an application, and the first thing that is missing even if all it claims is good.
fn forecast(desk: &Desk, reference: &Ref, today: NaiveDate) -> Result<String, Trouble> {
    let Some(application) = desk.store.application(reference)? else { return Ok(String::new()) };
    let edition = desk.store.edition_for(&application)?;
    let assessment = assess(&edition, &application, Basis::AsClaimed, today);
    let missing =
        assessment.in_the_way.first().map(|first| without_id(first, &assessment)).unwrap_or_default();
    Ok(match assessment.forecast {
        Verdict::Ready => "may be ready".to_owned(),
        Verdict::Short => missing,
        Verdict::Incomplete => missing.replacen("open: ", "incomplete: ", 1),
    })
}

/// What stands in the way without the requirement's id: here its words say more.
fn without_id(line: &str, assessment: &Assessment) -> String {
    let found = assessment.requirements.iter().find_map(|one| {
        let (before, after) = line.split_once(one.id.as_str())?;
        Some(format!("{before}{}", after.trim_start()))
    });
    found.unwrap_or_else(|| line.to_owned())
}

fn awaiting(desk: &Desk, today: NaiveDate) -> Result<Section, Trouble> {
    let filter = Filter { stages: vec![Stage::AwaitingApplicant], back_on: Some(today), ..Filter::default() };
    let (_, total) = some(desk, &filter, Sort::Received, 0)?;
    let found = desk.store.awaiting_longest(today, SHOWN)?;
    let rows = found.iter().map(|one| {
        let long = after(one.since, SILENT) < today;
        row(one, wording::waiting(one.since, today), if long { Urgency::Soon } else { Urgency::Calm })
    });
    Ok(section(Kind::Awaiting, total, rows))
}
