use proptest::prelude::*;

use super::{
    EntryHash, EntryKey, Fingerprint, Flaw, Heads, Place, Stored, WriterId, Wrong, enter, fingerprint,
    genesis, order, read_stamp, stamp, verify_chain, verify_since,
};
use crate::record::{Change, Role, sample, seal};

const DOCKET: &str = "0f1e2d3c";

/// The kinds of change there were when the form was settled; those that came later stand behind them.
const KINDS_OF_FORM_1: usize = 22;

fn writer(name: &str) -> WriterId {
    WriterId::new(name)
}

fn key(name: &str, n: u64) -> EntryKey {
    EntryKey { writer: writer(name), n }
}

/// A journal in the making.
#[derive(Default)]
struct Book(Vec<Stored>);

impl Book {
    /// Writes `change` as `name`, who has seen all that is there.
    fn write(&mut self, name: &str, change: Change) -> &mut Self {
        let seen = self.heads();
        self.write_seeing(name, change, seen)
    }

    fn write_seeing(&mut self, name: &str, change: Change, mut seen: Heads) -> &mut Self {
        let last = self.heads().get(&writer(name)).cloned();
        seen.remove(&writer(name));
        let (n, prev) = last.map_or((1, genesis(DOCKET, 1)), |(n, hash)| (n + 1, hash));
        let mut salts = 0;
        let (sealed, _) = seal::seal(change, &mut || {
            salts += 1;
            seal::Salt([salts; 16])
        });
        let mut act = sample::act();
        act.role = (n % 2 == 0).then_some(Role::Lead);
        let undoes = (n % 5 == 0).then(|| key(name, 1));
        let place = Place { key: key(name, n), group: n, undoes, seen, prev };
        self.0.push(enter(place, &act, &sealed).unwrap());
        self
    }

    fn heads(&self) -> Heads {
        let mut heads = Heads::new();
        for entry in &self.0 {
            heads.insert(entry.key.writer.clone(), (entry.key.n, entry.hash.clone()));
        }
        heads
    }
}

/// One entry of every kind by one writer.
fn journal() -> Vec<Stored> {
    let mut book = Book::default();
    for change in sample::every_change() {
        book.write("w", change);
    }
    book.0
}

/// The same by two writers, who see each other now and then.
fn journal_of_two() -> Vec<Stored> {
    let mut book = Book::default();
    for (place, change) in sample::every_change().into_iter().enumerate() {
        book.write(if place % 3 == 1 { "a" } else { "w" }, change);
    }
    book.0
}

fn first(rows: &[Stored]) -> Option<Flaw> {
    verify_chain(rows).into_iter().next()
}

#[test]
fn a_sound_journal_has_no_flaw_in_whatever_order_its_rows_come() {
    for mut rows in [journal(), journal_of_two(), Vec::new()] {
        assert_eq!(verify_chain(&rows), []);
        rows.reverse();
        assert_eq!(verify_chain(&rows), []);
    }
}

/// These figures were reckoned a second time, outside of docket, from the description of the form. They never change:
/// a journal that was written once must be found sound for ever.
#[test]
fn the_form_is_as_it_was() {
    let (one, mut two) = (journal(), journal_of_two());
    two.truncate(KINDS_OF_FORM_1);
    assert_eq!(
        genesis(DOCKET, 1).as_str(),
        "d29cb440a7e2e9cce2492d9ff9b48e4b8c6833e6b772a448ff2b0809fdb2f497"
    );
    assert_eq!(
        one[1].body,
        r#"{"change":"rules-taken","kind":"edition","id":"2023","text":"id = \"2023\"\n"}"#
    );
    assert_eq!(one[0].hash.as_str(), "b0b64f7aba15c3e844800f329a255f0ba5018218ef569b7600536d57a884b15f");
    assert_eq!(one[1].hash.as_str(), "b0164529365354070a2a97ef5f330b95867b8ffd6f121b08a6692b5446f3dbbb");
    assert_eq!(two[13].key, key("a", 5), "with a head seen and a transaction taken back");
    assert_eq!(two[13].hash.as_str(), "67ac035560202fc73b4f7d794959c99514849eea581860d0ee8ff31ea77a0910");
    assert_eq!(
        fingerprint(&Book(two).heads()).full(),
        "c6223d97b04d7365d4a958eb1c8674c2d63d8855d59cd1648560cfa5ee6de42a"
    );
}

