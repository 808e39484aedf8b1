//! The queue, a page at a time: a window is found in an index that holds all the queue is ordered and filtered by, and
//! only the rows of that window are read whole.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, ToSql, params_from_iter, types::Value};

use super::all;
use crate::{
    review::{
        Ref, Stage,
        queue::{Filter, Page, QueueRow, Sort, Window},
    },
    store::{
        Store,
        error::StoreError,
        project::fold,
        sql::{count, figure},
    },
};

impl Store {
    /// The rows of `window` among the applications that match `filter`, in the order of `sort`.
    pub fn page(&self, filter: &Filter, sort: Sort, window: Window) -> Result<Page, StoreError> {
        self.read(|db| {
            let narrowed = Narrowed::by(filter);
            let total = narrowed.total(db)?;
            Ok(Page { first: window.first, rows: narrowed.rows(db, sort, window)?, total })
        })
    }

    /// How many applications stand in each stage that has some, in the order of the stages.
    pub fn stage_counts(&self) -> Result<Vec<(Stage, u64)>, StoreError> {
        self.read(|db| {
            all(
                db,
                &format!("SELECT stage, count(*) AS applications FROM application GROUP BY {BY_STAGE}"),
                [],
                |row| Ok((row.get(0)?, count(row, "applications")?)),
            )
        })
    }

    /// The index of an application in the queue, counted from 0; `None` where the filter leaves it out.
    pub fn position_of(
        &self,
        filter: &Filter,
        sort: Sort,
        reference: &Ref,
    ) -> Result<Option<u64>, StoreError> {
        self.read(|db| Narrowed::by(filter).position_of(db, sort, reference))
    }

    /// The applications that have waited for their applicant for longest, so many of them, without those that are set
    /// aside until a later day than `today`.
    pub fn awaiting_longest(&self, today: NaiveDate, rows: u64) -> Result<Vec<QueueRow>, StoreError> {
        let values = [text(&today.to_string()), Value::Integer(figure(rows))];
        self.read(|db| shown(db, AWAITING, "since", &values))
    }

    /// The applications in review whose demonstration is planned for `until` or earlier and was not held, soonest first,
    /// so many of them.
    pub fn demos_planned(&self, until: NaiveDate, rows: u64) -> Result<Vec<QueueRow>, StoreError> {
        let values = [text(&until.to_string()), Value::Integer(figure(rows))];
        self.read(|db| shown(db, DEMOS, "demo_planned", &values))
    }

    /// The applications in review whose demonstration is neither planned nor held, the oldest first, so many of them.
    pub fn without_demo(&self, rows: u64) -> Result<Vec<QueueRow>, StoreError> {
        self.read(|db| shown(db, WITHOUT_DEMO, "received", &[Value::Integer(figure(rows))]))
    }

    /// Whether the docket has no application.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        self.read(|db| db.query_row("SELECT NOT EXISTS (SELECT 1 FROM application)", [], |row| row.get(0)))
    }
}

/// What waits for the applicant; the index of it knows the stage.
const AWAITING: &str =
    "SELECT ref FROM application WHERE stage = 'awaiting-applicant' AND (parked IS NULL OR parked <= ?)
     ORDER BY since, ref LIMIT ?";

/// What a demonstration is planned for.
const DEMOS: &str = "SELECT ref FROM application
    WHERE demo_planned <= ? AND stage = 'in-review' AND NOT demo_held ORDER BY demo_planned, ref LIMIT ?";

/// What no demonstration is planned for yet.
const WITHOUT_DEMO: &str = "SELECT ref FROM application
    WHERE stage = 'in-review' AND demo_planned IS NULL AND NOT demo_held ORDER BY received, ref LIMIT ?";

/// The place of a stage among all; the same expression as in the index.
const BY_STAGE: &str = "CASE stage WHEN 'enquiry' THEN 1 WHEN 'received' THEN 2 WHEN 'in-review' THEN 3
    WHEN 'awaiting-applicant' THEN 4 WHEN 'ready-for-tac' THEN 5 WHEN 'on-agenda' THEN 6 WHEN 'decided' THEN 7
    ELSE 8 END";

