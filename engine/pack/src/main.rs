//! Packs the engine of the page: `pack-engine ENGINE.wasm OUT`. `engine/build.sh` calls it.

use std::{env, error::Error, fs};

// As `export site` packs the guide.
#[path = "../../../src/export/site/packed.rs"]
mod packed;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [wasm, out] = &files[..] else { return Err("ENGINE.wasm OUT".into()) };
    fs::write(out, packed::packed(&fs::read(wasm)?)?)?;
    Ok(())
}
