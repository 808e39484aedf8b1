//! The store beside bare SQLite: one recorded decision, an import through all checks, and `verify`.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use chrono::Utc;
use docket::{
    record::{Act, Change},
    review::{
        Finding, Ref, Stage, Status,
        queue::{Filter, Sort, Window},
    },
    store::{Access, Store, StoreEnv},
};
use rusqlite::{Connection, params_from_iter, types::Value};

use crate::{
    Size,
    figures::{Report, median, ms},
    large::{self, Large},
};

/// Prints all of it.
pub(crate) fn measure(docket: &Large, size: &Size, report: &mut Report) {
    Report::heading("the store beside bare SQLite          docket        bare   ratio");
    commits(docket, size, report);
    import(docket, report);
    verify(docket, report);
}

fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = what();
    (done, began.elapsed())
}

/// A copy of the docket under another name.
fn copy(docket: &Large, name: &str) -> PathBuf {
    let path = docket.folder.join(name);
    std::fs::copy(&docket.path, &path).unwrap();
    path
}

/// One finding recorded, beside the same statements without checks, hashes and a chain, and beside the raw disk.
fn commits(docket: &Large, size: &Size, report: &mut Report) {
    let mut store = large::open(&copy(docket, "commits.sqlite"));
    let in_review = Filter { stages: vec![Stage::InReview], ..Filter::default() };
    let page = store.page(&in_review, Sort::Received, Window { first: 0, rows: 1 }).unwrap();
    let reference = &page.rows[0].reference;
    let bare = Bare::open(&copy(docket, "bare.sqlite"));
    let raw = OpenOptions::new().write(true).create_new(true).open(docket.folder.join("raw")).unwrap();
    raw.set_len(4096).unwrap();
    let (mut ours, mut theirs, mut disk) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..size.commits * size.rounds {
        ours.push(found(&mut store, reference, n));
        theirs.push(timed(|| bare.commit(reference, n)).1);
        disk.push(timed(|| overwrite(&raw)).1);
    }
    report.compare("a decision recorded, p50", median(&ours), median(&theirs), 1.25);
    report.compare("beside a raw sync of 4 kB, p50", median(&ours), median(&disk), 14.0);
}

/// Records a finding, and another one the next time; the time of the commit alone.
fn found(store: &mut Store, reference: &Ref, n: usize) -> Duration {
    let application = store.application(reference).unwrap().unwrap();
    let edition = store.edition(&application.edition).unwrap();
    let requirement = edition.program(application.program).unwrap().requirements[0].id.clone();
    let was = application.review.findings.get(&requirement).cloned();
    let because = format!("looked at for the {n}. time");
    let now = Finding { status: Status::Met, justification: Some(because), text: None, until: None };
    let change = Change::Found { application: reference.clone(), requirement, was, now: Some(now) };
    let at = Utc::now();
    let act = Act { actor: large::ACTOR.to_owned(), role: None, at, today: at.date_naive() };
    timed(|| store.commit(&act, vec![change]).unwrap()).1
}

fn overwrite(file: &File) {
    file.write_all_at(&[7; 4096], 0).unwrap();
    file.sync_data().unwrap();
}

/// A docket's file without docket: the same statements, set up the same way.
struct Bare(Connection);

impl Bare {
    fn open(path: &Path) -> Self {
        let db = Connection::open(path).unwrap();
        db.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
             PRAGMA temp_store = MEMORY",
        )
        .unwrap();
        Self(db)
    }

    fn commit(&self, reference: &Ref, n: usize) {
        let run = |sql: &str, with: &[&dyn rusqlite::ToSql]| {
            self.0.prepare_cached(sql).unwrap().execute(with).unwrap();
        };
        run("BEGIN IMMEDIATE", &[]);
        run(
            "INSERT INTO journal (seq, writer, n, first, at, actor, role, seen, change, prev, hash)
             SELECT seq + 1, writer, n + 1, n + 1, at, actor, role, seen, change, hash, lower(hex(randomblob(32)))
             FROM journal ORDER BY seq DESC LIMIT 1",
            &[],
        );
        run(
            "INSERT INTO finding (application, requirement, status, justification) VALUES (?1, 'BARE', 'met', ?2)
             ON CONFLICT DO UPDATE SET justification = excluded.justification",
            &[&reference.as_str(), &format!("looked at for the {n}. time")],
        );
        let read: String = self
            .0
            .prepare_cached("SELECT change FROM journal ORDER BY seq DESC LIMIT 1")
            .unwrap()
            .query_row([], |row| row.get(0))
            .unwrap();
        assert!(!read.is_empty());
        run("COMMIT", &[]);
    }
}

