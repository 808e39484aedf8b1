//! Papers over the samples: what they say, that they say it again, and what the public ones keep to themselves.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use docket::{
    council::{Attendance, BallotState, Base, MeetingId, Outcome, Position, Seat, SeatNo},
    papers::{Audience, Book, Books, Page, csv, minutes, page::Line},
    record::{Change, Role, RulesKind, Sitting},
    review::{Check, Finding, Item, ItemKind, Ref, Status, Verdict, facts::Contact},
    rules::EditionId,
    samples,
    store::{Store, StoreEnv},
};
use proptest::prelude::*;

use crate::dockets;

/// The day of the samples.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The samples' meeting of two weeks ago: two ballots, one adopted and one not.
fn past() -> MeetingId {
    MeetingId::from("2026-11-09")
}

fn loaded() -> Store {
    let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut store, "mo", today()).unwrap();
    store
}

pub(crate) fn books(store: &Store) -> Books {
    let text = |kind, id: &str| store.kept_rules(kind, id).unwrap().unwrap_or_default();
    let edition = EditionId::from("2023");
    let council = store.council_rules("finops-tac").unwrap();
    Books {
        council: Book { rules: council, text: text(RulesKind::Council, "finops-tac") },
        editions: BTreeMap::from([(
            edition.clone(),
            Book { rules: store.edition(&edition).unwrap(), text: text(RulesKind::Edition, "2023") },
        )]),
    }
}

fn sitting(store: &Store) -> Sitting {
    store.sitting(&past()).unwrap().unwrap()
}

fn written(store: &Store, audience: Audience) -> minutes::Minutes {
    minutes::minutes(&sitting(store), &books(store), audience).unwrap()
}

#[test]
fn the_minutes_of_the_past_meeting_as_markdown() {
    insta::assert_snapshot!("minutes_md", written(&loaded(), Audience::Internal).page().markdown());
}

#[test]
fn the_minutes_of_the_past_meeting_as_html() {
    insta::assert_snapshot!("minutes_html", written(&loaded(), Audience::Internal).page().html());
}

#[test]
fn the_public_minutes_of_the_past_meeting() {
    insta::assert_snapshot!("minutes_public_md", written(&loaded(), Audience::Public).page().markdown());
}

#[test]
fn the_same_file_gives_the_same_minutes_whatever_is_done_later() {
    let mut store = loaded();
    let first = written(&store, Audience::Internal);
    assert_eq!(first, written(&loaded(), Audience::Internal));
    let application = Ref::from("lanternworks-service");
    let text = Some("written after the meeting".to_owned());
    let seat = store.seats().unwrap().remove(12);
    let from = Some(dockets::act().today);
    let other = Seat { from, ..Seat::new(seat.n, "Somebody Else", "Lanternworks") };
    let mut later = vec![Change::Noted { application, n: 1, text }];
    later.extend(docket::record::seat::succeed(&[seat], other));
    store.commit(&dockets::act(), later).unwrap();
    let again = written(&store, Audience::Internal);
    assert_eq!(first.page().html(), again.page().html());
    assert_eq!(first.page().markdown(), again.page().markdown());
}

#[test]
fn minutes_say_what_was_found_when_the_ballot_was_opened() {
    let store = loaded();
    let minutes = written(&store, Audience::Internal);
    let cases: Vec<_> = minutes.items.iter().flat_map(|item| &item.ballots).collect();
    assert_eq!(cases.len(), 2);
    for case in &cases {
        assert!(case.snapshot_holds, "{}", case.ballot);
        assert_eq!(case.vote.roll.len(), 15);
        let named: usize = case.vote.groups().iter().map(|(_, those)| those.len()).sum();
        assert_eq!(named, 15, "{}", case.ballot);
    }
    assert_eq!(
        cases[0].vote.arithmetic,
        "8 for of 12 in attendance, 7 needed (more than 1/2 of 12): adopted"
    );
    assert_eq!(cases[0].verdict, Some(Verdict::Ready));
    assert!(cases[1].presented.is_some() && cases[1].granted.is_none());
    assert_eq!(
        minutes.quorum.as_ref().unwrap().working,
        "15 seats, 15 members, quorum 8 (at least 1/2 of 15)"
    );
}

