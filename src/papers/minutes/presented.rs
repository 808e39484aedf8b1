//! What was put before the council although it was not ready: who decided that, in which role, and why.

use serde::Serialize;

use crate::{
    papers::Audience,
    record::{Opening, Role},
    review::{Assessment, Verdict},
    text::stopped,
};

/// An application that was presented although it was not ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PresentedSo {
    /// Who took it on.
    pub by: String,
    /// In which role that was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Why.
    pub because: String,
}

/// Who presented the application that the ballot was opened on, if somebody did.
pub(super) fn presented(opening: &Opening) -> Option<PresentedSo> {
    let presented = opening.application.review.presented.clone()?;
    Some(PresentedSo { by: presented.by, role: opening.presented_as, because: presented.because })
}

impl PresentedSo {
    /// `Ines Okafor (role recorded: lead): The applicant asked for a decision.`
    pub(super) fn line(&self) -> String {
        format!("{} ({}): {}", self.by, recorded_as(self.role), stopped(&self.because))
    }
}

/// What has to be seen beside a grant whose application was not ready when its ballot was opened. A public paper has
/// neither the verdict nor a name or a reason.
pub(super) fn warning(opening: &Opening, assessment: &Assessment, audience: Audience) -> Option<String> {
    let verdict = Some(assessment.verdict).filter(|verdict| *verdict != Verdict::Ready)?;
    let (verdict, by) = match audience {
        Audience::Internal => {
            let by = presented(opening).map(|one| format!(" by {}", one.line()));
            (format!(" ({verdict})"), by)
        }
        Audience::Public => {
            let by = presented(opening).map(|one| format!(" ({})", recorded_as(one.role)));
            (String::new(), by)
        }
    };
    let by = by.map_or_else(
        || "; nothing is recorded of who presented it all the same".to_owned(),
        |by| format!("; presented all the same{by}"),
    );
    Some(format!("WARNING: it was not ready when the ballot was opened{verdict}{by}"))
}

fn recorded_as(role: Option<Role>) -> String {
    format!("role recorded: {}", role.map_or("none", Role::as_str))
}