/// The program reads a file of applications, beside rows put into tables without keys, checks or a journal.
fn import(docket: &Large, report: &mut Report) {
    let (file, path) = (docket.folder.join("sent.jsonl"), docket.folder.join("imported.sqlite"));
    File::create(&file).unwrap().write_all(large::sent(docket.applications).as_bytes()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_docket"));
    command.env_clear().env("HOME", &docket.folder).args(["--actor", large::ACTOR]).stdout(Stdio::null());
    command.arg("--file").arg(&path).arg("import").arg(&file);
    let (status, took) = timed(|| command.status().unwrap());
    assert!(status.success(), "the import ended with {status}");
    let rows = every_row(&Connection::open(&path).unwrap());
    let count: usize = rows.iter().map(|(_, rows)| rows.len()).sum();
    let bare = docket.folder.join("rows.sqlite");
    let ((), plain) = timed(|| put(&Connection::open(bare).unwrap(), &rows));
    // Bare inserts are 1.25 to 1.5 times as fast as `.import` of the sqlite3 program, of which a quarter is asked.
    report.compare(&format!("import, {count} rows"), took, plain, 5.0);
    let rate =
        |took: Duration| format!("{:.0}", f64::from(u32::try_from(count).unwrap()) / took.as_secs_f64());
    Report::beside("import, rows a second", &rate(took), &rate(plain));
    let store = Store::open(&path, Access::Examine, StoreEnv::system(None)).unwrap();
    let (verified, verifying) = timed(|| store.verify(None).unwrap());
    report.promise("verify of the import", if verified.ok { "sound" } else { "not sound" }, verified.ok);
    report.compare("verify, beside that import", verifying, took, 3.0);
}

/// A table and its rows.
type Rows = (String, Vec<Vec<Value>>);

fn every_row(db: &Connection) -> Vec<Rows> {
    let mut names = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        .unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let rows = |name: &String| {
        let mut all = db.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = all.column_count();
        let row = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
        all.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

fn put(db: &Connection, tables: &[Rows]) {
    db.execute_batch("PRAGMA synchronous = EXTRA; BEGIN").unwrap();
    for (name, rows) in tables.iter().filter(|(_, rows)| !rows.is_empty()) {
        let columns: Vec<String> = (0..rows[0].len()).map(|n| format!("c{n}")).collect();
        db.execute_batch(&format!("CREATE TABLE {name} ({})", columns.join(", "))).unwrap();
        let marks = vec!["?"; columns.len()].join(", ");
        let mut insert = db.prepare(&format!("INSERT INTO {name} VALUES ({marks})")).unwrap();
        for row in rows {
            insert.execute(params_from_iter(row)).unwrap();
        }
    }
    db.execute_batch("COMMIT").unwrap();
}

/// The whole large docket verified, beside what SQLite checks by itself.
fn verify(docket: &Large, report: &mut Report) {
    let store = Store::open(&docket.path, Access::Examine, StoreEnv::system(None)).unwrap();
    let (verified, took) = timed(|| store.verify(None).unwrap());
    let bare = Connection::open(&docket.path).unwrap();
    let ((), plain) = timed(|| {
        bare.execute_batch("PRAGMA integrity_check; PRAGMA foreign_key_check").unwrap();
    });
    report.promise(
        "verify of the large docket",
        if verified.ok { "sound" } else { "not sound" },
        verified.ok,
    );
    Report::beside("verify, beside SQLite's own checks", &ms(took), &ms(plain));
}
