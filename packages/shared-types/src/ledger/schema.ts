import * as v from 'valibot';
import { Day, Instant } from '../contract/fields.js';

/** Where a unit's ledger stood at the end of a district day, signed. */
export const SignedHead = v.object({
  day: Day,
  /** Entries up to then; the last one's number. */
  sequence: v.number(),
  /** SHA-256 of the last entry, 64 hexadecimal digits: it covers every entry before it. */
  hash: v.string(),
  signedAt: Instant,
  keyId: v.string(),
  /** Ed25519 in base64url, over `signedMessage('ledger-head', statement)`. */
  signature: v.string(),
  statement: v.string(),
});
export type SignedHead = v.InferOutput<typeof SignedHead>;

export const LedgerHeads = v.object({
  unitId: v.string(),
  unitName: v.string(),
  /** Entries by now; null before the first. */
  head: v.nullable(v.object({ sequence: v.number(), hash: v.string(), at: Instant })),
  items: v.array(SignedHead),
  nextCursor: v.nullable(v.string()),
});
export type LedgerHeads = v.InferOutput<typeof LedgerHeads>;
