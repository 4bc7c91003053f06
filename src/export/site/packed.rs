//! Bytes in fewer bytes, as LZMA: a quarter less than deflated.

use std::io::{self, Write as _};

use lzma_rust2::{LzmaOptions, LzmaWriter};

/// How far back something can be said before: more than there is to pack, and no more memory than that when it is read.
const REACH: u32 = 1 << 21;

/// The bytes, packed; the same bytes give the same.
///
/// # Errors
/// What the library says; of bytes in memory there is none.
pub(super) fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // Neither code nor JSON stands in columns of four bytes; what stands before a byte says more of it.
    let (context, aligned) = (4, 0);
    let options = LzmaOptions {
        dict_size: REACH,
        lc: context,
        pb: aligned,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(9)
    };
    let length = u64::try_from(bytes.len()).map_err(io::Error::other)?;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(length))?;
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use lzma_rust2::LzmaReader;

    use super::packed;

    #[test]
    fn what_is_packed_is_unpacked() {
        for length in [0, 1, 300, 70_000] {
            let bytes: Vec<u8> = (0..=250).chain(3..90).cycle().take(length).collect();
            let packed = packed(&bytes).unwrap();
            let mut unpacked = Vec::new();
            LzmaReader::new_mem_limit(&packed[..], u32::MAX, None).unwrap().read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, bytes);
        }
    }
}
