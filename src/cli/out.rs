//! The way out: data to standard output, messages to standard error, and neither with anything that cannot be seen.
//!
//! A reader that closes the pipe early is no error: what it does not read is dropped, and the verb goes on to its own
//! exit status.

use std::io::{self, Write as _};

use clap::error::ErrorKind;
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::error::CliError;
use crate::text;

/// Writes one line. Line breaks within `line` are shown as marks: what has several lines is written line by line.
pub fn line(line: &str) -> Result<(), CliError> {
    write(&format!("{}\n", text::visible(line)))
}

/// Writes rows of cells, each column as wide as its widest cell. Empty columns take no room.
pub fn table<const N: usize>(rows: &[[String; N]]) -> Result<(), CliError> {
    let shown: Vec<[String; N]> =
        rows.iter().map(|row| row.each_ref().map(|cell| text::visible(cell).into_owned())).collect();
    let mut widths = [0; N];
    for row in &shown {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    for row in &shown {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row).filter(|(width, _)| **width > 0) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()).saturating_add(2)));
        }
        write(&format!("{}\n", line.trim_end()))?;
    }
    Ok(())
}

/// Writes a heading, and below it the lines, set in; nothing where there are none.
pub fn list(heading: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), CliError> {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        line("")?;
        line(heading)?;
    }
    lines.try_for_each(|text| line(&format!("  {}", text.as_ref())))
}

/// Writes `value` as indented JSON.
pub fn json(value: &impl Serialize) -> Result<(), CliError> {
    write(&json_text(value)?)
}

/// `value` as indented JSON in which every character can be seen.
pub(super) fn json_text(value: &impl Serialize) -> Result<String, CliError> {
    let json = serde_json::to_string_pretty(value).map_err(|error| CliError::Output(error.into()))?;
    Ok(format!("{}\n", text::json_escaped(&json)))
}

/// Writes text that is a file as it stands: its lines are its own, and what came from outside is escaped in it.
pub(super) fn text(text: &str) -> Result<(), CliError> {
    write(text)
}

/// Writes one line of message. A message that cannot be written is lost.
pub fn message(line: &str) {
    _ = writeln!(io::stderr(), "{}", text::visible(line));
}

/// Says why a verb did not end well, unless that was said before.
pub(super) fn failure(error: &CliError) {
    if !error.is_silent() {
        message(&format!("error: {error}"));
    }
}

/// Help and version are data; anything else that was not understood is wrong use.
pub(super) fn usage(answer: &clap::Error) -> Result<(), CliError> {
    if matches!(answer.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return settle(answer.print());
    }
    answer.render().to_string().lines().for_each(message);
    Err(CliError::Usage)
}

fn write(text: &str) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    settle(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

fn settle(written: io::Result<()>) -> Result<(), CliError> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::Output(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}
