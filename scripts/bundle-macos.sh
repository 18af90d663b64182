#!/usr/bin/env bash
# Puts the bundle for macOS together from a release build. Not run on a Mac yet; see assets/macos/README.md.
# Usage: scripts/bundle-macos.sh [BINARY] [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-target}
binary=${1:-$target/release/report-explorer}
app=${2:-$target/package}/Report\ Explorer.app
[ -f "$binary" ] || { echo "bundle-macos: no binary at $binary" >&2; exit 1; }

rm -rf "$app"
contents=$app/Contents
mkdir -p "$contents/MacOS" "$contents/Resources/zh-Hans.lproj"
cp "$binary" "$contents/MacOS/report-explorer"
chmod 755 "$contents/MacOS/report-explorer"
cp assets/macos/Info.plist "$contents/Info.plist"
cp assets/macos/zh-Hans.strings "$contents/Resources/zh-Hans.lproj/InfoPlist.strings"
cp assets/icons/report-explorer.icns assets/icons/report-file.icns "$contents/Resources/"
cp LICENSE-MIT LICENSE-APACHE assets/fonts/OFL.txt "$contents/Resources/"
printf 'APPL????' >"$contents/PkgInfo"
echo "$app"
