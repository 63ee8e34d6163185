/**
 * `structuredClone`, a global as in Node, on the codec that page messages use.
 * Source: https://nodejs.org/api/globals.html#structuredclonevalue-options
 *
 * Missing compared with Node: ports in `transfer`; own properties of errors other than `message`, `stack` and `cause`.
 *
 * @throws DataCloneError for functions, symbols, promises, proxies and weak collections
 */
export function structuredClone<T>(value: T, options?: { transfer?: ArrayBuffer[] }): T;
