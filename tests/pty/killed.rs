//! docket is killed in the middle of a vote: every position that the screen had confirmed is in the file.

use std::collections::BTreeMap;
use std::time::Duration;

use rustix::process::Signal;
use serde_json::Value;

use crate::docket::{again, demo, quit, says};
use crate::place::Place;

/// How often docket is killed.
const ROUNDS: u64 = 6;

/// Keys of the ballot and what they say.
const POSITIONS: [(&str, &str); 4] = [("y", "for"), ("n", "against"), ("a", "abstain"), ("r", "recused")];

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

#[test]
fn what_the_screen_has_confirmed_survives_kill_9() {
    let place = Place::new();
    quit(demo(&place));
    let today = chrono::Local::now().date_naive();
    for verb in [
        &format!("meeting open {today}"),
        "meeting in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "ballot open northlight-platform --motion approve",
    ] {
        says(&place, &verb.split(' ').collect::<Vec<_>>());
    }
    let mut dice = Dice(20_261_123);
    let mut confirmed: BTreeMap<u64, &str> = BTreeMap::new();
    for round in 0..ROUNDS {
        let mut docket = again(&place);
        docket.press("g m").wait_for("BALLOT OPEN");
        for _ in 0..=dice.below(4) {
            let (seat, (key, said)) =
                (2 + dice.below(14), POSITIONS[usize::try_from(dice.below(4)).unwrap()]);
            if confirmed.get(&seat) == Some(&said) {
                continue;
            }
            docket.write(format!("{seat}{key}").as_bytes());
            if confirmed.contains_key(&seat) {
                docket.wait_for("why is it replaced?").press("c");
            }
            docket.wait_for(&format!("Last key {key}  seat {seat} ")).wait_for("in the file");
            confirmed.insert(seat, said);
        }
        // Seat 1 goes on changing its mind; how far that has come when docket is killed is chance.
        docket.write("1y1n1a1r".repeat(10).as_bytes());
        docket.listen(Duration::from_micros(dice.below(150_000)));
        docket.signal(Signal::KILL);
        docket.wait_end();
        assert!(says(&place, &["verify"]).contains("the docket is as it was written"), "round {round}");
        let mut there = roll(&place);
        there.remove(&1);
        let confirmed: BTreeMap<u64, String> =
            confirmed.iter().map(|(seat, said)| (*seat, (*said).to_owned())).collect();
        assert_eq!(there, confirmed, "round {round}");
    }
    let mut docket = again(&place);
    docket.press("g m").wait_for("BALLOT OPEN");
    quit(docket);
}

/// The positions in the file, by seat.
fn roll(place: &Place) -> BTreeMap<u64, String> {
    let shown = says(place, &["ballot", "show", "northlight-platform/1", "--json"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let seats = shown["roll"].as_array().unwrap().iter();
    seats
        .filter_map(|seat| Some((seat["seat"].as_u64().unwrap(), seat["position"].as_str()?.to_owned())))
        .collect()
}
