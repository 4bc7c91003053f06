#!/usr/bin/env bash
# Builds what the page runs on: assets/engine.wasm.lzma and assets/unpack.wasm, or the same in the folder that is named.
#
# The same bytes on every machine and in every folder: one version of Rust, the crates of Cargo.lock, and no path of this
# machine in what is built. Needs `rustup target add wasm32-unknown-unknown` for that version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The toolchain at hand where it is that version, or else the one of that name.
rust=()
[[ $(rustc --version) == 'rustc 1.95.0 '* ]] || rust=(+1.95.0)
out=${1:-assets}
target=${CARGO_TARGET_DIR:-target}
cargo fetch -q --locked
flags=("--remap-path-prefix=$PWD=wegwijzer"
    "--remap-path-prefix=$(rustc "${rust[@]}" --print sysroot)/lib/rustlib/src/rust=rust")
for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=("--remap-path-prefix=$crates=crates")
done
# What the environment says of profiles or of a wrapper would change the bytes.
unset "${!CARGO_PROFILE_@}" RUSTFLAGS RUSTC_WRAPPER
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}") CARGO_TARGET_DIR=$target/engine \
    cargo "${rust[@]}" build -q --locked -p wegwijzer-engine -p unpack-engine --profile engine --target wasm32-unknown-unknown
cargo run -q --locked -p pack-engine -- \
    "$target/engine/wasm32-unknown-unknown/engine/wegwijzer_engine.wasm" "$out/engine.wasm.lzma"
cp "$target/engine/wasm32-unknown-unknown/engine/unpack_engine.wasm" "$out/unpack.wasm"