/// What the queue is ordered by; `ref` always comes after it.
const fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Received => "received",
        Sort::Organisation => "organisation COLLATE NOCASE",
        Sort::Stage => BY_STAGE,
        Sort::Due => "coalesce(due, '9999-99-99')",
    }
}

/// A filter as a condition and its values.
struct Narrowed {
    condition: String,
    values: Vec<Value>,
}

impl Narrowed {
    fn by(filter: &Filter) -> Self {
        let mut narrowed = Self { condition: "true".to_owned(), values: Vec::new() };
        if let [stage] = filter.stages.as_slice() {
            // One stage is one stretch of the index by stage.
            let place = Stage::ALL.iter().zip(1..).find(|(one, _)| *one == stage).map_or(0, |(_, n)| n);
            narrowed.and(&format!("{BY_STAGE} = ?"), [Value::Integer(place)]);
        } else if !filter.stages.is_empty() {
            let marks = vec!["?"; filter.stages.len()].join(", ");
            let stages = filter.stages.iter().map(|stage| text(stage.as_str()));
            narrowed.and(&format!("stage IN ({marks})"), stages);
        }
        if let Some(program) = filter.program {
            narrowed.and("program = ?", [text(program.as_str())]);
        }
        if let Some(assignee) = &filter.assignee {
            narrowed.and("assignee = ?", [text(assignee)]);
        }
        if filter.unassigned {
            narrowed.and("assignee IS NULL", []);
        }
        if let Some(day) = filter.received_from {
            narrowed.and("received >= ?", [text(&day.to_string())]);
        }
        if let Some(day) = filter.due_until {
            narrowed.and("due <= ?", [text(&day.to_string())]);
        }
        if let Some(day) = filter.back_on {
            narrowed.and("(parked IS NULL OR parked <= ?)", [text(&day.to_string())]);
        }
        if let Some(day) = filter.set_aside_on {
            narrowed.and("parked > ?", [text(&day.to_string())]);
        }
        for word in filter.text.as_deref().unwrap_or_default().split_whitespace() {
            narrowed.and(
                "ref IN (SELECT application FROM search WHERE instr(folded, ?) > 0)",
                [text(&fold(word))],
            );
        }
        narrowed
    }

    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.condition.push_str(" AND ");
        self.condition.push_str(condition);
        self.values.extend(values);
    }

    fn total(&self, db: &Connection) -> rusqlite::Result<u64> {
        let sql = format!("SELECT count(*) AS total FROM application WHERE {}", self.condition);
        db.prepare_cached(&sql)?.query_row(params_from_iter(&self.values), |row| count(row, "total"))
    }

    fn rows(&self, db: &Connection, sort: Sort, window: Window) -> rusqlite::Result<Vec<QueueRow>> {
        let order = order(sort);
        let which = format!(
            "SELECT ref FROM application WHERE {} ORDER BY {order}, ref LIMIT ? OFFSET ?",
            self.condition
        );
        let ends = [Value::Integer(figure(window.rows)), Value::Integer(figure(window.first))];
        let values: Vec<Value> = self.values.iter().cloned().chain(ends).collect();
        shown(db, &which, order, &values)
    }

    fn position_of(&self, db: &Connection, sort: Sort, reference: &Ref) -> rusqlite::Result<Option<u64>> {
        let Self { condition, values } = self;
        let own = format!("SELECT {} FROM application WHERE {condition} AND ref = ?", order(sort));
        let named = Value::Text(reference.as_str().to_owned());
        let place: Option<Value> = db
            .prepare_cached(&own)?
            .query_row(params_from_iter(values.iter().chain([&named])), |row| row.get(0))
            .optional()?;
        let Some(place) = place else { return Ok(None) };
        let before = format!(
            "SELECT count(*) AS before FROM application WHERE {condition} AND ({}, ref) < (?, ?)",
            order(sort)
        );
        let bound: Vec<&dyn ToSql> =
            values.iter().map(|value| value as &dyn ToSql).chain([&place as &dyn ToSql, &named]).collect();
        db.prepare_cached(&before)?.query_row(&*bound, |row| count(row, "before")).map(Some)
    }
}

