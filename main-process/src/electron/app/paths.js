'use strict';

const path = require('node/path');
const folders = require('./folders');
const manifest = require('./manifest');

const chosen = new Map();

function executable() {
  return process.execPath;
}

const own = {
  userData: (app) => path.join(get('appData', app), app),
  sessionData: (app) => get('userData', app),
  crashDumps: (app) => path.join(get('userData', app), 'Crashpad'),
  logs: (app) => (folders.logs ? folders.logs(app) : path.join(get('userData', app), 'logs')),
  exe: executable,
  module: executable,
  assets: () => path.dirname(executable()),
  userDesktop: (app) => get('desktop', app),
};
if (process.platform === 'darwin') delete own.assets;

const producer = (name) => (Object.hasOwn(folders, name) ? folders[name] : Object.hasOwn(own, name) ? own[name] : undefined);

/** Found once: a name that changes later moves nothing that was asked for already. */
function get(name, app) {
  if (!chosen.has(name)) chosen.set(name, producer(name)(app));
  return chosen.get(name);
}

/** Part of `app`: where its things lie. */
class Paths {
  getPath(name) {
    if (producer(String(name)) === undefined) throw new Error(`Failed to get '${name}' path`);
    return get(String(name), this.getName());
  }

  setPath(name, value) {
    if (!path.isAbsolute(String(value))) throw new Error('Path must be absolute');
    if (producer(String(name)) === undefined) throw new Error('Failed to set path');
    chosen.set(String(name), path.normalize(String(value)));
  }

  setAppLogsPath(value) {
    if (value !== undefined && !path.isAbsolute(String(value))) throw new TypeError('Path must be absolute');
    chosen.set('logs', value === undefined ? own.logs(this.getName()) : String(value));
  }

  getAppPath() {
    return manifest.application().folder;
  }
}

module.exports = Paths;
