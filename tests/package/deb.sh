#!/usr/bin/env bash
# Packages the notes app as a .deb and does with it what a user would: check it, install it, start it, see its window,
# remove it, and look for what it left behind. Needs root and Debian; elsewhere it says so and skips.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}

if ! command -v dpkg >/dev/null || [ "$(id -u)" != 0 ]; then
  echo "SKIPPED: installing a package needs Debian's dpkg and root." >&2
  exit 0
fi

cargo build --locked --release -p shell -p packaging
runtime=$target/release/kaon-shell
echo "runtime: $(stat -c %s "$runtime") bytes"

work=$(mktemp -d)
server=
app=
finish() {
  [ -z "$app" ] || kill "$app" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "${name:-}" ] || dpkg --purge "$name" >/dev/null 2>&1 || true
  # The session's document portal is a mount in the home that it was given.
  umount -l "$work/home/cache/doc" 2>/dev/null || true
  rm -rf "$work" || true
}
trap finish EXIT

"$target/release/kaon" package templates/notes --format deb --out "$work" --runtime "$runtime"
deb=$(ls "$work"/*.deb)
name=$(dpkg-deb -f "$deb" Package)
size=$(stat -c %s "$deb")
echo "package: $name, $size bytes"
[ "$size" -lt 10000000 ] || { echo "what a user downloads is 10 MB or more" >&2; exit 1; }
lintian --fail-on error "$deb"

# Everything that is there before, so that what is there afterwards can be compared.
list() { find /usr/bin /usr/lib /usr/share /etc /opt -newer "$work/begin" \( -iname "*$name*" -o -ipath "*/$name/*" \) 2>/dev/null | sort; }
touch "$work/begin"
dpkg -i "$deb" || apt-get install -y -f
command -v "$name" >/dev/null || { echo "$name is not on the PATH" >&2; exit 1; }

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$work/display" &
server=$!
read -r number < "$work/display"
export DISPLAY=:$number HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data XDG_CACHE_HOME=$work/home/cache
export NOTES_DIR=$work/home/notes NO_AT_BRIDGE=1
mkdir -p "$NOTES_DIR"
dbus-run-session -- "$name" > "$work/log" 2>&1 &
app=$!
if ! timeout 60 xdotool search --sync --onlyvisible --name 'Notes|Welcome' > "$work/window"; then
  cat "$work/log" >&2
  echo "the installed app shows no window" >&2
  exit 1
fi
echo "installed app: window $(head -n 1 "$work/window")"
import -window root "$target/installed-notes.png"
kill "$app" && wait "$app" 2>/dev/null || true
app=

dpkg --purge "$name"
left=$(list)
[ -z "$left" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
! command -v "$name" >/dev/null || { echo "$name is still on the PATH" >&2; exit 1; }
echo "removed: nothing left behind"
