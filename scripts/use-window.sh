#!/usr/bin/env bash
# Uses the release build on a virtual display as a person does, by keyboard alone, from the start to an exported picture:
# ends the introduction, finds an indicator by pinyin in the palette, looks at table, chart and text, goes back,
# changes language, theme and size, opens help and settings, exports, and starts again with what was remembered.
# Usage: scripts/use-window.sh [BINARY] [FOLDER for the pictures of each step]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}
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

start "政府工作报告"
step start true
step palette press ctrl+k
step palette-pinyin write gxjsqy
step indicator press Return
step table press ctrl+2
step chart press ctrl+3
step text press ctrl+4
step back press alt+Left
step undo press ctrl+z
step tree-away press ctrl+b
step tree-again press ctrl+b
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
step export-dialog press ctrl+e
step export-closed press Escape
leave_window
remembers "lang: Some(en)" || fail "the language is not remembered"
remembers "theme: dark" || fail "the theme is not remembered"
remembers "zoom: 110" || fail "the size is not remembered"

start "Report on the Work"
step again true
leave_window
echo "use-window: done; pictures in $shots"
