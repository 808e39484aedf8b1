//! All applications: a window of rows around the cursor, and the assessment of the chosen one.

pub mod assign;
pub mod form;
pub mod import;
pub mod look;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::screen::review;
use crate::record::Assignment;
use crate::review::facts::Organisation;
use crate::review::queue::{Filter, QueueRow, Sort, Window};
use crate::review::{Assessment, Ref, Stage};

pub use look::{Look, View};

/// Rows that are read beyond those on screen, on each side.
const AROUND: usize = 100;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// The chosen row of all that match.
    pub cursor: Cursor,
    /// Which applications are shown, and in which order.
    pub look: Look,
    /// The rows that were read last; `None` before any were.
    pub loaded: Option<Loaded>,
    /// The assessment of an application; of the chosen one, once it was read.
    pub preview: Option<Box<Preview>>,
    /// The marked applications, with who reviews each as it was seen.
    pub marked: BTreeMap<Ref, Assignment>,
}

/// A window of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The index of the first.
    pub first: usize,
    /// The rows.
    pub rows: Vec<Listed>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The application.
    pub row: QueueRow,
    /// How many requirements its program has; `None` where its edition is not known.
    pub of: Option<u32>,
}

/// What the preview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Who asks.
    pub organisation: Organisation,
    /// What the applicant wrote.
    pub note: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDate,
    /// A demonstration is planned for.
    pub planned: Option<NaiveDate>,
    /// How it stands under the rules.
    pub assessment: Assessment,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueRequest {
    /// A window of rows.
    Page {
        /// Which applications.
        filter: Filter,
        /// In which order.
        sort: Sort,
        /// Which of the rows.
        window: Window,
        /// The application the cursor is to be on, wherever it stands now.
        keep: Option<Ref>,
    },
    /// The assessment of one application.
    Preview(Ref),
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueReply {
    /// A window of rows.
    Page {
        /// The index of the first.
        first: u64,
        /// How many match in all.
        total: u64,
        /// The rows.
        rows: Vec<Listed>,
        /// Where the application that was to be kept stands.
        at: Option<u64>,
    },
    /// The assessment of one application.
    Preview(Box<Preview>),
    /// That application is not in the docket.
    Gone,
}

impl Queue {
    /// The row at `index`, if it was read.
    pub fn row(&self, index: usize) -> Option<&Listed> {
        let loaded = self.loaded.as_ref()?;
        loaded.rows.get(index.checked_sub(loaded.first)?)
    }

    /// The chosen row, if it was read.
    pub fn chosen(&self) -> Option<&Listed> {
        self.row(self.cursor.chosen()?)
    }
}

/// Asks for what the screen shows; the cursor stays on the application it is on.
pub(super) fn load(model: &mut Model) -> Vec<Effect> {
    let keep = model.screens.queue.chosen().map(|listed| listed.row.reference.clone());
    page(model, keep)
}

/// The cursor has moved: what comes on screen is read, and the chosen application assessed.
pub(super) fn moved(model: &mut Model) -> Vec<Effect> {
    let (height, queue) = (model.page(), &model.screens.queue);
    let (top, end) = (queue.cursor.top(height), queue.cursor.len());
    let shown = top..top.saturating_add(height).min(end);
    if shown.into_iter().any(|index| queue.row(index).is_none()) {
        return page(model, None);
    }
    preview(model)
}

/// Leaves the marks, then what was looked for, then the view.
pub(super) fn leave(model: &mut Model) -> Option<Vec<Effect>> {
    let queue = &mut model.screens.queue;
    if !queue.marked.is_empty() {
        queue.marked.clear();
        return Some(Vec::new());
    }
    if !queue.look.find.is_empty() {
        queue.look.find.clear();
    } else if queue.look.view != View::Open {
        queue.look.view = View::Open;
    } else {
        return None;
    }
    Some(load(model))
}

/// Takes in an answer.
pub(in crate::console::app) fn answered(model: &mut Model, reply: QueueReply) -> Vec<Effect> {
    let queue = &mut model.screens.queue;
    match reply {
        QueueReply::Page { first, total, rows, at } => {
            queue.cursor.resize(index(total));
            if let Some(at) = at {
                queue.cursor.go(index(at));
            }
            queue.loaded = Some(Loaded { first: index(first), rows });
            preview(model)
        }
        QueueReply::Preview(preview) => {
            queue.preview = Some(preview);
            Vec::new()
        }
        QueueReply::Gone => {
            queue.preview = None;
            Vec::new()
        }
    }
}

fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Asks for the rows around the cursor.
pub(super) fn page(model: &Model, keep: Option<Ref>) -> Vec<Effect> {
    let queue = &model.screens.queue;
    let top = queue.cursor.top(model.page());
    let rows = model.page().saturating_add(2 * AROUND);
    let window = Window { first: count(top.saturating_sub(AROUND)), rows: count(rows) };
    let filter = queue.look.filter(&model.about);
    vec![Effect::Ask(Request::Queue(QueueRequest::Page { filter, sort: queue.look.sort, window, keep }))]
}

/// Asks for the assessment of the chosen application.
fn preview(model: &Model) -> Vec<Effect> {
    let chosen = model.screens.queue.chosen().map(|listed| listed.row.reference.clone());
    let ask = |reference| Effect::Ask(Request::Queue(QueueRequest::Preview(reference)));
    chosen.map(ask).into_iter().collect()
}

/// Opens the chosen application.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let chosen = model.screens.queue.chosen().map(|listed| listed.row.reference.clone());
    chosen.map_or_else(Vec::new, |reference| review::open(model, reference))
}

/// Marks the chosen application, or takes its mark away, and goes on to the next.
pub fn mark(model: &mut Model) -> Vec<Effect> {
    let queue = &mut model.screens.queue;
    let Some(row) = queue.chosen().map(|listed| listed.row.clone()) else { return Vec::new() };
    if queue.marked.remove(&row.reference).is_none() {
        queue.marked.insert(row.reference, Assignment { assignee: row.assignee, due: row.due });
    }
    model.step(crate::console::app::cursor::Step::Down)
}
