import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** Reads of who comes along. */
export class PartyReader {
  constructor(private readonly tx: Tx) {}

  /** Names of those who come along with these places; a place of one seat has nobody and is not asked for. */
  async guestsOf(
    places: readonly { readonly signup_id: string; readonly seats: number }[],
  ): Promise<(signupId: string) => readonly string[]> {
    const parties = places.filter(({ seats }) => seats > 1).map(({ signup_id }) => signup_id);
    if (parties.length === 0) return () => [];
    const rows = await this.tx.query<{ signup_id: string; name: string }>(
      `SELECT signup_id, name FROM signup_guest WHERE signup_id IN (${marks(parties)}) ORDER BY signup_id, seq`,
      parties,
    );
    return (signupId) => rows.filter(({ signup_id }) => signup_id === signupId).map(({ name }) => name);
  }
}
