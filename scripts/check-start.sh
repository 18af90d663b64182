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

# Then the home is that of the user database: what this person has there is put back.
theirs=$(getent passwd "$(id -u)" | cut -d: -f6)/.config/report-explorer
[ ! -d "$theirs" ] || cp -a "$theirs" "$work/theirs"
comes "without a home" / env -i "DISPLAY=$DISPLAY" PATH=/usr/bin:/bin "$binary"
rm -rf "$theirs"
[ ! -d "$work/theirs" ] || mv "$work/theirs" "$theirs"
comes "with a home that is not there" / "${plain[@]}" HOME=/nonexistent/home "$binary"
comes "in the C locale" "$odd" "${plain[@]}" LANG=C "$binary" "报告 一.report.ron"
comes "in a locale that is not UTF-8" "$odd" "${plain[@]}" LANG=zh_CN.GBK LC_ALL=zh_CN.GBK "$binary" "报告 一.report.ron"
if unshare --net true 2>/dev/null; then
    comes "without a network" / unshare --net "${plain[@]}" "$binary"
else
    echo "check-start: left out: no network (no right to take it away)"
fi

# The window library's own reader of display names refuses the space, so there is a window and no clipboard.
echo "check-start: without a clipboard"
open_window "" "$work/window.png" "${plain[@]}" HOME="$work/elsewhere" DISPLAY=": ${DISPLAY#:}" "$binary"
xdotool key --clearmodifiers Escape ctrl+2
sleep 1
xdotool mousemove --window "$window" 400 300 click 1
sleep 0.5
xdotool key --clearmodifiers ctrl+c
# A notice of a problem: nothing else in the window has its ground.
told() {
    import -window "$window" "$work/window.png" &&
        [ "$(convert "$work/window.png" -fill black +opaque '#fff4dc' -fill white -opaque '#fff4dc' -format '%[fx:mean*w*h]' info: | cut -d. -f1)" -gt 5000 ]
}
wait_for told || fail "the clipboard is missing and nothing is said"
echo "check-start: → what was copied did not arrive, and a notice says so"
leave_window

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

# Two starts at the same moment are one window; one that was ended by force leaves nothing behind that a later one waits for.
together=("${plain[@]}" XDG_RUNTIME_DIR="$work/run" "$binary" "$odd/另一份.report.ron")
"${together[@]}" >"$work/other" 2>&1 &
other=$!
started+=("$other")
open_window "另一份报告" "$work/window.png" "${together[@]}"
one_is_done() { ! kill -0 "$app" 2>/dev/null || ! kill -0 "$other" 2>/dev/null; }
wait_for one_is_done || fail "two starts at the same moment are two windows"
kill -0 "$app" 2>/dev/null || app=$other
kill -9 "$app"
wait "$app" 2>/dev/null || true
open_window "另一份报告" "$work/window.png" "${together[@]}"
leave_window
echo "check-start: two starts at once: one window; after kill -9 the next start opens one"

# An end by force while settings are written again and again: they are whole, the old ones or the new ones.
killed=$work/killed/report-explorer
mkdir -p "$killed"
keys=()
for _ in $(seq 60); do keys+=(ctrl+plus ctrl+minus); done
for moment in $(seq 8); do
    open_window "" "$work/window.png" "${plain[@]}" XDG_CONFIG_HOME="$work/killed" "$binary"
    # Each change of size is written at once.
    xdotool key --clearmodifiers --delay 4 "${keys[@]}" &
    pressing=$!
    sleep "0.$((150 + moment * 37))"
    kill -9 "$app"
    wait "$app" "$pressing" 2>/dev/null || true
done
[ -s "$killed/settings.ron" ] || fail "the settings were never written"
[ -z "$(find "$killed" -name '*.unreadable-*')" ] || fail "an end by force has cost the settings"
echo "check-start: kill -9 while settings are written: they are whole"

says_why() { # what, words …
    local what=$1 words
    shift
    [ "$code" = 1 ] || fail "$what: exit code $code"
    for words in "无法打开窗口" figures export check "$@"; do
        grep -q "$words" "$work/log" || fail "$what: the message does not name $words"
    done
    echo "check-start: $what: says what is missing and what works"
}

code=0
env -i PATH=/usr/bin:/bin "HOME=$work/home" LANG=zh_CN.UTF-8 "$binary" >"$work/log" 2>&1 || code=$?
says_why "without a display" DISPLAY

# A display without OpenGL: no GLX in the server, no EGL driver. Vulkan draws, and where that is missing too nothing does.
start_display -extension GLX
without_opengl=("${plain[@]}" "DISPLAY=$DISPLAY" "__EGL_VENDOR_LIBRARY_DIRS=$work/none")
if ls /usr/share/vulkan/icd.d/lvp_icd.*.json >/dev/null 2>&1; then
    comes "without OpenGL" / "${without_opengl[@]}" "$binary"
else
    echo "check-start: left out: Vulkan instead of OpenGL (no software driver: mesa-vulkan-drivers)"
fi
code=0
timeout 60 "${without_opengl[@]}" VK_DRIVER_FILES="$work/none" VK_ICD_FILENAMES="$work/none" "$binary" >"$work/log" 2>&1 || code=$?
says_why "without any graphics driver" OpenGL wgpu
