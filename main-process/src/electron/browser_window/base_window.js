'use strict';

const { EventEmitter } = require('node/events');
const { codes } = require('internal/errors');
const { assemble, hide, kDestroyed, kState } = require('electron/native_object');
const { absentMembers, absentObject } = require('electron/absent');
const { Closing, end } = require('./closing');
const { Flags, initialFlags } = require('./flags');
const { Mirror } = require('./mirror');
const { Systems, absent } = require('./systems');
const { complete } = require('./options');
const registry = require('./registry');

function parentOf({ parent }) {
  if (parent === undefined || parent === null) return null;
  if (!(parent instanceof BaseWindow)) throw new TypeError('Must pass BaseWindow instance or null');
  return parent;
}

function checkName({ name }) {
  if (typeof name !== 'string' || name === '') return;
  if (registry.all().some((window) => window[kState].name === name)) {
    throw new Error(`Window name '${name}' is already in use. Window names must be unique.`);
  }
}

/** How large a window will be that was asked to be so large; unknown where only its page's size was given. */
function sizeOf({ useContentSize, width, height, minWidth, minHeight, maxWidth, maxHeight }) {
  if (useContentSize) return null;
  const within = (value, least, most) => Math.max(least, most > 0 ? Math.min(value, most) : value);
  return { width: within(width, minWidth, maxWidth), height: within(height, minHeight, maxHeight) };
}

/** What a window knows of itself. */
function stateOf(id, given, options, parent) {
  return {
    id, options, parent, children: new Set(), name: given.name, modal: options.modal, mirror: new Mirror(id, sizeOf(options)), settled: false,
    contents: null, closing: false, unresponsive: undefined, ends: {}, flags: initialFlags(options), title: options.title,
    accessibleTitle: '', backgroundColor: options.backgroundColor, opacity: options.opacity, representedFilename: '',
    documentEdited: false, minimum: [options.minWidth, options.minHeight], maximum: [options.maxWidth, options.maxHeight],
    menu: undefined,
  };
}

class BaseWindow extends EventEmitter {
  constructor(given = {}) {
    super();
    if (new.target === BaseWindow) throw new codes.ERR_NOT_SUPPORTED('electron.BaseWindow', 'a window without a page');
    checkName(given);
    const parent = parentOf(given);
    const options = complete(given, parent?.id ?? null);
    const id = registry.nextId();
    Object.defineProperty(this, 'id', { value: id, enumerable: true });
    hide(this, kDestroyed, false);
    hide(this, kState, stateOf(id, given, options, parent));
    hide(this, 'contentView', absentObject('BaseWindow.contentView'));
    parent?.[kState].children.add(this);
    registry.add(this);
  }

  isDestroyed() {
    return this[kDestroyed];
  }

  destroy() {
    end(this);
  }

  static getAllWindows() {
    return registry.all();
  }

  static fromId(id) {
    return registry.get(Number(id));
  }

  static getFocusedWindow() {
    return registry.all().find((window) => window.isFocused()) ?? null;
  }
}
assemble(
  BaseWindow, require('./geometry'), require('./visibility'), Flags, require('./appearance'), require('./family'), Closing, Systems,
  absentMembers('BrowserWindow', absent),
);

require('./native_events');

module.exports = { BaseWindow, all: registry.all };
