'use strict';

const errors = {
  ERR_DNS_SET_SERVERS_FAILED: (error, servers) => `c-ares failed to set servers: "${error}" [${servers}]`,
  ERR_HTTP2_ERROR: (message) => message,
  ERR_HTTP_BODY_NOT_ALLOWED: 'Adding content for this request method or response status is not allowed.',
  ERR_HTTP_CONTENT_LENGTH_MISMATCH: (written, declared) =>
    `Response body's content-length of ${written} byte(s) does not match the content-length of ` +
    `${declared} byte(s) set in header`,
  ERR_HTTP_HEADERS_SENT: (action) => `Cannot ${action} headers after they are sent to the client`,
  ERR_HTTP_REQUEST_TIMEOUT: 'Request timeout',
  ERR_HTTP_SOCKET_ASSIGNED: 'ServerResponse has an already assigned socket',
  ERR_HTTP_SOCKET_ENCODING: 'Changing the socket encoding is not allowed per RFC7230 Section 3.',
  ERR_HTTP_TRAILER_INVALID: 'Trailers are invalid with this transfer encoding',
  ERR_INVALID_ADDRESS: 'Invalid socket address',
  ERR_PROXY_INVALID_CONFIG: (message) => message,
  ERR_SERVER_ALREADY_LISTEN: 'Listen method has been called more than once without closing.',
  ERR_SERVER_NOT_RUNNING: 'Server is not running.',
  ERR_SOCKET_ALREADY_BOUND: 'Socket is already bound',
  ERR_SOCKET_CLOSED: 'Socket is closed',
  ERR_SOCKET_CLOSED_BEFORE_CONNECTION: 'Socket closed before the connection was established',
  ERR_SOCKET_CONNECTION_TIMEOUT: 'Socket connection timeout',
  ERR_SOCKET_DGRAM_IS_CONNECTED: 'Already connected',
  ERR_SOCKET_DGRAM_NOT_CONNECTED: 'Not connected',
  ERR_SOCKET_DGRAM_NOT_RUNNING: 'Not running',
  ERR_TLS_CERT_ALTNAME_INVALID: (reason) =>
    `Hostname/IP does not match certificate's altnames: ${reason}`,
  ERR_TLS_DH_PARAM_SIZE: (size) => `DH parameter size ${size} is less than 2048`,
  ERR_TLS_HANDSHAKE_TIMEOUT: 'TLS handshake timeout',
  ERR_TLS_INVALID_STATE: 'TLS socket connection must be securely established',
  ERR_TLS_RENEGOTIATION_DISABLED: 'TLS session renegotiation disabled for this socket',
  ERR_TLS_REQUIRED_SERVER_NAME: '"servername" is required parameter for Server.addContext',
  ERR_TLS_SESSION_ATTACK: 'TLS session renegotiation attack detected',
  ERR_TLS_SNI_FROM_SERVER: 'Cannot issue SNI from a TLS server-side socket',
};

const typeErrors = {
  ERR_HTTP_INVALID_HEADER_VALUE: (value, name) => `Invalid value "${value}" for header "${name}"`,
  ERR_INVALID_HTTP_TOKEN: (name, token) => `${name} must be a valid HTTP token ["${token}"]`,
  ERR_INVALID_IP_ADDRESS: (address) => `Invalid IP address: ${address}`,
  ERR_INVALID_PROTOCOL: (actual, expected) => `Protocol "${actual}" not supported. Expected "${expected}"`,
  ERR_SOCKET_BAD_BUFFER_SIZE: 'Buffer size must be a positive integer',
  ERR_SOCKET_BAD_TYPE: 'Bad socket type specified. Valid types are: udp4, udp6',
  ERR_TLS_ALPN_CALLBACK_INVALID_RESULT: (value, protocols) =>
    `ALPN callback returned a value (${value}) that did not match any of the client's offered protocols ` +
    `(${protocols.join(', ')})`,
  ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS:
    'The ALPNCallback and ALPNProtocols TLS options are mutually exclusive',
  ERR_TLS_INVALID_CONTEXT: (name) => `${name} must be a SecureContext`,
  ERR_TLS_INVALID_PROTOCOL_METHOD: (reason) => reason,
  ERR_TLS_INVALID_PROTOCOL_VERSION: (version, which) =>
    `"${version}" is not a valid ${which} TLS protocol version`,
  ERR_TLS_PROTOCOL_VERSION_CONFLICT: (version, protocol) =>
    `TLS protocol version "${version}" conflicts with secureProtocol "${protocol}"`,
  ERR_UNESCAPED_CHARACTERS: (name) => `${name} contains unescaped characters`,
};

const rangeErrors = {
  ERR_HTTP_INVALID_STATUS_CODE: (status) => `Invalid status code: ${status}`,
  ERR_INVALID_ADDRESS_FAMILY: (family, host, port) => `Invalid address family: ${family} ${host}:${port}`,
};

const extras = {
  ERR_INVALID_ADDRESS_FAMILY: (error, family, host, port) => {
    error.host = host;
    error.port = port;
  },
  ERR_TLS_CERT_ALTNAME_INVALID: (error, reason, host, cert) => {
    error.reason = reason;
    error.host = host;
    error.cert = cert;
  },
};

const syntaxErrors = { ERR_TLS_CERT_ALTNAME_FORMAT: 'Invalid subject alternative name string' };

module.exports = {
  texts: { Error: errors, TypeError: typeErrors, RangeError: rangeErrors, SyntaxError: syntaxErrors },
  extras,
  raw: ['ERR_TLS_ALPN_CALLBACK_INVALID_RESULT'],
};
