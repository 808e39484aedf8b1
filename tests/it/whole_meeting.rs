//! The whole meeting by keys, in memory. The file afterwards is the stored one.

use std::path::Path;

use docket::store::{Access, Store, StoreEnv};

use crate::{
    desks::{console_with_clock, ticking},
    driver::Driver,
    script::{Hand, hold, prepare},
};

impl Hand for Driver {
    fn press(&mut self, keys: &str) -> &mut Self {
        Self::press(self, keys)
    }

    fn type_text(&mut self, text: &str) -> &mut Self {
        Self::type_text(self, text)
    }

    fn see(&mut self, text: &str) -> &mut Self {
        Self::see(self, text)
    }

    fn see_no(&mut self, text: &str) -> &mut Self {
        Self::see_no(self, text)
    }

    fn opened(&mut self) -> &mut Self {
        self.see("BALLOT OPEN").see_no("ADOPTED")
    }

    fn closed(&mut self) -> &mut Self {
        self.see("CLOSED").see_no("ADOPTED")
    }

    fn declared(&mut self, outcome: &str) -> &mut Self {
        self.see(outcome)
    }
}

fn open(path: &Path) -> Store {
    Store::open(path, Access::Create, StoreEnv::counting()).unwrap()
}

/// A console whose clock goes on a minute with every request.
fn console(store: Store) -> Driver {
    console_with_clock(store, ticking(), 120, 36)
}

#[test]
fn six_items_from_the_call_to_order_to_the_adjournment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("docket.sqlite");
    let mut store = open(&path);
    prepare(&mut store);
    hold(&mut console(store), "2027-01-15");
    let store = open(&path);
    let verified = store.verify(None).unwrap();
    assert!(verified.ok, "{verified:?}");
    insta::assert_snapshot!("whole-meeting", exported(&store));
}

/// Everything that the file has, but the verbatim rules: the tables, and for the journal its fingerprint.
fn exported(store: &Store) -> String {
    let mut exported = store.export().unwrap();
    let fingerprint = exported["fingerprint"].take();
    assert!(fingerprint.is_string());
    let tables = exported["tables"].as_object_mut().unwrap();
    tables.remove("rules");
    tables.retain(|_, rows| rows.as_array().is_some_and(|rows| !rows.is_empty()));
    tables.insert("fingerprint".to_owned(), fingerprint);
    serde_json::to_string_pretty(tables).unwrap()
}
