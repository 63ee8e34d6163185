'use strict';

const { codes } = require('internal/errors');
const { validateObject, validatePort, validateString, validateUint32 } = require('internal/validators');
const { kClone } = require('internal/clone/hosts');
const { addressOf } = require('./handle');

const kBytes = Symbol('bytes');
const kData = Symbol('data');

class SocketAddress {
  constructor(options = {}) {
    validateObject(options, 'options');
    let { family = 'ipv4' } = options;
    const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
    if (typeof family?.toLowerCase === 'function') family = family.toLowerCase();
    if (family !== 'ipv4' && family !== 'ipv6') {
      throw new codes.ERR_INVALID_ARG_VALUE('options.family', options.family);
    }
    validateString(address, 'options.address');
    validatePort(port, 'options.port');
    validateUint32(flowlabel, 'options.flowlabel', false);
    const found = addressOf(address, family === 'ipv6');
    if (!found) throw new codes.ERR_INVALID_ADDRESS();
    const [text, bytes] = found;
    hide(this, kData, { address: text, port: Number(port), family, flowlabel });
    hide(this, kBytes, bytes);
  }

  get address() { return this[kData].address; }

  get port() { return this[kData].port; }

  get family() { return this[kData].family; }

  get flowlabel() { return this[kData].flowlabel; }

  toJSON() { return { ...this[kData] }; }

  static isSocketAddress(value) { return value?.[kData] !== undefined && value[kBytes] !== undefined; }

  /** From `1.2.3.4:5` or `[::1]:5`; undefined for what is neither. Source: https://nodejs.org/api/net.html */
  static parse(input) {
    validateString(input, 'input');
    let url;
    try {
      url = new URL(`http://${input}`);
    } catch {
      return undefined;
    }
    const { hostname, port } = url;
    const isV6 = hostname.startsWith('[') && hostname.endsWith(']');
    const address = isV6 ? hostname.slice(1, -1) : hostname;
    if (!addressOf(address, isV6)) return undefined;
    return new SocketAddress({ address, port: Number(port), family: isV6 ? 'ipv6' : 'ipv4' });
  }

  [kClone]() {
    return { from: 'node/net/socket_address#revive', data: this.toJSON() };
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    if (depth < 0) return '[SocketAddress]';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `SocketAddress ${inspect(this.toJSON(), inner)}`;
  }
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { value });
}

const revive = (data) => new SocketAddress(data);

/** The bytes of an address; one of IPv4 that is written as one of IPv6 is one of IPv4. */
function bytesOf({ [kBytes]: bytes }) {
  const isMapped = bytes.length === 16 && bytes[10] === 255 && bytes[11] === 255 && bytes.every((byte, at) => byte === 0 || at >= 10);
  return isMapped ? bytes.slice(12) : bytes;
}

module.exports = { SocketAddress, revive, bytesOf };
