//! One line on what a change did, for people. What it is about is its subject and stands beside it.

mod ballot;
mod conflicts;
mod meeting;
mod seats;

use std::fmt::Display;

pub use seats::days;

use super::change::{Assignment, Change, Field, RulesKind, Standing};
use crate::{
    council::{Attendance, together::Consent},
    review::{Check, Finding, Item, Ref, Status, application::DemoReview},
    rules::RequirementId,
};

/// What `change` did, in one line: "found PLT-E3-M2 met", "moved to ready for TAC". Text from outside stands in it as
/// it is.
pub fn describe<P>(change: &Change<P>) -> String {
    match change {
        Change::Founded { docket, .. } => format!("founded as {docket}"),
        Change::RehearsalBegan { .. } => {
            "began as a copy for rehearsing: nothing after this was decided".to_owned()
        }
        Change::RulesTaken { kind: RulesKind::Edition, id, .. } => format!("took in edition {id}"),
        Change::RulesTaken { kind: RulesKind::Council, id, .. } => format!("took in council rules {id}"),
        Change::Received { program, facts, .. } => {
            format!("queued: {} for {}", facts.organisation.name, program.name())
        }
        Change::Submitted { n, kept, .. } => format!("sent submission {n}{}", stays(kept)),
        Change::Amended { field, was, now, .. } => {
            format!("corrected {field} from {} to {}", text(was.as_ref()), text(now.as_ref()))
        }
        Change::Found { requirement, now: None, .. } => format!("cleared {requirement}"),
        Change::Found { requirement, was, now: Some(now), .. } => found(requirement, was.as_ref(), now),
        Change::Checked { item, now, .. } => checked(*item, now.as_ref()),
        Change::Given { was: None, now: Some(given), .. } => {
            format!("added evidence e{} for {}", given.n, given.requirement)
        }
        Change::Given { now: Some(given), .. } => format!("changed evidence e{}", given.n),
        Change::Given { was, .. } => {
            format!("took back evidence {}", or_none(was.as_ref().map(|e| format!("e{}", e.n))))
        }
        Change::Assigned { was, now, .. } => assigned(was, now),
        Change::Staged { was, now, because, .. } => staged(was, now, because.as_deref()),
        Change::Demonstrated { was, now, .. } => demonstrated(was, now),
        Change::Noted { n, text: Some(_), .. } => format!("wrote note {n}"),
        Change::Noted { n, text: None, .. } => format!("took back note {n}"),
        Change::Seated { .. }
        | Change::Suspended { .. }
        | Change::SuspensionEnds { .. }
        | Change::StoodIn { .. } => seats::describe(change),
        Change::ConflictEntered { .. }
        | Change::ConflictEnds { .. }
        | Change::ConflictDismissed { .. }
        | Change::ConflictWaived { .. } => conflicts::describe(change),
        Change::Planned { date, rules, .. } => format!("planned for {date} under {rules}"),
        Change::Called { reading, .. } => {
            format!("called to order; a majority of {} decides", reading.words())
        }
        Change::Attended { seat, now, .. } => format!("seat {seat} {}", attended(now.as_ref())),
        Change::AgendaSet { was, now, .. } => agenda(was, now),
        Change::ConsentSet { application, now, .. } => consent(application, now.as_ref()),
        Change::BallotOpened { .. } => ballot::opened(change),
        Change::Voted { seat, was, now, why, .. } => ballot::voted(*seat, *was, *now, *why),
        Change::Pulled { pulled, .. } => format!("{pulled}; no decision"),
        Change::Cleared { condition, now, .. } => ballot::cleared(*condition, now.as_ref()),
        Change::Joined { seat, now, .. } => ballot::joined(*seat, *now),
        Change::BallotClosed { present, left, .. } => ballot::closed(present.len(), left),
        Change::Declared { outcome, next, granted, .. } => {
            ballot::declared(*outcome, *next, granted.as_ref())
        }
        Change::Adjourned { .. } => "adjourned".to_owned(),
        Change::Corrected { seat, was, now, because, .. } => {
            meeting::corrected(*seat, was.as_ref(), now.as_ref(), because)
        }
        Change::ItemSet { was, now, .. } => meeting::item(was.as_ref(), now.as_ref()),
        Change::Minuted { n, topic, text, action, .. } => {
            meeting::minuted(*n, topic, text.is_some(), action.as_ref())
        }
        Change::Ruled { chair, was, now, because, .. } => {
            format!("{chair} ruled that {now}, before: {}; {because}", was.words())
        }
        Change::MinutesApproved { by, hash, .. } => meeting::approved(by, hash),
        Change::MinutesAmended { n, text, because, .. } => {
            format!("minutes amended, {n}: {text}; because {because}")
        }
        Change::PacketSent { n, hash, items, .. } => meeting::sent(*n, hash, items.len()),
    }
}

