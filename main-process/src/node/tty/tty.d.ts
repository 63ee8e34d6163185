/**
 * Missing compared with Node: streams of terminals other than the standard ones (ERR_NOT_SUPPORTED); 'resize' on
 * Windows; sockets' methods, since these streams are none.
 */
declare module 'tty' {
  import { Readable, Writable } from 'stream';

  function isatty(fd: number): boolean;

  class ReadStream extends Readable {
    constructor(fd: 0);
    readonly isTTY: true;
    isRaw: boolean;
    /** Keys arrive as they are pressed, unechoed; the mode is put back when the process exits. */
    setRawMode(flag: boolean): this;
  }

  class WriteStream extends Writable {
    constructor(fd: 1 | 2);
    readonly isTTY: true;
    columns: number;
    rows: number;
    /** Negative: to the left of the cursor, positive: to its right, 0: all of it. */
    clearLine(direction: -1 | 0 | 1, callback?: () => void): boolean;
    clearScreenDown(callback?: () => void): boolean;
    cursorTo(x: number, y?: number, callback?: () => void): boolean;
    cursorTo(x: number, callback: () => void): boolean;
    moveCursor(dx: number, dy: number, callback?: () => void): boolean;
    /** 1, 4, 8 or 24 bits, as the environment tells. */
    getColorDepth(env?: object): number;
    hasColors(count?: number, env?: object): boolean;
    hasColors(env?: object): boolean;
    getWindowSize(): [number, number];
  }
}
declare module 'node:tty' {
  export * from 'tty';
}
