/**
 * What a preload script finds: `require`, `module`, `exports`, `__filename`, `__dirname`, `process`, `Buffer`, `global`,
 * `setImmediate`, `clearImmediate`, as Electron gives them to sandboxed preload scripts.
 *
 * Missing compared with Electron; each throws `ERR_NOT_SUPPORTED` when it is called, unless said otherwise:
 * - `require` of anything but electron, electron/renderer, electron/common, events, timers, url, buffer and their `node:`
 *   forms throws `module not found`; Node in preload scripts (`sandbox: false`) is not there yet.
 * - ipcRenderer: `sendToHost`; `postMessage` with ports.
 * - contextBridge: `exposeInIsolatedWorld` for worlds other than the page's (0). Elements do not cross.
 * - webFrame: frames (`getFrameForSelector`, `findFrameByName`, …), isolated worlds, `setSpellCheckProvider`,
 *   `setVisualZoomLevelLimits`, `getResourceUsage`, `clearCache`, word suggestions.
 * - webUtils: `getPathForFile`. crashReporter and nativeImage: everything.
 * - process: `crash`, `hang`, memory, heap and CPU figures, `getIOCounters`, `takeHeapSnapshot`, `kill`, `exit`, `chdir`.
 * - Buffer: reading and writing of numbers, `indexOf` and others of text, `copy` (absent).
 * - events: `on` as an async iterator, `captureRejections`, domains (absent).
 * - Values: Blob, File and other objects of the platform cannot be sent over ipcRenderer.
 */
export {};

declare module 'electron' {
  interface IpcRendererEvent {
    readonly sender: IpcRenderer;
    readonly ports: [];
  }

  interface IpcRenderer extends NodeJS.EventEmitter {
    on(channel: string, listener: (event: IpcRendererEvent, ...args: any[]) => void): this;
    once(channel: string, listener: (event: IpcRendererEvent, ...args: any[]) => void): this;
    /** Sent in the order of the calls; what cannot be cloned throws here. */
    send(channel: string, ...args: any[]): void;
    /** The page stands still until the main process has answered. */
    sendSync(channel: string, ...args: any[]): any;
    /** Rejects with `Error invoking remote method '…': …` if the handler fails. */
    invoke(channel: string, ...args: any[]): Promise<any>;
    postMessage(channel: string, message: any, transfer?: []): void;
  }

  interface ContextBridge {
    /** Copies `api`, frozen, to the page's window. Functions and promises cross in both directions. */
    exposeInMainWorld(name: string, api: any): void;
    exposeInIsolatedWorld(world: 0, name: string, api: any): void;
    executeInMainWorld<A extends any[], R>(script: { func: (...args: A) => R; args?: A }): R;
  }

  interface WebFrame {
    setZoomFactor(factor: number): void;
    getZoomFactor(): number;
    setZoomLevel(level: number): void;
    getZoomLevel(): number;
    insertCSS(css: string): string;
    removeInsertedCSS(key: string): void;
    insertText(text: string): void;
    executeJavaScript(code: string, userGesture?: boolean): Promise<any>;
  }
}
