//! What stands around the answer: the bar, the form, and what the page is.

use maud::{Markup, html};
use serde::Serialize;

use super::form;
use crate::{
    model::{Guide, GuideOrigin, Lang},
    text::{card, lesson, page as text, which, window, words},
};

/// The body of the page in another language, for the script.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    body: String,
    title: String,
}

impl Frame {
    pub(super) fn of(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> Self {
        Self { body: body(guide, origin, lang).into_string(), title: title(guide, lang) }
    }
}

/// The title of the page; nothing of what is asked is in it.
pub fn title(guide: &Guide, lang: Lang) -> String {
    let title = format!("{} · {} {}", guide.title, words::edition(lang), guide.edition);
    which::mark(guide, lang).map_or(title.clone(), |mark| format!("{mark} · {title}"))
}

/// What is in sight before the engine has started.
pub fn starting(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> Markup {
    html! {
        (training(guide, lang))
        header { (name(guide, origin, lang)) (danger(guide, lang)) }
        main { p.starting { (window::opening(lang)) } }
    }
}

fn name(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> Markup {
    html! {
        div.name {
            h1 { (words::product(lang)) }
            p { (words::edition(lang)) " " (which::which_edition(guide, origin, lang)) }
        }
    }
}

/// The number to call in danger.
pub(super) fn danger(guide: &Guide, lang: Lang) -> Markup {
    html! { p.danger { a href="tel:112" { (which::emergency(guide, lang)) } } }
}

/// That the guide is for training, as long as one looks and across every page on paper; nothing of a real one.
pub(super) fn training(guide: &Guide, lang: Lang) -> Markup {
    html! {
        @if let Some(mark) = which::mark(guide, lang) { p.training { (mark) } }
        @if let Some(word) = which::across(guide, lang) { div.across aria-hidden="true" { (word) } }
    }
}

/// Everything but the answer.
fn body(guide: &Guide, origin: Option<&GuideOrigin>, lang: Lang) -> Markup {
    html! {
        a.skip href="#answer" { (text::to_the_answer(lang)) }
        (training(guide, lang))
        header {
            (name(guide, origin, lang))
            (danger(guide, lang))
            (search(lang))
            (tools(lang))
            p.note-line { (card::not_official(lang)) ". " (card::responsible(lang)) "." }
        }
        div.columns {
            (asking(guide, lang))
            main #answer tabindex="-1" aria-label=(window::answers(lang)) { p.small { (window::opening(lang)) } }
        }
        p.unseen #status role="status" {}
        dialog #opened aria-labelledby="title" {
            div #said {}
            form method="dialog" { button { (window::close(lang)) } }
        }
        dialog #linked aria-labelledby="link-title" {
            h2 #link-title { (text::link_title(lang)) }
            p { (text::link_warning(lang)) }
            label { (text::link_label(lang)) " " input #address readonly; }
            form method="dialog" { button { (window::close(lang)) } }
        }
        footer {
            p { (text::not_kept(lang)) }
            @if let Some(sum) = origin.and_then(|origin| origin.sha256.as_ref()) { p.sum { (text::guide_sum(lang)) " " (sum) } }
        }
    }
}

fn search(lang: Lang) -> Markup {
    html! {
        search {
            form #search autocomplete="off" {
                label for="words" { (text::search(lang)) }
                input #words type="search" placeholder=(window::search_hint(lang)) spellcheck="false" autocomplete="off";
            }
            div #hits aria-label=(window::results(lang)) role="region" hidden {}
        }
    }
}

fn tools(lang: Lang) -> Markup {
    let (dutch, english) = (lang == Lang::Nl, lang == Lang::En);
    html! {
        div.tools role="group" aria-label=(text::tools(lang)) {
            label { span { (window::date(lang)) } input #date type="date" required; }
            label { span { (window::language(lang)) }
                select #language autocomplete="off" {
                    option value="nl" lang="nl" selected[dutch] { "Nederlands" }
                    option value="en" lang="en" selected[english] { "English" }
                }
            }
            button.quiet #compare type="button" title=(text::compare_help(lang)) aria-pressed="false" { (text::compare(lang)) }
            details.more {
                summary { (text::more(lang)) }
                div {
                    label { span { (window::theme(lang)) }
                        select #theme autocomplete="off" {
                            option value="" { (window::theme_system(lang)) }
                            option value="light" { (window::theme_light(lang)) }
                            option value="dark" { (window::theme_dark(lang)) }
                            option value="contrast" { (window::theme_contrast(lang)) }
                        }
                    }
                    button.quiet #cases type="button" { (lesson::cases(lang)) }
                    button.quiet #quiz type="button" { (text::quiz(lang)) }
                    button.quiet #link type="button" { (text::link(lang)) }
                    button.quiet #print type="button" { (text::print(lang)) }
                    button.quiet #about type="button" { (window::about(lang)) }
                }
            }
        }
    }
}

fn asking(guide: &Guide, lang: Lang) -> Markup {
    html! {
        form #who autocomplete="off" aria-labelledby="asking" {
            details #asked open {
                summary { h2 #asking { (window::who(lang)) } }
                p.small { (window::leave_open(lang)) }
                p { button #clear type="button" { (window::clear_all(lang)) } }
                label.place {
                    span { (window::gemeente(lang)) }
                    input #gemeente placeholder=(window::gemeente_hint(lang)) spellcheck="false" autocomplete="off" aria-describedby="gemeente.note";
                    small.note id="gemeente.note" {}
                }
                (form::form(guide, lang))
            }
        }
    }
}