#[test]
fn the_public_minutes_leak_nothing() {
    let store = loaded();
    let minutes = written(&store, Audience::Public);
    let json = serde_json::to_string(&minutes).unwrap();
    let whole = [minutes.page().markdown(), minutes.page().html(), json].join("\n");
    let sitting = sitting(&store);
    // What is optional is not listed: what is left out would tell what was not met.
    let mut secrets: Vec<String> =
        ["samples", "NOT MET", "OPEN", "FSP-E3-O", "lanternworks-", "SPS-E3"].map(str::to_owned).into();
    assert!(whole.contains("FSP-E3-M1") && whole.contains("Optional: 3 needed, reached"), "{whole}");
    for application in &sitting.applications {
        let notes = store.notes(&application.reference).unwrap().into_iter().filter_map(|note| note.text);
        secrets.extend(notes);
        let Contact { name, email } = application.facts.contact.clone();
        secrets.extend(name.into_iter().chain(email));
        secrets.extend(application.facts.holders.iter().map(|holder| holder.name.clone()));
        let findings = application.review.findings.values();
        secrets.extend(findings.flat_map(|one| [one.justification.clone(), one.text.clone()]).flatten());
        secrets.extend(
            application.review.presented.iter().flat_map(|one| [one.by.clone(), one.because.clone()]),
        );
    }
    secrets.extend(sitting.seats.iter().map(|seat| seat.employer.clone()));
    assert!(secrets.len() > 20, "{secrets:?}");
    for secret in secrets {
        assert!(!whole.contains(&secret), "{secret}");
    }
}

#[test]
fn in_public_nothing_tells_that_something_was_waived() {
    let store = loaded();
    let mut sitting = sitting(&store);
    for opening in &mut sitting.openings {
        let (status, until) = (Status::Waived, Some(NaiveDate::from_ymd_opt(2099, 1, 1).unwrap()));
        let finding = Finding { status, justification: Some("why".to_owned()), text: None, until };
        opening.application.review.findings.insert("FSP-E3-M1".into(), finding);
    }
    let written = |audience| {
        let minutes = minutes::minutes(&sitting, &books(&store), audience).unwrap();
        minutes.page().markdown() + &serde_json::to_string(&minutes).unwrap()
    };
    assert!(written(Audience::Internal).contains("WAIVED"));
    let public = written(Audience::Public);
    for hidden in ["WAIVED", "waived", "FSP-E3"] {
        assert!(!public.contains(hidden), "{hidden}: {public}");
    }
}

#[test]
fn minutes_of_a_meeting_that_goes_on_are_provisional() {
    let mut store = dockets::docket();
    dockets::in_session(&mut store);
    let sitting = store.sitting(&dockets::meeting()).unwrap().unwrap();
    let minutes = minutes::minutes(&sitting, &books(&store), Audience::Internal).unwrap();
    assert_eq!(minutes.standing, minutes::Standing::Provisional);
    let page = minutes.page().markdown();
    assert!(page.contains("DRAFT: the meeting is not over") && page.contains("not closed yet"), "{page}");
    assert!(page.contains("provisional, not declared"), "{page}");
    assert_eq!(store.sitting(&MeetingId::from("1999-01-01")).unwrap(), None);
}

#[test]
fn a_meeting_to_come_is_a_plan() {
    let store = loaded();
    let sitting = store.sitting(&MeetingId::from("2026-11-23")).unwrap().unwrap();
    let minutes = minutes::minutes(&sitting, &books(&store), Audience::Internal).unwrap();
    insta::assert_snapshot!("minutes_plan_md", minutes.page().markdown());
}

/// Words that would show that text from outside became markup.
const TELL: &str = "EVIL";

