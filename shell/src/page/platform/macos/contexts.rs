//! Sessions: what pages keep, and where.

use std::{cell::RefCell, collections::HashMap, path::PathBuf};

use objc2::rc::Retained;
use objc2_foundation::{
    NSNumber, NSObjectNSKeyValueCoding, NSOperatingSystemVersion, NSProcessInfo, NSString, NSUUID,
};
use objc2_web_kit::{WKWebViewConfiguration, WKWebsiteDataStore};

use crate::{
    app::{About, main_thread},
    page::platform::native::file_name,
};

/// The first system that has more than one store on disk.
const STORES: NSOperatingSystemVersion =
    NSOperatingSystemVersion { majorVersion: 14, minorVersion: 0, patchVersion: 0 };

pub(crate) struct Contexts {
    folder: PathBuf,
    all: RefCell<HashMap<Option<String>, Retained<WKWebsiteDataStore>>>,
}

impl Contexts {
    pub(crate) fn new(about: &About) -> Self {
        Self { folder: about.data_folder.clone(), all: RefCell::default() }
    }

    pub(super) fn configuration(&self, partition: Option<&str>) -> Retained<WKWebViewConfiguration> {
        // SAFETY: on the window system's thread; the preference is a boolean that every WebKit has.
        unsafe {
            let configuration = WKWebViewConfiguration::new(main_thread());
            configuration.setWebsiteDataStore(&self.store(partition));
            // A page from a file may read files, as in Electron, but not the net.
            let (yes, name) =
                (NSNumber::numberWithBool(true), NSString::from_str("allowFileAccessFromFileURLs"));
            configuration.preferences().setValue_forKey(Some(&yes), &name);
            configuration
        }
    }

    /// `persist:x` keeps what it has under that name, another name keeps it in memory, none is the app's own.
    fn store(&self, partition: Option<&str>) -> Retained<WKWebsiteDataStore> {
        let key = partition.map(str::to_owned);
        self.all.borrow_mut().entry(key).or_insert_with(|| self.open(partition)).clone()
    }

    /// Older systems have one store on disk, that of the bundle; partitions share it there.
    fn open(&self, partition: Option<&str>) -> Retained<WKWebsiteDataStore> {
        let main = main_thread();
        let named = match partition {
            None => Some(String::new()),
            Some(name) => name.strip_prefix("persist:").map(file_name),
        };
        // SAFETY: on the window system's thread; what is called exists on this version.
        unsafe {
            match named {
                Some(_) if !NSProcessInfo::processInfo().isOperatingSystemAtLeastVersion(STORES) => {
                    WKWebsiteDataStore::defaultDataStore(main)
                }
                Some(name) if !self.folder.as_os_str().is_empty() => {
                    WKWebsiteDataStore::dataStoreForIdentifier(
                        &NSUUID::from_bytes(self.identify(&name)),
                        main,
                    )
                }
                _ => WKWebsiteDataStore::nonPersistentDataStore(main),
            }
        }
    }

    /// Always the same for a name, and another for each app.
    fn identify(&self, name: &str) -> [u8; 16] {
        let text = format!("{}\n{name}", self.folder.display());
        // FNV-1a of 128 bits.
        let prime = 0x0000_0000_0100_0000_0000_0000_0000_013b_u128;
        let hash = |hash: u128, byte| (hash ^ u128::from(byte)).wrapping_mul(prime);
        text.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, hash).to_be_bytes()
    }
}