#[test]
fn an_instant_reads_back_only_in_its_one_form() {
    let at = sample::minute(0) + chrono::TimeDelta::nanoseconds(1_234_567);
    assert_eq!(stamp(at), "2026-11-23T09:00:00.001234Z");
    assert_eq!(read_stamp("2026-11-23T09:00:00.001234Z").map(stamp), Some(stamp(at)));
    for other in
        ["2026-11-23T09:00:00Z", "2026-11-23T09:00:00.001234+00:00", "2026-11-23 09:00:00.001234Z", ""]
    {
        assert_eq!(read_stamp(other), None, "{other}");
    }
}

#[test]
fn what_is_entered_reads_back() {
    for (row, change) in journal().iter().zip(sample::every_change()) {
        let entry = row.read().unwrap();
        assert_eq!((&entry.key, &entry.hash, &entry.prev), (&row.key, &row.hash, &row.prev));
        let kind = |text: &str| text.split('"').nth(3).map(str::to_owned);
        assert_eq!(kind(&row.body), kind(&serde_json::to_string(&change).unwrap()));
        assert_eq!(serde_json::to_string(&entry.change).unwrap(), row.body);
    }
}

#[test]
fn a_gap_a_false_start_and_a_second_founding_are_named() {
    let rows = journal();
    let without =
        |n: usize| rows.iter().enumerate().filter(move |(at, _)| *at != n).map(|(_, row)| row.clone());
    let gap = without(4).collect::<Vec<_>>();
    assert_eq!(first(&gap), Some(Flaw { key: key("w", 5), what: Wrong::Missing { until: 5 } }));
    let headless = without(0).collect::<Vec<_>>();
    assert_eq!(first(&headless), Some(Flaw { key: key("w", 1), what: Wrong::Missing { until: 1 } }));

    let mut unfounded = Book::default();
    unfounded.write("w", sample::every_change().remove(4));
    assert_eq!(first(&unfounded.0), Some(Flaw { key: key("w", 1), what: Wrong::NotFounded }));
    let last = rows.len() as u64;
    let mut twice = Book(rows);
    twice.write("w", Change::Founded { docket: DOCKET.to_owned(), schema: 1 });
    assert_eq!(first(&twice.0), Some(Flaw { key: key("w", last + 1), what: Wrong::FoundedAgain }));
}

#[test]
fn a_journal_under_another_docket_id_is_found() {
    let mut rows = journal();
    rows[0].body = rows[0].body.replace(DOCKET, "11111111");
    rows[0].hash = rows[0].reckoned_hash();
    assert_eq!(first(&rows), Some(Flaw { key: key("w", 1), what: Wrong::Prev }));
}

#[test]
fn heads_that_are_not_there_or_were_forgotten_are_named() {
    let mut cut = journal_of_two();
    // The last entry is one of the other writer, who has seen what goes.
    cut.pop_if(|row| row.key.writer == writer("a"));
    let last = cut.iter().rposition(|row| row.key.writer == writer("a")).unwrap();
    let gone = cut.remove(last);
    assert!(matches!(first(&cut), Some(Flaw { what: Wrong::Head(head), .. }) if head == gone.key));

    let mut book = Book(journal_of_two());
    let change = sample::every_change().remove(4);
    book.write_seeing("w", change, Heads::new());
    assert!(matches!(verify_chain(&book.0)[..], [Flaw { what: Wrong::Forgotten(_), .. }]));
}

/// What the entries of `later` name: the first of all, the last of each writer before them, and the heads seen.
fn named(earlier: &[Stored], later: &[Stored]) -> Vec<Stored> {
    let last = |row: &Stored| {
        let next = key(row.key.writer.as_str(), row.key.n + 1);
        earlier.iter().all(|other| other.key != next)
    };
    let seen = |row: &Stored| later.iter().any(|of| of.seen.values().any(|(_, hash)| *hash == row.hash));
    let keep = |(at, row): &(usize, &Stored)| *at == 0 || last(row) || seen(row);
    earlier.iter().enumerate().filter(keep).map(|(_, row)| row.clone()).collect()
}

