//! Small things that screens and overlays are made of.

pub mod caption;
pub mod entry;
pub mod list;
pub mod meter;
pub mod pane;
pub mod popup;
pub mod table;
pub mod text;
