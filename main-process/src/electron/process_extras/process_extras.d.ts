/**
 * What Electron adds to `process` in the main process: `versions.electron`, `versions.chrome`, `type`, `resourcesPath`,
 * `defaultApp`, `getCreationTime()`, `getSystemVersion()`, `getSystemMemoryInfo()`. `process.exit()` is `app.exit()`;
 * an uncaught exception is shown in a dialog and the application goes on; unhandled rejections only warn.
 *
 * `versions.electron` and `versions.chrome` name the Electron whose API this is; `versions.kaon` is our own.
 *
 * Missing: `crash`, `hang`, `getHeapStatistics`, `getBlinkMemoryInfo`, `getProcessMemoryInfo`, `takeHeapSnapshot`,
 * `setFdLimit`, `contextId`, `noAsar`, the event `loaded`.
 */
export function install(options: { app: Electron.App; packaged: boolean }): void;

/** What preload scripts see as `process`, before `sandboxed` and the like are added for each page. */
export function forPages(): Record<string, unknown>;
