//! Unpacks what the page carries: LZMA is a quarter smaller than what a browser reads itself.
//!
//! The script asks for `room`, writes the packed bytes there, calls `unpack`, and reads the bytes at `unpacked`.
#![cfg(target_arch = "wasm32")]
#![deny(unsafe_code)]

use std::cell::RefCell;

use lzma_rust2::{LzmaReader, Read};

thread_local! {
    static DOOR: RefCell<Door> = const { RefCell::new(Door { packed: Vec::new(), unpacked: Vec::new() }) };
}

struct Door {
    packed: Vec<u8>,
    unpacked: Vec<u8>,
}

/// Room for so many packed bytes.
#[expect(unsafe_code, reason = "the script finds it by this name, and there is no other")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    DOOR.with_borrow_mut(|door| {
        door.packed = vec![0; length];
        door.packed.as_mut_ptr()
    })
}

/// Unpacks what was written in the room; gives how many bytes that are, negative when they cannot be read.
#[expect(unsafe_code, reason = "as above")]
#[unsafe(no_mangle)]
pub extern "C" fn unpack() -> i32 {
    DOOR.with_borrow_mut(|door| {
        let packed = std::mem::take(&mut door.packed);
        read(&packed).map_or(-1, |unpacked| {
            door.unpacked = unpacked;
            i32::try_from(door.unpacked.len()).unwrap_or(-1)
        })
    })
}

/// Where the unpacked bytes stand.
#[expect(unsafe_code, reason = "as above")]
#[unsafe(no_mangle)]
pub extern "C" fn unpacked() -> *const u8 {
    DOOR.with_borrow(|door| door.unpacked.as_ptr())
}

/// How many bytes there are stands after one byte and four, in eight.
fn read(packed: &[u8]) -> Option<Vec<u8>> {
    let length = packed.get(5..13).and_then(|eight| eight.try_into().ok()).map(u64::from_le_bytes)?;
    let mut unpacked = vec![0; usize::try_from(length).ok()?];
    LzmaReader::new_mem_limit(packed, u32::MAX, None).ok()?.read_exact(&mut unpacked).ok()?;
    Some(unpacked)
}
