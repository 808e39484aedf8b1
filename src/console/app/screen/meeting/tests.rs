//! The meeting key by key, without a store: what is asked, and what is shown before it has answered.

use super::{
    LastState, MeetingReply, MeetingRequest, Page,
    sample::{model, press, sight},
};
use crate::{
    console::app::{Effect, Message, Model, Reply, effect::Request, overlay::Overlay, update},
    council::{Position, Reason, SeatNo, sample},
    record::Change,
};

/// A ballot is in front, with seats 1 to 9 of 15 in the room.
fn voting() -> Model {
    let present: Vec<u32> = (1..=9).collect();
    let model = model(sight(15, &present, Some(sample::ballot(15))));
    assert_eq!(
        model.screens.meeting.page,
        Page::Item,
        "a ballot that waits is in front when the file is opened"
    );
    model
}

fn chosen(model: &Model) -> u32 {
    model.screens.meeting.seat().unwrap().n.0
}

/// The store has done the oldest request: these positions are in the file.
fn made(model: &mut Model, positions: &[(u32, Position)]) {
    let mut meeting = model.screens.meeting.sight.clone().unwrap().meeting;
    meeting.ballots[0].positions = positions.iter().map(|(n, said)| (SeatNo(*n), *said)).collect();
    let undo = Some("the last position".to_owned());
    let reply = MeetingReply::Made { meeting: Box::new(meeting), undo };
    update(model, Message::Answer(Reply::Meeting(reply)));
}

fn position(model: &Model, n: u32) -> Option<Position> {
    let sight = model.screens.meeting.sight.as_ref().unwrap();
    sight.meeting.ballots[0].positions.get(&SeatNo(n)).copied()
}

#[test]
fn a_position_is_shown_only_once_the_store_has_answered() {
    let mut model = voting();
    let asked = press(&mut model, "y n");
    assert_eq!(asked.len(), 2);
    let screen = &model.screens.meeting;
    assert!(screen.waits_for(SeatNo(1)) && screen.waits_for(SeatNo(2)) && !screen.waits_for(SeatNo(3)));
    assert_eq!((position(&model, 1), chosen(&model)), (None, 3), "the turn goes on meanwhile");
    made(&mut model, &[(1, Position::For)]);
    assert_eq!((position(&model, 1), position(&model, 2)), (Some(Position::For), None));
    assert!(matches!(model.screens.meeting.last.as_ref().unwrap().state, LastState::Waiting));
    made(&mut model, &[(1, Position::For), (2, Position::Against)]);
    let last = model.screens.meeting.last.clone().unwrap();
    assert_eq!((last.key.as_str(), last.what.as_str()), ("n", "seat 2 Holder 2: against"));
    assert!(matches!(last.state, LastState::Done { undo: Some(_) }));
    assert!(model.screens.meeting.waiting.is_empty());
}

#[test]
fn a_change_of_mind_rests_on_what_is_on_its_way() {
    let mut model = voting();
    press(&mut model, "y");
    let asked = press(&mut model, "1 n c");
    let [Request::Meeting(MeetingRequest::Make { changes, .. })] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    let [Change::Voted { was, now, why, .. }] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((*was, *now, *why), (Some(Position::For), Some(Position::Against), Some(Reason::Changed)));
}

#[test]
fn a_refusal_is_said_and_nothing_is_shown_for_it() {
    let mut model = voting();
    press(&mut model, "y");
    let why = "the position of seat 1 changed meanwhile".to_owned();
    let effects = update(&mut model, Message::Answer(Reply::Meeting(MeetingReply::NotMade(why.clone()))));
    assert_eq!(effects.len(), 1, "what is there is read again");
    assert_eq!(position(&model, 1), None);
    assert!(!model.screens.meeting.waits_for(SeatNo(1)));
    assert_eq!(model.notice.clone().unwrap().text, why);
    assert_eq!(model.screens.meeting.last.clone().unwrap().state, LastState::Refused(why));
}

