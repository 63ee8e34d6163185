#!/usr/bin/env bash
# Makes the toolchains for the systems that are not here, in the folder it is given, and writes `env` into it to source.
# Windows (gnu) gets a whole std, to build and run; Windows (msvc) and macOS get metadata, to check types. Idempotent.
#
# The one thing needed from outside is std's source of exactly this compiler: from `$KAON_CROSS_CACHE`
# (rust-library-<version>.tar.xz), else from Debian's rust-src. Exit code 1: it cannot be had, and why.
set -euo pipefail
work=$(realpath -m "$1")
here=$(cd "$(dirname "$0")" && pwd)
version=$(rustc -V | cut -d' ' -f2)
library=$work/rust-$version/library
sysroot=$work/sysroot-$version
mkdir -p "$work"

fail() { echo "cross toolchain: $*" >&2; exit 1; }

source_from_cache() {
  local archive=${KAON_CROSS_CACHE:-}/rust-library-$version.tar.xz
  [ -n "${KAON_CROSS_CACHE:-}" ] && [ -e "$archive" ] || return 1
  mkdir -p "$work/rust-$version" && tar -xJf "$archive" -C "$work/rust-$version"
}

# Debian's package of the same version, through an apt state of our own: nothing of the machine's is touched.
source_from_debian() {
  command -v apt-get >/dev/null || return 1
  local state=$work/apt mirror options
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
  [ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' /etc/apt/sources.list)
  [ -n "$mirror" ] || return 1
  mkdir -p "$state/lists/partial" "$state/archives/partial" && : > "$state/status"
  for suite in trixie-backports sid; do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
  done > "$state/sources.list"
  options=(-q -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State="$state"
    -o Dir::State::status="$state/status" -o Dir::Cache="$state" -o Acquire::Languages=none -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update >/dev/null || return 1
  (cd "$state" && apt-get "${options[@]}" download "rust-src=$version+*" >/dev/null) || return 1
  mkdir -p "$work/rust-$version"
  dpkg-deb --fsys-tarfile "$state"/rust-src_"$version"*.deb |
    tar -x -C "$work/rust-$version" --strip-components=4 --wildcards "*/rustc-$version/library"
  rm -rf "$state"
}

# place TARGET EXTENSION FOLDER: moves what was built into the sysroot, whole or not at all.
place() {
  local library_folder=$sysroot/lib/rustlib/$1/lib
  rm -rf "$library_folder.new" && mkdir -p "$library_folder.new"
  cp "$3"/*."$2" "$library_folder.new/"
  rm -f "$library_folder.new"/libsysroot-*
  rm -rf "$library_folder" && mv "$library_folder.new" "$library_folder"
}

# std TARGET check|build
std() {
  local target=$1 verb=$2 built=$work/std-$1 extension=rmeta flags=()
  [ -d "$sysroot/lib/rustlib/$target/lib" ] && return
  echo "cross toolchain: std for $target ($verb)"
  if [ "$verb" = build ]; then
    extension=rlib
    flags=(--config profile.dev.opt-level=1 --config profile.dev.debug-assertions=false --config profile.dev.overflow-checks=false)
  fi
  (cd "$library" && RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0 CARGO_TARGET_DIR=$built \
    RUSTFLAGS="-Zforce-unstable-if-unmarked -Cdebuginfo=0 -Cembed-bitcode=no" \
    cargo "$verb" -q --locked -p sysroot --target "$target" --features panic-unwind,backtrace "${flags[@]}")
  place "$target" $extension "$built/$target/debug/deps"
  if [ "$verb" = build ]; then
    for object in rsbegin rsend; do
      RUSTC_BOOTSTRAP=1 rustc --target "$target" --sysroot "$sysroot" --emit=obj \
        -o "$sysroot/lib/rustlib/$target/lib/$object.o" "$library/rtstartup/$object.rs"
    done
  fi
  rm -rf "$built"
}

write_env() {
  mkdir -p "$work/bin" && cp "$here/cc-stand-in" "$here/ar-stand-in" "$work/bin/"
  {
    echo "export SDKROOT=$work/bin PKG_CONFIG_ALLOW_CROSS=1 CARGO_INCREMENTAL=0"
    for target in x86_64-pc-windows-msvc aarch64-apple-darwin; do
      local name=${target//-/_}
      echo "export CARGO_TARGET_${name^^}_RUSTFLAGS='--sysroot $sysroot'"
      echo "export CC_$name=$work/bin/cc-stand-in CXX_$name=$work/bin/cc-stand-in AR_$name=$work/bin/ar-stand-in"
    done
    echo "export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS='--sysroot $sysroot -Ctarget-feature=+crt-static'"
    echo "export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine"
    echo "export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='"
  } > "$work/env"
}

prepare_wine() {
  command -v wine >/dev/null && command -v x86_64-w64-mingw32-gcc >/dev/null || return 0
  . "$work/env"
  [ -d "$WINEPREFIX" ] || DISPLAY='' timeout 300 wine wineboot -i </dev/null >/dev/null 2>&1 || true
  local system=$WINEPREFIX/drive_c/windows/system32
  [ -d "$system" ] || fail "wine made no prefix in $WINEPREFIX"
  [ -e "$system/bcryptprimitives.dll" ] ||
    x86_64-w64-mingw32-gcc -O2 -shared -o "$system/bcryptprimitives.dll" "$here/process_prng.c" -ladvapi32
}

[ -e "$library/Cargo.lock" ] || source_from_cache || source_from_debian ||
  fail "no source of std for rustc $version (set KAON_CROSS_CACHE, or use a Debian that carries rust-src $version)"
[ -e "$library/Cargo.lock" ] || fail "the source of std for rustc $version is not whole"
command -v x86_64-w64-mingw32-gcc >/dev/null || fail "mingw-w64 is missing (Debian: gcc-mingw-w64-x86-64-posix)"

std x86_64-pc-windows-msvc check
std aarch64-apple-darwin check
std x86_64-pc-windows-gnu build
write_env
prepare_wine
echo "cross toolchain: ready in $work"
