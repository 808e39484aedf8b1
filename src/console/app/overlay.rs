//! What lies over a screen: help, palette, prompts, questions, choices, forms. The topmost has the keys.

pub mod answer;
pub mod confirm;
pub mod count;
pub mod find;
pub mod form;
pub mod help;
pub mod input;
pub mod letter;
pub mod palette;
pub mod pick;
pub mod reading;
pub mod text;
pub mod typing;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use tui_input::Input as Line;

use super::ahead;
use super::command::Scope;
use super::cursor::{Cursor, Step};
use super::drafts;
use super::effect::Effect;
use super::key::Key;
use super::model::Model;
use super::notice::Notice;
use super::screen;
use super::seen;

pub use confirm::Confirm;
pub use count::Count;
pub use find::Find;
pub use form::{Field, Form};
pub use help::Help;
pub use input::Input;
pub use letter::Letter;
pub use palette::Palette;
pub use pick::{Choice, Pick};
pub use text::Text;

type Found = dyn Fn(&str) -> Result<(), String> + Send + Sync;

/// Finds a text good, or says what is wrong with it, as a sentence.
#[derive(Clone)]
pub struct Check(Arc<Found>);

impl Check {
    fn new(check: impl Fn(&str) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(check))
    }

    /// What is wrong with `text`, if anything is.
    fn problem(&self, text: &str) -> Option<String> {
        (self.0)(text.trim()).err()
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Check(..)")
    }
}

/// The text that a field begins with.
#[derive(Clone, Debug, Default)]
struct First {
    text: String,
    /// It is selected: the first letter that is typed takes its place.
    selected: bool,
    /// It is what the docket has.
    recorded: bool,
}

impl First {
    /// A day, if there is one: it is given anew more often than it is changed.
    fn day(day: Option<NaiveDate>) -> Self {
        Self {
            text: day.map(|day| day.to_string()).unwrap_or_default(),
            selected: day.is_some(),
            recorded: false,
        }
    }
}

type Done<T> = dyn Fn(&mut Model, T) -> Vec<Effect> + Send + Sync;

/// What is done with an answer, once it is given.
pub struct Then<T>(Arc<Done<T>>);

impl<T> Then<T> {
    /// What is done with the answer.
    pub fn new(then: impl Fn(&mut Model, T) -> Vec<Effect> + Send + Sync + 'static) -> Self {
        Self(Arc::new(then))
    }

    /// Does it.
    pub fn run(&self, model: &mut Model, answer: T) -> Vec<Effect> {
        (self.0)(model, answer)
    }
}

impl<T> Clone for Then<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> fmt::Debug for Then<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Then(..)")
    }
}

