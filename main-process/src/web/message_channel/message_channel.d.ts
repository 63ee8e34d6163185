/**
 * `MessageChannel`, `MessagePort` and `MessageEvent`, globals as in Node. Messages are structured clones and come one a
 * macrotask, in order. Source: https://nodejs.org/api/worker_threads.html#class-messagechannel
 *
 * Missing compared with Node: ports in a transfer list, `ref`, `unref` and `hasRef`; a port never keeps the process alive.
 */
export const MessageChannel: typeof globalThis.MessageChannel;
export const MessagePort: typeof globalThis.MessagePort;
export const MessageEvent: typeof globalThis.MessageEvent;
