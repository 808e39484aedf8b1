//! Packets that were sent to the members, and what has changed since.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::review::Ref;

/// An application as it stood in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentItem {
    /// Which one.
    pub application: Ref,
    /// Hash of the application as reviewed.
    pub snapshot: String,
}

/// A packet for a meeting that was sent to the members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its number for the meeting; the first is 1.
    pub n: u32,
    /// The day it was sent.
    pub day: NaiveDate,
    /// When it was marked as sent.
    pub at: DateTime<Utc>,
    /// Who marked it.
    pub actor: String,
    /// Hash of the paper that was sent, in hexadecimal.
    pub hash: String,
    /// The applications in it, in order.
    pub items: Vec<SentItem>,
}

/// What there is to say of an application since the last packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// It stands as the members have read it.
    Same,
    /// It was changed.
    Changed,
    /// It was not in the packet.
    Added,
}

/// What is said of an application that was not in the packet.
pub const ADDED: &str = "not in the packet that was sent";

/// What became of `application`, of which `snapshot` is the hash now, since the last of `packets`; `None` where none
/// was sent.
pub fn since(packets: &[Sent], application: &Ref, snapshot: &str) -> Option<Since> {
    let last = packets.iter().max_by_key(|packet| packet.n)?;
    let item = last.items.iter().find(|item| item.application == *application);
    Some(match item {
        None => Since::Added,
        Some(item) if item.snapshot == snapshot => Since::Same,
        Some(_) => Since::Changed,
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::{Sent, SentItem, Since, since};
    use crate::review::Ref;

    fn packet(n: u32, items: &[(&str, &str)]) -> Sent {
        let item = |(application, snapshot): &(&str, &str)| SentItem {
            application: Ref::from(*application),
            snapshot: (*snapshot).to_owned(),
        };
        Sent {
            n,
            day: NaiveDate::default(),
            at: DateTime::UNIX_EPOCH,
            actor: "S. Secretary".to_owned(),
            hash: String::new(),
            items: items.iter().map(item).collect(),
        }
    }

    #[test]
    fn the_last_packet_counts() {
        let a = Ref::from("a");
        assert_eq!(since(&[], &a, "1"), None);
        let packets = [packet(2, &[("a", "2")]), packet(1, &[("a", "1"), ("b", "1")])];
        assert_eq!(since(&packets, &a, "2"), Some(Since::Same));
        assert_eq!(since(&packets, &a, "1"), Some(Since::Changed), "changed back is changed too");
        assert_eq!(since(&packets, &Ref::from("b"), "1"), Some(Since::Added));
    }
}
