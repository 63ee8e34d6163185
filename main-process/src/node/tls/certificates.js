'use strict';

const { Buffer } = require('node/buffer');
const { validateOneOf } = require('internal/validators');

/** `{ 'OCSP - URI': ['http://...'] }` of lines. */
function accessOf(text) {
  const access = { __proto__: null };
  for (const [, key, value] of text.matchAll(/([^\n:]*):([^\n]*)(?:\n|$)/g)) {
    const shown = value[0] === '"' ? JSON.parse(value) : value;
    if (key in access) access[key].push(shown);
    else Object.defineProperty(access, key, { value: [shown], enumerable: true, writable: true, configurable: true });
  }
  return access;
}

/** What scripts see of a certificate as natives describe it. */
function translatePeerCertificate(cert) {
  if (!cert) return null;
  const { issuerCertificate, infoAccess } = cert;
  if (issuerCertificate !== undefined && issuerCertificate !== cert) {
    cert.issuerCertificate = translatePeerCertificate(issuerCertificate);
  }
  if (typeof infoAccess === 'string') cert.infoAccess = accessOf(infoAccess);
  return cert;
}

/** An empty object for what is no certificate. */
function describe(der) {
  const cert = der && native.describe(der);
  if (!cert) return {};
  for (const name of ['raw', 'pubkey']) {
    if (cert[name]) cert[name] = Buffer.from(cert[name].buffer);
  }
  return translatePeerCertificate(cert);
}

/** A chain's first, each with its issuer; who issued himself is his own. */
function describeChain(chain) {
  const described = chain.map(describe);
  described.forEach((cert, index) => {
    const next = described[index + 1];
    if (next !== undefined) cert.issuerCertificate = next;
    else if (sameName(cert)) cert.issuerCertificate = cert;
  });
  return described[0] ?? {};
}

const sameName = ({ subject, issuer }) => JSON.stringify(subject) === JSON.stringify(issuer);

let extra;
/** DER of the file that `NODE_EXTRA_CA_CERTS` names. */
function extraCertificates() {
  if (extra !== undefined) return extra;
  const file = process.env.NODE_EXTRA_CA_CERTS;
  extra = file ? native.readFile(file) : [];
  if (!extra) {
    process.emitWarning(`Ignoring extra certs from \`${file}\`, load failed: error:80000002:system library::No such file or directory`);
    extra = [];
  }
  return extra;
}

function armour(der) {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g);
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----`;
}

const lists = new Map();
function kept(type, make) {
  if (!lists.has(type)) lists.set(type, Object.freeze(make()));
  return lists.get(type);
}

const system = () => kept('system', () => native.systemRoots());

const SOURCES = {
  // The system's, since Kaon brings none of its own.
  bundled: system,
  system,
  extra: () => kept('extra', () => extraCertificates().map(armour)),
  default: () => kept('default', () => [...system(), ...SOURCES.extra()]),
};

function getCACertificates(type = 'default') {
  validateOneOf(type, 'type', Object.keys(SOURCES));
  return SOURCES[type]();
}

module.exports = { translatePeerCertificate, describe, describeChain, extraCertificates, getCACertificates, rootCertificates: system };
