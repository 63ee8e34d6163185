/**
 * Electron's `app`. Types are Electron's own; this page says what differs.
 *
 * The single-instance lock is a locked file in `userData` and a local socket beside it; `additionalData` travels as JSON.
 * `app.name`, the user data folder and the desktop name are taken once the main script's first turn is over.
 * Switches of `commandLine` are kept and answered; there is no Chromium to read them.
 * Recent documents, the badge and protocol clients work where the desktop has them; `setAsDefaultProtocolClient` runs
 * `xdg-settings` on Linux.
 * `disableHardwareAcceleration` is remembered; the system's web view decides for itself.
 *
 * Missing, each throws `ERR_NOT_SUPPORTED`: `importCertificate`, `getFileIcon`, `getAppMetrics`, `getGPUFeatureStatus`,
 * `getGPUInfo`, `configureHostResolver`, `setProxy`, `resolveProxy`, `getApplicationInfoForProtocol`,
 * `getApplicationNameForProtocol`, `setClientCertRequestPasswordHandler`, `getRecentDocuments`,
 * `getAccessibilitySupportFeatures`, `setAccessibilitySupportFeatures`; on macOS and Windows login items and protocol
 * clients; on macOS `dock` (its members), user activities, `moveToApplicationsFolder`, `setActivationPolicy`, `isActive`,
 * `isHidden`, secure keyboard entry; on Windows `setUserTasks`, jump lists.
 *
 * Events that never come: `certificate-error`, `select-client-certificate`, `login`, `gpu-info-update`,
 * `child-process-gone`, `accessibility-support-changed`, `session-created`, `continue-activity` and its kin.
 */
declare const app: Electron.App;
export = app;
