/**
 * HTTP/2's constants; see https://nodejs.org/docs/latest-v22.x/api/http2.html#http2constants
 *
 * Missing compared with Node: sessions, streams and servers: `connect`, `createServer`, `createSecureServer`,
 * `getDefaultSettings`, `getPackedSettings`, `getUnpackedSettings`, `performServerHandshake`, `Http2ServerRequest`,
 * `Http2ServerResponse` throw `ERR_NOT_SUPPORTED`.
 */
declare module 'node:http2' {
  export const constants: Record<string, number | string>;
  export const sensitiveHeaders: unique symbol;
}
