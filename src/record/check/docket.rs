//! The docket itself: its beginning, and the rules it keeps.

use super::{
    case::{Case, says_something},
    refusal::Refusal,
};
use crate::{
    council::RuleSet,
    record::{RulesKind, journal},
    rules::Edition,
};

pub(super) fn founded(docket: &str, schema: u32) -> Result<(), Refusal> {
    if !says_something(docket) {
        return Err(Refusal::invalid("a docket without an id", "give it one"));
    }
    if schema != journal::SCHEMA {
        return Err(Refusal::invalid(
            format!("form {schema} of the record is not known here"),
            format!("found the docket with form {}", journal::SCHEMA),
        ));
    }
    Ok(())
}

pub(super) fn rules_taken(case: &Case, kind: RulesKind, id: &str, text: &str) -> Result<(), Refusal> {
    if case.before.kept {
        return Err(Refusal::not_allowed(
            format!("{kind} {id} is kept in this docket already"),
            "give changed rules an id of their own",
        ));
    }
    let unusable = |error: String| Refusal::invalid(error, "correct the rules");
    let own_id = match kind {
        RulesKind::Edition => {
            let edition = Edition::parse(id, text, |_| None).map_err(|error| unusable(error.to_string()))?;
            edition.id.as_str().to_owned()
        }
        RulesKind::Council => RuleSet::parse(id, text).map_err(|error| unusable(error.to_string()))?.id,
    };
    if own_id != id {
        return Err(unusable(format!("the text of {kind} {id} calls itself {own_id}")));
    }
    Ok(())
}
