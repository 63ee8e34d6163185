'use strict';

const { constants } = native;
const { S_IFMT, S_IFREG, S_IFDIR, S_IFCHR, S_IFLNK } = constants;
// Windows has neither of these.
const { S_IFBLK = 0o060000, S_IFIFO = 0o010000, S_IFSOCK = 0o140000 } = constants;

/** Kinds of files by their mode; a mode may be a BigInt. */
class StatsBase {
  isDirectory() { return this._checkModeProperty(S_IFDIR); }
  isFile() { return this._checkModeProperty(S_IFREG); }
  isBlockDevice() { return this._checkModeProperty(S_IFBLK); }
  isCharacterDevice() { return this._checkModeProperty(S_IFCHR); }
  isSymbolicLink() { return this._checkModeProperty(S_IFLNK); }
  isFIFO() { return this._checkModeProperty(S_IFIFO); }
  isSocket() { return this._checkModeProperty(S_IFSOCK); }

  _checkModeProperty(property) {
    return (Number(this.mode) & S_IFMT) === property;
  }
}

function addDates(stats) {
  for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) {
    // Half a millisecond up, and then cut off: as Node rounds.
    stats[name] = new Date(Math.floor(Number(stats[`${name}Ms`]) + 0.5));
  }
}

/** As Node's own, callable without `new`. */
function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  const stats = new.target === undefined ? Object.create(Stats.prototype) : this;
  stats.dev = dev;
  stats.mode = mode;
  stats.nlink = nlink;
  stats.uid = uid;
  stats.gid = gid;
  stats.rdev = rdev;
  stats.blksize = blksize;
  stats.ino = ino;
  stats.size = size;
  stats.blocks = blocks;
  stats.atimeMs = atimeMs;
  stats.mtimeMs = mtimeMs;
  stats.ctimeMs = ctimeMs;
  stats.birthtimeMs = birthtimeMs;
  addDates(stats);
  return stats;
}
Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
Object.setPrototypeOf(Stats, StatsBase);

class BigIntStats extends StatsBase {
  constructor(numbers) {
    super();
    [
      this.dev, this.mode, this.nlink, this.uid, this.gid, this.rdev, this.blksize, this.ino, this.size, this.blocks,
    ] = numbers;
    const times = ['atime', 'mtime', 'ctime', 'birthtime'].map((name, index) => [
      name, numbers[10 + 2 * index] * 1_000_000_000n + numbers[11 + 2 * index],
    ]);
    for (const [name, nanoseconds] of times) this[`${name}Ms`] = nanoseconds / 1_000_000n;
    for (const [name, nanoseconds] of times) this[`${name}Ns`] = nanoseconds;
    addDates(this);
  }
}
/** Stats from the numbers of the natives. */
function toStats(numbers) {
  if (numbers === undefined || numbers === null) return undefined;
  if (numbers instanceof BigInt64Array) return new BigIntStats(numbers);
  const time = (at) => numbers[at] * 1000 + numbers[at + 1] / 1e6;
  return new Stats(
    numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], numbers[9],
    time(10), time(12), time(14), time(16),
  );
}

/** What stands for a file that does not exist. */
function emptyStats(big) {
  return toStats(big ? new BigInt64Array(18) : new Float64Array(18));
}

class StatFs {
  constructor([type, bsize, blocks, bfree, bavail, files, ffree]) {
    this.type = type;
    this.bsize = bsize;
    this.blocks = blocks;
    this.bfree = bfree;
    this.bavail = bavail;
    this.files = files;
    this.ffree = ffree;
  }
}

const UNKNOWN = 0;
const FILE = 1;
const DIRECTORY = 2;
const LINK = 3;
const FIFO = 4;
const SOCKET = 5;
const CHARACTER = 6;
const BLOCK = 7;

const kType = Symbol('type');

class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this[kType] = type;
  }

  isDirectory() { return this[kType] === DIRECTORY; }
  isFile() { return this[kType] === FILE; }
  isBlockDevice() { return this[kType] === BLOCK; }
  isCharacterDevice() { return this[kType] === CHARACTER; }
  isSymbolicLink() { return this[kType] === LINK; }
  isFIFO() { return this[kType] === FIFO; }
  isSocket() { return this[kType] === SOCKET; }
}

/** From a mode of `lstat`, where a listing does not tell. */
function direntType(stats) {
  if (stats.isFile()) return FILE;
  if (stats.isDirectory()) return DIRECTORY;
  return stats.isSymbolicLink() ? LINK : UNKNOWN;
}

module.exports = { Stats, BigIntStats, StatFs, Dirent, toStats, emptyStats, direntType };
