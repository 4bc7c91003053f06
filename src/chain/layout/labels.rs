//! Labels in the gutters: beside boxes, headings, other labels and other lines, or not at all.

use super::{Extent, Layout, LayoutRequest, Point, Rect, routing::Columns};

/// Height of the strips in which lines and labels are looked up.
const STRIP: f32 = 48.0;

/// So many comparisons with lines at most; after that no more labels find room.
const COMPARISONS: usize = 1_000_000;
/// A picture with more edges is too dense for labels at any size that shows it.
const MOST_EDGES: usize = 4_000;

/// Puts every label that finds room on its own line.
pub(super) fn place(request: &LayoutRequest, columns: &Columns, layout: &mut Layout) {
    if request.edges.len() > MOST_EDGES || request.edges.iter().all(|edge| edge.label.is_none()) {
        return;
    }
    let mut gutters: Vec<Strips> = columns.gutters.iter().map(|_| Strips::new(layout.extent.height)).collect();
    for (edge, drawn) in layout.edges.iter().enumerate() {
        for piece in drawn.path.corners.windows(2) {
            if let &[from, to] = piece
                && let Some(strips) = gutter_of(columns, from, to).and_then(|gutter| gutters.get_mut(gutter))
            {
                strips.add_line(edge, from, to);
            }
        }
    }
    let mut left = COMPARISONS;
    for (edge, wanted) in request.edges.iter().enumerate() {
        let Some(extent) = wanted.label.filter(|_| left > 0) else { continue };
        let corners = &layout.edges[edge].path.corners;
        // The piece nearest to where the edge ends tells most, then the one where it starts.
        let pieces = || corners.windows(2).rev();
        let level = pieces().filter(|piece| is_level(piece[0], piece[1]));
        let upright = pieces().filter(|piece| !is_level(piece[0], piece[1]));
        let found = level.chain(upright).find_map(|piece| {
            let gutter = gutter_of(columns, piece[0], piece[1])?;
            let bounds = columns.gutters[gutter];
            let strips = &gutters[gutter];
            places(piece[0], piece[1], extent)
                .map(|center| Rect::around(center, extent))
                .find(|rect| {
                    let inside = bounds.0 <= rect.left && rect.right <= bounds.1;
                    inside && strips.is_free(edge, rect, request.sizes.label_gap, &mut left)
                })
                .map(|rect| (gutter, rect))
        });
        if let Some((gutter, rect)) = found {
            gutters[gutter].add_label(rect);
            layout.edges[edge].label = Some(rect);
        }
    }
}

/// Where on a straight piece a label may have its middle: in the middle first, then further away.
fn places(from: Point, to: Point, extent: Extent) -> impl Iterator<Item = Point> {
    const SHARES: [f32; 7] = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];
    let length = (to.x - from.x).abs() + (to.y - from.y).abs();
    let needed = if is_level(from, to) { extent.width } else { extent.height };
    SHARES
        .into_iter()
        .map(move |share| Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
        .filter(move |center| {
            let to_end = |end: Point| (end.x - center.x).abs() + (end.y - center.y).abs();
            length >= needed && to_end(from).min(to_end(to)) >= needed / 2.0
        })
}

/// Whether a straight piece runs from left to right or back; else it is upright.
fn is_level(from: Point, to: Point) -> bool {
    (from.x - to.x).abs() > (from.y - to.y).abs()
}

/// The gutter in which the middle of a piece lies.
fn gutter_of(columns: &Columns, from: Point, to: Point) -> Option<usize> {
    let x = f32::midpoint(from.x, to.x);
    columns.gutters.iter().position(|(left, right)| *left <= x && x <= *right)
}

/// Lines and labels of a gutter by height.
struct Strips {
    lines: Vec<Vec<(usize, Point, Point)>>,
    labels: Vec<Vec<Rect>>,
}

impl Strips {
    fn new(height: f32) -> Self {
        let count = strip(height) + 1;
        Self { lines: vec![Vec::new(); count], labels: vec![Vec::new(); count] }
    }

    fn add_line(&mut self, edge: usize, from: Point, to: Point) {
        for strip in strip(from.y.min(to.y))..=strip(from.y.max(to.y)) {
            if let Some(lines) = self.lines.get_mut(strip) {
                lines.push((edge, from, to));
            }
        }
    }

    fn add_label(&mut self, rect: Rect) {
        for strip in strip(rect.top)..=strip(rect.bottom) {
            if let Some(labels) = self.labels.get_mut(strip) {
                labels.push(rect);
            }
        }
    }

    /// Whether no other label and no line of another edge is within the rectangle.
    fn is_free(&self, edge: usize, rect: &Rect, gap: f32, left: &mut usize) -> bool {
        let wide =
            Rect { left: rect.left - gap, top: rect.top - gap, right: rect.right + gap, bottom: rect.bottom + gap };
        (strip(wide.top)..=strip(wide.bottom)).all(|strip| {
            let labels = self.labels.get(strip).into_iter().flatten();
            let mut lines = self.lines.get(strip).into_iter().flatten().inspect(|_| *left = left.saturating_sub(1));
            labels.into_iter().all(|other| !other.overlaps(&wide))
                && lines.all(|(other, from, to)| *other == edge || !rect.is_cut_by(*from, *to))
        })
    }
}

/// The strip at a height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative height is in the first strip")]
fn strip(y: f32) -> usize {
    (y / STRIP).max(0.0) as usize
}
