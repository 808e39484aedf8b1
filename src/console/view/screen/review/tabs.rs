//! The names of the panes, the one in front in brackets, with how much is undecided in each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::console::app::screen::review::{File, Pane};
use crate::console::view::widget::text;
use crate::review::Status;

/// Draws the tabs; the words beside the figures are left out where there is no room for them.
pub(super) fn draw(scene: Scene<'_>, frame: &mut Frame<'_>, area: Rect) {
    let room = usize::from(area.width);
    let [long, short, bare] = [0, 1, 2].map(|brevity| tabs(scene, brevity));
    let fits = |tabs: &[(bool, String)]| tabs.iter().map(|(_, tab)| text::width(tab)).sum::<usize>() <= room;
    let chosen = [long, short].into_iter().find(|tabs| fits(tabs)).unwrap_or(bare);
    let theme = &scene.look.theme;
    let spans = chosen
        .into_iter()
        .map(|(front, tab)| Span::styled(tab, if front { theme.heading } else { theme.dim }));
    frame.render_widget(spans.collect::<Line<'_>>(), area);
}

fn tabs(scene: Scene<'_>, brevity: u8) -> Vec<(bool, String)> {
    let tab = |pane: &Pane| {
        let front = *pane == scene.review.pane;
        let open = undecided(scene.file, *pane);
        let open = match (open, brevity) {
            (0, _) | (_, 2) => String::new(),
            (_, 1) => format!(" {open}"),
            _ => format!(" {open} open"),
        };
        let title = if brevity == 2 && !front { abbreviation(*pane) } else { pane.title() };
        (front, if front { format!("[{title}{open}]") } else { format!(" {title}{open} ") })
    };
    scene.file.panes.iter().map(tab).collect()
}

/// How much is undecided in a pane.
fn undecided(file: &File, pane: Pane) -> usize {
    if pane == Pane::Requirements {
        let judged = &file.reckoning.assessment.requirements;
        return judged.iter().filter(|one| one.status == Status::Open).count();
    }
    let checks = &file.application().review.checks;
    file.items(pane).iter().filter(|item| !checks.contains_key(item)).count()
}

const fn abbreviation(pane: Pane) -> &'static str {
    match pane {
        Pane::Requirements => "Req",
        Pane::Evidence => "Evi",
        Pane::Points => "Pts",
        Pane::Heads => "Hds",
        Pane::Map => "Map",
        Pane::Demo => "Demo",
        Pane::History => "Hist",
    }
}
