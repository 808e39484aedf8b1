//! Chance that comes out the same every time: the `SplitMix64` sequence.

/// A sequence of numbers.
pub(crate) struct Chance(u64);

impl Chance {
    /// The sequence of `$DOCKET_FAULT_SEED`, else always the same one.
    pub(crate) fn seeded() -> Self {
        Self(number("DOCKET_FAULT_SEED").unwrap_or(1))
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

/// A number from the environment.
pub(crate) fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
