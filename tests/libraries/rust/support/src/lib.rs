//! What the programs of both libraries have in common.

pub mod feed;
pub mod stage;
pub mod steps;
