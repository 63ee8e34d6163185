'use strict';

const { canonicalizeLocaleList, resolveLocale, optionsObject, getOption, constructed, incompatible } = require('./options');

const OWNER = 'Intl.Segmenter';
const kSegments = Symbol('segments');

function boundaries(text, granularity) {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  const found = native.boundaries(wellFormed, granularity);
  if (granularity !== 'word') return { ends: found };
  const ends = [];
  const wordLike = [];
  for (let i = 0; i < found.length; i += 2) {
    ends.push(found[i]);
    wordLike.push(found[i + 1] === 1);
  }
  return { ends, wordLike };
}

class Segments {
  #text;
  #granularity;
  #found;
  constructor(key, text, granularity) {
    if (key !== kSegments) throw new TypeError('Illegal constructor');
    this.#text = text;
    this.#granularity = granularity;
  }
  #segment(index) {
    const { ends, wordLike } = this.#found;
    const start = index === 0 ? 0 : ends[index - 1];
    const segment = { segment: this.#text.slice(start, ends[index]), index: start, input: this.#text };
    if (wordLike) segment.isWordLike = wordLike[index];
    return segment;
  }
  containing(given) {
    const at = Math.trunc(Number(given)) || 0;
    if (at < 0 || at >= this.#text.length) return undefined;
    this.#found ??= boundaries(this.#text, this.#granularity);
    const { ends } = this.#found;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return this.#segment(low);
  }
  [Symbol.iterator]() {
    this.#found ??= boundaries(this.#text, this.#granularity);
    let index = 0;
    return Object.create(iteratorPrototype, {
      [kSegments]: { value: () => (index < this.#found.ends.length ? this.#segment(index++) : undefined) },
    });
  }
}
delete Segments.prototype.constructor;

const iteratorPrototype = Object.create(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), {
  next: {
    value: function next() {
      const value = this[kSegments]();
      return { value, done: value === undefined };
    },
    writable: true, configurable: true,
  },
  [Symbol.toStringTag]: { value: 'Segmenter String Iterator', configurable: true },
});

class Segmenter {
  #state;
  constructor(locales, given) {
    const { locale } = resolveLocale(canonicalizeLocaleList(locales));
    const options = optionsObject(given);
    getOption(options, 'localeMatcher', OWNER, ['lookup', 'best fit']);
    const granularity = getOption(options, 'granularity', OWNER, ['grapheme', 'word', 'sentence'], 'grapheme');
    this.#state = { locale, granularity };
  }
  static #of(segmenter, method) {
    if (typeof segmenter !== 'object' || segmenter === null || !(#state in segmenter)) {
      throw incompatible(`${OWNER}.prototype.${method}`, segmenter);
    }
    return segmenter.#state;
  }
  segment(text) {
    return new Segments(kSegments, String(text), Segmenter.#of(this, 'segment').granularity);
  }
  resolvedOptions() {
    return { ...Segmenter.#of(this, 'resolvedOptions') };
  }
}

module.exports = { Segmenter: constructed(Segmenter, OWNER) };
