//! A count of every ballot from nothing but the journal of an export: a reckoning of its own, over texts and figures.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// A ballot as counted.
#[derive(Debug, Default)]
pub(super) struct Counted {
    meeting: Option<String>,
    reading: String,
    two_thirds: bool,
    roster: BTreeSet<u64>,
    said: BTreeMap<u64, String>,
    /// Who was in the room when it closed; for an electronic ballot everybody.
    there: BTreeSet<u64>,
    /// What the journal says it was declared as.
    pub(super) declared: Option<String>,
}

/// Every ballot of an export, counted.
pub(super) fn ballots(export: &Value) -> BTreeMap<String, Counted> {
    let mut room: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    let mut ballots: BTreeMap<String, Counted> = BTreeMap::new();
    for entry in export["journal"].as_array().unwrap() {
        let change: Value = serde_json::from_str(entry["change"].as_str().unwrap()).unwrap();
        let id = || format!("{}/{}", text(&change["ballot"]["application"]), change["ballot"]["n"]);
        match text(&change["change"]).as_str() {
            "attended" => {
                let seats = room.entry(text(&change["meeting"])).or_default();
                seats.remove(&change["seat"].as_u64().unwrap());
                if change["now"].is_object() && change["now"]["left"].is_null() {
                    seats.insert(change["seat"].as_u64().unwrap());
                }
            }
            "ballot-opened" => _ = ballots.insert(id(), opened(&change)),
            "voted" => {
                let said = &mut ballots.get_mut(&id()).unwrap().said;
                let seat = change["seat"].as_u64().unwrap();
                match change["now"].as_str() {
                    Some(now) => _ = said.insert(seat, now.to_owned()),
                    None => _ = said.remove(&seat),
                }
            }
            "ballot-closed" => {
                let ballot = ballots.get_mut(&id()).unwrap();
                let in_room =
                    ballot.meeting.as_ref().map(|meeting| room.get(meeting).cloned().unwrap_or_default());
                ballot.there = in_room.map_or_else(|| ballot.roster.clone(), |here| &here & &ballot.roster);
            }
            "declared" => ballots.get_mut(&id()).unwrap().declared = Some(text(&change["outcome"])),
            _ => {}
        }
    }
    ballots
}

fn opened(change: &Value) -> Counted {
    let roster = change["roster"].as_array().unwrap();
    Counted {
        meeting: change["meeting"].as_str().map(str::to_owned),
        reading: text(&change["reading"]),
        two_thirds: change["threshold"] == "two-thirds-of-members",
        roster: roster.iter().map(|seat| seat["n"].as_u64().unwrap()).collect(),
        ..Counted::default()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

impl Counted {
    /// What its positions come to.
    pub(super) fn outcome(&self) -> &'static str {
        let said = |position: &str| {
            self.said.iter().filter(|(seat, said)| self.there.contains(seat) && *said == position).count()
        };
        let (yes, no, recused) = (said("for"), said("against"), said("recused"));
        let (members, present) = (self.roster.len(), self.there.len());
        let at_meeting = self.meeting.is_some();
        let carried = if at_meeting && 2 * present < members {
            return "no-decision";
        } else if self.two_thirds {
            3 * yes >= 2 * members
        } else if !at_meeting {
            2 * yes > members
        } else {
            match self.reading.as_str() {
                "attendance" => 2 * yes > present,
                _ if recused == present => return "no-decision",
                "unrecused" => 2 * yes > present - recused,
                "cast" => yes > no,
                other => panic!("{other} is no reading"),
            }
        };
        if carried { "adopted" } else { "not-adopted" }
    }
}
