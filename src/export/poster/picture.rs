//! The lanes, lines and boxes of the picture.

use super::{
    shapes::{BoxLook, frame, head, overlap},
    sheet::PosterSheet,
    theme,
};
use crate::{
    chain::Line,
    export::{
        drawing::{Shape, Stroke},
        paper::{TextStyle, theme::phase as phase_color},
    },
    lookup::Verdict,
    present::chain::PlaceView,
    text::{chain as chain_text, words},
};

impl PosterSheet<'_> {
    /// The lanes with their letters, and the headings of the aspects.
    pub(super) fn lanes(&mut self) {
        let chain = self.chain;
        for ((lane, (letter, title)), says) in chain.layout.lanes.iter().zip(&chain.lanes).zip(self.answers) {
            let [left, top, width, height] = self.area(*lane);
            let pad = theme::LANE_PAD;
            let area = [left - pad, top - pad, width + 2.0 * pad, height + 2.0 * pad];
            let line = Some(Stroke { width: theme::EDGE_FAINT, color: theme::LINE, dash: None });
            let fill = (!self.is_marked).then_some(theme::WHITE);
            let mut shapes = vec![Shape::Rect { area, radius: 2.0 * theme::RADIUS, fill, line }];
            let square = [left, top, theme::LETTER, theme::LETTER];
            let color = phase_color(*letter);
            shapes.push(Shape::Rect { area: square, radius: theme::RADIUS, fill: Some(color), line: None });
            let style = TextStyle { ink: theme::WHITE, ..theme::LANE };
            let inset = (theme::LETTER - self.measure.width(&letter.to_string(), style)) / 2.0;
            let down = top + (theme::LETTER - theme::LANE.line) / 2.0;
            shapes.push(self.words(left + inset, down, &letter.to_string(), style));
            let room = width - theme::LETTER - theme::GAP_S;
            let name = self.measure.cut(title, theme::LANE, room);
            shapes.push(self.words(left + theme::LETTER + theme::GAP_S, down, &name, theme::LANE));
            let mut under = top + theme::LETTER + theme::GAP_S / 2.0;
            for line in self.measure.wrapped(says, theme::SAYS, width, theme::LANE_SAYS) {
                shapes.push(self.words(left, under, &line, theme::SAYS));
                under += theme::SAYS.line;
            }
            self.add(Some(chain_text::lane_name(*letter, title, says)), None, shapes);
        }
        let headings: Vec<Shape> = chain
            .layout
            .headings
            .iter()
            .flatten()
            .zip(&chain.groups)
            .filter(|(rect, _)| rect.bottom > rect.top)
            .map(|(rect, title)| {
                let [left, top, width, height] = self.area(*rect);
                let title = self.measure.cut(title, theme::GROUP, width);
                self.words(left, top + height - theme::GROUP.line, &title, theme::GROUP)
            })
            .collect();
        self.add(None, None, headings);
    }

    /// The hand-overs, those that do not apply undermost. What is handed over stands in the chain in words:
    /// on so many lines there is room for few words, and some words would look like a choice.
    pub(super) fn lines(&mut self) {
        let chain = self.chain;
        for wanted in [Verdict::Excluded, Verdict::Depends, Verdict::Applies] {
            for (position, (edge, said)) in chain.layout.edges.iter().zip(&chain.edges).enumerate() {
                if self.edge_verdict(position) != wanted {
                    continue;
                }
                let Some((start, pieces)) = self.path(&edge.path) else { continue };
                let is_spine = chain.picture.edges[position].line == Line::Spine;
                let line = match wanted {
                    Verdict::Applies if is_spine => {
                        Stroke { width: theme::EDGE_SPINE, color: theme::ACCENT, dash: None }
                    }
                    Verdict::Depends if is_spine => {
                        Stroke { width: theme::EDGE_SPINE, color: theme::ACCENT, dash: Some(theme::DASH_SPINE) }
                    }
                    Verdict::Applies => Stroke { width: theme::EDGE, color: theme::JOINT, dash: None },
                    Verdict::Depends => Stroke { width: theme::EDGE, color: theme::JOINT, dash: Some(theme::DASH) },
                    Verdict::Excluded => Stroke { width: theme::EDGE_FAINT, color: theme::LINE, dash: None },
                };
                let before = pieces.len().checked_sub(2).and_then(|last| pieces.get(last)).map_or(start, |p| p.to);
                let tip = pieces.last().and_then(|last| head(before, last.to, line.color));
                let returns = !chain.picture.edges[position].returns.is_empty();
                let tail = pieces.first().filter(|_| returns).and_then(|first| head(first.to, start, line.color));
                let mut shapes = vec![Shape::Path { start, pieces, line }];
                shapes.extend(tip);
                shapes.extend(tail);
                if let Some(label) = edge.label {
                    let [left, top, width, height] = self.area(label);
                    let inset = (width - self.measure.width(&said.act, theme::HANDED)) / 2.0;
                    let area = [left, top, width, height];
                    shapes.push(Shape::Rect { area, radius: 0.0, fill: Some(theme::GROUND), line: None });
                    let down = top + (height - theme::HANDED.line) / 2.0;
                    shapes.push(self.words(left + inset.max(0.0), down, &said.act, theme::HANDED));
                }
                self.add(Some(self.step_name(position, &said.name)), Some(self.step_texts(position)), shapes);
            }
        }
    }

    /// The sentences of the guide about a hand-over, with the ground for sharing data.
    fn step_texts(&self, edge: usize) -> String {
        let referrals = self.chain.picture.edges.get(edge).map(|edge| edge.referrals.as_slice()).unwrap_or_default();
        let texts = referrals.iter().map(|referral| &self.guide.referrals[*referral]).map(|referral| {
            format!("{} ({})", referral.text, words::sharing_ground(referral.sharing.ground, self.lang))
        });
        texts.collect::<Vec<_>>().join(" ")
    }

    pub(super) fn boxes(&mut self) {
        let chain = self.chain;
        for (position, (rect, place)) in chain.layout.boxes.iter().zip(&chain.places).enumerate() {
            let area = self.area(*rect);
            let shapes = if chain.picture.places[position].is_fold() {
                self.fold(area, place)
            } else {
                self.place(position, area, place)
            };
            let title = format!("{}, {}", place.name, self.place_state(position));
            self.add(Some(title), None, shapes);
        }
    }

    fn place(&self, position: usize, area: [f32; 4], place: &PlaceView) -> Vec<Shape> {
        let verdict = self.place_verdict(position);
        let look = if place.is_gap { BoxLook::Gap(verdict) } else { BoxLook::Party(verdict) };
        let mut shapes = frame(area, look, phase_color(place.letter));
        let is_large = self.is_spine && place.verb.is_some();
        let style = match (place.is_gap, verdict, place.home.is_some()) {
            (true, Verdict::Excluded, _) => theme::GAP_OUT,
            (true, ..) => theme::GAP,
            (false, Verdict::Excluded, _) => theme::OUT,
            (false, ..) if is_large => theme::PARTY,
            (false, _, true) => theme::ELSEWHERE,
            (false, _, false) => theme::HOME,
        };
        let [left, top, width, height] = area;
        let inset = if place.is_gap { theme::GAP_S } else { theme::BAR + theme::GAP_S };
        let has_overlap = self.open_overlap(position).is_some();
        let mark = if has_overlap { theme::GAP_M } else { 0.0 };
        let room = width - inset - theme::GAP_S - mark;
        let rows = if place.is_gap { 2 } else { 1 };
        let lines = self.measure.wrapped(&place.title, style, room, rows);
        let mut lines: Vec<(String, TextStyle)> = lines.into_iter().map(|line| (line, style)).collect();
        if let Some(verb) = place.verb.as_ref().filter(|_| is_large) {
            lines.push((self.measure.cut(verb, theme::VERB, room), theme::VERB));
        }
        let mut down = top + (height - lines.iter().map(|(_, style)| style.line).sum::<f32>()) / 2.0;
        for (line, style) in lines {
            shapes.push(self.words(left + inset, down, &line, style));
            down += style.line;
        }
        if has_overlap {
            shapes.extend(overlap(left + width - theme::GAP_M, top + height / 2.0));
        }
        shapes
    }

    /// What is folded: who else, as far as there is room, and how many they are.
    fn fold(&self, [left, top, width, height]: [f32; 4], place: &PlaceView) -> Vec<Shape> {
        let more = place.more.map(chain_text::more_parties).unwrap_or_default();
        let wide = self.measure.width(&more, theme::MORE);
        let right = left + width - wide;
        let inset = theme::BAR + theme::GAP_S;
        let names = self.measure.cut(&place.title, theme::FOLDED, width - inset - wide - theme::GAP_S);
        let down = top + (height - theme::FOLDED.line) / 2.0;
        let mut shapes = vec![self.words(left + inset, down, &names, theme::FOLDED)];
        if !more.is_empty() {
            shapes.push(self.words(right, down, &more, theme::MORE));
        }
        shapes
    }
}
