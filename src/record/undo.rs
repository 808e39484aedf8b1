//! Undo is a new change: the mirror image of an earlier one.

use chrono::NaiveDate;

use super::change::{Change, Field};
use crate::{
    council::{BallotId, ItemNo, MeetingId, Reason, SeatNo, Topic, conflict::Tie},
    review::{Item, ItemKind, Ref},
    rules::RequirementId,
};

/// The change that takes `change` back, if it can be: `was` and `now` in each other's place, or a note taken back.
/// What is received, submitted, planned, called, opened, closed, declared, ruled, dismissed, sent, corrected, adjourned,
/// approved or amended is corrected, not undone.
pub fn mirror<P: Clone>(change: &Change<P>) -> Option<Change<P>> {
    let mut mirror = change.clone();
    match &mut mirror {
        Change::Amended { was, now, .. } => std::mem::swap(was, now),
        Change::Found { was, now, .. } => std::mem::swap(was, now),
        Change::Checked { was, now, .. } => std::mem::swap(was, now),
        Change::Given { was, now, .. } => std::mem::swap(was, now),
        Change::Assigned { was, now, .. } => std::mem::swap(was, now),
        Change::Staged { was, now, because, .. } => {
            std::mem::swap(was, now);
            // Why it was moved is no reason to move it back.
            *because = None;
        }
        Change::Demonstrated { was, now, .. } => std::mem::swap(was, now),
        Change::Seated { was, now } => std::mem::swap(was, now),
        Change::SuspensionEnds { was, now, .. } | Change::ConflictEnds { was, now, .. } => {
            std::mem::swap(was, now);
        }
        Change::StoodIn { was, now, .. } => std::mem::swap(was, now),
        Change::ConflictEntered { taken_back, note, .. } => {
            if std::mem::replace(taken_back, true) {
                return None;
            }
            *note = None;
        }
        Change::Suspended { because, .. } | Change::ConflictWaived { because, .. } => {
            because.take()?;
        }
        Change::Attended { was, now, .. } => std::mem::swap(was, now),
        Change::Joined { was, now, .. } => std::mem::swap(was, now),
        Change::AgendaSet { was, now, .. } => std::mem::swap(was, now),
        Change::ConsentSet { was, now, .. } => std::mem::swap(was, now),
        // What is undone was a slip of whoever entered it: nobody changed their vote by that.
        Change::Voted { was, now, why, .. } => {
            std::mem::swap(was, now);
            *why = was.map(|_| Reason::Slip);
        }
        Change::ItemSet { was, now, .. } => std::mem::swap(was, now),
        Change::Cleared { was, now, .. } => std::mem::swap(was, now),
        Change::Noted { text, .. } | Change::Minuted { text, .. } => {
            text.take()?;
        }
        // Those that [`thing`] names as corrected and not undone.
        _ => return None,
    }
    Some(mirror)
}

/// Whether `later`, which came after `earlier`, rests on it, so that `earlier` cannot be taken back any more. Changes
/// that are undone, and those that undo, are not asked about.
pub fn rests_on<P>(later: &Change<P>, earlier: &Change<P>) -> bool {
    let follows = match earlier {
        Change::Amended { application, .. }
        | Change::Checked { application, .. }
        | Change::Given { application, .. } => sent_again(later, application) || goes_on(later, application),
        Change::Found { application, .. }
        | Change::Staged { application, .. }
        | Change::Demonstrated { application, .. } => goes_on(later, application),
        Change::Seated { was, now } => match later {
            Change::Attended { seat, .. } => now.iter().chain(was).any(|changed| changed.n == *seat),
            Change::BallotOpened { .. } => true,
            _ => false,
        },
        Change::Suspended { seat, .. } | Change::SuspensionEnds { seat, .. } => match later {
            Change::Attended { seat: attends, .. } => attends == seat,
            Change::BallotOpened { .. } => true,
            _ => false,
        },
        Change::StoodIn { meeting, was, now } => match later {
            Change::Attended { meeting: there, seat, .. } => {
                there == meeting && now.iter().chain(was).any(|one| one.seat == *seat)
            }
            Change::BallotOpened { .. } => true,
            Change::Adjourned { meeting: over } => over == meeting,
            _ => false,
        },
        // Only one meeting is open at a time: a ballot closed while this stay can still be undone is one of its own.
        Change::Attended { meeting, seat, .. } => match later {
            Change::BallotClosed { .. } | Change::Pulled { .. } => true,
            Change::Voted { seat: voter, .. } | Change::Joined { seat: voter, .. } => voter == seat,
            Change::Corrected { seat: corrected, .. } => corrected == seat,
            Change::Adjourned { meeting: over } => over == meeting,
            _ => false,
        },
        Change::AgendaSet { meeting, was, now } => match later {
            Change::Adjourned { meeting: over } => over == meeting,
            Change::Minuted { topic: Topic::Application(of), text: Some(_), .. } => {
                was.contains(of) != now.contains(of)
            }
            Change::PacketSent { meeting: of, .. } => of == meeting,
            _ => was
                .iter()
                .chain(now)
                .any(|listed| was.contains(listed) != now.contains(listed) && goes_on(later, listed)),
        },
        Change::ItemSet { meeting, item, was, .. } => match later {
            Change::Adjourned { meeting: over } => over == meeting,
            Change::Minuted { meeting: of, topic: Topic::Item(on), text: Some(_), .. } => {
                of == meeting && on == item && was.is_none()
            }
            _ => false,
        },
        Change::Minuted { meeting, .. } => {
            matches!(later, Change::Adjourned { meeting: over } if over == meeting)
        }
        Change::Cleared { ballot, .. } => goes_on(later, &ballot.application),
        Change::ConsentSet { meeting, application, .. } => match later {
            Change::Adjourned { meeting: over } => over == meeting,
            _ => goes_on(later, application),
        },
        Change::Voted { ballot, .. } => matches!(
            later,
            Change::BallotClosed { ballot: over, .. } | Change::Pulled { ballot: over, .. } if over == ballot
        ),
        Change::Joined { ballot, seat, .. } => match later {
            Change::BallotClosed { ballot: over, .. } | Change::Pulled { ballot: over, .. } => over == ballot,
            Change::Voted { ballot: on, seat: voter, .. } => on == ballot && voter == seat,
            _ => false,
        },
        _ => false,
    };
    follows || same_thing(later, earlier)
}

