/** Checks an Ed25519 signature; undefined when it cannot. */
export type VerifyEd25519 = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | undefined>;

/** Asks the browser; undefined where it knows no Ed25519 or the page is not on a secure address. */
export const verifyEd25519: VerifyEd25519 = async (key, message, signature) => {
  const own = (bytes: Uint8Array) => new Uint8Array(bytes);
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', own(key), 'Ed25519', false, ['verify']);
  } catch {
    // No Ed25519 here. A key that is no point of the curve ends here too: then nothing is said, nor believed.
    return undefined;
  }
  return crypto.subtle.verify('Ed25519', imported, own(signature), own(message));
};
