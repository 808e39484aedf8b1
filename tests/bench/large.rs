//! A large docket: the samples over and over, each time under other names and on other days, made through the door.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use chrono::{Days, Local, NaiveDate};
use docket::{
    record::Change,
    review::queue::{Filter, Sort, Window},
    samples,
    store::{Access, Store, StoreEnv},
};
use serde_json::{Value, json};

/// Who sits at the console.
pub(crate) const ACTOR: &str = "bench";

/// How many days before today the samples begin, in turn.
const AGES: [u64; 6] = [0, 1, 4, 30, 120, 400];

/// Copies that are made in one transaction.
const TOGETHER: usize = 25;

/// A large docket.
pub(crate) struct Large {
    pub(crate) folder: PathBuf,
    pub(crate) path: PathBuf,
    pub(crate) applications: usize,
    entries: u64,
}

impl Large {
    pub(crate) fn about(&self) -> String {
        let megabytes = std::fs::metadata(&self.path).unwrap().len() / 1_000_000;
        format!("{} applications, {} journal entries, {megabytes} MB", self.applications, self.entries)
    }

    /// The organisation in a row of the queue, as it stands on the screen.
    pub(crate) fn organisation(&self, row: u64) -> String {
        let window = Window { first: row, rows: 1 };
        open(&self.path).page(&Filter::default(), Sort::Received, window).unwrap().rows[0]
            .organisation
            .clone()
    }
}

pub(crate) fn open(path: &Path) -> Store {
    Store::open(path, Access::Create, StoreEnv::system(None)).unwrap()
}

/// A docket of at least so many applications in `folder`.
pub(crate) fn make(folder: &Path, applications: usize) -> Large {
    let path = folder.join("docket.sqlite");
    let mut store = open(&path);
    samples::load(&mut store, ACTOR, today()).unwrap();
    let all = Filter::default();
    let some = Window { first: 0, rows: 1 };
    let own = usize::try_from(store.page(&all, Sort::Received, some).unwrap().total).unwrap();
    let ages: Vec<Vec<samples::Batch>> = AGES.iter().map(|age| stories(*age)).collect();
    let copies: Vec<usize> = (1..=applications.div_ceil(own)).collect();
    for some in copies.chunks(TOGETHER) {
        let batches = some.iter().flat_map(|copy| {
            let told = &ages[copy % ages.len()];
            told.iter()
                .map(|(act, changes)| (act.clone(), changes.iter().map(|one| again(one, *copy)).collect()))
        });
        store.commit_all(batches.collect()).unwrap();
    }
    let applications = store.page(&all, Sort::Received, some).unwrap().total;
    Large {
        folder: folder.to_owned(),
        path,
        applications: usize::try_from(applications).unwrap(),
        entries: store.entries().unwrap(),
    }
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// What happened to the applications of the samples, the council apart, if they had begun so many days earlier.
fn stories(age: u64) -> Vec<samples::Batch> {
    let me = if age == 0 { ACTOR } else { "A. Colleague" };
    let batches = samples::batches(me, today() - Days::new(age)).unwrap();
    batches.into_iter().filter(|(_, changes)| changes.iter().all(is_review)).collect()
}

fn is_review(change: &Change) -> bool {
    serde_json::to_value(change).unwrap().get("application").is_some()
}

/// The same change of another application.
fn again(change: &Change, copy: usize) -> Change {
    let mut value = serde_json::to_value(change).unwrap();
    let renamed = |text: &Value| json!(format!("{}-{copy}", text.as_str().unwrap()));
    value["application"] = renamed(&value["application"]);
    if let Some(name) = value.pointer_mut("/facts/organisation/name") {
        *name = renamed(name);
    }
    serde_json::from_value(value).unwrap()
}

/// So many applications as JSON Lines, as their applicants sent them.
pub(crate) fn sent(applications: usize) -> String {
    let originals: Vec<Value> = stories(0)
        .into_iter()
        .flat_map(|(_, changes)| changes)
        .filter_map(|change| match change {
            Change::Received { original, .. } => Some(serde_json::from_str(&original).unwrap()),
            _ => None,
        })
        .collect();
    let mut text = String::new();
    for (n, original) in originals.iter().cycle().take(applications).enumerate() {
        let mut one = original.clone();
        one["ref"] = json!(format!("sent-{n}"));
        one["organisation"]["name"] = json!(format!("Firm {n}"));
        writeln!(text, "{one}").unwrap();
    }
    text
}
