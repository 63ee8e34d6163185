'use strict';

const path = require('node/path');
const host = require('internal/host');
const { kState, emit } = require('electron/native_object');

const ABORTED = { code: -3, description: 'ERR_ABORTED' };
const FAILED = { code: -2, description: 'ERR_FAILED' };
const INVALID_URL = { code: -300, description: 'ERR_INVALID_URL' };
const LONGEST_URL_IN_MESSAGE = 2048;

function loadError({ code, description }, url) {
  const error = new Error(`${description} (${code}) loading '${String(url).slice(0, LONGEST_URL_IN_MESSAGE)}'`);
  return Object.assign(error, { errno: code, code: description, url });
}

/** Settles with the next load of the page, however it goes; a load that follows too soon aborts the one before. */
class NextLoad {
  #contents;
  #url;
  #failure = null;
  #started = false;
  #inPage = false;
  #listeners;

  constructor(contents, url) {
    this.#contents = contents;
    this.#url = url;
    this.promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.#listeners = {
      'did-finish-load': () => this.#finish(),
      'did-fail-load': (_, code, description, failedUrl, isMainFrame) => this.#fail(code, description, failedUrl, isMainFrame),
      'did-navigate-in-page': () => {
        if (!this.#inPage) this.#finish();
      },
      'did-start-navigation': (_, __, isSameDocument, isMainFrame) => this.#start(isSameDocument, isMainFrame),
      'did-stop-loading': () => this.#stop(),
      destroyed: () => this.#stop(),
    };
    for (const [name, listener] of Object.entries(this.#listeners)) contents.on(name, listener);
  }

  /** The application asked for another load, or the page went elsewhere, before this one came to an end. */
  abort(url) {
    this.#failure = { ...ABORTED, url };
    this.#finish();
  }

  #end() {
    const state = this.#contents[kState];
    if (state.nextLoad === this) state.nextLoad = null;
    for (const [name, listener] of Object.entries(this.#listeners)) this.#contents.removeListener(name, listener);
  }

  #finish() {
    this.#end();
    if (this.#failure === null) this.resolve();
    else this.reject(loadError(this.#failure, this.#failure.url));
  }

  #start(isSameDocument, isMainFrame) {
    if (!isMainFrame) return;
    this.#inPage = this.#started && isSameDocument;
    this.#started = true;
  }

  #fail(code, description, url, isMainFrame) {
    if (!isMainFrame) return;
    this.#failure ??= { code, description, url };
    if (!this.#started) this.#finish();
  }

  // Loading may end without a word on how, for instance where nothing knows the scheme.
  #stop() {
    this.#failure ??= { ...FAILED, url: this.#url };
    this.#finish();
  }
}

function isValid(url) {
  try {
    return new URL(url).href !== '';
  } catch {
    return false;
  }
}

/** `a: b\nc: d`, as Electron takes extra headers, as pairs. */
function headersOf(text) {
  const lines = String(text ?? '').split('\n').filter((line) => line.includes(':'));
  return lines.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}

function referrerOf(referrer) {
  if (referrer === undefined || referrer === null || referrer === '') return null;
  return typeof referrer === 'string' ? referrer : referrer.url || null;
}

function absent(options) {
  const { absentMembers } = require('electron/absent');
  for (const name of ['postData', 'baseURLForDataURL']) {
    if (options[name]) absentMembers('webContents.loadURL', [name]).prototype[name]();
  }
}

function load(contents, url, options) {
  if (!isValid(url)) {
    emit(contents, 'did-fail-load', INVALID_URL.code, INVALID_URL.description, url, true);
    return;
  }
  const state = contents[kState];
  if (options.userAgent) contents.setUserAgent(options.userAgent);
  state.pendingUrl = new URL(url).href;
  state.loading = true;
  state.story.asked();
  host.tell({ page: { load: {
    id: state.id, url: state.pendingUrl, userAgent: options.userAgent ?? null,
    referrer: referrerOf(options.httpReferrer), headers: headersOf(options.extraHeaders),
  } } });
}

function fileUrl(file, { query, search, hash }) {
  const url = require('node/url').pathToFileURL(path.resolve(require('electron/app').getAppPath(), file));
  if (search) url.search = search;
  else if (query) url.search = require('node/querystring').stringify(query);
  if (hash) url.hash = hash;
  return url.href;
}

/** Part of `WebContents`: what page it shows. */
class Loading {
  loadURL(url, options) {
    const address = String(url);
    const state = this[kState];
    state.nextLoad?.abort(address);
    const next = new NextLoad(this, address);
    state.nextLoad = next;
    // Who does not look at the promise listens to 'did-fail-load'.
    next.promise.catch(() => {});
    absent(options ?? {});
    load(this, address, options ?? {});
    return next.promise;
  }

  loadFile(file, options = {}) {
    if (typeof file !== 'string') throw new TypeError('Must pass filePath as a string');
    return this.loadURL(fileUrl(file, options ?? {}));
  }

  reload() {
    host.tell({ page: { reload: { id: this[kState].id, ignoreCache: false } } });
  }

  reloadIgnoringCache() {
    host.tell({ page: { reload: { id: this[kState].id, ignoreCache: true } } });
  }

  stop() {
    host.tell({ page: { stop: { id: this[kState].id } } });
  }

  getURL() {
    return this[kState].url;
  }

  getTitle() {
    return this[kState].title;
  }

  isLoading() {
    return this[kState].loading;
  }

  isLoadingMainFrame() {
    return this[kState].loading;
  }

  isWaitingForResponse() {
    const { loading, committed } = this[kState];
    return loading && !committed;
  }

  isCrashed() {
    return this[kState].crashed;
  }

  forcefullyCrashRenderer() {
    host.tell({ page: { terminate: { id: this[kState].id } } });
  }
}

module.exports = Loading;
