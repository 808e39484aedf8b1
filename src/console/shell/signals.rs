//! Signals become messages, so that the console ends the way it always ends.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use crate::console::app::Message;

/// Starts the thread that listens for signals.
pub(super) fn watch(messages: &Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])?;
    let messages = messages.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let message = match u8::try_from(signal) {
                _ if signal == SIGTSTP => Message::Stop,
                Ok(number) => Message::Signal(number),
                Err(_) => continue,
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}
