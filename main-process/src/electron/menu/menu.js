'use strict';

const { EventEmitter } = require('node/events');
const host = require('internal/host');
const { codes } = require('internal/errors');
const { isMac } = require('internal/platform');
const attached = require('./attached');
const { MenuItem, readOnly, setQuietly } = require('./menu_item');
const { sortTemplate, removeExtraSeparators } = require('./sorting');

const windows = () => require('electron/browser_window/base_window');
let lastGroup = 0;

const isItem = (item) =>
  typeof item === 'object' && item !== null && (Object.hasOwn(item, 'label') || Object.hasOwn(item, 'role') || item.type === 'separator');

/** The group of the radio items around a position: a separator ends it. */
function radioGroup(items, position) {
  const before = items.slice(0, position).reverse();
  const around = position > 0 ? before : items;
  for (const item of around) {
    if (item.type === 'radio') return item.groupId;
    if (item.type === 'separator') break;
  }
  lastGroup += 1;
  return lastGroup;
}

/** The window a context menu belongs to when the application named none. */
function windowFor(window) {
  const { BaseWindow } = windows();
  const all = BaseWindow.getAllWindows();
  const found = all.includes(window) ? window : BaseWindow.getFocusedWindow() ?? all[0];
  if (!found) throw new Error('Cannot open Menu without a BaseWindow present');
  return found;
}

class Menu extends EventEmitter {
  constructor() {
    super();
    this.items = [];
    Object.defineProperty(this, 'parentItem', { value: null, writable: true });
  }

  append(item) {
    this.insert(this.items.length, item);
  }

  insert(position, item) {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length) throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    if (item.type === 'radio') readOnly(item, 'groupId', radioGroup(this.items, position));
    Object.defineProperty(item, 'menu', { value: this, enumerable: true, configurable: true });
    this.items.splice(position, 0, item);
    attached.structureChanged(this);
  }

  getItemCount() {
    return this.items.length;
  }

  getMenuItemById(id) {
    for (const item of this.items) if (item.id === id) return item;
    for (const { submenu } of this.items) {
      const found = submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(options = {}) {
    if (typeof options !== 'object' || options === null) throw new TypeError('Options must be an object');
    const window = windowFor(options.window);
    const { x, y, callback } = options;
    const placed = typeof x === 'number' && typeof y === 'number';
    attached.popup(this, window, {
      x: placed ? x : null, y: placed ? y : null, done: () => (typeof callback === 'function' ? callback() : undefined),
    });
    const position = typeof options.positioningItem === 'number' ? options.positioningItem : -1;
    return { browserWindow: window, x: typeof x === 'number' ? x : -1, y: typeof y === 'number' ? y : -1, position };
  }

  closePopup(window) {
    const { BaseWindow } = windows();
    const concerned = window instanceof BaseWindow ? [window] : BaseWindow.getAllWindows();
    for (const { id } of concerned) host.tell({ menu: { closePopup: { window: id } } });
  }

  /** Checks one item of a group, and none of the others. */
  checkRadio(item) {
    for (const other of this.items) {
      if (other === item || other.type !== 'radio' || other.groupId !== item.groupId || !other.checked) continue;
      setQuietly(other, 'checked', false);
      attached.itemChanged(other, 'checked');
    }
  }

  itemChanged(item, name) {
    attached.itemChanged(item, name);
  }

  /** Of each group of radio items one is checked, be it the first, and only one: the last that says so. */
  settleRadios() {
    const groups = new Map();
    for (const item of this.items) {
      if (item.type === 'radio') groups.set(item.groupId, [...(groups.get(item.groupId) ?? []), item]);
    }
    for (const group of groups.values()) {
      const checked = group.filter((item) => item.checked).pop() ?? group[0];
      for (const item of group) setQuietly(item, 'checked', item === checked);
    }
  }

  static buildFromTemplate(template) {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    if (!template.every(isItem)) throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    const menu = new Menu();
    for (const item of removeExtraSeparators(sortTemplate(template))) {
      menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu) {
    if (menu && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    attached.setApplicationMenu(menu ?? null);
  }

  static getApplicationMenu() {
    return attached.getApplicationMenu();
  }

  static sendActionToFirstResponder() {
    throw new codes.ERR_NOT_SUPPORTED('Menu.sendActionToFirstResponder');
  }
}

function setWindowMenu(window, menu) {
  if (menu !== null && menu !== undefined && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
  attached.showOnWindow(window, menu ?? null);
}

/** What an application gets that sets no menu of its own. */
function setDefaultApplicationMenu() {
  if (attached.isApplicationMenuSet()) return;
  const names = ['fileMenu', 'editMenu', 'viewMenu', 'windowMenu'];
  if (isMac) names.unshift('appMenu');
  Menu.setApplicationMenu(Menu.buildFromTemplate(names.map((role) => ({ role }))));
}

module.exports = { Menu, MenuItem, setWindowMenu, setDefaultApplicationMenu };
