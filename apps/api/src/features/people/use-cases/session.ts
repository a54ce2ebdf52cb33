import type { IssuedToken } from '../../../platform/auth/tokens.js';

/** A session that was just given out. */
export interface Session extends IssuedToken {
  readonly person: { readonly id: string; readonly displayName: string };
}
