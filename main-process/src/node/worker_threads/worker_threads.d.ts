/**
 * Node's `worker_threads`, on the main thread. Source: https://nodejs.org/api/worker_threads.html
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `Worker`, `BroadcastChannel`, `receiveMessageOnPort`, `postMessageToThread`,
 * `moveMessagePortToContext`, `markAsUncloneable`.
 */
declare module 'worker_threads' {
  export const isMainThread: true;
  export const threadId: 0;
  export const parentPort: null;
  export const workerData: null;
}
