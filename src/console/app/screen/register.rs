//! What was granted, and how it stands.

mod agenda;
mod conditions;

use chrono::NaiveDate;

use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, Request};
use crate::console::app::model::Model;
use crate::console::app::overlay::Find;
use crate::console::app::screen::review;
use crate::console::app::wording;
use crate::council::MeetingId;
use crate::council::register::{Certification, State};
use crate::review::Ref;
use crate::rules::ids::words;

words!(
    /// In which order the register is shown.
    Order {
        /// What asks for something first: conditions that lapsed, what waits or rests, then what ends soonest; what is
        /// over comes last.
        Pressing = "pressing",
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
            Self::Pressing => "by urgency",
            Self::Until => "ending first",
            Self::Organisation => "by organisation",
            Self::From => "latest first",
        }
    }
}

pub use agenda::put_on_agenda;
pub use conditions::conditions;

/// The meeting before which a certification can come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Which.
    pub meeting: MeetingId,
    /// The applications on its agenda.
    pub agenda: Vec<Ref>,
}

/// What the screen knows.
#[derive(Clone, Debug)]
pub struct Register {
    /// The chosen row of those shown.
    pub cursor: Cursor,
    /// Everything granted; `None` before it was read.
    pub all: Option<Vec<Certification>>,
    /// The meeting that is open, else the next one planned.
    pub next: Option<Next>,
    /// What is looked for; may be empty.
    pub find: String,
    /// The order.
    pub order: Order,
}

impl Default for Register {
    fn default() -> Self {
        Self { cursor: Cursor::default(), all: None, next: None, find: String::new(), order: Order::Pressing }
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
    Read {
        /// It.
        all: Vec<Certification>,
        /// The meeting that is open, else the next one planned.
        next: Option<Next>,
    },
}

impl Register {
    /// The rows that are shown on `today`, in their order.
    pub fn rows(&self, today: NaiveDate) -> Vec<&Certification> {
        let words: Vec<String> = self.find.split_whitespace().map(str::to_lowercase).collect();
        let shown = |one: &&Certification| {
            let text = format!("{} {} {}", one.organisation, one.reference, wording::program(one.program));
            let text = text.to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let mut rows: Vec<&Certification> = self.all.iter().flatten().filter(shown).collect();
        rows.sort_by(|a, b| self.order.compare(a, b, today));
        rows
    }

    /// How many are `state` on `today`.
    pub fn count(&self, state: State, today: NaiveDate) -> usize {
        self.all.iter().flatten().filter(|one| one.on(today).state == state).count()
    }

    /// The chosen certification.
    pub fn chosen(&self, today: NaiveDate) -> Option<&Certification> {
        self.rows(today).get(self.cursor.at()).copied()
    }
}

impl Order {
    fn compare(self, a: &Certification, b: &Certification, today: NaiveDate) -> std::cmp::Ordering {
        let last = |one: &Certification| one.until.unwrap_or(NaiveDate::MAX);
        let name = |one: &Certification| one.organisation.to_lowercase();
        let by_name = name(a).cmp(&name(b)).then_with(|| a.reference.cmp(&b.reference));
        match self {
            Self::Pressing => {
                let rank = |one: &Certification| pressing(one, today);
                rank(a).cmp(&rank(b)).then(last(a).cmp(&last(b))).then(by_name)
            }
            Self::Until => last(a).cmp(&last(b)).then(by_name),
            Self::Organisation => by_name,
            Self::From => b.from.cmp(&a.from).then(by_name),
        }
    }
}

/// How soon a certification is to be looked at on `today`; 0 comes first.
fn pressing(one: &Certification, today: NaiveDate) -> u8 {
    let open = one.open_conditions(today);
    match one.on(today).state {
        State::Expired => 3,
        State::Revoked => 4,
        _ if open.lapsed > 0 => 0,
        State::Waiting | State::Suspended => 1,
        State::Upcoming | State::InForce => {
            if open.open > 0 {
                1
            } else {
                2
            }
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
    let RegisterReply::Read { all, next } = reply;
    model.screens.register.all = Some(all);
    model.screens.register.next = next;
    resize(model);
    Vec::new()
}

fn resize(model: &mut Model) {
    let rows = model.screens.register.rows(model.about.today).len();
    model.screens.register.cursor.resize(rows);
}

/// Opens the application that the chosen certification was granted for.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let chosen = model.screens.register.chosen(model.about.today).map(|one| one.reference.clone());
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
