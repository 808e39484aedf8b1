//! What is due today.

use crate::console::app::cursor::Cursor;
use crate::console::app::effect::{Effect, IntakeRequest, Request};
use crate::console::app::model::Model;
use crate::console::app::screen::{Screen, meeting, queue, review};
use crate::council::MeetingId;
use crate::review::Ref;
use crate::rules::ids::words;

/// What the screen knows.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// The chosen row, counted through all sections; in an empty docket the chosen way to begin.
    pub cursor: Cursor,
    /// What was read last; `None` before anything was.
    pub board: Option<Board>,
}

/// Everything that is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// There is no application in the docket.
    pub empty: bool,
    /// The sections, in the order they are shown.
    pub sections: Vec<Section>,
}

words!(
    /// What a section is about.
    Kind {
        /// Assigned to the person at the console.
        Mine = "mine",
        /// Come in since yesterday.
        New = "new",
        /// Waiting for the applicant.
        Awaiting = "awaiting",
        /// The next meeting.
        Tac = "tac",
        /// Demonstrations to plan, and those of this week.
        Demos = "demos",
        /// Conditions that come due, and certifications that end soon.
        Expiring = "expiring",
    }
);

impl Kind {
    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Mine => "Mine, by due date",
            Self::New => "New since yesterday",
            Self::Awaiting => "Awaiting the applicant",
            Self::Tac => "Next TAC meeting",
            Self::Demos => "Demonstrations",
            Self::Expiring => "Conditions and expiries within 90 days",
        }
    }

    /// What is said where there is nothing.
    pub const fn nothing(self) -> &'static str {
        match self {
            Self::Mine => "Nothing is assigned to you.",
            Self::New => "Nothing has come in since yesterday.",
            Self::Awaiting => "No applicant owes an answer.",
            Self::Tac => "No meeting is planned.",
            Self::Demos => "None to plan, none this week.",
            Self::Expiring => "No condition is due, and nothing ends, within 90 days.",
        }
    }
}

/// One section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub kind: Kind,
    /// How many there are in all; more than the rows where not all are shown.
    pub total: u64,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it opens.
    pub opens: Opens,
    /// What it is about.
    pub title: String,
    /// More about it; may be empty.
    pub about: String,
    /// Why it is here, in words.
    pub note: String,
    /// How pressing it is.
    pub urgency: Urgency,
}

/// What a row opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// An application.
    Application(Ref),
    /// A meeting; without one, the screen for meetings.
    Meeting(Option<MeetingId>),
}

/// How pressing something is. The words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// It can wait.
    Calm,
    /// It deserves a look.
    Soon,
    /// It is late, or in the way.
    Late,
}

/// What this screen asks the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayRequest {
    /// Everything that is due.
    Read,
}

/// What the store answers this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayReply {
    /// Everything that is due.
    Read(Board),
}

words!(
    /// A way to begin in an empty docket.
    Begin {
        /// Import a file.
        Import = "import",
        /// Add one by hand.
        Form = "form",
        /// Load the samples.
        Samples = "samples",
    }
);

impl Begin {
    /// What it is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Import => "Import a file of applications",
            Self::Form => "Add one application by hand",
            Self::Samples => "Load the samples to look around",
        }
    }

    /// What to know before choosing it.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Import => "JSON, JSON Lines or CSV; nothing is queued if something in it is wrong",
            Self::Form => "a short form; what is missing can be added in the review",
            Self::Samples => "invented organisations at every stage, and a council of fifteen",
        }
    }
}

impl Board {
    /// All rows, in the order of the cursor.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// The section of this kind, and the number of its first row.
    pub fn section(&self, kind: Kind) -> Option<(usize, &Section)> {
        let at = self.sections.iter().position(|section| section.kind == kind)?;
        let before = self.sections.iter().take(at).map(|section| section.rows.len()).sum();
        self.sections.get(at).map(|section| (before, section))
    }

    /// The row to begin with: what is late, else mine, else new, else whatever there is.
    pub fn next(&self) -> Option<(usize, Kind, &Row)> {
        let all =
            || self.sections.iter().flat_map(|s| s.rows.iter().map(move |row| (s.kind, row))).enumerate();
        let application = |row: &Row| matches!(row.opens, Opens::Application(_));
        let of = |kind: Kind| all().find(|(_, (at, row))| *at == kind && application(row));
        let late = all().find(|(_, (kind, row))| *kind == Kind::Mine && row.urgency == Urgency::Late);
        let found = late.or_else(|| [Kind::Mine, Kind::Demos, Kind::New].into_iter().find_map(of));
        found.or_else(|| all().next()).map(|(at, (kind, row))| (at, kind, row))
    }
}

/// Asks for what the screen shows.
pub(super) fn load(_model: &mut Model) -> Vec<Effect> {
    vec![Effect::Ask(Request::Today(TodayRequest::Read))]
}

/// The cursor has moved.
pub(super) const fn moved(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Leaves the innermost thing that is open, if there is one.
pub(super) const fn leave(_model: &mut Model) -> Option<Vec<Effect>> {
    None
}

/// Takes in an answer: the cursor stays on what it was on, and begins with what is to be done first.
pub(in crate::console::app) fn answered(model: &mut Model, reply: TodayReply) -> Vec<Effect> {
    let TodayReply::Read(board) = reply;
    let today = &mut model.screens.today;
    let rows = if board.empty { Begin::ALL.len() } else { board.rows().count() };
    today.cursor.resize(rows);
    if !board.empty && today.board.as_ref().is_none_or(|before| before.empty) {
        today.cursor.go(board.next().map_or(0, |(at, ..)| at));
    }
    today.board = Some(board);
    Vec::new()
}

/// Opens what is chosen.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let today = &model.screens.today;
    let Some(board) = &today.board else { return Vec::new() };
    if board.empty {
        let begin = Begin::ALL.get(today.cursor.at()).copied();
        return begin.map_or_else(Vec::new, |begin| self::begin(model, begin));
    }
    let opens = board.rows().nth(today.cursor.at()).map(|row| row.opens.clone());
    match opens {
        Some(Opens::Application(reference)) => review::open(model, reference),
        Some(Opens::Meeting(Some(meeting))) => meeting::open(model, meeting),
        Some(Opens::Meeting(None)) => model.go(Screen::Meeting),
        None => Vec::new(),
    }
}

fn begin(model: &mut Model, begin: Begin) -> Vec<Effect> {
    match begin {
        Begin::Import => queue::import::open(model),
        Begin::Form => queue::form::open(model),
        Begin::Samples => vec![Effect::Ask(Request::Intake(IntakeRequest::Samples))],
    }
}
