/**
 * Electron's `session`. Real are `defaultSession`, `fromPartition`, `isPersistent`, `storagePath`, `getStoragePath`,
 * `getUserAgent` and `setUserAgent`, and that pages of different partitions share no storage.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED` when it is used: everything else, namely `cookies`, `webRequest`, `protocol`,
 * `serviceWorkers`, `extensions`, proxies, downloads, permissions, the spell checker, caches and `fromPath`.
 * Of its events none comes.
 */
export const session: typeof Electron.session;
export const Session: typeof Electron.Session;
export function partitionOf(session: Electron.Session): string | null;
