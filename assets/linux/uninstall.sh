#!/bin/sh
# Takes away what install.sh brought; settings and reports stay.
# 删除 install.sh 安装的文件；设置和报告保留。
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}

rm -f "$prefix/bin/report-explorer"
(cd "$here/share" && find . -type f) | while IFS= read -r file; do
    rm -f "$prefix/share/$file"
done
"$here/refresh.sh" "$prefix"
echo "Removed from $prefix. 已从 $prefix 卸载。"
