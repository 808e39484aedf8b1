//! One table in two databases, every column of every row.

use rusqlite::{Connection, Statement, types::Value};

/// Compares `table` in both, row by row in the order of its key; gives the number of rows.
pub(in crate::store) fn table(file: &Connection, replayed: &Connection, table: &str) -> Result<u64, String> {
    compare(file, replayed, table)
        .unwrap_or_else(|error| Err(format!("table `{table}` cannot be read: {error}")))
}

fn compare(file: &Connection, replayed: &Connection, table: &str) -> rusqlite::Result<Result<u64, String>> {
    let key = key(replayed, table)?;
    let sql = format!("SELECT * FROM {table} ORDER BY {}", key.join(", "));
    let (mut kept, mut made) = (file.prepare(&sql)?, replayed.prepare(&sql)?);
    let columns: Vec<String> = made.column_names().into_iter().map(str::to_owned).collect();
    if kept.column_names() != columns {
        return Ok(Err(format!("table `{table}` has other columns")));
    }
    let (mut kept, mut made) = (values(&mut kept)?, values(&mut made)?);
    let mut same = 0;
    loop {
        let (kept, made) = match (kept.next().transpose()?, made.next().transpose()?) {
            (Some(kept), Some(made)) => (kept, made),
            (None, None) => return Ok(Ok(same)),
            (Some(row), None) => return Ok(Err(odd(table, "a row", &columns, &key, &row))),
            (None, Some(row)) => return Ok(Err(odd(table, "no row", &columns, &key, &row))),
        };
        if let Some((column, _)) = columns.iter().zip(kept.iter().zip(&made)).find(|(_, (a, b))| a != b) {
            let row = name(&columns, &key, &made);
            return Ok(Err(format!("table `{table}`, row {row}: `{column}` is not what the journal gives")));
        }
        same += 1;
    }
}

/// The rows of a statement, one at a time.
fn values(
    statement: &mut Statement<'_>,
) -> rusqlite::Result<impl Iterator<Item = rusqlite::Result<Vec<Value>>>> {
    let width = statement.column_count();
    statement.query_map([], move |row| (0..width).map(|column| row.get(column)).collect())
}

/// The columns of a table's key.
fn key(db: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = db.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    names.collect()
}

/// One table has more rows than the other.
fn odd(table: &str, what: &str, columns: &[String], key: &[String], row: &[Value]) -> String {
    let against = if what == "a row" { "which the journal does not give" } else { "which the journal gives" };
    format!("table `{table}` has {what} {}, {against}", name(columns, key, row))
}

/// A row by its key.
fn name(columns: &[String], key: &[String], row: &[Value]) -> String {
    let parts = columns.iter().zip(row).filter(|(column, _)| key.contains(column));
    let parts = parts.map(|(column, value)| format!("{column} {}", shown(value)));
    parts.collect::<Vec<_>>().join(", ")
}

fn shown(value: &Value) -> String {
    match value {
        Value::Integer(figure) => figure.to_string(),
        Value::Text(text) => text.chars().take(40).collect(),
        Value::Null | Value::Real(_) | Value::Blob(_) => "of another kind".to_owned(),
    }
}
