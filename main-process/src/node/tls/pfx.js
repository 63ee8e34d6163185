'use strict';

const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { field, octets, number, dotted } = require('./der');
const { openBox, macOf } = require('./pfx_boxes');

// Kinds of content and of bags: https://www.rfc-editor.org/rfc/rfc7292
const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const NESTED_BAG = '1.2.840.113549.1.12.10.1.6';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const EXPLICIT = 0xa0;

const failed = (reason) => new codes.ERR_CRYPTO_OPERATION_FAILED(reason);

/** The content of `ContentInfo` that is plain data. */
function dataOf(info) {
  const [type, content] = info.children();
  if (dotted(type.value) !== DATA) throw new codes.ERR_CRYPTO_UNSUPPORTED_OPERATION('Unsupported PKCS12 PFX data');
  return octets(content.children()[0]);
}

function verify([info, salt, iterations], data, passphrase) {
  const [algorithm, wanted] = info.children();
  const id = dotted(algorithm.children()[0].value);
  const mac = macOf(id, data, passphrase, octets(salt), iterations === undefined ? 1 : number(iterations.value));
  if (!mac.equals(Buffer.from(octets(wanted)))) throw new Error('mac verify failure');
}

/** What one part of the bundle has inside, deciphered if need be. */
function contentOf(info, passphrase) {
  const [type, content] = info.children();
  const kind = dotted(type.value);
  if (kind === DATA) return octets(content.children()[0]);
  if (kind !== ENCRYPTED) throw new codes.ERR_CRYPTO_UNSUPPORTED_OPERATION('Unsupported PKCS12 PFX data');
  const [, encrypted] = content.children()[0].children();
  const [, algorithm, box] = encrypted.children();
  return openBox(algorithm, octets(box), passphrase);
}

function keyIdOf(attributes) {
  for (const attribute of attributes?.children() ?? []) {
    const [id, values] = attribute.children();
    if (dotted(id.value) === LOCAL_KEY_ID) return Buffer.from(values.children()[0].value).toString('hex');
  }
  return undefined;
}

function takeBag(bag, passphrase, found) {
  const [id, content, attributes] = bag.children();
  const [inside] = content.children();
  const keyId = keyIdOf(attributes);
  switch (dotted(id.value)) {
    case KEY_BAG:
      found.keys.push({ keyId, der: wholeOf(content) });
      break;
    case SHROUDED_KEY_BAG: {
      const [algorithm, box] = inside.children();
      found.keys.push({ keyId, der: openBox(algorithm, octets(box), passphrase) });
      break;
    }
    case CERTIFICATE_BAG:
      found.certificates.push({ keyId, der: Buffer.from(octets(inside.children().find(({ tag }) => tag === EXPLICIT).children()[0])) });
      break;
    case NESTED_BAG:
      for (const nested of inside.children()) takeBag(nested, passphrase, found);
      break;
    default:
  }
}

const wholeOf = (content) => Buffer.from(content.value);

function armour(label, der) {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function open(bytes, passphrase) {
  const [, safe, mac] = field(bytes, 0).children();
  const data = dataOf(safe);
  if (mac !== undefined) verify(mac.children(), data, passphrase);
  const found = { keys: [], certificates: [] };
  for (const info of field(data, 0).children()) {
    for (const bag of field(contentOf(info, passphrase), 0).children()) takeBag(bag, passphrase, found);
  }
  return found;
}

/** `{ chain, key, others }` of a PKCS #12 bundle: certificates as DER with the key's own first, the key as PEM. */
function read(bundle, passphrase = '') {
  if (typeof bundle !== 'string' && !ArrayBuffer.isView(bundle)) throw failed('Unable to load PFX certificate');
  const bytes = typeof bundle === 'string' ? Buffer.from(bundle, 'latin1') :
    Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const { keys, certificates } = open(bytes, passphrase);
  if (keys.length === 0) throw failed('Unable to load private key from PFX data');
  if (certificates.length === 0) throw failed('Unable to load certificate from PFX data');
  const [key] = keys;
  const own = certificates.find(({ keyId }) => keyId !== undefined && keyId === key.keyId) ?? certificates[0];
  const others = certificates.filter((certificate) => certificate !== own).map(({ der }) => new Uint8Array(der));
  return { chain: [new Uint8Array(own.der), ...others], key: armour('PRIVATE KEY', key.der), others };
}

module.exports = { read };
