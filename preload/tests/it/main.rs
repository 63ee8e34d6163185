#![allow(clippy::unwrap_used, reason = "a test that cannot read the scripts has failed")]

use std::path::Path;

use preload::{Config, Preload, Script, Transport, World, scripts};

fn config(context_isolation: bool) -> Config {
    let preload =
        |name: &str| Preload { path: format!("/app/{name}.js"), source: format!("#!node\n{name}()") };
    Config {
        key: "SECRETKEY".into(),
        token: "SECRETTOKEN".into(),
        transport: Transport::Webkit,
        context_isolation,
        sandbox: true,
        preloads: vec![preload("first"), preload("second")],
        process: serde_json::json!({ "env": { "__proto__": "kept" } }),
        arguments: vec![],
        zoom_factor: 1.0,
    }
}

fn of(world: World, scripts: &[Script]) -> String {
    scripts.iter().filter(|script| script.world == world).map(|script| script.source.as_str()).collect()
}

#[test]
fn the_page_gets_neither_the_transport_nor_its_token() {
    for context_isolation in [true, false] {
        let scripts = scripts(&config(context_isolation));
        let page = of(World::Page, &scripts);
        for secret in ["SECRETTOKEN", "messageHandlers", "XMLHttpRequest"] {
            assert!(!page.contains(secret), "{secret} with contextIsolation: {context_isolation}");
        }
        assert!(of(World::Isolated, &scripts).contains("SECRETTOKEN"));
    }
}

#[test]
fn preload_scripts_are_in_their_world_alone_and_in_order() {
    for (context_isolation, home, other) in
        [(true, World::Isolated, World::Page), (false, World::Page, World::Isolated)]
    {
        let scripts = scripts(&config(context_isolation));
        let source = of(home, &scripts);
        assert!(source.find("first()").unwrap() < source.find("second()").unwrap());
        assert!(!of(other, &scripts).contains("first()"));
    }
}

#[test]
fn the_transport_is_the_platforms() {
    let portable = Config { transport: Transport::Portable, ..config(true) };
    let source = of(World::Isolated, &scripts(&portable));
    assert!(source.contains("__kaonDeliver") && !source.contains("messageHandlers"));
}

#[test]
fn code_is_carried_as_text() {
    let script = preload::execute("'\u{2028}</script>`${1}`'\n\\");
    assert!(script.contains(r"`${1}`'\n\\"));
}

#[test]
fn synchronous_requests_need_the_token() {
    assert!(preload::admits("abc", "text/plain;token=abc"));
    for content_type in
        ["", "text/plain", "text/plain;token=", "text/plain;token=ab", "text/plain;token=abcd"]
    {
        assert!(!preload::admits("abc", content_type), "{content_type}");
    }
    assert!(!preload::admits("", "text/plain;token="));
}

#[test]
fn limits_are_those_of_the_wire() {
    let kinds = std::fs::read_to_string(source().join("codec/kinds.js")).unwrap();
    assert!(kinds.contains(&format!("const MAX_DEPTH = {};", ipc::clone::MAX_DEPTH)));
    assert!(kinds.contains(&format!("const MAX_MESSAGE = {} * 1024 * 1024;", ipc::MAX_MESSAGE >> 20)));
    let wire = std::fs::read_to_string(source().join("wire.js")).unwrap();
    assert!(wire.contains(&format!("const MAX_CHANNEL_NAME = {};", ipc::MAX_CHANNEL_NAME)));
    assert_eq!((256 + 16) << 20, ipc::MAX_BATCH);
    assert!(wire.contains("const MAX_BATCH = (256 + 16) * 1024 * 1024;"));
}

#[test]
fn every_part_that_a_script_asks_for_is_in_it() {
    for context_isolation in [true, false] {
        for script in scripts(&config(context_isolation)) {
            for required in script.source.split("require('.").skip(1) {
                let path = required.split('\'').next().unwrap().trim_start_matches(['.', '/']);
                let elsewhere = (script.world == World::Isolated) != context_isolation;
                let lazy = path == "environment" && elsewhere;
                let found = script.source.contains(&format!("{path}\"(exports, require"));
                assert!(found || lazy, "{path} is missing in a script of {:?}", script.world);
            }
        }
    }
}

fn source() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
}
