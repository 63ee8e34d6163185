'use strict';

const crypto = require('node/crypto');
const { Buffer } = require('node/buffer');
const { codes } = require('internal/errors');
const { octets, number, dotted } = require('./der');

// How the parts of a bundle are sealed: by schemes of PKCS #12's own, or of PKCS #5's second edition.

const HASHES = {
  '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.4': 'sha224', '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
};
const MACS = {
  '1.2.840.113549.2.7': 'sha1', '1.2.840.113549.2.8': 'sha224', '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384', '1.2.840.113549.2.11': 'sha512',
};
const CIPHERS = {
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24], '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24], '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
};
const TRIPLE_DES = '1.2.840.113549.1.12.1.3';
const MODERN = '1.2.840.113549.1.5.13';

// What the derived bytes are for.
const KEY = 1;
const VECTOR = 2;
const MAC = 3;

const unsupported = () => new codes.ERR_CRYPTO_UNSUPPORTED_OPERATION('Unsupported PKCS12 PFX data');

function known(table, id) {
  if (!Object.hasOwn(table, id)) throw unsupported();
  return table[id];
}

const blockOf = (hash) => (hash === 'sha384' || hash === 'sha512' ? 128 : 64);

function repeated(bytes, block) {
  const length = Math.ceil(bytes.length / block) * block;
  return Buffer.from(Array.from({ length }, (_, index) => bytes[index % bytes.length]));
}

/** Adds a number and one to each block of another, as large numbers. */
function addToBlocks(blocks, addend, size) {
  for (let start = 0; start < blocks.length; start += size) {
    let carry = 1;
    for (let index = size - 1; index >= 0; index--) {
      carry += blocks[start + index] + addend[index];
      blocks[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}

/** https://www.rfc-editor.org/rfc/rfc7292#appendix-B.2 */
function derive(hash, passphrase, salt, iterations, purpose, length) {
  const block = blockOf(hash);
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([repeated(salt, block), repeated(password, block)]);
  let derived = Buffer.alloc(0);
  while (derived.length < length) {
    let round = crypto.createHash(hash).update(diversifier).update(input).digest();
    for (let index = 1; index < iterations; index++) round = crypto.createHash(hash).update(round).digest();
    derived = Buffer.concat([derived, round]);
    addToBlocks(input, repeated(round, block).subarray(0, block), block);
  }
  return derived.subarray(0, length);
}

/** The code that a bundle's maker made of it, by the hash of this identifier. */
function macOf(id, data, passphrase, salt, iterations) {
  const hash = known(HASHES, id);
  const { length } = crypto.createHash(hash).digest();
  return crypto.createHmac(hash, derive(hash, passphrase, salt, iterations, MAC, length)).update(data).digest();
}

function decipher(cipher, key, vector, box) {
  const opening = crypto.createDecipheriv(cipher, key, vector);
  return Buffer.concat([opening.update(box), opening.final()]);
}

function openModern(parameters, box, passphrase) {
  const [derivation, scheme] = parameters.children();
  const [salt, iterations, ...rest] = derivation.children()[1].children();
  const mac = rest.find(({ tag }) => tag === 0x30);
  const hash = mac === undefined ? 'sha1' : known(MACS, dotted(mac.children()[0].value));
  const [id, vector] = scheme.children();
  const [cipher, length] = known(CIPHERS, dotted(id.value));
  const key = crypto.pbkdf2Sync(passphrase, octets(salt), number(iterations.value), length, hash);
  return decipher(cipher, key, octets(vector), box);
}

/** What is in a sealed part. */
function openBox(algorithm, box, passphrase) {
  const [id, parameters] = algorithm.children();
  const scheme = dotted(id.value);
  if (scheme === MODERN) return openModern(parameters, box, passphrase);
  if (scheme !== TRIPLE_DES) throw unsupported();
  const [salt, iterations] = parameters.children();
  const part = (purpose, length) => derive('sha1', passphrase, octets(salt), number(iterations.value), purpose, length);
  return decipher('des-ede3-cbc', part(KEY, 24), part(VECTOR, 8), box);
}

module.exports = { openBox, macOf };
