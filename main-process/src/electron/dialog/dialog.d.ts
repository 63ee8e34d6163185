/**
 * Electron's `dialog`. The forms that end in `Sync` stop the main process until the user has decided; windows go on.
 *
 * Missing: `showCertificateTrustDialog` throws `ERR_NOT_SUPPORTED`; `securityScopedBookmarks`, `nameFieldLabel`, `showsTagField`
 * and `textWidth` (macOS), `noLink` (Windows) have no effect.
 */
declare const dialog: Electron.Dialog;
export = dialog;
