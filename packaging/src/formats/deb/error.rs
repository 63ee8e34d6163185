use std::{
    io,
    path::{Path, PathBuf},
};

use crate::{icons, payload};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Payload(#[from] payload::Error),
    #[error(transparent)]
    Icon(#[from] icons::Error),
    #[error("package.json: {field}: {message}")]
    Field { field: &'static str, message: String },
    #[error("{} cannot be the runtime of a Debian package: {message}", file.display())]
    Runtime { file: PathBuf, message: String },
    #[error("cannot read {}: {source}", path.display())]
    Reading { path: PathBuf, source: io::Error },
    #[error("cannot write {}: {source}", path.display())]
    Writing { path: PathBuf, source: io::Error },
    #[error("{} changed while it was being packed", .0.display())]
    Changed(PathBuf),
    #[error("interrupted; nothing was written")]
    Interrupted,
}

impl Error {
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Payload(error) => error.hint(),
            Self::Runtime { .. } => Some("`--runtime` names a runtime built for Linux".into()),
            Self::Icon(_)
            | Self::Field { .. }
            | Self::Reading { .. }
            | Self::Writing { .. }
            | Self::Changed(_)
            | Self::Interrupted => None,
        }
    }

    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Reading { path: path.into(), source }
    }

    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Writing { path: path.into(), source }
    }
}