/// The rows of the applications that the query `which` names, in `order`.
fn shown(db: &Connection, which: &str, order: &str, values: &[Value]) -> rusqlite::Result<Vec<QueueRow>> {
    let sql = format!(
        "SELECT application.ref, organisation, program, edition, stage, since, received, assignee, due, parked,
           (SELECT count(*) FROM finding WHERE application = application.ref AND status <> 'open') AS found
         FROM ({which}) AS shown
         CROSS JOIN application ON application.ref = shown.ref ORDER BY {order}, application.ref"
    );
    all(db, &sql, params_from_iter(values), |row| {
        Ok(QueueRow {
            reference: row.get(0)?,
            organisation: row.get(1)?,
            program: row.get(2)?,
            edition: row.get(3)?,
            stage: row.get(4)?,
            since: row.get(5)?,
            received: row.get(6)?,
            assignee: row.get(7)?,
            due: row.get(8)?,
            parked: row.get(9)?,
            found: row.get(10)?,
        })
    })
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{AWAITING, DEMOS, Filter, Narrowed, Sort, WITHOUT_DEMO, Window, order};
    use crate::{review::Stage, store::schema::reference};

    /// A window is found in an index alone, already in order.
    #[test]
    fn a_window_is_found_in_an_index_alone() {
        let db = reference().unwrap();
        let filters = [
            Filter::default(),
            Filter { stages: vec![Stage::Received, Stage::InReview], ..Filter::default() },
            Filter { unassigned: true, due_until: "2026-11-30".parse().ok(), ..Filter::default() },
            Filter { back_on: "2026-11-30".parse().ok(), ..Filter::default() },
            Filter { set_aside_on: "2026-11-30".parse().ok(), ..Filter::default() },
        ];
        for filter in &filters {
            for sort in Sort::ALL {
                let Narrowed { condition, values } = Narrowed::by(filter);
                let sql = format!(
                    "EXPLAIN QUERY PLAN SELECT ref FROM application WHERE {condition} ORDER BY {}, ref LIMIT 9",
                    order(*sort)
                );
                let mut statement = db.prepare(&sql).unwrap();
                let plan =
                    statement.query_map(rusqlite::params_from_iter(&values), |row| row.get(3)).unwrap();
                let plan: Vec<String> = plan.map(Result::unwrap).collect();
                let index = format!("COVERING INDEX queue_by_{sort}");
                assert!(plan.len() == 1 && plan[0].contains(&index), "{sort} {filter:?}: {plan:?}");
                let window = Window { first: 0, rows: 9 };
                assert!(Narrowed::by(filter).rows(&db, *sort, window).unwrap().is_empty());
            }
        }
    }

    #[test]
    fn what_waits_and_what_is_planned_is_found_in_order() {
        let db = reference().unwrap();
        for (sql, index) in
            [(AWAITING, "awaiting_by_day"), (DEMOS, "demo_by_day"), (WITHOUT_DEMO, "demo_to_plan")]
        {
            let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan: Vec<String> =
                statement.raw_query().mapped(|row| row.get(3)).map(Result::unwrap).collect();
            assert!(plan.len() == 1 && plan[0].contains(index), "{plan:?}");
        }
    }

    #[test]
    fn what_one_person_has_is_found_in_order() {
        let db = reference().unwrap();
        let filter = Filter {
            assignee: Some("R. Reviewer".to_owned()),
            stages: vec![Stage::Received, Stage::InReview],
            ..Filter::default()
        };
        for end in ["", "ORDER BY coalesce(due, '9999-99-99'), ref LIMIT 8"] {
            let Narrowed { condition, values } = Narrowed::by(&filter);
            let sql = format!("EXPLAIN QUERY PLAN SELECT ref FROM application WHERE {condition} {end}");
            let mut statement = db.prepare(&sql).unwrap();
            let plan = statement.query_map(rusqlite::params_from_iter(&values), |row| row.get(3)).unwrap();
            let plan: Vec<String> = plan.map(Result::unwrap).collect();
            let index = "COVERING INDEX queue_of_assignee (assignee=?)";
            assert!(plan.len() == 1 && plan[0].contains(index), "{plan:?}");
        }
    }
}
