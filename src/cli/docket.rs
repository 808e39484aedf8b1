//! The docket that a verb works on.

use super::{CliError, Context, env};
use crate::{
    review::{Application, Ref},
    store::{Access, Store, StoreEnv},
};

/// The docket, to be read. A missing one is not made.
pub(super) fn read(context: &Context) -> Result<Store, CliError> {
    open(context, Access::Read)
}

fn open(context: &Context, access: Access) -> Result<Store, CliError> {
    Ok(Store::open(&env::docket(context)?, access, StoreEnv::system(env::state()))?)
}

/// The application of this ref.
pub(super) fn application(store: &Store, reference: &Ref) -> Result<Application, CliError> {
    store.application(reference)?.ok_or_else(|| unknown(reference))
}

fn unknown(reference: &Ref) -> CliError {
    CliError::Wrong(format!(
        "no application `{reference}` is in the docket: `docket list` names those that are"
    ))
}
