//! Rows of pixels → the compressed data of a PNG.
//!
//! Every row is written with Paeth's filter (PNG specification, 9.4), which makes files half as large as the plain
//! difference to the left. Most pixels of a chart are those of the row above, and where a pixel, the one to its left
//! and the two above agree so, the filter leaves zero: such stretches are found by comparing and never filtered.

use fdeflate::Compressor;
use vello_cpu::Pixmap;
use vello_cpu::color::PremulRgba8;

use super::straight;

/// The number of Paeth's filter, which begins each row.
const PAETH: u8 = 4;
/// Pixels that are compared at once.
const BLOCK: usize = 16;
/// Bytes of a painted pixel.
const PAINTED: usize = 4;

/// Filters and compresses one picture.
pub(super) struct Rows {
    compressor: Compressor<Vec<u8>>,
    opaque: bool,
    /// Bytes of a pixel in the file: without alpha, or with straight alpha.
    depth: usize,
    /// The row above as it was painted.
    painted: Vec<u8>,
    /// The row above and the row itself as the file has them, after one pixel of zeros.
    above: Vec<u8>,
    current: Vec<u8>,
    /// The row as it is compressed.
    filtered: Vec<u8>,
    /// The same for a row that equals the one above.
    unchanged: Vec<u8>,
}

impl Rows {
    pub fn new(width: u16, opaque: bool) -> std::io::Result<Self> {
        let depth = if opaque { 3 } else { 4 };
        let pixels = usize::from(width);
        let mut unchanged = vec![0; 1 + pixels * depth];
        unchanged[0] = PAETH;
        Ok(Self {
            compressor: Compressor::new(Vec::with_capacity(256 * 1024))?,
            opaque,
            depth,
            painted: vec![0; pixels * PAINTED],
            above: vec![0; (1 + pixels) * depth],
            current: vec![0; (1 + pixels) * depth],
            filtered: unchanged.clone(),
            unchanged,
        })
    }

    /// Adds the first `height` rows of `band`.
    pub fn add(&mut self, band: &Pixmap, height: u16) -> std::io::Result<()> {
        let rows = band.data_as_u8_slice().chunks_exact(self.painted.len());
        rows.take(usize::from(height)).try_for_each(|row| self.row(row))
    }

    fn row(&mut self, row: &[u8]) -> std::io::Result<()> {
        if row == self.painted {
            return self.compressor.write_data(&self.unchanged);
        }
        self.current.copy_from_slice(&self.above);
        let mut left_is_unchanged = true;
        let blocks = row.chunks(BLOCK * PAINTED).zip(self.painted.chunks(BLOCK * PAINTED));
        for (at, (block, above)) in blocks.enumerate() {
            let start = at * BLOCK * self.depth;
            let bytes = start..start + block.len() / PAINTED * self.depth;
            let is_unchanged = block == above;
            if is_unchanged && left_is_unchanged {
                self.filtered[1..][bytes].fill(0);
                continue;
            }
            left_is_unchanged = is_unchanged;
            // In `above` and `current`, the first byte of a pixel stands where its left neighbour begins.
            let own = bytes.start + self.depth..bytes.end + self.depth;
            write_pixels(block, self.opaque, &mut self.current[own.clone()]);
            let left = &self.current[bytes.clone()];
            let (up, up_left) = (&self.above[own.clone()], &self.above[bytes.clone()]);
            filter(&self.current[own], left, up, up_left, &mut self.filtered[1..][bytes]);
        }
        self.painted.copy_from_slice(row);
        std::mem::swap(&mut self.above, &mut self.current);
        self.compressor.write_data(&self.filtered)
    }

    /// The whole of the compressed data.
    pub fn finish(self) -> std::io::Result<Vec<u8>> {
        self.compressor.finish()
    }
}

/// Pixels as a PNG holds them.
fn write_pixels(painted: &[u8], opaque: bool, out: &mut [u8]) {
    if opaque {
        for (out, pixel) in out.chunks_exact_mut(3).zip(painted.chunks_exact(PAINTED)) {
            out.copy_from_slice(&pixel[..3]);
        }
    } else {
        for (out, pixel) in out.chunks_exact_mut(4).zip(painted.chunks_exact(PAINTED)) {
            let [r, g, b, a] = [pixel[0], pixel[1], pixel[2], pixel[3]];
            out.copy_from_slice(&straight(PremulRgba8 { r, g, b, a }));
        }
    }
}

/// What remains of `row` when Paeth's prediction from its neighbours is taken away.
fn filter(row: &[u8], left: &[u8], up: &[u8], up_left: &[u8], out: &mut [u8]) {
    let neighbours = left.iter().zip(up).zip(up_left);
    for ((out, byte), ((a, b), c)) in out.iter_mut().zip(row).zip(neighbours) {
        *out = byte.wrapping_sub(predicted(*a, *b, *c));
    }
}

/// Whichever of the neighbours `a` (left), `b` (above) and `c` (above left) is closest to `a + b - c`.
#[inline]
fn predicted(a: u8, b: u8, c: u8) -> u8 {
    let [left, up, corner] = [a, b, c].map(i16::from);
    let to_left = (up - corner).abs();
    let to_up = (left - corner).abs();
    let to_corner = (left + up - 2 * corner).abs();
    if to_left <= to_up && to_left <= to_corner {
        a
    } else if to_up <= to_corner {
        b
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Filtered plainly, without looking for stretches that are unchanged.
    fn plain(picture: &[Vec<u8>], depth: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut above = vec![0; picture[0].len()];
        for row in picture {
            out.push(PAETH);
            for (at, byte) in row.iter().enumerate() {
                let before = |row: &[u8]| at.checked_sub(depth).map_or(0, |at| row[at]);
                let prediction = predicted(before(row), above[at], before(&above));
                out.push(byte.wrapping_sub(prediction));
            }
            above.clone_from(row);
        }
        out
    }

    #[test]
    fn stretches_that_do_not_change_are_filtered_like_all_others() {
        let (width, height) = (101_u16, 40_u16);
        for opaque in [true, false] {
            let mut band = Pixmap::new(width, height);
            // Upright lines, an oblique one, a patch: each changes other blocks from row to row.
            for (at, pixel) in band.data_mut().iter_mut().enumerate() {
                let (x, y) = (at % usize::from(width), at / usize::from(width));
                let grey = match (x, y) {
                    (7 | 50, _) => 90,
                    (60..90, 10..13) => (2 * x + y) as u8,
                    _ if x == 2 * y => 17,
                    _ if y < 5 => 0,
                    _ => 255,
                };
                *pixel = PremulRgba8 { r: grey, g: grey / 2, b: grey / 3, a: 255 };
            }
            let mut rows = Rows::new(width, opaque).expect("memory");
            // In two pieces, as the bands of a picture come.
            rows.add(&band, height).expect("memory");
            rows.add(&band, 3).expect("memory");
            let found = fdeflate::decompress_to_vec(&rows.finish().expect("memory"));
            let depth = if opaque { 3 } else { 4 };
            let lines = band.data_as_u8_slice().chunks(usize::from(width) * PAINTED);
            let mut picture: Vec<Vec<u8>> = lines
                .map(|line| {
                    let mut out = vec![0; usize::from(width) * depth];
                    write_pixels(line, opaque, &mut out);
                    out
                })
                .collect();
            picture.extend_from_within(..3);
            assert!(found.expect("what was compressed") == plain(&picture, depth), "{opaque}");
        }
    }
}
