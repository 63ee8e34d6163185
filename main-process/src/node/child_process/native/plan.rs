//! What to start, as the scripts describe it.

use rquickjs::{Ctx, FromJs, Object, Result, Value};

/// Where one of the child's descriptors leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stdio {
    Ignore,
    /// A new pipe; we get the other end.
    Pipe,
    /// One of our own files, by the system's name for it.
    File(i64),
    /// One of our connections, which goes on not to wait: we use it ourselves.
    Connection(i64),
}

impl<'js> FromJs<'js> for Stdio {
    /// A number is one of our own files, in an array one of our connections, `true` is a pipe, everything else is ignored.
    fn from_js(_: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let connection = value.as_array().and_then(|pair| pair.get::<i64>(0).ok());
        Ok(
            match connection
                .map(Self::Connection)
                .or(value.as_number().map(|handle| Self::File(handle as i64)))
            {
                Some(stdio) => stdio,
                None if value.as_bool() == Some(true) => Self::Pipe,
                None => Self::Ignore,
            },
        )
    }
}

pub(super) struct Plan {
    pub(super) file: String,
    /// The first is the program's name for itself.
    pub(super) args: Vec<String>,
    pub(super) env: Vec<(String, String)>,
    pub(super) cwd: Option<String>,
    pub(super) stdio: Vec<Stdio>,
    pub(super) uid: Option<u32>,
    pub(super) gid: Option<u32>,
    pub(super) detached: bool,
    pub(super) windows_hide: bool,
    pub(super) verbatim: bool,
}

impl<'js> FromJs<'js> for Plan {
    fn from_js(ctx: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        let object = Object::from_js(ctx, value)?;
        let flag = |name: &str| object.get::<_, Option<bool>>(name).map(|flag| flag.unwrap_or(false));
        let env: Vec<String> = object.get("envPairs")?;
        Ok(Self {
            file: object.get("file")?,
            args: object.get("args")?,
            env: env.iter().filter_map(|pair| split(pair)).collect(),
            cwd: object.get("cwd")?,
            stdio: object.get("stdio")?,
            uid: object.get::<_, Option<i32>>("uid")?.map(|id| id as u32),
            gid: object.get::<_, Option<i32>>("gid")?.map(|id| id as u32),
            detached: flag("detached")?,
            windows_hide: flag("windowsHide")?,
            verbatim: flag("windowsVerbatimArguments")?,
        })
    }
}

/// Windows keeps variables whose name begins with `=`.
fn split(pair: &str) -> Option<(String, String)> {
    let at = pair.char_indices().skip(1).find(|(_, found)| *found == '=')?.0;
    Some((pair[..at].to_owned(), pair[at + 1..].to_owned()))
}

/// How a child ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exit {
    /// Up to 32 bits without a sign on Windows.
    pub(super) code: i64,
    /// The signal that ended it, or 0.
    pub(super) signal: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_ends_at_the_first_equals_sign_that_is_not_its_beginning() {
        assert_eq!(split("A=b=c"), Some(("A".into(), "b=c".into())));
        assert_eq!(split("=C:=C:\\x"), Some(("=C:".into(), "C:\\x".into())));
        assert_eq!(split("broken"), None);
    }
}
