'use strict';

const { isToken, isInvalidText } = require('./validation');

const methods = native.methods;

// Flags of a head; the native half has the same numbers.
const KEEP_ALIVE = 1;
const UPGRADE = 2;
const COMPLETE = 4;
const MINOR = 8;
const HOST = 16;
const EXPECT = 32;

/** How a parser is told to go on behind a head. */
const NORMAL = 0;
const NO_BODY = 1;
const UPGRADED = 2;

function nothing() {}

/** Splits what a connection reads into messages. Whoever opens one sets `onIncoming` and what else it wants to hear. */
class HTTPParser {
  constructor() {
    this.id = -1;
    this.socket = null;
    this.incoming = null;
    this.outgoing = null;
    this.maxHeaderPairs = 2000;
    this.consumed = null;
  }

  initialize(type, _resource, limit, lenient) {
    this.close();
    require('./hooks');
    this.id = native.open(this, type === HTTPParser.RESPONSE, !!lenient, limit || maxHeaderSize());
  }

  /** Parses bytes that some other socket than ours has read. */
  execute(bytes) {
    native.execute(this.id, bytes);
  }

  /** The connection was ended; returns why that is an error, if it is. */
  finish() {
    if (this.id < 0) return undefined;
    const found = native.finish(this.id);
    return found === null || found === undefined ? undefined : parseError(found[0], found[1], 0);
  }

  /** Reads straight from a handle of ours, past its socket. */
  consume(handle) {
    handle.setSink(this.id);
    this.consumed = handle;
  }

  unconsume() {
    if (this.consumed === null) return;
    this.consumed.setSink(undefined);
    this.consumed = null;
  }

  progress() {
    return this.id < 0 ? [-1, 0] : native.progress(this.id);
  }

  close() {
    if (this.id < 0) return;
    native.close(this.id);
    this.id = -1;
  }

  /** Unties it from all it was used for. */
  reset() {
    this.onIncoming = this.incoming = this.outgoing = this.socket = this.joinDuplicateHeaders = null;
    this.onUpgraded = this.onFault = this.onBackPressure = nothing;
    this.maxHeaderPairs = 2000;
    if (parsers.free.length < parsers.max) parsers.free.push(this);
  }

  free() {}

  remove() {}
}

HTTPParser.REQUEST = 1;
HTTPParser.RESPONSE = 2;
HTTPParser.kOnMessageBegin = 0;
HTTPParser.kOnHeaders = 1;
HTTPParser.kOnHeadersComplete = 2;
HTTPParser.kOnBody = 3;
HTTPParser.kOnMessageComplete = 4;
HTTPParser.kOnExecute = 5;
HTTPParser.kOnTimeout = 6;
HTTPParser.kLenientNone = 0;
HTTPParser.kLenientAll = 255;

Object.assign(HTTPParser.prototype, {
  onIncoming: null,
  joinDuplicateHeaders: null,
  onUpgraded: nothing,
  onFault: nothing,
  onBackPressure: nothing,
});

function parseError(code, reason, bytesParsed) {
  const error = new Error(`Parse Error${reason ? `: ${reason}` : ''}`);
  error.bytesParsed = bytesParsed;
  error.code = code;
  error.reason = reason;
  return error;
}

// Those that are closed, for connections to come.
const parsers = { max: 1000, free: [] };

function openParser(type, { limit, lenient }) {
  const parser = parsers.free.pop() ?? new HTTPParser();
  parser.initialize(type, undefined, limit, lenient);
  return parser;
}

/** Closes a parser and unties it from its request and socket. */
function freeParser(parser, req, socket) {
  if (parser) {
    parser.unconsume();
    parser.close();
    parser.reset();
    parser.free();
  }
  if (req) req.parser = null;
  if (socket) socket.parser = null;
}

let lenientByDefault;

/** Whether the whole process was started with `--insecure-http-parser`. */
function isLenient() {
  if (lenientByDefault === undefined) lenientByDefault = require('internal/options').isSet('insecure-http-parser');
  return lenientByDefault;
}

let limitByDefault;

/** The most bytes a head may have, where nobody says otherwise. */
function maxHeaderSize() {
  limitByDefault ??= Number(require('internal/options').text('max-http-header-size')) || 16 * 1024;
  return limitByDefault;
}

/** A parse error with the bytes it was found in; what else went wrong is as it is. */
function prepareError(error, _parser, rawPacket) {
  error.rawPacket ||= rawPacket;
  error.message = `Parse Error${error.reason ? `: ${error.reason}` : ''}`;
}

module.exports = {
  _checkInvalidHeaderChar: isInvalidText,
  _checkIsHttpToken: isToken,
  chunkExpression: /(?:^|\W)chunked(?:$|\W)/i,
  continueExpression: /(?:^|\W)100-continue(?:$|\W)/i,
  CRLF: '\r\n',
  freeParser,
  methods,
  parsers,
  HTTPParser,
  isLenient,
  prepareError,
};

// What the other scripts of this folder share; not part of what Node exports.
const shared = { KEEP_ALIVE, UPGRADE, COMPLETE, MINOR, HOST, EXPECT, NORMAL, NO_BODY, UPGRADED, parseError, maxHeaderSize, openParser };
for (const name of Object.keys(shared)) Object.defineProperty(module.exports, name, { value: shared[name] });
