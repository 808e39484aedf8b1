//! The terminal is taken over and given back: in order, once, whatever happens in between.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};

/// The terminal is taken over now.
static ACTIVE: AtomicBool = AtomicBool::new(false);

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal over.
    pub(super) fn enter() -> io::Result<Self> {
        // Without this, crossterm turns every style off under NO_COLOR, and with it the mark of the chosen row.
        crossterm::style::force_color_output(true);
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal over, for the first time or again.
pub(super) fn enter() -> io::Result<()> {
    ACTIVE.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode()
        .and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide));
    if entered.is_err() {
        leave();
    }
    entered
}

/// Gives the terminal back. Safe to call at any time, any number of times, from any thread.
pub(super) fn leave() {
    if !ACTIVE.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // There is nobody to tell if the terminal is gone.
    _ = queue!(out, EndSynchronizedUpdate);
    _ = queue!(out, Show);
    _ = queue!(out, DisableBracketedPaste);
    _ = queue!(out, LeaveAlternateScreen);
    _ = out.flush();
    _ = disable_raw_mode();
}
