//! What was put before the council although it was not ready: who decided that, who entered it in which role, and why.

use serde::Serialize;

use crate::{
    record::{Opening, Role},
    review::{Assessment, Verdict},
    text::stopped,
};

/// An application that was presented although it was not ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PresentedSo {
    /// Who took it on.
    pub by: String,
    /// Who entered that, where it was somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<String>,
    /// In which role that was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Why.
    pub because: String,
}

/// Who presented the application that the ballot was opened on, if somebody did.
pub(super) fn presented(opening: &Opening) -> Option<PresentedSo> {
    let presented = opening.application.review.presented.clone()?;
    let entered = opening.presented_as.as_ref();
    let another = entered.map(|done| done.actor.clone()).filter(|actor| *actor != presented.by);
    let role = entered.and_then(|done| done.role);
    Some(PresentedSo { by: presented.by, entered_by: another, role, because: presented.because })
}

impl PresentedSo {
    /// `Ines Okafor (entered by Sela Lindqvist, role recorded: lead): The applicant asked for a decision.`
    pub(super) fn line(&self) -> String {
        let entered = self.entered_by.as_ref().map(|by| format!("entered by {by}, ")).unwrap_or_default();
        let role = self.role.map_or("none", Role::as_str);
        format!("{} ({entered}role recorded: {role}): {}", self.by, stopped(&self.because))
    }
}

/// What has to be seen beside a grant whose application was not ready when its ballot was opened. What was found wanting
/// is private: no public paper has it.
pub(super) fn warning(opening: &Opening, assessment: &Assessment) -> Option<String> {
    let verdict = Some(assessment.verdict).filter(|verdict| *verdict != Verdict::Ready)?;
    let by = presented(opening).map_or_else(
        || "nothing is recorded of who presented it all the same".to_owned(),
        |one| format!("presented all the same by {}", one.line()),
    );
    Some(format!("WARNING: it was not ready when the ballot was opened ({verdict}); {by}"))
}
