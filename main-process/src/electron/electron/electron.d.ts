/**
 * `require('electron')`, `electron/main`, `electron/common` and `electron/renderer`: one object in the main process, as in
 * Electron. Members are getters, loaded when first asked for.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED` with its name when it is constructed or called, not when it is mentioned:
 * `autoUpdater`, `BrowserView`, `clipboard`, `ClipboardItem`, `contentTracing`, `crashReporter`, `desktopCapturer`,
 * `globalShortcut`, `ImageView`, `inAppPurchase`, `MessageChannelMain`, `net`, `netLog`, `Notification`, `powerMonitor`,
 * `powerSaveBlocker`, `pushNotifications`, `protocol`, `safeStorage`, `ServiceWorkerMain`, `sharedTexture`, `ShareMenu`,
 * `systemPreferences`, `TouchBar`, `Tray`, `utilityProcess`, `View`, `WebContentsView`. `BaseWindow` is a base class only.
 */
declare const electron: typeof Electron;
export = electron;
