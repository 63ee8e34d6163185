'use strict';

/** Fields of ASN.1's distinguished encoding (and its indefinite lengths, which older bundles have) in some bytes. */

const CONSTRUCTED = 0x20;

class Malformed extends Error {}

function lengthAt(bytes, at) {
  const first = bytes[at];
  if (first === undefined) throw new Malformed('not enough data');
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0) return { length: undefined, start: at + 1 };
  if (count > 4) throw new Malformed('too long');
  let length = 0;
  for (let index = 1; index <= count; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, start: at + 1 + count };
}

/** `{ tag, value, children, end }` at a place. */
function field(bytes, at) {
  const tag = bytes[at];
  if (tag === undefined) throw new Malformed('not enough data');
  const { length, start } = lengthAt(bytes, at + 1);
  if (length === undefined) return indefinite(bytes, tag, start);
  const end = start + length;
  if (end > bytes.length) throw new Malformed('not enough data');
  const value = bytes.subarray(start, end);
  return { tag, value, end, children: () => fields(value) };
}

function indefinite(bytes, tag, start) {
  const inside = [];
  let at = start;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const child = field(bytes, at);
    inside.push(child);
    at = child.end;
  }
  return { tag, value: bytes.subarray(start, at), end: at + 2, children: () => inside };
}

function fields(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const next = field(bytes, at);
    found.push(next);
    at = next.end;
  }
  return found;
}

/** The octets of a string that may be in pieces. */
function octets({ tag, value, children }) {
  if ((tag & CONSTRUCTED) === 0) return value;
  return require('node/buffer').Buffer.concat(children().map(octets));
}

const number = (value) => value.reduce((sum, byte) => sum * 256 + byte, 0);

/** `1.2.840.113549` */
function dotted(value) {
  const arcs = [];
  let arc = 0;
  for (const byte of value) {
    arc = arc * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const top = Math.min(Math.floor(arcs[0] / 40), 2);
  return [top, arcs[0] - top * 40, ...arcs.slice(1)].join('.');
}

module.exports = { field, octets, number, dotted, Malformed };
