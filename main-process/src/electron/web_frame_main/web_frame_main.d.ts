/**
 * Electron's `webFrameMain`. Only main frames have a bridge: `frames` is always empty, `parent` null, and `top` the frame
 * itself. `processId` and `frameTreeNodeId` are the number of the page, `routingId` is 1.
 *
 * Missing: `osProcessId`, `nodeIntegration...`, `collectJavaScriptCallStack`, `copyVideoFrameAt`, `saveVideoFrameAs`,
 * `printToPDF`; transferring ports with `postMessage` throws `ERR_NOT_SUPPORTED`; the event `dom-ready`.
 */
export const webFrameMain: typeof Electron.webFrameMain;
export class WebFrameMain {
  constructor(contents: Electron.WebContents);
}
export const MAIN_FRAME: number;
