/**
 * See https://nodejs.org/docs/latest-v22.x/api/wasi.html
 *
 * Missing compared with Node: all of it: `WASI` throws `ERR_NOT_SUPPORTED`, since the engine has no WebAssembly.
 */
declare module 'node:wasi' {}
