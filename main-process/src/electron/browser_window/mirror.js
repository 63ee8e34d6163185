'use strict';

const host = require('internal/host');

// How long what was asked for stands against what the window system says of a moment before.
const PATIENCE_MS = 1000;
const FIELDS = ['visible', 'focused', 'maximized', 'minimized', 'fullScreen'];

const same = (a, b) => a === b || (typeof a === 'object' && a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));

/**
 * What the window system last said of a window, and what it was asked for since. Getters answer from here, so that none
 * of them waits; only bounds that nobody can know before the window is there make the first question wait.
 */
class Mirror {
  #id;
  #reported = { bounds: null, content: null };
  #expected = new Map();
  #normal = null;
  #size;

  /** `size` is what the window was asked to be, where that says how large it will be. */
  constructor(id, size) {
    this.#id = id;
    this.#size = size;
    for (const field of FIELDS) this.#reported[field] = false;
  }

  get(field) {
    const expected = this.#expected.get(field);
    if (expected !== undefined && Date.now() < expected.until) return expected.value;
    if (this.#reported[field] === null) this.#settle();
    return this.#reported[field];
  }

  size() {
    const unknown = this.#reported.bounds === null && !this.#expected.has('bounds');
    const { width, height } = unknown && this.#size !== null ? this.#size : this.get('bounds');
    return { width, height };
  }

  /** The window was asked for another size before anybody could know its bounds. */
  resize(size) {
    if (this.#size !== null) this.#size = { ...this.#size, ...size };
  }

  /** A command was sent that will make it so. Whether a window is shown, nobody but the application decides. */
  expect(field, value) {
    this.#expected.set(field, { value, until: field === 'visible' ? Infinity : Date.now() + PATIENCE_MS });
  }

  /** The bounds of the window when it is neither maximised nor minimised nor full screen. */
  normal() {
    return this.#normal ?? this.get('bounds');
  }

  get isNormal() {
    return !this.get('maximized') && !this.get('minimized') && !this.get('fullScreen');
  }

  /** Takes over what the window system says; returns what it said before and what getters said before. */
  report(state) {
    const before = { ...this.#reported, shown: this.get('visible') };
    for (const [field, value] of Object.entries(state)) {
      this.#reported[field] = value;
      if (same(this.#expected.get(field)?.value, value)) this.#expected.delete(field);
    }
    if (this.isNormal && this.#reported.bounds !== null) this.#normal = this.#reported.bounds;
    return before;
  }

  #settle() {
    try {
      this.report(host.askSync({ window: { getState: { id: this.#id } } }));
    } catch {
      // The window could not be made, of which the creation told already.
    }
    this.#reported.bounds ??= { x: 0, y: 0, ...(this.#size ?? { width: 0, height: 0 }) };
    this.#reported.content ??= this.#reported.bounds;
  }
}

module.exports = { Mirror };
