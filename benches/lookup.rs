//! Placeholder until the measurements move in.

fn main() {}
