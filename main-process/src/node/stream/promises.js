'use strict';

const { connect } = require('./pipeline');
const { finishedPromise } = require('./finished');
const { isIterable, isNodeStream, isWebStream } = require('./kinds');

function optionsOf(streams) {
  const last = streams[streams.length - 1];
  if (!last || typeof last !== 'object' || isNodeStream(last) || isIterable(last) || isWebStream(last)) return {};
  streams.pop();
  return { signal: last.signal, end: last.end };
}

function pipeline(...streams) {
  return new Promise((resolve, reject) => {
    const options = optionsOf(streams);
    connect(streams, (error, value) => error ? reject(error) : resolve(value), options);
  });
}

// What `promisify(stream.finished)` gives has this name.
Object.defineProperty(finishedPromise, 'name', { value: 'finished' });

module.exports = { finished: finishedPromise, pipeline };
