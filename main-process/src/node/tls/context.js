'use strict';

const { codes } = require('internal/errors');
const { validateBuffer, validateInt32, validateInteger, validateNumber, validateString, validateObject } = require('internal/validators');
const { Buffer } = require('node/buffer');
const ciphers = require('./ciphers');
const keys = require('./keys');
const { range } = require('./versions');
const { verificationError } = require('./errors');
const { extraCertificates, translatePeerCertificate } = require('./certificates');

const NO_TICKET = 0x4000;
const SERVER_ORDER = 0x400000;
const DEFAULT_TIMEOUT = 300;

/** The settings of a context; the natives get them when a connection is first made with it. */
class Settings {
  constructor() {
    this.identities = [];
    this.authorities = [];
    this.lists = [];
    this.usual = true;
    this.partial = false;
    this.leaf = undefined;
    this.issuer = undefined;
    this.ciphers = [];
    this.groups = [];
    this.sessionTimeout = DEFAULT_TIMEOUT;
    this.ticketKeys = undefined;
    this.tickets = true;
    this.serverOrder = false;
  }

  get native() {
    return this.built ??= native.createContext(this);
  }

  addCACert(cert) {
    this.authorities.push(...keys.readAuthorities(cert, 'cert'));
    this.built = undefined;
  }

  addCRL(crl) {
    this.lists.push(...keys.readLists(crl, 'crl'));
    this.built = undefined;
  }

  addRootCerts() {
    this.usual = true;
  }

  getTicketKeys() {
    return Buffer.from(native.ticketKeys(this.native).buffer);
  }

  setTicketKeys(ticketKeys) {
    this.ticketKeys = new Uint8Array(ticketKeys);
    native.setTicketKeys(this.native, this.ticketKeys);
    return true;
  }

  getCertificate() {
    return this.leaf === undefined ? null : Buffer.from(this.leaf);
  }

  getIssuer() {
    return this.issuer === undefined ? null : Buffer.from(this.issuer);
  }

  close() {}

  /** What is wrong with the certificates that a connection's peer showed, or null. */
  verify(connection) {
    const extra = this.usual ? extraCertificates() : [];
    const [code] = native.verifyPeer(connection, this.native, extra, this.usual, this.partial);
    return code ? verificationError(code) : null;
  }

  /** That peer's chain as far as it is known, the peer's own certificate first. */
  chainOf(connection) {
    const extra = this.usual ? extraCertificates() : [];
    return native.verifyPeer(connection, this.native, extra, this.usual, true)[1];
  }
}
Object.defineProperty(Settings, 'name', { value: 'SecureContext' });
// What is in there is nobody's business, least of all that of who prints it.
Settings.prototype[Symbol.for('nodejs.util.inspect.custom')] = () => 'SecureContext {}';

const defaults = { min: 'TLSv1.2', max: 'TLSv1.3' };

class SecureContext {
  constructor(secureProtocol, secureOptions, minVersion, maxVersion) {
    this.context = new Settings();
    const options = secureOptions ?? 0;
    Object.assign(this.context, range({ secureProtocol, minVersion, maxVersion }, options, currentDefaults()));
    this.context.tickets = (options & NO_TICKET) === 0;
    this.context.serverOrder = (options & SERVER_ORDER) !== 0;
    if (secureOptions) validateInteger(secureOptions, 'secureOptions');
    setCiphers(this.context, undefined);
  }
}

/** As `tls` has them at the moment, since programs may set them. */
function currentDefaults() {
  const { DEFAULT_MIN_VERSION: min = defaults.min, DEFAULT_MAX_VERSION: max = defaults.max } = require('node/tls');
  return { min, max };
}

function setCiphers(context, list) {
  const { modern, older, hasOlder } = ciphers.parseCiphers(list ?? require('node/tls').DEFAULT_CIPHERS);
  // A list of suites of one version alone leaves the other out.
  if (modern.length === 0 && context.most > 12 && context.least < 13) context.most = 12;
  if (!hasOlder && context.least < 13 && context.most > 12) context.least = 13;
  context.ciphers = [...(modern.length > 0 ? modern : ciphers.modernSuites()), ...older];
}

const UNSUPPORTED = ['clientCertEngine', 'privateKeyEngine', 'privateKeyIdentifier', 'sigalgs'];

