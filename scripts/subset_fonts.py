"""Subsets Noto Sans SC for the application, the exported pictures and the PDF.

Called by subset-fonts.sh, which fetches the pinned inputs.
Writes NotoSansSC-Regular.ttf, NotoSansSC-Bold.ttf and characters.txt,
and prints the wished signs that the font does not have.
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Every range is a wish: what the font lacks is left out and printed.
WISHED_RANGES = [
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x00FF, "Latin-1"),
    (0x0100, 0x017F, "Latin Extended-A"),
    (0x0370, 0x03FF, "Greek"),
    (0x2000, 0x200A, "spaces of a fixed width"),
    (0x2010, 0x2027, "general punctuation: dashes, quotes, ellipsis"),
    (0x202F, 0x205F, "general punctuation: narrow space, per mille, primes"),
    (0x2070, 0x209C, "superscripts and subscripts"),
    (0x20A0, 0x20BF, "currencies"),
    (0x2100, 0x214F, "letter-like signs"),
    (0x2150, 0x215F, "fractions"),
    (0x2160, 0x216B, "Roman numerals"),
    (0x2170, 0x217B, "small Roman numerals"),
    (0x2190, 0x2199, "arrows"),
    (0x2460, 0x2473, "circled numbers"),
    (0x3000, 0x303F, "CJK punctuation"),
    (0x338E, 0x338F, "milligram and kilogram"),
    (0x339C, 0x33A1, "lengths and the square metre"),
    (0xFF00, 0xFFEF, "full-width and half-width forms"),
]
# Signs of the interface and of figures, each wished by name.
WISHED_SIGNS = (
    "←↑→↓↔⇄≥≤≠≈×÷±−∞√∑∈"
    "■□▲△▶▷▼▽◀◁◆◇○●◎◐☆★"
    "⌘⇧⌥⏎✓✗✕…‰℃㎡№€£¥"
)
PINYIN_LETTERS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêếềḿńňǹɑɡĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜÊẾỀḾŃŇǸ"
# GB 2312 has two cells that tables map differently: the dash and the middle dot.
GB_2312_ALTERNATIVES = "—―·・"

# Copyright, family, style, id, full name, version, PostScript name, trademark, makers, licence.
KEPT_NAMES = list(range(0, 15)) + [16, 17]
# Vertical setting, baselines, variation axes, rasteriser hints, glyph classes: nothing here reads them.
DROPPED_TABLES = ["BASE", "GDEF", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx", "VORG", "DSIG"]


def gb_2312():
    """All characters of GB 2312: 682 signs and 6763 hanzi."""
    characters = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                characters.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass  # an empty cell
    assert sum(0x4E00 <= c <= 0x9FFF for c in characters) == 6763
    return characters | set(map(ord, GB_2312_ALTERNATIVES))


def general_standard_hanzi(path):
    """The 8105 characters of the Table of General Standard Chinese Characters, one a line."""
    characters = set(map(ord, path.read_text(encoding="utf-8").split()))
    assert len(characters) == 8105
    return characters


def wished_signs():
    signs = set(map(ord, WISHED_SIGNS + PINYIN_LETTERS))
    for first, last, _ in WISHED_RANGES:
        signs.update(range(first, last + 1))
    return signs


def has_even_digits(font):
    cmap = font.getBestCmap()
    return len({font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def layout_features(font):
    return {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def write_subset(source, wished, target):
    """Writes the subset and returns the code points it covers."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.drop_tables = options.drop_tables + DROPPED_TABLES
    options.glyph_names = False
    options.legacy_cmap = False
    options.symbol_cmap = False
    options.name_IDs = KEPT_NAMES
    options.name_languages = [0x409]
    options.name_legacy = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False

    font = TTFont(source, recalcTimestamp=False, lazy=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wished)
    subsetter.subset(font)

    # Variation selectors: the subset has one form of every character.
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    assert layout_features(font) == {"kern"}
    assert has_even_digits(font), "digits must be tabular"
    font.save(target, reorderTables=True)

    written = TTFont(target)
    assert "glyf" in written and "fpgm" not in written and "prep" not in written
    return set(written.getBestCmap())


def ranges(code_points):
    """Sorted lines such as 0020-007E or 00D7."""
    runs = []
    for point in sorted(code_points):
        if runs and runs[-1][1] + 1 == point:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return [f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in runs]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("regular", "bold", "hanzi", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()

    gb = gb_2312()
    standard = general_standard_hanzi(arguments.hanzi)
    signs = wished_signs()
    wished = gb | standard | signs

    regular = write_subset(arguments.regular, wished, arguments.output / "NotoSansSC-Regular.ttf")
    bold = write_subset(arguments.bold, wished, arguments.output / "NotoSansSC-Bold.ttf")
    assert regular == bold, "both weights must cover the same characters"
    (arguments.output / "characters.txt").write_text(
        "".join(f"{line}\n" for line in ranges(regular)), encoding="ascii"
    )

    print(f"{len(regular)} characters")
    print(f"GB 2312 missing: {[f'{c:04X}' for c in sorted(gb - regular)]}")
    print(f"standard hanzi missing: {[f'{c:04X}' for c in sorted(standard - regular)]}")
    named = set(map(ord, WISHED_SIGNS + PINYIN_LETTERS))
    print("named signs missing:", " ".join(f"U+{c:04X}" for c in sorted(named - regular)) or "none")
    for first, last, name in WISHED_RANGES:
        lacking = [c for c in range(first, last + 1) if c not in regular]
        print(f"missing of {name}: {' '.join(ranges(lacking)) or 'none'}")


if __name__ == "__main__":
    main()
