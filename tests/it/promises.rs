//! The promises P1 to P5 of every ballot, each attacked from all sides: by the console, by the command line, by raw SQL
//! on the file with the triggers standing, and by two processes at once.

mod p1;
mod p2;
mod p3;
mod p4;
mod p5;
mod recount;
mod scene;
