/**
 * See https://nodejs.org/docs/latest-v22.x/api/tracing.html
 *
 * Missing compared with Node: tracing: `createTracing` throws `ERR_NOT_SUPPORTED`.
 */
declare module 'node:trace_events' {
  /** Always undefined: nothing is traced. */
  export function getEnabledCategories(): undefined;
}
