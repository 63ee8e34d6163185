'use strict';

const { codes } = require('internal/errors');

const TOKEN = Symbol('token');

/** The system as browsers name it. */
function platformOf(system, arch) {
  if (system === 'darwin') return 'MacIntel';
  if (system === 'win32') return 'Win32';
  const named = `${system[0].toUpperCase()}${system.slice(1)}`;
  const machine = { ia32: 'i686', x64: 'x86_64' }[arch] ?? arch;
  return `${named} ${machine}`;
}

class Navigator {
  #languages;

  constructor(token = undefined) {
    if (token !== TOKEN) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#languages in value)) throw new codes.ERR_INVALID_THIS('Navigator');
  }

  get hardwareConcurrency() {
    Navigator.#check(this);
    return require('node/os').availableParallelism();
  }

  get language() {
    Navigator.#check(this);
    return globalThis.Intl?.DateTimeFormat().resolvedOptions().locale ?? 'en-US';
  }

  get languages() {
    Navigator.#check(this);
    this.#languages ??= Object.freeze([this.language]);
    return this.#languages;
  }

  get userAgent() {
    Navigator.#check(this);
    return `Node.js/${require('node/process').versions.node.split('.')[0]}`;
  }

  get platform() {
    Navigator.#check(this);
    const { platform, arch } = require('node/process');
    return platformOf(platform, arch);
  }
}

for (const name of ['hardwareConcurrency', 'language', 'languages', 'userAgent', 'platform']) {
  Object.defineProperty(Navigator.prototype, name, { enumerable: true });
}

module.exports = { Navigator, navigator: new Navigator(TOKEN) };
