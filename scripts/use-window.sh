#!/usr/bin/env bash
# Uses the release build on a virtual display as a person does, from the start to an exported picture:
# finds an indicator by pinyin in the palette and in the search field, narrows the table by a facet, copies what is listed,
# opens an indicator's details, attaches the report's text and jumps to a sentence, exports a chart and holds the file
# against the one of the command line, goes back, changes language, theme and size, opens help and settings, walks a
# presentation, and starts again with what was remembered. At last a desktop portal that never answers must not keep the
# window from asking for a path.
# Usage: [REPORT_TEXT=TEXT] scripts/use-window.sh [BINARY] [FOLDER for the pictures of each step]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
text=$(realpath --canonicalize-missing "${REPORT_TEXT:-../shared/report/shenyang-2022.txt}")
work=$(mktemp -d)
shots=${2:-$work/shots}
mkdir -p "$shots"

# shellcheck source=scripts/virtual-display.sh
. scripts/virtual-display.sh
trap stop_all EXIT
start_display
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data
mkdir -p "$HOME"
settings=$XDG_CONFIG_HOME/report-explorer/settings.ron

start() { open_window "$1" "$work/now.png" env LANG=zh_CN.UTF-8 "$binary"; }
titled() { title_of "$window" | grep -q "$1"; }

# Presses keys and keeps a picture of what came of it, which must differ from what was there before.
before=
step() {
    local name=$1
    shift
    "$@"
    for _ in $(seq 100); do
        sleep 0.1
        import -window "$window" "$work/now.png"
        now=$(identify -format %# "$work/now.png")
        if [ "$now" != "$before" ]; then
            # The end of an animation, not its middle.
            sleep 0.4
            import -window "$window" "$shots/$name.png"
            before=$(identify -format %# "$shots/$name.png")
            echo "use-window: $name"
            return 0
        fi
    done
    fail "nothing happened: $name"
}

press() { xdotool key --clearmodifiers "$@"; }
write() { xdotool type --delay 30 "$1"; }
remembers() { grep -q "$1" "$settings"; }

# What is on the clipboard; nothing where there is no program to ask.
clipboard() {
    if command -v xclip >/dev/null; then timeout 5 xclip -selection clipboard -o
    elif command -v xsel >/dev/null; then timeout 5 xsel --clipboard --output
    fi
}

# Copies by the keys, and holds a line of it against a pattern.
copies() { # pattern
    press ctrl+c
    if ! command -v xclip >/dev/null && ! command -v xsel >/dev/null; then
        echo "use-window: neither xclip nor xsel is here, so the clipboard is not read"
        return 0
    fi
    holds() { clipboard | grep -q -e "$1"; }
    wait_for holds "$1" || fail "the clipboard does not hold “$1” but: $(clipboard | head -c 300)"
}

# Answers the field that asks for a path.
answer_path() {
    press ctrl+a
    write "$1"
    sleep 0.3
    press Return
}

# Clicks at a place of the window, counted from its upper left corner.
click_at() { xdotool mousemove --window "$window" "$1" "$2" click 1; }

start "政府工作报告"
step start true
step palette press ctrl+k
step palette-pinyin write gxjsqy
step indicator press Return
step table press ctrl+2
step search press ctrl+f
step search-pinyin write dqsczz
step first-row click_at 420 270
copies 地区生产总值
step details-away press ctrl+i
step details press Return
step search-gone press ctrl+BackSpace
step palette-facet press ctrl+k
step facet-pinyin write youduizhao
step compared press Return
step compared-row click_at 420 300
copies 个百分点
step all press ctrl+BackSpace
step chart press ctrl+3
step export-dialog press ctrl+e
step export-path press Return
answer_path "$work/by-window.png"
wait_for test -s "$work/by-window.png" || fail "the window wrote no file"
step exported true
"$binary" export --chart dumbbell-headline --preset slide --dpi 192 --lang zh -o "$work/by-command.png" >/dev/null || fail "the command line wrote no file"
cmp "$work/by-window.png" "$work/by-command.png" || fail "window and command line write different files"
echo "use-window: the file is that of the command line, $(stat -c %s "$work/by-window.png") bytes"
step text press ctrl+4
if [ -f "$text" ]; then
    step attach press ctrl+shift+o
    answer_path "$text"
    step attached true
    step next-sentence press alt+Down
    step phrase press ctrl+shift+f
    step phrase-typed write 5G
    step phrase-next press F3
    step phrase-gone press Escape
else
    echo "use-window: no text of the report at $text, so none is attached"
fi
step back press alt+Left
step undo press ctrl+z
step tree-away press ctrl+b
step tree-again press ctrl+b
step presentation press F5
step presentation-first press Right
step presentation-next press Right
step presentation-left press Escape
step larger press ctrl+plus
step help press F1
step help-closed press Escape
step palette-language press ctrl+k
step palette-english write English
step english press Return
wait_for titled "Report on the Work" || fail "the title is not English"
step palette-theme press ctrl+k
step palette-dark write dark
step dark press Return
step facets press ctrl+k
step facets-compared write compared
step facets-chosen press Return
leave_window
remembers "lang: Some(en)" || fail "the language is not remembered"
remembers "theme: dark" || fail "the theme is not remembered"
remembers "zoom: 110" || fail "the size is not remembered"
remembers '"verdict:same_basis"' || fail "the facets are not remembered"

start "Report on the Work"
step again true
leave_window

# A session bus whose portal starts and says nothing.
if command -v dbus-daemon >/dev/null; then
    mkdir -p "$work/services"
    printf '[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=/bin/sleep 300\n' >"$work/services/portal.service"
    cat >"$work/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=$work/bus</listen><servicedir>$work/services</servicedir>
<policy context="default"><allow send_destination="*"/><allow own="*"/></policy></busconfig>
END
    dbus-daemon --config-file="$work/bus.conf" --nofork >/dev/null 2>&1 &
    started+=("$!")
    wait_for test -S "$work/bus" || fail "the session bus did not start"
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$work/bus
    start "Report on the Work"
    middle() { import -window "$window" -gravity center -crop 500x160+0+0 +repage "$work/middle.png" && identify -format %# "$work/middle.png"; }
    # In a view that stands still.
    press ctrl+2
    sleep 1.5
    was=$(middle)
    since=$(date +%s%N)
    press ctrl+o
    asked() { [ "$(middle)" != "$was" ]; }
    wait_for asked || fail "with a silent portal the window asks for no path"
    took=$((($(date +%s%N) - since) / 1000000))
    [ "$took" -lt 4000 ] || fail "with a silent portal the window asks for a path after $took ms"
    echo "use-window: with a silent portal the window asks for a path after $took ms"
    step silent-portal press Escape
    leave_window
fi
echo "use-window: done; pictures in $shots"
