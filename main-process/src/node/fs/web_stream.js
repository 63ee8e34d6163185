'use strict';

const { ReadableStream } = require('web/streams');

const CHUNK = 65536;

/** A web stream of what a file handle reads; while it is read from, the handle is in use. */
function webStreamOf(handle) {
  let controller;
  let over = false;
  const release = () => {
    if (over) return false;
    over = true;
    handle.removeListener('close', onClose);
    handle.unref();
    return true;
  };
  const end = () => {
    if (!release()) return;
    controller.close();
    controller.byobRequest?.respond(0);
  };
  const onClose = () => end();
  handle.ref();
  handle.once('close', onClose);
  return new ReadableStream({
    type: 'bytes',
    start(own) {
      controller = own;
    },
    async pull() {
      const chunk = new Uint8Array(CHUNK);
      let bytesRead;
      try {
        ({ bytesRead } = await handle.read(chunk, 0, CHUNK, null));
      } catch (error) {
        release();
        throw error;
      }
      if (bytesRead === 0) end();
      else if (!over) controller.enqueue(chunk.subarray(0, bytesRead));
    },
    cancel() {
      release();
    },
  });
}

module.exports = { webStreamOf };
