//! A whole meeting by keys, over a real docket.

use docket::store::Store;

use crate::{
    council::{ready, seats},
    desks::console_with_clock,
    dockets::{act, day, docket, minute},
    driver::Driver,
};

/// Fifteen seats and two applications that are ready; nothing is planned.
fn prepared() -> Store {
    let mut store = docket();
    store.commit(&act(), seats(15)).unwrap();
    ready(&mut store, "2026-0001", "Nordlicht Cloud AG");
    ready(&mut store, "2026-0002", "Québec Conseil");
    store
}

/// A console whose clock goes on a minute with every request.
fn console(store: Store, width: u16, height: u16) -> Driver {
    let mut minutes = 0;
    let clock = Box::new(move || {
        minutes += 1;
        (minute(minutes), day(23))
    });
    console_with_clock(store, clock, width, height)
}

/// Plans the meeting, makes its agenda and calls it to order.
fn called(screen: &mut Driver) {
    screen.press("g m P enter").see("2026-11-23");
    screen.press("e space space enter O y").see("IN SESSION");
}

#[test]
fn look() {
    let (w, h) = std::env::var("LOOK").map_or((120, 36), |s| {
        let mut p = s.split('x').map(|n| n.parse().unwrap());
        (p.next().unwrap(), p.next().unwrap())
    });
    let mut screen = console(prepared(), w, h);
    screen.press("g m");
    println!("{}", screen.screen());
    screen.press("P enter");
    println!("{}", screen.screen());
    screen.press("e");
    println!("{}", screen.screen());
    screen.press("space space");
    println!("{}", screen.screen());
    screen.press("enter O");
    println!("{}", screen.screen());
    screen.press("y");
    println!("{}", screen.screen());
    screen.press("p p p p p p p p p 1 2 p tab");
    println!("{}", screen.screen());
    screen.press("b enter");
    println!("{}", screen.screen());
    screen.press("y");
    println!("{}", screen.screen());
    screen.press("y y n r a y");
    println!("{}", screen.screen());
    screen.press("3 p 8 y 1 2 ");
    println!("{}", screen.screen());
    screen.press("C");
    println!("{}", screen.screen());
    screen.press("y");
    println!("{}", screen.screen());
    screen.press("D");
    println!("{}", screen.screen());
    screen.press("enter");
    println!("{}", screen.screen());
    screen.press("1 enter");
    println!("{}", screen.screen());
}
