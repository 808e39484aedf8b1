//! The meeting by keys.
