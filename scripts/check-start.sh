#!/usr/bin/env bash
# Starts the release build where it is not at home, one after the other on a virtual display: each time the window must
# come, show the report, and leave with exit code 0. And where nothing can draw, it must say so and what still works.
# Usage: scripts/check-start.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
work=$(mktemp -d)
mounted=
# shellcheck source=scripts/virtual-display.sh
. scripts/virtual-display.sh
clean_up() {
    [ -z "$mounted" ] || umount "$mounted" 2>/dev/null || true
    stop_all
}
trap clean_up EXIT
start_display

mkdir -p "$work/home"
plain=(env -i "DISPLAY=$DISPLAY" PATH=/usr/bin:/bin "HOME=$work/home" LANG=zh_CN.UTF-8)

comes() { # what, folder, command …
    local folder=$2
    echo "check-start: $1"
    open_window "" "$work/window.png" env --chdir="$folder" "${@:3}"
    echo "check-start: → $(title_of "$window")"
    leave_window
}

comes "from another folder" / "${plain[@]}" "$binary"

odd="$work/工作 报告/程序 1"
mkdir -p "$odd"
cp "$binary" "$odd/report-explorer"
cp data/shenyang-2022.report.ron "$odd/报告 一.report.ron"
comes "from a path with Chinese characters and spaces" "$odd" "${plain[@]}" "$odd/report-explorer" "报告 一.report.ron"

mkdir "$work/disk"
if mount -t tmpfs -o size=512m none "$work/disk" 2>/dev/null; then
    mounted=$work/disk
    cp "$binary" "$work/disk/report-explorer"
    mount -o remount,ro "$work/disk"
    comes "from a read-only disk" "$work/disk" "${plain[@]}" HOME="$work/disk" "$work/disk/report-explorer"
else
    echo "check-start: left out: a read-only disk (no right to mount)"
fi

comes "without a home" / env -i "DISPLAY=$DISPLAY" PATH=/usr/bin:/bin "$binary"
comes "with a home that is not there" / "${plain[@]}" HOME=/nonexistent/home "$binary"
comes "in the C locale" "$odd" "${plain[@]}" LANG=C "$binary" "报告 一.report.ron"
comes "in a locale that is not UTF-8" "$odd" "${plain[@]}" LANG=zh_CN.GBK LC_ALL=zh_CN.GBK "$binary" "报告 一.report.ron"
if unshare --net true 2>/dev/null; then
    comes "without a network" / unshare --net "${plain[@]}" "$binary"
else
    echo "check-start: left out: no network (no right to take it away)"
fi

# Under the setting a second start hands its file to the window that is there, and is done.
mkdir -p "$work/home/.config/report-explorer" "$work/run"
chmod 700 "$work/run"
echo '(reuse_window: true)' >"$work/home/.config/report-explorer/settings.ron"
sed '0,/title: (zh: "[^"]*"/s//title: (zh: "另一份报告"/' data/shenyang-2022.report.ron >"$odd/另一份.report.ron"
open_window "" "$work/window.png" "${plain[@]}" XDG_RUNTIME_DIR="$work/run" "$binary"
sleep 1
(cd "$odd" && "${plain[@]}" XDG_RUNTIME_DIR="$work/run" timeout 20 "$binary" "另一份.report.ron") || fail "the second start did not hand over"
wait_for window_of report-explorer "另一份报告" || fail "the first window did not open the file of the second start"
[ "$(xdotool search --onlyvisible --class report-explorer | wc -l)" = 1 ] || fail "there are two windows"
leave_window
grep -q "另一份.report.ron" "$work/home/.config/report-explorer/settings.ron" || fail "the file is not among the recent ones"
echo "check-start: a second start: its file opened in the first window"

code=0
env -i PATH=/usr/bin:/bin "HOME=$work/home" LANG=zh_CN.UTF-8 "$binary" >"$work/log" 2>&1 || code=$?
[ "$code" = 1 ] || fail "without a display: exit code $code"
for words in "无法打开窗口" figures export check DISPLAY; do
    grep -q "$words" "$work/log" || fail "without a display: the message does not name $words"
done
echo "check-start: without a display: says what is missing and what works"
