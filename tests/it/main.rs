//! Tests across rooms, properties, and the command line.

mod tally;
