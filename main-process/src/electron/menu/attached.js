'use strict';

const host = require('internal/host');
const { isMac } = require('internal/platform');
const { emit, kState } = require('electron/native_object');
const { nativeTemplate } = require('./native_template');

const registry = () => require('electron/browser_window/registry');

let applicationMenu = null;
// The application's menu was set, even if to none, so that the default one is not wanted.
let wasSet = false;
// Open context menus, and the last one: its click may be told of after its end.
const popups = new Set();
let lastPopup = null;

/** Menus on the screen: the application's, those of windows, context menus. */
function roots() {
  const ofWindows = registry().all().map((window) => window[kState].menu);
  return [applicationMenu, ...ofWindows, ...popups, lastPopup].filter(Boolean);
}

function findItem(menu, id) {
  for (const item of menu.items) {
    if (item.commandId === id) return item;
    const found = item.submenu ? findItem(item.submenu, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

const show = (menu) => (menu === null ? null : nativeTemplate(menu));

function refresh() {
  host.tell({ menu: { setApplicationMenu: { menu: show(applicationMenu) } } });
}

function setApplicationMenu(menu) {
  applicationMenu = menu;
  wasSet = true;
  refresh();
  if (isMac) return;
  // Electron gives every window the new menu, also those that had one of their own.
  for (const window of registry().all()) {
    if (window[kState].menu !== undefined) showOnWindow(window, menu);
  }
}

function showOnWindow(window, menu) {
  window[kState].menu = menu;
  host.tell({ window: { setMenu: { id: window.id, menu: show(menu) } } });
}

function rootOf(menu) {
  let root = menu;
  while (root.parentItem?.menu) root = root.parentItem.menu;
  return root;
}

const isShown = (menu) => roots().includes(rootOf(menu));
const stale = new Set();

/** A menu got an item after it was shown: it is shown anew once this turn is over. */
function structureChanged(menu) {
  const root = rootOf(menu);
  if (stale.has(root) || !roots().includes(root)) return;
  stale.add(root);
  process.nextTick(() => {
    stale.delete(root);
    if (applicationMenu === root) refresh();
    for (const window of registry().all()) {
      if (window[kState].menu === root) showOnWindow(window, root);
    }
  });
}

const SETTERS = {
  label: (item) => ({ setLabel: { item: item.commandId, label: String(item.label) } }),
  enabled: (item) => ({ setEnabled: { item: item.commandId, flag: Boolean(item.enabled) } }),
  visible: (item) => ({ setVisible: { item: item.commandId, flag: Boolean(item.visible) } }),
  checked: (item) => ({ setChecked: { item: item.commandId, flag: Boolean(item.checked) } }),
};

function itemChanged(item, name) {
  if (isShown(item.menu)) host.tell({ menu: SETTERS[name](item) });
}

/** Shows a context menu; `done` is called when it is gone. */
function popup(menu, window, { x, y, done }) {
  popups.add(menu);
  lastPopup = menu;
  emit(menu, 'menu-will-show');
  const closed = () => {
    popups.delete(menu);
    emit(menu, 'menu-will-close');
    done();
  };
  host.ask({ menu: { popup: { window: window.id, menu: nativeTemplate(menu), x, y } } }).then(closed, closed);
}

function clicked({ item: id, window: windowId, byAccelerator }) {
  const item = roots().map((menu) => findItem(menu, id)).find(Boolean);
  if (item === undefined) return;
  const { BaseWindow } = require('electron/browser_window/base_window');
  const window = (windowId === null || windowId === undefined ? null : BaseWindow.fromId(windowId)) ?? BaseWindow.getFocusedWindow();
  const event = { triggeredByAccelerator: Boolean(byAccelerator), shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  item.click(event, window ?? undefined, window?.webContents ?? null);
}

host.on('menu', (event) => {
  if (event.clicked) clicked(event.clicked);
});

module.exports = {
  setApplicationMenu,
  showOnWindow,
  structureChanged,
  itemChanged,
  popup,
  getApplicationMenu: () => applicationMenu,
  isApplicationMenuSet: () => wasSet,
};
