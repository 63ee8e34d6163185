use std::path::{Path, PathBuf};

use main_process::host::dialog::FileOptions;
use windows::{
    Win32::{
        System::Com::{CLSCTX_INPROC_SERVER, CoCreateInstance, CoTaskMemFree},
        UI::Shell::{
            Common::COMDLG_FILTERSPEC, FILEOPENDIALOGOPTIONS, FOS_ALLOWMULTISELECT, FOS_FORCEFILESYSTEM,
            FOS_FORCESHOWHIDDEN, FOS_NOCHANGEDIR, FOS_PICKFOLDERS, FileOpenDialog, FileSaveDialog,
            IFileDialog, IFileOpenDialog, IFileSaveDialog, IShellItem, SHCreateItemFromParsingName,
            SIGDN_FILESYSPATH,
        },
    },
    core::{HSTRING, Interface, PCWSTR, Result},
};

use super::{Owner, Parent, aside};

pub(in super::super::super) fn show_open(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + Send + 'static,
) {
    let (owner, options) = (Owner::of(parent), options.clone());
    aside(move || done(open(owner, &options).ok()));
}

pub(in super::super::super) fn show_save(
    parent: Parent,
    options: &FileOptions,
    done: impl FnOnce(Option<Vec<PathBuf>>) + Send + 'static,
) {
    let (owner, options) = (Owner::of(parent), options.clone());
    aside(move || done(save(owner, &options).ok()));
}

/// What was chosen; that nothing was is an error here.
fn open(owner: Option<Owner>, options: &FileOptions) -> Result<Vec<PathBuf>> {
    let has = |property: &str| options.properties.iter().any(|have| have == property);
    let mut flags = FILEOPENDIALOGOPTIONS::default();
    if has("multiSelections") {
        flags |= FOS_ALLOWMULTISELECT;
    }
    // One dialog chooses either files or folders.
    let folders = has("openDirectory") && !has("openFile");
    if folders {
        flags |= FOS_PICKFOLDERS;
    }
    // SAFETY: COM is there on this thread, and what is passed lives until the calls return.
    unsafe {
        let dialog: IFileOpenDialog = CoCreateInstance(&FileOpenDialog, None, CLSCTX_INPROC_SERVER)?;
        prepare(&dialog.cast()?, options, flags, folders)?;
        dialog.Show(owner.map(Owner::handle))?;
        let chosen = dialog.GetResults()?;
        (0..chosen.GetCount()?).map(|place| path(&chosen.GetItemAt(place)?)).collect()
    }
}

fn save(owner: Option<Owner>, options: &FileOptions) -> Result<Vec<PathBuf>> {
    // SAFETY: COM is there on this thread, and what is passed lives until the calls return.
    unsafe {
        let dialog: IFileSaveDialog = CoCreateInstance(&FileSaveDialog, None, CLSCTX_INPROC_SERVER)?;
        prepare(&dialog.cast()?, options, FILEOPENDIALOGOPTIONS::default(), false)?;
        let first = options.filters.first().and_then(|filter| filter.extensions.first());
        if let Some(extension) = first.filter(|extension| *extension != "*") {
            dialog.SetDefaultExtension(&HSTRING::from(extension))?;
        }
        dialog.Show(owner.map(Owner::handle))?;
        Ok(vec![path(&dialog.GetResult()?)?])
    }
}

fn path(item: &IShellItem) -> Result<PathBuf> {
    // SAFETY: the text is ours once it is returned, and freed as it has to be.
    unsafe {
        let text = item.GetDisplayName(SIGDN_FILESYSPATH)?;
        let path = text.to_hstring().to_os_string();
        CoTaskMemFree(Some(text.0.cast()));
        Ok(path.into())
    }
}

fn prepare(
    dialog: &IFileDialog,
    options: &FileOptions,
    flags: FILEOPENDIALOGOPTIONS,
    folders: bool,
) -> Result<()> {
    let mut flags = flags | FOS_FORCEFILESYSTEM | FOS_NOCHANGEDIR;
    if options.properties.iter().any(|property| property == "showHiddenFiles") {
        flags |= FOS_FORCESHOWHIDDEN;
    }
    // SAFETY: COM is there on this thread, and what is passed lives until the calls return.
    unsafe {
        dialog.SetOptions(dialog.GetOptions()? | flags)?;
        if let Some(title) = options.title.as_ref().or(options.message.as_ref()) {
            dialog.SetTitle(&HSTRING::from(title))?;
        }
        if let Some(label) = &options.button_label {
            dialog.SetOkButtonLabel(&HSTRING::from(label))?;
        }
    }
    if !options.filters.is_empty() && !folders {
        filter(dialog, options)?;
    }
    match options.default_path.as_deref().map(Path::new) {
        Some(path) => suggest(dialog, path),
        None => Ok(()),
    }
}

fn filter(dialog: &IFileDialog, options: &FileOptions) -> Result<()> {
    let pattern = |extension: &String| if extension == "*" { "*.*".into() } else { format!("*.{extension}") };
    let patterns = |extensions: &[String]| extensions.iter().map(pattern).collect::<Vec<_>>().join(";");
    let named = options
        .filters
        .iter()
        .map(|filter| (HSTRING::from(&filter.name), HSTRING::from(patterns(&filter.extensions))));
    let texts = named.collect::<Vec<_>>();
    let specs = texts.iter().map(|(name, patterns)| COMDLG_FILTERSPEC {
        pszName: PCWSTR(name.as_ptr()),
        pszSpec: PCWSTR(patterns.as_ptr()),
    });
    // SAFETY: the texts outlive the call, which makes copies of them.
    unsafe { dialog.SetFileTypes(&specs.collect::<Vec<_>>()) }
}

/// An absolute folder is opened, a file is named there, and a bare name is a name.
fn suggest(dialog: &IFileDialog, path: &Path) -> Result<()> {
    let folder = if path.is_dir() { Some(path) } else { path.parent().filter(|folder| folder.is_dir()) };
    // SAFETY: COM is there on this thread, and what is passed lives until the calls return.
    unsafe {
        if let Some(folder) = folder {
            let item: IShellItem = SHCreateItemFromParsingName(&HSTRING::from(folder), None)?;
            dialog.SetFolder(&item)?;
        }
        match path.file_name().filter(|_| !path.is_dir()) {
            Some(name) => dialog.SetFileName(&HSTRING::from(name)),
            None => Ok(()),
        }
    }
}
