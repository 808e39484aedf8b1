//! Signals become messages, so that the console ends the way it always ends.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use crate::console::app::Message;

/// Starts the thread that listens for signals. What it gives back hears each time the program is continued.
pub(super) fn watch(messages: &Sender<Message>) -> io::Result<Receiver<()>> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    let messages = messages.clone();
    let (continued, hears) = mpsc::channel();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            if signal == SIGCONT {
                // Nobody waits for it once the console has ended.
                _ = continued.send(());
                continue;
            }
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
    Ok(hears)
}
