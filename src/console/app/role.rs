//! The role that something is done in, where a rule asks for one. It is asked for, and offered again for the rest of the
//! session.

use super::model::Model;
use super::overlay::Field;
use crate::record::Role;

/// The field that asks for `role`; `what` says what it is for.
pub fn field(model: &Model, role: Role, what: &str) -> Field {
    let known = if model.roles.contains(&role) { role.as_str() } else { "" };
    Field::new("Your role", format!("{what}: write {role} if you are; it is recorded with your name"))
        .text(known)
        .check(move |text| is(text, role))
}

fn is(text: &str, role: Role) -> Result<(), String> {
    match text.to_lowercase().parse::<Role>() {
        Ok(said) if said == role => Ok(()),
        Ok(said) => Err(format!("This is for the {role}, not for the {said}.")),
        Err(_) => Err(format!("This is for the {role}: write {role} if that is you, or leave with esc.")),
    }
}
