#!/bin/sh
# Tells the desktop what has changed below PREFIX; where a tool is missing, the desktop finds out by itself later.
set -eu
share=$1/share
[ ! -d "$share/mime/packages" ] || ! command -v update-mime-database >/dev/null || update-mime-database "$share/mime" || true
[ ! -d "$share/applications" ] || ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$share/applications" || true
[ ! -d "$share/icons/hicolor" ] || ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -q -f -t "$share/icons/hicolor" 2>/dev/null || true
