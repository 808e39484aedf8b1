//! The store works on a thread of its own, so that a slow disk never holds up a key.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::console::app::{Message, Reply, Request};

/// How often the file is looked at for changes made by others.
const WATCH: Duration = Duration::from_millis(250);

/// The store's thread.
#[derive(Debug)]
pub(super) struct Store {
    requests: Sender<Request>,
    open: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl Store {
    /// Starts the thread; answers go to `messages`.
    pub(super) fn start(
        handler: impl FnMut(Request) -> Reply + Send + 'static,
        messages: Sender<Message>,
    ) -> io::Result<Self> {
        let (requests, waiting) = mpsc::channel();
        let open = Arc::default();
        let answers = Answers { messages, open: Arc::clone(&open) };
        let thread = thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || serve(handler, &waiting, &answers))?;
        Ok(Self { requests, open, thread })
    }

    /// Asks. Where the thread has died, the console has been told already.
    pub(super) fn ask(&self, request: Request) {
        self.open.fetch_add(1, Ordering::Relaxed);
        _ = self.requests.send(request);
    }

    /// One of its answers has been read.
    pub(super) fn answered(&self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }

    /// Whether an answer is on its way.
    pub(super) fn is_asked(&self) -> bool {
        self.open.load(Ordering::Relaxed) > 0
    }

    /// Waits until everything asked is done.
    pub(super) fn finish(self) {
        drop(self.requests);
        _ = self.thread.join();
    }
}

/// Where answers go; each question is open until its answer is read, or until there is none to come.
#[derive(Debug)]
struct Answers {
    messages: Sender<Message>,
    open: Arc<AtomicUsize>,
}

impl Answers {
    fn send(&self, reply: Reply) {
        if reply == Reply::Nothing {
            return self.none();
        }
        // A console that has ended still wants its changes made.
        _ = self.messages.send(Message::Answer(reply));
    }

    fn none(&self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Answers requests until nobody asks any more.
fn serve(mut handler: impl FnMut(Request) -> Reply, waiting: &Receiver<Request>, answers: &Answers) {
    let mut queue = VecDeque::new();
    loop {
        match queue.pop_front().map_or_else(|| waiting.recv_timeout(WATCH), Ok) {
            Ok(request) => queue.push_front(request),
            Err(RecvTimeoutError::Timeout) => {
                answers.open.fetch_add(1, Ordering::Relaxed);
                queue.push_front(Request::Watch);
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
        queue.extend(waiting.try_iter());
        let Some(request) = queue.pop_front() else { continue };
        if queue.iter().any(|newer| newer.replaces(&request)) {
            answers.none();
            continue;
        }
        answers.send(handler(request));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(made: u32) -> Reply {
        Reply::Done { what: made.to_string(), undoable: false, warnings: Vec::new() }
    }

    #[test]
    fn changes_are_all_made_before_the_thread_ends() {
        let (messages, inbox) = mpsc::channel();
        let mut made = 0;
        let handler = move |request| {
            made += u32::from(request == Request::Undo);
            if request == Request::Undo { done(made) } else { Reply::Nothing }
        };
        let store = Store::start(handler, messages).unwrap();
        for _ in 0..100 {
            store.ask(Request::Undo);
            store.ask(Request::Watch);
        }
        store.finish();
        let last = inbox.try_iter().last();
        assert_eq!(last, Some(Message::Answer(done(100))));
    }

    #[test]
    fn only_the_newest_of_the_same_questions_is_answered() {
        let (ask, waiting) = mpsc::channel();
        for request in [Request::Watch, Request::Undo, Request::Watch, Request::Watch] {
            ask.send(request).unwrap();
        }
        drop(ask);
        let (messages, _inbox) = mpsc::channel();
        let answers = Answers { messages, open: Arc::new(AtomicUsize::new(4)) };
        let mut asked = Vec::new();
        serve(
            |request| {
                asked.push(request);
                Reply::Nothing
            },
            &waiting,
            &answers,
        );
        assert_eq!(asked, [Request::Undo, Request::Watch]);
        assert_eq!(answers.open.load(Ordering::Relaxed), 0);
    }
}
