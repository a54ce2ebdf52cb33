import { createHash } from 'node:crypto';

/** The name of a key: the first 12 characters of base64url(SHA-256(its 32 public bytes)). */
export const keyIdOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('base64url').slice(0, 12);

/** Whether the text is 32 bytes in base64url, in its one spelling. */
export const isThirtyTwoBytes = (text: string): boolean =>
  /^[\w-]{43}$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text;
