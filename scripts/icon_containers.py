"""Packs FOLDER/16.png … FOLDER/1024.png into NAME.ico and NAME.icns.

Both are plain containers of PNG files.
ICO (Windows Vista and later): a directory of 16-byte entries, then the files; 256 is written as 0.
ICNS (macOS 10.7 and later): "icns", the length, then elements of a four-letter type, a length and a file.
"""

import pathlib
import struct
import sys

ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]

# The types that hold PNG; the second of a size is that of a display with twice as many pixels.
ICNS_TYPES = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"icp6", 64),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic13", 256),
    (b"ic09", 512),
    (b"ic14", 512),
    (b"ic10", 1024),
]


def ico(picture):
    entries, files = b"", b""
    start = 6 + 16 * len(ICO_SIZES)
    for size in ICO_SIZES:
        data = picture(size)
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), start + len(files))
        files += data
    return struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + entries + files


def icns(picture):
    elements = b"".join(
        kind + struct.pack(">I", 8 + len(picture(size))) + picture(size) for kind, size in ICNS_TYPES
    )
    return b"icns" + struct.pack(">I", 8 + len(elements)) + elements


def main():
    folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]

    def picture(size):
        data = (folder / f"{size}.png").read_bytes()
        # Signature, then the header's width and height: a picture of another size would be shown blurred.
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", data[16:24]) == (size, size)
        return data

    pathlib.Path(f"{name}.ico").write_bytes(ico(picture))
    pathlib.Path(f"{name}.icns").write_bytes(icns(picture))


main()
