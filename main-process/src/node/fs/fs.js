'use strict';

const { codes } = require('internal/errors');
const { checkCallback, toPath, toSeconds } = require('./arguments');
const { constants, hasLchmod } = require('./constants');
const data = require('./data');
const files = require('./files');
const { callbackForm, later, named, now, syncForm } = require('./forms');
const { lchmod, realpath, table } = require('./operations');
const { Dirent, Stats, toStats } = require('./stats');

const fs = {};
module.exports = fs;

const callback = (name) => callbackForm(name, ...table[name]);
const sync = (name) => syncForm(name, table[name][0]);
const both = (...names) => {
  for (const name of names) {
    fs[name] = callback(name);
    fs[`${name}Sync`] = sync(name);
  }
};

fs.appendFile = files.appendFile;
fs.appendFileSync = files.appendFileSync;
both('access', 'chown', 'chmod');

function closeWith(fd, done) {
  const call = table.close[0](fd);
  if (done !== undefined) checkCallback(done);
  later(call, done ?? ((error) => { if (error) throw error; }));
}
fs.close = named('close', 1, closeWith);
fs.closeSync = sync('close');
both('copyFile');

fs.cp = named('cp', 4, (src, dest, options, done) => {
  if (typeof options === 'function') {
    done = options;
    options = undefined;
  }
  checkCallback(done);
  const { copyLater, prepare } = require('./cp');
  // What is wrong with the arguments is thrown at once.
  prepare(src, dest, options);
  const { nextTick } = require('internal/task_queues');
  copyLater(src, dest, options).then(() => nextTick(done, null, undefined), (error) => nextTick(done, error));
});
fs.cpSync = named('cpSync', 3, (src, dest, options) => require('./cp').copyNow(src, dest, options));

fs.createReadStream = function createReadStream(path, options) {
  return new fs.ReadStream(path, options);
};
fs.createWriteStream = function createWriteStream(path, options) {
  return new fs.WriteStream(path, options);
};

fs.exists = function exists(path, done) {
  checkCallback(done);
  let at;
  try {
    at = toPath(path);
  } catch {
    done(false);
    return;
  }
  later({ op: 'exists', args: [at], finish: Boolean }, (error, found) => done(Boolean(found)));
};
Object.defineProperty(fs.exists, Symbol.for('nodejs.util.promisify.custom'), {
  value: function exists(path) {
    return new Promise((resolve) => fs.exists(path, resolve));
  },
});

fs.existsSync = function existsSync(path) {
  try {
    return native.exists(toPath(path));
  } catch {
    return false;
  }
};

both('fchown', 'fchmod', 'fdatasync', 'fstat', 'fsync', 'ftruncate', 'futimes', 'lchown');
fs.lchmod = hasLchmod ? callbackForm('lchmod', lchmod) : undefined;
fs.lchmodSync = hasLchmod ? syncForm('lchmod', lchmod) : undefined;
both('link', 'lstat', 'lutimes', 'mkdir', 'mkdtemp', 'open');

fs.openAsBlob = function openAsBlob(path, options = {}) {
  return require('./blob').openAsBlob(path, options);
};
fs.glob = function glob(pattern, options, callback) {
  require('./glob').glob(pattern, options, callback);
};
fs.globSync = function globSync(pattern, options) {
  return require('./glob').globSync(pattern, options);
};

both('readdir');
for (const name of ['read', 'readSync', 'readv', 'readvSync']) fs[name] = data[name];
fs.readFile = files.readFile;
fs.readFileSync = files.readFileSync;
both('readlink', 'realpath');
const nativeRealpath = (path, options) => realpath(path, options, 'realpathNative');
fs.realpath.native = callbackForm('native', nativeRealpath, 1);
fs.realpathSync.native = named('native', 2, (path, options) => now(nativeRealpath(path, options)));
both('rename', 'rm', 'rmdir', 'stat', 'statfs', 'symlink');

/** Only the plain calls may be told to be quiet about a file that is not there. */
const quietly = (op) => named(`${op}Sync`, 1, (path, options) => {
  const quiet = options?.throwIfNoEntry === false;
  return toStats(native[op](toPath(path), Boolean(options?.bigint), quiet));
});
fs.statSync = quietly('stat');
fs.lstatSync = quietly('lstat');

function onDescriptor(name, argument) {
  if (typeof argument !== 'number') return undefined;
  require('internal/fatal/warning').deprecationOnce(
    'Using fs.truncate with a file descriptor is deprecated. Please use fs.ftruncate with a file descriptor instead.', 'DEP0081',
  );
  return fs[name];
}
const truncate = callback('truncate');
const truncateSync = sync('truncate');
fs.truncate = named('truncate', 3, (...args) => (onDescriptor('ftruncate', args[0]) ?? truncate)(...args));
fs.truncateSync = named('truncateSync', 2, (...args) => (onDescriptor('ftruncateSync', args[0]) ?? truncateSync)(...args));

fs.unwatchFile = named('unwatchFile', 2, (...args) => require('./stat_watcher').unwatchFile(...args));
both('unlink', 'utimes');
fs.watch = named('watch', 3, (...args) => require('./watch').watch(...args));
fs.watchFile = named('watchFile', 3, (...args) => require('./stat_watcher').watchFile(...args));
fs.writeFile = files.writeFile;
fs.writeFileSync = named('writeFileSync', 3, files.writeFileSync);
for (const name of ['write', 'writeSync', 'writev', 'writevSync']) fs[name] = data[name];
fs.Dirent = Dirent;
fs.Stats = Stats;

/** Made when it is first asked for; programs that patch it may put their own in its place. */
function lazy(name, load) {
  Object.defineProperty(fs, name, {
    get() {
      const value = load();
      Object.defineProperty(fs, name, { value, writable: true, enumerable: true, configurable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(fs, name, { value, writable: true, enumerable: true, configurable: true });
    },
    enumerable: true,
    configurable: true,
  });
}
for (const name of ['ReadStream', 'WriteStream']) {
  lazy(name, () => require('./streams')[name]);
  lazy(`File${name}`, () => require('./streams')[name]);
}
fs._toUnixTimestamp = (time, name) => toSeconds(time, name);
lazy('Dir', () => require('./dir').Dir);
lazy('opendir', () => callbackForm('opendir', require('./dir').opendir, 1, 'callback'));
fs.opendirSync = named('opendirSync', 2, (path, options) => require('./dir').opendirSync(path, options));

for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) {
  Object.defineProperty(fs, name, { value: constants[name], enumerable: true, writable: false, configurable: true });
}
Object.defineProperty(fs, 'constants', { value: constants, enumerable: true, writable: false, configurable: false });
Object.defineProperty(fs, 'promises', { get: () => require('./promises'), enumerable: true, configurable: true });
