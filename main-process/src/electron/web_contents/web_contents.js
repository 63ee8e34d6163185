'use strict';

const { EventEmitter } = require('node/events');
const host = require('internal/host');
const { Event, assemble, emit, emitWith, hide, kDestroyed, kState } = require('electron/native_object');
const { absentMembers, absentObject } = require('electron/absent');
const { dispatch } = require('electron/ipc_main/dispatch');
const { IpcMain } = require('electron/ipc_main');
const { WebFrameMain } = require('electron/web_frame_main');
const { History, Entries } = require('./history');
const { handlers } = require('./page_events');
const { Story } = require('./story');
const preferences = require('./preferences');
const registry = require('./registry');

/** Part of `WebContents`: what it belongs to and what belongs to it. */
class Relations {
  get session() {
    return this[kState].session;
  }

  get mainFrame() {
    return this[kState].mainFrame;
  }

  get focusedFrame() {
    return this[kState].mainFrame;
  }

  get opener() {
    return null;
  }

  get hostWebContents() {
    return null;
  }

  get devToolsWebContents() {
    return null;
  }

  get debugger() {
    return this[kState].debugger;
  }

  getType() {
    return 'window';
  }

  getProcessId() {
    return this[kState].id;
  }

  getLastWebPreferences() {
    return { ...this[kState].preferences };
  }

  getOwnerBrowserWindow() {
    return this[kState].owner;
  }

  setWindowOpenHandler(handler) {
    this[kState].windowOpenHandler = handler;
  }

  isOffscreen() {
    return false;
  }

  isBeingCaptured() {
    return false;
  }

  getBackgroundThrottling() {
    return true;
  }

  close(options) {
    const { owner } = this[kState];
    if (options?.waitForBeforeUnload) owner.closePage();
    else this.closedByPage();
  }

  destroy() {
    this[kState].owner.destroy();
  }

  /** The page is to go, and nobody is asked any more: `window.close()`. */
  closedByPage() {
    emit(this, 'close');
    if (!this[kDestroyed]) this[kState].owner.destroy();
  }
}

const ABSENT = [
  'savePage', 'downloadURL', 'clone', 'enableDeviceEmulation', 'disableDeviceEmulation', 'sendInputEvent', 'beginFrameSubscription',
  'endFrameSubscription', 'startDrag', 'startPainting', 'stopPainting', 'isPainting', 'setFrameRate', 'getFrameRate', 'invalidate',
  'getPrintersAsync', 'copyImageAt', 'copyVideoFrameAt', 'saveVideoFrameAs', 'replace', 'replaceMisspelling', 'centerSelection',
  'scrollToTop', 'scrollToBottom', 'adjustSelection', 'setIgnoreMenuShortcuts', 'setBackgroundThrottling', 'isCurrentlyAudible',
  'getOSProcessId', 'getOrCreateDevToolsTargetId', 'getMediaSourceId', 'getDevToolsTitle', 'setDevToolsTitle',
  'setDevToolsWebContents', 'addWorkSpace', 'removeWorkSpace', 'inspectServiceWorker', 'inspectSharedWorker',
  'inspectSharedWorkerById', 'getAllSharedWorkers', 'getWebRTCIPHandlingPolicy', 'setWebRTCIPHandlingPolicy',
  'getWebRTCUDPPortRange', 'setWebRTCUDPPortRange', 'takeHeapSnapshot', 'setImageAnimationPolicy', 'showDefinitionForSelection',
  'setCaretBrowsingEnabled', 'isCaretBrowsingEnabled', 'setZoomMode', 'getZoomMode',
];

class WebContents extends EventEmitter {
  constructor(given, owner) {
    super();
    const id = registry.nextId();
    Object.defineProperty(this, 'id', { value: id, enumerable: true });
    const complete = preferences.complete(given);
    hide(this, kDestroyed, false);
    hide(this, kState, {
      id, owner, preferences: complete, session: preferences.sessionOf(complete), history: new Entries(), mainFrame: null,
      nextLoad: null, story: new Story(), url: '', title: '', loading: false, committed: false, crashed: false, devTools: false,
      audioMuted: false, findRequest: 0,
      zoomFactor: Number(complete.zoomFactor) || 1, userAgent: undefined, windowOpenHandler: null,
      debugger: absentObject('webContents.debugger'), preloadFailure: preferences.preloadFailure(complete),
    });
    this[kState].mainFrame = new WebFrameMain(this);
    Object.defineProperty(this, 'ipc', { value: new IpcMain(), enumerable: true });
    registry.add(this);
  }

  isDestroyed() {
    return this[kDestroyed];
  }
}
assemble(
  WebContents, Relations, require('./loading'), History, require('./scripts'), require('./view'), require('./printing'),
  absentMembers('webContents', ABSENT),
);

/** The page of a new window; what the shell has to know of it comes with it. */
function create(given, owner) {
  const contents = new WebContents(given, owner);
  return { contents, options: preferences.pageOptions(contents[kState]) };
}

/** Tells the application of a page; its window is there by now. */
function announce(contents) {
  emitWith(require('electron/app'), 'web-contents-created', new Event({ sender: contents }), contents);
}

/** The page is gone with its window. */
function destroyed(contents) {
  if (contents[kDestroyed]) return;
  registry.remove(contents);
  contents[kDestroyed] = true;
  emit(contents, 'destroyed');
}

host.on('page', (event) => {
  const [name, fields] = Object.entries(event)[0];
  const contents = registry.get(fields.id);
  // What was on its way when the page went is of no interest to anybody.
  if (contents !== undefined && contents[kState].story.tells(name, fields)) handlers[name](contents, fields);
});
host.onMessage((pageId, windowId, frame, kind, id, channel, args) => {
  const contents = registry.get(pageId);
  if (contents !== undefined) dispatch(contents, kind, channel, args, id);
});

const focused = () => registry.all().find((contents) => contents.isFocused()) ?? null;

module.exports = {
  WebContents,
  create,
  announce,
  destroyed,
  webContents: {
    fromId: (id) => registry.get(Number(id)),
    fromFrame: (frame) => registry.all().find((contents) => contents.mainFrame === frame),
    fromDevToolsTargetId: () => undefined,
    getFocusedWebContents: focused,
    getAllWebContents: () => registry.all(),
    create: absentMembers('webContents', ['create']).prototype.create,
  },
};
