import { createHash } from 'node:crypto';

/** What the first link of a chain follows. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash of a link: SHA-256 over the 32 bytes of the hash before it and the UTF-8 bytes of its content.
 *
 * @param previous 64 hexadecimal digits
 */
export const linkHash = (previous: string, content: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(content, 'utf8').digest('hex');
