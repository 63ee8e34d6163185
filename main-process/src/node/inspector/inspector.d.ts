/**
 * What programs ask to learn whether a debugger is there; see https://nodejs.org/docs/latest-v22.x/api/inspector.html
 *
 * Missing compared with Node: the inspector: `open` and `Session` throw `ERR_NOT_SUPPORTED`; `Network` is empty.
 */
declare module 'node:inspector' {
  /** Always undefined. */
  export function url(): undefined;
  export function close(): void;
  /** @throws ERR_INSPECTOR_NOT_ACTIVE always. */
  export function waitForDebugger(): never;
  export const console: Console;
}
