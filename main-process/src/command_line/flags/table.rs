//! Node's flags. Those that would change nothing here are taken silently, as programs' scripts carry them around.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Switch,
    Value,
    List,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the command line and in `NODE_OPTIONS`.
    Anywhere,
    CommandLine,
}

pub(super) const TABLE: &[(Kind, Place, &str)] = &[
    (
        Kind::Switch,
        Place::Anywhere,
        "addons async-context-frame deprecation enable-fips enable-source-maps entry-url experimental-abortcontroller \
         experimental-async-context-frame experimental-detect-module experimental-eventsource experimental-fetch \
         experimental-global-customevent experimental-global-navigator experimental-global-webcrypto \
         experimental-import-meta-resolve experimental-json-modules experimental-modules experimental-network-imports \
         experimental-print-required-tla experimental-repl-await experimental-report experimental-require-module \
         experimental-shadow-realm experimental-sqlite experimental-strip-types experimental-test-isolation \
         experimental-test-module-mocks experimental-test-snapshots experimental-top-level-await \
         experimental-transform-types experimental-vm-modules experimental-wasm-modules experimental-websocket \
         experimental-webstorage experimental-worker extra-info-on-fatal-exception force-context-aware force-fips \
         force-node-api-uncaught-exceptions-policy frozen-intrinsics global-search-paths insecure-http-parser \
         network-family-autoselection node-snapshot openssl-legacy-provider openssl-shared-config pending-deprecation \
         preserve-symlinks preserve-symlinks-main report-compact report-exclude-network report-on-fatalerror \
         report-on-signal report-uncaught-exception test-only throw-deprecation tls-max-v1.2 tls-max-v1.3 tls-min-v1.0 \
         tls-min-v1.1 tls-min-v1.2 tls-min-v1.3 trace-atomics-wait trace-deprecation trace-env trace-events-enabled \
         trace-exit trace-promises trace-sigint trace-sync-io trace-tls trace-uncaught trace-warnings \
         track-heap-objects use-bundled-ca use-openssl-ca use-system-ca verify-base-objects warnings \
         zero-fill-buffers debug-arraybuffer-allocations force-async-hooks-checks disable-wasm-trap-handler",
    ),
    (
        Kind::Value,
        Place::Anywhere,
        "diagnostic-dir disable-proto dns-result-order experimental-default-type http-parser icu-data-dir input-type \
         localstorage-file max-http-header-size network-family-autoselection-attempt-timeout openssl-config \
         redirect-warnings report-dir report-directory report-filename report-signal secure-heap secure-heap-min \
         stack-trace-limit test-coverage-branches test-isolation test-shard title tls-cipher-list tls-keylog \
         trace-event-categories trace-event-file-pattern trace-require-module unhandled-rejections use-largepages \
         v8-pool-size experimental-specifier-resolution node-memory-debug",
    ),
    (
        Kind::List,
        Place::Anywhere,
        "conditions disable-warning experimental-loader import require test-reporter test-reporter-destination \
         test-name-pattern test-skip-pattern",
    ),
    (
        Kind::Switch,
        Place::CommandLine,
        "check expose-internals help print test test-force-exit test-update-snapshots version",
    ),
    (Kind::Value, Place::CommandLine, "eval test-concurrency test-module test-timeout"),
    (Kind::List, Place::CommandLine, "env-file env-file-if-exists"),
];

pub(super) const SHORT: &[(&str, &str)] = &[
    ("-C", "conditions"),
    ("-c", "check"),
    ("-e", "eval"),
    ("-h", "help"),
    ("-i", "interactive"),
    ("-r", "require"),
    ("-v", "version"),
];

pub(super) const ALIASES: &[(&str, &str)] = &[
    ("enable-network-family-autoselection", "network-family-autoselection"),
    ("es-module-specifier-resolution", "experimental-specifier-resolution"),
    ("experimental-test-name-pattern", "test-name-pattern"),
    ("loader", "experimental-loader"),
    ("report-directory", "report-dir"),
];

