'use strict';

const { EventEmitter } = require('node/events');
const host = require('internal/host');
const { emit } = require('electron/native_object');

const SOURCES = ['system', 'light', 'dark'];

class NativeTheme extends EventEmitter {
  #source = 'system';
  // What the system prefers, once somebody asked or it changed.
  #system;
  #told;

  constructor() {
    super();
    host.on('theme', ({ updated }) => {
      if (updated) this.#updated(updated.dark);
    });
  }

  #updated(dark) {
    if (this.#source === 'system') this.#system = dark;
    this.#tellOf(this.shouldUseDarkColors);
  }

  #tellOf(dark) {
    if (this.#told === dark) return;
    this.#told = dark;
    emit(this, 'updated');
  }

  get themeSource() {
    return this.#source;
  }

  set themeSource(source) {
    if (!SOURCES.includes(source)) throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(source)}`);
    this.#told = this.shouldUseDarkColors;
    this.#source = source;
    host.tell({ theme: { setSource: { source } } });
    // Listeners hear of it once this turn is over.
    setImmediate(() => this.#tellOf(this.shouldUseDarkColors));
  }

  get shouldUseDarkColors() {
    if (this.#source !== 'system') return this.#source === 'dark';
    this.#system ??= host.askSync({ theme: 'get' }).dark;
    return this.#system;
  }

  get shouldUseDarkColorsForSystemIntegratedUI() {
    return this.shouldUseDarkColors;
  }

  // No system's web view tells of these.
  get shouldUseHighContrastColors() {
    return false;
  }

  get shouldUseInvertedColorScheme() {
    return false;
  }

  get inForcedColorsMode() {
    return false;
  }

  get prefersReducedTransparency() {
    return false;
  }

  get shouldDifferentiateWithoutColor() {
    return false;
  }
}

module.exports = new NativeTheme();
