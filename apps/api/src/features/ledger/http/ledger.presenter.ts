import { headStatement } from '@xiaolin/shared-types/ledger/head-statement';
import type { SignedHead } from '@xiaolin/shared-types/ledger/schema';
import type { SignedHeadRow } from '../store/ledger.store.js';

export const presentSignedHead = (row: SignedHeadRow): SignedHead => ({
  day: row.day,
  sequence: row.sequence,
  hash: row.hash,
  signedAt: row.signed_at,
  keyId: row.key_id,
  signature: row.signature,
  statement: headStatement({
    unitId: row.unit_id,
    day: row.day,
    sequence: row.sequence,
    hash: row.hash,
    signedAt: row.signed_at,
  }),
});
