//! Widths: lanes as wide as their boxes, gutters as wide as their lines need.

use super::{
    LayoutRequest,
    ports::Ports,
    times, tracks,
    wiring::{Trunk, Wiring},
};

/// The left and right sides of lanes and gutters, and the tracks in them.
pub(super) struct Columns {
    pub(super) lanes: Vec<(f32, f32)>,
    pub(super) gutters: Vec<(f32, f32)>,
    /// Per trunk the x of its line.
    pub(super) trunks: Vec<f32>,
    /// Of the whole picture, margins included.
    pub(super) width: f32,
}

/// The columns of a request, each gutter as wide as its lines need.
pub(super) fn columns(request: &LayoutRequest, wiring: &Wiring, ports: &Ports) -> Columns {
    let sizes = &request.sizes;
    let count = request.lanes.len();
    let mut by_gutter: Vec<Vec<(usize, &Trunk)>> = vec![Vec::new(); count + 1];
    for (number, trunk) in wiring.trunks.iter().enumerate() {
        by_gutter[trunk.gutter as usize].push((number, trunk));
    }
    let mut columns =
        Columns { lanes: Vec::new(), gutters: Vec::new(), trunks: vec![0.0; wiring.trunks.len()], width: 0.0 };
    let mut x = sizes.margin;
    for (gutter, trunks) in by_gutter.iter().enumerate() {
        let (found, tracks) = tracks::tracks(trunks, ports, sizes);
        let lines = times(tracks.saturating_sub(1), sizes.pitch);
        let is_outer = gutter == 0 || gutter == count;
        let width = match (is_outer, tracks) {
            (true, 0) => 0.0,
            (true, _) => lines + 2.0 * sizes.gutter_margin,
            (false, _) => (lines + 2.0 * sizes.gutter_margin).max(sizes.gutter),
        };
        let first = x + (width - lines) / 2.0;
        for (trunk, _) in trunks {
            columns.trunks[*trunk] = first;
        }
        for (trunk, track) in found {
            columns.trunks[trunk] = first + times(track, sizes.pitch);
        }
        columns.gutters.push((x, x + width));
        x += width;
        if let Some(lane) = request.lanes.get(gutter) {
            columns.lanes.push((x, x + lane.width));
            x += lane.width;
        }
    }
    columns.width = x + sizes.margin;
    columns
}
