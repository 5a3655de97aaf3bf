/**
 * SHA-256 of `bytes`: 32 bytes. The function is handed in, so that pure rooms run on a server and in a
 * browser.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** `length` unpredictable bytes. Handed in, so that pure rooms take chance as an argument. */
export type Random = (length: number) => Uint8Array;

/** An Ed25519 key pair as raw bytes: `seed` 32 (secret), `publicKey` 32. @source RFC 8032 */
export interface SigningKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** SHA-256 of what comes piece by piece. */
export interface Hashing {
  update(bytes: Uint8Array): void;
  /** 32 bytes; nothing may come after it. */
  digest(): Uint8Array;
}

/** The primitives that pure rooms are given. One implementation for Node (room `keys`). */
export interface Crypto {
  readonly hash: Hash;
  /** Begins a hash of more than should be in memory at once. */
  hashing(): Hashing;
  readonly random: Random;
  /** HMAC-SHA-256: 32 bytes. @source RFC 2104 */
  hmac(key: Uint8Array, message: Uint8Array): Uint8Array;
  /** AES-256-GCM: `key` 32 bytes, `nonce` 12 bytes; returns ciphertext followed by the 16-byte tag. */
  seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array;
  /**
   * Opens what `seal` made; undefined when key, nonce, text, tag or associated data do not belong together.
   */
  open(
    key: Uint8Array,
    nonce: Uint8Array,
    sealed: Uint8Array,
    associated: Uint8Array,
  ): Uint8Array | undefined;
  newSigningKey(): SigningKey;
  /** Ed25519 signature, 64 bytes. */
  sign(key: SigningKey, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}
