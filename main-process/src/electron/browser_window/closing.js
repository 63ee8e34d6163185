'use strict';

const host = require('internal/host');
const { emit, kDestroyed, kState } = require('electron/native_object');
const pages = require('electron/web_contents');
const registry = require('./registry');

const lifecycle = () => require('electron/app/lifecycle');
const app = () => require('electron/app');

// Chromium's patience with a page that does not say whether it may go.
const PATIENCE_MS = 1000;

/** Whether the page lets itself be closed: its `beforeunload`. A page that hangs has no say. */
async function mayClose(contents) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, true);
  });
  try {
    return (await Promise.race([host.ask({ page: { tryClose: { id: contents.id } } }), late])) !== false;
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}

async function closePage(window) {
  const state = window[kState];
  if (state.closing) return;
  state.closing = true;
  const { contents } = state;
  const allowed = await mayClose(contents);
  state.closing = false;
  if (window.isDestroyed()) return;
  if (!allowed && !emit(contents, 'will-prevent-unload')) {
    lifecycle().closeCancelled();
    return;
  }
  if (window.isDestroyed()) return;
  emit(contents, 'close');
  if (window.isDestroyed()) return;
  pages.destroyed(contents);
  end(window);
}

/** Takes the window away; `told` when the shell has already done so. */
function end(window, told = false) {
  if (window[kDestroyed]) return;
  const state = window[kState];
  for (const child of [...state.children]) end(child);
  state.parent?.[kState].children.delete(window);
  clearTimeout(state.unresponsive);
  registry.remove(window);
  window[kDestroyed] = true;
  if (!told) host.tell({ window: { destroy: { id: window.id } } });
  emit(window, 'closed');
  // The page outlives its window by a moment, so that a listener of 'closed' still finds it.
  setImmediate(() => pages.destroyed(state.contents));
  if (registry.count() === 0) lifecycle().allWindowsClosed(app());
}

/** Part of `BaseWindow`: its end. */
class Closing {
  close() {
    if (!this.isClosable()) {
      lifecycle().closeCancelled();
      return;
    }
    const prevented = emit(this, 'close');
    if (this.isDestroyed()) return;
    if (prevented) lifecycle().closeCancelled();
    else closePage(this);
  }

  /** Asks the page alone, as `webContents.close({ waitForBeforeUnload: true })` does. */
  closePage() {
    closePage(this);
  }
}

module.exports = { Closing, end };
