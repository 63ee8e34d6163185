'use strict';

const { emitWarning } = require('internal/fatal/warning');
const { source } = require('electron/native_image');
const { colorOf } = require('./color');

const WIDTH = 800;
const HEIGHT = 600;
const STYLES = { darwin: ['hidden', 'hiddenInset', 'customButtonsOnHover'] }[process.platform] ?? ['hidden'];

// What a window is without asking for anything else.
const FLAGS = {
  useContentSize: false, center: false, resizable: true, movable: true, minimizable: true, maximizable: true, closable: true,
  focusable: true, alwaysOnTop: false, fullscreen: false, fullscreenable: true, kiosk: false, skipTaskbar: false, show: true,
  frame: true, modal: false, autoHideMenuBar: false, transparent: false, hasShadow: true,
};
const ABSENT = {
  titleBarOverlay: 'Window controls over the page (titleBarOverlay)',
  windowStatePersistence: 'Keeping the state of a window (windowStatePersistence)',
};
const told = new Set();

function warnOf(options) {
  for (const [name, what] of Object.entries(ABSENT)) {
    if (!options[name] || told.has(name)) continue;
    told.add(name);
    emitWarning(`${what} is not supported by Kaon yet`, 'KaonWarning');
  }
}

const number = (value) => (typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : undefined);
const size = (value, fallback) => Math.max(0, number(value) ?? fallback);

function flagsOf(options) {
  const flags = {};
  for (const [name, fallback] of Object.entries(FLAGS)) flags[name] = typeof options[name] === 'boolean' ? options[name] : fallback;
  return flags;
}

function iconOf({ icon }) {
  try {
    return source(icon);
  } catch {
    // Electron warns of an icon it cannot read and opens the window all the same.
    emitWarning('Failed to load the icon of a window', 'electron');
    return null;
  }
}

/** A position counts only when it is whole. */
function positionOf(options) {
  const x = number(options.x);
  const y = number(options.y);
  return x === undefined || y === undefined ? { x: null, y: null } : { x, y };
}

/** Electron's constructor options with nothing left open. */
function complete(options, parentId) {
  warnOf(options);
  const flags = flagsOf(options);
  const style = STYLES.includes(options.titleBarStyle) ? options.titleBarStyle : 'default';
  return {
    ...flags,
    ...positionOf(options),
    frame: flags.frame && style === 'default',
    modal: flags.modal && parentId !== null,
    width: size(options.width, WIDTH),
    height: size(options.height, HEIGHT),
    minWidth: size(options.minWidth, 0),
    minHeight: size(options.minHeight, 0),
    maxWidth: size(options.maxWidth, 0),
    maxHeight: size(options.maxHeight, 0),
    title: options.title === undefined ? require('electron/app').getName() : String(options.title),
    icon: iconOf(options),
    titleBarStyle: style,
    parent: parentId,
    backgroundColor: colorOf(options.backgroundColor) ?? (flags.transparent ? '#00000000' : '#FFFFFF'),
    opacity: typeof options.opacity === 'number' ? Math.min(1, Math.max(0, options.opacity)) : 1,
    kind: options.type === undefined ? null : String(options.type),
  };
}

module.exports = { complete };
