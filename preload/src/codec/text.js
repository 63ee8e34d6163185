'use strict';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SHORT = 32;
const CHUNK = 8192;

/** @param {string} text */
function isAscii(text) {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Whether `text` has a surrogate without its other half, which UTF-8 cannot say. @param {string} text */
function isTorn(text) {
  return typeof text.isWellFormed === 'function' ? !text.isWellFormed() : /\p{Surrogate}/u.test(text);
}

/** UTF-8 with its length in front. @param {import('./bytes').Output} out @param {string} text */
function putUtf8(out, text) {
  if (text.length > SHORT || !isAscii(text)) return out.sized(encoder.encode(text));
  out.varint(text.length);
  for (let at = 0; at < text.length; at++) out.u8(text.charCodeAt(at));
}

/** @param {import('./bytes').Output} out @param {string} text */
function putText(out, text) {
  if (!isTorn(text)) {
    out.u8(0x73);
    return putUtf8(out, text);
  }
  out.u8(0x77);
  out.varint(text.length);
  out.reserve(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    out.u8(unit & 0xff);
    out.u8(unit >> 8);
  }
}

/** @param {import('./bytes').Input} input */
function takeUtf8(input) {
  const bytes = input.sized();
  let short = '';
  if (bytes.length <= SHORT) {
    let at = 0;
    for (; at < bytes.length && bytes[at] < 0x80; at++) short += String.fromCharCode(bytes[at]);
    if (at === bytes.length) return short;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return input.fail('a text is not UTF-8');
  }
}

/** @param {import('./bytes').Input} input @param {number} tag @returns {string | undefined} undefined if no text begins with `tag` */
function takeText(input, tag) {
  if (tag === 0x73) return takeUtf8(input);
  if (tag !== 0x77) return undefined;
  const bytes = input.take(input.varint() * 2);
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const units = [];
    for (let at = start; at < Math.min(start + CHUNK, bytes.length); at += 2) units.push(bytes[at] | (bytes[at + 1] << 8));
    text += String.fromCharCode(...units);
  }
  return text;
}

module.exports = { putText, putUtf8, takeText, takeUtf8 };