#[test]
fn the_later_part_of_a_journal_is_followed_without_the_rest() {
    for rows in [journal(), journal_of_two()] {
        for cut in 0..=rows.len() {
            let (earlier, later) = rows.split_at(cut);
            let earlier = named(earlier, later);
            assert_eq!(verify_since(&earlier, later), [], "from {cut}");
            for at in 0..later.len() {
                let mut forged = later.to_vec();
                forged[at].actor.push('x');
                let flaws = verify_since(&earlier, &forged);
                assert_eq!(flaws[0], Flaw { key: later[at].key.clone(), what: Wrong::Hash });
                forged[at].hash = forged[at].reckoned_hash();
                let last = at + 1 == later.len();
                assert_eq!(verify_since(&earlier, &forged).is_empty(), last, "nothing follows the last one");
                forged[at] = later[at].clone();
                forged[at].prev = EntryHash::new("");
                forged[at].hash = forged[at].reckoned_hash();
                let flaws = verify_since(&earlier, &forged);
                assert!(flaws.contains(&Flaw { key: later[at].key.clone(), what: Wrong::Prev }));
            }
        }
    }
}

#[test]
fn an_earlier_entry_that_was_changed_or_is_gone_is_named() {
    let rows = journal();
    let (earlier, later) = rows.split_at(5);
    let mut forged = named(earlier, later);
    assert_eq!(forged.len(), 2);
    forged[1].actor.push('x');
    let flaws = verify_since(&forged, later);
    assert_eq!(flaws, [Flaw { key: key("w", 5), what: Wrong::Hash }]);
    forged.pop();
    let flaws = verify_since(&forged, later);
    assert_eq!(flaws[0], Flaw { key: key("w", 2), what: Wrong::Missing { until: 5 } });
}

#[test]
fn an_entry_that_nobody_can_read_is_named() {
    for (was, now) in [("rules-taken", "rules-eaten"), ("\"2023\"", "2023")] {
        let mut rows = journal();
        rows[1].body = rows[1].body.replace(was, now);
        rows[1].hash = rows[1].reckoned_hash();
        assert!(
            matches!(first(&rows), Some(Flaw { key: at, what: Wrong::Unreadable(_) }) if at == key("w", 2))
        );
    }
}

#[test]
fn order_follows_what_was_seen_and_not_the_clock() {
    let rows = journal_of_two();
    let keys = |rows: &[Stored]| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
    let mut shuffled = rows.clone();
    shuffled.reverse();
    assert_eq!(keys(&order(shuffled)), keys(&rows), "each had seen all before it");

    let mut apart = Book::default();
    apart.write("m", sample::every_change().remove(0));
    let seen = apart.heads();
    for name in ["z", "b", "z", "b"] {
        apart.write_seeing(name, sample::every_change().remove(4), seen.clone());
    }
    let ordered = keys(&order(apart.0));
    assert_eq!(ordered, [key("m", 1), key("b", 1), key("b", 2), key("z", 1), key("z", 2)]);
}

#[test]
fn order_is_total_even_over_nonsense() {
    let mut rows = journal_of_two();
    for row in &mut rows {
        row.seen = Heads::from([(writer("nobody"), (u64::MAX, EntryHash::new("")))]);
    }
    let all = rows.len();
    assert_eq!(order(rows).len(), all);
}

/// What a vandal can do to one entry.
#[derive(Clone, Debug)]
enum Vandal {
    Change { field: usize, byte: usize, bit: u8 },
    Drop,
    DropUpTo(usize),
    Swap(usize),
    Duplicate,
    Insert,
}

fn vandal() -> impl Strategy<Value = Vandal> {
    prop_oneof![
        4 => (0..11_usize, any::<usize>(), 0..7_u8).prop_map(|(field, byte, bit)| Vandal::Change { field, byte, bit }),
        1 => Just(Vandal::Drop),
        1 => any::<usize>().prop_map(Vandal::DropUpTo),
        1 => any::<usize>().prop_map(Vandal::Swap),
        1 => Just(Vandal::Duplicate),
        1 => Just(Vandal::Insert),
    ]
}

/// Flips one bit of `text`, keeping it text; an empty one gets a letter.
fn flip(text: &str, byte: usize, bit: u8) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.is_empty() {
        return "x".to_owned();
    }
    let at = byte % bytes.len();
    bytes[at] ^= 1 << bit;
    String::from_utf8_lossy(&bytes).into_owned()
}

