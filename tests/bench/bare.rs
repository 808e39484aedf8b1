//! The bare list that docket is measured beside: ratatui and rusqlite and nothing else. Forty-seven rows with a count
//! for each are read again at every repaint, and every key is drawn.

use std::{io::stdout, path::Path};

use crossterm::{
    cursor::Show,
    event::{self, Event, KeyCode},
    execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{
    Frame, Terminal,
    backend::CrosstermBackend,
    layout::Rect,
    style::{Modifier, Style},
    text::Line,
};
use rusqlite::{Connection, OpenFlags};

/// Starts the list instead of the bench.
pub(crate) const FLAG: &str = "--bare";

/// Rows of a page.
const ROWS: u32 = 47;

/// Shows the applications of the docket at `file` until `q`.
pub(crate) fn run(file: &Path) {
    let db = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let total = db.query_row("SELECT count(*) FROM application", [], |row| row.get::<_, u32>(0)).unwrap();
    enable_raw_mode().unwrap();
    execute!(stdout(), EnterAlternateScreen).unwrap();
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout())).unwrap();
    let (mut top, mut at) = (0_u32, 0_u32);
    loop {
        let rows = page(&db, top);
        terminal.draw(|frame| draw(frame, &rows, at - top, total)).unwrap();
        let Event::Key(key) = event::read().unwrap() else { continue };
        match key.code {
            KeyCode::Down => at += 1,
            KeyCode::Up => at = at.saturating_sub(1),
            KeyCode::PageDown => (at, top) = (at + ROWS, top + ROWS),
            KeyCode::Char('q') => break,
            _ => {}
        }
        at = at.min(total - 1);
        top = top.clamp((at + 1).saturating_sub(ROWS), at);
    }
    execute!(stdout(), LeaveAlternateScreen, Show).unwrap();
    disable_raw_mode().unwrap();
}

fn page(db: &Connection, top: u32) -> Vec<String> {
    let mut rows = db
        .prepare_cached(
            "SELECT ref, organisation, program, stage, received FROM application
             ORDER BY received, ref LIMIT ?1 OFFSET ?2",
        )
        .unwrap();
    let mut count = db.prepare_cached("SELECT count(*) FROM finding WHERE application = ?1").unwrap();
    let rows = rows.query_map([ROWS, top], |row| {
        let text = |column| row.get::<_, String>(column);
        let found = count.query_row([text(0)?], |row| row.get::<_, u32>(0))?;
        let [reference, organisation, program, stage, received] =
            [text(0)?, text(1)?, text(2)?, text(3)?, text(4)?];
        Ok(format!("{reference:<40} {organisation:<60} {program:<20} {stage:<20} {received} {found:>4}"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn draw(frame: &mut Frame<'_>, rows: &[String], chosen: u32, total: u32) {
    let area = frame.area();
    let line = |y: u16| Rect { y, height: 1, ..area };
    frame.render_widget(Line::from(format!("{total} applications")), line(0));
    for (n, row) in (0..area.height.saturating_sub(2)).zip(rows) {
        let style =
            if u32::from(n) == chosen { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        frame.render_widget(Line::styled(row.as_str(), style), line(n + 1));
    }
}
