//! The console: one screen at a time over the docket, driven by keys.
//!
//! A key travels: [`app::Key`] -> [`app::Keymap`] -> [`app::Command`] -> [`app::update()`] -> [`app::Effect`] -> [`shell`] -> store
//! thread -> [`app::Reply`] -> [`view`].
//!
//! To add something to a screen:
//! - what it knows goes into `app/screen/NAME.rs`, with its questions to the store and their answers;
//! - what can be done goes into `app/command/NAME.rs` (listed in `app/command.rs`), and the keys into `assets/keymap.toml`:
//!   footer, help and palette follow by themselves;
//! - what it looks like goes into `view/screen/NAME.rs`, made of `view/widget`;
//! - texts, choices and questions are asked for by opening an [`app::Overlay`] with what is to be done with the answer.

pub mod app;
pub mod desk;
pub mod shell;
pub mod view;

pub use shell::{Console, ConsoleError, Options, has_terminal};