/// Makes each kind of overlay convertible into [`Overlay`].
macro_rules! overlays {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// One thing that lies over the screen.
        #[derive(Clone, Debug)]
        pub enum Overlay {
            $($(#[$doc])* $name($name),)+
        }

        $(impl From<$name> for Overlay {
            fn from(overlay: $name) -> Self {
                Self::$name(overlay)
            }
        })+
    };
}

overlays! {
    /// The keys that work here.
    Help,
    /// Everything that can be done here.
    Palette,
    /// One text is asked for.
    Input,
    /// A question.
    Confirm,
    /// One of several is asked for.
    Pick,
    /// A text to read.
    Text,
    /// Several texts are asked for.
    Form,
    /// Something is looked for in the list below.
    Find,
    /// The number field of a claim, drawn in its row.
    Count,
    /// A message to an applicant.
    Letter,
}

impl Overlay {
    /// The scopes whose keys work while it is on top.
    pub fn scopes(&self) -> Vec<Scope> {
        match self {
            Self::Pick(pick) if pick.by_key => vec![Scope::Entry, Scope::Move],
            Self::Help(_)
            | Self::Palette(_)
            | Self::Input(_)
            | Self::Pick(_)
            | Self::Form(_)
            | Self::Find(_)
            | Self::Count(_) => vec![Scope::Entry],
            Self::Confirm(confirm) if confirm.word.is_some() => vec![Scope::Entry],
            Self::Confirm(_) => vec![Scope::Answer, Scope::Move],
            Self::Text(_) => vec![Scope::Move, Scope::Everywhere],
            Self::Letter(_) => vec![Scope::Letter, Scope::Move, Scope::Everywhere],
        }
    }

    /// One letter answers it.
    const fn is_by_key(&self) -> bool {
        matches!(self, Self::Pick(pick) if pick.by_key)
    }

    /// Its list, if it has one.
    pub const fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self {
            Self::Help(help) => Some(&mut help.cursor),
            Self::Palette(palette) => Some(&mut palette.cursor),
            Self::Pick(pick) => Some(&mut pick.cursor),
            Self::Text(text) => Some(&mut text.cursor),
            Self::Letter(letter) => Some(&mut letter.cursor),
            Self::Form(form) => Some(&mut form.cursor),
            Self::Confirm(confirm) => Some(&mut confirm.cursor),
            Self::Input(_) | Self::Find(_) | Self::Count(_) => None,
        }
    }

    /// The text that is typed in it, if it has one.
    pub fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Help(help) => Some(&mut help.filter),
            Self::Palette(palette) => Some(&mut palette.filter),
            Self::Pick(pick) => Some(&mut pick.filter),
            Self::Input(input) => Some(&mut input.line),
            Self::Confirm(confirm) => Some(&mut confirm.line),
            Self::Form(form) => form.line_mut(),
            Self::Find(find) => Some(&mut find.line),
            Self::Count(count) => Some(&mut count.line),
            Self::Text(_) | Self::Letter(_) => None,
        }
    }

    /// Whether the text that is typed in it is selected, if it can be.
    fn selected_mut(&mut self) -> Option<&mut bool> {
        match self {
            Self::Input(input) => Some(&mut input.selected),
            Self::Form(form) => form.selected_mut(),
            _ => None,
        }
    }

    /// The name under which its texts are kept while they are typed.
    pub(super) fn draft(&self) -> Option<String> {
        match self {
            Self::Input(input) => input.draft.clone(),
            Self::Form(form) => form.draft.clone(),
            Self::Letter(letter) => Some(letter.draft()),
            _ => None,
        }
    }

    /// Brings back the unfinished texts that were kept of it.
    pub(super) fn restore(&mut self, drafts: &BTreeMap<String, String>) {
        let Some(kept) = self.draft().and_then(|name| drafts.get(&name)) else { return };
        match self {
            Self::Input(input) => input.restore(kept),
            Self::Form(form) => form.restore(kept),
            Self::Letter(letter) => letter.restore(kept),
            _ => {}
        }
    }

    /// What was handed in was refused.
    pub(super) fn refused(&mut self, why: &str) {
        match self {
            Self::Input(input) => input.problem = Some(why.to_owned()),
            Self::Form(form) => form.refused(why),
            _ => {}
        }
    }

    /// Its texts are unfinished ones of before.
    pub const fn is_restored(&self) -> bool {
        match self {
            Self::Input(input) => input.restored,
            Self::Form(form) => form.restored,
            _ => false,
        }
    }

    /// It was left without an answer: what is to be tidied up.
    pub fn given_up(self, model: &mut Model) -> Vec<Effect> {
        match self {
            Self::Find(find) => find.given_up(model),
            Self::Form(form) => form.given_up(&model.drafts),
            _ => Vec::new(),
        }
    }
}

/// A key that no command has: it types into the topmost overlay.
pub fn typed(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(Overlay::Pick(pick)) = model.overlays.last().filter(|top| top.is_by_key()) {
        let Some(index) = key.typed().and_then(|letter| pick.chosen_by(letter)) else { return Vec::new() };
        if let Some(held) = seen::hold_back(model) {
            return held;
        }
        let Some(Overlay::Pick(pick)) = model.overlays.pop() else { return Vec::new() };
        return pick.take(model, index);
    }
    if key.typed().is_some() {
        make_room(model);
    }
    change(model, |line| typing::press(line, key))
}

/// A text that was pasted. What is too long is cut, and that is said.
pub fn pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    make_room(model);
    let mut cut = 0;
    let mut effects = change(model, |line| cut = typing::insert(line, text));
    if cut > 0 {
        let most = typing::PASTE_MAX;
        let said = format!("Only {most} characters are taken from one paste: the last {cut} are missing.");
        effects.extend(model.say(Notice::refused(said)));
    }
    effects
}

/// What is typed or pasted takes the place of a text that is selected.
fn make_room(model: &mut Model) {
    let Some(top) = model.overlays.last_mut() else { return };
    if top.selected_mut().is_some_and(|selected| *selected)
        && let Some(line) = top.line_mut()
    {
        line.reset();
    }
}

