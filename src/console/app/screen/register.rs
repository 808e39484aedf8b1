//! What was granted.

use chrono::NaiveDate;

use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::Find;
use crate::console::app::screen::review;
use crate::console::app::wording;
use crate::council::register::Certification;
use crate::rules::ids::words;

words!(
    /// In which order the register is shown.
    Order {
        /// What ends first comes first; what has no end stated comes last.
        Until = "until",
        /// By name.
        Organisation = "organisation",
        /// The latest first.
        From = "from",
    }
);

impl Order {
    /// The name of the order.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Until => "ending first",
            Self::Organisation => "by organisation",
            Self::From => "latest first",
        }
    }
}

/// What the screen knows.
#[derive(Clone, Debug)]
pub struct Register {
    /// The chosen row of those shown.
    pub cursor: Cursor,
    /// Everything granted; `None` before it was read.
    pub all: Option<Vec<Certification>>,
    /// What is looked for; may be empty.
    pub find: String,
    /// The order.
    pub order: Order,
}

impl Default for Register {
    fn default() -> Self {
        Self { cursor: Cursor::default(), all: None, find: String::new(), order: Order::Until }
    }
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterRequest {
    /// Everything granted.
    Read,
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterReply {
    /// Everything granted.
    Read(Vec<Certification>),
}

impl Register {
    /// The rows that are shown, in their order.
    pub fn rows(&self) -> Vec<&Certification> {
        let words: Vec<String> = self.find.split_whitespace().map(str::to_lowercase).collect();
        let shown = |one: &&Certification| {
            let text = format!("{} {} {}", one.organisation, one.reference, wording::program(one.program));
            let text = text.to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let mut rows: Vec<&Certification> = self.all.iter().flatten().filter(shown).collect();
        rows.sort_by(|a, b| self.order.compare(a, b));
        rows
    }

    /// How many have ended.
    pub fn ended(&self, today: NaiveDate) -> usize {
        self.all.iter().flatten().filter(|one| one.until.is_some_and(|until| until < today)).count()
    }
}

impl Order {
    fn compare(self, a: &Certification, b: &Certification) -> std::cmp::Ordering {
        let last = |one: &Certification| one.until.unwrap_or(NaiveDate::MAX);
        let name = |one: &Certification| one.organisation.to_lowercase();
        let by_name = name(a).cmp(&name(b)).then_with(|| a.reference.cmp(&b.reference));
        match self {
            Self::Until => last(a).cmp(&last(b)).then(by_name),
            Self::Organisation => by_name,
            Self::From => b.from.cmp(&a.from).then(by_name),
        }
    }
}

/// Asks for what the screen shows.
pub(super) fn load(_model: &mut Model) -> Vec<Effect> {
    vec![Effect::Ask(Request::Register(RegisterRequest::Read))]
}

/// The cursor has moved.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves what was looked for.
pub(super) fn leave(model: &mut Model) -> Option<Vec<Effect>> {
    let register = &mut model.screens.register;
    if register.find.is_empty() {
        return None;
    }
    register.find.clear();
    resize(model);
    Some(Vec::new())
}

/// Takes in an answer.
pub(in crate::console::app) fn answered(model: &mut Model, reply: RegisterReply) -> Vec<Effect> {
    let RegisterReply::Read(all) = reply;
    model.screens.register.all = Some(all);
    resize(model);
    Vec::new()
}

fn resize(model: &mut Model) {
    let rows = model.screens.register.rows().len();
    model.screens.register.cursor.resize(rows);
}

/// Opens the application that the chosen certification was granted for.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let register = &model.screens.register;
    let chosen = register.rows().get(register.cursor.at()).map(|one| one.reference.clone());
    chosen.map_or_else(Vec::new, |reference| review::open(model, reference))
}

/// Looks for words while they are typed.
pub fn find(model: &mut Model) -> Vec<Effect> {
    let find = Find::new(&model.screens.register.find, |model, text| {
        model.screens.register.find = text;
        model.screens.register.cursor.go(0);
        resize(model);
        Vec::new()
    });
    model.open(find)
}

/// Goes on to the next order.
pub fn sort(model: &mut Model) -> Vec<Effect> {
    let register = &mut model.screens.register;
    let at = Order::ALL.iter().position(|order| *order == register.order).unwrap_or_default();
    register.order = Order::ALL.iter().cycle().nth(at + 1).copied().unwrap_or(register.order);
    Vec::new()
}
