# Sourced by the checks that need a display: a virtual one with a window manager, the application on it, cleaning up.
# Expects $work, a folder that goes away at the end; screenshots go to $shots.

started=()
shots=${shots:-$work}

stop_all() {
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    rm -rf "$work"
}

fail() {
    echo "$(basename "$0"): $1" >&2
    [ ! -s "$work/log" ] || tail -n 20 "$work/log" | sed 's/^/  /' >&2
    [ -z "${DISPLAY:-}" ] || import -window root "$shots/failed.png" 2>/dev/null || true
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

# A display with a free number, and a window manager on it; further words are for the server.
start_display() {
    : >"$work/display"
    # Without -noreset the server would begin anew when the first to look at it leaves, and refuse who comes then.
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset "$@" 3>"$work/display" >/dev/null 2>&1 &
    started+=("$!")
    wait_for test -s "$work/display" || fail "the virtual display did not start"
    DISPLAY=":$(tr -d '[:space:]' <"$work/display")"
    export DISPLAY
    unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
    openbox >/dev/null 2>&1 &
    started+=("$!")
    wait_for xprop -root _NET_SUPPORTING_WM_CHECK || fail "the window manager did not start"
}

# The newest window of class $1 whose title holds $2, if that is given.
window_of() {
    local id
    for id in $(xdotool search --onlyvisible --class "$1" 2>/dev/null | tac); do
        if [ -z "${2:-}" ] || title_of "$id" | grep -qF -e "$2"; then
            echo "$id"
            return 0
        fi
    done
    return 1
}

title_of() {
    LC_ALL=C.UTF-8 xprop -id "$1" _NET_WM_NAME 2>/dev/null | sed 's/^[^"]*"//; s/"$//'
}

# A window with text in it: an empty one has a handful of colours, smooth letters have hundreds.
drawn() { # window, picture
    import -window "$1" "$2" && [ "$(identify -format %k "$2")" -gt 200 ]
}

# Starts the application by a command: $app is its process, $window its window as soon as its title holds $1 ("" for any)
# and more than a blank page is in it, which is then in the picture $2.
open_window() { # part of the title, picture, command …
    local title=$1 picture=$2
    shift 2
    "$@" >"$work/log" 2>&1 &
    app=$!
    started+=("$app")
    wait_for window_of report-explorer "$title" || fail "no window with “$title” in its title within 30 seconds"
    window=$(window_of report-explorer "$title")
    wait_for drawn "$window" "$picture" || fail "the window stays blank"
    # A window on top of others has the keys when the window manager says so.
    xdotool windowactivate --sync "$window"
}

# Leaves as a person does, by the shortcut; the exit code must be 0.
leave_window() {
    local code=0
    xdotool windowactivate --sync "$window" key --clearmodifiers ctrl+q
    gone() { ! kill -0 "$app"; }
    wait_for gone || fail "the window did not close"
    wait "$app" || code=$?
    [ "$code" = 0 ] || fail "the application left with exit code $code"
}
