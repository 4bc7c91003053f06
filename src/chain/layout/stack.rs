//! Heights: the boxes and headings of a lane one under the other, with room for the lines that pass between them.

use super::{LayoutRequest, layered::Order, wiring::number};

/// Heights of everything, in points from the top.
#[derive(Clone, Debug, Default)]
pub(super) struct Stack {
    /// Per node its upper and lower side; a slot has no height.
    pub(super) spans: Vec<(f32, f32)>,
    /// Per lane and group the upper and lower side of the heading.
    pub(super) headings: Vec<Vec<(f32, f32)>>,
    /// The boxes of each lane, from top to bottom.
    pub(super) boxes: Order,
    /// The lower side of the lowest thing.
    pub(super) bottom: f32,
}

impl Stack {
    pub(super) fn center(&self, node: u32) -> f32 {
        let (top, bottom) = self.spans[node as usize];
        f32::midpoint(top, bottom)
    }
}

/// Stacks each lane in this order.
pub(super) fn stack(request: &LayoutRequest, order: &Order) -> Stack {
    let nodes = order.iter().map(Vec::len).sum();
    let mut stack = Stack { spans: vec![(0.0, 0.0); nodes], ..Stack::default() };
    for (lane, nodes) in order.iter().enumerate() {
        let mut column = LaneStack::new(request, lane, &mut stack.spans);
        column.fill(nodes);
        stack.bottom = stack.bottom.max(column.cursor);
        stack.headings.push(column.headings);
        stack.boxes.push(column.placed);
    }
    stack
}

struct LaneStack<'a> {
    request: &'a LayoutRequest,
    lane: usize,
    spans: &'a mut [(f32, f32)],
    headings: Vec<(f32, f32)>,
    has_heading: Vec<bool>,
    /// Slots since the last box or heading, whose height depends on what comes next.
    waiting: Vec<u32>,
    placed: Vec<u32>,
    /// The lower side of what was placed last.
    cursor: f32,
    /// Whether that was a heading, and not a box.
    after_heading: bool,
}

impl<'a> LaneStack<'a> {
    fn new(request: &'a LayoutRequest, lane: usize, spans: &'a mut [(f32, f32)]) -> Self {
        let described = &request.lanes[lane];
        Self {
            request,
            lane,
            spans,
            headings: vec![(0.0, 0.0); described.groups.len()],
            has_heading: vec![false; described.groups.len()],
            waiting: Vec::new(),
            placed: Vec::new(),
            cursor: request.sizes.margin + described.heading,
            after_heading: false,
        }
    }

    fn fill(&mut self, nodes: &[u32]) {
        for node in nodes {
            match self.request.boxes.get(*node as usize) {
                None => self.waiting.push(*node),
                Some(wanted) => {
                    self.head(wanted.group);
                    self.place(*node, wanted.height);
                }
            }
        }
        (0..self.headings.len()).for_each(|group| self.head(group));
        // Lines under the last box count as well.
        self.cursor = self.pass(0.0);
    }

    /// Room between what was placed last and the next box.
    fn gap(&self) -> f32 {
        let sizes = &self.request.sizes;
        if self.after_heading { sizes.heading_gap } else { sizes.box_gap }
    }

    /// The heading of a group, and of the empty groups before it.
    fn head(&mut self, group: usize) {
        if self.has_heading[group] {
            return;
        }
        let fixed = self.request.groups == super::GroupOrder::Fixed;
        for group in (if fixed { 0 } else { group })..=group {
            if std::mem::replace(&mut self.has_heading[group], true) {
                continue;
            }
            let top = self.pass(self.request.sizes.group_gap);
            let height = self.request.lanes[self.lane].groups[group];
            self.headings[group] = (top, top + height);
            self.cursor = top + height;
            self.after_heading = true;
        }
    }

    fn place(&mut self, node: u32, height: f32) {
        let top = self.pass(self.gap());
        let bottom = top + height;
        self.spans[node as usize] = (top, bottom);
        self.placed.push(node);
        self.cursor = bottom;
        self.after_heading = false;
    }

    /// Lets the waiting slots pass under what was placed last; returns where the next thing can begin.
    fn pass(&mut self, gap: f32) -> f32 {
        let sizes = &self.request.sizes;
        let count = self.waiting.len();
        if count == 0 {
            return self.cursor + gap;
        }
        let room = gap.max(super::times(count + 1, sizes.pitch));
        for (position, slot) in self.waiting.drain(..).enumerate() {
            let y = self.cursor + room * super::times(position + 1, 1.0) / super::times(count + 1, 1.0);
            self.spans[slot as usize] = (y, y);
        }
        self.cursor + room
    }
}

/// The keys of the boxes, from top to bottom per lane.
pub(super) fn keys(request: &LayoutRequest, stack: &Stack) -> Vec<super::Key> {
    stack.boxes.iter().flatten().map(|node| request.boxes[*node as usize].key).collect()
}

/// The place of every node from top to bottom, as far as it is a box.
pub(super) fn ranks(request: &LayoutRequest) -> Vec<Option<u32>> {
    let mut former: Vec<(super::Key, u32)> =
        request.previous.iter().enumerate().map(|(place, key)| (*key, number(place))).collect();
    former.sort_unstable();
    let rank = |key: super::Key| {
        let first = former.partition_point(|(other, _)| *other < key);
        former.get(first).filter(|(other, _)| *other == key).map(|(_, rank)| *rank)
    };
    request.boxes.iter().map(|wanted| rank(wanted.key)).collect()
}
