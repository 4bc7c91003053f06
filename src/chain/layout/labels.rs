//! Labels in the gutters: beside boxes, headings, other labels and other lines, or not at all.

use std::ops::RangeInclusive;

use super::{Extent, Layout, LayoutRequest, Point, Rect, columns::Columns};

/// Size of the cells in which lines and labels are looked up, in points. Chosen by hand; only speed depends on it.
const CELL: Extent = Extent { width: 64.0, height: 64.0 };

/// The most comparisons with lines; after that no more labels are placed. Chosen by hand, to bound
/// the time.
const COMPARISONS: usize = 1_000_000;
/// A picture with more edges gets no labels: it is too dense to read them. Chosen by hand.
const MOST_EDGES: usize = 4_000;

/// Puts every label that finds room on its own line.
pub(super) fn place(request: &LayoutRequest, columns: &Columns, layout: &mut Layout) {
    if request.edges.len() > MOST_EDGES || request.edges.iter().all(|edge| edge.label.is_none()) {
        return;
    }
    let mut pieces: Vec<Vec<Straight>> = vec![Vec::new(); columns.gutters.len()];
    for (edge, drawn) in layout.edges.iter().enumerate() {
        for piece in drawn.path.corners.windows(2) {
            if let Some(gutter) = gutter_of(columns, piece[0], piece[1]) {
                pieces[gutter].push(Straight { edge, ends: [piece[0], piece[1]] });
            }
        }
    }
    let crowd = |(gutter, pieces): (&(f32, f32), &Vec<Straight>)| Crowd::new(*gutter, layout.extent.height, pieces);
    let mut gutters: Vec<Crowd> = columns.gutters.iter().zip(&pieces).map(crowd).collect();
    let mut left = COMPARISONS;
    for (edge, wanted) in request.edges.iter().enumerate() {
        let Some(extent) = wanted.label.filter(|_| left > 0) else { continue };
        let corners = &layout.edges[edge].path.corners;
        // Level pieces before upright ones, and the nearest to the end of the edge first.
        let pieces = || corners.windows(2).rev();
        let level = pieces().filter(|piece| is_level(piece[0], piece[1]));
        let upright = pieces().filter(|piece| !is_level(piece[0], piece[1]));
        let found = level.chain(upright).find_map(|piece| {
            let gutter = gutter_of(columns, piece[0], piece[1])?;
            let bounds = columns.gutters[gutter];
            let crowd = &gutters[gutter];
            places(piece[0], piece[1], extent)
                .map(|center| Rect::around(center, extent))
                .find(|rect| {
                    let inside = bounds.0 <= rect.left && rect.right <= bounds.1;
                    inside && crowd.is_free(edge, rect, request.sizes.label_gap, &mut left)
                })
                .map(|rect| (gutter, rect))
        });
        if let Some((gutter, rect)) = found {
            gutters[gutter].add_label(rect);
            layout.edges[edge].label = Some(rect);
        }
    }
}

/// Where on a straight piece the middle of a label may be: in its middle first, then further away.
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

/// A straight piece of the line of an edge.
#[derive(Clone, Copy, Debug, Default)]
struct Straight {
    edge: usize,
    ends: [Point; 2],
}

/// A gutter in cells.
#[derive(Clone, Copy, Debug)]
struct Grid {
    left: f32,
    columns: usize,
    rows: usize,
}

impl Grid {
    /// The rows through which a rectangle goes.
    fn rows(self, rect: &Rect) -> RangeInclusive<usize> {
        let row = |y: f32| steps(y, CELL.height).min(self.rows - 1);
        row(rect.top)..=row(rect.bottom)
    }

    /// The cells through which a rectangle goes.
    fn cells(self, rect: &Rect) -> impl Iterator<Item = usize> + use<> {
        let column = |x: f32| steps(x - self.left, CELL.width).min(self.columns - 1);
        let columns = column(rect.left)..=column(rect.right);
        self.rows(rect).flat_map(move |row| columns.clone().map(move |column| row * self.columns + column))
    }
}

/// Lines and labels of a gutter by where they are.
struct Crowd {
    grid: Grid,
    /// The lines of each cell, and per cell where they begin.
    lines: Vec<Straight>,
    starts: Vec<usize>,
    /// The labels of each row.
    labels: Vec<Vec<Rect>>,
}

impl Crowd {
    fn new((left, right): (f32, f32), height: f32, pieces: &[Straight]) -> Self {
        let grid = Grid { left, columns: steps(right - left, CELL.width) + 1, rows: steps(height, CELL.height) + 1 };
        let cells = |piece: &Straight| grid.cells(&Rect::between(piece.ends));
        let mut starts = vec![0; grid.columns * grid.rows + 1];
        pieces.iter().flat_map(cells).for_each(|cell| starts[cell + 1] += 1);
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut next = starts.clone();
        let mut lines = vec![Straight::default(); starts.last().copied().unwrap_or_default()];
        for piece in pieces {
            for cell in cells(piece) {
                lines[next[cell]] = *piece;
                next[cell] += 1;
            }
        }
        Self { grid, lines, starts, labels: vec![Vec::new(); grid.rows] }
    }

    fn add_label(&mut self, rect: Rect) {
        self.grid.rows(&rect).for_each(|row| self.labels[row].push(rect));
    }

    /// Whether no other label and no line of another edge is within the rectangle.
    fn is_free(&self, edge: usize, rect: &Rect, gap: f32, left: &mut usize) -> bool {
        let wide =
            Rect { left: rect.left - gap, top: rect.top - gap, right: rect.right + gap, bottom: rect.bottom + gap };
        let is_beside = |row: usize| self.labels[row].iter().all(|other| !other.overlaps(&wide));
        let is_beside_lines = |cell: usize| {
            let lines = &self.lines[self.starts[cell]..self.starts[cell + 1]];
            *left = left.saturating_sub(lines.len());
            lines.iter().all(|line| line.edge == edge || !rect.is_cut_by(line.ends[0], line.ends[1]))
        };
        self.grid.rows(&wide).all(is_beside) && self.grid.cells(rect).all(is_beside_lines)
    }
}

/// The number of whole steps in a length; 0 for a negative length.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative length has no steps")]
fn steps(length: f32, step: f32) -> usize {
    (length / step).max(0.0) as usize
}
