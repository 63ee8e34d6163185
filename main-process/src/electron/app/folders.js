'use strict';

const path = require('node/path');
const os = require('node/os');

// What the system says, by name; see `folders.rs`.
const found = native.folders;
const home = () => found.home ?? os.homedir();
const inHome = (...parts) => path.join(home(), ...parts);
const cache = () => found.cache ?? inHome('.cache');

/** A folder of the user's own; where none was set up it has its usual name. */
const own = (name, fallback) => () => found[name] ?? inHome(fallback);

const everywhere = {
  home,
  appData: () => found.appData ?? inHome('.config'),
  cache,
  userCache: (app) => path.join(cache(), app),
  temp: () => os.tmpdir(),
  desktop: own('desktop', 'Desktop'),
  documents: own('documents', 'Documents'),
  downloads: own('downloads', 'Downloads'),
  music: own('music', 'Music'),
  pictures: own('pictures', 'Pictures'),
  videos: own('videos', process.platform === 'darwin' ? 'Movies' : 'Videos'),
};

const mac = { logs: (app) => inHome('Library', 'Logs', app) };

const windows = {
  cache: everywhere.appData,
  userCache: (app) => path.join(found.localData ?? inHome('AppData', 'Local'), app),
  recent: () => path.join(everywhere.appData(), 'Microsoft', 'Windows', 'Recent'),
};

/** The system's own folders by the names of `app.getPath`, each a function of the application's name. */
module.exports = { ...everywhere, ...{ win32: windows, darwin: mac }[process.platform] };
