'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { openSSLError } = require('./errors');

const DEFAULT_CIPHERS = [
  'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'HIGH', '!aNULL', '!eNULL', '!EXPORT', '!DES', '!RC4',
  '!MD5', '!PSK', '!SRP', '!CAMELLIA',
].join(':');

const isModern = (name) => name.startsWith('TLS_');

let suites;
/** By OpenSSL's names, those of TLS 1.3 apart; each older one with the words that stand for it in lists. */
function known() {
  if (suites === undefined) {
    const names = native.cipherNames();
    const older = new Map(names.filter((name) => !isModern(name)).map((name) => [name, wordsOf(name)]));
    suites = { modern: names.filter(isModern), older };
  }
  return suites;
}

function wordsOf(name) {
  const words = new Set([name, 'ALL', 'DEFAULT', 'HIGH', 'TLSv1.2', 'FIPS']);
  for (const word of ['ECDHE', 'EECDH', 'kECDHE', 'kEECDH', 'ECDH', 'AEAD']) words.add(word);
  if (name.includes('ECDSA')) for (const word of ['ECDSA', 'aECDSA']) words.add(word);
  else for (const word of ['aRSA', 'RSA']) words.add(word);
  if (name.includes('CHACHA20')) words.add('CHACHA20');
  else for (const word of ['AES', 'AESGCM', name.includes('AES128') ? 'AES128' : 'AES256']) words.add(word);
  return words;
}

/** The older suites that an item such as `ECDHE+AESGCM` stands for. */
function meant(item) {
  const words = item.split('+');
  return [...known().older].filter(([, own]) => words.every((word) => own.has(word))).map(([name]) => name);
}

/** What a list such as `HIGH:!AES128` comes to, by the rules of https://docs.openssl.org/3.0/man1/openssl-ciphers/ */
function choose(items) {
  let chosen = [];
  const banned = new Set();
  for (const item of items) {
    const names = meant(item.replace(/^[!+-]/, ''));
    const rest = chosen.filter((name) => !names.includes(name));
    if (item[0] === '!') {
      for (const name of names) banned.add(name);
      chosen = rest;
    } else if (item[0] === '-') {
      chosen = rest;
    } else if (item[0] === '+') {
      chosen = [...rest, ...chosen.filter((name) => names.includes(name))];
    } else if (item[0] !== '@') {
      chosen.push(...names.filter((name) => !banned.has(name) && !chosen.includes(name)));
    }
  }
  return chosen;
}

// Names that OpenSSL knows, and rustls does not on purpose.
const OLDER = /^(?:k?(?:EC)?DHE?|AES|CAMELLIA|ARIA|A?NULL|eNULL|aNULL|RSA|kRSA|PSK|SRP|RC4|DES|3DES|ADH|AECDH|MD5|SHA|EXP|LOW|MEDIUM|SSLv3|TLSv1|IDEA|SEED|ECDHE)/;

const noMatch = () => openSSLError(0x0A0000B9, 'SSL', 'no cipher match', 'SSL');

/** Two lists of suites by name, of TLS 1.3 and of older versions; either may be empty, not both. */
function parseCiphers(list, name = 'options.ciphers') {
  if (list === undefined || list === null) list = DEFAULT_CIPHERS;
  validateString(list, name);
  // Levels of security are not set that way here: what is supported is above all of them.
  const items = list.split(/[:, ]/).map((item) => item.replace(/@.*$/, '')).filter((item) => item !== '');
  const modernNames = items.filter(isModern);
  const olderItems = items.filter((item) => !isModern(item));
  if (items.length === 0) throw new codes.ERR_INVALID_ARG_VALUE(name, list);
  const modern = modernNames.filter((item) => known().modern.includes(item));
  if (modern.length < modernNames.length && modernNames.some((item) => !/^TLS_AES_128_CCM/.test(item) && !modern.includes(item))) throw noMatch();
  const older = choose(olderItems);
  if (olderItems.length > 0 && older.length === 0) {
    if (olderItems.some((item) => OLDER.test(item))) throw new codes.ERR_NOT_SUPPORTED(`tls: ciphers '${list}'`);
    throw noMatch();
  }
  return { modern: modernNames.length > 0 ? modern : [], older, hasOlder: olderItems.length > 0 };
}

const getCiphers = () => native.cipherNames().map((name) => name.toLowerCase()).sort();

module.exports = { DEFAULT_CIPHERS, parseCiphers, getCiphers, modernSuites: () => known().modern };
