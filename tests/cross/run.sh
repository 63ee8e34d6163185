#!/usr/bin/env bash
# Runs plain scripts through `kaon run` on Windows, under wine. The folder it is given holds the built executables.
set -euo pipefail
built=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
cargo build --locked --target x86_64-pc-windows-gnu -p packaging -p main-process
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

folder="$work/my script 🚀"
mkdir -p "$folder"
cp "$here/plain.js" "$folder/"
said=$(cd "$folder" && wine "$built/kaon.exe" run plain.js one "two words" | tr -d '\r')
echo "$said"
expected='win32 .js ["one","two words"]
timer before immediate: true
file: written and read
child: exit 3'
[ "$said" = "$expected" ] || { printf 'expected:\n%s\n' "$expected" >&2; exit 1; }
code=0
(cd "$folder" && wine "$built/kaon.exe" run missing.js >/dev/null 2>&1) || code=$?
[ "$code" != 0 ] || { echo "a missing script must fail" >&2; exit 1; }
