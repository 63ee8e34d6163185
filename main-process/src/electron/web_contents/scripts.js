'use strict';

const host = require('internal/host');
const { kState } = require('electron/native_object');

let lastKey = 0;

/** A script runs in a page that is there: not before the first one was loaded, and not in the middle of a load. */
function whenLoaded(contents) {
  if (contents.getURL() !== '' && !contents.isLoadingMainFrame()) return undefined;
  return new Promise((resolve) => {
    contents.once('did-stop-loading', resolve);
  });
}

async function run(contents, code, isolated) {
  await whenLoaded(contents);
  const answer = await host.ask({ page: { executeJavascript: { id: contents[kState].id, code: String(code), isolated } } });
  return answer instanceof Uint8Array ? require('internal/clone').decode(answer) : answer;
}

/** Part of `WebContents`: scripts, styles and messages for the page. */
class Scripts {
  executeJavaScript(code) {
    return run(this, code, false);
  }

  executeJavaScriptInIsolatedWorld(worldId, scripts) {
    const code = (Array.isArray(scripts) ? scripts : [scripts]).map((script) => script?.code ?? String(script)).join('\n;');
    return run(this, code, true);
  }

  async insertCSS(css) {
    const key = String(++lastKey);
    await host.ask({ page: { insertCss: { id: this[kState].id, key, css: String(css) } } });
    return key;
  }

  async removeInsertedCSS(key) {
    await host.ask({ page: { removeInsertedCss: { id: this[kState].id, key: String(key) } } });
  }

  async insertText(text) {
    await run(this, `document.execCommand('insertText', false, ${JSON.stringify(String(text))})`, false);
  }

  send(channel, ...args) {
    return this.mainFrame.send(channel, ...args);
  }

  sendToFrame(frame, channel, ...args) {
    const numbers = Array.isArray(frame) ? frame : [this.mainFrame.processId, frame];
    if (numbers.length !== 2 || !numbers.every((value) => typeof value === 'number')) {
      throw new Error('Missing required frame argument (must be number or [processId, frameId])');
    }
    const found = require('electron/web_frame_main').webFrameMain.fromId(...numbers);
    if (!found) return false;
    found.send(channel, ...args);
    return true;
  }

  postMessage(channel, message, transfer) {
    this.mainFrame.postMessage(channel, message, transfer);
  }
}

module.exports = Scripts;
