/**
 * What programs look at to learn whether they are one of many; see https://nodejs.org/docs/latest-v22.x/api/cluster.html
 *
 * Missing compared with Node: the cluster: `fork`, `setupPrimary`, `setupMaster`, `disconnect` and `Worker` throw
 * `ERR_NOT_SUPPORTED`.
 */
declare module 'node:cluster' {
  export const isPrimary: true;
  export const isMaster: true;
  export const isWorker: false;
  export const workers: {};
  export const settings: {};
  export const SCHED_NONE: 1;
  export const SCHED_RR: 2;
  export let schedulingPolicy: 1 | 2;
}
