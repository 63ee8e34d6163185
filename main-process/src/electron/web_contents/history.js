'use strict';

const host = require('internal/host');
const { kState } = require('electron/native_object');
const { absentMembers } = require('electron/absent');
const { deprecationOnce } = require('./deprecation');

/** Where the page has been. The shell says only whether there is a back and a forward; the rest is kept here. */
class Entries {
  list = [];
  index = -1;
  canGoBack = false;
  canGoForward = false;
  #expected = 0;

  expect(offset) {
    this.#expected = offset;
  }

  navigated(url, canGoBack, canGoForward) {
    Object.assign(this, { canGoBack, canGoForward });
    const expected = this.index + this.#expected;
    const moved = this.#expected !== 0 && this.list[expected] !== undefined;
    this.#expected = 0;
    if (moved) this.index = expected;
    else if (canGoForward && this.list[this.index - 1]?.url === url) this.index -= 1;
    else if (canGoBack && this.list[this.index + 1]?.url === url) this.index += 1;
    else if (this.list[this.index]?.url !== url) this.#push(url);
    this.list[this.index].url = url;
  }

  #push(url) {
    this.list.length = this.index + 1;
    this.list.push({ url, title: '' });
    this.index += 1;
  }

  titled(title) {
    if (this.index >= 0) this.list[this.index].title = title;
  }
}

function go(contents, offset) {
  const { id, history } = contents[kState];
  if (offset === 0) return;
  history.expect(offset);
  if (offset === -1) host.tell({ page: { goBack: { id } } });
  else if (offset === 1) host.tell({ page: { goForward: { id } } });
  else host.tell({ page: { executeJavascript: { id, code: `history.go(${offset})`, isolated: false } } });
}

const ABSENT = absentMembers('navigationHistory', ['clear', 'removeEntryAtIndex', 'restore']).prototype;

/** `webContents.navigationHistory`. */
function navigationHistory(contents) {
  const { history } = contents[kState];
  const canGoToOffset = (offset) => history.list[history.index + offset] !== undefined;
  const entry = (index) => (history.list[index] === undefined ? null : { ...history.list[index] });
  return {
    canGoBack: () => history.canGoBack,
    canGoForward: () => history.canGoForward,
    canGoToOffset,
    clear: ABSENT.clear,
    goBack: () => (history.canGoBack ? go(contents, -1) : undefined),
    goForward: () => (history.canGoForward ? go(contents, 1) : undefined),
    goToIndex: (index) => (history.list[index] === undefined ? undefined : go(contents, index - history.index)),
    goToOffset: (offset) => (canGoToOffset(offset) ? go(contents, offset) : undefined),
    getActiveIndex: () => history.index,
    length: () => history.list.length,
    getEntryAtIndex: entry,
    removeEntryAtIndex: ABSENT.removeEntryAtIndex,
    getAllEntries: () => history.list.map((_, index) => entry(index)),
    restore: ABSENT.restore,
  };
}

/** Part of `WebContents`: the names these had before there was a `navigationHistory`. */
class History {
  get navigationHistory() {
    this[kState].navigationHistory ??= navigationHistory(this);
    return this[kState].navigationHistory;
  }
}

const FORMER = {
  canGoBack: 'canGoBack', canGoForward: 'canGoForward', canGoToOffset: 'canGoToOffset', clearHistory: 'clear', goBack: 'goBack',
  goForward: 'goForward', goToIndex: 'goToIndex', goToOffset: 'goToOffset',
};
for (const [former, name] of Object.entries(FORMER)) {
  const move = function (...args) {
    deprecationOnce(`webContents.${former}`, `webContents.navigationHistory.${name}`);
    return this.navigationHistory[name](...args);
  };
  Object.defineProperty(History.prototype, former, { value: move, writable: true });
}

module.exports = { History, Entries };