/// Changes the text of the topmost overlay and brings what hangs on it up to date.
pub fn change(model: &mut Model, with: impl FnOnce(&mut Line)) -> Vec<Effect> {
    let Some(mut overlay) = model.overlays.pop() else { return Vec::new() };
    if let Some(line) = overlay.line_mut() {
        with(line);
    }
    if let Some(selected) = overlay.selected_mut() {
        *selected = false;
    }
    if let Overlay::Find(find) = &overlay {
        let changed = find.changed();
        model.overlays.push(overlay);
        return changed(model);
    }
    let effects = match &mut overlay {
        Overlay::Help(help) => help.filtered(),
        Overlay::Palette(palette) => palette.filtered(model),
        Overlay::Pick(pick) => pick.filtered(),
        Overlay::Input(input) => input.changed(),
        Overlay::Form(form) => form.changed(),
        Overlay::Count(count) => count.changed(model),
        Overlay::Confirm(_) | Overlay::Text(_) | Overlay::Letter(_) | Overlay::Find(_) => Vec::new(),
    };
    model.overlays.push(overlay);
    drafts::note(model, &effects);
    effects
}

/// Moves in the topmost overlay; while something is looked for, in the list below.
pub fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    let page = model.page();
    if let Some(Overlay::Find(_)) = model.overlays.last() {
        if let Some(cursor) = screen::cursor_mut(model) {
            cursor.step(step, page);
        }
        return screen::moved(model);
    }
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        form.left();
    }
    fit(model);
    if let Some(cursor) = model.overlays.last_mut().and_then(Overlay::cursor_mut) {
        cursor.step(step, page);
    }
    Vec::new()
}

/// Says to the topmost overlay how far it can be scrolled on this screen.
pub(super) fn fit(model: &mut Model) {
    if let Some(overlay) = model.overlays.last_mut() {
        reading::fit(overlay, model.size);
    }
}

/// Leaves the topmost overlay without an answer, if there is one.
pub fn give_up(model: &mut Model) -> Option<Vec<Effect>> {
    let overlay = model.overlays.pop()?;
    let effects = overlay.given_up(model);
    drafts::note(model, &effects);
    Some(effects)
}

/// Takes the answer of the topmost overlay. Where it is not good enough, the overlay stays and says why.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    if let Some(held) = seen::hold_back(model) {
        return held;
    }
    let Some(overlay) = model.overlays.pop() else { return Vec::new() };
    let effects = match overlay {
        Overlay::Help(_) | Overlay::Text(_) | Overlay::Letter(_) => Vec::new(),
        // The next key is about what was found.
        Overlay::Find(_) => ahead::until_answered(model, Vec::new()),
        Overlay::Palette(palette) => palette.accept(model),
        Overlay::Input(input) => input.accept(model),
        Overlay::Confirm(confirm) => confirm.accept(model),
        Overlay::Pick(pick) => pick.accept(model),
        Overlay::Form(form) => form.accept(model),
        Overlay::Count(count) => count.accept(model),
    };
    drafts::note(model, &effects);
    effects
}

/// The person's editor gives back a text.
pub(super) fn edited(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Overlay::Letter(letter)) = model.overlays.last_mut() else {
        return change(model, |line| typing::replace(line, text.trim_end()));
    };
    if letter.text.trim_end() == text.trim_end() {
        return Vec::new();
    }
    letter.restore(text);
    let effects = vec![Effect::KeepDraft { name: letter.draft(), text: text.to_owned() }];
    drafts::note(model, &effects);
    effects
}

/// Throws the unfinished texts of the topmost overlay away: it is as if opened for the first time.
pub fn afresh(model: &mut Model) -> Vec<Effect> {
    let forgotten = match model.overlays.last_mut() {
        Some(Overlay::Input(input)) => input.afresh(),
        Some(Overlay::Form(form)) => form.afresh(),
        Some(Overlay::Letter(letter)) => Some(letter.afresh()),
        _ => None,
    };
    let effects: Vec<Effect> = forgotten.map(Effect::DropDraft).into_iter().collect();
    drafts::note(model, &effects);
    effects
}

/// Opens the text of the topmost overlay in the person's editor.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let line = model.overlays.last_mut().and_then(Overlay::line_mut);
    line.map_or_else(Vec::new, |line| vec![Effect::Edit(line.value().to_owned())])
}