/// What would be expected to do something that Kaon cannot do.
pub(super) const UNSUPPORTED: &[&str] = &[
    "allow-addons",
    "allow-child-process",
    "allow-fs-read",
    "allow-fs-write",
    "allow-wasi",
    "allow-worker",
    "build-snapshot",
    "build-snapshot-config",
    "cpu-prof",
    "cpu-prof-dir",
    "cpu-prof-interval",
    "cpu-prof-name",
    "debug-port",
    "experimental-permission",
    "experimental-policy",
    "experimental-sea-config",
    "experimental-test-coverage",
    "heap-prof",
    "heap-prof-dir",
    "heap-prof-interval",
    "heap-prof-name",
    "heapsnapshot-near-heap-limit",
    "heapsnapshot-signal",
    "inspect",
    "inspect-brk",
    "inspect-port",
    "inspect-publish-uid",
    "inspect-wait",
    "interactive",
    "permission",
    "policy-integrity",
    "prof",
    "prof-process",
    "run",
    "snapshot-blob",
    "watch",
    "watch-path",
    "watch-preserve-output",
];

/// Flags of the engine that Node has, which change nothing for a script that works.
pub(super) const ENGINE: &[&str] = &[
    "abort-on-uncaught-exception",
    "disallow-code-generation-from-strings",
    "enable-etw-stack-walking",
    "expose-gc",
    "huge-max-old-generation-size",
    "interpreted-frames-native-stack",
    "jitless",
    "max-old-space-size",
    "max-semi-space-size",
    "perf-basic-prof",
    "perf-basic-prof-only-functions",
    "perf-prof",
    "perf-prof-unwinding-info",
];

const ENGINE_ALSO: &[&str] = &[
    "allow-natives-syntax",
    "always-sparkplug",
    "concurrent-recompilation",
    "expose-externalize-string",
    "force-slow-path",
    "gc-global",
    "gc-interval",
    "initial-heap-size",
    "initial-old-space-size",
    "lazy",
    "lite-mode",
    "maglev",
    "max-heap-size",
    "max-lazy",
    "max-old-generation-size",
    "min-semi-space-size",
    "opt",
    "optimize-for-size",
    "predictable",
    "predictable-gc-schedule",
    "random-seed",
    "semi-space-growth-factor",
    "single-threaded",
    "sparkplug",
    "stack-size",
    "stress-compaction",
    "trace-deopt",
    "trace-gc",
    "trace-gc-verbose",
    "trace-opt",
    "turbofan",
    "use-strict",
    "verify-heap",
    "async-stack-traces",
];

pub(super) fn kind(name: &str) -> Option<Kind> {
    TABLE.iter().find(|(_, _, names)| names.split_whitespace().any(|known| known == name)).map(|row| row.0)
}

pub(super) fn is_engine_flag(name: &str) -> bool {
    let name = name.strip_prefix("no-").unwrap_or(name);
    ENGINE.contains(&name)
        || ENGINE_ALSO.contains(&name)
        || name.starts_with("harmony")
        || name.starts_with("js-")
}

pub(super) fn allowed_in_environment(name: &str) -> bool {
    let bare = name.strip_prefix("no-").unwrap_or(name);
    let listed = TABLE.iter().filter(|(_, place, _)| *place == Place::Anywhere);
    ENGINE.contains(&bare)
        || listed.flat_map(|row| row.2.split_whitespace()).any(|known| known == name || known == bare)
        || ["inspect", "inspect-brk", "inspect-port", "inspect-wait", "watch"].contains(&name)
}

/// The text of `--help`.
pub(super) fn help() -> String {
    let mut text = String::from(
        "Usage: kaon-node [options] [ script.js ] [arguments]\n       kaon run [options] <folder | script.js> [arguments]\n\n\
         Options:\n  -                          script read from stdin\n  --                         end of the options\n",
    );
    let names = TABLE.iter().flat_map(|row| row.2.split_whitespace().map(|name| (row.0, name)));
    let mut lines: Vec<String> = names
        .map(|(kind, name)| {
            let short = SHORT
                .iter()
                .find(|(_, long)| *long == name)
                .map_or(String::new(), |(short, _)| format!("{short}, "));
            format!("  {short}--{name}{}\n", if kind == Kind::Switch { "" } else { "=..." })
        })
        .collect();
    lines.sort();
    text.extend(lines);
    text
}
