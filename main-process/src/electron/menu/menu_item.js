'use strict';

const roles = require('./roles');

const TYPES = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'];
const kMenu = Symbol('kMenu');
let lastCommandId = 0;

/** What changes after a menu was built reaches the screen through these. */
const LIVE = ['label', 'enabled', 'visible', 'checked'];

function readOnly(item, name, value) {
  Object.defineProperty(item, name, { value, enumerable: true, writable: false, configurable: true });
}

function live(item, name, initial) {
  let value = initial;
  Object.defineProperty(item, name, {
    enumerable: true,
    configurable: true,
    get: () => value,
    set(next) {
      if (name === 'checked' && item.type === 'radio') {
        // A radio item is never switched off but by another one of its group.
        item.menu?.checkRadio(item);
        value = true;
      } else value = next;
      item.menu?.itemChanged(item, name);
    },
  });
  item[kMenu].set[name] = (next) => {
    value = next;
  };
}

function submenuOf(given, role) {
  const { Menu } = require('electron/menu');
  const submenu = given ?? roles.submenuOf(role);
  return submenu === undefined || submenu === null || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
}

function typeOf(item, submenu, role) {
  if (item.type !== undefined && item.type !== null) return item.type;
  return submenu ? 'submenu' : role === 'togglespellchecker' ? 'checkbox' : 'normal';
}

class MenuItem {
  constructor(options = {}) {
    Object.defineProperty(this, kMenu, { value: { set: {} } });
    // Whatever else the application gave an item stays with it.
    for (const name in options) {
      if (!(name in this)) this[name] = options[name];
    }
    this.#complete(options);
    this.#addClick(options.click);
  }

  #complete(options) {
    const { Menu } = require('electron/menu');
    const role = typeof options.role === 'string' || options.role instanceof String ? options.role.toLowerCase() : options.role;
    const submenu = submenuOf(options.submenu, role);
    const type = typeOf(options, submenu, role);
    if (type === 'submenu' && !(submenu instanceof Menu)) throw new Error('Invalid submenu');
    if (!TYPES.includes(type)) throw new Error(`Unknown menu item type: ${type}`);
    const fixed = {
      type, role: role ?? null, accelerator: options.accelerator ?? roles.acceleratorOf(role) ?? null, submenu: submenu ?? null,
      commandId: ++lastCommandId, userAccelerator: null,
    };
    for (const [name, value] of Object.entries(fixed)) readOnly(this, name, value);
    const open = {
      icon: null, accessibilityLabel: '', sublabel: '', toolTip: '', acceleratorWorksWhenHidden: true,
      registerAccelerator: roles.isRegistered(role),
    };
    for (const [name, value] of Object.entries(open)) this[name] ??= value;
    const initial = {
      label: options.label ?? roles.labelOf(role), enabled: options.enabled ?? true, visible: options.visible ?? true,
      checked: options.checked ?? false,
    };
    for (const name of LIVE) live(this, name, initial[name]);
    if (submenu) submenu.parentItem = this;
  }

  #addClick(click) {
    this.click = (event, focusedWindow, focusedContents) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      if (roles.execute(this.role, focusedWindow, focusedContents)) return;
      if (typeof click === 'function') click(this, focusedWindow, event);
    };
  }

  getDefaultRoleAccelerator() {
    return roles.acceleratorOf(this.role);
  }

  static types = TYPES;
}

/** Sets a property without the consequences it has when the application does. */
const setQuietly = (item, name, value) => item[kMenu].set[name](value);

module.exports = { MenuItem, readOnly, setQuietly };
