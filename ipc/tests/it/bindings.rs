#[test]
fn the_typescript_twin_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/bindings/ipc.d.ts");
    let fresh = ipc::typescript();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(stored == fresh, "ipc/bindings/ipc.d.ts is stale: run `UPDATE=1 cargo test -p ipc`");
}
