'use strict';

const { isMac } = require('internal/platform');
const submenus = require('./role_menus');

const app = () => require('electron/app');
const isWindows = process.platform === 'win32';
const isLinux = process.platform === 'linux';

const page = (method) => (contents) => contents[method]();
const zoom = (change) => (contents) => {
  contents.zoomLevel = change(contents.zoomLevel);
};
const quitLabel = () => (isMac ? `Quit ${app().name}` : isWindows ? 'Exit' : 'Quit');

/**
 * Electron's roles. `ofApp`, `ofWindow` and `ofPage` are what a click does; on macOS the system does it itself where there is
 * no `byUs`. An accelerator that is not registered is shown, and the page handles its keys.
 */
const ROLES = {
  about: { label: () => (isLinux ? 'About' : `About ${app().name}`), ofApp: isMac ? undefined : () => app().showAboutPanel() },
  close: { label: isMac ? 'Close Window' : 'Close', accelerator: 'CommandOrControl+W', ofWindow: (window) => window.close() },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', ofPage: page('copy'), registered: false },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', ofPage: page('cut'), registered: false },
  delete: { label: 'Delete', ofPage: page('delete') },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R', byUs: true, ofPage: page('reloadIgnoringCache') },
  front: { label: 'Bring All to Front' },
  help: { label: 'Help' },
  hide: { label: () => `Hide ${app().name}`, accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  minimize: {
    label: 'Minimize', accelerator: 'CommandOrControl+M',
    ofWindow: (window) => (window.minimizable ? window.minimize() : undefined),
  },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', ofPage: page('paste'), registered: false },
  pasteandmatchstyle: {
    label: 'Paste and Match Style', accelerator: isMac ? 'Cmd+Option+Shift+V' : 'Shift+CommandOrControl+V',
    ofPage: page('pasteAndMatchStyle'), registered: false,
  },
  quit: { label: quitLabel, accelerator: isWindows ? undefined : 'CommandOrControl+Q', ofApp: () => app().quit() },
  redo: { label: 'Redo', accelerator: isWindows ? 'Control+Y' : 'Shift+CommandOrControl+Z', ofPage: page('redo') },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', byUs: true, ofPage: page('reload') },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', byUs: true, ofPage: zoom(() => 0) },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A', ofPage: page('selectAll') },
  services: { label: 'Services' },
  recentdocuments: { label: 'Open Recent' },
  clearrecentdocuments: { label: 'Clear Menu' },
  showsubstitutions: { label: 'Show Substitutions' },
  togglesmartquotes: { label: 'Smart Quotes' },
  togglesmartdashes: { label: 'Smart Dashes' },
  toggletextreplacement: { label: 'Text Replacement' },
  startspeaking: { label: 'Start Speaking' },
  stopspeaking: { label: 'Stop Speaking' },
  toggledevtools: {
    label: 'Toggle Developer Tools', accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I', byUs: true, ofPage: page('toggleDevTools'),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen', accelerator: isMac ? 'Control+Command+F' : 'F11',
    ofWindow: (window) => window.setFullScreen(!window.isFullScreen()),
  },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', ofPage: page('undo') },
  unhide: { label: 'Show All' },
  window: { label: 'Window' },
  zoom: { label: 'Zoom' },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', byUs: true, ofPage: zoom((level) => level + 0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', byUs: true, ofPage: zoom((level) => level - 0.5) },
  togglespellchecker: { label: 'Check Spelling While Typing', byUs: true },
  appmenu: { label: () => app().name },
  filemenu: { label: 'File' },
  editmenu: { label: 'Edit' },
  viewmenu: { label: 'View' },
  windowmenu: { label: 'Window' },
  sharemenu: { label: 'Share' },
};

const find = (role) => (typeof role === 'string' && Object.hasOwn(ROLES, role) ? ROLES[role] : undefined);

function labelOf(role) {
  const label = find(role)?.label ?? '';
  return typeof label === 'function' ? label() : label;
}

/** Does what the role is for; false if that is not up to us or there is nothing to do it to. */
function execute(role, window, contents) {
  const found = find(role);
  if (found === undefined || (isMac && !found.byUs)) return false;
  const { ofApp, ofWindow, ofPage } = found;
  if (ofApp) ofApp();
  else if (ofWindow && window) ofWindow(window);
  else if (ofPage && contents) ofPage(contents);
  else return false;
  return true;
}

module.exports = {
  labelOf,
  execute,
  acceleratorOf: (role) => find(role)?.accelerator,
  isRegistered: (role) => find(role)?.registered ?? true,
  submenuOf: (role) => (typeof role === 'string' && Object.hasOwn(submenus, role) ? submenus[role]() : undefined),
  /** What the shell has to know of a role: on macOS all that the system does itself. */
  nativeRole: (role) => (isMac && find(role) !== undefined && !find(role).byUs ? role : null),
};
