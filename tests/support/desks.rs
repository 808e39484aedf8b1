//! The console over a docket of the test's own: the real loop, the real desk, the real store.

use docket::{
    console::{
        app::{Keymap, Model, Settings},
        desk::{Clock, Desk},
    },
    store::Store,
};

use crate::{
    dockets::{day, minute},
    driver::{Driver, about},
};

/// A clock that goes on by a minute whenever it is read, from 09:00 on 2026-11-23.
pub(crate) fn ticking() -> Clock {
    let mut minutes = 0;
    Box::new(move || {
        minutes += 1;
        (minute(minutes), day(23))
    })
}

/// A console on `store`, of so many columns and rows. Its clock stands still at 09:00 on 2026-11-23.
pub(crate) fn console(store: Store, width: u16, height: u16) -> Driver {
    console_with_clock(store, Box::new(|| (minute(0), day(23))), width, height)
}

/// The same with a clock of the test's own.
pub(crate) fn console_with_clock(store: Store, clock: Clock, width: u16, height: u16) -> Driver {
    let mut desk = Desk::new(store, about().actor, clock);
    let model = Model::new(about(), Keymap::default(), Settings::default());
    let mut driver = Driver::with(model, move |request| desk.answer(request));
    driver.resize(width, height);
    driver
}
