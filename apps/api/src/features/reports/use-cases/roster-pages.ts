import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Cell } from '../../../platform/tables/neutral.js';
import { maskedPhone } from '../../signups/index.js';
import { rosterCells } from '../rules/tables.js';
import { type PlaceRow, RosterReader, type SubjectRow } from '../store/roster.reader.js';

/** Rows of one read: no transaction is held while a page travels. */
const ROWS = 500;

/**
 * The list page by page. Each page is as of its own moment; the order of the line and its end are those of the first:
 * whoever had a place all the while stands in it once, and who comes meanwhile may be missing.
 */
export async function* rosterPages(
  uow: UnitOfWork,
  { id, next_position: below }: SubjectRow,
  withPhones: boolean,
): AsyncGenerator<Cell[][]> {
  let after = 0;
  let number = 0;
  for (;;) {
    const since = after;
    const { places, guestsOf } = await uow.read(async (tx) => {
      const reader = new RosterReader(tx);
      const rows: PlaceRow[] = await reader.places(id, { after: since, below, limit: ROWS });
      return { places: rows, guestsOf: await reader.guests(rows) };
    });
    if (places.length > 0)
      yield places.map((place) => {
        number += 1;
        return rosterCells(
          {
            name: place.display_name,
            phone: withPhones ? place.phone : maskedPhone(place.phone),
            status: place.status,
            seats: place.seats,
            guests: guestsOf(place),
            decidedAt: place.decided_at,
            byStaff: place.registered_by !== place.person_id,
            admitted: place.admitted_seats ?? 0,
          },
          number,
        );
      });
    const last = places.at(-1);
    if (places.length < ROWS || last === undefined) return;
    after = last.position;
  }
}
