//! The console: one screen at a time over the docket, driven by keys.
//!
//! A key travels: [`app::Key`] -> [`app::Keymap`] -> [`app::Command`] -> [`app::update`] -> [`app::Effect`] -> shell -> store
//! thread -> [`app::Reply`] -> view.

pub mod app;
pub mod shell;
pub mod view;

pub use shell::{ConsoleError, Options, run};
