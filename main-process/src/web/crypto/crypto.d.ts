/**
 * Missing compared with Node:
 * - `crypto.subtle` throws `ERR_NOT_SUPPORTED`; `SubtleCrypto` and `CryptoKey` exist for `instanceof` alone.
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
