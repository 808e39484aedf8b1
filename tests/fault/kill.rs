//! A process that is killed at any moment has lost nothing that it acknowledged, and leaves nothing half done.

use std::{path::Path, thread, time::Duration};

use crate::{
    chance::{Chance, number},
    record::{in_folder, is_sound, lines},
    worker::{Said, Worker},
};

/// Kills, unless `$DOCKET_FAULT_KILLS` asks for another number.
const KILLS: u64 = 30;

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let path = in_folder(folder.path());
    let journal = folder.path().join("docket.sqlite-journal");
    let (mut chance, kills) = (Chance::seeded(), number("DOCKET_FAULT_KILLS").unwrap_or(KILLS));
    let (mut hot, mut made, mut unsaid) = (0, 0, 0);
    for round in 0..10 * kills {
        // More of them only where none has hit a transaction yet.
        if round >= kills && hot > 0 {
            break;
        }
        let before = lines(&path);
        let mut worker = Worker::start(&path, &folder.path().join("state"), "kim", before.len(), usize::MAX);
        let mut said = Vec::new();
        let enough = 1 + chance.below(15);
        while let Some(next) = worker.says() {
            let Said::Made(what) = next else { panic!("round {round}: {next:?}") };
            said.push(what);
            if said.len() as u64 == enough {
                thread::sleep(Duration::from_micros(chance.below(12_000)));
                worker.kill();
            }
        }
        assert!(!worker.ends_well() && !said.is_empty(), "round {round}: the worker ended by itself");
        hot += u32::from(is_hot(&journal));
        let after = lines(&path);
        let new =
            after.strip_prefix(&*before).unwrap_or_else(|| panic!("round {round}: the past has changed"));
        assert!(new.starts_with(&said), "round {round}: acknowledged {said:#?}, found {new:#?}");
        assert!(new.len() <= said.len() + 1, "round {round}: acknowledged {said:#?}, found {new:#?}");
        assert!(!is_hot(&journal), "round {round}: reading did not roll back what was cut off");
        (made, unsaid) = (made + said.len(), unsaid + new.len() - said.len());
        if round % 10 == 9 || round + 1 == kills {
            is_sound(&path);
        }
    }
    println!(
        "{kills} kills: {made} changes acknowledged and there, {unsaid} there unsaid, {hot} journals rolled back"
    );
    // Otherwise the kills came at the wrong moments and prove nothing.
    assert!(hot > 0, "no kill has hit a transaction");
}

/// Whether a journal holds what must be rolled back. SQLite leaves one lying that was not begun.
fn is_hot(journal: &Path) -> bool {
    std::fs::read(journal).is_ok_and(|bytes| bytes.first().is_some_and(|byte| *byte != 0))
}
