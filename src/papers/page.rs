//! A paper as headings, lines and tables, before it is Markdown or HTML.

/// What a paper from a copy for rehearsing says first.
pub const REHEARSAL: &str = "REHEARSAL: this docket is a copy, and nothing in it was decided";

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// What is to be seen first: that it is a draft.
    pub mark: Option<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, of the second level.
    Heading(Line),
    /// A heading below such a heading.
    Subheading(Line),
    /// A paragraph.
    Text(Line),
    /// Lines that belong together.
    List(Vec<Line>),
    /// Names and what stands behind them.
    Facts(Vec<(&'static str, Line)>),
    /// A table; each row has a cell for each column.
    Table {
        /// The names of the columns.
        head: Vec<&'static str>,
        /// The rows.
        rows: Vec<Vec<Line>>,
    },
}

/// Text in one line, parts of it strong. It is raw: whoever writes it out escapes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

impl Line {
    /// This line, and strong `text` behind it.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.with(text.into(), true)
    }

    /// This line, and plain `text` behind it.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.with(text.into(), false)
    }

    fn with(mut self, text: String, strong: bool) -> Self {
        if !text.is_empty() {
            self.0.push(Span { text, strong });
        }
        self
    }
}

impl<T: Into<String>> From<T> for Line {
    fn from(text: T) -> Self {
        Self::default().plain(text)
    }
}

impl Page {
    /// The same as it is written from a copy for rehearsing: that is to be seen before anything else.
    #[must_use]
    pub fn of_a_rehearsal(mut self) -> Self {
        let mark = self.mark.map(|mark| format!(". {mark}")).unwrap_or_default();
        self.title = format!("REHEARSAL: {}", self.title);
        self.mark = Some(format!("{REHEARSAL}{mark}"));
        self
    }

    /// An empty paper.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), mark: None, blocks: Vec::new() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<Line>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a heading below such a heading.
    pub fn subheading(&mut self, text: impl Into<Line>) {
        self.blocks.push(Block::Subheading(text.into()));
    }

    /// Adds a paragraph.
    pub fn text(&mut self, text: impl Into<Line>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// Adds lines that belong together, if there are any.
    pub fn list(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::List(lines));
        }
    }

    /// Adds names and what stands behind them; a name with nothing behind it is left out.
    pub fn facts(&mut self, facts: Vec<(&'static str, Line)>) {
        let said: Vec<_> = facts.into_iter().filter(|(_, line)| !line.0.is_empty()).collect();
        if !said.is_empty() {
            self.blocks.push(Block::Facts(said));
        }
    }

    /// Adds a table, if it has rows.
    pub fn table(&mut self, head: &[&'static str], rows: Vec<Vec<Line>>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table { head: head.to_vec(), rows });
        }
    }
}

/// `text` as its lines: line breaks of any kind are taken out, spaces at the ends too.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']).map(str::trim)
}

/// `text` with every line escaped by `escape` and joined by `joint`; empty lines at a break are dropped.
pub(super) fn escaped(text: &str, joint: &str, mut escape: impl FnMut(&str) -> String) -> String {
    if !text.contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}']) {
        return escape(text);
    }
    lines(text).filter(|line| !line.is_empty()).map(escape).collect::<Vec<_>>().join(joint)
}
