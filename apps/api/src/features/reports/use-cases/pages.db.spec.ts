import { beforeAll, expect, it } from '@jest/globals';
import { insertRows } from '../../../platform/db/rows.js';
import { aLine, aPerson, anOrganization, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { anHourRecord, confirmedPlaces } from '../../../test/shift-builders.js';
import { RosterReader } from '../store/roster.reader.js';
import { hourPages } from './hour-pages.js';
import { rosterPages } from './roster-pages.js';

/** One more than a page. */
const PEOPLE = 501;

onBothEngines('a table that is read while others write', (db) => {
  let ids: string[] = [];
  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      await anOrganization(tx, { id: 'unit' });
      await aPerson(tx, { id: 'first', name: '第一位' });
      ids = ['first', ...(await people(tx, PEOPLE - 1)).map(({ id }) => id)];
      await aLine(tx, { id: 'run', capacity: 600 });
      await confirmedPlaces(tx, 'run', ids);
    });
  });

  it('has nobody twice who gave up a place and took another, and everybody who kept theirs', async () => {
    const { uow } = db();
    const subject = await uow.read((tx) => new RosterReader(tx).subject('run'));
    if (subject === undefined) throw new Error('seeded above');
    const pages = rosterPages(uow, subject, false);
    const first = await pages.next();
    expect(first.value).toHaveLength(500);
    await uow.run(async (tx) => {
      await tx.query("UPDATE signup SET position = 502 WHERE line_id = 'run' AND person_id = 'first'");
      await tx.query("UPDATE line SET next_position = 503 WHERE id = 'run'");
    });
    const second = await pages.next();
    expect((second.value as unknown[][]).map((row) => row[0])).toEqual([PEOPLE]);
    expect((await pages.next()).done).toBe(true);
  });

  it('has a shift of a person once, whichever version was there when its page was read', async () => {
    const { uow } = db();
    const record = (id: string, at: number, given: object) =>
      anHourRecord(
        {
          id,
          recordingUnitId: 'unit',
          activityId: 'activity',
          shiftId: 'shift',
          personId: ids[at] ?? '',
        },
        { shift_starts_at: '2026-11-20T01:00:00.000Z', facts: null, ...given },
      );
    await uow.run(async (tx) => {
      const rows = ids.map((_, at) => record(`z-${String(at).padStart(4, '0')}`, at, {}));
      for (let from = 0; from < rows.length; from += 250)
        await insertRows(tx, 'hour_record', rows.slice(from, from + 250));
    });
    const pages = hourPages(uow, ['unit'], { from: '2026-11-01', to: '2026-11-30' });
    const first = (await pages.next()).value as unknown[][];
    const sent = String(first[0]?.at(-1));
    const at = Number(sent.slice(2));
    await uow.run(async (tx) => {
      await tx.query('UPDATE hour_record SET is_current = 0 WHERE id = ?', [sent]);
      // Its id sorts last: a page that went on after ids would show the shift again.
      await insertRows(tx, 'hour_record', [record('zz-corrected', at, { version: 2 })]);
    });
    const second = (await pages.next()).value as unknown[][];
    expect(first.length + second.length).toBe(PEOPLE);
    expect(second.map((row) => row.at(-1))).not.toContain('zz-corrected');
  });
});
