use std::fs;

use tests::{compatibility, root};

#[test]
fn the_compatibility_table_is_fresh() {
    let fresh = compatibility::readme();
    if std::env::var_os("KAON_BLESS").is_some() {
        fs::write(root().join("README.md"), &fresh).unwrap();
    }
    let found = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(found == fresh, "the README's table is stale: run `KAON_BLESS=1 cargo test -p tests --test it`");
}
