'use strict';

// A main process at the other end of a transport: decodes what a page sends and answers as it is told.

const { Output, Input } = require('../../src/codec/bytes');
const { putUtf8, takeUtf8 } = require('../../src/codec/text');
const { encode, decode } = require('../../src/codec');
const { toText, fromText } = require('../../src/wire');

const KINDS = ['', 'send', 'invoke', 'sendSync', 'ready', 'preloadError', 'fault'];

function readFrame(input) {
  const kind = KINDS[input.u8()];
  if (kind === 'ready') return { kind };
  if (kind === 'fault') return { kind, message: takeUtf8(input) };
  if (kind === 'preloadError') return { kind, path: takeUtf8(input), message: takeUtf8(input), stack: takeUtf8(input) };
  const id = kind === 'invoke' ? input.varint() : 0;
  return { kind, id, channel: takeUtf8(input), args: decode(input.take(input.left)) };
}

function readBatch(text) {
  const input = new Input(fromText(text));
  const frames = [];
  while (input.left > 0) frames.push(readFrame(new Input(input.sized())));
  return frames;
}

function frame(write) {
  const body = new Output();
  write(body);
  const out = new Output();
  out.sized(body.done());
  return toText(out.done());
}

exports.event = (channel, ...args) => frame((out) => {
  out.u8(1);
  putUtf8(out, channel);
  out.raw(encode(args));
});
exports.reply = (id, value) => frame((out) => {
  out.u8(2);
  out.varint(id);
  out.raw(encode(value));
});
exports.failure = (id, name, message) => frame((out) => {
  out.u8(3);
  out.varint(id);
  for (const text of [name, message, '', '']) putUtf8(out, text);
});

exports.createMainProcess = () => {
  const heard = [];
  const batches = [];
  const arrived = [];
  let waiting;
  const main = {
    heard,
    batches,
    onSync: () => exports.reply(0, undefined),
    /** @param {string} batch */
    deliver(batch) {
      if (waiting === undefined) return void arrived.push(batch);
      const resolve = waiting;
      waiting = undefined;
      resolve(batch);
    },
    transport: {
      post(text) {
        batches.push(readBatch(text));
        heard.push(...batches.at(-1));
      },
      poll: () => new Promise((resolve) => {
        if (arrived.length > 0) resolve(arrived.shift());
        else waiting = resolve;
      }),
      sync(text) {
        const frames = readBatch(text);
        heard.push(...frames);
        return main.onSync(frames.at(-1));
      },
    },
  };
  return main;
};

/** Until all that was set off has happened. */
exports.settled = () => new Promise((resolve) => setTimeout(resolve, 20));
