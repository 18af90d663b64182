#!/usr/bin/env bash
# Starts the release build on a virtual display and looks whether a person would see the report:
# the window opens with the report's title, shows more than an empty page, and leaves with exit code 0.
# Usage: scripts/check-window.sh [BINARY] [SCREENSHOT.png]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}
work=$(mktemp -d)
shot=${2:-$work/window.png}
# shellcheck source=scripts/virtual-display.sh
. scripts/virtual-display.sh
trap stop_all EXIT
start_display

# A home of its own: no settings of the person who runs this, and none left behind.
mkdir "$work/home"
open_window 政府工作报告 "$shot" env HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" \
    XDG_DATA_HOME="$work/home/data" LANG=zh_CN.UTF-8 "$binary"
echo "check-window: $(title_of "$window"), $(identify -format '%wx%h, %k colours' "$shot")"
leave_window
echo "check-window: closed with exit code 0"
