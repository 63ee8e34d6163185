'use strict';

const host = require('internal/host');
const { codes } = require('internal/errors');

if (!host.present) throw new codes.ERR_NOT_SUPPORTED("require('electron')", 'this program was started without windows (kaon-node)');

/** Member to how it is had. They are loaded when they are first asked for. */
const MEMBERS = {
  app: () => require('electron/app'),
  BaseWindow: () => require('electron/browser_window').BaseWindow,
  BrowserWindow: () => require('electron/browser_window').BrowserWindow,
  dialog: () => require('electron/dialog'),
  ipcMain: () => require('electron/ipc_main').ipcMain,
  Menu: () => require('electron/menu').Menu,
  MenuItem: () => require('electron/menu').MenuItem,
  nativeImage: () => require('electron/native_image').nativeImage,
  nativeTheme: () => require('electron/native_theme'),
  screen: () => require('electron/screen'),
  session: () => require('electron/session').session,
  shell: () => require('electron/desktop'),
  webContents: () => require('electron/web_contents').webContents,
  webFrameMain: () => require('electron/web_frame_main').webFrameMain,
};
const ABSENT = [
  'autoUpdater', 'BrowserView', 'clipboard', 'ClipboardItem', 'contentTracing', 'crashReporter', 'desktopCapturer', 'globalShortcut',
  'ImageView', 'inAppPurchase', 'MessageChannelMain', 'net', 'netLog', 'Notification', 'powerMonitor', 'powerSaveBlocker',
  'pushNotifications', 'protocol', 'safeStorage', 'ServiceWorkerMain', 'sharedTexture', 'ShareMenu', 'systemPreferences', 'TouchBar',
  'Tray', 'utilityProcess', 'View', 'WebContentsView',
];

const absent = new Map();

function absentMember(name) {
  if (!absent.has(name)) absent.set(name, require('electron/absent').absentObject(`electron.${name}`));
  return absent.get(name);
}

const getters = {};
for (const [name, get] of Object.entries(MEMBERS)) getters[name] = { enumerable: true, get };
for (const name of ABSENT) getters[name] = { enumerable: true, get: () => absentMember(name) };
Object.defineProperties(exports, getters);

require('electron/process_extras').install({ app: exports.app, packaged: require('electron/app/manifest').packaged });
