//! Sessions: what pages keep, and where.

use std::{
    cell::RefCell,
    collections::HashMap,
    path::{Path, PathBuf},
};

use preload::SYNC_SCHEME;
use webkit2gtk::{
    CookieManagerExt, CookiePersistentStorage, SecurityManagerExt, WebContext, WebContextExt,
    WebsiteDataManager, WebsiteDataManagerExt,
};

use super::exchange;
use crate::app::About;

pub(crate) struct Contexts {
    folder: PathBuf,
    all: RefCell<HashMap<Option<String>, WebContext>>,
}

impl Contexts {
    pub(crate) fn new(about: &About) -> Self {
        Self { folder: about.data_folder.clone(), all: RefCell::default() }
    }

    /// `persist:x` keeps what it has under that name, another name keeps it in memory, none is the app's own.
    pub(super) fn get(&self, partition: Option<&str>) -> WebContext {
        let key = partition.map(str::to_owned);
        self.all.borrow_mut().entry(key).or_insert_with(|| prepare(self.open(partition))).clone()
    }

    fn open(&self, partition: Option<&str>) -> WebContext {
        let folder = match partition {
            None => self.folder.clone(),
            Some(name) => match name.strip_prefix("persist:") {
                Some(name) => self.folder.join("Partitions").join(file_name(name)),
                None => return WebContext::new_ephemeral(),
            },
        };
        if self.folder.as_os_str().is_empty() { WebContext::new_ephemeral() } else { persistent(&folder) }
    }
}

fn persistent(folder: &Path) -> WebContext {
    let data = WebsiteDataManager::builder()
        .base_data_directory(folder.join("web").to_string_lossy())
        .base_cache_directory(folder.join("web-cache").to_string_lossy())
        .build();
    if let Some(cookies) = data.cookie_manager() {
        let file = folder.join("web").join("cookies");
        // The database does not make its folder.
        let _ = std::fs::create_dir_all(folder.join("web"));
        cookies.set_persistent_storage(&file.to_string_lossy(), CookiePersistentStorage::Sqlite);
    }
    WebContext::builder().website_data_manager(&data).build()
}

fn prepare(context: WebContext) -> WebContext {
    if let Some(security) = context.security_manager() {
        security.register_uri_scheme_as_secure(SYNC_SCHEME);
        security.register_uri_scheme_as_cors_enabled(SYNC_SCHEME);
    }
    context.register_uri_scheme(SYNC_SCHEME, exchange::sync_request);
    context
}

/// A partition's name may be anything; a folder's may not.
fn file_name(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    name.chars()
        .map(|letter| if plain(letter) { letter.to_string() } else { format!("%{:x}", u32::from(letter)) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn no_partition_leaves_its_folder_or_meets_another() {
        assert_eq!(file_name("main-1"), "main-1");
        assert_eq!(file_name("../x"), "%2e%2e%2fx");
        assert_ne!(file_name("a b"), file_name("a%20b"));
    }
}
