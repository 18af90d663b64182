#!/usr/bin/env bash
# Packs a release build for Linux: a .deb, and a .tar.gz that runs where it is unpacked or installs itself for one user.
# The same binary and the same SOURCE_DATE_EPOCH give the same bytes.
# It is a script and not a cargo subcommand, so that packing needs nothing that must be compiled first: dpkg-deb, tar, gzip.
# Usage: scripts/package-linux.sh [BINARY] [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
umask 022
export LC_ALL=C.UTF-8

target=${CARGO_TARGET_DIR:-target}
binary=${1:-$target/release/report-explorer}
out=${2:-$target/package}
[ -x "$binary" ] || { echo "package-linux: no binary at $binary; build it first with cargo build --release" >&2; exit 1; }

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The date inside the packages: that of the last change, so that packing again gives the same bytes.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -d "$(sed -n 's/.*<release .*date="\([^"]*\)".*/\1/p' assets/linux/report-explorer.metainfo.xml | head -n 1)" +%s)}
export SOURCE_DATE_EPOCH=$epoch
# Format of the file: 0x3e is x86-64, 0xb7 is AArch64.
machine=$(od -An -j18 -N1 -tx1 "$binary" | tr -d ' ')
case $machine in
    3e) architecture=amd64 family=x86_64 ;;
    b7) architecture=arm64 family=aarch64 ;;
    *) echo "package-linux: $binary is for no machine that is packed for ($machine)" >&2; exit 1 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Everything below share/, the same in both packages.
share=$work/share
install -Dm644 assets/linux/report-explorer.desktop "$share/applications/report-explorer.desktop"
install -Dm644 assets/linux/report-explorer.xml "$share/mime/packages/report-explorer.xml"
install -Dm644 assets/linux/report-explorer.metainfo.xml "$share/metainfo/app.report_explorer.ReportExplorer.metainfo.xml"
for size in 16 24 32 48 64 128 256 512; do
    install -Dm644 "assets/icons/png/$size.png" "$share/icons/hicolor/${size}x$size/apps/report-explorer.png"
done
install -Dm644 assets/icons/report-explorer.svg "$share/icons/hicolor/scalable/apps/report-explorer.svg"
install -Dm644 assets/icons/report-file.svg "$share/icons/hicolor/scalable/mimetypes/application-x-report-explorer.svg"

# The manual page lists the commands as the program's help does.
manual() { # template, locale
    local commands
    commands=$(LANG=$2 LC_ALL=$2 "$binary" --help |
        sed -n 's/^  \([a-z][a-z]*\)  *\(.*\)$/.TP\n.B \1\n\2/p' | sed 's/-/\\-/g')
    [ -n "$commands" ] || { echo "package-linux: no commands in the help for $2" >&2; exit 1; }
    awk -v commands="$commands" '$0 == "@COMMANDS@" { print commands; next } { print }' "$1" | gzip -9n
}
mkdir -p "$share/man/man1" "$share/man/zh_CN/man1"
manual assets/linux/report-explorer.1 en_US.UTF-8 >"$share/man/man1/report-explorer.1.gz"
manual assets/linux/report-explorer.zh_CN.1 zh_CN.UTF-8 >"$share/man/zh_CN/man1/report-explorer.1.gz"

install -d "$out"

# The .deb.
root=$work/deb
install -Dm755 "$binary" "$root/usr/bin/report-explorer"
cp -R "$share" "$root/usr/share"
doc=$root/usr/share/doc/report-explorer
mkdir -p "$doc"
indented() { sed 's/^$/./; s/^/ /' "$1"; }
awk -v mit="$(indented LICENSE-MIT)" -v ofl="$(indented assets/fonts/OFL.txt)" \
    '$0 == "@MIT@" { print mit; next } $0 == "@OFL@" { print ofl; next } { print }' assets/linux/copyright >"$doc/copyright"
{
    echo "report-explorer ($version) unstable; urgency=medium"
    echo
    sed -n "/^## $version/,/^## /{s/^\* //p}" CHANGELOG.md | while IFS= read -r change; do
        fold -s -w 74 <<<"$change" | sed '1s/^/  * /; 2,$s/^/    /; s/ *$//'
    done
    echo
    echo " -- The Report Explorer authors <maintainers@report-explorer.invalid>  $(date -u -R -d "@$epoch")"
} | gzip -9n >"$doc/changelog.gz"
if [ -f docs/licences.txt ]; then gzip -9n <docs/licences.txt >"$doc/licences.txt.gz"; fi
# Lintian takes the name of a library in the list of licences, which the program shows, for zlib itself.
mkdir -p "$root/usr/share/lintian/overrides"
echo 'report-explorer: embedded-library zlib [usr/bin/report-explorer]' >"$root/usr/share/lintian/overrides/report-explorer"
libc=$(grep -aoE 'GLIBC_2\.[0-9]+(\.[0-9]+)?' "$binary" | sort -Vu | tail -n 1 | sed 's/GLIBC_//')
size=$(du -k -s --apparent-size "$root" | cut -f1)
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<EOF
Package: report-explorer
Version: $version
Architecture: $architecture
Maintainer: The Report Explorer authors <maintainers@report-explorer.invalid>
Installed-Size: $size
Section: misc
Priority: optional
Depends: libc6 (>= $libc), libgcc-s1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxrandr2, libxkbcommon0, libxkbcommon-x11-0, libgl1, libegl1
Recommends: libdbus-1-3, xdg-desktop-portal, shared-mime-info
Suggests: libvulkan1
Description: figures, targets and charts of Chinese government work reports
 Report Explorer opens the figures of a Chinese government work report: its
 section tree, its indicators with last year's actuals and this year's targets,
 and charts of both that can go straight into a slide, an article or a paper.
 .
 It has a window and a command line, in Chinese and English, and needs no
 network.
EOF
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -depth -exec touch --no-dereference --date="@$epoch" {} +
deb=$out/report-explorer_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$deb" >/dev/null

# The .tar.gz.
name=report-explorer-$version-$family-linux
folder=$work/$name
mkdir "$folder"
install -m755 "$binary" "$folder/report-explorer"
cp -R "$share" "$folder/share"
install -m755 assets/linux/install.sh assets/linux/uninstall.sh assets/linux/refresh.sh "$folder/"
install -m644 LICENSE-MIT LICENSE-APACHE assets/fonts/OFL.txt "$folder/"
if [ -f docs/licences.txt ]; then install -m644 docs/licences.txt "$folder/"; fi
tar --create --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --format=ustar \
    --directory "$work" "$name" | gzip -9n >"$out/$name.tar.gz"

ls -l "$deb" "$out/$name.tar.gz"
