//! A council of fifteen invented people, and applications that wait for it.

use docket::{
    council::{Seat, SeatNo},
    record::Change,
    review::Stage,
    store::Store,
};

use crate::dockets::{commit, day, facts, received, staged};

/// The holders of the seats and their employers.
const SEATS: [(&str, &str); 15] = [
    ("Ada Winter", "Brightwater Retail"),
    ("Bohdan Kral", "Kral & Vondra"),
    ("Chiara Fonti", "Fonti Logistica"),
    ("Dmitri Olsen", "Nordlicht Cloud AG"),
    ("Esra Yildiz", "Anatolia Bank"),
    ("Femi Adebayo", "Lagos Freight"),
    ("Gudrun Halvorsen-Lindqvist", "Fjordkraft Data"),
    ("Hiro Tanabe", "Tanabe Seiko"),
    ("Imke de Wit", "Polder Energy"),
    ("Jonas Brandt", "Brandt Optik"),
    ("Katya Moroz", "Moroz Media"),
    ("Liam O'Dowd", "Shannon Insurance"),
    ("Mei Chen", "Harbour Games"),
    ("Noor Rahman", "Delta Textiles"),
    ("Otto Salo", "Salo Paper"),
];

/// Fifteen seats, the first of which presides; `members` of them are held.
pub(crate) fn seats(members: u32) -> Vec<Change> {
    let seat = |(n, (holder, employer)): (u32, &(&str, &str))| Seat {
        chair: n == 1,
        from: Some(day(1)),
        ..Seat::new(SeatNo(n), *holder, *employer)
    };
    let members = (1..=members).zip(&SEATS);
    members.map(|held| Change::Seated { was: None, now: Some(seat(held)) }).collect()
}

/// An application that is ready for the council; whoever took it on is named.
pub(crate) fn ready(store: &mut Store, reference: &str, name: &str) {
    let mut change = received(reference, name);
    if let Change::Received { facts: put, .. } = &mut change {
        *put = facts(name);
        put.organisation.parent = None;
    }
    commit(store, change);
    for stage in [Stage::InReview, Stage::ReadyForTac] {
        let change = staged(store, reference, stage);
        commit(store, change);
    }
}
