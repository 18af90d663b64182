#!/usr/bin/env bash
# What real machines do to a program that writes files: a full disk, no permission, a folder that vanishes, an end by
# force, a clock that runs backwards. Each time nothing may be half-written, nothing overwritten, and something is said.
# docs/faults.md tells what is expected. Usage: scripts/check-faults.sh [BINARY]
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
work=$(mktemp -d)
mounted=
clean_up() {
    [ -z "$mounted" ] || umount "$mounted" 2>/dev/null || true
    chmod -R u+w "$work"
    rm -rf "$work"
}
trap clean_up EXIT
fail() {
    echo "check-faults: $1" >&2
    [ ! -s "$work/said" ] || sed 's/^/  /' "$work/said" >&2
    exit 1
}
passed() { echo "check-faults: $1: $(head -n 1 "$work/said" 2>/dev/null | sed "s|$work|…|g")"; }

# Runs the program; its exit code must be $1, and with 1 or 2 it must have said something.
run() {
    local wanted=$1 code=0
    shift
    "$@" >"$work/out" 2>"$work/said" || code=$?
    [ "$code" = "$wanted" ] || fail "exit code $code instead of $wanted: ${*: -3}"
    [ "$wanted" = 0 ] || [ -s "$work/said" ] || fail "nothing was said"
}
chart() { "$binary" export --chart dumbbell-headline --preset slide --lang zh "$@"; }
export LANG=en_US.UTF-8 HOME=$work/home
mkdir "$HOME"

# A disk of 64 KB, which the picture does not fit on.
mkdir "$work/disk"
if mount -t tmpfs -o size=64k none "$work/disk" 2>/dev/null; then
    mounted=$work/disk
    run 1 chart -o "$work/disk/chart.png"
    [ -z "$(ls -A "$work/disk")" ] || fail "a full disk holds $(ls -A "$work/disk")"
    echo "old" >"$work/disk/chart.png"
    run 1 chart -o "$work/disk/chart.png" --overwrite
    [ "$(cat "$work/disk/chart.png")" = old ] || fail "a full disk has cost the old file"
    passed "disk full"
else
    echo "check-faults: left out: a full disk (no right to mount)"
fi

# No permission: as somebody who has none.
mkdir "$work/closed"
chmod 755 "$work"
chmod 555 "$work/closed"
if [ "$(id -u)" = 0 ]; then
    cp "$binary" "$work/program"
    : >"$work/out"; : >"$work/said"
    run 1 setpriv --reuid=65534 --regid=65534 --clear-groups "$work/program" export --chart dumbbell-headline -o "$work/closed/chart.png"
else
    run 1 chart -o "$work/closed/chart.png"
fi
[ -z "$(ls -A "$work/closed")" ] || fail "a closed folder holds something"
passed "no permission"

run 1 chart -o "$work/no/such/folder/chart.png"
passed "no folder"

echo "old" >"$work/there.png"
run 1 chart -o "$work/there.png"
[ "$(cat "$work/there.png")" = old ] || fail "a file was overwritten unasked"
passed "a file of that name"

# The folder vanishes while many files are written.
mkdir "$work/batch"
"$binary" export --all --format png --preset slide --lang zh --out-dir "$work/batch" >"$work/out" 2>"$work/said" &
batch=$!
for _ in $(seq 500); do
    [ -z "$(ls -A "$work/batch" 2>/dev/null)" ] || break
    sleep 0.01
done
mv "$work/batch" "$work/moved"
code=0
wait "$batch" || code=$?
# On a quick machine everything is written before the folder goes.
case $code in
    0) ;;
    1) [ -s "$work/said" ] || fail "the folder vanished and nothing was said" ;;
    *) fail "the folder vanished: exit code $code" ;;
esac
whole() { # every picture in a folder opens
    local file
    for file in "$1"/*.png; do
        [ -e "$file" ] || continue
        "$binary" inspect "$file" --lang en >/dev/null 2>"$work/said" || fail "$file is not whole"
    done
}
whole "$work/moved"
passed "the folder vanishes (exit code $code)"

# An end by force, at twenty different moments: under its name a file is whole or not there.
mkdir "$work/killed"
for moment in $(seq 1 20); do
    "$binary" export --chart dumbbell-headline --preset slide --lang zh -o "$work/killed/chart-$moment.png" >/dev/null 2>&1 &
    victim=$!
    sleep "$(printf '0.%03d' $((moment * moment)))"
    kill -9 "$victim" 2>/dev/null || true
    wait "$victim" 2>/dev/null || true
done
whole "$work/killed"
: >"$work/said"
passed "kill -9 (of 20 files $(find "$work/killed" -name 'chart-*.png' | wc -l) were written, whole)"

# The clock has gone back to 1999: the same bytes.
if command -v faketime >/dev/null; then
    run 0 chart -o "$work/now.png"
    run 0 faketime '1999-12-31 23:59:59' "$binary" export --chart dumbbell-headline --preset slide --lang zh -o "$work/then.png"
    cmp "$work/now.png" "$work/then.png" || fail "the clock is in the file"
    passed "the clock set back"
fi
