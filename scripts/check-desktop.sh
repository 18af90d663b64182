#!/usr/bin/env bash
# As a person does it: installs the package, opens a file manager, double-clicks the application and then a report,
# exports a chart by keyboard, and takes the package away again. Fails when the window does not come, or when the file
# differs from the one that the command line writes.
# Installs into the system, so it wants to be root, as on a machine of a pipeline.
# Usage: [DEB=PACKAGE] scripts/check-desktop.sh [BINARY] [FOLDER FOR SCREENSHOTS]; packs BINARY where no PACKAGE is named.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
work=$(mktemp -d)
shots=${2:-$work}
mkdir -p "$shots"
# shellcheck source=scripts/virtual-display.sh
. scripts/virtual-display.sh
installed=
clean_up() {
    stop_all
    [ -z "$installed" ] || dpkg --purge report-explorer >/dev/null 2>&1 || true
}
trap clean_up EXIT

step() { echo "check-desktop: $*"; }

desktop-file-validate assets/linux/report-explorer.desktop || fail "the desktop entry is not valid"
appstreamcli validate --no-net assets/linux/report-explorer.metainfo.xml >"$work/log" || fail "the metadata are not valid"

step "pack and install"
deb=${DEB:-}
if [ -z "$deb" ]; then
    scripts/package-linux.sh "$binary" "$work/package" >/dev/null
    scripts/package-linux.sh "$binary" "$work/again" >/dev/null
    diff -r "$work/package" "$work/again" || fail "packing twice gives different files"
    deb=$(echo "$work/package/"*.deb)
    if command -v lintian >/dev/null; then
        lintian --allow-root --fail-on error,warning "$deb" >"$work/log" 2>&1 || fail "lintian complains"
    fi
fi
installed=yes
dpkg --install "$deb" >"$work/log" 2>&1 || fail "the package cannot be installed"
: >"$work/log"

# A home of its own, with Chinese and spaces in every name; no dialogs of a desktop portal.
export HOME="$work/家 目录" XDG_RUNTIME_DIR=$work/run LANG=zh_CN.UTF-8
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/libfm" "$XDG_CONFIG_HOME/pcmanfm/default"
chmod 700 "$XDG_RUNTIME_DIR"
# A double-click starts an application at once; icons of 96 pixels, nothing beside them.
printf '[config]\nsingle_click=0\nquick_exec=1\nbig_icon_size=96\nthumbnail_local=0\n' >"$XDG_CONFIG_HOME/libfm/libfm.conf"
printf '[ui]\nside_pane_mode=hidden\nview_mode=icon\nshow_statusbar=0\n' >"$XDG_CONFIG_HOME/pcmanfm/default/pcmanfm.conf"
applications="$HOME/应用 程序"
reports="$HOME/我的 报告"
mkdir -p "$applications" "$reports"
cp /usr/share/applications/report-explorer.desktop "$applications/"
# Another report than the bundled one, so that the title tells whether it came.
sed '0,/title: (zh: "[^"]*"/s//title: (zh: "另一份政府工作报告"/' data/shenyang-2022.report.ron >"$reports/小 报告.report.ron"

type=$(gio info --attributes standard::content-type "$reports/小 报告.report.ron" | sed -n 's/.*content-type: //p')
[ "$type" = application/x-report-explorer ] || fail "the file has the type ${type:-none}"
step "the report's type is $type"

start_display

# Double-clicks the only icon in a folder: the middle of its orange, which nothing else on the screen has.
double_click_icon() { # folder, screenshot
    pcmanfm "$1" >>"$work/log" 2>&1 &
    manager_process=$!
    started+=("$manager_process")
    wait_for window_of pcmanfm || fail "the file manager did not come"
    local place=
    orange() {
        import -window root "$2"
        place=$(convert "$2" -fuzz 8% -fill black +opaque '#d55e00' -fill white -opaque '#d55e00' -trim -format '%[fx:page.x+w/2] %[fx:page.y+h/2] %w' info:)
        [ "${place##* }" -gt 5 ] && [ "${place##* }" -lt 200 ]
    }
    for _ in $(seq 100); do
        if orange "$@" 2>/dev/null; then break; fi
        place=
        sleep 0.1
    done
    [ -n "$place" ] || fail "no icon of the application in $1"
    read -r x y _ <<<"$place"
    xdotool mousemove "${x%.*}" "${y%.*}"
    sleep 0.3
    xdotool click --repeat 2 --delay 80 1
}

# Its process too, and wholly: a later start would be handed to one that is about to end.
close_file_manager() {
    kill "$manager_process" 2>/dev/null || true
    wait "$manager_process" 2>/dev/null || true
}

window=
appears() { # part of the title, screenshot
    wait_for window_of report-explorer "$1" || fail "no window with $1 in its title within 30 seconds"
    window=$(window_of report-explorer "$1")
    wait_for drawn "$window" "$2" || fail "the window stays blank"
    step "$(title_of "$window"), $(identify -format '%wx%h, %k colours' "$2")"
}

leave() {
    # A window on top of others has the keys when the window manager says so.
    xdotool windowactivate --sync "$window" key --clearmodifiers ctrl+q
    local former=$window
    gone() { ! xdotool getwindowname "$former"; }
    wait_for gone || fail "the window did not close"
}

step "double-click the application"
double_click_icon "$applications" "$shots/1-applications.png"
appears "政府工作报告浏览器" "$shots/2-application.png"
leave
close_file_manager

step "double-click a report"
double_click_icon "$reports" "$shots/3-reports.png"
appears "另一份政府工作报告" "$shots/4-report.png"

step "export a chart by keyboard"
sleep 1
xdotool windowactivate --sync "$window" key --clearmodifiers ctrl+3
sleep 1
xdotool key --clearmodifiers ctrl+e
sleep 2
import -window "$window" "$shots/5-export.png"
xdotool key Return
sleep 2
import -window "$window" "$shots/6-path.png"
xdotool key --clearmodifiers ctrl+a
xdotool type --delay 20 "$work/by-window.png"
sleep 0.5
xdotool key Return
wait_for test -s "$work/by-window.png" || fail "the window wrote no file"
sleep 1
import -window "$window" "$shots/7-saved.png"
report-explorer inspect "$work/by-window.png" --format json --lang zh >"$work/inspected.json" || fail "the image carries nothing"
report-explorer export "$reports/小 报告.report.ron" --chart dumbbell-headline --preset slide --dpi 192 --lang zh -o "$work/by-command.png" || fail "the command line wrote no file"
cmp "$work/by-window.png" "$work/by-command.png" || fail "window and command line write different files"
step "the file is that of the command line, $(stat -c %s "$work/by-window.png") bytes"
leave
close_file_manager

step "uninstall"
dpkg --purge report-explorer >"$work/log" 2>&1 || fail "the package cannot be removed"
installed=
left=$(find /usr/share /usr/bin -path '*report-explorer*' 2>/dev/null | head)
[ -z "$left" ] || fail "the package left behind: $left"
step "nothing is left"
