/**
 * Electron's `webContents`, for the page of a window.
 *
 * Different from Electron: `window.open` gives the page no handle on the window that opens. A script that throws rejects
 * with an `Error` of the same message. `executeJavaScriptInIsolatedWorld` runs in the preload script's world, whatever its
 * number. `setIgnoreMenuShortcuts` and `before-input-event` need a look at the keyboard that web views do not give.
 * `navigationHistory` knows what happened since the page was made. `inspectElement` opens the developer tools.
 * `getProcessId` is the number of the page. Printing takes `silent` alone; `printToPDF` takes `landscape`, `printBackground`,
 * `scale`, `pageSize` and `margins`.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `savePage`, `downloadURL`, `clone`, `debugger` (its members), `sendInputEvent`,
 * `startDrag`, `postMessage` with ports, device emulation, offscreen painting and frame rates, `beginFrameSubscription`,
 * `getPrintersAsync`, `copyImageAt`, `copyVideoFrameAt`, `saveVideoFrameAs`, `replace`, `replaceMisspelling`, `centerSelection`,
 * `scrollToTop`, `scrollToBottom`, `adjustSelection`, `setIgnoreMenuShortcuts`, `setBackgroundThrottling`,
 * `setVisualZoomLevelLimits`, `isCurrentlyAudible`, `getOSProcessId`, `getMediaSourceId`, the developer tools' own page and
 * title, workers' inspectors, WebRTC settings, `takeHeapSnapshot`, `setImageAnimationPolicy`, caret browsing, `setZoomMode`,
 * `navigationHistory.clear`, `removeEntryAtIndex` and `restore`, `loadURL`'s `postData` and `baseURLForDataURL`; of
 * `webPreferences` warn `nodeIntegration`, `nodeIntegrationInWorker`, `nodeIntegrationInSubFrames`, `webviewTag` and `offscreen`,
 * and those that tune Chromium have no effect. Events that never come: `before-input-event`, `before-mouse-event`,
 * `input-event`, `will-redirect`, `login`, `certificate-error`, `select-client-certificate`, `select-bluetooth-device`,
 * `did-attach-webview`, `will-attach-webview`, `media-started-playing`, `media-paused`, `audio-state-changed`, `cursor-changed`,
 * `did-change-theme-color`, `paint`, `zoom-changed`, `devtools-focused`, `content-bounds-updated`, `preferred-size-changed`,
 * `frame-created`, `focus`, `blur`; on Linux `console-message`.
 */
export const webContents: typeof Electron.webContents;
export const WebContents: typeof Electron.WebContents;

/** The page of a new window, and what the shell has to know of it. */
export function create(preferences: Electron.WebPreferences | undefined, owner: Electron.BrowserWindow): {
  contents: Electron.WebContents;
  options: object;
};

/** Tells the application of a page: `web-contents-created`. */
export function announce(contents: Electron.WebContents): void;

/** The page is gone with its window. */
export function destroyed(contents: Electron.WebContents): void;
