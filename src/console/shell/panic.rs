//! A panic never leaves the terminal broken, nor a report lost under the screen.

use std::panic;
use std::sync::Mutex;
use std::sync::mpsc::Sender;
use std::thread;

use super::guard;
use crate::console::app::Message;

/// Puts a hook before the one in place. On the calling thread a panic gives the terminal back and is then reported as
/// before; on any other thread it becomes a message, so that the console can end in order.
pub(super) fn install(messages: &Sender<Message>) {
    let messages = Mutex::new(messages.clone());
    let console = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let current = thread::current();
        if current.id() == console {
            guard::leave();
            return before(info);
        }
        let payload = info.payload();
        let text = payload.downcast_ref::<&str>().map(ToString::to_string);
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
        let place = info.location().map(|place| format!(" at {place}")).unwrap_or_default();
        let thread = current.name().unwrap_or("background").to_owned();
        if let Ok(messages) = messages.lock() {
            // The console has ended already where nobody listens.
            _ = messages.send(Message::WorkerDied { thread, why: format!("{text}{place}") });
        }
    }));
}
