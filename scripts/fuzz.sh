#!/usr/bin/env bash
# Runs the properties of tests/support/hostile.rs on changed real files for as long as one likes, one target after the other.
# Stops at the first finding, which is left in fuzz/artifacts/TARGET. docs/fuzzing.md tells what was run and found.
# Needs cargo-fuzz, a nightly compiler and a C++ compiler.
# Usage: [EXPLORER=BINARY] scripts/fuzz.sh [SECONDS A TARGET [TARGET …]]; BINARY makes the first images, or else a build for it.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(report chart text settings image carried search command_line)

explorer=${EXPLORER:-}
if [ -z "$explorer" ]; then
    cargo build --quiet
    explorer=${CARGO_TARGET_DIR:-target}/debug/report-explorer
fi
seed() { # target; prints the folder
    mkdir -p "fuzz/corpus/$1"
    echo "fuzz/corpus/$1"
}
cp tests/data/small.report.ron "$(seed report)"
cp tests/data/small.report.ron "$(seed chart)"
cp tests/data/small.txt "$(seed text)"
for format in svg png pdf; do
    "$explorer" export tests/data/small.report.ron --chart profile --overwrite -o "$(seed image)/profile.$format"
done
for chart in profile card-gdp dumbbell; do
    "$explorer" export tests/data/small.report.ron --chart "$chart" --overwrite -o "$(seed image)/$chart.svg"
    "$explorer" inspect --format json "$(seed image)/$chart.svg" >"$(seed carried)/$chart.json"
done
for target in settings search command_line; do
    cp fuzz/seeds/"$target"/* "$(seed "$target")"
done

# The libraries in the versions that the application has.
cp Cargo.lock fuzz/Cargo.lock

for target in "${targets[@]}"; do
    # No sanitizer: there is no unsafe code here to be watched, and without one it runs several times as fast.
    cargo +nightly fuzz run --fuzz-dir fuzz --sanitizer none "$target" -- \
        -max_total_time="$seconds" -timeout=20 -max_len=65536 -print_final_stats=1
done
