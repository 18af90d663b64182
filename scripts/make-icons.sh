#!/usr/bin/env bash
# Renders the icons of assets/icons/*.svg: PNG for Linux and the window, .ico for Windows, .icns for macOS.
# What it writes is committed, so that a build needs no SVG renderer. Needs rsvg-convert and Python.
# Usage: scripts/make-icons.sh
set -euo pipefail
cd "$(dirname "$0")/../assets/icons"

render() { # drawing, size, file
    rsvg-convert --width "$2" --height "$2" "$1" --output "$3"
}

sizes=(16 24 32 48 64 128 256 512 1024)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p png "$work/file"
for size in "${sizes[@]}"; do
    # At 32 pixels and below the full drawing is a blur: those have a drawing of their own.
    drawing=report-explorer.svg
    [ "$size" -gt 32 ] || drawing=report-explorer-small.svg
    # The largest is for macOS alone.
    folder=png
    [ "$size" -le 512 ] || folder=$work
    render "$drawing" "$size" "$folder/$size.png"
    render report-file.svg "$size" "$work/file/$size.png"
done
cp png/*.png "$work/"

python3 ../../scripts/icon_containers.py "$work" report-explorer
python3 ../../scripts/icon_containers.py "$work/file" report-file
ls -l png ./*.ico ./*.icns
