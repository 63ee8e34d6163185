'use strict';

const path = require('node/path');
const fs = require('node/fs');
const os = require('node/os');

const home = () => process.env.HOME || os.homedir();
const inHome = (...parts) => path.join(home(), ...parts);

function xdg(variable, ...fallback) {
  const value = process.env[variable];
  return value && path.isAbsolute(value) ? value : inHome(...fallback);
}

/** What the user set up with `xdg-user-dirs`; source: <https://www.freedesktop.org/wiki/Software/xdg-user-dirs/>. */
function userFolder(name, fallback) {
  let text = '';
  try {
    text = fs.readFileSync(path.join(xdg('XDG_CONFIG_HOME', '.config'), 'user-dirs.dirs'), 'utf8');
  } catch {
    return inHome(fallback);
  }
  const line = new RegExp(`^\\s*XDG_${name}_DIR\\s*=\\s*"(.*)"`, 'm').exec(text);
  if (line === null) return inHome(fallback);
  const value = line[1].replace(/\\(.)/g, '$1').replace(/^\$HOME(?=\/|$)/, home());
  return path.isAbsolute(value) ? value : inHome(fallback);
}

const unix = {
  home,
  appData: () => xdg('XDG_CONFIG_HOME', '.config'),
  cache: () => xdg('XDG_CACHE_HOME', '.cache'),
  userCache: (app) => path.join(unix.cache(), app),
  temp: () => process.env.TMPDIR || '/tmp',
  desktop: () => userFolder('DESKTOP', 'Desktop'),
  documents: () => userFolder('DOCUMENTS', 'Documents'),
  downloads: () => userFolder('DOWNLOAD', 'Downloads'),
  music: () => userFolder('MUSIC', 'Music'),
  pictures: () => userFolder('PICTURES', 'Pictures'),
  videos: () => userFolder('VIDEOS', 'Videos'),
};

const mac = {
  home,
  appData: () => inHome('Library', 'Application Support'),
  cache: () => inHome('Library', 'Caches'),
  userCache: (app) => inHome('Library', 'Caches', app),
  logs: (app) => inHome('Library', 'Logs', app),
  temp: () => os.tmpdir(),
  desktop: () => inHome('Desktop'),
  documents: () => inHome('Documents'),
  downloads: () => inHome('Downloads'),
  music: () => inHome('Music'),
  pictures: () => inHome('Pictures'),
  videos: () => inHome('Movies'),
};

const profile = () => process.env.USERPROFILE || os.homedir();
const inProfile = (name) => path.join(profile(), name);
const roaming = () => process.env.APPDATA || path.join(profile(), 'AppData', 'Roaming');

const windows = {
  home: profile,
  appData: roaming,
  cache: roaming,
  userCache: (app) => path.join(process.env.LOCALAPPDATA || path.join(profile(), 'AppData', 'Local'), app),
  temp: () => os.tmpdir(),
  desktop: () => inProfile('Desktop'),
  documents: () => inProfile('Documents'),
  downloads: () => inProfile('Downloads'),
  music: () => inProfile('Music'),
  pictures: () => inProfile('Pictures'),
  videos: () => inProfile('Videos'),
  recent: () => path.join(roaming(), 'Microsoft', 'Windows', 'Recent'),
};

/** The system's own folders by the names of `app.getPath`, each a function of the application's name. */
module.exports = { win32: windows, darwin: mac }[process.platform] ?? unix;
