//! The commands: one list that feeds the keys, the footer, the help and the palette.

mod answer;
mod entry;
mod everywhere;
mod handbook;
mod journal;
mod letter;
mod meeting;
mod movement;
mod present;
mod queue;
mod register;
mod review;
mod today;

use super::ahead;
use super::effect::Effect;
use super::key::{self, Key};
use super::model::Model;
use super::notice::Notice;
use super::screen;
use crate::rules::ids::words;

words!(
    /// Where a command's keys work. The text is its section in the keymap.
    Scope {
        /// On every screen.
        Everywhere = "everywhere",
        /// In every list.
        Move = "move",
        /// Where a text is typed.
        Entry = "entry",
        /// Where yes or no is asked.
        Answer = "answer",
        /// On Today.
        Today = "today",
        /// On Queue.
        Queue = "queue",
        /// On Review.
        Review = "review",
        /// In the evidence of a requirement on Review.
        Evidence = "evidence",
        /// With a drafted message on Review.
        Letter = "letter",
        /// On Meeting.
        Meeting = "meeting",
        /// With a ballot on Meeting.
        Ballot = "ballot",
        /// On Register.
        Register = "register",
        /// On Handbook.
        Handbook = "handbook",
        /// On Journal.
        Journal = "journal",
        /// On the room's screen.
        Present = "present",
    }
);

impl Scope {
    /// The heading in the help.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Move => "Moving",
            Self::Entry => "Typing a text",
            Self::Answer => "Answering a question",
            Self::Today => "Today",
            Self::Queue => "Queue",
            Self::Review => "Review",
            Self::Evidence => "Review: evidence",
            Self::Letter => "Review: message",
            Self::Meeting => "Meeting",
            Self::Ballot => "Meeting: ballot",
            Self::Register => "Register",
            Self::Handbook => "Handbook",
            Self::Journal => "Journal",
            Self::Present => "The room's screen",
        }
    }
}

/// Whether a command can be used now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Enabled,
    /// It makes no sense here and is not shown.
    Hidden,
    /// It cannot, and this is why, as a sentence.
    Disabled(String),
    /// It can as soon as what is on its way is in the file: it waits for that.
    Soon,
}

/// One thing that can be done in the console.
#[derive(Debug)]
pub struct Command {
    /// Its name, `scope.name`, as in the keymap.
    pub id: &'static str,
    /// What it is called in footer, help and palette.
    pub title: &'static str,
    /// What it does, one sentence.
    pub doc: &'static str,
    /// Other words people may look for.
    pub aliases: &'static [&'static str],
    /// Where its keys work.
    pub scope: Scope,
    /// It is worth a place in the footer.
    pub footer: bool,
    /// Whether it can be used now.
    pub available: fn(&Model) -> Availability,
    /// Does it.
    pub run: fn(&mut Model) -> Vec<Effect>,
}

/// The part of a command's `available` for those that always can be used.
pub const fn always(_model: &Model) -> Availability {
    Availability::Enabled
}

/// Every group of commands. A screen adds its own file under `command/` here.
const GROUPS: &[&[Command]] = &[
    today::COMMANDS,
    queue::COMMANDS,
    register::COMMANDS,
    handbook::COMMANDS,
    journal::COMMANDS,
    everywhere::COMMANDS,
    movement::COMMANDS,
    entry::COMMANDS,
    answer::COMMANDS,
    review::finding::COMMANDS,
    review::item::COMMANDS,
    review::case::COMMANDS,
    review::look::COMMANDS,
    letter::COMMANDS,
    meeting::BALLOT,
    meeting::COMMANDS,
    meeting::RECORD,
    present::COMMANDS,
];

/// Every command.
pub fn all() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().copied().flatten()
}

/// The command called `id`.
pub fn find(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}

/// Runs `command`, or says why it cannot be run now.
pub fn run(model: &mut Model, command: &'static Command) -> Vec<Effect> {
    let effects = match (command.available)(model) {
        Availability::Enabled => (command.run)(model),
        Availability::Hidden => meaningless(model, &model.keys.clone()),
        Availability::Disabled(why) => model.say(Notice::refused(format!("{}: {why}", command.title))),
        Availability::Soon => ahead::run_then(model, command),
    };
    if command.id != "meeting.seat" {
        screen::number_ends(model);
    }
    effects
}

/// Says that keys mean nothing where one is.
pub fn meaningless(model: &mut Model, keys: &[Key]) -> Vec<Effect> {
    screen::number_ends(model);
    let help = model.keymap.first("everywhere.help").map(|key| format!("; {key} shows the keys"));
    let said = format!("{} does nothing here{}.", key::show(keys), help.unwrap_or_default());
    model.say(Notice::refused(said))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_can_be_told_apart_and_explained() {
        let mut seen = BTreeSet::new();
        for command in all() {
            assert!(seen.insert(command.id), "{} is there twice", command.id);
            assert!(
                command.id.starts_with(&format!("{}.", command.scope)),
                "{} is not in its scope",
                command.id
            );
            assert!(command.doc.ends_with('.'), "the doc of {} ends with a full stop", command.id);
            assert!(
                !command.title.is_empty() && command.title.len() <= 24,
                "the title of {} fits",
                command.id
            );
        }
    }
}
