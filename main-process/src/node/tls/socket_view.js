'use strict';

const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { validateBuffer, validateInt32, validateString, validateUint32 } = require('internal/validators');
const { describe, describeChain } = require('./certificates');
const sessions = require('./sessions');
const { createSecureContext, SecureContext } = require('./context');

const LEAST_FRAGMENT = 512;
const MOST_FRAGMENT = 16384;

const connectionOf = (socket) => socket._handle?.connection;

const refusal = (name) => function() {
  throw new codes.ERR_NOT_SUPPORTED(`tlsSocket.${name}`);
};

const methods = {
  exportKeyingMaterial(length, label, context) {
    validateUint32(length, 'length', true);
    validateString(label, 'label');
    if (context !== undefined) validateBuffer(context, 'context');
    if (!this._secureEstablished) throw new codes.ERR_TLS_INVALID_STATE();
    const bytes = context === undefined ? undefined : new Uint8Array(Buffer.from(context));
    return Buffer.from(native.exportKeyingMaterial(connectionOf(this), length, label, bytes).buffer);
  },

  setMaxSendFragment(size) {
    validateInt32(size, 'size');
    if (size < LEAST_FRAGMENT || size > MOST_FRAGMENT || !this._handle) return false;
    this._handle.fragment = size;
    return true;
  },

  setServername(name) {
    validateString(name, 'name');
    if (this._tlsOptions.isServer) throw new codes.ERR_TLS_SNI_FROM_SERVER();
    this._wantedName = name;
  },

  setSession(session) {
    sessions.offer(this, session);
  },

  getPeerCertificate(detailed) {
    const connection = connectionOf(this);
    if (!this._handle) return null;
    if (connection === undefined) return {};
    const sent = native.peerCertificates(connection);
    if (sent.length === 0) return {};
    return detailed ? describeChain(this._context?.chainOf(connection) ?? sent) : describe(sent[0]);
  },

  getCertificate() {
    if (!this._handle) return null;
    const own = this._context ?? this._tlsOptions.secureContext?.context;
    return own?.leaf === undefined ? {} : describe(own.leaf);
  },

  getPeerX509Certificate() {
    const connection = connectionOf(this);
    const [der] = connection === undefined ? [] : native.peerCertificates(connection);
    return der && new (require('node/crypto').X509Certificate)(Buffer.from(der));
  },

  getX509Certificate() {
    const der = this._context?.leaf;
    return this._handle && der ? new (require('node/crypto').X509Certificate)(Buffer.from(der)) : undefined;
  },

  setKeyCert(context) {
    const { _handle: handle, _tlsOptions: options } = this;
    if (!options.isServer || handle?.secure) throw new codes.ERR_TLS_INVALID_STATE();
    options.secureContext = context instanceof SecureContext ? context : createSecureContext(context);
  },

  getCipher() {
    const info = this._info;
    if (!this._handle || info?.cipher === undefined) return this._handle ? {} : null;
    // The version is that in which the suite appeared, not what is spoken.
    const version = info.protocol === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2';
    return { name: info.cipher, standardName: info.standardName, version };
  },

  getEphemeralKeyInfo() {
    if (!this._handle) return null;
    if (this._tlsOptions.isServer) return null;
    const { group, groupBits } = this._info ?? {};
    return group === undefined ? {} : { type: 'ECDH', name: group, size: groupBits };
  },

  getProtocol() {
    if (!this._handle) return null;
    return this._info?.protocol ?? 'unknown';
  },

  getSession() {
    if (!this._handle) return null;
    return sessions.last(this) ?? (this._secureEstablished ? sessions.nobody() : undefined);
  },

  isSessionReused() {
    return this._handle ? Boolean(this._info?.resumed) : null;
  },

  getTLSTicket() {
    return this._handle ? undefined : null;
  },

  enableTrace: refusal('enableTrace'),
  getFinished: refusal('getFinished'),
  getPeerFinished: refusal('getPeerFinished'),
  getSharedSigalgs: refusal('getSharedSigalgs'),
};

function define(TLSSocket) {
  for (const name of Object.keys(methods)) {
    Object.defineProperty(TLSSocket.prototype, name, { value: methods[name], writable: true, configurable: true, enumerable: true });
  }
  Object.assign(TLSSocket.prototype, { _wantedName: undefined, _context: undefined, _info: undefined });
}

module.exports = { define };
