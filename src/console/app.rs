//! PURE. What the console knows and decides: a key becomes a command, a command changes the model and asks for effects.

pub mod command;
pub mod cursor;
pub mod effect;
pub mod key;
pub mod keymap;
pub mod message;
pub mod model;
pub mod notice;
pub mod overlay;
pub mod present;
pub mod role;
pub mod screen;
pub mod settings;
pub mod update;
pub mod wording;

mod ahead;
mod drafts;
mod seen;

pub use command::{Availability, Command, Scope};
pub use cursor::Cursor;
pub use effect::{Effect, Reply, Request};
pub use key::Key;
pub use keymap::Keymap;
pub use message::Message;
pub use model::{About, Mark, Model};
pub use notice::Notice;
pub use overlay::Overlay;
pub use present::Present;
pub use screen::Screen;
pub use settings::Settings;
pub use update::update;
