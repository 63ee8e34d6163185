/**
 * `structuredClone`, a global as in Node. Source: https://nodejs.org/api/globals.html#structuredclonevalue-options
 *
 * Missing compared with Node: own properties of errors other than `message`, `stack` and `cause`; the room to grow of
 * resizable buffers.
 *
 * @throws DataCloneError for functions, symbols, promises, proxies and weak collections
 */
export function structuredClone<T>(value: T, options?: { transfer?: Iterable<ArrayBuffer | MessagePort> }): T;
