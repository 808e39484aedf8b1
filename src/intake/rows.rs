//! Files of rows: CSV whose headers are field paths, or any CSV with a mapping.

use csv::{ReaderBuilder, StringRecord};

use super::{
    Editions, Gathered, IntakeError, LeftOut, Place, Refused,
    application::application,
    fields::Remarks,
    limits,
    mapping::{Mapping, Outcome},
    node::{Node, Refusal, Value},
    text::line_at,
    tree,
};

/// The columns without which no plain CSV can be read.
const NEEDED: [&str; 3] = ["organisation.name", "program", "edition"];

/// A row with its line and the names of its columns.
pub(super) struct Row<'a> {
    /// The line it begins on.
    pub line: u64,
    /// The names of the columns.
    pub header: &'a [String],
    /// Its cells, as many as there are columns.
    pub cells: &'a StringRecord,
}

impl Row<'_> {
    /// The cell of a column, without blanks around it; `None` for an empty one or an unknown column.
    pub(super) fn cell(&self, column: &str) -> Option<(usize, &str)> {
        let index = self.header.iter().position(|name| name == column)?;
        let text = self.cells.get(index)?.trim();
        (!text.is_empty()).then_some((index.saturating_add(1), text))
    }

    /// The row as it came: an object of its columns.
    fn original(&self) -> String {
        let text = |cell: &str| Node::new(Value::Text(cell.to_owned()));
        let pairs = self.header.iter().zip(self.cells).map(|(name, cell)| (name.clone(), text(cell)));
        tree::json(&Node::new(Value::Object(pairs.collect())))
    }

    fn place(&self, column: &str) -> Place {
        Place::Line { line: self.line, column: column.to_owned() }
    }

    /// The place of a refused field: its column, or the field where it has none.
    fn place_of(&self, refusal: &Refusal) -> Place {
        let column = refusal.at.checked_sub(1).and_then(|index| self.header.get(index));
        let field = || refusal.pointer.trim_start_matches('/').replace('/', ".");
        self.place(&column.cloned().unwrap_or_else(field))
    }
}

/// Reads CSV text.
pub(super) fn read(
    text: &str,
    mapping: Option<&Mapping>,
    editions: Editions<'_>,
) -> Result<Gathered, IntakeError> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records().peekable();
    let header_of =
        |record: &StringRecord| record.iter().map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    let Some(Ok(first)) = records.next() else { return Err(IntakeError::Empty) };
    let header = header_of(&first);
    check_header(&header, mapping)?;
    let mut gathered = Gathered::default();
    let mut cursor = Cursor::new(text);
    let mut rows = 0_usize;
    while let Some(Ok(cells)) = records.next() {
        let last = records.peek().is_none();
        let (line, rest) = cursor.record(&cells);
        let row = Row { line, header: &header, cells: &cells };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows >= limits::APPLICATIONS {
            return Err(IntakeError::TooMany { place: row.place("") });
        }
        rows = rows.saturating_add(1);
        match (fault(&row, last.then_some(rest)), mapping) {
            (Some(why), _) => gathered.refused.push(Refused { place: row.place(""), why }),
            (None, Some(mapping)) => mapped(&row, mapping, editions, &mut gathered),
            (None, None) => plain(&row, editions, &mut gathered),
        }
    }
    Ok(gathered)
}

/// What is wrong with a row before its cells are looked at; the text of the last one is given too.
fn fault(row: &Row<'_>, last: Option<&str>) -> Option<String> {
    let (cells, columns, bytes) = (row.cells.len(), row.header.len(), row.cells.as_slice().len());
    if bytes > limits::APPLICATION {
        return Some(format!("a row of {bytes} bytes; at most {} are read", limits::APPLICATION));
    }
    if last.is_some_and(leaves_a_quote_open) {
        return Some("a quote is opened and never closed: is the file cut off?".to_owned());
    }
    (cells != columns).then(|| {
        format!(
            "{cells} fields where the header has {columns}: is the row cut off, or a comma without quotes?"
        )
    })
}

