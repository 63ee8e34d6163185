/**
 * Electron's `shell`.
 *
 * Missing: `readShortcutLink` and `writeShortcutLink` (Windows) throw `ERR_NOT_SUPPORTED`; `openExternal`'s options have no
 * effect.
 */
declare const shell: Electron.Shell;
export = shell;
