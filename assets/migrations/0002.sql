-- A docket, version 2. Everything but `journal`, `content` and `setting`, which version 1 made, is made anew here and
-- filled again from the journal: the tables are its projection, so that no older file needs more than this.
-- `docket verify` builds all of it again and compares. To read a decision, ask the views at the end: `vote`,
-- `decision`, `register`, `condition`, `queue`, `history`. Days are ISO 8601, instants are UTC. Needs SQLite 3.38 or later.

-- What version 1 had -------------------------------------------------------------------------------------------

DROP VIEW head;
DROP VIEW vote;
DROP VIEW decision;
DROP VIEW queue;
DROP VIEW history;
DROP VIEW contact_text;
DROP VIEW holder_text;
DROP VIEW note_text;
DROP VIEW submission_text;
DROP TABLE certification;
DROP TABLE present;
DROP TABLE position;
DROP TABLE roster;
DROP TABLE ballot;
DROP TABLE agenda;
DROP TABLE attendance;
DROP TABLE meeting;
DROP TABLE seat;
DROP TABLE note;
DROP TABLE item_check;
DROP TABLE finding;
DROP TABLE link;
DROP TABLE working_group;
DROP TABLE feature_capability;
DROP TABLE feature;
DROP TABLE claim;
DROP TABLE evidence;
DROP TABLE holder;
DROP TABLE credential;
DROP TABLE remark;
DROP TABLE submission;
DROP TABLE search;
DROP TABLE application;
DROP TABLE rules;
DROP TABLE docket;

-- The record ---------------------------------------------------------------------------------------------------

-- What is kept for good is entered once: `INSERT OR REPLACE` takes a row out without asking the triggers of DELETE.
CREATE TRIGGER journal_is_entered_once BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE seq = new.seq)
  OR EXISTS (SELECT 1 FROM journal WHERE writer = new.writer AND n = new.n)
  OR EXISTS (SELECT 1 FROM journal WHERE hash = new.hash)
BEGIN SELECT raise(ABORT, 'the journal is only added to: an entry is never replaced'); END;
CREATE TRIGGER content_is_entered_once BEFORE INSERT ON content
WHEN new.text IS NOT NULL AND EXISTS (SELECT 1 FROM content WHERE hash = new.hash AND text IS NOT NULL
  AND (text, salt) IS NOT (new.text, new.salt))
BEGIN SELECT raise(ABORT, 'a text is erased, never replaced'); END;
-- What the journal says of the council and its meetings, without the applications.
CREATE INDEX journal_of_council ON journal (seq) WHERE application IS NULL;

