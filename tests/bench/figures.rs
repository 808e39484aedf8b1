//! Medians, ratios, and how they are printed.

use std::time::Duration;

/// What was found: every goal that was missed, and every promise that was broken.
pub(crate) struct Report {
    /// Whether the goals count; on a small docket in a debug build they say nothing.
    judged: bool,
    over: Vec<String>,
    broken: Vec<String>,
}

impl Report {
    pub(crate) const fn new(judged: bool) -> Self {
        Self { judged, over: Vec::new(), broken: Vec::new() }
    }

    pub(crate) fn heading(text: &str) {
        println!("\n{text}");
    }

    /// Docket's time beside the bare one, of which it may be `most` times as much.
    pub(crate) fn compare(&mut self, what: &str, docket: Duration, bare: Duration, most: f64) {
        self.judge(what, [ms(docket), ms(bare)], docket.div_duration_f64(bare), most);
    }

    /// Docket's memory in kB beside the bare one.
    pub(crate) fn weigh(&mut self, what: &str, docket: u32, bare: u32, most: f64) {
        self.judge(
            what,
            [format!("{docket} kB"), format!("{bare} kB")],
            f64::from(docket) / f64::from(bare),
            most,
        );
    }

    fn judge(&mut self, what: &str, [docket, bare]: [String; 2], ratio: f64, most: f64) {
        if !self.judged {
            return println!("{what:<34} {docket:>11} {bare:>11} {ratio:>7.2}");
        }
        let verdict = if ratio <= most { "ok" } else { "over" };
        println!("{what:<34} {docket:>11} {bare:>11} {ratio:>7.2}  at most {most:.1}  {verdict}");
        if ratio > most {
            self.over.push(format!("{what} {ratio:.2}, at most {most:.1}"));
        }
    }

    /// Docket beside the bare thing, for the reader to judge.
    pub(crate) fn beside(what: &str, docket: &str, bare: &str) {
        println!("{what:<34} {docket:>11} {bare:>11}");
    }

    /// Something that must hold on every machine.
    pub(crate) fn promise(&mut self, what: &str, found: &str, holds: bool) {
        println!("{what:<34} {found:>11}  {}", if holds { "ok" } else { "BROKEN" });
        if !holds {
            self.broken.push(format!("{what}: {found}"));
        }
    }

    /// Says what was missed.
    ///
    /// # Panics
    /// A promise was broken.
    pub(crate) fn end(self) {
        match self.over.as_slice() {
            [] if !self.judged => println!("\na look at whether it runs; `cargo bench` measures"),
            [] => println!("\nevery goal is met"),
            over => println!("\nover: {}", over.join("; ")),
        }
        assert!(self.broken.is_empty(), "broken: {}", self.broken.join("; "));
    }
}

/// The value below which `hundredths` of all lie; the median is 50.
pub(crate) fn percentile<T: Copy + Ord>(values: &[T], hundredths: usize) -> T {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() * hundredths / 100).min(sorted.len() - 1)]
}

pub(crate) fn median<T: Copy + Ord>(values: &[T]) -> T {
    percentile(values, 50)
}

/// A duration in milliseconds.
pub(crate) fn ms(duration: Duration) -> String {
    format!("{:.3} ms", duration.as_secs_f64() * 1e3)
}

/// Bytes, in thousands where they are many.
pub(crate) fn bytes(count: usize) -> String {
    if count < 10_000 { format!("{count} B") } else { format!("{} kB", count / 1_000) }
}
