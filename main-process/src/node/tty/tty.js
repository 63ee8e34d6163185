'use strict';

const { Readable, Writable } = require('node/stream');
const { codes } = require('internal/errors');
const { getColorDepth, hasColors } = require('./colors');

function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= 2147483647 && native.isTerminal(fd);
}

function checkFd(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new codes.ERR_INVALID_FD(fd);
}

/** A terminal's keyboard. Only standard input can be one. */
class ReadStream extends Readable {
  constructor(fd, options) {
    checkFd(fd);
    if (fd !== 0) throw new codes.ERR_NOT_SUPPORTED('tty.ReadStream of any other than standard input');
    super({ highWaterMark: 0, ...options });
    this.fd = fd;
    this.isRaw = false;
    this.isTTY = true;
  }

  setRawMode(flag) {
    flag = !!flag;
    try {
      native.setRawMode(flag);
      this.isRaw = flag;
    } catch (error) {
      this.emit('error', error);
    }
    return this;
  }
}

/** A terminal's screen; what is written has left when `write` returns. */
class WriteStream extends Writable {
  constructor(fd) {
    checkFd(fd);
    if (fd !== 1 && fd !== 2) throw new codes.ERR_NOT_SUPPORTED('tty.WriteStream of any other than standard output and error');
    super({ decodeStrings: false });
    this.fd = fd;
    this._type = 'tty';
    this.isTTY = true;
    const size = native.windowSize(fd);
    if (size) [this.columns, this.rows] = size;
    this.destroySoon = this.destroy;
    watchSize(this);
  }

  _write(chunk, encoding, callback) {
    require('node/process/stdio').writeSync(this.fd, chunk, encoding, callback);
  }

  getWindowSize() {
    return [this.columns, this.rows];
  }

  _refreshSize() {
    const size = native.windowSize(this.fd);
    if (!size || (size[0] === this.columns && size[1] === this.rows)) return;
    [this.columns, this.rows] = size;
    this.emit('resize');
  }

  clearLine(direction, callback) {
    return this.#send(direction < 0 ? '\x1b[1K' : direction > 0 ? '\x1b[0K' : '\x1b[2K', callback);
  }

  clearScreenDown(callback) {
    return this.#send('\x1b[0J', callback);
  }

  cursorTo(x, y, callback) {
    if (typeof y === 'function') {
      callback = y;
      y = undefined;
    }
    if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
    if (Number.isNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
    if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
    return this.#send(typeof y === 'number' ? `\x1b[${y + 1};${x + 1}H` : `\x1b[${x + 1}G`, callback);
  }

  moveCursor(dx, dy, callback) {
    let moves = '';
    if (dx < 0) moves += `\x1b[${-dx}D`;
    else if (dx > 0) moves += `\x1b[${dx}C`;
    if (dy < 0) moves += `\x1b[${-dy}A`;
    else if (dy > 0) moves += `\x1b[${dy}B`;
    return this.#send(moves, callback);
  }

  #send(sequence, callback) {
    if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
    return this.write(sequence, callback);
  }
}

WriteStream.prototype.getColorDepth = getColorDepth;
WriteStream.prototype.hasColors = hasColors;
WriteStream.prototype.isTTY = true;
ReadStream.prototype.isTTY = true;

// One signal tells of a new size, whichever of the streams looks at the terminal.
const sized = new Set();

function watchSize(stream) {
  if (sized.size === 0) native.watchSize(() => sized.forEach((one) => one._refreshSize()));
  sized.add(stream);
}

module.exports = { isatty, ReadStream, WriteStream };