fn consent(application: &Ref, now: Option<&Consent>) -> String {
    match now {
        None => format!("took {application} off the consent list"),
        Some(Consent { pulled: None }) => format!("put {application} on the consent list"),
        Some(Consent { pulled: Some(pulled) }) => format!("{application} on the consent list {pulled}"),
    }
}

/// A finding in few words.
pub(crate) fn finding(finding: &Finding) -> String {
    match finding.until {
        Some(until) => format!("{} until {until}", finding.status.words()),
        None => finding.status.words().to_owned(),
    }
}

/// What was newly found; where that stays as it was, which of its texts is another one.
fn found(requirement: &RequirementId, was: Option<&Finding>, now: &Finding) -> String {
    let stays = match was {
        Some(was) => was.status == now.status && was.until == now.until,
        None => now.status == Status::Open,
    };
    let written = |was: Option<&String>, now: Option<&String>, what: &str| {
        let verb = if now.is_some() { "wrote" } else { "took back" };
        (was != now).then(|| format!("{verb} the {what} of {requirement}"))
    };
    let justified = was.and_then(|was| was.justification.as_ref());
    let told = was.and_then(|was| was.text.as_ref());
    let texts = [
        written(justified, now.justification.as_ref(), "justification"),
        written(told, now.text.as_ref(), "text to the applicant"),
    ];
    let otherwise = format!("found {requirement} {}", finding(now));
    if stays { joined(texts, &otherwise) } else { otherwise }
}

/// `value` in words, or "none".
pub(crate) fn or_none<T: Display>(value: Option<T>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

fn stays(kept: &[Field]) -> String {
    if kept.is_empty() {
        return String::new();
    }
    format!(
        "; {} as corrected before",
        kept.iter().map(|field| field.as_str()).collect::<Vec<_>>().join(", ")
    )
}

fn text(text: Option<&String>) -> String {
    text.map_or_else(|| "unknown".to_owned(), |text| format!("`{text}`"))
}

fn checked(item: Item, check: Option<&Check>) -> String {
    match check {
        None => format!("left {item} unchecked"),
        Some(Check::Accepted { count: None }) => format!("accepted {item}"),
        Some(Check::Accepted { count: Some(count) }) => format!("accepted {item}, counted {count}"),
        Some(Check::Rejected { reason: None }) => format!("rejected {item}"),
        Some(Check::Rejected { reason: Some(reason) }) => format!("rejected {item}: {reason}"),
    }
}

fn assigned(was: &Assignment, now: &Assignment) -> String {
    let who = (was.assignee != now.assignee).then(|| match &now.assignee {
        Some(assignee) => format!("assigned to {assignee}"),
        None => "assigned to nobody".to_owned(),
    });
    let due = (was.due != now.due).then(|| match now.due {
        Some(due) => format!("due {due}"),
        None => "no day due".to_owned(),
    });
    joined([who, due], "assigned as before")
}

fn staged(was: &Standing, now: &Standing, because: Option<&str>) -> String {
    let moved = (was.stage != now.stage).then(|| format!("moved to {}", now.stage.words()));
    let presented = (was.presented != now.presented)
        .then_some(now.presented.as_ref())
        .flatten()
        .map(|presented| format!("presented although not ready, taken on by {}", presented.by));
    let parked = (was.parked != now.parked).then(|| match now.parked {
        Some(until) => format!("set aside until {until}"),
        None => "set aside no longer".to_owned(),
    });
    let why = because.map(|because| format!("because: {because}"));
    joined([moved, presented, parked, why], "left where it is")
}

fn demonstrated(was: &DemoReview, now: &DemoReview) -> String {
    let asked = (was.asked != now.asked)
        .then(|| if now.asked { "asked for a live demo" } else { "asked for no live demo" }.to_owned());
    let planned = (was.planned != now.planned).then(|| match now.planned {
        Some(day) => format!("planned the live demo for {day}"),
        None => "planned no live demo".to_owned(),
    });
    let held = (was.held != now.held).then(|| match &now.held {
        Some(held) => {
            let passed = match held.passed {
                Some(true) => "passed",
                Some(false) => "not passed",
                None => "result open",
            };
            format!("saw the live demo: {passed}")
        }
        None => "saw no live demo".to_owned(),
    });
    joined([asked, planned, held], "left the demo as it is")
}

fn attended(stay: Option<&Attendance>) -> &'static str {
    match stay {
        None => "was not there after all",
        Some(Attendance { left: None, .. }) => "came in",
        Some(Attendance { left: Some(_), .. }) => "went out",
    }
}

