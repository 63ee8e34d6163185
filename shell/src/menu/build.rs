//! From a template to native items.

use std::{cell::Cell, collections::HashMap, rc::Rc};

use main_process::host::menu::{Item, ItemId, Kind, Template};
use muda::{CheckMenuItem, Icon, IconMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};

use super::{accelerator, accelerator::Shortcut, platform};
use crate::{
    answer::complain,
    picture::{Pixels, pixels},
};

/// A menu as it stands, with its items by number.
pub(crate) struct Built {
    pub(super) menu: Menu,
    pub(super) entries: HashMap<ItemId, Entry>,
}

pub(super) struct Entry {
    pub(super) item: Native,
    level: Rc<Level>,
    /// Its place in the template, hidden items counted.
    place: usize,
    /// Its keys are only shown: what they do is the page's.
    pub(super) keys_of_page: bool,
}

pub(super) enum Native {
    Normal(MenuItem),
    Icon(IconMenuItem),
    Check(CheckMenuItem),
    Radio(CheckMenuItem),
    Submenu(Submenu),
    /// What has no label and no state: separators, and what the system does by itself.
    Plain(PredefinedMenuItem),
}

/// A menu or submenu, and which of its template's items are in it.
struct Level {
    parent: Parent,
    shown: Vec<Cell<bool>>,
}

enum Parent {
    Menu(Menu),
    Submenu(Submenu),
}

impl Built {
    pub(super) fn of(template: &Template) -> Rc<Self> {
        let menu = Menu::new();
        let mut entries = HashMap::new();
        fill(Parent::Menu(menu.clone()), template, &mut entries);
        Rc::new(Self { menu, entries })
    }
}

fn fill(parent: Parent, template: &Template, entries: &mut HashMap<ItemId, Entry>) {
    let shown = template.0.iter().map(|_| Cell::new(false)).collect();
    let level = Rc::new(Level { parent, shown });
    for (place, item) in template.0.iter().enumerate() {
        let native = native(item, entries);
        let keys_of_page = !item.register_accelerator;
        let entry = Entry { item: native, level: level.clone(), place, keys_of_page };
        entry.set_visible(item.visible);
        entries.insert(item.id, entry);
    }
}

fn native(item: &Item, entries: &mut HashMap<ItemId, Entry>) -> Native {
    if let Some(role) = item.role.as_deref().and_then(|role| platform::system_item(role, &item.label)) {
        return Native::Plain(role);
    }
    let (id, label, enabled) = (item.id.to_string(), &item.label, item.enabled);
    let keys = item.accelerator.as_deref().and_then(accelerator::parse);
    let (place, character) = match keys {
        Some(Shortcut::Place(keys)) => (Some(keys), None),
        Some(Shortcut::Character(keys)) => (None, Some(keys)),
        None => (None, None),
    };
    match (item.kind, &item.submenu) {
        (Kind::Separator, _) => Native::Plain(PredefinedMenuItem::separator()),
        (Kind::Submenu, submenu) => {
            let native = Submenu::with_id(id, label, enabled);
            if let Some(role) = &item.role {
                platform::name_submenu(&native, role);
            }
            if let Some(template) = submenu {
                fill(Parent::Submenu(native.clone()), template, entries);
            }
            Native::Submenu(native)
        }
        (Kind::Checkbox | Kind::Radio, _) => {
            let check = CheckMenuItem::with_id(id, label, enabled, item.checked, place);
            say(character.map(|keys| check.set_key_accelerator(Some(keys))));
            if item.kind == Kind::Radio { Native::Radio(check) } else { Native::Check(check) }
        }
        (Kind::Normal, _) => match item.icon.as_deref().and_then(icon) {
            Some(icon) => {
                let native = IconMenuItem::with_id(id, label, enabled, Some(icon), place);
                say(character.map(|keys| native.set_key_accelerator(Some(keys))));
                Native::Icon(native)
            }
            None => {
                let native = MenuItem::with_id(id, label, enabled, place);
                say(character.map(|keys| native.set_key_accelerator(Some(keys))));
                Native::Normal(native)
            }
        },
    }
}

/// An icon that cannot be read is left out, as Electron does it.
fn icon(source: &str) -> Option<Icon> {
    let Pixels { rgba, width, height } = pixels(source).ok()?;
    Icon::from_rgba(rgba, width, height).ok()
}

fn say(result: Option<muda::Result<()>>) {
    if let Some(Err(error)) = result {
        complain(&format!("menu: {error}"));
    }
}

impl Entry {
    /// Native items have no visibility of their own: hidden ones are taken out.
    pub(super) fn set_visible(&self, visible: bool) {
        let shown = &self.level.shown;
        if shown[self.place].replace(visible) == visible {
            return;
        }
        let position = shown[..self.place].iter().filter(|shown| shown.get()).count();
        let item = self.item.as_item();
        say(Some(match (&self.level.parent, visible) {
            (Parent::Menu(menu), true) => menu.insert(item, position),
            (Parent::Menu(menu), false) => menu.remove(item),
            (Parent::Submenu(menu), true) => menu.insert(item, position),
            (Parent::Submenu(menu), false) => menu.remove(item),
        }));
    }
}

impl Native {
    fn as_item(&self) -> &dyn IsMenuItem {
        match self {
            Self::Normal(item) => item,
            Self::Icon(item) => item,
            Self::Check(item) | Self::Radio(item) => item,
            Self::Submenu(item) => item,
            Self::Plain(item) => item,
        }
    }

    pub(super) fn set_enabled(&self, flag: bool) {
        match self {
            Self::Normal(item) => item.set_enabled(flag),
            Self::Icon(item) => item.set_enabled(flag),
            Self::Check(item) | Self::Radio(item) => item.set_enabled(flag),
            Self::Submenu(item) => item.set_enabled(flag),
            Self::Plain(_) => {}
        }
    }

    pub(super) fn set_label(&self, label: &str) {
        match self {
            Self::Normal(item) => item.set_text(label),
            Self::Icon(item) => item.set_text(label),
            Self::Check(item) | Self::Radio(item) => item.set_text(label),
            Self::Submenu(item) => item.set_text(label),
            Self::Plain(item) => item.set_text(label),
        }
    }

    pub(super) fn set_checked(&self, flag: bool) {
        if let Self::Check(item) | Self::Radio(item) = self {
            item.set_checked(flag);
        }
    }

    pub(super) fn is_checked(&self) -> bool {
        matches!(self, Self::Check(item) | Self::Radio(item) if item.is_checked())
    }
}