/// Where the records of a text begin. The parser's own line is one too small after a CRLF.
struct Cursor<'t> {
    text: &'t str,
    byte: usize,
    line: u64,
}

impl<'t> Cursor<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, line: 1 }
    }

    /// The line that a record begins on, and the text from there to the end. Records are asked for in order.
    fn record(&mut self, cells: &StringRecord) -> (u64, &'t str) {
        let start = cells.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or_default().trim_start_matches(['\r', '\n']);
        let begin = self.text.len().saturating_sub(rest.len());
        let passed = self.text.get(self.byte..begin).unwrap_or_default();
        self.line = self.line.saturating_add(line_at(passed.as_bytes(), passed.len())).saturating_sub(1);
        self.byte = begin;
        (self.line, rest)
    }
}

/// A row whose columns are field paths.
fn plain(row: &Row<'_>, editions: Editions<'_>, gathered: &mut Gathered) {
    let mut root = Node::new(Value::Object(Vec::new()));
    for column in row.header {
        if let Some((at, text)) = row.cell(column)
            && let Err(why) = tree::plant(&mut root, column, Node { at, value: Value::Cell(text.to_owned()) })
        {
            gathered.refused.push(Refused { place: row.place(column), why });
            return;
        }
    }
    let read = application(&root, row.original(), editions, Remarks::default());
    gathered.add(read, row.place(""), |refusal| row.place_of(refusal));
}

/// A row that a mapping makes applications of.
fn mapped(row: &Row<'_>, mapping: &Mapping, editions: Editions<'_>, gathered: &mut Gathered) {
    match mapping.apply(row) {
        Outcome::LeftOut { name, why } => gathered.left_out.push(LeftOut { place: row.place(""), name, why }),
        Outcome::Refused(why) => gathered.refused.push(Refused { place: row.place(""), why }),
        Outcome::Applications(trees) => {
            for (root, remarks) in trees {
                let read = application(&root, row.original(), editions, remarks);
                gathered.add(read, row.place(""), |refusal| row.place_of(refusal));
            }
        }
    }
}

fn check_header(header: &[String], mapping: Option<&Mapping>) -> Result<(), IntakeError> {
    let refuse = |why: String| Err(IntakeError::Header { why });
    if header.len() > limits::COLUMNS {
        return refuse(format!("{} columns; at most {} are read", header.len(), limits::COLUMNS));
    }
    if let Some(twice) = header.iter().enumerate().find_map(|(index, name)| {
        header.iter().take(index).any(|earlier| earlier == name && !name.is_empty()).then_some(name)
    }) {
        return refuse(format!("the column `{twice}` stands twice"));
    }
    let needed: Vec<&str> = mapping.map_or_else(|| NEEDED.to_vec(), Mapping::columns);
    let missing: Vec<&str> =
        needed.into_iter().filter(|needed| !header.iter().any(|name| name == needed)).collect();
    if !missing.is_empty() {
        let hint = match (mapping, header) {
            (_, [one]) if one.contains([';', '\t']) => "the columns have to be parted by commas".to_owned(),
            (Some(mapping), _) => format!("they are needed by the mapping `{}`", mapping.id()),
            (None, _) => "columns are named by their fields, or a mapping says what they are".to_owned(),
        };
        return refuse(format!("no column {}: {hint}", missing.join(", ")));
    }
    if mapping.is_none() {
        let mut root = Node::new(Value::Null);
        for (name, at) in header.iter().zip(1..) {
            let leaf = Node { at, value: Value::Flag(true) };
            tree::plant(&mut root, name, leaf).or_else(|why| refuse(format!("column {at}: {why}")))?;
        }
    }
    Ok(())
}

/// Whether a record would swallow a line written after it.
fn leaves_a_quote_open(record: &str) -> bool {
    let followed = format!("{}\nend", record.trim_end_matches(['\r', '\n']));
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(followed.as_bytes());
    reader.into_records().count() < 2
}
