#!/usr/bin/env bash
# Brings Node's own tests (Debian's source package nodejs 20) into the folder it is given and prints that folder; prints
# nothing where they cannot be had. Needs apt; nothing of the machine's own apt state is touched.
set -euo pipefail
work=$(realpath -m "$1")
tree=$work/tree
if [ ! -d "$tree/test/parallel" ]; then
  command -v apt-get >/dev/null || exit 0
  state=$work/apt
  mkdir -p "$state/lists/partial" "$state/archives/partial" "$tree" && : > "$state/status"
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
  [ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' /etc/apt/sources.list)
  [ -n "$mirror" ] || exit 0
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$state/sources.list"
  options=(-q -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State="$state"
    -o Dir::State::status="$state/status" -o Dir::Cache="$state" -o Acquire::Languages=none -o APT::Sandbox::User=root)
  (cd "$state" && apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only nodejs) >&2 || exit 0
  tar -xf "$state"/nodejs_*.orig.tar.xz -C "$tree" --strip-components=1 --wildcards '*/test/*' 2>/dev/null || true
  rm -rf "$state"
fi
[ -d "$tree/test/parallel" ] && echo "$tree"
