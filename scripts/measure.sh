#!/usr/bin/env bash
# Measures the release build from outside, whole processes: one chart as each format, all charts at once, the window.
# The figures in the README come from here. Needs hyperfine, and for the window Xvfb and Python 3.
# Usage: scripts/measure.sh [BINARY [EMPTY_WINDOW]]
#   EMPTY_WINDOW: a program that opens an empty window, with which the start and the memory of ours are compared.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
empty=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "binary: $(stat --format %s "$binary" | awk '{ printf "%.1f MB", $1 / 1e6 }')"

# Name of the row, runs, command: median and minimum of the wall time, and the processor time.
row() {
    local name=$1 runs=$2
    shift 2
    hyperfine --shell=none --warmup 2 --runs "$runs" --export-csv "$work/row.csv" "$*" >/dev/null 2>&1
    awk -F, -v name="$name" 'NR == 2 {
        printf "%-34s median %7.1f ms   min %7.1f ms   cpu %7.1f ms\n", name, $4 * 1e3, $7 * 1e3, ($5 + $6) * 1e3
    }' "$work/row.csv"
}

for format in svg pdf png; do
    row "8 rows as $format" 21 "$binary" export --chart dumbbell-headline -o "$work/one.$format" --overwrite
done
for format in svg pdf png; do
    row "the whole report as $format" 21 "$binary" export --chart dumbbell -o "$work/all.$format" --overwrite
done

for format in svg pdf png; do
    hyperfine --shell=none --warmup 1 --runs 5 --export-csv "$work/row.csv" \
        "$binary export --all --format $format --out-dir $work/$format --overwrite" >/dev/null 2>&1
    count=$(find "$work/$format" -name "*.$format" | wc -l)
    awk -F, -v format="$format" -v count="$count" 'NR == 2 {
        printf "%d charts as %s: median %.0f a second, best %.0f; cpu %.1f ms each\n", count, format,
            count / $4, count / $7, ($5 + $6) * 1e3 / count
    }' "$work/row.csv"
done

if command -v Xvfb >/dev/null && command -v python3 >/dev/null; then
    scripts/measure_window.py ${empty:+"$empty"} "$binary"
else
    echo "the window: left out, Xvfb or Python 3 is not there"
fi
