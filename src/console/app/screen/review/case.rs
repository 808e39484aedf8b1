//! What is arranged for an application: who reviews it, notes, corrections, evidence added, demonstrations, links.

pub mod arrange;
pub mod correct;
pub mod demo;
pub mod links;
pub mod message;