CREATE TABLE docket (
  id TEXT PRIMARY KEY,
  schema INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The rules in use, as they were at their first use.
CREATE TABLE rules (
  kind TEXT NOT NULL CHECK (kind IN ('edition', 'council')),
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER rules_are_never_changed BEFORE UPDATE ON rules
BEGIN SELECT raise(ABORT, 'rules that were used are kept as they were'); END;
CREATE TRIGGER rules_are_taken_once BEFORE INSERT ON rules
WHEN EXISTS (SELECT 1 FROM rules WHERE kind = new.kind AND id = new.id)
BEGIN SELECT raise(ABORT, 'rules that were used are kept as they were'); END;
CREATE TRIGGER rules_are_never_cut BEFORE DELETE ON rules
BEGIN SELECT raise(ABORT, 'rules that were used are kept'); END;

-- The review ---------------------------------------------------------------------------------------------------

CREATE TABLE application (
  ref TEXT PRIMARY KEY,
  program TEXT NOT NULL CHECK (program IN ('platform', 'specialty-solution', 'service-provider',
    'training-partner', 'instructor', 'enterprise')),
  kind TEXT NOT NULL CHECK (kind IN ('new', 'renewal')),
  edition TEXT NOT NULL,
  received TEXT NOT NULL,
  -- where it stands
  stage TEXT NOT NULL CHECK (stage IN ('enquiry', 'received', 'in-review', 'awaiting-applicant', 'ready-for-tac',
    'on-agenda', 'decided', 'withdrawn')),
  since TEXT NOT NULL,
  parked TEXT,
  presented_by TEXT,
  presented_because TEXT,
  assignee TEXT,
  due TEXT,
  -- the live demonstration, as the team arranged and saw it
  demo_asked INTEGER NOT NULL DEFAULT 0 CHECK (demo_asked IN (0, 1)),
  demo_planned TEXT,
  demo_held INTEGER NOT NULL DEFAULT 0 CHECK (demo_held IN (0, 1)),
  demo_date TEXT,
  demo_minutes INTEGER,
  demo_passed INTEGER CHECK (demo_passed IN (0, 1)),
  -- who asks
  organisation TEXT NOT NULL,
  employees INTEGER,
  website TEXT,
  parent TEXT,
  parent_employees INTEGER,
  linux_foundation INTEGER CHECK (linux_foundation IN (0, 1)),
  finops_foundation TEXT CHECK (finops_foundation IN ('premier', 'general', 'other', 'none')),
  member_since TEXT,
  contact_name_hash TEXT REFERENCES content,
  contact_email_hash TEXT REFERENCES content,
  practising_since TEXT,
  -- demonstrations, as the applicant gives them
  recording TEXT,
  live INTEGER NOT NULL DEFAULT 0 CHECK (live IN (0, 1)),
  live_date TEXT,
  live_minutes INTEGER,
  live_passed INTEGER CHECK (live_passed IN (0, 1)),
  note_hash TEXT REFERENCES content,
  CHECK ((presented_by IS NULL) = (presented_because IS NULL))
) STRICT;
-- Each order of the queue, with all that it is filtered by.
CREATE INDEX queue_by_received ON application (received, ref, stage, program, assignee, due, parked);
CREATE INDEX queue_by_organisation ON application
  (organisation COLLATE NOCASE, ref, stage, program, assignee, received, due, parked);
CREATE INDEX queue_by_stage ON application (
  CASE stage WHEN 'enquiry' THEN 1 WHEN 'received' THEN 2 WHEN 'in-review' THEN 3 WHEN 'awaiting-applicant' THEN 4
    WHEN 'ready-for-tac' THEN 5 WHEN 'on-agenda' THEN 6 WHEN 'decided' THEN 7 ELSE 8 END,
  ref, stage, program, assignee, received, due, parked);
CREATE INDEX queue_by_due ON application
  (coalesce(due, '9999-99-99'), ref, stage, program, assignee, received, due, parked);
CREATE INDEX queue_of_assignee ON application
  (assignee, coalesce(due, '9999-99-99'), ref, stage, program, received, due, parked) WHERE assignee IS NOT NULL;
CREATE INDEX awaiting_by_day ON application (since, ref, parked) WHERE stage = 'awaiting-applicant';
CREATE INDEX demo_by_day ON application (demo_planned, ref) WHERE demo_planned IS NOT NULL;
CREATE INDEX demo_to_plan ON application (received, ref)
  WHERE stage = 'in-review' AND demo_planned IS NULL AND NOT demo_held;

-- What the queue is searched by: ref, organisation and parent, without case and accents. Not part of the record.
CREATE TABLE search (
  application TEXT PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL CHECK (n >= 1),
  received TEXT NOT NULL,
  original_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL CHECK (n >= 1),
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  application TEXT NOT NULL REFERENCES application,
  credential TEXT NOT NULL CHECK (credential IN ('focp', 'fcp', 'focus-analyst', 'engineer', 'persona',
    'meetup-organizer', 'cloud-practitioner')),
  people INTEGER,                         -- null where a figure was given that could not be read
  PRIMARY KEY (application, credential)
) STRICT, WITHOUT ROWID;

CREATE TABLE holder (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL,
  name_hash TEXT NOT NULL REFERENCES content,
  credential TEXT NOT NULL CHECK (credential IN ('focp', 'fcp', 'focus-analyst', 'engineer', 'persona',
    'meetup-organizer', 'cloud-practitioner')),
  issued TEXT,
  expires TEXT,
  employed INTEGER NOT NULL CHECK (employed IN (0, 1)),
  badge_hash TEXT REFERENCES content,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL,
  requirement TEXT NOT NULL,
  url TEXT,
  title TEXT,
  date TEXT,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL,
  activity TEXT NOT NULL,
  count INTEGER,
  date TEXT,
  title TEXT,
  person_hash TEXT REFERENCES content,
  vendor TEXT,
  url TEXT,
  validated INTEGER NOT NULL CHECK (validated IN (0, 1)),
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE feature (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  url TEXT,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE feature_capability (
  application TEXT NOT NULL,
  feature INTEGER NOT NULL,
  place INTEGER NOT NULL,
  capability TEXT NOT NULL,
  PRIMARY KEY (application, feature, place),
  FOREIGN KEY (application, feature) REFERENCES feature (application, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE working_group (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  attended INTEGER,
  held INTEGER,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

-- Refs an application goes together with, as given; they need not be known.
CREATE TABLE link (
  application TEXT NOT NULL REFERENCES application,
  place INTEGER NOT NULL,
  linked TEXT NOT NULL,
  PRIMARY KEY (application, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_back ON link (linked);

CREATE TABLE finding (
  application TEXT NOT NULL REFERENCES application,
  requirement TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'met', 'not-met', 'not-applicable', 'waived')),
  justification TEXT,
  text TEXT,
  until TEXT,
  PRIMARY KEY (application, requirement)
) STRICT, WITHOUT ROWID;

-- What a reviewer says of one piece of evidence, claim, holder or feature.
CREATE TABLE item_check (
  application TEXT NOT NULL REFERENCES application,
  item TEXT NOT NULL CHECK (item IN ('evidence', 'claim', 'holder', 'feature')),
  n INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'rejected')),
  count INTEGER,
  reason TEXT,
  PRIMARY KEY (application, item, n),
  CHECK (count IS NULL OR state = 'accepted'),
  CHECK (reason IS NULL OR state = 'rejected')
) STRICT, WITHOUT ROWID;

-- Private notes of the team.
CREATE TABLE note (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL CHECK (n >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  text_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (application, n)
) STRICT, WITHOUT ROWID;

-- The council --------------------------------------------------------------------------------------------------

-- Who holds each seat, and when: a row a term. A seat without a row for a day is vacant on it, unless it ended with
-- the last of its terms.
CREATE TABLE seat (
  n INTEGER NOT NULL CHECK (n >= 1),
  first_day TEXT NOT NULL,                -- empty: since ever
  last_day TEXT,
  holder TEXT NOT NULL,
  employer TEXT NOT NULL,
  parent TEXT,                            -- whom the employer belongs to
  chair INTEGER NOT NULL CHECK (chair IN (0, 1)),
  contributor INTEGER NOT NULL CHECK (contributor IN (0, 1)), -- has no vote, and is no member
  ends INTEGER NOT NULL CHECK (ends IN (0, 1)),               -- the seat itself ends with the term
  PRIMARY KEY (n, first_day),
  CHECK (ends = 0 OR last_day IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- When a holder neither votes nor counts as a member. Why stands in `suspension_text`.
CREATE TABLE suspension (
  seat INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT,
  because_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (seat, first_day)
) STRICT, WITHOUT ROWID;

-- Who is tied to which organisation: seat holders and reviewers alike. What is said of it stands in `conflict_text`.
CREATE TABLE conflict (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  person TEXT NOT NULL,
  organisation TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('employed', 'parent', 'customer', 'competitor', 'paid', 'personal')),
  weight TEXT NOT NULL CHECK (weight IN ('hard', 'soft')),
  first_day TEXT,
  last_day TEXT,
  note_hash TEXT REFERENCES content
) STRICT;

-- Suggestions of which the chair said that they are no conflict, for good.
CREATE TABLE conflict_dismissed (
  person TEXT NOT NULL,
  organisation TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('employed', 'parent', 'customer', 'competitor', 'paid', 'personal')),
  said_by TEXT NOT NULL,
  day TEXT NOT NULL,
  because_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (person, organisation, relation)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER conflict_dismissed_is_never_changed BEFORE UPDATE ON conflict_dismissed
BEGIN SELECT raise(ABORT, 'a dismissal holds for good'); END;
CREATE TRIGGER conflict_dismissed_is_never_cut BEFORE DELETE ON conflict_dismissed
BEGIN SELECT raise(ABORT, 'a dismissal holds for good'); END;

-- Conflicts in spite of which the chair lets somebody take part in an application.
CREATE TABLE conflict_waived (
  application TEXT NOT NULL REFERENCES application,
  person TEXT NOT NULL,
  organisation TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('employed', 'parent', 'customer', 'competitor', 'paid', 'personal')),
  said_by TEXT NOT NULL,
  day TEXT NOT NULL,
  because_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (application, person, organisation, relation)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  rules TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'adjourned')),
  reading TEXT CHECK (reading IN ('attendance', 'unrecused', 'cast', 'members')),
  called TEXT,
  adjourned TEXT,
  CHECK ((called IS NULL) = (state = 'planned')),
  CHECK ((reading IS NULL) = (state = 'planned')),
  CHECK ((adjourned IS NULL) = (state <> 'adjourned'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER meeting_only_goes_on BEFORE UPDATE ON meeting
WHEN old.state = 'adjourned' AND new.state <> 'adjourned' OR old.state = 'open' AND new.state = 'planned'
BEGIN SELECT raise(ABORT, 'a meeting is called to order once, and never opened again'); END;
CREATE TRIGGER meeting_is_planned_once BEFORE INSERT ON meeting
WHEN EXISTS (SELECT 1 FROM meeting WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'a meeting is planned once'); END;
CREATE TRIGGER meeting_is_never_cut BEFORE DELETE ON meeting WHEN old.state <> 'planned'
BEGIN SELECT raise(ABORT, 'a meeting that was held is never taken out'); END;

-- Every stay in the room.
CREATE TABLE attendance (
  meeting TEXT NOT NULL REFERENCES meeting,
  seat INTEGER NOT NULL,
  since TEXT NOT NULL,
  gone TEXT,
  PRIMARY KEY (meeting, seat, since)
) STRICT, WITHOUT ROWID;

-- Who takes the place of a seat's holder in a meeting; until `back` the stays of the seat are theirs.
CREATE TABLE stand_in (
  meeting TEXT NOT NULL REFERENCES meeting,
  seat INTEGER NOT NULL,
  name TEXT NOT NULL,
  employer TEXT NOT NULL,
  parent TEXT,
  votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
  back TEXT,                              -- when the holder took the seat back
  PRIMARY KEY (meeting, seat)
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda (
  meeting TEXT NOT NULL REFERENCES meeting,
  place INTEGER NOT NULL CHECK (place >= 1),
  application TEXT NOT NULL REFERENCES application,
  PRIMARY KEY (meeting, place),
  UNIQUE (meeting, application)
) STRICT, WITHOUT ROWID;

-- Free items of the agenda. `place` counts over the whole agenda; applications fill the places in between, in order.
CREATE TABLE agenda_item (
  meeting TEXT NOT NULL REFERENCES meeting,
  n INTEGER NOT NULL CHECK (n >= 1),
  place INTEGER NOT NULL CHECK (place >= 1),
  text TEXT NOT NULL,
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

-- What was noted of a line of the agenda: of an application or of a free item. With an owner it is an action.
CREATE TABLE meeting_note (
  meeting TEXT NOT NULL REFERENCES meeting,
  n INTEGER NOT NULL CHECK (n >= 1),
  application TEXT REFERENCES application,
  item INTEGER,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  owner TEXT,
  due TEXT,
  text_hash TEXT NOT NULL REFERENCES content,
  PRIMARY KEY (meeting, n),
  FOREIGN KEY (meeting, item) REFERENCES agenda_item (meeting, n) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((application IS NULL) <> (item IS NULL)),
  CHECK (due IS NULL OR owner IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Times in the room that were put right later: what was recorded, what it is now, who says so and why.
CREATE TABLE correction (
  meeting TEXT NOT NULL REFERENCES meeting,
  n INTEGER NOT NULL CHECK (n >= 1),
  seat INTEGER NOT NULL,
  was_since TEXT,
  was_gone TEXT,
  since TEXT,
  gone TEXT,
  because TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction stays as it was made; correct the time again'); END;
CREATE TRIGGER correction_is_never_cut BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'a correction stays as it was made; correct the time again'); END;

-- How the chair has ruled that a rule is to be read. The last one on a matter holds, for what comes after it.
CREATE TABLE ruling (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  matter TEXT NOT NULL CHECK (matter IN ('reading', 'stand-ins')),
  was TEXT NOT NULL,
  ruled TEXT NOT NULL,
  meeting TEXT REFERENCES meeting,
  chair TEXT NOT NULL,
  because TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

CREATE TRIGGER ruling_is_never_changed BEFORE UPDATE ON ruling
BEGIN SELECT raise(ABORT, 'a ruling stands; another ruling takes its place'); END;
CREATE TRIGGER ruling_is_never_cut BEFORE DELETE ON ruling
BEGIN SELECT raise(ABORT, 'a ruling stands; another ruling takes its place'); END;

-- Packets that were sent to the members, and the hash of each application as it stood in them.
CREATE TABLE packet (
  meeting TEXT NOT NULL REFERENCES meeting,
  n INTEGER NOT NULL CHECK (n >= 1),
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_item (
  meeting TEXT NOT NULL,
  packet INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 1),
  application TEXT NOT NULL REFERENCES application,
  snapshot TEXT NOT NULL,
  PRIMARY KEY (meeting, packet, place),
  FOREIGN KEY (meeting, packet) REFERENCES packet (meeting, n)
) STRICT, WITHOUT ROWID;

-- Items of an agenda that are to be moved as one; a member can pull one to a vote of its own.
CREATE TABLE consent (
  meeting TEXT NOT NULL REFERENCES meeting,
  application TEXT NOT NULL REFERENCES application,
  pulled_by INTEGER,                      -- the seat
  pulled_because TEXT,
  PRIMARY KEY (meeting, application),
  CHECK (pulled_because IS NULL OR pulled_by IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What became of the minutes: approved by a later meeting, with the hash of the text; and what was put right in them.
CREATE TABLE minutes_approval (
  meeting TEXT PRIMARY KEY REFERENCES meeting,
  by TEXT NOT NULL REFERENCES meeting,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes_amendment (
  meeting TEXT NOT NULL REFERENCES meeting,
  n INTEGER NOT NULL CHECK (n >= 1),
  text TEXT NOT NULL,
  because TEXT NOT NULL,
  by TEXT REFERENCES meeting,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER minutes_are_approved_once BEFORE INSERT ON minutes_approval
WHEN EXISTS (SELECT 1 FROM minutes_approval WHERE meeting = new.meeting)
BEGIN SELECT raise(ABORT, 'minutes are approved once; what is wrong in them is amended'); END;
CREATE TRIGGER minutes_approval_is_never_changed BEFORE UPDATE ON minutes_approval
BEGIN SELECT raise(ABORT, 'minutes are approved once; what is wrong in them is amended'); END;
CREATE TRIGGER minutes_approval_is_never_cut BEFORE DELETE ON minutes_approval
BEGIN SELECT raise(ABORT, 'minutes are approved once; what is wrong in them is amended'); END;
CREATE TRIGGER minutes_amendment_is_made_once BEFORE INSERT ON minutes_amendment
WHEN EXISTS (SELECT 1 FROM minutes_amendment WHERE meeting = new.meeting AND n = new.n)
BEGIN SELECT raise(ABORT, 'an amendment stays as it was made; amend the minutes again'); END;
CREATE TRIGGER minutes_amendment_is_never_changed BEFORE UPDATE ON minutes_amendment
BEGIN SELECT raise(ABORT, 'an amendment stays as it was made; amend the minutes again'); END;
CREATE TRIGGER minutes_amendment_is_never_cut BEFORE DELETE ON minutes_amendment
BEGIN SELECT raise(ABORT, 'an amendment stays as it was made; amend the minutes again'); END;

CREATE TABLE ballot (
  application TEXT NOT NULL REFERENCES application,
  n INTEGER NOT NULL CHECK (n >= 1),
  meeting TEXT REFERENCES meeting,        -- none: an electronic ballot
  place INTEGER NOT NULL,                 -- its place among the ballots of its meeting
  deadline TEXT,                          -- when an electronic ballot ends
  motion TEXT NOT NULL CHECK (motion IN ('approve', 'approve-with-conditions', 'decline', 'defer', 'reclassify',
    'suspend', 'revoke', 'refer')),
  -- what the motion says beside its word; its conditions are in `ballot_condition`
  first_day TEXT,
  last_day TEXT,
  in_force TEXT CHECK (in_force IN ('now', 'when-cleared')),
  returns TEXT,
  information TEXT,
  to_program TEXT,
  certification INTEGER,                  -- the ballot of this application that granted what is suspended or revoked
  question TEXT,
  mover INTEGER,
  seconder INTEGER,
  again INTEGER,                          -- the ballot of this application that is taken up again
  lead_application TEXT,                  -- the leading ballot of the motion it is put together with
  lead_ballot INTEGER,
  rules TEXT,                             -- the council rule set of an electronic ballot; else that of its meeting
  pulled_by INTEGER,                      -- the seat that ended it without a decision, wanting a vote of its own
  pulled_because TEXT,
  organisation TEXT NOT NULL,
  program TEXT NOT NULL,
  edition TEXT NOT NULL,
  as_of TEXT NOT NULL,
  snapshot TEXT NOT NULL,                 -- hash of the application as reviewed
  reading TEXT NOT NULL CHECK (reading IN ('attendance', 'unrecused', 'cast', 'members')),
  threshold TEXT NOT NULL CHECK (threshold IN ('majority', 'two-thirds-of-members')),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'declared')),
  opened TEXT NOT NULL,
  closed TEXT,
  declared TEXT,
  outcome TEXT CHECK (outcome IN ('adopted', 'not-adopted', 'no-decision', 'needs-ruling')),
  PRIMARY KEY (application, n),
  UNIQUE (meeting, place),
  FOREIGN KEY (application, certification) REFERENCES ballot (application, n),
  FOREIGN KEY (application, again) REFERENCES ballot (application, n),
  FOREIGN KEY (lead_application, lead_ballot) REFERENCES ballot (application, n),
  FOREIGN KEY (application, n, mover) REFERENCES roster (application, ballot, seat),
  FOREIGN KEY (application, n, seconder) REFERENCES roster (application, ballot, seat),
  FOREIGN KEY (application, n, pulled_by) REFERENCES roster (application, ballot, seat),
  CHECK ((lead_application IS NULL) = (lead_ballot IS NULL)),
  CHECK ((meeting IS NULL) = (deadline IS NOT NULL)),
  CHECK ((meeting IS NULL) = (rules IS NOT NULL)),
  CHECK (pulled_by IS NULL OR outcome IS 'no-decision'),
  CHECK (pulled_because IS NULL OR pulled_by IS NOT NULL),
  CHECK ((closed IS NULL) = (state = 'open')),
  CHECK ((declared IS NULL) = (state <> 'declared')),
  CHECK ((outcome IS NULL) = (state <> 'declared'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ballot_begins_open BEFORE INSERT ON ballot WHEN new.state <> 'open'
BEGIN SELECT raise(ABORT, 'a ballot begins open'); END;
CREATE TRIGGER ballot_begins_once BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.n)
  OR EXISTS (SELECT 1 FROM ballot WHERE meeting = new.meeting AND place = new.place)
BEGIN SELECT raise(ABORT, 'a ballot is opened once; a re-vote is a new ballot'); END;
CREATE TRIGGER ballot_begins_as_recorded BEFORE INSERT ON ballot
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE application = new.application AND kind = 'ballot-opened'
  AND json_extract(change, '$.ballot.n') = new.n)
BEGIN SELECT raise(ABORT, 'the journal knows of no such ballot'); END;
CREATE TRIGGER ballot_goes_on_as_recorded BEFORE UPDATE ON ballot
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE application = new.application
  AND json_extract(change, '$.ballot.n') = new.n
  AND (kind IN ('ballot-closed', 'pulled') AND new.state = 'closed'
    OR kind = 'pulled' AND new.state = 'declared' AND json_extract(change, '$.pulled.by') IS new.pulled_by
    OR kind = 'declared' AND new.state = 'declared' AND json_extract(change, '$.outcome') = new.outcome
      AND new.pulled_by IS NULL))
BEGIN SELECT raise(ABORT, 'the journal says nothing of the kind of this ballot'); END;
CREATE TRIGGER ballot_is_never_cut BEFORE DELETE ON ballot
BEGIN SELECT raise(ABORT, 'a ballot is never taken out; a re-vote is a new ballot'); END;
CREATE TRIGGER ballot_only_goes_on BEFORE UPDATE ON ballot
WHEN NOT (old.state = 'open' AND new.state = 'closed' OR old.state = 'closed' AND new.state = 'declared')
  OR old.closed IS NOT NULL AND new.closed IS NOT old.closed
  OR (old.application, old.n, old.meeting, old.place, old.deadline, old.motion, old.first_day, old.last_day,
      old.in_force, old.returns, old.information, old.to_program, old.certification, old.question, old.mover,
      old.seconder, old.again, old.lead_application, old.lead_ballot, old.rules, old.organisation, old.program, old.edition,
      old.as_of, old.snapshot, old.reading, old.threshold, old.opened)
  IS NOT (new.application, new.n, new.meeting, new.place, new.deadline, new.motion, new.first_day, new.last_day,
      new.in_force, new.returns, new.information, new.to_program, new.certification, new.question, new.mover,
      new.seconder, new.again, new.lead_application, new.lead_ballot, new.rules, new.organisation, new.program, new.edition,
      new.as_of, new.snapshot, new.reading, new.threshold, new.opened)
BEGIN SELECT raise(ABORT, 'a ballot is closed once, declared once, and never opened again'); END;

-- The voting members, written down just before their ballot opens and never touched again.
CREATE TABLE roster (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  seat INTEGER NOT NULL,
  holder TEXT NOT NULL,
  employer TEXT NOT NULL,
  parent TEXT,
  chair INTEGER NOT NULL CHECK (chair IN (0, 1)),
  contributor INTEGER NOT NULL CHECK (contributor IN (0, 1)),
  first_day TEXT NOT NULL,
  last_day TEXT,
  ends INTEGER NOT NULL CHECK (ends IN (0, 1)),
  stands_in_for TEXT,                     -- the member whose place the holder takes
  PRIMARY KEY (application, ballot, seat),
  FOREIGN KEY (application, ballot) REFERENCES ballot (application, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TRIGGER roster_is_frozen_at_opening BEFORE INSERT ON roster
WHEN EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot)
BEGIN SELECT raise(ABORT, 'the roster of a ballot is frozen when it opens'); END;
CREATE TRIGGER roster_is_never_changed BEFORE UPDATE ON roster
BEGIN SELECT raise(ABORT, 'the roster of a ballot is frozen'); END;
CREATE TRIGGER roster_is_never_cut BEFORE DELETE ON roster
BEGIN SELECT raise(ABORT, 'the roster of a ballot is frozen'); END;

-- The conditions of a motion, written down just before its ballot opens and never touched again.
CREATE TABLE ballot_condition (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  cleared_by TEXT,                        -- who may say that it is done
  PRIMARY KEY (application, ballot, n),
  FOREIGN KEY (application, ballot) REFERENCES ballot (application, n) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TRIGGER condition_is_frozen_at_opening BEFORE INSERT ON ballot_condition
WHEN EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot)
BEGIN SELECT raise(ABORT, 'the conditions of a motion are frozen when its ballot opens'); END;
CREATE TRIGGER condition_is_never_changed BEFORE UPDATE ON ballot_condition
BEGIN SELECT raise(ABORT, 'the conditions of a motion are frozen'); END;
CREATE TRIGGER condition_is_never_cut BEFORE DELETE ON ballot_condition
BEGIN SELECT raise(ABORT, 'the conditions of a motion are frozen'); END;

-- What each seat says: one position a seat, while the ballot is open.
CREATE TABLE position (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  seat INTEGER NOT NULL,
  position TEXT NOT NULL CHECK (position IN ('for', 'against', 'abstain', 'recused')),
  PRIMARY KEY (application, ballot, seat),
  FOREIGN KEY (application, ballot, seat) REFERENCES roster (application, ballot, seat)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER position_needs_an_open_ballot BEFORE INSERT ON position
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;
CREATE TRIGGER position_is_taken_as_recorded BEFORE INSERT ON position
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE application = new.application AND kind = 'voted'
  AND json_extract(change, '$.ballot.n') = new.ballot AND json_extract(change, '$.seat') = new.seat
  AND json_extract(change, '$.now') = new.position)
BEGIN SELECT raise(ABORT, 'the journal knows of no such position'); END;
CREATE TRIGGER position_is_changed_while_open BEFORE UPDATE ON position
WHEN (old.application, old.ballot, old.seat) IS NOT (new.application, new.ballot, new.seat)
  OR NOT EXISTS (SELECT 1 FROM ballot WHERE application = old.application AND n = old.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;
CREATE TRIGGER position_is_taken_back_while_open BEFORE DELETE ON position
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = old.application AND n = old.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;

-- Whether a seat that came in after the ballot opened takes part. One that does not is present without a position.
CREATE TABLE late_joiner (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  seat INTEGER NOT NULL,
  takes_part INTEGER NOT NULL CHECK (takes_part IN (0, 1)),
  PRIMARY KEY (application, ballot, seat),
  FOREIGN KEY (application, ballot, seat) REFERENCES roster (application, ballot, seat)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER late_joiner_needs_an_open_ballot BEFORE INSERT ON late_joiner
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;
CREATE TRIGGER late_joiner_is_changed_while_open BEFORE UPDATE ON late_joiner
WHEN (old.application, old.ballot, old.seat) IS NOT (new.application, new.ballot, new.seat)
  OR NOT EXISTS (SELECT 1 FROM ballot WHERE application = old.application AND n = old.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;
CREATE TRIGGER late_joiner_is_taken_back_while_open BEFORE DELETE ON late_joiner
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = old.application AND n = old.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;

-- Every position that was replaced or taken back, in order: a slip of the one who entered it, the seat changed its
-- vote, or it left before closing and what it had said was to fall (nothing where that was not said).
CREATE TABLE position_change (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  seat INTEGER NOT NULL,
  was TEXT NOT NULL CHECK (was IN ('for', 'against', 'abstain', 'recused')),
  now TEXT CHECK (now IN ('for', 'against', 'abstain', 'recused')),
  why TEXT CHECK (why IN ('slip', 'changed', 'left')),
  at TEXT NOT NULL,
  PRIMARY KEY (application, ballot, n),
  FOREIGN KEY (application, ballot, seat) REFERENCES roster (application, ballot, seat)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER position_change_needs_an_open_ballot BEFORE INSERT ON position_change
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'the ballot is not open'); END;
CREATE TRIGGER position_change_is_never_changed BEFORE UPDATE ON position_change
BEGIN SELECT raise(ABORT, 'an earlier position is kept as it was'); END;
CREATE TRIGGER position_change_is_never_cut BEFORE DELETE ON position_change
BEGIN SELECT raise(ABORT, 'an earlier position is kept'); END;

-- The seats in the room when the ballot closed, written down in that moment.
CREATE TABLE present (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  seat INTEGER NOT NULL,
  PRIMARY KEY (application, ballot, seat),
  FOREIGN KEY (application, ballot, seat) REFERENCES roster (application, ballot, seat)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER present_is_frozen_at_closing BEFORE INSERT ON present
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot AND state = 'open')
BEGIN SELECT raise(ABORT, 'who was present is fixed when the ballot closes'); END;
CREATE TRIGGER present_as_recorded BEFORE INSERT ON present
WHEN NOT EXISTS (SELECT 1 FROM journal, json_each(change, '$.present') AS seat
  WHERE application = new.application AND kind IN ('ballot-closed', 'pulled')
    AND json_extract(change, '$.ballot.n') = new.ballot AND seat.value = new.seat)
BEGIN SELECT raise(ABORT, 'the journal knows of nobody in that seat when the ballot closed'); END;
CREATE TRIGGER present_is_never_changed BEFORE UPDATE ON present
BEGIN SELECT raise(ABORT, 'who was present is fixed when the ballot closes'); END;
CREATE TRIGGER present_is_never_cut BEFORE DELETE ON present
BEGIN SELECT raise(ABORT, 'who was present is fixed when the ballot closes'); END;

CREATE TABLE certification (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  program TEXT NOT NULL,
  edition TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT,
  -- whether it holds from its first day, or once its conditions (in `ballot_condition`) are cleared, not before that day
  in_force TEXT NOT NULL CHECK (in_force IN ('now', 'when-cleared')),
  meeting TEXT REFERENCES meeting,        -- none: granted by an electronic ballot
  PRIMARY KEY (application, ballot),
  FOREIGN KEY (application, ballot) REFERENCES ballot (application, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_by_day ON certification (first_day, application, ballot);

CREATE TRIGGER certification_needs_an_adopted_ballot BEFORE INSERT ON certification
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot
  AND outcome = 'adopted' AND motion IN ('approve', 'approve-with-conditions'))
BEGIN SELECT raise(ABORT, 'a certification is granted by an adopted ballot'); END;
CREATE TRIGGER certification_is_granted_once BEFORE INSERT ON certification
WHEN EXISTS (SELECT 1 FROM certification WHERE application = new.application AND ballot = new.ballot)
BEGIN SELECT raise(ABORT, 'a certification is granted once by one ballot'); END;
CREATE TRIGGER certification_is_never_changed BEFORE UPDATE ON certification
BEGIN SELECT raise(ABORT, 'a certification is changed by a ballot alone'); END;
CREATE TRIGGER certification_is_never_cut BEFORE DELETE ON certification
BEGIN SELECT raise(ABORT, 'a certification is never taken out'); END;

-- What a later ballot did to a certification: it rests, until its last day where one is stated, or it is taken back for
-- good. Of two suspensions the one decided later counts from its first day on.
CREATE TABLE certification_change (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,                -- the ballot that did it
  certification INTEGER NOT NULL,         -- the ballot that had granted it
  kind TEXT NOT NULL CHECK (kind IN ('suspended', 'revoked')),
  first_day TEXT NOT NULL,
  last_day TEXT,
  PRIMARY KEY (application, ballot),
  FOREIGN KEY (application, ballot) REFERENCES ballot (application, n),
  FOREIGN KEY (application, certification) REFERENCES certification (application, ballot),
  CHECK (last_day IS NULL OR kind = 'suspended')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER certification_change_needs_an_adopted_ballot BEFORE INSERT ON certification_change
WHEN NOT EXISTS (SELECT 1 FROM ballot WHERE application = new.application AND n = new.ballot AND outcome = 'adopted'
  AND certification = new.certification
  AND motion = CASE new.kind WHEN 'suspended' THEN 'suspend' ELSE 'revoke' END)
BEGIN SELECT raise(ABORT, 'a certification is suspended or revoked by an adopted ballot'); END;
CREATE TRIGGER certification_change_is_never_changed BEFORE UPDATE ON certification_change
BEGIN SELECT raise(ABORT, 'what was done to a certification is changed by a ballot alone'); END;
CREATE TRIGGER certification_change_is_never_cut BEFORE DELETE ON certification_change
BEGIN SELECT raise(ABORT, 'what was done to a certification is never taken out'); END;

-- Conditions of certifications that somebody said are met, and what shows it.
CREATE TABLE condition_clearing (
  application TEXT NOT NULL,
  ballot INTEGER NOT NULL,
  n INTEGER NOT NULL,
  day TEXT NOT NULL,
  cleared_by TEXT NOT NULL,
  evidence TEXT NOT NULL CHECK (trim(evidence) <> ''),
  PRIMARY KEY (application, ballot, n),
  FOREIGN KEY (application, ballot) REFERENCES certification (application, ballot),
  FOREIGN KEY (application, ballot, n) REFERENCES ballot_condition (application, ballot, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER condition_clearing_is_never_changed BEFORE UPDATE ON condition_clearing
BEGIN SELECT raise(ABORT, 'a condition is opened again, and cleared anew'); END;

-- To read ------------------------------------------------------------------------------------------------------

-- The last entry of every writer.
CREATE VIEW head AS
WITH RECURSIVE each(writer) AS (
  SELECT min(writer) FROM journal
  UNION ALL
  SELECT (SELECT min(journal.writer) FROM journal WHERE journal.writer > each.writer) FROM each
  WHERE each.writer IS NOT NULL
)
SELECT writer, (SELECT max(n) FROM journal WHERE journal.writer = each.writer) AS n,
  (SELECT hash FROM journal WHERE journal.writer = each.writer ORDER BY n DESC LIMIT 1) AS hash
FROM each WHERE writer IS NOT NULL;

-- Who voted how. Without a meeting nobody is present or absent, and the day is the one it was opened on.
CREATE VIEW vote AS
SELECT coalesce(meeting.date, substr(ballot.opened, 1, 10)) AS date, ballot.meeting, ballot.application,
  ballot.n AS ballot, ballot.organisation, ballot.program, ballot.motion, roster.seat, roster.holder, roster.employer,
  CASE
    WHEN position.position IS NOT NULL THEN position.position
    WHEN here.yes OR ballot.meeting IS NULL THEN 'no-response'
    ELSE 'absent'
  END AS position,
  here.yes AS present, ballot.state, ballot.outcome
FROM roster
JOIN ballot ON ballot.application = roster.application AND ballot.n = roster.ballot
LEFT JOIN meeting ON meeting.id = ballot.meeting
JOIN (
  SELECT roster.application, roster.ballot, roster.seat,
    CASE
      WHEN ballot.meeting IS NULL THEN NULL
      WHEN ballot.state = 'open' THEN EXISTS (SELECT 1 FROM attendance
        WHERE attendance.meeting = ballot.meeting AND attendance.seat = roster.seat AND attendance.gone IS NULL)
        AND NOT EXISTS (SELECT 1 FROM stand_in WHERE stand_in.meeting = ballot.meeting
          AND stand_in.seat = roster.seat AND stand_in.back IS NULL AND stand_in.votes = 0)
      ELSE EXISTS (SELECT 1 FROM present
        WHERE present.application = roster.application AND present.ballot = roster.ballot
          AND present.seat = roster.seat)
    END AS yes
  FROM roster JOIN ballot ON ballot.application = roster.application AND ballot.n = roster.ballot
) AS here ON here.application = roster.application AND here.ballot = roster.ballot AND here.seat = roster.seat
LEFT JOIN position ON position.application = roster.application AND position.ballot = roster.ballot
  AND position.seat = roster.seat;

-- What was decided, with the count of each position. What a seat said that had left before closing does not count.
CREATE VIEW decision AS
SELECT coalesce(meeting.date, substr(ballot.opened, 1, 10)) AS date, ballot.meeting, ballot.application,
  ballot.n AS ballot, ballot.organisation, ballot.program, ballot.edition, ballot.motion, ballot.reading,
  ballot.threshold,
  (SELECT count(*) FROM roster WHERE roster.application = ballot.application AND roster.ballot = ballot.n) AS members,
  (SELECT count(*) FROM present WHERE present.application = ballot.application AND present.ballot = ballot.n)
    AS present,
  (SELECT count(*) FROM vote WHERE vote.application = ballot.application AND vote.ballot = ballot.n
    AND vote.position = 'for' AND vote.present IS NOT 0) AS votes_for,
  (SELECT count(*) FROM vote WHERE vote.application = ballot.application AND vote.ballot = ballot.n
    AND vote.position = 'against' AND vote.present IS NOT 0) AS votes_against,
  (SELECT count(*) FROM vote WHERE vote.application = ballot.application AND vote.ballot = ballot.n
    AND vote.position = 'abstain' AND vote.present IS NOT 0) AS abstained,
  (SELECT count(*) FROM vote WHERE vote.application = ballot.application AND vote.ballot = ballot.n
    AND vote.position = 'recused' AND vote.present IS NOT 0) AS recused,
  ballot.state, ballot.outcome, certification.first_day, certification.last_day
FROM ballot
LEFT JOIN meeting ON meeting.id = ballot.meeting
LEFT JOIN certification ON certification.application = ballot.application AND certification.ballot = ballot.n;

-- Every certification. What it is on a day follows from the days: it is in force from `in_force_from` (nothing while a
-- condition that it waits for is open) to `last_day`, not while it is suspended, and never again once it is revoked.
CREATE VIEW register AS
SELECT certification.application, certification.ballot, certification.organisation, certification.program,
  certification.edition, certification.first_day, certification.last_day, certification.in_force,
  CASE
    WHEN certification.in_force = 'now' THEN certification.first_day
    WHEN asked.open = 0 THEN max(certification.first_day, asked.last_cleared)
  END AS in_force_from,
  coalesce(asked.conditions, 0) AS conditions, coalesce(asked.open, 0) AS conditions_open, asked.next_due,
  rests.first_day AS suspended_from, rests.last_day AS suspended_until, revoked.first_day AS revoked_from,
  certification.meeting
FROM certification
LEFT JOIN (
  SELECT application, ballot, count(*) AS conditions, sum(day IS NULL) AS open,
    min(CASE WHEN day IS NULL THEN due END) AS next_due, max(day) AS last_cleared
  FROM ballot_condition LEFT JOIN condition_clearing USING (application, ballot, n) GROUP BY application, ballot
) AS asked ON asked.application = certification.application AND asked.ballot = certification.ballot
LEFT JOIN certification_change AS rests ON rests.application = certification.application
  AND rests.ballot = (SELECT max(ballot) FROM certification_change AS one
    WHERE one.application = certification.application AND one.certification = certification.ballot
      AND one.kind = 'suspended')
LEFT JOIN certification_change AS revoked ON revoked.application = certification.application
  AND revoked.certification = certification.ballot AND revoked.kind = 'revoked';

-- Every condition of a certification, and its clearing.
CREATE VIEW condition AS
SELECT asked.application, asked.ballot, asked.n, certification.organisation, certification.program, asked.text,
  asked.owner, asked.due, asked.cleared_by AS may_be_cleared_by, clearing.day AS cleared_on, clearing.cleared_by,
  clearing.evidence, clearing.day > asked.due AS late
FROM ballot_condition AS asked
JOIN certification ON certification.application = asked.application AND certification.ballot = asked.ballot
LEFT JOIN condition_clearing AS clearing ON clearing.application = asked.application
  AND clearing.ballot = asked.ballot AND clearing.n = asked.n;

CREATE VIEW queue AS
SELECT ref, organisation, program, edition, stage, since, received, assignee, due, parked,
  (SELECT count(*) FROM finding WHERE finding.application = application.ref AND finding.status <> 'open') AS found
FROM application ORDER BY received, ref;

CREATE VIEW history AS
SELECT seq, at, actor, role, kind, application, change, undoes_n IS NOT NULL AS undoes, writer || ':' || n AS entry
FROM journal ORDER BY seq;

-- Personal texts beside what they belong to.
CREATE VIEW contact_text AS
SELECT ref AS application, organisation, name.text AS name, email.text AS email, note.text AS note
FROM application
LEFT JOIN content AS name ON name.hash = contact_name_hash
LEFT JOIN content AS email ON email.hash = contact_email_hash
LEFT JOIN content AS note ON note.hash = note_hash;

CREATE VIEW holder_text AS
SELECT application, n, name.text AS name, credential, issued, expires, employed, badge.text AS badge
FROM holder
LEFT JOIN content AS name ON name.hash = name_hash
LEFT JOIN content AS badge ON badge.hash = badge_hash;

CREATE VIEW note_text AS
SELECT application, n, at, actor, content.text FROM note LEFT JOIN content ON hash = text_hash;

CREATE VIEW suspension_text AS
SELECT seat, first_day, last_day, content.text AS because FROM suspension LEFT JOIN content ON hash = because_hash;

-- Ties of people to organisations, and what the chair said of conflicts.
CREATE VIEW conflict_text AS
SELECT 'entered' AS what, n, NULL AS application, person, organisation, relation, weight, first_day, last_day,
  NULL AS said_by, content.text FROM conflict LEFT JOIN content ON hash = note_hash
UNION ALL
SELECT 'dismissed', NULL, NULL, person, organisation, relation, NULL, day, NULL, said_by, content.text
FROM conflict_dismissed LEFT JOIN content ON hash = because_hash
UNION ALL
SELECT 'waived', NULL, application, person, organisation, relation, NULL, day, NULL, said_by, content.text
FROM conflict_waived LEFT JOIN content ON hash = because_hash;

CREATE VIEW submission_text AS
SELECT application, n, received, content.text FROM submission LEFT JOIN content ON hash = original_hash;

CREATE VIEW meeting_note_text AS
SELECT meeting, n, application, item, at, actor, owner, due, content.text
FROM meeting_note LEFT JOIN content ON hash = text_hash;
