/**
 * Missing compared with Node: `X509Certificate` throws `ERR_NOT_SUPPORTED`; ciphers other than AES, triple DES and
 * ChaCha20 (ARIA, Camellia, SM4), AES-XTS and the `-hmac-` ciphers; the hash SM3; curves other than P-256, P-384,
 * P-521 and secp256k1; PKCS #8 encrypted otherwise than with PBES2, PBKDF2 and AES-CBC or triple DES; RSA with
 * more than two primes; engines, FIPS mode and the secure heap, which `secureHeapUsed()` gives as empty.
 */
declare module 'crypto' {
  import { Transform, TransformOptions, Writable, WritableOptions } from 'stream';

  type Data = ArrayBuffer | ArrayBufferView;
  type Text = string;
  type Encoding = BufferEncoding | 'buffer';
  type Done<T> = (error: Error | null, value?: T) => void;

  /** A running hash; also a stream of which the outcome can be read. */
  class Hash extends Transform {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): this;
    digest(): Buffer;
    digest(encoding: Encoding): string;
    /** A second hash of what came so far. */
    copy(options?: HashOptions): Hash;
  }
  interface HashOptions extends TransformOptions {
    /** In bytes, for `shake128` and `shake256`. */
    outputLength?: number;
  }
  function createHash(algorithm: string, options?: HashOptions): Hash;
  function hash(algorithm: string, data: Text | ArrayBufferView, outputEncoding?: Encoding): string | Buffer;
  function getHashes(): string[];

  class Hmac extends Transform {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): this;
    digest(): Buffer;
    digest(encoding: Encoding): string;
  }
  function createHmac(algorithm: string, key: Text | Data | KeyObject | CryptoKey, options?: TransformOptions): Hmac;

  interface CipherOptions extends TransformOptions {
    /** In bytes; needed for CCM and OCB. */
    authTagLength?: number;
  }
  class Cipheriv extends Transform {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): Buffer;
    update(data: Text | ArrayBufferView, inputEncoding: Encoding | undefined, outputEncoding: Encoding): string;
    final(): Buffer;
    final(outputEncoding: Encoding): string;
    setAutoPadding(autoPadding?: boolean): this;
    /** Data that is authenticated but not part of the message; CCM wants the message's length. */
    setAAD(buffer: Text | Data, options?: { plaintextLength?: number; encoding?: Encoding }): this;
    getAuthTag(): Buffer;
  }
  class Decipheriv extends Transform {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): Buffer;
    update(data: Text | ArrayBufferView, inputEncoding: Encoding | undefined, outputEncoding: Encoding): string;
    /** @throws Error when the message is not what its tag says */
    final(): Buffer;
    final(outputEncoding: Encoding): string;
    setAutoPadding(autoPadding?: boolean): this;
    setAAD(buffer: Text | Data, options?: { plaintextLength?: number; encoding?: Encoding }): this;
    setAuthTag(tag: Text | Data, encoding?: Encoding): this;
  }
  type CipherKey = Text | Data | KeyObject | CryptoKey;
  function createCipheriv(algorithm: string, key: CipherKey, iv: Text | Data | null, options?: CipherOptions): Cipheriv;
  function createDecipheriv(algorithm: string, key: CipherKey, iv: Text | Data | null, options?: CipherOptions): Decipheriv;
  interface CipherInfo {
    name: string;
    nid: number;
    mode: 'cbc' | 'ccm' | 'cfb' | 'ctr' | 'ecb' | 'gcm' | 'ocb' | 'ofb' | 'stream' | 'wrap';
    blockSize?: number;
    ivLength?: number;
    keyLength: number;
  }
  function getCiphers(): string[];
  function getCipherInfo(nameOrNid: string | number, options?: { keyLength?: number; ivLength?: number }): CipherInfo | undefined;

  function pbkdf2(password: Text | Data, salt: Text | Data, iterations: number, keylen: number, digest: string, callback: Done<Buffer>): void;
  function pbkdf2Sync(password: Text | Data, salt: Text | Data, iterations: number, keylen: number, digest: string): Buffer;
  interface ScryptOptions {
    cost?: number;
    N?: number;
    blockSize?: number;
    r?: number;
    parallelization?: number;
    p?: number;
    /** In bytes; 32 MiB if left out. */
    maxmem?: number;
  }
  function scrypt(password: Text | Data, salt: Text | Data, keylen: number, callback: Done<Buffer>): void;
  function scrypt(password: Text | Data, salt: Text | Data, keylen: number, options: ScryptOptions, callback: Done<Buffer>): void;
  function scryptSync(password: Text | Data, salt: Text | Data, keylen: number, options?: ScryptOptions): Buffer;
  function hkdf(digest: string, key: Text | Data | KeyObject, salt: Text | Data, info: Text | Data, length: number, callback: Done<ArrayBuffer>): void;
  function hkdfSync(digest: string, key: Text | Data | KeyObject, salt: Text | Data, info: Text | Data, length: number): ArrayBuffer;

  function randomBytes(size: number): Buffer;
  function randomBytes(size: number, callback: Done<Buffer>): void;
  function randomFillSync<T extends Data>(buffer: T, offset?: number, size?: number): T;
  function randomFill<T extends Data>(buffer: T, callback: Done<T>): void;
  function randomFill<T extends Data>(buffer: T, offset: number, callback: Done<T>): void;
  function randomFill<T extends Data>(buffer: T, offset: number, size: number, callback: Done<T>): void;
  /** From `min` (0 if left out) up to but not including `max`. */
  function randomInt(max: number, callback?: Done<number>): number;
  function randomInt(min: number, max: number, callback?: Done<number>): number;
  function randomUUID(options?: { disableEntropyCache?: boolean }): string;
  function getRandomValues<T extends ArrayBufferView>(array: T): T;
  /** In a time that does not depend on where the difference is. */
  function timingSafeEqual(one: Data, other: Data): boolean;

  interface PrimeOptions {
    add?: Data | bigint;
    rem?: Data | bigint;
    safe?: boolean;
    bigint?: boolean;
  }
  function generatePrime(size: number, callback: Done<ArrayBuffer>): void;
  function generatePrime(size: number, options: PrimeOptions, callback: Done<ArrayBuffer | bigint>): void;
  function generatePrimeSync(size: number, options?: PrimeOptions): ArrayBuffer | bigint;
  function checkPrime(candidate: Data | bigint, callback: Done<boolean>): void;
  function checkPrime(candidate: Data | bigint, options: { checks?: number }, callback: Done<boolean>): void;
  function checkPrimeSync(candidate: Data | bigint, options?: { checks?: number }): boolean;

  type KeyType = 'rsa' | 'rsa-pss' | 'dsa' | 'ec' | 'ed25519' | 'ed448' | 'x25519' | 'x448' | 'dh';
  interface KeyDetails {
    modulusLength?: number;
    publicExponent?: bigint;
    hashAlgorithm?: string;
    mgf1HashAlgorithm?: string;
    saltLength?: number;
    divisorLength?: number;
    namedCurve?: string;
  }
  interface KeyExportOptions {
    type?: 'pkcs1' | 'spki' | 'pkcs8' | 'sec1';
    format: 'pem' | 'der' | 'jwk';
    cipher?: string;
    passphrase?: Text | Data;
  }
  class KeyObject {
    private constructor();
    static from(key: CryptoKey): KeyObject;
    readonly type: 'secret' | 'public' | 'private';
    readonly symmetricKeySize?: number;
    readonly asymmetricKeyType?: KeyType;
    readonly asymmetricKeyDetails?: KeyDetails;
    equals(otherKeyObject: KeyObject): boolean;
    export(options?: KeyExportOptions | { format?: 'buffer' | 'jwk' }): Text | Buffer | JsonWebKey;
  }
  interface KeyInput {
    key: Text | Data | KeyObject | CryptoKey | JsonWebKey;
    format?: 'pem' | 'der' | 'jwk';
    type?: 'pkcs1' | 'spki' | 'pkcs8' | 'sec1';
    encoding?: Encoding;
    passphrase?: Text | Data;
  }
  type Key = Text | Data | KeyObject | CryptoKey | KeyInput;
  function createSecretKey(key: Text | Data, encoding?: Encoding): KeyObject;
  /** Of a public key, a certificate, or a private key. */
  function createPublicKey(key: Key): KeyObject;
  function createPrivateKey(key: Key): KeyObject;

  interface KeyPairOptions {
    modulusLength?: number;
    publicExponent?: number;
    hashAlgorithm?: string;
    mgf1HashAlgorithm?: string;
    saltLength?: number;
    divisorLength?: number;
    namedCurve?: string;
    paramEncoding?: 'named' | 'explicit';
    group?: string;
    prime?: ArrayBufferView;
    primeLength?: number;
    generator?: number;
    publicKeyEncoding?: KeyExportOptions;
    privateKeyEncoding?: KeyExportOptions;
  }
  type MadeKey = KeyObject | Text | Buffer | JsonWebKey;
  function generateKeyPair(type: KeyType, options: KeyPairOptions, callback: (error: Error | null, publicKey: MadeKey, privateKey: MadeKey) => void): void;
  function generateKeyPairSync(type: KeyType, options?: KeyPairOptions): { publicKey: MadeKey; privateKey: MadeKey };
  /** `length` in bits. */
  function generateKey(type: 'hmac' | 'aes', options: { length: number }, callback: Done<KeyObject>): void;
  function generateKeySync(type: 'hmac' | 'aes', options: { length: number }): KeyObject;

  interface SigningOptions {
    padding?: number;
    saltLength?: number;
    dsaEncoding?: 'der' | 'ieee-p1363';
  }
  type SigningKey = Key | (KeyInput & SigningOptions);
  class Sign extends Writable {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): this;
    sign(privateKey: SigningKey, outputEncoding?: Encoding): Buffer | string;
  }
  class Verify extends Writable {
    update(data: Text | ArrayBufferView, inputEncoding?: Encoding): this;
    verify(key: SigningKey, signature: Text | Data, signatureEncoding?: Encoding): boolean;
  }
  function createSign(algorithm: string, options?: WritableOptions): Sign;
  function createVerify(algorithm: string, options?: WritableOptions): Verify;
  function sign(algorithm: string | null | undefined, data: Text | Data, key: SigningKey, callback?: Done<Buffer>): Buffer;
  function verify(algorithm: string | null | undefined, data: Text | Data, key: SigningKey, signature: Data, callback?: Done<boolean>): boolean;

  type RsaKey = Key | (KeyInput & { padding?: number; oaepHash?: string; oaepLabel?: Text | Data });
  function publicEncrypt(key: RsaKey, buffer: Text | Data): Buffer;
  /** @throws ERR_INVALID_ARG_VALUE for `RSA_PKCS1_PADDING`, as Node does */
  function privateDecrypt(key: RsaKey, buffer: Text | Data): Buffer;
  function privateEncrypt(key: RsaKey, buffer: Text | Data): Buffer;
  function publicDecrypt(key: RsaKey, buffer: Text | Data): Buffer;

  class DiffieHellmanGroup {
    /** Bits of `DH_CHECK_*` and `DH_NOT_SUITABLE_GENERATOR`. */
    readonly verifyError: number;
    generateKeys(encoding?: Encoding): Buffer | string;
    computeSecret(otherPublicKey: Text | Data, inputEncoding?: Encoding, outputEncoding?: Encoding): Buffer | string;
    getPrime(encoding?: Encoding): Buffer | string;
    getGenerator(encoding?: Encoding): Buffer | string;
    getPublicKey(encoding?: Encoding): Buffer | string;
    getPrivateKey(encoding?: Encoding): Buffer | string;
  }
  class DiffieHellman extends DiffieHellmanGroup {
    setPublicKey(key: Text | Data, encoding?: Encoding): this;
    setPrivateKey(key: Text | Data, encoding?: Encoding): this;
  }
  function createDiffieHellman(primeLength: number, generator?: number): DiffieHellman;
  function createDiffieHellman(prime: Text | Data, primeEncoding?: Encoding, generator?: number | Text | Data, generatorEncoding?: Encoding): DiffieHellman;
  /** `modp1`, `modp2`, `modp5`, `modp14` to `modp18`. */
  function createDiffieHellmanGroup(name: string): DiffieHellmanGroup;
  function getDiffieHellman(name: string): DiffieHellmanGroup;
  function diffieHellman(options: { privateKey: KeyObject; publicKey: KeyObject }, callback?: Done<Buffer>): Buffer;

  type PointFormat = 'compressed' | 'uncompressed' | 'hybrid';
  class ECDH {
    static convertKey(key: Text | Data, curve: string, inputEncoding?: Encoding, outputEncoding?: Encoding, format?: PointFormat): Buffer | string;
    generateKeys(encoding?: Encoding, format?: PointFormat): Buffer | string;
    computeSecret(otherPublicKey: Text | Data, inputEncoding?: Encoding, outputEncoding?: Encoding): Buffer | string;
    getPublicKey(encoding?: Encoding, format?: PointFormat): Buffer | string;
    getPrivateKey(encoding?: Encoding): Buffer | string;
    setPrivateKey(key: Text | Data, encoding?: Encoding): this;
    setPublicKey(key: Text | Data, encoding?: Encoding): this;
  }
  function createECDH(curve: string): ECDH;
  function getCurves(): string[];

  class Certificate {
    static verifySpkac(spkac: Text | Data, encoding?: Encoding): boolean;
    static exportPublicKey(spkac: Text | Data, encoding?: Encoding): Buffer | '';
    static exportChallenge(spkac: Text | Data, encoding?: Encoding): Buffer | '';
  }
  /** @throws ERR_NOT_SUPPORTED */
  class X509Certificate {}

  const constants: Readonly<Record<string, number>>;
  const webcrypto: Crypto;
  const subtle: SubtleCrypto;
  function getFips(): 0;
  function setFips(enabled: boolean): void;
  function setEngine(id: string, flags?: number): never;
  function secureHeapUsed(): { total: number; used: number; utilization: number; min: number };
}