fn change_field(row: &mut Stored, field: usize, byte: usize, bit: u8) {
    match field {
        0 => row.group ^= 1 << bit,
        1 => row.at = flip(&row.at, byte, bit),
        2 => row.actor = flip(&row.actor, byte, bit),
        3 => row.role = if row.role.is_some() { None } else { Some(String::new()) },
        4 => row.undoes = if row.undoes.is_some() { None } else { Some(key("", 0)) },
        5 => drop(row.seen.insert(writer("x"), (1, EntryHash::new("")))),
        6 => row.body = flip(&row.body, byte, bit),
        7 => row.prev = EntryHash::new(flip(row.prev.as_str(), byte, bit)),
        8 => row.hash = EntryHash::new(flip(row.hash.as_str(), byte, bit)),
        9 => row.key.n ^= 1 << bit,
        _ => row.key.writer = writer(&flip(row.key.writer.as_str(), byte, bit)),
    }
}

proptest! {
    /// Whatever is done to an entry that is not the last is found, and the first bad entry is named.
    #[test]
    fn vandalism_is_found_and_named(at in 0..21_usize, vandal in vandal()) {
        let mut rows = journal();
        let mut bad = rows[at].key.n;
        match vandal {
            Vandal::Change { field, byte, bit } => {
                change_field(&mut rows[at], field, byte, bit);
                bad = bad.min(rows[at].key.n);
            }
            Vandal::Drop => drop(rows.remove(at)),
            Vandal::DropUpTo(end) => drop(rows.drain(at..=at + end % (21 - at))),
            Vandal::Swap(other) => {
                let other = (at + 1 + other % 21) % 22;
                bad = bad.min(rows[other].key.n);
                let key = rows[at].key.clone();
                rows[at].key = std::mem::replace(&mut rows[other].key, key);
            }
            Vandal::Duplicate => rows.push(rows[at].clone()),
            Vandal::Insert => {
                let mut forged = rows[at].clone();
                forged.actor.push('x');
                forged.hash = forged.reckoned_hash();
                rows.push(forged);
            }
        }
        let flaws = verify_chain(&rows);
        let named = flaws.iter().find(|flaw| flaw.key.writer == writer("w")).map(|flaw| flaw.key.n);
        prop_assert_eq!(named, Some(bad), "{:?}", flaws);
    }

    /// A fingerprint is known by its own short form alone.
    #[test]
    fn a_fingerprint_is_only_itself(a in "[0-9a-f]{64}", b in "[0-9a-f]{64}") {
        let print = |hash: &str| -> Fingerprint {
            fingerprint(&Heads::from([(writer("w"), (1, EntryHash::new(hash)))]))
        };
        prop_assert_eq!(print(&a).is(&print(&b).to_string()), a == b);
    }
}

/// Entries as the first docket wrote them, byte for byte: they are still read, hash as they did, and would be written
/// the same today.
#[test]
fn ballots_of_the_first_docket_are_still_read() {
    let bodies = [
        r#"{"change":"ballot-opened","ballot":{"application":"2026-0007","n":1},"meeting":"2026-11-23","motion":"approve","edition":"2023","as_of":"2026-11-23","snapshot":"abab","reading":"attendance","threshold":"majority","roster":[{"n":1,"holder":"Holder 1","employer":"Employer 1","chair":true,"from":null,"until":null}]}"#,
        r#"{"change":"voted","ballot":{"application":"2026-0007","n":1},"seat":1,"was":"for","now":"against"}"#,
    ];
    let hashes = [
        "a578b4d247c2c1488fd126a668eb8989e3f1d51f1df2a0aae84df188802ea94b",
        "7312f71b9f88841883d2ee74a9132c8d763f7b8aaa97918969f4ae9b82a066ff",
    ];
    for (body, hash) in bodies.into_iter().zip(hashes) {
        let stored = Stored {
            key: key("w", 2),
            group: 2,
            at: "2026-11-23T09:30:00.000000Z".to_owned(),
            actor: "R. Reviewer".to_owned(),
            role: None,
            undoes: None,
            seen: Heads::new(),
            body: body.to_owned(),
            prev: genesis(DOCKET, 1),
            hash: EntryHash::new(hash),
        };
        assert_eq!(stored.reckoned_hash(), stored.hash);
        let entry = stored.read().unwrap();
        assert_eq!(serde_json::to_string(&entry.change).unwrap(), body);
        match entry.change {
            Change::BallotOpened { meeting, deadline, terms, mover, seconder, with, again, .. } => {
                assert_eq!(meeting, Some("2026-11-23".into()));
                assert!(terms.is_empty());
                assert_eq!((deadline, mover, seconder, with, again), (None, None, None, None, None));
            }
            Change::Voted { why, .. } => assert_eq!(why, None),
            other => panic!("{other:?}"),
        }
    }
}
