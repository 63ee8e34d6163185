'use strict';

// Capability ('window', 'page' …) to the functions that hear its events.
const sinks = new Map();
let messageSink = () => {};
let reference;

/** Starts hearing events, at the first use of the port. */
function start() {
  reference ??= native.listen(
    (event) => {
      const [capability] = Object.keys(event);
      for (const sink of sinks.get(capability) ?? []) sink(event[capability]);
    },
    (...message) => messageSink(...message),
  );
}

/** Sends a command, in order, without waiting: `tell({ window: { show: { id } } })`. */
function tell(command) {
  start();
  native.tell(JSON.stringify(command));
}

/** Sends a command and promises its answer; rejects with the shell's error. */
function ask(command) {
  start();
  return new Promise((resolve, reject) => {
    native.ask(JSON.stringify(command), (error, answer) => {
      if (error) reject(error);
      else resolve(answer);
    });
  });
}

/** Sends a command and waits for its answer; throws the shell's error. */
function askSync(command) {
  start();
  return native.askSync(JSON.stringify(command));
}

/** Hears a capability's events: `on('window', ({ closeRequested }) => …)`. */
function on(capability, sink) {
  start();
  if (!sinks.has(capability)) sinks.set(capability, []);
  sinks.get(capability).push(sink);
}

/** Whether the process stays alive for the shell's events alone. */
function keepAlive(flag) {
  start();
  reference(flag);
}

/**
 * Hears what pages say: `sink(page, window, frame, kind, id, channel, args)`, kind being 'send', 'invoke', 'sync', 'ready',
 * 'preloadError' (channel: path, args: [message, stack]) or 'fault'. `args` is an Error when the message cannot be read.
 */
function onMessage(sink) {
  start();
  messageSink = sink;
}

const textsOf = (error) => [error?.name, error?.message ?? error, error?.code, error?.stack].map((text) => (text === undefined ? '' : `${text}`));

/** The codec's functions that need a script come with it. */
function withCodec(send) {
  return (...args) => {
    require('internal/clone');
    return send(...args);
  };
}

module.exports = {
  present: native.present,
  tell,
  ask,
  askSync,
  on,
  keepAlive,
  onMessage: withCodec(onMessage),
  // Each throws ERR_DATA_CLONE for what cannot be cloned.
  post: withCodec(native.post),
  replyInvoke: withCodec(native.reply),
  failInvoke: (page, id, error) => native.fail(page, id, textsOf(error)),
  replySync: withCodec(native.replySync),
  failSync: (page, request, error) => native.failSync(page, request, textsOf(error)),
};
