//! The house widgets.
//!
//! Each can be reached and used by keyboard, has a name and a role in the accessibility tree,
//! is at least [`size::TARGET`](super::theme::size::TARGET) high where it can be clicked,
//! and says nothing by colour alone.
//! None of them holds a word: the caller passes every text, in the language of the moment.

mod alert;
mod answer_card;
mod button;
mod calendar;
mod card_header;
mod chip;
mod choice_group;
mod choice_menu;
mod choice_row;
mod compact_row;
mod draw;
mod emergency_badge;
mod fold_header;
mod gap_card;
mod icon_button;
mod key_hint;
mod lead_text;
mod link_row;
mod phase_heading;
mod plan_step;
mod question_band;
mod reach;
mod search_field;
mod section_label;
mod tab_bar;

pub use alert::alert_line;
pub use answer_card::{AnswerCard, Bearing};
pub use button::{Button, filled_button, outline_button};
pub use calendar::{Calendar, CalendarWords};
pub use card_header::card_header;
pub use chip::{Chip, chip};
pub use choice_group::{choice_group, choice_rows};
pub use choice_menu::{MenuRow, choice_menu, close_on_escape};
pub use choice_row::{ChoiceMark, ChoiceRow, ChoiceState};
pub use compact_row::CompactRow;
pub use draw::{dashed_frame, focus_ring, number_right, number_width, tabular_number};
pub use emergency_badge::emergency_badge;
pub use fold_header::FoldHeader;
pub use gap_card::GapCard;
pub use icon_button::{IconButton, icon_button};
pub use key_hint::key_hint;
pub use lead_text::lead_text;
pub use link_row::LinkRow;
pub use phase_heading::{PhaseHeading, paint_phase_square, phase_heading};
pub use plan_step::PlanStepRow;
pub use question_band::question_band;
pub use reach::{focus_first, not_first, one_stop, reached, scroll_by_key, scroll_text_by_key, take_first};
pub use search_field::SearchField;
pub use section_label::section_label;
pub use tab_bar::tab_bar;
