//! The page: the whole wegwijzer as one HTML file that works from anywhere, without a network.
//!
//! It carries the engine (`engine/`, this library as WebAssembly), the guide and the regions, packed, what unpacks them, and
//! what stands around the answer (`page`). Nothing but its own script and style may run in it: a policy in the file says so,
//! by their sums.

mod format;
mod packed;
mod signs;

pub use format::EXPORT;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use maud::{DOCTYPE, PreEscaped, html};
use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest as _, Sha256};

use self::packed::packed;
use crate::{
    lookup::Index,
    model::{Date, ExportError, GuideOrigin, Lang, Regions},
    page::{Bundle, plain_text, starting, title},
};

/// The core as WebAssembly, packed; `engine/build.sh` makes it, and `.ci/run` makes it again and compares.
pub static ENGINE: &[u8] = include_bytes!("../../../assets/engine.wasm.lzma");

/// What unpacks it in a browser, as WebAssembly; made and compared in the same way.
pub static UNPACK: &[u8] = include_bytes!("../../../assets/unpack.wasm");

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// How hard to deflate: as hard as can be.
const LEVEL: u8 = 10;

/// The page of a guide, made on a day.
///
/// # Errors
/// [`ExportError::Page`] when guide and regions cannot be written down.
pub fn site(index: &Index, regions: &Regions, made: Date, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let guide = index.guide();
    let nowhere = GuideOrigin { file: None, sha256: None, same_as_built_in: false, seal: None, supplement: None };
    let origin = index.origin();
    let bundle = Bundle::new(guide.as_ref().clone(), regions.clone(), origin.unwrap_or(&nowhere), made);
    let bundle = serde_json::to_vec(&bundle).map_err(|error| ExportError::Page(error.to_string()))?;
    let bundle = packed(&bundle).map_err(|error| ExportError::Page(error.to_string()))?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; base-uri 'none'; form-action 'none'",
        sum(SCRIPT),
        sum(STYLE)
    );
    let page = html! {
        (DOCTYPE)
        html lang=(lang.id()) {
            head {
                meta charset="utf-8";
                meta http-equiv="content-security-policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title(guide, lang)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                noscript #plain { (plain_text(index, made, lang)) }
                div #frame hidden { (starting(guide, origin, lang)) }
                (block("unpack", &compress_to_vec(UNPACK, LEVEL)))
                (block("engine", ENGINE))
                (block("bundle", &bundle))
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

/// Bytes that the script unpacks; no browser runs what is of this type.
fn block(id: &str, bytes: &[u8]) -> maud::Markup {
    html! { script type="application/octet-stream" id=(id) data-bytes=(bytes.len()) { (PreEscaped(signs::signs(bytes))) } }
}

/// The sum of a block, as a policy names it.
fn sum(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(text.as_bytes())))
}
