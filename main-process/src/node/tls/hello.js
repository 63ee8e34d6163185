'use strict';

const { codes } = require('internal/errors');
const { Buffer } = require('node/buffer');
const { validateFunction } = require('internal/validators');
const { SecureContext, Settings, createSecureContext } = require('./context');
const { decode } = require('./protocols');

function prepare(socket, { ALPNCallback, ALPNProtocols, SNICallback }) {
  if (SNICallback !== undefined && SNICallback !== null) {
    validateFunction(SNICallback, 'options.SNICallback');
    socket._SNICallback = SNICallback;
  }
  if (!ALPNCallback) return;
  validateFunction(ALPNCallback, 'options.ALPNCallback');
  if (ALPNProtocols) throw new codes.ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS();
}

function contextOf({ _tlsOptions: options }) {
  options.secureContext ||= createSecureContext(options);
  return options.secureContext.context;
}

/** Answers a client's hello, after asking whoever wants to be asked: which context, which state of it, which protocol. */
function answer(socket, { servername, protocols }) {
  const greeting = { servername: servername ?? '', protocols: protocols?.map((name) => Buffer.from(name.buffer).toString('latin1')) };
  if (socket.servername === null) socket.servername = servername ?? false;
  socket._context = contextOf(socket);
  chooseContext(socket, greeting, () => askForState(socket, (stapled) => accept(socket, greeting, stapled)));
}

/** Calls back once at the most, and not for a socket that is gone. */
function once(socket, act) {
  let called = false;
  return (error, value) => {
    if (called) {
      socket.destroy(new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    if (error) socket.destroy(error);
    else if (!socket._handle) socket.destroy(new codes.ERR_SOCKET_CLOSED());
    else act(value);
  };
}

function chooseContext(socket, { servername }, next) {
  if (!servername || !socket._SNICallback) {
    next();
    return;
  }
  socket._SNICallback(servername, once(socket, (found) => {
    if (found) {
      const context = found instanceof SecureContext ? found.context : found;
      if (!(context instanceof Settings)) {
        socket.destroy(new TypeError('Invalid SNI context'));
        return;
      }
      socket._context = context;
      socket._wasChosen = true;
    }
    next();
  }));
}

/** The state of the certificate, signed by whoever issued it, where a server's user supplies it. */
function askForState(socket, next) {
  const { server } = socket._tlsOptions;
  if (!server || server.listenerCount('OCSPRequest') === 0) {
    next(undefined);
    return;
  }
  const { _context: context } = socket;
  server.emit('OCSPRequest', context.getCertificate(), context.getIssuer(), once(socket, (response) => {
    next(response ? require('./stapled').encode(response) : undefined);
  }));
}

/** What nobody offers: with it the handshake ends for want of a protocol. */
const NOTHING = [Buffer.from([0])];

function chooseProtocols(socket, { servername, protocols }) {
  const { ALPNCallback, ALPNProtocols } = socket._tlsOptions;
  if (!ALPNCallback) return decode(ALPNProtocols);
  if (!protocols) return [];
  const chosen = ALPNCallback.call(socket, { servername, protocols });
  if (chosen === undefined) return NOTHING;
  if (!protocols.includes(chosen)) throw new codes.ERR_TLS_ALPN_CALLBACK_INVALID_RESULT(chosen, protocols);
  return [Buffer.from(chosen, 'latin1')];
}

function accept(socket, greeting, stapled) {
  let protocols;
  try {
    protocols = chooseProtocols(socket, greeting);
  } catch (error) {
    // It is the callback's author who has to hear of it.
    socket.destroy();
    throw error;
  }
  const { _handle: handle, _tlsOptions: { server } } = socket;
  if (!handle) return;
  handle.tell(native.accept(handle.connection, socket._context.native, {
    protocols,
    askClient: socket._requestCert,
    needClient: socket._rejectUnauthorized,
    chosen: socket._wasChosen === true,
    stapled,
    logs: socket.listenerCount('keylog') > 0 || (server?.listenerCount('keylog') ?? 0) > 0,
  }));
}

module.exports = { prepare, answer };
