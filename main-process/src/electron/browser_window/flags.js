'use strict';

const host = require('internal/host');
const { kState } = require('electron/native_object');

// Flag to its setter, its getter, its property, and the shell's command where that has another name.
const TABLE = [
  { flag: 'resizable', set: 'setResizable', get: 'isResizable', property: 'resizable' },
  { flag: 'movable', set: 'setMovable', get: 'isMovable', property: 'movable' },
  { flag: 'minimizable', set: 'setMinimizable', get: 'isMinimizable', property: 'minimizable' },
  { flag: 'maximizable', set: 'setMaximizable', get: 'isMaximizable', property: 'maximizable' },
  { flag: 'closable', set: 'setClosable', get: 'isClosable', property: 'closable' },
  { flag: 'focusable', set: 'setFocusable', get: 'isFocusable', property: 'focusable' },
  { flag: 'enabled', set: 'setEnabled', get: 'isEnabled' },
  { flag: 'hasShadow', set: 'setHasShadow', get: 'hasShadow', property: 'shadow' },
  { flag: 'skipTaskbar', set: 'setSkipTaskbar' },
  { flag: 'visibleOnAllWorkspaces', set: 'setVisibleOnAllWorkspaces', get: 'isVisibleOnAllWorkspaces', property: 'visibleOnAllWorkspaces' },
  { flag: 'contentProtection', set: 'setContentProtection', get: 'isContentProtected' },
  { flag: 'autoHideMenuBar', set: 'setAutoHideMenuBar', get: 'isMenuBarAutoHide', property: 'autoHideMenuBar' },
  { flag: 'menuBarVisible', set: 'setMenuBarVisibility', get: 'isMenuBarVisible', property: 'menuBarVisible' },
  // What may become full screen is decided here alone.
  { flag: 'fullscreenable', set: 'setFullScreenable', get: 'isFullScreenable', property: 'fullScreenable', silent: true },
];
// Properties of what other parts define.
const PROPERTIES = [
  { property: 'fullScreen', set: 'setFullScreen', get: 'isFullScreen' },
  { property: 'simpleFullScreen', set: 'setSimpleFullScreen', get: 'isSimpleFullScreen' },
  { property: 'kiosk', set: 'setKiosk', get: 'isKiosk' },
  { property: 'documentEdited', set: 'setDocumentEdited', get: 'isDocumentEdited' },
  { property: 'representedFilename', set: 'setRepresentedFilename', get: 'getRepresentedFilename' },
  { property: 'title', set: 'setTitle', get: 'getTitle' },
];

/** Part of `BaseWindow`: what is on or off. */
class Flags {}

const define = (name, value) => Object.defineProperty(Flags.prototype, name, { value, writable: true, configurable: true });

for (const { flag, set, get, silent } of TABLE) {
  const setter = function (value) {
    this[kState].flags[flag] = Boolean(value);
    if (!silent) host.tell({ window: { [set]: { id: this.id, flag: Boolean(value) } } });
  };
  Object.defineProperty(setter, 'name', { value: set });
  define(set, setter);
  if (get === undefined) continue;
  const getter = function () {
    return this[kState].flags[flag];
  };
  Object.defineProperty(getter, 'name', { value: get });
  define(get, getter);
}

for (const { property, set, get } of [...TABLE, ...PROPERTIES]) {
  if (property === undefined) continue;
  Object.defineProperty(Flags.prototype, property, {
    get() {
      return this[get]();
    },
    set(value) {
      this[set](value);
    },
    configurable: true,
  });
}

/** What the flags of a new window are. */
function initialFlags(options) {
  const flags = { enabled: true, visibleOnAllWorkspaces: false, contentProtection: false, menuBarVisible: !options.autoHideMenuBar };
  for (const { flag } of TABLE) {
    if (options[flag] !== undefined) flags[flag] = options[flag];
  }
  return { ...flags, kiosk: options.kiosk, alwaysOnTop: options.alwaysOnTop };
}

module.exports = { Flags, initialFlags };
