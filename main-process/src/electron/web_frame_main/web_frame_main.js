'use strict';

const host = require('internal/host');
const { hide, kState } = require('electron/native_object');
const { absentMembers } = require('electron/absent');
const { IpcMain } = require('electron/ipc_main/ipc_main_class');

const { EventEmitter } = require('node/events');

// A page's main frame is the only one with a bridge, so that one number names it.
const MAIN_FRAME = 1;

class WebFrameMain extends EventEmitter {
  constructor(contents) {
    super();
    hide(this, kState, { contents, ipc: null });
  }

  #contents() {
    const { contents } = this[kState];
    if (contents.isDestroyed()) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    return contents;
  }

  isDestroyed() {
    return this[kState].contents.isDestroyed();
  }

  get detached() {
    return this.isDestroyed();
  }

  get ipc() {
    this[kState].ipc ??= new IpcMain();
    return this[kState].ipc;
  }

  get url() {
    return this.#contents().getURL();
  }

  get origin() {
    const url = this.url;
    if (url.startsWith('file:')) return 'file://';
    try {
      return new URL(url).origin;
    } catch {
      return 'null';
    }
  }

  get name() {
    return '';
  }

  get frameTreeNodeId() {
    return this[kState].contents.id;
  }

  get processId() {
    return this[kState].contents.id;
  }

  get routingId() {
    return MAIN_FRAME;
  }

  get frameToken() {
    return `${this.processId}:${MAIN_FRAME}`;
  }

  get top() {
    return this;
  }

  get parent() {
    return null;
  }

  get frames() {
    return [];
  }

  get framesInSubtree() {
    return [this];
  }

  get visibilityState() {
    return this.#contents().getOwnerBrowserWindow()?.isVisible() === false ? 'hidden' : 'visible';
  }

  send(channel, ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    if (this.isDestroyed()) return;
    try {
      host.post(this.processId, channel, args);
    } catch (error) {
      console.error('Error sending from webFrameMain: ', error);
    }
  }

  postMessage(channel, message, transfer = []) {
    if (transfer.length > 0) absentTransfer();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    if (!this.isDestroyed()) host.post(this.processId, channel, [message]);
  }

  executeJavaScript(code, userGesture) {
    return this.#contents().executeJavaScript(code, userGesture);
  }

  reload() {
    this.#contents().reload();
    return true;
  }
}

const absentTransfer = absentMembers('MessagePortMain', ['transfer']).prototype.transfer;

function find(processId, routingId) {
  const { app } = require('electron/electron');
  if (!app.isReady()) throw new Error('WebFrameMain is available only after app ready');
  const contents = require('electron/web_contents').webContents.fromId(processId);
  return contents !== undefined && routingId === MAIN_FRAME ? contents.mainFrame : undefined;
}

module.exports = {
  WebFrameMain,
  MAIN_FRAME,
  webFrameMain: {
    fromId: (processId, routingId) => find(Number(processId), Number(routingId)),
    fromFrameToken: (processId, token) => find(Number(processId), Number(String(token).split(':')[1])) ?? null,
  },
};
