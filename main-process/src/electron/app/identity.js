'use strict';

const manifest = require('./manifest');
const { isMac } = require('internal/platform');

const DEFAULT_LOCALE = 'en-US';
const set = { name: undefined, version: undefined, userAgent: undefined };

/** `de_DE.UTF-8@euro` is `de-DE`; the C locale is nobody's language. */
function tagOf(locale) {
  const bare = locale.split(/[.@]/, 1)[0].replaceAll('_', '-');
  return bare === '' || bare === 'C' || bare === 'POSIX' ? null : bare;
}

function locales() {
  const tags = native.locales().map(tagOf).filter((tag) => tag !== null);
  return tags.length > 0 ? [...new Set(tags)] : [DEFAULT_LOCALE];
}

/** Part of `app`: who it is and whom it speaks to. */
class Identity {
  getName() {
    return set.name ?? manifest.name();
  }

  setName(name) {
    set.name = String(name);
  }

  get name() {
    return this.getName();
  }

  set name(name) {
    this.setName(name);
  }

  getVersion() {
    return set.version ?? manifest.version();
  }

  setVersion(version) {
    set.version = String(version);
  }

  get isPackaged() {
    return process.env.ELECTRON_FORCE_IS_PACKAGED !== undefined || manifest.packaged;
  }

  getLocale() {
    const language = require('./command_line').getSwitchValue('lang');
    return language || locales()[0];
  }

  getSystemLocale() {
    if (!this.isReady()) throw new Error('app.getSystemLocale() can only be called after app is ready');
    return locales()[0];
  }

  getPreferredSystemLanguages() {
    return locales();
  }

  getLocaleCountryCode() {
    return /-([A-Z]{2})(?:-|$)/.exec(locales()[0])?.[1] ?? '';
  }

  get userAgentFallback() {
    return set.userAgent ?? '';
  }

  set userAgentFallback(userAgent) {
    set.userAgent = String(userAgent);
  }

  // Windows groups windows by this; elsewhere Electron ignores it too.
  setAppUserModelId() {}

  setDesktopName(name) {
    process.env.CHROME_DESKTOP = String(name);
  }

  get runningUnderARM64Translation() {
    return isMac ? false : undefined;
  }
}

module.exports = Identity;
