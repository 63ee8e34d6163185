'use strict';

const { HeaderList } = require('web/fetch/headers');
const { extract } = require('web/fetch/body');
const { responseOf } = require('web/fetch/response');

/** The answer of a URL that needs no network; undefined for one that does. */
function local(url, method) {
  if (url.protocol === 'data:') return ofData(url);
  if (url.protocol === 'blob:') return ofBlob(url, method);
  return undefined;
}

function answer(url, blob) {
  const list = new HeaderList();
  list.append('content-length', `${blob.size}`);
  if (blob.type) list.append('content-type', blob.type);
  const { source } = extract(blob);
  return responseOf({ status: 200, statusText: 'OK', list, source, type: 'basic', url: url.href, redirected: false });
}

/** See https://fetch.spec.whatwg.org/#data-urls */
async function ofData(url) {
  const { Buffer } = require('node/buffer');
  const text = url.href.slice('data:'.length, url.hash === '' ? undefined : -url.hash.length);
  const comma = text.indexOf(',');
  if (comma === -1) throw new Error('invalid data: URL');
  let type = text.slice(0, comma).trim();
  let bytes = unescape(Buffer.from(text.slice(comma + 1), 'latin1'), Buffer);
  if (/; *base64$/i.test(type)) {
    type = type.replace(/; *base64$/i, '');
    const body = bytes.toString('latin1').replace(/[\t\n\f\r ]/g, '');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body) || body.replace(/=+$/, '').length % 4 === 1) throw new Error('invalid data: URL');
    bytes = Buffer.from(body, 'base64');
  }
  if (type.startsWith(';')) type = `text/plain${type}`;
  const { Blob } = require('node/buffer');
  const known = require('web/form_data/mime').parseMime(type) !== undefined;
  return answer(url, new Blob([bytes], { type: known ? type : 'text/plain;charset=US-ASCII' }), type);
}

/** Percent signs that begin no escape stay. */
function unescape(bytes, Buffer) {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    const pair = bytes[index] === 0x25 ? bytes.toString('latin1', index + 1, index + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(pair)) {
      out[length++] = Number.parseInt(pair, 16);
      index += 2;
    } else out[length++] = bytes[index];
  }
  return out.subarray(0, length);
}

async function ofBlob(url, method) {
  const blob = require('node/buffer').resolveObjectURL(url.href);
  if (method !== 'GET' || blob === undefined) throw new Error('invalid method or unknown blob: URL');
  return answer(url, blob);
}

module.exports = { local };
