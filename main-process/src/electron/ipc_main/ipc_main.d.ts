/**
 * Electron's `ipcMain`, whole; so are `webContents.ipc` and `webFrameMain.ipc`, which hear a message first.
 *
 * A message that waits for an answer (`sendSync`) gets `null` if nobody listens, or if every listener let go of the event
 * without setting `returnValue`.
 *
 * Missing: ports with `postMessage` (`event.ports` is always empty), service workers.
 */
export const ipcMain: Electron.IpcMain;
export const IpcMain: new () => Electron.IpcMain;
