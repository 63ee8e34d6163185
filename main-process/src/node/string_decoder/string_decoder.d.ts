declare module 'string_decoder' {
  /** Decodes a stream of buffers so that no character is torn where two of them meet. */
  export class StringDecoder {
    /** @throws ERR_UNKNOWN_ENCODING */
    constructor(encoding?: BufferEncoding);
    readonly encoding: string;
    /** The text of what is complete so far. */
    write(buffer: string | Buffer | NodeJS.ArrayBufferView): string;
    /** The same, and what is left over as replacement characters. */
    end(buffer?: string | Buffer | NodeJS.ArrayBufferView): string;
  }
}
declare module 'node:string_decoder' {
  export * from 'string_decoder';
}
// Missing compared with Node: nothing.
