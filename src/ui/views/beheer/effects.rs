//! What changes do to the answers, task by task.

use eframe::egui::{Label, Ui};

use crate::{
    model::Lang,
    present::ImpactGroup,
    text::{keeping as text, words},
    ui::theme::{TextRole, UiExt as _, size},
};

/// What is changed of each task, with its days, in at most so many lines; and how many more there are.
pub(super) fn effects_ui(ui: &mut Ui, groups: &[ImpactGroup], most: usize, lang: Lang) {
    let all: usize = groups.iter().map(|group| group.lines.len()).sum();
    let mut room = most;
    for group in groups {
        if room == 0 {
            break;
        }
        if let Some(about) = &group.about {
            ui.add(Label::new(TextRole::SmallStrong.rich(words::capital(about))).wrap());
        }
        for line in group.lines.iter().take(room) {
            ui.add(Label::new(TextRole::Secondary.rich(line)).wrap());
        }
        ui.add_space(size::XS);
        room = room.saturating_sub(group.lines.len());
    }
    if all > most {
        ui.label(TextRole::Small.rich(text::more(all - most, lang)).color(ui.tokens().ink_soft));
    }
}
