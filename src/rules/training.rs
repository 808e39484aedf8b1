//! What individual credentials cost and how long they are valid.

use serde::{Deserialize, Serialize};

use super::{
    ids::{Credential, Provenance},
    points::Months,
};

/// The training catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// What is to be said of an exam without a course.
    pub caveat: String,
    /// The offers.
    pub offers: Vec<Offer>,
}

/// One way to a credential, as it was offered in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Which credential.
    pub credential: Credential,
    /// What is offered.
    pub title: String,
    /// The year of the price.
    pub year: u16,
    /// The price for one person, in whole US dollars; `None` where it was not found.
    #[serde(default)]
    pub price_usd: Option<u64>,
    /// The exam alone, without a course.
    #[serde(default)]
    pub exam_only: bool,
    /// How long the credential is valid, in months; `None` where it was not found.
    #[serde(default)]
    pub valid_months: Option<Months>,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it was read.
    pub source: String,
}

impl Catalogue {
    /// The catalogue in `text`.
    ///
    /// # Errors
    /// Where the text is not a catalogue; the message names line and key.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The cheapest offer of a credential in the newest year that has one; one without a price comes last.
    pub fn cheapest(&self, credential: Credential) -> Option<&Offer> {
        let offers = || self.offers.iter().filter(move |offer| offer.credential == credential);
        let newest = offers().map(|offer| offer.year).max()?;
        offers().filter(|offer| offer.year == newest).min_by_key(|offer| offer.price_usd.unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{ids::Credential, shipped};

    #[test]
    fn the_cheapest_offer_is_of_the_newest_year() {
        let offer = shipped::training().cheapest(Credential::Focp).unwrap();
        assert_eq!((offer.year, offer.price_usd, offer.exam_only), (2026, Some(325), true));
        assert_eq!(shipped::training().cheapest(Credential::FocusAnalyst).unwrap().price_usd, None);
        assert_eq!(shipped::training().cheapest(Credential::CloudPractitioner), None);
    }
}
