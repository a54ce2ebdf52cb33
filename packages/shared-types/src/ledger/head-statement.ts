import { canonicalJson } from '../contract/canonical.js';

/** For what heads are signed: see `signedMessage`. */
export const HEAD_PURPOSE = 'ledger-head';

export interface HeadStatement {
  /** The recording unit. */
  readonly unitId: string;
  /** The district day at whose end the ledger stood so. */
  readonly day: string;
  readonly sequence: number;
  readonly hash: string;
  readonly signedAt: string;
}

/** The text of which the UTF-8 bytes are signed; all of it is ASCII. */
export const headStatement = ({ unitId, day, sequence, hash, signedAt }: HeadStatement): string =>
  canonicalJson({ v: 1, unit: unitId, day, sequence, hash, signedAt });
