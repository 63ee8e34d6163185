'use strict';

const { aggregateTwoErrors } = require('internal/errors');
const { destroyer } = require('./destroy');

/** The chunks of any readable, whose error ends the iteration; what ends the iteration destroys the stream. */
function iterate(stream, options) {
  if (typeof stream.read !== 'function') {
    const { Readable } = require('./readable');
    stream = Readable.wrap(stream, { objectMode: true });
  }
  const place = { atChunk: false };
  const iterator = chunks(stream, options, place);
  iterator.stream = stream;
  // Not every loop waits for `return()`; whoever leaves one finds the stream destroyed all the same.
  Object.defineProperty(iterator, 'return', {
    configurable: true,
    writable: true,
    value(value) {
      if (place.atChunk && options?.destroyOnReturn !== false) destroyer(stream, null);
      return Object.getPrototypeOf(this).return.call(this, value);
    },
  });
  return iterator;
}

async function* chunks(stream, options, place) {
  const { finished } = require('./finished');
  let wake = null;
  // Called as a listener it notes that there is something to read, as an executor it waits for that.
  function onReadable(resolve) {
    if (this === stream) {
      wake?.();
      wake = null;
    } else {
      wake = resolve;
    }
  }
  stream.on('readable', onReadable);
  // Undefined: still open. Null: ended.
  let error;
  const cleanup = finished(stream, { writable: false }, (failure) => {
    error = failure ? aggregateTwoErrors(error, failure) : null;
    wake?.();
    wake = null;
  });
  try {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) {
        place.atChunk = true;
        yield chunk;
        place.atChunk = false;
      } else if (error) {
        throw error;
      } else if (error === null) {
        return;
      } else {
        await new Promise(onReadable);
      }
    }
  } catch (failure) {
    error = aggregateTwoErrors(error, failure);
    throw error;
  } finally {
    if ((error || options?.destroyOnReturn !== false) && (error === undefined || stream._readableState.autoDestroy)) {
      destroyer(stream, null);
    } else {
      stream.off('readable', onReadable);
      cleanup();
    }
  }
}

module.exports = { iterate };
