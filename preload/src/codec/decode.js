'use strict';

const { Input } = require('./bytes');
const { takeText } = require('./text');
const { VERSION, MAX_DEPTH, TAG, ERRORS, VIEWS, WIDTHS } = require('./kinds');

const PRIMITIVE = 1;
const BUFFER = 2;
const ELEMENT = 4;
/** What an array gives back for a hole. */
const HOLE = Symbol('hole');

class Decoder {
  #objects = [];
  #depth = 0;

  /** @param {Input} input */
  constructor(input) {
    this.input = input;
  }

  /** @param {number} [slot] what alone may stand here */
  value(slot = 0) {
    const tag = this.input.u8();
    if (slot === BUFFER && tag !== TAG.buffer && tag !== TAG.reference) this.input.fail('a view has no buffer');
    switch (tag) {
      case TAG.undefined: return slot === PRIMITIVE ? this.input.fail('this cannot be boxed') : undefined;
      case TAG.null: return slot === PRIMITIVE ? this.input.fail('this cannot be boxed') : null;
      case TAG.true: return true;
      case TAG.false: return false;
      case TAG.int: return this.#int();
      case TAG.number: return this.input.f64();
      case TAG.bigint: return this.#bigint();
    }
    const text = takeText(this.input, tag);
    if (text !== undefined) return text;
    if (slot === PRIMITIVE) this.input.fail('only a primitive can be boxed');
    if (tag === TAG.hole && slot === ELEMENT) return HOLE;
    if (tag === TAG.reference) return this.#reference();
    const read = BY_TAG[tag];
    return read === undefined ? this.input.fail('a tag is not known') : read(this, this.input);
  }

  /** Numbers a new object, which must happen before what it contains is read. */
  keep(object) {
    this.#objects.push(object);
    return object;
  }

  /** Numbers an object that can only be made once its parts are known; nothing in between may refer to it. */
  late(make) {
    const id = this.#objects.push(undefined) - 1;
    return (this.#objects[id] = make());
  }

  /** Runs `read` one level deeper. */
  inside(read) {
    if (++this.#depth > MAX_DEPTH) this.input.fail('it nests too deep');
    const result = read();
    this.#depth--;
    return result;
  }

  text() {
    return takeText(this.input, this.input.u8()) ?? this.input.fail('a text is missing');
  }

  /** A number of things of which each takes at least `least` bytes. */
  count(least) {
    const count = this.input.varint();
    return count * least <= this.input.left ? count : this.input.fail('a count exceeds the message');
  }

  fields(object) {
    return this.inside(() => {
      for (;;) {
        const tag = this.input.u8();
        if (tag === TAG.end) return object;
        const key = takeText(this.input, tag) ?? this.input.fail('a key is not a text');
        // An array has a length of its own.
        if (Object.hasOwn(object, key)) this.input.fail('a key comes twice');
        put(object, key, this.value());
      }
    });
  }

  #int() {
    const zigzag = this.input.varint();
    if (zigzag > 0xffffffff) this.input.fail('an int32 has more than 32 bits');
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  #bigint() {
    const sign = this.input.u8();
    const bytes = this.input.sized();
    const shortest = bytes.length === 0 ? sign === 0 : bytes[bytes.length - 1] !== 0;
    if (sign > 1 || !shortest) this.input.fail('a bigint is not in its shortest form');
    let digits = '0x0';
    for (let at = bytes.length - 1; at >= 0; at--) digits += bytes[at].toString(16).padStart(2, '0');
    return sign === 1 ? -BigInt(digits) : BigInt(digits);
  }

  #reference() {
    const id = this.input.varint();
    if (id >= this.#objects.length) this.input.fail('a reference names nothing that came before');
    return this.#objects[id] ?? this.input.fail('a reference names an object that is not complete');
  }
}

/** Always an own property, whatever its name: `__proto__` too. */
function put(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

const BY_TAG = {
  __proto__: null,
  [TAG.boxed]: (decoder) => decoder.late(() => Object(decoder.inside(() => decoder.value(PRIMITIVE)))),
  [TAG.date]: (decoder, input) => decoder.keep(new Date(input.f64())),
  [TAG.regexp](decoder, input) {
    const source = decoder.text();
    const flags = decoder.text();
    try {
      return decoder.keep(new RegExp(source, flags));
    } catch {
      return input.fail('a regular expression is not valid here');
    }
  },
  [TAG.error](decoder, input) {
    const constructor = ERRORS[input.u8()] ?? input.fail('a kind of error is not known');
    const flags = input.u8();
    if (flags > 7) input.fail('an error has unknown parts');
    const message = flags & 1 ? decoder.text() : undefined;
    const stack = flags & 2 ? decoder.text() : undefined;
    const error = decoder.keep(new constructor(message));
    const own = (key, value) => Object.defineProperty(error, key, { value, writable: true, enumerable: false, configurable: true });
    if (stack !== undefined) own('stack', stack);
    return decoder.inside(() => (flags & 4 ? own('cause', decoder.value()) : error));
  },
  [TAG.array](decoder) {
    const length = decoder.count(1);
    const array = decoder.keep([]);
    return decoder.inside(() => {
      for (let at = 0; at < length; at++) {
        const value = decoder.value(ELEMENT);
        if (value === HOLE) array.length = at + 1;
        else array[at] = value;
      }
      return array;
    });
  },
  [TAG.sparse](decoder, input) {
    const length = input.varint();
    if (length > 0xffffffff) input.fail('an array is too long');
    const array = decoder.keep([]);
    array.length = length;
    return decoder.fields(array);
  },
  [TAG.object]: (decoder) => decoder.fields(decoder.keep({})),
  [TAG.map](decoder) {
    const size = decoder.count(2);
    const map = decoder.keep(new Map());
    return decoder.inside(() => {
      for (let at = 0; at < size; at++) map.set(decoder.value(), decoder.value());
      return map;
    });
  },
  [TAG.set](decoder) {
    const size = decoder.count(1);
    const set = decoder.keep(new Set());
    return decoder.inside(() => {
      for (let at = 0; at < size; at++) set.add(decoder.value());
      return set;
    });
  },
  [TAG.buffer]: (decoder, input) => decoder.keep(input.sized().slice().buffer),
  [TAG.view]: (decoder, input) => decoder.late(() => {
    const kind = input.u8();
    const constructor = VIEWS[kind] ?? input.fail('a kind of view is not known');
    const offset = input.varint();
    const length = input.varint();
    if (offset % WIDTHS[kind] !== 0) input.fail('a view is not aligned');
    const buffer = decoder.inside(() => decoder.value(BUFFER));
    const fits = buffer instanceof ArrayBuffer && offset + length * WIDTHS[kind] <= buffer.byteLength;
    return fits ? new constructor(buffer, offset, length) : input.fail('a view does not fit its buffer');
  }),
};

/** The value that `bytes` are the structured clone of. @param {Uint8Array} bytes */
function decode(bytes) {
  const input = new Input(bytes);
  if (input.u8() !== VERSION) input.fail('this version of the format is not known');
  const value = new Decoder(input).value();
  return input.left > 0 ? input.fail('something follows the value') : value;
}

module.exports = { decode };
