'use strict';

const { errorOrDestroy } = require('./destroy');

/** Makes `readable` give what a stream of the first kind, which knows only events, gives. */
function wrap(readable, source) {
  let paused = false;

  source.on('data', (chunk) => {
    if (!readable.push(chunk) && source.pause) {
      paused = true;
      source.pause();
    }
  });
  source.on('end', () => readable.push(null));
  source.on('error', (error) => errorOrDestroy(readable, error));
  source.on('close', () => readable.destroy());
  source.on('destroy', () => readable.destroy());

  readable._read = () => {
    if (paused && source.resume) {
      paused = false;
      source.resume();
    }
  };

  // The methods of the source that a readable lacks are still to be had.
  for (const key of Object.keys(source)) {
    if (readable[key] === undefined && typeof source[key] === 'function') readable[key] = source[key].bind(source);
  }
  return readable;
}

module.exports = { wrap };
