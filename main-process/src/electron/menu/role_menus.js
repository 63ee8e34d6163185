'use strict';

const { isMac } = require('internal/platform');

const SEPARATOR = { type: 'separator' };
const roles = (...names) => names.map((name) => (name === '-' ? { ...SEPARATOR } : { role: name }));

const SUBSTITUTIONS = ['showSubstitutions', '-', 'toggleSmartQuotes', 'toggleSmartDashes', 'toggleTextReplacement'];
const editOfMac = () => [
  ...roles('pasteAndMatchStyle', 'delete', 'selectAll', '-'),
  { label: 'Substitutions', submenu: roles(...SUBSTITUTIONS) },
  { label: 'Speech', submenu: roles('startSpeaking', 'stopSpeaking') },
];

/** The menus that are a role of their own; source: Electron's page on `MenuItem`, "Roles". */
module.exports = {
  appmenu: () => roles('about', '-', 'services', '-', 'hide', 'hideOthers', 'unhide', '-', 'quit'),
  filemenu: () => roles(isMac ? 'close' : 'quit'),
  editmenu: () => [...roles('undo', 'redo', '-', 'cut', 'copy', 'paste'), ...(isMac ? editOfMac() : roles('delete', '-', 'selectAll'))],
  viewmenu: () => roles('reload', 'forceReload', 'toggleDevTools', '-', 'resetZoom', 'zoomIn', 'zoomOut', '-', 'togglefullscreen'),
  windowmenu: () => roles('minimize', 'zoom', ...(isMac ? ['-', 'front'] : ['close'])),
  sharemenu: () => [],
};