proptest! {
    #[test]
    fn outside_text_never_becomes_html(text in "\\PC{0,40}", tail in "[<>\"'&/a-z=! -]{0,20}") {
        let mut page = Page::new(format!("{TELL}{text}"));
        page.mark = Some(text.clone());
        page.heading(format!("{text}{tail}"));
        page.text(format!("<script>{TELL}</script>{text}{tail}\n</p><b>"));
        page.facts(vec![("a", format!("{TELL}{tail}{text}").into())]);
        page.table(&["a"], vec![vec![Line::default().strong(format!("</td></table>{text}"))]]);
        page.list(vec![format!("{text}--><style>{tail}").into()]);
        let html = page.html();
        let known = [
            "html", "head", "meta", "title", "style", "body", "main", "p", "h1", "h2", "table", "tbody", "thead", "tr",
            "th", "td", "ul", "li", "strong", "br", "!DOCTYPE",
        ];
        for part in html.split('<').skip(1) {
            let name = part.trim_start_matches('/').split([' ', '>']).next().unwrap();
            prop_assert!(known.contains(&name), "<{part}");
        }
        prop_assert_eq!(html.matches("<td>").count(), 2);
        prop_assert_eq!(html.matches("<style>").count(), 1);
        prop_assert!(!html.chars().any(|c| c != '\n' && docket::text::is_hidden(c)));
    }

    #[test]
    fn outside_text_never_leaves_its_markdown_cell(text in "(?s).{0,40}") {
        let mut page = Page::new("T");
        page.table(&["a", "b"], vec![vec![text.as_str().into(), "x".into()]]);
        let markdown = page.markdown();
        let rows: Vec<&str> = markdown.lines().collect();
        prop_assert_eq!(rows.len(), 5, "{}", markdown);
        let bare = rows[4].replace("\\\\", "").replace("\\|", "").matches('|').count();
        prop_assert_eq!(bare, 3, "{}", rows[4]);
        prop_assert!(!rows[4].replace("<br>", "").contains('<'));
    }

    #[test]
    fn outside_text_never_leaves_its_csv_cell(cells in proptest::collection::vec("(?s).{0,20}", 6)) {
        let rows = [[cells[0].clone(), cells[1].clone(), cells[2].clone()],
            [cells[3].clone(), cells[4].clone(), cells[5].clone()]];
        let text = csv::table(["a", "b", "c"], rows);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(read.len(), 2);
        for cell in read.iter().flat_map(|record| record.iter()) {
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
        }
    }
}

/// A meeting of people with hostile names, in which the quorum is lost before the ballot closes.
#[test]
fn hostile_names_and_a_lost_quorum() {
    let mut store = dockets::docket();
    dockets::in_session(&mut store);
    let leaves = |store: &mut Store, n: u32, minutes: i64| {
        let stay = store.meeting(&dockets::meeting()).unwrap().unwrap().stay(SeatNo(n)).unwrap();
        let now = Attendance { left: Some(dockets::minute(minutes)), ..stay };
        let (meeting, was) = (dockets::meeting(), Some(stay));
        let change = Change::Attended { meeting, seat: SeatNo(n), was, now: Some(now) };
        store.commit(&dockets::act_of("R. Reviewer", minutes), vec![change]).unwrap();
    };
    dockets::commit(&mut store, dockets::voted("2026-0001", 1, Position::For));
    dockets::commit(&mut store, dockets::voted("2026-0001", 2, Position::For));
    leaves(&mut store, 2, 10);
    leaves(&mut store, 3, 11);
    let mut closing = dockets::closed("2026-0001", &[1]);
    if let Change::BallotClosed { left, .. } = &mut closing {
        *left = vec![SeatNo(2)];
    }
    let closing = vec![closing];
    store.commit(&dockets::act_of("R. Reviewer", 12), closing).unwrap();
    let mut sitting = store.sitting(&dockets::meeting()).unwrap().unwrap();
    let evil = "<img src=x onerror=alert(1)>|\n# `a` [b](javascript:c)\u{202E}";
    for seat in sitting.meeting.members.iter_mut().chain(&mut sitting.meeting.ballots[0].roster) {
        seat.holder = evil.to_owned();
    }
    sitting.openings[0].application.facts.organisation.name = evil.to_owned();
    let minutes = minutes::minutes(&sitting, &books(&store), Audience::Internal).unwrap();
    let case = &minutes.items[0].ballots[0];
    assert_eq!(
        case.vote.arithmetic,
        "1 of 3 members present, quorum 2: no quorum, so nothing can be decided as it stands"
    );
    let groups: Vec<_> = case.vote.groups().into_iter().map(|(said, those)| (said, those.len())).collect();
    assert_eq!(groups[0], ("For".to_owned(), 1));
    assert!(
        groups[1].0.ends_with(" and left before closing, does not count") && groups[2].0 == "Absent",
        "{groups:?}"
    );
    assert!(
        minutes.room.iter().any(|moment| moment.quorum) && minutes.room.iter().any(|moment| !moment.quorum)
    );
    let (html, markdown) = (minutes.page().html(), minutes.page().markdown());
    assert!(!html.contains("<img") && !markdown.contains("<img") && !html.contains('\u{202E}'));
    assert!(!markdown.replace("\\]", "").contains("](") && !markdown.contains("\n# `"), "{markdown}");
}