#[test]
fn nothing_is_closed_while_a_position_is_on_its_way() {
    let mut model = voting();
    press(&mut model, "y C");
    press(&mut model, "y");
    assert!(model.overlays.is_empty(), "and the key after it waits as well");
    made(&mut model, &[(1, Position::For)]);
    assert_eq!(position(&model, 1), Some(Position::For));
    let asked = update(&mut model, Message::Answer(Reply::Echo));
    let [Effect::Ask(Request::Meeting(MeetingRequest::Make { changes, .. })), _] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(matches!(changes.as_slice(), [Change::BallotClosed { .. }]), "{changes:?}");
}

#[test]
fn a_close_that_never_can_be_is_refused_and_not_tried_for_ever() {
    let mut model = voting();
    press(&mut model, "y C");
    assert!(update(&mut model, Message::Answer(Reply::Echo)).is_empty());
    assert!(model.notice.clone().unwrap().text.contains("not everything is in the file"));
}

#[test]
fn a_seat_that_comes_in_can_vote_at_once() {
    let mut model = voting();
    let asked = press(&mut model, "1 2 p y y");
    assert!(matches!(
        asked.as_slice(),
        [
            Request::Meeting(MeetingRequest::Attend { seat: SeatNo(12), inside: true, .. }),
            Request::Meeting(MeetingRequest::Make { .. }),
            Request::Meeting(MeetingRequest::Make { .. })
        ]
    ));
    assert_eq!(chosen(&model), 1, "the first that has said nothing, from the top again");
}

#[test]
fn the_turn_skips_who_is_out_or_has_spoken() {
    let mut model = voting();
    press(&mut model, "3 p 1 y n");
    assert_eq!(chosen(&model), 4);
    assert_eq!(model.screens.meeting.turn(), Some(SeatNo(4)));
    press(&mut model, "9 a");
    assert_eq!(chosen(&model), 4, "after the last one the turn goes back to the top");
}

#[test]
fn digits_go_together_only_while_nothing_else_is_pressed() {
    for between in ["w", "Z", "?", "j", "esc"] {
        let mut model = voting();
        press(&mut model, "1");
        press(&mut model, between);
        model.overlays.clear();
        press(&mut model, "4");
        assert_eq!(chosen(&model), 4, "after {between}");
    }
    let mut model = voting();
    press(&mut model, "1 4");
    assert_eq!(chosen(&model), 14);
}

#[test]
fn a_change_is_never_dropped_for_a_newer_one() {
    let mut model = voting();
    for request in press(&mut model, "y 1 2 p") {
        assert!(!request.only_reads());
        assert!(!request.replaces(&request));
    }
}

#[test]
fn no_seat_is_let_in_or_out_where_no_seat_is_to_be_seen() {
    let mut model = model(sight(15, &[1, 2], None));
    press(&mut model, "tab enter");
    assert_eq!(model.screens.meeting.page, Page::Item);
    let before = chosen(&model);
    for keys in ["p", "9"] {
        assert!(press(&mut model, keys).is_empty(), "{keys}");
        assert!(model.notice.take().unwrap().text.contains("the seats are not on this page"), "{keys}");
    }
    assert_eq!(chosen(&model), before);
    assert_eq!(press(&mut model, "esc tab 9 p").len(), 1, "they are in the room");
}

#[test]
fn what_the_docket_refused_comes_back_as_it_was_typed() {
    let mut model = model(sight(15, &[1, 2], None));
    press(&mut model, "esc P + 7 enter");
    assert!(model.overlays.is_empty());
    let why = "the day is taken".to_owned();
    update(&mut model, Message::Answer(Reply::Meeting(MeetingReply::NotMade(why.clone()))));
    let Some(Overlay::Input(input)) = model.overlays.last() else { panic!("{:?}", model.overlays) };
    assert_eq!((input.line.value(), input.problem.as_deref()), ("+7", Some(why.as_str())));
}
