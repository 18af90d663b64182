#!/usr/bin/env bash
# Starts the release build on a virtual display and looks whether a person would see the report:
# the window opens with the report's title, shows more than an empty page, and leaves with exit code 0.
# Usage: scripts/check-window.sh [BINARY] [SCREENSHOT.png]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}
work=$(mktemp -d)
shot=${2:-$work/window.png}

app=
server=
clean_up() {
    [ -z "$app" ] || kill "$app" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT

fail() {
    echo "check-window: $1" >&2
    [ ! -s "$work/log" ] || sed 's/^/  /' "$work/log" >&2
    exit 1
}

# Waits up to 30 seconds for a command to succeed.
wait_for() {
    for _ in $(seq 300); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    return 1
}

# The server chooses a free display and writes its number.
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
server=$!
wait_for test -s "$work/display" || fail "the virtual display did not start"
DISPLAY=":$(tr -d '[:space:]' <"$work/display")"
export DISPLAY
unset WAYLAND_DISPLAY

# A home of its own: no settings of the person who runs this, and none left behind.
mkdir -p "$work/home"
HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data LANG=zh_CN.UTF-8 \
    "$binary" >"$work/log" 2>&1 &
app=$!

titled() {
    local window
    window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | head -n 1)
    [ -n "$window" ] && xdotool getwindowname "$window" | grep -q "政府工作报告"
}
wait_for titled || fail "no window with the report's title within 30 seconds"
window=$(xdotool search --onlyvisible --pid "$app" | head -n 1)

# An empty page has a handful of colours; text in three colours with smooth edges has hundreds.
colours() { identify -format %k "$shot"; }
drawn() {
    import -window "$window" "$shot" && [ "$(colours)" -gt 200 ]
}
wait_for drawn || fail "the window stays blank: $(colours 2>/dev/null || echo 0) colours"
echo "check-window: $(xdotool getwindowname "$window"), $(identify -format '%wx%h' "$shot"), $(colours) colours"

# As a person leaves: by the shortcut. There is no window manager whose close button could be pressed.
xdotool windowfocus --sync "$window" key ctrl+q
gone() { ! kill -0 "$app"; }
wait_for gone || fail "the window did not close"
code=0
wait "$app" || code=$?
app=
[ "$code" = 0 ] || fail "the application left with exit code $code"
echo "check-window: closed with exit code 0"
