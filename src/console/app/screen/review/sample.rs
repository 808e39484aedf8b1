//! Applications of the samples, read from a docket in memory: for tests.

use chrono::NaiveDate;

use super::ask::{Loaded, Note, Past, Submission};
use super::{ReviewReply, answered, open};
use crate::console::app::{About, Keymap, Message, Model, Reply, Settings, update};
use crate::review::Ref;
use crate::review::queue::Window;
use crate::samples;
use crate::store::{Store, StoreEnv};

/// The day of the tests.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A docket with the samples.
pub(crate) fn docket() -> Store {
    let mut store = Store::in_memory(StoreEnv::counting()).unwrap();
    samples::load(&mut store, "R. Reviewer", today()).unwrap();
    store
}

/// An application with everything around it.
pub(crate) fn loaded(store: &Store, reference: &Ref) -> Loaded {
    let application = store.application(reference).unwrap().unwrap();
    let history = store.history(Some(reference), Window { first: 0, rows: 200 }).unwrap();
    let notes = store.notes(reference).unwrap().into_iter();
    let sent = store.submissions(reference).unwrap().into_iter();
    Loaded {
        edition: store.edition(&application.edition).unwrap(),
        ballots: store.ballots_of(reference).unwrap(),
        certifications: store.certifications_of(reference).unwrap(),
        seats: store.seats().unwrap(),
        register: store.conflicts().unwrap(),
        conflicts: store.conflicts_with(&application, today()).unwrap(),
        submissions: sent.map(Submission::from).collect(),
        notes: notes.map(Note::from).collect(),
        history: history.into_iter().map(Past::from).collect(),
        place: Some((2, 19)),
        application,
        after: 0,
    }
}

/// A console with an application of the samples open.
pub(crate) fn model(store: &Store, reference: &str) -> Model {
    let about = About {
        file: "docket.sqlite".into(),
        actor: "R. Reviewer".into(),
        edition: "2023".into(),
        today: today(),
        mark: None,
        keymap_file: "keymap.toml".into(),
    };
    let mut model = Model::new(about, Keymap::default(), Settings::default());
    let reference = Ref::from(reference);
    open(&mut model, reference.clone());
    answered(&mut model, ReviewReply::Opened(Box::new(loaded(store, &reference))));
    update(&mut model, Message::Answer(Reply::Echo));
    model
}
