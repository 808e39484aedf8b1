-- A docket, version 3: the table of rulings takes more matters. A list of words cannot be widened in place, so that the
-- table is made anew and its rows are put back.

CREATE TEMPORARY TABLE kept AS SELECT * FROM ruling;
DROP TABLE ruling;

-- How the chair has ruled that a rule is to be read. The last one on a matter holds, for what comes after it.
CREATE TABLE ruling (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  matter TEXT NOT NULL CHECK (matter IN ('reading', 'stand-ins', 'validity', 'head-count')),
  was TEXT NOT NULL,
  ruled TEXT NOT NULL,
  meeting TEXT REFERENCES meeting,
  chair TEXT NOT NULL,
  because TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

INSERT INTO ruling SELECT * FROM temp.kept;
DROP TABLE temp.kept;

CREATE TRIGGER ruling_is_never_changed BEFORE UPDATE ON ruling
BEGIN SELECT raise(ABORT, 'a ruling stands; another ruling takes its place'); END;
CREATE TRIGGER ruling_is_never_cut BEFORE DELETE ON ruling
BEGIN SELECT raise(ABORT, 'a ruling stands; another ruling takes its place'); END;
