//! About the guide, as HTML.

use maud::html;

use super::{Page, ask::day, party::Opened, request::Today};
use crate::{
    lookup::edition_age_in_months,
    text::{card, page as text, which, window, words},
};

impl Page {
    /// Edition, sum, owner and limits.
    pub(super) fn about(&self, asked: &Today) -> Opened {
        let (guide, origin, lang) = (self.index.guide(), self.index.origin(), asked.lang);
        let today = day(&asked.today).ok();
        let age = today.and_then(|today| edition_age_in_months(guide, today)).filter(|months| *months > 0);
        let html = html! {
            h2 #title tabindex="-1" { (window::about(lang)) }
            p { (card::not_official(lang)) }
            p { (card::responsible(lang)) }
            p { (text::not_kept(lang)) }
            dl {
                dt { (window::edition(lang)) }
                dd { (which::which_edition(guide, origin, lang)) @if let Some(months) = age { " (" (words::edition_age(months, lang)) ")" } }
                dt { (words::owner(lang)) }
                dd { (guide.owner.contact.as_ref().unwrap_or(&guide.owner.name)) }
                dt { (words::sources(lang)) }
                dd { (guide.sources.len()) }
                @if let Some(sum) = origin.and_then(|origin| origin.sha256.as_ref()) {
                    dt { (text::guide_sum(lang)) }
                    dd.sum { (sum) }
                }
                dt { (window::limits(lang)) }
                @for limit in &guide.limits { dd { (limit.text(lang)) } }
            }
            p.small { (text::made_on(self.made, lang)) }
        };
        Opened { html: html.into_string() }
    }
}
