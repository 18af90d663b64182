#!/bin/sh
# Installs Report Explorer for this user alone, below ~/.local (or below $PREFIX); needs no rights.
# 只为当前用户安装到 ~/.local（或 $PREFIX），不需要管理员权限。
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}

mkdir -p "$prefix/bin" "$prefix/share"
# A running copy keeps its file: the new one takes the name.
cp "$here/report-explorer" "$prefix/bin/report-explorer.new"
chmod 755 "$prefix/bin/report-explorer.new"
mv -f "$prefix/bin/report-explorer.new" "$prefix/bin/report-explorer"
cp -R "$here/share/." "$prefix/share/"

# A desktop does not look into ~/.local/bin on every system: the entry names the whole path.
# The specification wants it in quotation marks, with a backslash before " ` $ \ and all backslashes doubled.
quoted=$(printf '%s' "$prefix/bin/report-explorer" | sed 's/[\\"`$]/\\\\&/g')
entry=$prefix/share/applications/report-explorer.desktop
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s" %%f\n' "$quoted" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/applications/report-explorer.desktop" >"$entry.new"
mv -f "$entry.new" "$entry"

"$here/refresh.sh" "$prefix"
echo "Installed in $prefix; uninstall.sh takes it away again."
echo "已安装到 $prefix；运行 uninstall.sh 可卸载。"