fn agenda(was: &[Ref], now: &[Ref]) -> String {
    let list = |of: &[Ref], without: &[Ref], sign: &str| {
        let refs: Vec<_> =
            of.iter().filter(|one| !without.contains(one)).map(|one| format!("{sign}{one}")).collect();
        (!refs.is_empty()).then(|| refs.join(" "))
    };
    let moved = joined([list(now, was, "+"), list(was, now, "-")], "in another order");
    format!("set the agenda: {moved}")
}

fn joined<const N: usize>(parts: [Option<String>; N], otherwise: &str) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { otherwise.to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{describe, found};
    use crate::{
        record::sample,
        review::{Finding, Status},
    };

    #[test]
    fn every_change_is_said_in_one_line() {
        let lines: Vec<_> = sample::every_change()
            .iter()
            .map(|change| format!("{}: {}", change.subject(), describe(change)))
            .collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        docket: founded as 0f1e2d3c
        docket: took in edition 2023
        2026-0007: queued: Nordlicht Cloud AG for Platform
        2026-0007: sent submission 2
        2026-0007: corrected organisation.employees from `140` to unknown
        2026-0007: found PLT-E3-M2 waived until 2026-12-31
        2026-0007: accepted c1, counted 2
        2026-0007: added evidence e2 for PLT-E3-O2
        2026-0007: assigned to R. Reviewer, due 2026-12-01
        2026-0007: moved to ready for TAC, presented although not ready, taken on by L. Lead
        2026-0007: asked for a live demo, planned the live demo for 2026-11-30, saw the live demo: passed
        2026-0007: wrote note 1
        seat 1: given to Holder 1, Employer 1, chair, from 2026-01-01
        meeting 2026-11-23: planned for 2026-11-23 under finops-tac
        meeting 2026-11-23: set the agenda: +2026-0007
        meeting 2026-11-23: called to order; a majority of those in attendance decides
        meeting 2026-11-23: seat 1 went out
        ballot 2026-0007/1: opened: to approve
        ballot 2026-0007/1: seat 1: for
        ballot 2026-0007/1: closed with 2 present
        ballot 2026-0007/1: declared adopted; certified from 2026-11-23; moved to decided
        meeting 2026-11-23: adjourned
        meeting 2026-11-23: minutes approved by meeting 2026-12-07, hash efefefefefefefef
        meeting 2026-11-23: minutes amended, 1: Seat 2 left at 09:40.; because The note of the secretary was found
        meeting 2026-11-23: sent packet 1 with 1 application, hash cdcdcdcdcdcdcdcd
        meeting 2026-11-23: put `Minutes of the last meeting` on the agenda as item 1
        meeting 2026-11-23: wrote down action 1 on 2026-0007 for S. Secretary, due 2026-12-01
        ruling 1: Holder 1 ruled that a majority of those in attendance less the recused decides, before: those in attendance; The council has read it so before
        meeting 2026-11-23: 2026-0007 on the consent list pulled by seat 2: the price list
        ballot 2026-0007/1: pulled by seat 2: the price list; no decision
        meeting 2026-11-23: corrected seat 1: in since 09:02 UTC, recorded as in since 09:00 UTC: The clock of the call was read
        ballot 2026-0007/1: cleared condition 1: https://nordlicht.example/prices
        seat 2: suspended from 2026-10-01 until 2026-10-31
        seat 2: the suspension from 2026-10-01 ends on 2026-10-20
        conflict 1: entered: Holder 2 and Nordlicht Cloud, customer, soft, from 2026-01-01
        conflict 1: ends on 2026-12-31
        Holder 2: conflict with Nordlicht Cloud (customer) dismissed for good
        2026-0007: conflict of Holder 2 and Nordlicht Cloud (customer) waived
        meeting 2026-11-23: seat 2: S. Stand-In, Employer 2, stands in without a vote
        docket: began as a copy for rehearsing: nothing after this was decided
        ");
    }

    #[test]
    fn a_text_alone_is_named_as_what_it_is() {
        let finding = |status, justification: Option<&str>, text: Option<&str>| Finding {
            status,
            justification: justification.map(str::to_owned),
            text: text.map(str::to_owned),
            until: None,
        };
        let said = |was: Option<Finding>, now: Finding| found(&"PLT-E3-M2".into(), was.as_ref(), &now);
        let open = || finding(Status::Open, Some("seen"), None);
        assert_eq!(said(None, open()), "wrote the justification of PLT-E3-M2");
        assert_eq!(
            said(Some(open()), finding(Status::Open, None, Some("Thank you."))),
            "took back the justification of PLT-E3-M2, wrote the text to the applicant of PLT-E3-M2"
        );
        assert_eq!(said(Some(open()), finding(Status::NotMet, None, None)), "found PLT-E3-M2 not met");
    }
}
