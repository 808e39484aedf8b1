//! The line that says what just happened; the next key takes it away.

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was not done, and why.
    Refused,
    /// Something went wrong.
    Trouble,
}

/// One line about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What can be done about it, which is never cut; may be empty.
    pub then: String,
}

impl Notice {
    /// Something was done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { tone: Tone::Done, text: text.into(), then: String::new() }
    }

    /// What can be done about it.
    #[must_use]
    pub fn then(self, then: impl Into<String>) -> Self {
        Self { then: then.into(), ..self }
    }

    /// Something was not done, and why.
    pub fn refused(text: impl Into<String>) -> Self {
        Self { tone: Tone::Refused, text: text.into(), then: String::new() }
    }

    /// Something went wrong.
    pub fn trouble(text: impl Into<String>) -> Self {
        Self { tone: Tone::Trouble, text: text.into(), then: String::new() }
    }
}
