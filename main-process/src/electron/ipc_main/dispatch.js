'use strict';

const host = require('internal/host');
const { Event } = require('electron/native_object');
const { ipcMain } = require('electron/ipc_main');
const { handlerOf } = require('./ipc_main_class');

// A page that waits for an answer nobody can give any more is let go.
const forgotten = new FinalizationRegistry(({ page, id }) => host.replySync(page, id, null));

/** Who hears a message of this page, in the order in which they do. */
const emittersOf = (contents) => [contents.mainFrame.ipc, contents.ipc, ipcMain];

function eventOf(contents, fields) {
  const frame = contents.mainFrame;
  return new Event({
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    processId: frame.processId,
    frameId: frame.routingId,
    frameTreeNodeId: frame.frameTreeNodeId,
    ...fields,
  });
}

function withReply(event) {
  const { sender } = event;
  event.reply = (channel, ...args) => sender.send(channel, ...args);
  return event;
}

function send(contents, channel, args) {
  const event = withReply(eventOf(contents, { ports: [] }));
  contents.emit('ipc-message', event, channel, ...args);
  for (const emitter of emittersOf(contents)) emitter.emit(channel, event, ...args);
}

async function invoke(contents, channel, args, id) {
  const page = contents.id;
  const event = eventOf(contents);
  const fail = (error) => {
    console.error(`Error occurred in handler for '${channel}':`, error);
    host.failInvoke(page, id, error);
  };
  const emitter = emittersOf(contents).find((found) => handlerOf(found, channel) !== undefined);
  if (emitter === undefined) {
    fail(new Error(`No handler registered for '${channel}'`));
    return;
  }
  try {
    host.replyInvoke(page, id, await handlerOf(emitter, channel)(event, ...args));
  } catch (error) {
    fail(error?.code === 'ERR_DATA_CLONE' ? new Error('An object could not be cloned.') : error);
  }
}

function addReturnValue(event, page, id) {
  let answered = false;
  // The event itself must not be held by what waits for its end.
  const pending = { page, id };
  forgotten.register(event, pending, pending);
  Object.defineProperty(event, 'returnValue', {
    get() {},
    set(value) {
      if (answered) return;
      answered = true;
      forgotten.unregister(pending);
      try {
        host.replySync(page, id, value);
      } catch (error) {
        host.replySync(page, id, null);
        throw error;
      }
    },
  });
}

function sendSync(contents, channel, args, id) {
  const event = withReply(eventOf(contents));
  addReturnValue(event, contents.id, id);
  const emitters = emittersOf(contents);
  const heard = contents.listenerCount('ipc-message-sync') > 0 || emitters.some((emitter) => emitter.listenerCount(channel) > 0);
  if (!heard) {
    console.warn(`WebContents #${contents.id} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`);
    event.returnValue = null;
    return;
  }
  contents.emit('ipc-message-sync', event, channel, ...args);
  for (const emitter of emitters) emitter.emit(channel, event, ...args);
}

function preloadError(contents, path, [message, stack]) {
  const error = new Error(message);
  if (stack) error.stack = stack;
  if (contents.listenerCount('preload-error') === 0) console.error(`Unable to load preload script: ${path}\n${stack || message}`);
  contents.emit('preload-error', new Event({ sender: contents }), path, error);
}

/** A message that cannot be read is answered if the page waits, and reported if it does not. */
function unreadable(contents, kind, channel, error, id) {
  if (kind === 'invoke') host.failInvoke(contents.id, id, error);
  else if (kind === 'sync') host.failSync(contents.id, id, error);
  else console.error(`A message of page ${contents.id} on '${channel}' cannot be read:`, error);
}

const kinds = {
  send, invoke, sync: sendSync, preloadError,
  ready() {},
  fault: (contents, _, [message]) => console.error(`Page ${contents.id}: ${message}`),
};

/** What preload scripts ask of Kaon itself; applications cannot listen to it. */
const RESERVED = '-kaon-';
const reserved = {
  '-kaon-zoom': (contents, [factor]) => contents.setZoomFactor(factor),
  '-kaon-execute': (contents, [code]) => contents.executeJavaScript(String(code)),
};

async function serve(contents, kind, channel, args, id) {
  try {
    const value = await reserved[channel]?.(contents, args);
    if (kind === 'invoke') host.replyInvoke(contents.id, id, value);
  } catch (error) {
    if (kind === 'invoke') host.failInvoke(contents.id, id, error);
  }
}

/** Hands what a page said to whoever listens. */
function dispatch(contents, kind, channel, args, id) {
  if (channel.startsWith(RESERVED)) serve(contents, kind, channel, args ?? [], id);
  else if (args instanceof Error) unreadable(contents, kind, channel, args, id);
  else kinds[kind](contents, channel, args ?? [], id);
}

module.exports = { dispatch };
