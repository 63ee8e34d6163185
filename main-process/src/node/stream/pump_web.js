'use strict';

const { isTransformWebStream } = require('./kinds');

/** Writes all of an iterable into a stream of the web's. */
async function pumpToWeb(iterable, stream, finish, end) {
  const writer = (isTransformWebStream(stream) ? stream.writable : stream).getWriter();
  try {
    for await (const chunk of iterable) {
      await writer.ready;
      // What fails a write fails the stream, of which closing will tell.
      writer.write(chunk).catch(() => {});
    }
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error);
    } catch (failure) {
      finish(failure);
    }
  }
}

module.exports = { pumpToWeb };
