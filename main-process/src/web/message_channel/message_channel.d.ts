/**
 * `MessageChannel`, `MessagePort`, `MessageEvent` and `BroadcastChannel`, globals as in Node. A port is an event target and
 * an emitter; messages are structured clones, and ports in the transfer list move, also to other threads.
 * Source: https://nodejs.org/api/worker_threads.html#class-messagechannel
 *
 * Missing compared with Node: nothing.
 */
export const MessageChannel: typeof globalThis.MessageChannel;
export const MessagePort: typeof globalThis.MessagePort;
export const MessageEvent: typeof globalThis.MessageEvent;
