'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/task_queues');

function iteratorOf(iterable) {
  if (iterable?.[Symbol.asyncIterator]) return [iterable[Symbol.asyncIterator](), true];
  if (iterable?.[Symbol.iterator]) return [iterable[Symbol.iterator](), false];
  throw new codes.ERR_INVALID_ARG_TYPE('iterable', ['Iterable'], iterable);
}

/** A readable of the values of an iterable, one at a time and only as they are asked for. */
function from(Readable, iterable, options) {
  if (typeof iterable === 'string' || iterable instanceof Buffer) {
    return new Readable({
      objectMode: true,
      ...options,
      read() {
        this.push(iterable);
        this.push(null);
      },
    });
  }
  const [iterator, isAsync] = iteratorOf(iterable);
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
  let reading = false;

  readable._read = function () {
    if (reading) return;
    reading = true;
    pull();
  };

  readable._destroy = function (error, callback) {
    close(error).then(() => nextTick(callback, error), (failure) => nextTick(callback, failure || error));
  };

  async function close(error) {
    const failed = error !== undefined && error !== null;
    if (failed && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }

  // Values that need no waiting are pushed at once, as many as are wanted.
  async function pull() {
    try {
      for (let more = true; more;) {
        const { value, done } = isAsync ? await iterator.next() : iterator.next();
        if (done) {
          readable.push(null);
          return;
        }
        const settled = value && typeof value.then === 'function' ? await value : value;
        if (settled === null) throw new codes.ERR_STREAM_NULL_VALUES();
        more = readable.push(settled);
      }
    } catch (error) {
      readable.destroy(error);
    }
    reading = false;
  }

  return readable;
}

module.exports = { from };
