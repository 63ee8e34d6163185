'use strict';

const { encodeBatch, decodeBatch, toText, fromText, MAX_BATCH, MAX_CHANNEL_NAME } = require('./wire');

/** Frames gathered past this are posted at once. */
const ENOUGH = 8 * 1024 * 1024;
const RETRIES = 20;
const PAUSE = 250;

/** As `String(error)` words an error. */
function wording({ name, message }) {
  if (name === '') return message;
  return message === '' ? name : `${name}: ${message}`;
}

/**
 * The page's end of the wire: frames out in batches, frames in by handler. Values are codec bytes here.
 * @param {{ post(batch: string): void, poll(): Promise<string>, sync(batch: string): string }} transport
 */
module.exports = function createLink(transport) {
  const waiting = new Map();
  let hear = () => {};
  let outbox = [];
  let bytes = 0;
  let last = 0;

  function enqueue(frame) {
    if (outbox.length === 0) queueMicrotask(flush);
    outbox.push(frame);
    bytes += frame.args?.length ?? 0;
    if (bytes > ENOUGH) flush();
  }

  function take() {
    const frames = outbox;
    outbox = [];
    bytes = 0;
    return frames;
  }

  function flush() {
    if (outbox.length > 0) transport.post(toText(encodeBatch(take())));
  }

  function checked(channel) {
    if (channel.length > MAX_CHANNEL_NAME / 3 && new TextEncoder().encode(channel).length > MAX_CHANNEL_NAME) {
      throw new RangeError(`A channel name may have ${MAX_CHANNEL_NAME} bytes at most`);
    }
    return channel;
  }

  function fault(error) {
    const message = `A message from the main process could not be read: ${error?.message ?? error}`;
    console.error(message);
    enqueue({ kind: 'fault', message });
  }

  function settle(frame) {
    const call = waiting.get(frame.id);
    waiting.delete(frame.id);
    if (call === undefined) return;
    if (frame.kind === 'reply') call.resolve(frame.value);
    else call.reject(new Error(`Error invoking remote method '${call.channel}': ${wording(frame.error)}`));
  }

  /** Each frame is a turn of its own, as if it had come alone: what one sets off runs before the next is heard. */
  async function receive(text) {
    const frames = decodeBatch(fromText(text));
    for (let at = 0; at < frames.length; at++) {
      if (frames[at].kind !== 'event') {
        settle(frames[at]);
        if (frames[at + 1]?.kind === 'event') await turn();
        continue;
      }
      try {
        hear(frames[at].channel, frames[at].args);
      } catch (error) {
        fault(error);
      }
      await undefined;
    }
  }

  async function listen() {
    let failures = 0;
    let arriving = transport.poll();
    for (;;) {
      try {
        const text = await arriving;
        if (text === '') return;
        // A question that is dropped is answered with nothing, also when another document is on its way.
        if (typeof text !== 'string') throw new TypeError('not answered');
        failures = 0;
        // The next question is on its way while this answer is read.
        arriving = transport.poll();
        arriving.catch(() => {});
        await receive(text).catch(fault);
      } catch {
        if (++failures > RETRIES) return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        arriving = transport.poll();
      }
    }
  }

  return {
    send: (channel, args) => enqueue({ kind: 'send', channel: checked(channel), args }),

    invoke: (channel, args) => new Promise((resolve, reject) => {
      enqueue({ kind: 'invoke', id: ++last, channel: checked(channel), args });
      waiting.set(last, { channel, resolve, reject });
    }),

    /** What was sent before goes with it, so that it arrives before. */
    sync(channel, args) {
      const batch = encodeBatch([...take(), { kind: 'sendSync', channel: checked(channel), args }]);
      if (batch.length > MAX_BATCH) throw new RangeError(`A message may have ${MAX_BATCH} bytes at most`);
      const [frame] = decodeBatch(fromText(transport.sync(toText(batch))));
      if (frame?.kind === 'reply') return frame.value;
      throw new Error(`Error in sendSync on '${channel}': ${frame?.kind === 'failure' ? wording(frame.error) : 'no reply'}`);
    },

    preloadFailed: (path, message, stack) => enqueue({ kind: 'preloadError', path, message, stack }),
    ready: () => enqueue({ kind: 'ready' }),
    fault,

    /** @param {(channel: string, args: Uint8Array) => void} handler */
    start(handler) {
      hear = handler;
      listen();
    },
  };
};

/** Lets everything that is ready run first. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
