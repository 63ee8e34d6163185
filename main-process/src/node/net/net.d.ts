/**
 * Node's `net`, as far as it needs no socket: `isIP`, `isIPv4`, `isIPv6` and the defaults of the address family.
 * Source: https://nodejs.org/api/net.html
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `connect`, `createConnection`, `createServer`, `Server`, `Socket`, `Stream`,
 * `BlockList`, `SocketAddress`.
 */
declare module 'net' {
  export function isIP(input: string): 0 | 4 | 6;
  export function isIPv4(input: string): boolean;
  export function isIPv6(input: string): boolean;
}
