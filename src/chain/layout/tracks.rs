//! Upright lines side by side in a gutter: in which order, so that they cross little, and on how many tracks.

use super::{Sizes, ports::Ports, wiring::Trunk};

/// With at most this many lines every pair is compared, as that takes quadratic time. Chosen by hand.
const PAIRS_UP_TO: usize = 160;
/// Two lines that run over each other at one height count as this many crossings. Chosen by hand.
const RUN_OVER: i32 = 4;
/// The most rounds of moving single lines. Chosen by hand.
const ROUNDS: usize = 4;

/// A line in a gutter: where it is joined from both sides, and from where to where it runs.
struct GutterLine<'a> {
    trunk: usize,
    left: &'a [f32],
    right: &'a [f32],
    top: f32,
    bottom: f32,
}

impl GutterLine<'_> {
    fn meets(&self, other: &Self, clearance: f32) -> bool {
        self.top < other.bottom + clearance && other.top < self.bottom + clearance
    }

    /// Crossings when this line is left of the other.
    fn cost_before(&self, other: &Self, clearance: f32) -> i32 {
        let within = |ends: &[f32], line: &Self| ends.iter().filter(|y| line.top < **y && **y < line.bottom).count();
        let crossings = within(self.right, other) + within(other.left, self);
        let near = |a: &f32| other.left.iter().any(|b| (a - b).abs() < clearance / 2.0);
        let over = self.right.iter().filter(|y| near(y)).count();
        i32::try_from(crossings).unwrap_or(i32::MAX / 8) + RUN_OVER * i32::try_from(over).unwrap_or(i32::MAX / 64)
    }
}

/// Per trunk of a gutter its track, counted from the left; and how many tracks there are.
///
/// A line that runs straight from left to right needs none.
pub(super) fn tracks(trunks: &[(usize, &Trunk)], ports: &Ports, sizes: &Sizes) -> (Vec<(usize, usize)>, usize) {
    let mut lines: Vec<GutterLine> = Vec::with_capacity(trunks.len());
    for (trunk, _) in trunks {
        let (left, right) = (&ports.left[*trunk], &ports.right[*trunk]);
        let all = || left.iter().chain(right);
        let (top, bottom) = (all().copied().fold(f32::MAX, f32::min), all().copied().fold(f32::MIN, f32::max));
        if bottom - top > 0.01 {
            lines.push(GutterLine { trunk: *trunk, left, right, top, bottom });
        }
    }
    lines.sort_by(|a, b| {
        let (a, b) = (by_rule(a), by_rule(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    if lines.len() <= PAIRS_UP_TO {
        improve(&mut lines, sizes.pitch);
    }
    let mut heights: Vec<f32> = lines.iter().flat_map(|line| [line.top, line.bottom + sizes.pitch]).collect();
    heights.sort_by(f32::total_cmp);
    heights.dedup();
    let place = |y: f32| heights.partition_point(|other| *other < y);
    let mut taken = RangeMaxTree::new(heights.len());
    let mut found = Vec::with_capacity(lines.len());
    let mut count = 0;
    for line in &lines {
        let (from, to) = (place(line.top), place(line.bottom + sizes.pitch));
        let track = taken.max(from, to);
        taken.raise(from, to, track + 1);
        count = count.max(track + 1);
        found.push((line.trunk, track as usize));
    }
    (found, count as usize)
}

/// The order that is right for lines with one end on each side: those that go down from the lowest,
/// then those that go up from the highest; loops keep to their own side.
fn by_rule(line: &GutterLine) -> (u8, f32) {
    let mean = |ends: &[f32]| ends.iter().sum::<f32>() / super::times(ends.len().max(1), 1.0);
    let length = line.bottom - line.top;
    match (line.left, line.right) {
        (_, []) => (0, length),
        ([], _) => (3, -length),
        (left, right) if mean(right) >= mean(left) => (1, -mean(left)),
        (left, _) => (2, mean(left)),
    }
}

/// Moves single lines to where they cross least, as long as it helps.
fn improve(lines: &mut Vec<GutterLine>, pitch: f32) {
    let count = lines.len();
    // By how much the crossings grow when the one is right of the other instead of left.
    let mut gains = vec![0_i32; count * count];
    for one in 0..count {
        for other in one + 1..count {
            if lines[one].meets(&lines[other], pitch) {
                let before = lines[one].cost_before(&lines[other], pitch);
                let gain = lines[other].cost_before(&lines[one], pitch) - before;
                gains[one * count + other] = gain;
                gains[other * count + one] = -gain;
            }
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for line in 0..count {
            let Some(from) = order.iter().position(|other| *other == line) else { continue };
            let (mut best, mut to) = (0, from);
            let mut sum = 0;
            for at in (0..from).rev() {
                sum += gains[order[at] * count + line];
                if sum < best {
                    (best, to) = (sum, at);
                }
            }
            sum = 0;
            for (at, other) in order.iter().enumerate().skip(from + 1) {
                sum += gains[line * count + other];
                if sum < best {
                    (best, to) = (sum, at);
                }
            }
            if to != from {
                moved = true;
                order.remove(from);
                order.insert(to, line);
            }
        }
        if !moved {
            break;
        }
    }
    let mut by_number: Vec<Option<GutterLine>> = std::mem::take(lines).into_iter().map(Some).collect();
    lines.extend(order.into_iter().filter_map(|number| by_number[number].take()));
}

/// A range-max tree: the highest number by place, where a range is raised and asked at once.
struct RangeMaxTree {
    size: usize,
    max: Vec<u32>,
    /// What all places under a node are at least, not yet passed down to its children.
    at_least: Vec<u32>,
}

impl RangeMaxTree {
    fn new(places: usize) -> Self {
        let size = places.next_power_of_two();
        Self { size, max: vec![0; 2 * size], at_least: vec![0; 2 * size] }
    }

    /// The highest number between two places, both included.
    fn max(&self, from: usize, to: usize) -> u32 {
        self.max_under(1, 0, self.size, from, to + 1)
    }

    fn max_under(&self, node: usize, start: usize, end: usize, from: usize, to: usize) -> u32 {
        if to <= start || end <= from {
            return 0;
        }
        if from <= start && end <= to {
            return self.max[node];
        }
        let middle = usize::midpoint(start, end);
        let left = self.max_under(2 * node, start, middle, from, to);
        left.max(self.max_under(2 * node + 1, middle, end, from, to)).max(self.at_least[node])
    }

    fn raise(&mut self, from: usize, to: usize, value: u32) {
        self.raise_under((1, 0, self.size), from, to + 1, value);
    }

    fn raise_under(&mut self, (node, start, end): (usize, usize, usize), from: usize, to: usize, value: u32) {
        if to <= start || end <= from {
            return;
        }
        self.max[node] = self.max[node].max(value);
        if from <= start && end <= to {
            self.at_least[node] = self.at_least[node].max(value);
            return;
        }
        let middle = usize::midpoint(start, end);
        self.raise_under((2 * node, start, middle), from, to, value);
        self.raise_under((2 * node + 1, middle, end), from, to, value);
    }
}
