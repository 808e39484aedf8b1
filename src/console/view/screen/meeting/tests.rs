//! Frames of the meeting: none panics, none speaks too early, none lets outside text through.

use proptest::prelude::*;
use ratatui::{Terminal, backend::TestBackend};

use crate::{
    console::{
        app::{
            Message, Model,
            screen::meeting::{
                Page, Pane,
                sample::{model, press, sight},
            },
            update,
        },
        view::{self, Look},
    },
    council::{Ballot, BallotState, Outcome, Position, SeatNo, sample},
};

const PAGES: [Page; 5] =
    [Page::List, Page::Session(Pane::Room), Page::Session(Pane::Agenda), Page::Draft, Page::Item];

fn frame(model: &Model, width: u16, height: u16) -> Terminal<TestBackend> {
    let look = Look::new(&model.settings).unwrap();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(model, &look, frame)).unwrap();
    terminal
}

fn drawn(model: &Model, width: u16, height: u16) -> String {
    frame(model, width, height).backend().to_string()
}

/// A ballot of so many members on which the first seats speak in turn, in this state: open, closed or declared.
fn ballot(members: u32, said: usize, state: usize) -> Ballot {
    let mut ballot = sample::ballot(members);
    ballot.positions = (1..).map(SeatNo).zip(Position::ALL.iter().copied().cycle()).take(said).collect();
    let (at, present) = (ballot.opened, ballot.roster.iter().map(|seat| seat.n).take(9).collect());
    ballot.state = match state {
        0 => BallotState::Open,
        1 => BallotState::Closed { at, present },
        _ => BallotState::Declared { closed: at, present, at, outcome: Outcome::NotAdopted },
    };
    ballot
}

proptest! {
    #[test]
    fn nothing_panics_at_any_size(
        width in 0_u16..=250,
        height in 0_u16..=80,
        page in 0..PAGES.len(),
        members in 1_u32..40,
        said in 0_usize..9,
        state in 0_usize..4,
        keys in prop::sample::select(vec!["j", "G", "1", "1 2", "y", "p", "C", "D", "b", "e", "A", "tab enter"]),
    ) {
        let present: Vec<u32> = (1..=members.min(9)).collect();
        let said = said.min(present.len());
        let ballot = (state < 3).then(|| ballot(members, said, state));
        let mut model = model(sight(members, &present, ballot));
        update(&mut model, Message::Resize { width, height });
        model.screens.meeting.page = PAGES[page];
        frame(&model, width, height);
        press(&mut model, keys);
        frame(&model, width, height);
    }
}

#[test]
fn no_result_is_named_before_it_is_declared() {
    let present: Vec<u32> = (1..=9).collect();
    for (state, says) in [(0, false), (1, false), (2, true)] {
        for (width, height) in [(120, 36), (80, 24), (40, 10)] {
            let mut model = model(sight(15, &present, Some(ballot(15, 9, state))));
            press(&mut model, "tab enter");
            let text = drawn(&model, width, height).to_lowercase();
            let named = text.contains("adopted") || text.contains("rejected");
            assert_eq!(named, says, "{text}");
            press(&mut model, "C");
            assert_eq!(drawn(&model, width, height).to_lowercase().contains("adopted"), says);
        }
    }
}

#[test]
fn all_fifteen_names_and_what_is_needed_fit_on_a_small_screen() {
    let present: Vec<u32> = (1..=9).collect();
    let mut model = model(sight(15, &present, Some(ballot(15, 4, 0))));
    press(&mut model, "tab enter");
    let text = drawn(&model, 80, 24);
    for n in 1..=15 {
        assert!(text.contains(&format!("Holder {n}")), "{n} is missing:\n{text}");
    }
    for said in
        ["quorum 8", "1 may leave", "1 for, 1 against", "5 of 9 needed", "4 more for of 5 outstanding"]
    {
        assert!(text.contains(said), "{said} is missing:\n{text}");
    }
}

#[test]
fn what_is_not_in_the_file_yet_is_drawn_as_waiting() {
    let present: Vec<u32> = (1..=9).collect();
    let mut model = model(sight(15, &present, Some(ballot(15, 0, 0))));
    press(&mut model, "tab enter y");
    let text = drawn(&model, 120, 36);
    let line = text.lines().find(|line| line.contains("Holder 1,")).unwrap();
    assert!(line.contains("...") && !line.contains("for"), "{line}");
    assert!(text.contains("0 for, 0 against"), "{text}");
}

#[test]
fn hostile_names_are_shown_and_not_sent() {
    let mut sight = sight(3, &[1, 2], Some(ballot(3, 1, 0)));
    let hostile = "\u{1b}[31m\u{202e}evil\u{200b}";
    sight.meeting.ballots[0].organisation = hostile.to_owned();
    for seat in sight.meeting.members.iter_mut().chain(&mut sight.meeting.ballots[0].roster) {
        seat.holder = hostile.to_owned();
        seat.employer = hostile.to_owned();
    }
    let mut model = model(sight);
    for page in PAGES {
        model.screens.meeting.page = page;
        for keys in ["", "C", "esc", "D", "esc"] {
            if !keys.is_empty() {
                press(&mut model, keys);
            }
            let text = drawn(&model, 120, 36);
            assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{200b}']), "{page:?}: {text}");
        }
    }
}

#[test]
fn what_corrected_times_would_have_given_stands_with_the_result_at_every_size() {
    let present: Vec<u32> = (1..=7).collect();
    for (state, whole) in [(1, "nothing can be decided as it stands"), (2, "no decision")] {
        let mut model = model(sight(15, &present, Some(ballot(15, 9, state))));
        press(&mut model, "tab enter");
        for (width, height, says) in [
            (120, 36, "it is not counted again"),
            (80, 24, "it is not counted again"),
            (40, 10, "FLAG: corrected times: no quorum"),
        ] {
            let text = drawn(&model, width, height);
            let plain = text.replace('"', " ").split_whitespace().collect::<Vec<_>>().join(" ");
            for said in if height < 24 { [says; 3] } else { [says, whole, "7 of 15 present"] } {
                assert!(plain.contains(said), "{said} is missing at {width}:\n{text}");
            }
            let seat = if height < 24 { "Holder 1" } else { "Holder 15" };
            assert!(text.contains(seat), "{text}");
        }
    }
}
