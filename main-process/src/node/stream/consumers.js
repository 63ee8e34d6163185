'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');

// What is neither bytes nor text counts as its text, as it does in a Blob.
function toBytes(chunk) {
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return Buffer.from(String(chunk));
}

async function bytes(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(toBytes(chunk));
  }
  return chunks;
}

async function blob(stream) {
  if (typeof globalThis.Blob !== 'function') throw new codes.ERR_NOT_SUPPORTED('stream/consumers.blob');
  return new globalThis.Blob(await bytes(stream));
}

async function arrayBuffer(stream) {
  const chunks = await bytes(stream);
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined.buffer;
}

async function buffer(stream) {
  return Buffer.from(await arrayBuffer(stream));
}

async function text(stream) {
  const decoder = new (require('node/string_decoder').StringDecoder)('utf8');
  let result = '';
  for await (const chunk of stream) {
    result += typeof chunk === 'string' ? chunk : decoder.write(chunk);
  }
  result += decoder.end();
  // As a TextDecoder does, without the byte order mark.
  return result.charCodeAt(0) === 0xfeff ? result.slice(1) : result;
}

async function json(stream) {
  return JSON.parse(await text(stream));
}

module.exports = { arrayBuffer, blob, buffer, text, json };
