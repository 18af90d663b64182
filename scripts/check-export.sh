#!/usr/bin/env bash
# Opens exported files with other programs and looks whether they see the same picture and the same words;
# then makes writing fail in every way that this machine allows, and looks that nothing half-written is left.
# Usage: scripts/check-export.sh [BINARY]
# Needs pdftotext, pdffonts, pdftoppm, rsvg-convert, unzip, and identify and convert of ImageMagick; LibreOffice where it is there.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/report-explorer}")
work=$(mktemp -d)
mounted=
clean_up() {
    [ -z "$mounted" ] || umount "$mounted" 2>/dev/null || true
    chmod -R u+w "$work" 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT

fail() {
    echo "check-export: $1" >&2
    exit 1
}
left_out() { echo "check-export: left out: $1"; }
export LANG=en_GB.UTF-8

# The largest difference of any place in two pictures of one size, both seen from a little further off:
# edges differ by a shade from one rasteriser to the next, a missing word by more than a third.
difference() {
    convert \( "$1" -blur 0x2 \) \( "$2" -blur 0x2 \) -compose difference -composite \
        -colorspace gray -blur 0x4 -format '%[fx:maxima]' info:
}
alike() {
    local found
    found=$(difference "$2" "$3")
    awk -v found="$found" -v most="$4" 'BEGIN { exit !(found != "" && found + 0 <= most) }' ||
        fail "$1 looks different elsewhere: $found"
}

"$binary" charts --format json >"$work/charts.json"
one_of() { grep -o "\"id\": *\"$1[^\"]*\"" "$work/charts.json" | head -n 1 | sed -E 's/.*"([^"]+)"$/\1/'; }

seen=0
for kind in dumbbell bars bullet ratio overview card profile; do
    chart=$(one_of "$kind")
    [ -n "$chart" ] || fail "the report offers no $kind"
    for lang in zh en both; do
        out=$work/files/$kind-$lang
        "$binary" export --chart "$chart" --lang "$lang" --format svg,png,pdf --size 1280x960 --dpi 96 \
            --name chart --out-dir "$out" 2>/dev/null
        # For the office suite, which takes them all at once: each with a name of its own.
        cp "$out/chart.svg" "$work/$kind-$lang.svg"
        rsvg-convert "$out/chart.svg" --output "$out/rsvg.png"
        alike "$chart.svg ($lang)" "$out/chart.png" "$out/rsvg.png" 0.06
        # A page of 1280×960 CSS pixels is 960×720 points.
        pdftoppm -png -r 96 -singlefile "$out/chart.pdf" "$out/poppler"
        alike "$chart.pdf ($lang)" "$out/chart.png" "$out/poppler.png" 0.14
        [ "$(identify -format '%wx%h' "$out/chart.png")" = 1280x960 ] || fail "$chart.png has another size"

        # Selectable text: without spaces and line ends, which every program sets as it likes.
        pdftotext "$out/chart.pdf" - | tr -d '[:space:]' >"$out/words"
        title=$("$binary" inspect "$out/chart.pdf" --lang en | sed -n 's/^title: //p' | tr -d '[:space:]')
        grep -qF -- "$title" "$out/words" || fail "the words of $chart.pdf ($lang) cannot be selected"
        pdffonts "$out/chart.pdf" | tail -n +3 >"$out/fonts"
        [ -s "$out/fonts" ] || fail "$chart.pdf ($lang) has no font"
        # Type, encoding, embedded, subset, unicode.
        if grep -vqE 'yes +yes +yes' "$out/fonts"; then
            fail "a font of $chart.pdf ($lang) is not embedded as a subset with its characters"
        fi
        seen=$((seen + 1))
    done
done
echo "check-export: $seen charts look the same in librsvg and poppler, and their words can be selected"

if command -v soffice >/dev/null; then
    soffice "-env:UserInstallation=file://$work/office" --headless --convert-to png:draw_png_Export \
        --outdir "$work/drawn" "$work"/*-*.svg >"$work/office.log" 2>&1 || fail "LibreOffice: $(tail -n 3 "$work/office.log")"
    for picture in "$work"/*-*.svg; do
        name=$(basename "$picture" .svg)
        # LibreOffice counts in hundredths of millimetres, which makes a pixel more at the edge.
        convert "$work/drawn/$name.png" -background white -flatten -crop 1280x960+0+0 +repage "$work/drawn.png"
        alike "$name.svg in LibreOffice" "$work/files/$name/chart.png" "$work/drawn.png" 0.16
    done
    echo "check-export: LibreOffice draws the same $seen pictures"
else
    left_out "LibreOffice, which is not here"
fi

# One core or all of them: the same bytes.
batch=(export --all --format svg,png --preset square --index --data)
"$binary" "${batch[@]}" --zip "$work/all.zip" 2>/dev/null
if command -v taskset >/dev/null; then
    taskset -c 0 "$binary" "${batch[@]}" --zip "$work/one.zip" 2>/dev/null
    cmp "$work/all.zip" "$work/one.zip" || fail "a batch on one core is other bytes"
fi
unzip -tq "$work/all.zip" >/dev/null || fail "the archive is damaged"
echo "check-export: an archive of $(unzip -Z1 "$work/all.zip" | wc -l) files is whole and always the same"

# Whatever stands in a folder after a failure is whole, and no piece of a file is left beside it.
whole() {
    local path
    while IFS= read -r -d '' path; do
        case $path in
            *.png) tail -c 8 "$path" | grep -q IEND || fail "$path is half-written" ;;
            *) fail "$path was left" ;;
        esac
    done < <(find "$1" -type f -print0)
}
refused() {
    local what=$1 code=0
    shift
    "$@" 2>"$work/said" >/dev/null || code=$?
    [ "$code" = 1 ] || fail "$what: exit code $code instead of 1"
    grep -q 'error: ' "$work/said" || fail "$what: no message"
    if grep -vE '^(error: |wrote )' "$work/said"; then fail "$what: words that are not ours"; fi
    echo "check-export: $what: $(grep -o 'error: .*' "$work/said" | head -n 1 | cut -c 1-110)"
}

chart=$(one_of dumbbell)
mkdir "$work/closed"
chmod 555 "$work/closed"
if [ "$(id -u)" != 0 ]; then
    refused "no permission" "$binary" export --chart "$chart" --out-dir "$work/closed"
    whole "$work/closed"
elif command -v setpriv >/dev/null && setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$binary"; then
    chmod 755 "$work"
    refused "no permission" setpriv --reuid 65534 --regid 65534 --clear-groups \
        "$binary" export --chart "$chart" --out-dir "$work/closed"
    whole "$work/closed"
else
    left_out "no permission: this user may write everywhere"
fi

full=$work/full
mkdir "$full"
if mount -t tmpfs -o size=600k tmpfs "$full" 2>/dev/null; then
    mounted=$full
    refused "disk full, a folder" "$binary" export --all --preset square --out-dir "$full"
    whole "$full"
    rm -f "$full"/*
    refused "disk full, an archive" "$binary" export --all --preset square --zip "$full/all.zip"
    whole "$full"
else
    left_out "disk full: this user may not mount a small disk"
fi

# A folder that vanishes under a batch.
gone=$work/gone
"$binary" export --all --out-dir "$gone" 2>"$work/said" &
running=$!
for _ in $(seq 400); do
    [ -z "$(find "$gone" -name '*.png' -print -quit 2>/dev/null)" ] || break
    sleep 0.02
done
mv "$gone" "$work/moved"
code=0
wait "$running" || code=$?
[ "$code" = 1 ] && grep -q '^error: ' "$work/said" || fail "a folder that vanishes: exit code $code"
whole "$work/moved"
echo "check-export: folder gone: $(grep '^error: ' "$work/said" | cut -c 1-110)"

# Ctrl+C.
stopped=$work/stopped
"$binary" export --all --out-dir "$stopped" 2>"$work/said" &
running=$!
for _ in $(seq 400); do
    [ -z "$(find "$stopped" -name '*.png' -print -quit 2>/dev/null)" ] || break
    sleep 0.02
done
kill -INT "$running"
code=0
wait "$running" || code=$?
[ "$code" = 1 ] || fail "interrupted: exit code $code"
whole "$stopped"
echo "check-export: interrupted: $(grep '^error: ' "$work/said" | cut -c 1-110)"
