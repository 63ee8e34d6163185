'use strict';

const { codes } = require('internal/errors');
const { Joint } = require('./joint');
const { duplexFrom } = require('./duplex_from');
const { connect } = require('./pipeline');
const { destroyer } = require('./destroy');
const { finished } = require('./finished');
const { isNodeStream, isReadable, isWritable, isWebStream, isReadableWebStream, isTransformWebStream } = require('./kinds');

/** Makes one duplex of several streams: what is written goes into the first and comes out of the last. */
function compose(...given) {
  if (given.length === 0) throw new codes.ERR_MISSING_ARGS('streams');
  if (given.length === 1) return duplexFrom(given[0], 'body');
  const streams = [...given];
  const last = streams.length - 1;
  for (const index of [0, last]) {
    if (typeof streams[index] === 'function') streams[index] = duplexFrom(streams[index], 'body');
  }
  streams.forEach((stream, index) => {
    if (isWebStream(stream)) streams[index] = ofWeb(stream, index, last);
  });
  streams.forEach((stream, index) => check(stream, given[index], index, last));

  let readable;
  let writable;
  const over = (error) => {
    if (!duplex.partsOver(error) && !readable && !writable) duplex.destroy();
  };
  const [head] = streams;
  const tail = connect(streams, over);
  writable = !!isWritable(head);
  readable = !!isReadable(tail);
  const duplex = new Joint({
    writableObjectMode: !!head?.writableObjectMode,
    readableObjectMode: !!tail?.readableObjectMode,
    writable,
    readable,
  }, (error) => {
    if (isNodeStream(tail)) destroyer(tail, error);
  });
  if (writable) {
    duplex.writeInto(head);
    finished(tail, () => duplex.finished());
  }
  if (readable) duplex.readFrom(tail);
  return duplex;
}

/** A stream of the web's as one of Node's, which passes on any chunk as it is. */
function ofWeb(stream, index, last) {
  const { readableFromWeb, writableFromWeb, duplexFromWeb } = require('./from_web');
  const options = { objectMode: true };
  if (isTransformWebStream(stream)) return duplexFromWeb(stream, options);
  if (isReadableWebStream(stream)) {
    if (index > 0) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${index}]`, stream, 'must be writable');
    return readableFromWeb(stream, options);
  }
  if (index < last) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${index}]`, stream, 'must be readable');
  return writableFromWeb(stream, options);
}

function check(stream, given, index, last) {
  if (!isNodeStream(stream)) return;
  if (index < last && !isReadable(stream)) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${index}]`, given, 'must be readable');
  if (index > 0 && !isWritable(stream)) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${index}]`, given, 'must be writable');
}

module.exports = { compose };
