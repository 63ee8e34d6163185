interface TextDecoderOptions {
  fatal?: boolean;
  ignoreBOM?: boolean;
}
interface TextDecodeOptions {
  /** More of the same text follows in the next call. */
  stream?: boolean;
}

declare class TextEncoder {
  /** Always `utf-8`. */
  readonly encoding: string;
  encode(input?: string): Uint8Array;
  /** Writes whole characters only; `read` counts UTF-16 code units, `written` bytes. */
  encodeInto(src: string, dest: Uint8Array): { read: number; written: number };
}

/** All encodings and labels of the Encoding Standard. */
declare class TextDecoder {
  constructor(label?: string, options?: TextDecoderOptions);
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  /** @throws ERR_ENCODING_INVALID_ENCODED_DATA when `fatal` and the bytes are malformed */
  decode(input?: ArrayBufferView | ArrayBuffer | SharedArrayBuffer, options?: TextDecodeOptions): string;
}

/** @throws DOMException `InvalidCharacterError` when `data` is not base64 */
declare function atob(data: string): string;
/** @throws DOMException `InvalidCharacterError` when a character does not fit a byte */
declare function btoa(data: string): string;

// Missing compared with Node: nothing of this; TextEncoderStream and TextDecoderStream belong to the streams.
