use rquickjs::{Ctx, Object, Result};

/// A built-in module: its scripts lie in its folder and were compiled when Kaon was built.
pub(crate) struct Module {
    /// The folder's name; `node/os` is the id of its main script.
    pub(crate) name: &'static str,
    /// What applications may require: the module itself and those of its parts that are public (`fs/promises`); a part
    /// whose name is not its module's comes behind it (`_http_agent=http/agent`).
    pub(crate) public: &'static [&'static str],
    /// Fills the flat object that the folder's scripts alone can reach.
    pub(crate) native: Option<fn(&Ctx<'_>, &Object<'_>) -> Result<()>>,
}

/// A folder of modules. A script may require what lies in its own group and in those before it.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(crate) modules: &'static [&'static Module],
}

pub(super) const GROUPS: [Group; 4] = [
    Group { name: "internal", modules: crate::internal::TABLE },
    Group { name: "web", modules: crate::web::TABLE },
    Group { name: "node", modules: crate::node::TABLE },
    Group { name: "electron", modules: crate::electron::TABLE },
];

/// Finds the module that a script id such as `node/path/posix` belongs to.
pub(super) fn find(id: &str) -> Option<&'static Module> {
    let mut parts = id.split('/');
    let (group, name) = (parts.next()?, parts.next()?);
    let group = GROUPS.iter().find(|found| found.name == group)?;
    group.modules.iter().find(|module| module.name == name).copied()
}

/// Every name that applications may require, with the id of its script.
pub(super) fn publics() -> impl Iterator<Item = (&'static str, String)> {
    GROUPS.iter().flat_map(|group| {
        group.modules.iter().flat_map(move |module| {
            module.public.iter().map(move |name| match name.split_once('=') {
                Some((alias, part)) => (alias, format!("{}/{part}", group.name)),
                None => (*name, script_of(group.name, module.name, name)),
            })
        })
    })
}

/// `fs/promises` is the part `promises` of `fs`; a name without a part is the main script.
fn script_of(group: &str, module: &str, public: &str) -> String {
    match public.strip_prefix(module).and_then(|rest| rest.strip_prefix('/')) {
        Some(part) => format!("{group}/{module}/{part}"),
        None => format!("{group}/{module}"),
    }
}
