'use strict';

const { codes } = require('internal/errors');
const { validateInt32, validateString } = require('internal/validators');
const { kClone } = require('internal/clone/hosts');
const { SocketAddress, bytesOf } = require('./socket_address');

const kRules = Symbol('rules');
const kId = Symbol('id');
let lastId = 0;

/** Less than 0, 0 or more, as the addresses are ordered; NaN for two that are of different families. */
function compare(one, other) {
  if (one.length !== other.length) return NaN;
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index]) return one[index] - other[index];
  }
  return 0;
}

function isInSubnet(bytes, network, prefix) {
  if (bytes.length !== network.length) return false;
  const whole = prefix >> 3;
  for (let index = 0; index < whole; index++) {
    if (bytes[index] !== network[index]) return false;
  }
  const rest = prefix & 7;
  return rest === 0 || (bytes[whole] ^ network[whole]) >> (8 - rest) === 0;
}

const nameOf = ({ family }) => (family === 'ipv4' ? 'IPv4' : 'IPv6');

const kinds = {
  address: (address) => {
    const bytes = bytesOf(address);
    return { text: `Address: ${nameOf(address)} ${address.address}`, test: (asked) => compare(asked, bytes) === 0 };
  },
  range: (start, end) => {
    const [first, last] = [bytesOf(start), bytesOf(end)];
    const test = (asked) => compare(asked, first) >= 0 && compare(asked, last) <= 0;
    return { text: `Range: ${nameOf(start)} ${start.address}-${end.address}`, test };
  },
  subnet: (network, prefix) => {
    const bytes = bytesOf(network);
    return { text: `Subnet: ${nameOf(network)} ${network.address}/${prefix}`, test: (asked) => isInSubnet(asked, bytes, prefix) };
  },
};

function toAddress(value, family, name) {
  if (SocketAddress.isSocketAddress(value)) return value;
  validateString(value, name);
  validateString(family, 'family');
  return new SocketAddress({ address: value, family });
}

// Copies that stay in this thread have one list of rules; a thread knows its own by this.
const thread = `${Date.now()}-${Math.random()}`;
const shared = new Map();

class BlockList {
  constructor() {
    // The newest rule comes first.
    Object.defineProperty(this, kRules, { value: [], writable: true });
    Object.defineProperty(this, kId, { value: undefined, writable: true });
  }

  addAddress(address, family = 'ipv4') {
    this[kRules].unshift(kinds.address(toAddress(address, family, 'address')));
  }

  addRange(start, end, family = 'ipv4') {
    start = toAddress(start, family, 'start');
    end = toAddress(end, family, 'end');
    if (!(compare(bytesOf(start), bytesOf(end)) <= 0)) {
      throw new codes.ERR_INVALID_ARG_VALUE('start', start, 'must come before end');
    }
    this[kRules].unshift(kinds.range(start, end));
  }

  addSubnet(network, prefix, family = 'ipv4') {
    network = toAddress(network, family, 'network');
    validateInt32(prefix, 'prefix', 0, network.family === 'ipv4' ? 32 : 128);
    this[kRules].unshift(kinds.subnet(network, prefix));
  }

  check(address, family = 'ipv4') {
    if (!SocketAddress.isSocketAddress(address)) {
      validateString(address, 'address');
      validateString(family, 'family');
      try {
        address = new SocketAddress({ address, family });
      } catch {
        // What is no address is in no list.
        return false;
      }
    }
    const asked = bytesOf(address);
    return this[kRules].some(({ test }) => test(asked));
  }

  get rules() { return this[kRules].map(({ text }) => text); }

  toJSON() { return this.rules; }

  /** Adds the rules of a list, or of its JSON text. */
  fromJSON(data) {
    const texts = typeof data === 'string' ? JSON.parse(data) : data;
    if (!Array.isArray(texts)) throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'string[]'], data);
    for (const text of [...texts].reverse()) this.#addText(text);
  }

  #addText(text) {
    const [kind, familyName, rest] = String(text).split(' ');
    const family = familyName?.toLowerCase();
    if (kind === 'Address:') this.addAddress(rest, family);
    else if (kind === 'Range:') this.addRange(...rest.split('-'), family);
    else if (kind === 'Subnet:') {
      const [network, prefix] = rest.split('/');
      this.addSubnet(network, Number(prefix), family);
    }
  }

  static isBlockList(value) { return value?.[kRules] !== undefined; }

  [kClone]() {
    if (this[kId] === undefined) {
      this[kId] = ++lastId;
      shared.set(lastId, new WeakRef(this));
    }
    return { from: 'node/net/block_list#revive', data: { thread, id: this[kId], rules: this.rules } };
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    if (depth < 0) return '[BlockList]';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BlockList ${inspect({ rules: this.rules }, inner)}`;
  }
}

function revive({ thread: origin, id, rules }) {
  const list = new BlockList();
  const original = origin === thread ? shared.get(id)?.deref() : undefined;
  if (original) list[kRules] = original[kRules];
  else list.fromJSON(rules);
  return list;
}

module.exports = { BlockList, revive };
