/**
 * Missing compared with Node:
 * - the operations of `crypto.subtle` reject with `ERR_NOT_SUPPORTED`; `CryptoKey` exists for `instanceof` alone.
 */
declare class Crypto {
  /** @throws ERR_NOT_SUPPORTED */
  readonly subtle: SubtleCrypto;
  /**
   * Fills an array of integers and returns it.
   * @throws DOMException `QuotaExceededError` beyond 65,536 bytes, `TypeMismatchError` for other arrays
   */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  /** A random UUID of version 4. */
  randomUUID(options?: { disableEntropyCache?: boolean }): string;
}
declare class SubtleCrypto {}
declare class CryptoKey {}
declare const crypto: Crypto;
