'use strict';

const EventEmitter = require('node/events');
const host = require('internal/host');
const { isMac } = require('internal/platform');
const { assemble, emit } = require('electron/native_object');
const { absentMembers } = require('electron/absent');
const lifecycle = require('./lifecycle');
const { Presence, MacPresence } = require('./presence');
const menus = () => require('electron/menu');

class Menus {
  get applicationMenu() {
    return menus().Menu.getApplicationMenu();
  }

  set applicationMenu(menu) {
    menus().Menu.setApplicationMenu(menu);
  }

  get commandLine() {
    return require('./command_line');
  }
}

const ABSENT = [
  'importCertificate', 'getFileIcon', 'getAppMetrics', 'getGPUFeatureStatus', 'getGPUInfo', 'configureHostResolver', 'setProxy',
  'resolveProxy', 'getApplicationInfoForProtocol', 'getApplicationNameForProtocol', 'setClientCertRequestPasswordHandler',
  'getRecentDocuments', 'getAccessibilitySupportFeatures', 'setAccessibilitySupportFeatures',
];
const ABSENT_ON = {
  darwin: ['setUserActivity', 'getCurrentActivityType', 'invalidateCurrentActivity', 'resignCurrentActivity', 'updateCurrentActivity',
    'moveToApplicationsFolder', 'isInApplicationsFolder', 'setActivationPolicy', 'isActive', 'isHidden', 'showEmojiPanel',
    'isSecureKeyboardEntryEnabled', 'setSecureKeyboardEntryEnabled', 'startAccessingSecurityScopedResource'],
  win32: ['setUserTasks', 'getJumpListSettings', 'setJumpList', 'showEmojiPanel'],
};

class App extends EventEmitter {}
assemble(
  App, lifecycle.Lifecycle, require('./identity'), require('./paths'), Presence, require('./rendering'), Menus,
  require('./single_instance'), absentMembers('app', [...ABSENT, ...(ABSENT_ON[process.platform] ?? [])]),
);
if (isMac) assemble(App, MacPresence);

const app = new App();
if (isMac) {
  Object.defineProperty(app, 'dock', { value: require('electron/absent').absentObject('app.dock'), enumerable: true });
}

const handlers = {
  ready: () => lifecycle.becomeReady(app),
  failed: ({ message }) => lifecycle.noWayToStart(message),
  activate: ({ hasVisibleWindows }) => emit(app, 'activate', hasVisibleWindows),
  openFile: ({ path }) => emit(app, 'open-file', path),
  openUrl: ({ url }) => emit(app, 'open-url', url),
  quitRequested: () => app.quit(),
  ping: ({ serial }) => host.tell({ app: { alive: { serial } } }),
};
host.on('app', (event) => {
  const [name, fields] = typeof event === 'string' ? [event, {}] : Object.entries(event)[0];
  handlers[name](fields);
});

// The application goes when its last window goes, unless it says otherwise.
app.on('window-all-closed', () => {
  if (app.listenerCount('window-all-closed') === 1) app.quit();
});
app.once('will-finish-launching', () => menus().setDefaultApplicationMenu());

lifecycle.start(app);

module.exports = app;
