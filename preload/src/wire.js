'use strict';

// The frames are described in ipc/src/wire.rs.

const { Output, Input } = require('./codec/bytes');
const { putUtf8, takeUtf8 } = require('./codec/text');

/** @typedef {import('../../ipc/bindings/ipc').FromPage} FromPage */
/** @typedef {import('../../ipc/bindings/ipc').ToPage} ToPage */

const MAX_BATCH = (256 + 16) * 1024 * 1024;
const MAX_CHANNEL_NAME = 4096;
const CHUNK = 0x6000;

const WRITE = {
  __proto__: null,
  send: (out, frame) => message(out, 1, frame),
  invoke(out, frame) {
    out.u8(2);
    out.varint(frame.id);
    putUtf8(out, frame.channel);
    out.raw(frame.args);
  },
  sendSync: (out, frame) => message(out, 3, frame),
  ready: (out) => out.u8(4),
  preloadError(out, { path, message, stack }) {
    out.u8(5);
    for (const text of [path, message, stack]) putUtf8(out, text);
  },
  fault(out, { message }) {
    out.u8(6);
    putUtf8(out, message);
  },
};

function message(out, kind, { channel, args }) {
  out.u8(kind);
  putUtf8(out, channel);
  out.raw(args);
}

/** @param {FromPage[]} frames */
function encodeBatch(frames) {
  const batch = new Output();
  for (const frame of frames) {
    const out = new Output();
    WRITE[frame.kind](out, frame);
    batch.sized(out.done());
  }
  return batch.done();
}

/** @param {Uint8Array} batch @returns {ToPage[]} */
function decodeBatch(batch) {
  const input = new Input(batch);
  const frames = [];
  while (input.left > 0) frames.push(decodeFrame(new Input(input.sized())));
  return frames;
}

/** @param {Input} input @returns {ToPage} */
function decodeFrame(input) {
  switch (input.u8()) {
    case 1: return { kind: 'event', channel: takeUtf8(input), args: input.take(input.left) };
    case 2: return { kind: 'reply', id: input.varint(), value: input.take(input.left) };
    case 3: {
      const id = input.varint();
      const [name, message, code, stack] = [0, 0, 0, 0].map(() => takeUtf8(input));
      if (input.left > 0) input.fail('a frame is too long');
      return { kind: 'failure', id, error: { name, message, code, stack } };
    }
    default: return input.fail('a kind of frame is not known');
  }
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** @param {string} text */
function fromText(text) {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

module.exports = { encodeBatch, decodeBatch, toText, fromText, MAX_BATCH, MAX_CHANNEL_NAME };
