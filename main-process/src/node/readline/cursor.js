'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { nextTick } = require('internal/task_queues');

const CSI = '\u001b[';
const CLEAR_LINE = { '-1': `${CSI}1K`, 0: `${CSI}2K`, 1: `${CSI}0K` };

const sideOf = (direction) => (direction < 0 ? -1 : direction > 0 ? 1 : 0);

const text = {
  clearLine: (direction) => CLEAR_LINE[sideOf(direction)],
  clearScreenDown: `${CSI}0J`,
  clearScreen: `${CSI}1;1H${CSI}0J`,
  cursorTo: (x, y) => (y === undefined ? `${CSI}${x + 1}G` : `${CSI}${y + 1};${x + 1}H`),
  moveCursor(dx, dy) {
    let data = '';
    if (dx < 0) data += `${CSI}${-dx}D`;
    else if (dx > 0) data += `${CSI}${dx}C`;
    if (dy < 0) data += `${CSI}${-dy}A`;
    else if (dy > 0) data += `${CSI}${dy}B`;
    return data;
  },
};

function write(stream, data, callback) {
  if (stream === null || stream === undefined || data === '') {
    if (typeof callback === 'function') nextTick(callback, null);
    return true;
  }
  return stream.write(data, callback);
}

function check(callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
}

function cursorTo(stream, x, y, callback) {
  check(callback);
  const [row, done] = typeof y === 'function' ? [undefined, y] : [y, callback];
  if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(row)) throw new codes.ERR_INVALID_ARG_VALUE('y', row);
  if (stream === null || stream === undefined || (typeof x !== 'number' && typeof row !== 'number')) {
    return write(null, '', done);
  }
  if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
  return write(stream, text.cursorTo(x, typeof row === 'number' ? row : undefined), done);
}

function moveCursor(stream, dx, dy, callback) {
  check(callback);
  if (stream === null || stream === undefined || !(dx || dy)) return write(null, '', callback);
  return write(stream, text.moveCursor(dx, dy), callback);
}

function clearLine(stream, direction, callback) {
  check(callback);
  return write(stream, text.clearLine(direction), callback);
}

function clearScreenDown(stream, callback) {
  check(callback);
  return write(stream, text.clearScreenDown, callback);
}

module.exports = { clearLine, clearScreenDown, cursorTo, moveCursor, text };
