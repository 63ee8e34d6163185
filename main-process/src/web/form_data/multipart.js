'use strict';

// multipart/form-data, written and read; and the other form of forms, which is a URL's query.

const { Blob, File } = require('web/blob');
const { TextDecoder, TextEncoder } = require('web/encoding');
const { FormData, listOf } = require('web/form_data');

const BOUNDARY = '----formdata-kaon-0';

const lineEnds = (text) => text.replace(/\r\n?|\n/g, '\r\n');
const escape = (text) => text.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');
const unescape = (text) => text.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%22/g, '"');

const randomDigits = () => `${Math.floor(Math.random() * 1e11)}`.padStart(11, '0');

/** A form as a body: a blob over its files, which are read when the blob is, and the media type that names the boundary. */
function encodeMultipart(form, boundary = BOUNDARY + randomDigits()) {
  const parts = [];
  for (const [name, value] of listOf(form)) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(lineEnds(name))}"`;
    if (typeof value === 'string') {
      parts.push(`${head}\r\n\r\n${lineEnds(value)}\r\n`);
    } else {
      const filename = value.name ? `; filename="${escape(value.name)}"` : '';
      parts.push(`${head}${filename}\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`, value, '\r\n');
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return { blob: new Blob(parts), type: `multipart/form-data; boundary=${boundary}` };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const bytesOf = (text) => encoder.encode(text);
const HEAD_END = bytesOf('\r\n\r\n');

const malformed = () => new TypeError('Failed to parse body as FormData.');

const startsWith = (bytes, at, text) => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** The headers of a part, of which these three count. */
function headOf(bytes) {
  const head = { name: undefined, filename: undefined, type: undefined };
  for (const line of decoder.decode(bytes).split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw malformed();
    const field = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (field === 'content-type') head.type = value;
    if (field !== 'content-disposition') continue;
    if (!/^form-data\s*;/i.test(value)) throw malformed();
    for (const [, name, text] of value.matchAll(/;\s*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)="([^"]*)"/g)) {
      if (name.toLowerCase() === 'name') head.name = unescape(text);
      else if (name.toLowerCase() === 'filename') head.filename = unescape(text);
    }
  }
  if (head.name === undefined) throw malformed();
  return head;
}

function addPart(form, head, bytes) {
  if (head.filename === undefined) form.append(head.name, decoder.decode(bytes));
  else form.append(head.name, new File([bytes], head.filename, { type: head.type ?? 'text/plain' }));
}

/** The form that a body of bytes is; throws a TypeError if it is none. */
function parseMultipart(bytes, boundary) {
  if (!boundary) throw malformed();
  const form = new FormData();
  const delimiter = bytesOf(`\r\n--${boundary}`);
  // The first delimiter may stand at the very start, or after a line end.
  let at = startsWith(bytes, 0, '\r\n') ? 2 : 0;
  if (!startsWith(bytes, at, `--${boundary}`)) throw malformed();
  at += delimiter.length - 2;
  for (;;) {
    if (startsWith(bytes, at, '--')) return form;
    if (!startsWith(bytes, at, '\r\n')) throw malformed();
    const headEnd = native.find(bytes, HEAD_END, at);
    if (headEnd === -1) throw malformed();
    const head = headOf(bytes.subarray(at + 2, headEnd));
    const start = headEnd + HEAD_END.length;
    const end = native.find(bytes, delimiter, start);
    if (end === -1) throw malformed();
    addPart(form, head, bytes.subarray(start, end));
    at = end + delimiter.length;
  }
}

/** The form that a query is, as `application/x-www-form-urlencoded` has it. */
function parseUrlencoded(bytes) {
  const { URLSearchParams } = require('web/url');
  const form = new FormData();
  // The leading '?' of a query would be dropped, which a body has not got.
  const text = decoder.decode(bytes);
  for (const [name, value] of new URLSearchParams(text.startsWith('?') ? `&${text}` : text)) form.append(name, value);
  return form;
}

/** The form that a body is, by its media type as `parseMime` reads it. */
function parseForm(bytes, mime) {
  if (mime?.essence === 'multipart/form-data') return parseMultipart(bytes, mime.parameters.get('boundary'));
  if (mime?.essence === 'application/x-www-form-urlencoded') return parseUrlencoded(bytes);
  throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
}

module.exports = { encodeMultipart, parseMultipart, parseUrlencoded, parseForm };
