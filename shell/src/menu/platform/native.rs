//! Context menus where the system runs a loop of its own as long as one is open.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use muda::{
    Menu,
    dpi::{LogicalPosition, Position},
};

use super::system;
use crate::{app::soon, window::Window};

/// A context menu on the screen, or on its way there.
#[derive(Clone)]
pub(in super::super) struct Open(Rc<Tracking>);

struct Tracking {
    menu: Menu,
    stage: Cell<Stage>,
    then: RefCell<Option<Box<dyn FnOnce()>>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Waiting,
    Shown,
    Closed,
}

/// It opens in a turn that is not a command's: that one would last as long as the menu.
pub(in super::super) fn popup(menu: &Menu, window: &Rc<Window>, at: Option<(f64, f64)>) -> Open {
    let tracking =
        Tracking { menu: menu.clone(), stage: Cell::new(Stage::Waiting), then: RefCell::default() };
    let open = Open(Rc::new(tracking));
    let (shown, window) = (open.clone(), window.clone());
    let at = at.map(|(x, y)| Position::Logical(LogicalPosition::new(x, y)));
    soon(move || shown.track(&window, at));
    open
}

impl Open {
    fn track(&self, window: &Window, at: Option<Position>) {
        let Self(tracking) = self;
        if tracking.stage.get() == Stage::Waiting {
            tracking.stage.set(Stage::Shown);
            system::track(&tracking.menu, &window.native, at);
        }
        tracking.stage.set(Stage::Closed);
        if let Some(then) = tracking.then.take() {
            soon(then);
        }
    }

    /// Calls `then` once the menu is gone and what was chosen in it was told.
    pub(in super::super) fn when_closed(&self, then: impl FnOnce() + 'static) {
        match self.0.stage.get() {
            Stage::Closed => soon(then),
            Stage::Waiting | Stage::Shown => drop(self.0.then.replace(Some(Box::new(then)))),
        }
    }

    pub(in super::super) fn close(&self) {
        if self.0.stage.replace(Stage::Closed) == Stage::Shown {
            system::cancel(&self.0.menu);
        }
    }
}