#[test]
fn a_reading_by_ruling_and_readings_that_differ_are_said() {
    use Position::{Abstain, Against, For, Recused};
    let store = loaded();
    let mut sitting = sitting(&store);
    // 4 for, 2 against, 1 abstention, 2 recused of 9 present: the worked case.
    let ballot = &mut sitting.meeting.ballots[0];
    let said = [For, For, For, For, Against, Against, Abstain, Recused, Recused];
    ballot.positions = (1..).map(SeatNo).zip(said).collect();
    let closed = ballot.opened;
    let declared = |outcome| BallotState::Declared {
        closed,
        present: (1..=9).map(SeatNo).collect(),
        at: closed,
        outcome,
    };
    ballot.state = declared(Outcome::NotAdopted);
    let vote = |sitting: &Sitting| {
        let minutes = minutes::minutes(sitting, &books(&store), Audience::Internal).unwrap();
        (minutes.items[0].ballots[0].vote.clone(), minutes.reading.unwrap())
    };
    let (charter, reading) = vote(&sitting);
    assert_eq!(charter.arithmetic, "4 for of 9 in attendance, 5 needed (more than 1/2 of 9): not adopted");
    assert_eq!(
        charter.other_readings.unwrap(),
        "another reading would have differed: of those in attendance less the recused: adopted (4 for of 7 in attendance and not recused, 4 needed); \
         of the votes for and against: adopted (4 for of 6 votes for and against, 4 needed)"
    );
    assert!(!reading.ruled && reading.how.contains("no ruling"), "{reading:?}");
    sitting.meeting.reading = Some(Base::Unrecused);
    sitting.meeting.ballots[0].reading = Base::Unrecused;
    sitting.meeting.ballots[0].state = declared(Outcome::Adopted);
    sitting.called.as_mut().unwrap().role = Some(Role::Chair);
    let (ruled, reading) = vote(&sitting);
    assert!(ruled.arithmetic.ends_with("(more than 1/2 of 7): adopted"), "{}", ruled.arithmetic);
    assert!(reading.ruled, "{reading:?}");
    assert_eq!(
        reading.how,
        "ruled at the call to order by samples as chair, in the place of those in attendance"
    );
}

#[test]
fn the_fingerprint_of_minutes_is_known_again_later_and_nothing_else_is() {
    let mut store = loaded();
    let print = written(&store, Audience::Internal).fingerprint;
    let text = Some("later".to_owned());
    dockets::commit(&mut store, Change::Noted { application: Ref::from("lanternworks-service"), n: 1, text });
    let verified = store.verify(Some(&print)).unwrap();
    assert!(verified.ok, "{verified:?}");
    let said = verified.checks.iter().find(|check| check.id == "fingerprint").unwrap();
    assert!(said.detail.contains("they are still the same"), "{said:?}");
    let mut rewritten = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut rewritten, "another reviewer", today()).unwrap();
    assert!(!rewritten.verify(Some(&print)).unwrap().ok);
}

#[test]
fn what_was_noted_down_on_a_granted_application_stays_inside() {
    let mut store = dockets::docket();
    dockets::in_session(&mut store);
    dockets::decide(&mut store);
    let mut sitting = store.sitting(&dockets::meeting()).unwrap().unwrap();
    let secret = |name: &str| Some(format!("secret {name}"));
    let review = &mut sitting.openings[0].application.review;
    for (requirement, status) in
        [("PLT-E3-P1", Status::Met), ("PLT-E3-M1", Status::Waived), ("PLT-E3-M2", Status::NotMet)]
    {
        let until = (status == Status::Waived).then(|| dockets::day(30));
        let finding = Finding { status, justification: secret("why"), text: secret("text"), until };
        review.findings.insert(requirement.into(), finding);
    }
    let rejected = Check::Rejected { reason: secret("rejection") };
    review.checks.insert(Item::new(ItemKind::Evidence, 1), rejected);
    let facts = &mut sitting.openings[0].application.facts;
    facts.note = secret("note");
    facts.organisation.parent.as_mut().unwrap().name = "Employer 3".to_owned();
    let written = |audience| {
        let minutes = minutes::minutes(&sitting, &books(&store), audience).unwrap();
        let json = serde_json::to_string(&minutes).unwrap();
        [minutes.page().markdown(), minutes.page().html(), json].join("\n")
    };
    let inside = written(Audience::Internal);
    for shown in
        ["secret why", "the council asked for it", "PLT-E3-M2", "Holder 3 works for Employer 3", "NOT MET"]
    {
        assert!(inside.contains(shown), "{shown}");
    }
    let public = written(Audience::Public);
    assert!(public.contains("Recused (1)"), "{public}");
    for hidden in [
        "PLT-E3",
        "secret",
        "the council asked for it",
        "L. Lead",
        "Employer",
        "works for",
        "H. Holder",
        "C. Contact",
        "R. Reviewer",
        "NOT MET",
        "not-met",
    ] {
        assert!(!public.contains(hidden), "{hidden}");
    }
}
