import * as v from 'valibot';

/** A key that whoever checks our statements needs; nothing of it is secret. */
export const PublishedKey = v.object({
  /** The first 12 characters of base64url(SHA-256(the 32 bytes of `publicKey`)). */
  keyId: v.string(),
  algorithm: v.literal('Ed25519'),
  /** 32 bytes in base64url. */
  publicKey: v.string(),
  /** Signs nothing new any more; what it signed stays good. */
  retired: v.boolean(),
});
export type PublishedKey = v.InferOutput<typeof PublishedKey>;

export const PublishedKeys = v.object({ keys: v.array(PublishedKey) });
