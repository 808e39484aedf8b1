//! Keys and pastes from the terminal. The thread that reads them can be held while another program has the terminal.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::raise;

use crate::console::app::Message;
use crate::console::app::key::{Code, Key};

/// How long a look takes at what has come already. A look of no time at all finds nothing.
const LOOK: Duration = Duration::from_micros(20);

/// Most messages that are handed over at once.
const TOGETHER: usize = 1000;

/// Whose turn it is to read from the terminal.
#[derive(Debug, Default)]
struct Turn {
    held: bool,
    resting: bool,
}

/// Holds the reading thread back while another program has the terminal.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate(Arc<(Mutex<Turn>, Condvar)>);

impl Gate {
    fn turn(&self) -> MutexGuard<'_, Turn> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&'a self, turn: MutexGuard<'a, Turn>) -> MutexGuard<'a, Turn> {
        self.0.1.wait(turn).unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the reading; returns once the thread is not reading.
    pub(super) fn hold(&self) -> io::Result<()> {
        let mut turn = self.turn();
        turn.held = true;
        // Word of a new size, though it is the old one, ends a wait for input.
        raise(SIGWINCH)?;
        while !turn.resting {
            turn = self.wait(turn);
        }
        Ok(())
    }

    /// Lets the reading go on. What was typed for the other program and left over is thrown away.
    pub(super) fn release(&self) {
        while matches!(event::poll(LOOK), Ok(true)) && event::read().is_ok() {}
        self.turn().held = false;
        self.0.1.notify_all();
    }

    /// The reading thread may go on; waits here while it is held.
    fn pass(&self) {
        let mut turn = self.turn();
        while turn.held {
            turn.resting = true;
            self.0.1.notify_all();
            turn = self.wait(turn);
        }
        turn.resting = false;
    }
}

/// Starts the thread that reads the terminal.
pub(super) fn start(messages: Sender<Message>) -> io::Result<Gate> {
    // From the first look on, new sizes are heard.
    event::poll(LOOK)?;
    let gate = Gate::default();
    let mine = gate.clone();
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        loop {
            mine.pass();
            let sent = match waiting() {
                Ok(waiting) if waiting.is_empty() => continue,
                Ok(waiting) => messages.send(Message::Together(waiting)),
                Err(error) => {
                    _ = messages
                        .send(Message::WorkerDied { thread: "input".to_owned(), why: error.to_string() });
                    return;
                }
            };
            if sent.is_err() {
                return;
            }
        }
    })?;
    Ok(gate)
}

/// More keys at once than a person presses.
const BURST: usize = 8;

/// How long to wait for the next part of a burst.
const BETWEEN: Duration = Duration::from_millis(1);

/// Everything that can be read now; waits for the first of it.
fn waiting() -> io::Result<Vec<Message>> {
    let mut messages = Vec::from_iter(message(event::read()?));
    // A terminal hands a long burst over in parts.
    while messages.len() < TOGETHER && event::poll(if messages.len() > BURST { BETWEEN } else { LOOK })? {
        messages.extend(message(event::read()?));
    }
    Ok(messages)
}

/// The message for an event, if it means anything.
fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) => key(event).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(width, height) => Some(Message::Resize { width, height }),
        _ => None,
    }
}

/// The key of an event. Releases are no keys; what shift does to a character is in the character.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt, shift) =
        (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), held(KeyModifiers::SHIFT));
    let code = match event.code {
        KeyCode::Char(c) if ctrl => {
            return Some(Key { code: Code::Char(c.to_ascii_lowercase()), ctrl, alt, shift: false });
        }
        KeyCode::Char(c) if shift && c.is_ascii_lowercase() => Code::Char(c.to_ascii_uppercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::BackTab => return Some(Key { code: Code::Tab, ctrl, alt, shift: true }),
        KeyCode::F(number) => Code::Function(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let shift = shift && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl, alt, shift })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: KeyCode, modifiers: KeyModifiers) -> String {
        key(KeyEvent::new(code, modifiers)).map(|key| key.to_string()).unwrap_or_default()
    }

    #[test]
    fn keys_mean_the_same_on_every_terminal() {
        assert_eq!(read(KeyCode::Char('J'), KeyModifiers::SHIFT), "J");
        assert_eq!(
            read(KeyCode::Char('j'), KeyModifiers::SHIFT),
            "J",
            "some report the letter without its case"
        );
        assert_eq!(read(KeyCode::Char('?'), KeyModifiers::SHIFT), "?");
        assert_eq!(read(KeyCode::Char('D'), KeyModifiers::CONTROL), "ctrl-d");
        assert_eq!(read(KeyCode::BackTab, KeyModifiers::SHIFT), "shift-tab");
        assert_eq!(read(KeyCode::Char(' '), KeyModifiers::NONE), "space");
        assert_eq!(read(KeyCode::CapsLock, KeyModifiers::NONE), "");
        let mut release = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(key(release), None);
    }
}
