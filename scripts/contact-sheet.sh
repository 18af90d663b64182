#!/usr/bin/env bash
# Makes the pictures of charts in docs/: one chart of each kind on a sheet, in Chinese and in English, and the chart of the README.
#
#   scripts/contact-sheet.sh [PROGRAM]      default: target/release/report-explorer
#
# Needs ImageMagick for putting the charts side by side; the charts themselves are the program's own PNG.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-"$root/target/release/report-explorer"}
charts=(dumbbell-headline bars-3.6 bullet-headline ratio overview-headline card-technology-contracts profile dumbbell-1.2)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wanted=()
for chart in "${charts[@]}"; do wanted+=(--chart "$chart"); done
for lang in zh en; do
    # The last one shows the dark theme.
    "$program" export "${wanted[@]:0:14}" --format png --size 960x600 --dpi 96 --lang "$lang" \
        --name "{n}-{lang}" --out-dir "$work" 2>/dev/null
    "$program" export "${wanted[@]:14}" --format png --size 960x600 --dpi 96 --lang "$lang" \
        --theme dark --name "9-{lang}" --out-dir "$work" 2>/dev/null
    montage "$work"/?-"$lang".png -filter Lanczos -resize 60%x60% -tile 2x -geometry +6+6 \
        -background '#D8DADD' "$work/sheet.png"
    convert "$work/sheet.png" -strip -dither None -colors 200 "PNG8:$root/docs/charts-$lang.png"
done
"$program" export --chart dumbbell-headline --format png --size 1200x675 --dpi 96 --lang en \
    -o "$work/chart.png" 2>/dev/null
convert "$work/chart.png" -strip -dither None -colors 160 "PNG8:$root/docs/chart.png"
