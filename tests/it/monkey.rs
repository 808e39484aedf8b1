//! A monkey at the keyboard: whatever is pressed over the samples, nothing breaks and the docket stays sound.

use docket::{
    console::app::{
        Keymap, Message, key,
        key::{Code, Key},
    },
    samples,
    store::{Access, Store, StoreEnv},
};

use crate::{desks::console, dockets::day};

/// Keys pressed in one run.
const KEYS: u32 = 1_500;

/// Every key that some command has, one by one, and what is typed.
fn keyboard() -> Vec<Key> {
    let table = Keymap::default().table();
    let bound =
        table.iter().flat_map(|(_, keys)| keys.split(", ")).filter_map(|keys| key::sequence(keys).ok());
    let typed = "0123456789 ab-é\u{202e}".chars().map(Key::char);
    let mut keys: Vec<Key> = bound.flatten().chain(typed).collect();
    // Ending and stopping are tested elsewhere.
    keys.retain(|key| !(key.ctrl && matches!(key.code, Code::Char('c' | 'z'))));
    keys
}

#[test]
fn whatever_is_pressed_nothing_breaks() {
    let keys = keyboard();
    assert!(keys.len() > 100, "{}", keys.len());
    for seed in [1_u64, 2, 3] {
        let mut dice = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut below = |end: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(dice >> 33).unwrap() % end
        };
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("docket.sqlite");
        let open = || Store::open(&path, Access::Create, StoreEnv::counting()).unwrap();
        let mut store = open();
        samples::load(&mut store, "R. Reviewer", day(23)).unwrap();
        let mut screen = console(store, 100, 30);
        let mut pressed = Vec::new();
        for _ in 0..KEYS {
            let key = keys[below(keys.len())];
            pressed.push(key);
            match below(60) {
                0 => _ = screen.resize([1, 40, 80, 200][below(4)], [1, 10, 24, 60][below(4)]),
                1 => _ = screen.send(Message::Paste("2027-01-31".to_owned())),
                _ => _ = screen.send(Message::Key(key)),
            }
            if screen.ended().is_some() {
                drop(screen);
                screen = console(open(), 100, 30);
            }
            let said = screen.model().notice.as_ref().map(|notice| notice.text.trim().to_owned());
            assert_ne!(
                said.as_deref(),
                Some(""),
                "an empty notice, seed {seed}, after {}",
                key::show(&pressed)
            );
        }
        drop(screen);
        let report = open().verify(None).unwrap();
        assert!(report.ok, "seed {seed}: {report:?}");
    }
}
