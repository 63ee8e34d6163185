//! The system's folders for programs and for the user's own files.

use std::{collections::BTreeMap, path::Path};

use directories::{BaseDirs, UserDirs};

/// By the names of `app.getPath` where those have one; what the user has not set up is absent.
pub(super) fn all() -> BTreeMap<&'static str, String> {
    let mut folders = BTreeMap::new();
    let mut put = |name, path: Option<&Path>| {
        if let Some(path) = path {
            folders.insert(name, path.to_string_lossy().into_owned());
        }
    };
    if let Some(base) = BaseDirs::new() {
        put("home", Some(base.home_dir()));
        put("appData", Some(base.config_dir()));
        put("cache", Some(base.cache_dir()));
        put("localData", Some(base.data_local_dir()));
    }
    if let Some(user) = UserDirs::new() {
        put("desktop", user.desktop_dir());
        put("documents", user.document_dir());
        put("downloads", user.download_dir());
        put("music", user.audio_dir());
        put("pictures", user.picture_dir());
        put("videos", user.video_dir());
    }
    folders
}