function refuse(options) {
  if (options.sigalgs !== undefined && options.sigalgs !== null) {
    validateString(options.sigalgs, 'options.sigalgs');
    if (options.sigalgs === '') throw new codes.ERR_INVALID_ARG_VALUE('options.sigalgs', options.sigalgs);
  }
  for (const name of ['clientCertEngine', 'privateKeyEngine', 'privateKeyIdentifier']) {
    const value = options[name];
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'null', 'undefined'], value);
    }
  }
  for (const name of UNSUPPORTED) {
    if (options[name] !== undefined && options[name] !== null) throw new codes.ERR_NOT_SUPPORTED(`tls: the option '${name}'`);
  }
  // 'auto' asks for nothing that must be there: ECDHE is what is negotiated.
  if (options.dhparam !== undefined && options.dhparam !== null && options.dhparam !== 'auto') {
    keys.textOf(options.dhparam, 'options.dhparam');
    throw new codes.ERR_NOT_SUPPORTED("tls: the option 'dhparam'");
  }
}

function setGroups(context, curves) {
  if (curves === undefined || curves === null) return;
  validateString(curves, 'options.ecdhCurve');
  if (curves === 'auto') return;
  const groups = curves.split(':').filter((name) => native.isGroup(name));
  if (groups.length === 0) {
    if (/^(?:secp521r1|P-521|X448|secp256k1|brainpool|sect|ffdhe)/.test(curves)) throw new codes.ERR_NOT_SUPPORTED(`tls: ecdhCurve '${curves}'`);
    throw new codes.ERR_CRYPTO_OPERATION_FAILED('Failed to set ECDH curve');
  }
  context.groups = groups;
}

function setSessions(context, { ticketKeys, sessionTimeout, sessionIdContext }) {
  if (sessionIdContext !== undefined && sessionIdContext !== null) validateString(sessionIdContext, 'options.sessionIdContext');
  if (ticketKeys !== undefined && ticketKeys !== null) {
    validateBuffer(ticketKeys, 'options.ticketKeys');
    if (ticketKeys.byteLength !== 48) {
      throw new codes.ERR_INVALID_ARG_VALUE('options.ticketKeys', ticketKeys.byteLength, 'must be exactly 48 bytes');
    }
    context.ticketKeys = new Uint8Array(ticketKeys.buffer.slice(ticketKeys.byteOffset, ticketKeys.byteOffset + 48));
  }
  if (sessionTimeout !== undefined && sessionTimeout !== null) {
    validateInt32(sessionTimeout, 'options.sessionTimeout', 0);
    context.sessionTimeout = sessionTimeout;
  }
}

function setCredentials(context, { cert, key, ca, crl, pfx, passphrase }) {
  if (ca) {
    context.authorities = keys.readAuthorities(ca, 'options.ca');
    context.usual = false;
  } else {
    extraCertificates();
  }
  const chains = keys.readChains(cert, 'options.cert');
  if (passphrase !== undefined && passphrase !== null) validateString(passphrase, 'options.passphrase');
  const whole = chains.map((chain) => native.completeChain(chain, context.authorities));
  context.identities = keys.readIdentities(whole, key, passphrase, 'options.key');
  [context.leaf, context.issuer] = chains[0] ?? [];
  context.lists = keys.readLists(crl, 'options.crl');
  for (const bundle of keys.pieces(pfx)) addBundle(context, bundle, passphrase);
}

function addBundle(context, bundle, passphrase) {
  const isPair = bundle.buf !== undefined;
  const own = (isPair ? bundle.passphrase : undefined) ?? passphrase;
  const { chain, key, others } = require('./pfx').read(isPair ? bundle.buf : bundle, own);
  context.identities.push(...keys.readIdentities([chain], key, undefined, 'options.pfx'));
  [context.leaf, context.issuer] = chain;
  context.authorities.push(...others);
}

function createSecureContext(options = {}) {
  if (options === null) options = {};
  validateObject(options, 'options');
  refuse(options);
  let { secureOptions } = options;
  if (options.honorCipherOrder) secureOptions |= SERVER_ORDER;
  if (secureOptions !== undefined && secureOptions !== null) validateNumber(secureOptions, 'secureOptions');
  const secure = new SecureContext(options.secureProtocol, secureOptions, options.minVersion, options.maxVersion);
  const { context } = secure;
  context.partial = !!options.allowPartialTrustChain;
  setCredentials(context, options);
  if (options.ciphers !== undefined && options.ciphers !== null) setCiphers(context, options.ciphers);
  setGroups(context, options.ecdhCurve);
  setSessions(context, options);
  return secure;
}

module.exports = { SecureContext, Settings, createSecureContext, translatePeerCertificate, defaults };
