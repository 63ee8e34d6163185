#!/usr/bin/env bash
# Checks the house for the systems that are not here: types for Windows (GNU and MSVC) and macOS, and on Windows, under
# wine, the main process itself. `KAON_CROSS_CACHE` names a folder with std's source for this compiler; without it the
# source comes from Debian. Where neither is to be had, it says so and skips.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=tests/cross
target=${CARGO_TARGET_DIR:-target}
work=$target/cross

if ! bash "$here/toolchain.sh" "$work"; then
  echo "SKIPPED: the cross toolchain cannot be had on this machine; the reason is above." >&2
  exit 0
fi
. "$work/env"

echo "-- types: Windows (msvc)"
cargo clippy --locked --target x86_64-pc-windows-msvc --workspace --all-targets -- -D warnings
echo "-- types: macOS"
cargo clippy --locked --target aarch64-apple-darwin --workspace --all-targets -- -D warnings
echo "-- types: Windows (gnu)"
cargo check --locked --target x86_64-pc-windows-gnu --workspace

if ! command -v wine >/dev/null; then
  echo "SKIPPED: wine is missing, so nothing was run on Windows." >&2
  exit 0
fi
echo "-- wine: how programs end, their limits, and kaon run"
# Not the modules' own tests: dns and others do not pass under wine yet.
cargo test --locked --target x86_64-pc-windows-gnu -p ipc
cargo test --locked --target x86_64-pc-windows-gnu -p main-process --lib --bins --test endings --test limits
bash "$here/run.sh" "$target/x86_64-pc-windows-gnu/debug"