/// Whether `change` takes `reference` further: to another stage, onto or off an agenda, before the council.
fn goes_on<P>(change: &Change<P>, reference: &Ref) -> bool {
    match change {
        Change::Staged { application, was, now, .. } => application == reference && was.stage != now.stage,
        Change::AgendaSet { was, now, .. } => was.contains(reference) != now.contains(reference),
        Change::BallotOpened { ballot, .. }
        | Change::Pulled { ballot, .. }
        | Change::Declared { ballot, .. } => ballot.application == *reference,
        _ => false,
    }
}

fn sent_again<P>(change: &Change<P>, reference: &Ref) -> bool {
    matches!(change, Change::Submitted { application, .. } if application == reference)
}

/// Whether both say something of the same thing.
fn same_thing<P>(later: &Change<P>, earlier: &Change<P>) -> bool {
    thing(later).is_some_and(|touched| thing(earlier) == Some(touched))
}

/// The one thing that a change with `was` and `now` is about.
#[derive(PartialEq, Eq)]
enum Thing<'a> {
    Field(&'a Ref, Field),
    Requirement(&'a Ref, &'a RequirementId),
    Item(&'a Ref, Item),
    Assignment(&'a Ref),
    Standing(&'a Ref),
    Demo(&'a Ref),
    Note(&'a Ref, u32),
    Seat(SeatNo),
    Suspension(SeatNo, NaiveDate),
    StandIn(&'a MeetingId, SeatNo),
    Conflict(u32),
    Waiver(&'a Ref, &'a Tie),
    Attendance(&'a MeetingId, SeatNo),
    Agenda(&'a MeetingId),
    Consent(&'a MeetingId, &'a Ref),
    Position(&'a BallotId, SeatNo),
    Condition(&'a BallotId, u32),
    Part(&'a BallotId, SeatNo),
    FreeItem(&'a MeetingId, ItemNo),
    Minute(&'a MeetingId, u32),
}

fn thing<P>(change: &Change<P>) -> Option<Thing<'_>> {
    Some(match change {
        Change::Amended { application, field, .. } => Thing::Field(application, *field),
        Change::Found { application, requirement, .. } => Thing::Requirement(application, requirement),
        Change::Checked { application, item, .. } => Thing::Item(application, *item),
        Change::Given { application, was, now } => {
            Thing::Item(application, Item::new(ItemKind::Evidence, now.as_ref().or(was.as_ref())?.n))
        }
        Change::Assigned { application, .. } => Thing::Assignment(application),
        Change::Staged { application, .. } => Thing::Standing(application),
        Change::Demonstrated { application, .. } => Thing::Demo(application),
        Change::Noted { application, n, .. } => Thing::Note(application, *n),
        Change::Seated { was, now } => Thing::Seat(now.as_ref().or(was.as_ref())?.n),
        Change::Suspended { seat, from, .. } | Change::SuspensionEnds { seat, from, .. } => {
            Thing::Suspension(*seat, *from)
        }
        Change::StoodIn { meeting, was, now } => Thing::StandIn(meeting, now.as_ref().or(was.as_ref())?.seat),
        Change::ConflictEntered { n, .. } | Change::ConflictEnds { n, .. } => Thing::Conflict(*n),
        Change::ConflictWaived { application, tie, .. } => Thing::Waiver(application, tie),
        Change::Attended { meeting, seat, .. } => Thing::Attendance(meeting, *seat),
        Change::AgendaSet { meeting, .. } => Thing::Agenda(meeting),
        Change::ConsentSet { meeting, application, .. } => Thing::Consent(meeting, application),
        Change::Voted { ballot, seat, .. } => Thing::Position(ballot, *seat),
        Change::Cleared { ballot, condition, .. } => Thing::Condition(ballot, *condition),
        Change::Joined { ballot, seat, .. } => Thing::Part(ballot, *seat),
        Change::ItemSet { meeting, item, .. } => Thing::FreeItem(meeting, *item),
        Change::Minuted { meeting, n, .. } => Thing::Minute(meeting, *n),
        Change::Founded { .. }
        | Change::RehearsalBegan { .. }
        | Change::RulesTaken { .. }
        | Change::Received { .. }
        | Change::Submitted { .. }
        | Change::Planned { .. }
        | Change::Called { .. }
        | Change::BallotOpened { .. }
        | Change::Pulled { .. }
        | Change::BallotClosed { .. }
        | Change::Declared { .. }
        | Change::Corrected { .. }
        | Change::Ruled { .. }
        | Change::PacketSent { .. }
        | Change::MinutesApproved { .. }
        | Change::MinutesAmended { .. }
        | Change::ConflictDismissed { .. }
        | Change::Adjourned { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{mirror, rests_on};
    use crate::record::{Change, sample};

    fn of(kind: &str) -> Change {
        let named = |change: &Change| serde_json::to_value(change).unwrap()["change"] == kind;
        sample::every_change().into_iter().find(named).unwrap()
    }

    #[test]
    fn the_mirror_of_a_mirror_is_the_change() {
        let mut mirrored = 0;
        for change in sample::every_change() {
            let Some(back) = mirror(&change) else { continue };
            mirrored += 1;
            assert_ne!(back, change);
            match change {
                Change::Noted { .. }
                | Change::Minuted { .. }
                | Change::Suspended { .. }
                | Change::ConflictEntered { .. }
                | Change::ConflictWaived { .. } => {
                    assert_eq!(mirror(&back), None, "a text is not written again");
                }
                Change::Staged { application, was, now, because } => {
                    assert!(
                        matches!(&back, Change::Staged { because: None, .. }),
                        "{because:?} is no reason to go back"
                    );
                    let again = Change::Staged { application, was, now, because: None };
                    assert_eq!(mirror(&back), Some(again));
                }
                _ => assert_eq!(mirror(&back), Some(change)),
            }
        }
        assert_eq!(mirrored, 22);
    }

    #[test]
    fn what_happened_for_good_has_no_mirror() {
        for kind in [
            "founded",
            "rules-taken",
            "received",
            "submitted",
            "planned",
            "called",
            "rehearsal-began",
            "ballot-opened",
            "pulled",
            "ballot-closed",
            "declared",
            "conflict-dismissed",
            "adjourned",
            "corrected",
            "ruled",
            "packet-sent",
        ] {
            assert_eq!(mirror(&of(kind)), None, "{kind}");
        }
    }

    #[test]
    fn every_change_that_can_be_undone_holds_up_an_earlier_one_of_the_same_thing() {
        for change in sample::every_change() {
            assert_eq!(rests_on(&change, &change), mirror(&change).is_some(), "{change:?}");
        }
    }

    #[test]
    fn what_rests_on_what() {
        let rests = [
            ("staged", "found"),
            ("staged", "demonstrated"),
            ("agenda-set", "staged"),
            ("ballot-opened", "checked"),
            ("declared", "staged"),
            ("submitted", "amended"),
            ("ballot-opened", "agenda-set"),
            ("adjourned", "agenda-set"),
            ("attended", "seated"),
            ("ballot-opened", "seated"),
            ("ballot-opened", "cleared"),
            ("ballot-opened", "suspended"),
            ("suspension-ends", "suspended"),
            ("ballot-opened", "stood-in"),
            ("conflict-ends", "conflict-entered"),
            ("ballot-closed", "voted"),
            ("ballot-closed", "attended"),
            ("voted", "attended"),
            ("corrected", "attended"),
            ("minuted", "agenda-set"),
            ("packet-sent", "agenda-set"),
            ("adjourned", "item-set"),
            ("adjourned", "minuted"),
        ];
        for (later, earlier) in rests {
            assert!(rests_on(&of(later), &of(earlier)), "{later} on {earlier}");
        }
        let does_not = [
            ("found", "staged"),
            ("staged", "assigned"),
            ("submitted", "found"),
            ("noted", "found"),
            ("ballot-closed", "found"),
            ("voted", "staged"),
            ("staged", "noted"),
            ("adjourned", "found"),
            ("minuted", "item-set"),
            ("item-set", "minuted"),
            ("ruled", "attended"),
            ("packet-sent", "found"),
        ];
        for (later, earlier) in does_not {
            assert!(!rests_on(&of(later), &of(earlier)), "{later} on {earlier}");
        }
    }

    #[test]
    fn another_application_rests_on_nothing_here() {
        let found = of("found");
        let mut staged = of("staged");
        if let Change::Staged { application, .. } = &mut staged {
            *application = "2026-0001".into();
        }
        assert!(!rests_on(&staged, &found));
    }
}
