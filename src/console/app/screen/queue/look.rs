//! Which applications are shown, and in which order: saved views, what is looked for, the sort.

use chrono::NaiveDate;

use crate::console::app::effect::Effect;
use crate::console::app::model::{About, Model};
use crate::console::app::overlay::{Choice, Find, Pick};
use crate::review::Stage;
use crate::review::queue::{Filter, Sort};
use crate::rules::ids::words;

words!(
    /// A saved view.
    View {
        /// Not yet decided, nor withdrawn.
        Open = "open",
        /// Every application.
        All = "all",
        /// Assigned to the person at the console and not yet decided.
        Mine = "mine",
        /// With nobody assigned and not yet decided.
        Unassigned = "unassigned",
        /// Nobody has looked yet.
        New = "new",
        /// The applicant owes an answer.
        Awaiting = "awaiting-applicant",
        /// Can be put on an agenda.
        Ready = "ready-for-tac",
        /// On the agenda of a meeting.
        OnAgenda = "on-agenda",
        /// The council has decided.
        Decided = "decided",
        /// Set aside until a later day.
        SetAside = "set-aside",
    }
);

/// Which applications are shown, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The saved view.
    pub view: View,
    /// What is looked for in it; may be empty.
    pub find: String,
    /// The order.
    pub sort: Sort,
}

impl Default for Look {
    fn default() -> Self {
        Self { view: View::Open, find: String::new(), sort: Sort::Received }
    }
}

/// Stages that come before the decision.
const UNDECIDED: [Stage; 6] = [
    Stage::Enquiry,
    Stage::Received,
    Stage::InReview,
    Stage::AwaitingApplicant,
    Stage::ReadyForTac,
    Stage::OnAgenda,
];

impl View {
    /// What it is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::All => "All",
            Self::Mine => "Mine",
            Self::Unassigned => "Unassigned",
            Self::New => "New",
            Self::Awaiting => "Awaiting applicant",
            Self::Ready => "Ready for TAC",
            Self::OnAgenda => "On agenda",
            Self::Decided => "Decided",
            Self::SetAside => "Set aside",
        }
    }

    /// What it shows.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Open => "not yet decided, nor withdrawn",
            Self::All => "every application",
            Self::Mine => "assigned to you, not yet decided",
            Self::Unassigned => "nobody assigned, not yet decided",
            Self::New => "asked about or received, not yet in review",
            Self::Awaiting => "the applicant owes an answer",
            Self::Ready => "can be put on an agenda",
            Self::OnAgenda => "on the agenda of a meeting",
            Self::Decided => "the council has decided",
            Self::SetAside => "set aside or deferred until a later day",
        }
    }

    /// What it shows on a day: what is set aside until a later one is in a view of its own, and in that of all.
    fn filter(self, actor: &str, today: NaiveDate) -> Filter {
        let stages =
            |stages: &[Stage]| Filter { stages: stages.to_vec(), back_on: Some(today), ..Filter::default() };
        match self {
            Self::Open => stages(&UNDECIDED),
            Self::All => Filter::default(),
            Self::SetAside => Filter { set_aside_on: Some(today), ..Filter::default() },
            Self::Mine => Filter { assignee: Some(actor.to_owned()), ..stages(&UNDECIDED) },
            Self::Unassigned => Filter { unassigned: true, ..stages(&UNDECIDED) },
            Self::New => stages(&[Stage::Enquiry, Stage::Received]),
            Self::Awaiting => stages(&[Stage::AwaitingApplicant]),
            Self::Ready => stages(&[Stage::ReadyForTac]),
            Self::OnAgenda => stages(&[Stage::OnAgenda]),
            Self::Decided => stages(&[Stage::Decided]),
        }
    }
}

impl Look {
    /// The filter that shows it.
    pub fn filter(&self, about: &About) -> Filter {
        let text = Some(self.find.clone()).filter(|text| !text.is_empty());
        Filter { text, ..self.view.filter(&about.actor, about.today) }
    }
}

/// The name of an order.
pub const fn sort_title(sort: Sort) -> &'static str {
    match sort {
        Sort::Received => "oldest first",
        Sort::Organisation => "by organisation",
        Sort::Stage => "by stage",
        Sort::Due => "by due date",
    }
}

/// Looks for words while they are typed.
pub fn find(model: &mut Model) -> Vec<Effect> {
    let find = Find::new(&model.screens.queue.look.find, |model, text| {
        model.screens.queue.look.find = text;
        from_the_top(model)
    });
    model.open(find)
}

/// Asks for a saved view.
pub fn view(model: &mut Model) -> Vec<Effect> {
    let choice = |view: &View| Choice { label: view.title().to_owned(), note: view.about().to_owned() };
    let pick = Pick::new("Show", View::ALL.iter().map(choice).collect(), |model, chosen| {
        if let Some(view) = View::ALL.get(chosen) {
            model.screens.queue.look.view = *view;
        }
        from_the_top(model)
    });
    model.open(pick)
}

/// Goes on to the next order; the cursor stays on its application.
pub fn sort(model: &mut Model) -> Vec<Effect> {
    let look = &mut model.screens.queue.look;
    let at = Sort::ALL.iter().position(|sort| *sort == look.sort).unwrap_or_default();
    look.sort = Sort::ALL.iter().cycle().nth(at + 1).copied().unwrap_or(look.sort);
    super::load(model)
}

fn from_the_top(model: &mut Model) -> Vec<Effect> {
    model.screens.queue.cursor.go(0);
    super::page(model, None)
}
