import { beforeAll, describe, expect, it } from '@jest/globals';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { anOrganization } from '../../../test/builders.js';
import { aCategory } from '../../../test/activity-builders.js';
import { type OpenDatabase, onBothEngines } from '../../../test/engines.js';
import { TestClock } from '../../../test/test-clock.js';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { presentLine } from '../../signups/index.js';
import { searchTextOf } from '../rules/fold-text.js';
import { OccurrenceListStore } from '../store/occurrence-list.store.js';
import { ListOccurrences, type OccurrenceQuery } from './list-occurrences.js';

/** Real: the tables of both engines and the SQL of the list. Rows are written straight into the tables. */

const clock = new TestClock('2026-11-23T02:00:00.000Z');
const at = (minutes: number) => clock.in(minutes);

/** A repeatable sequence, so that a failure can be looked at again. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function activities(
  tx: Tx,
  rows: readonly {
    id: string;
    title: string;
    organizationId: string;
    categoryId?: string;
    status?: string;
  }[],
) {
  await insertRows(
    tx,
    'activity',
    rows.map((row) => ({
      id: row.id,
      organization_id: row.organizationId,
      title: row.title,
      summary: '',
      category_id: row.categoryId ?? 'arts',
      responsible_name: '李静',
      responsible_phone: '',
      place_name: '活动室',
      place_detail: '',
      latitude: null,
      longitude: null,
      risk_text: '',
      hazardous: false,
      insurance_text: '',
      audience_text: '',
      cover: null,
      status: row.status ?? 'published',
      version: 1,
      search_text: searchTextOf([row.title, '活动室', '李静']),
      cancelled_reason: null,
      published_at: at(0),
      created_by: 'worker',
      created_at: at(0),
      updated_at: at(0),
      illustrative: true,
    })),
  );
}

const lineRow = (
  id: string,
  activityId: string,
  organizationId: string,
  startsIn: number,
  given: Record<string, string | number> = {},
) => ({
  id,
  kind: 'occurrence',
  activity_id: activityId,
  organization_id: organizationId,
  title: activityId,
  published: 1,
  called_off: 0,
  starts_at: at(startsIn),
  ends_at: at(startsIn + 120),
  opens_at: at(startsIn - 10_000),
  closes_at: at(startsIn),
  capacity: 10,
  waitlist_limit: 5,
  taken: 0,
  waiting: 0,
  next_position: 1,
  mode: 'first-come',
  ...given,
});

const list = (db: () => OpenDatabase) => new ListOccurrences(db().uow, clock);

async function walk(db: () => OpenDatabase, query: OccurrenceQuery, limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: readonly (string | number)[] | null = null;
  for (;;) {
    const { rows, nextCursor } = await list(db).execute(query, { limit, after });
    found.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (nextCursor === null || last === undefined) return found;
    after = [last.starts_at, last.id];
  }
}

onBothEngines('the public list', (db) => {
  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'there' });
      await aCategory(tx);
      await aCategory(tx, { id: 'green', name: '环保志愿', cover: 'green' });
      await activities(tx, [
        { id: 'taiji', title: '二十四式太极拳', organizationId: 'here' },
        { id: 'percent', title: '100%_快乐！\\', organizationId: 'there', categoryId: 'green' },
        { id: 'draft', title: '草稿太极', organizationId: 'here', status: 'draft' },
        { id: 'random', title: '随机', organizationId: 'there' },
      ]);
      await insertRows(tx, 'line', [
        lineRow('t1', 'taiji', 'here', 60),
        // 2026-11-23 23:59 and 2026-11-24 00:00 in the district.
        lineRow('t2', 'taiji', 'here', 14 * 60 - 1),
        lineRow('t3', 'taiji', 'here', 14 * 60),
        lineRow('p1', 'percent', 'there', 60),
        lineRow('begun', 'taiji', 'here', -60),
        lineRow('over', 'taiji', 'here', -120),
        lineRow('yesterday', 'taiji', 'here', -11 * 60, { ends_at: at(600) }),
        lineRow('hidden', 'draft', 'here', 60, { published: 0 }),
        lineRow('off', 'taiji', 'here', 90, { called_off: 1 }),
        lineRow('work', 'taiji', 'here', 60, { kind: 'shift' }),
      ]);
    });
  });

  const fixed = async (query: OccurrenceQuery) =>
    (await walk(db, { ...query, to: '2026-11-30' }, 3)).filter((id) => !id.startsWith('r-'));

  it('shows today and later what is published, not over and not called off, by start', async () => {
    expect(await fixed({})).toEqual(['begun', 'p1', 't1', 't2', 't3']);
  });

  it('cuts days where the district does', async () => {
    expect(await fixed({ from: '2026-11-24' })).toEqual(['t3']);
    const { rows } = await list(db).execute({ to: '2026-11-23' }, { limit: 50, after: null });
    expect(rows.map(({ id }) => id)).toEqual(['begun', 'p1', 't1', 't2']);
    expect(await list(db).countDays({ from: '2026-11-22', to: '2026-11-25' })).toEqual([
      { day: '2026-11-22', occurrences: 1 },
      { day: '2026-11-23', occurrences: 4 },
      { day: '2026-11-24', occurrences: 1 },
      { day: '2026-11-25', occurrences: 0 },
    ]);
  });

  it('narrows by category, and by organization with everything below it', async () => {
    expect(await fixed({ categoryId: 'green' })).toEqual(['p1']);
    expect(await fixed({ organizationId: 'street' })).toEqual(['begun', 't1', 't2', 't3']);
    await expect(fixed({ organizationId: 'nowhere' })).rejects.toMatchObject({
      code: 'organization.unknown',
    });
  });

  it.each([
    ['太极', ['begun', 't1', 't2', 't3']],
    ['李静 太极', ['begun', 't1', 't2', 't3']],
    ['太极 快乐', []],
    ['１００％', ['p1']],
    ['%', ['p1']],
    ['_', ['p1']],
    ['!', ['p1']],
    ['\\', ['p1']],
    ['%太', []],
    ["' OR 1=1", []],
    ['没有这个词', []],
  ])('finds %s', async (q, ids) => {
    expect(await fixed({ q })).toEqual(ids);
  });

  describe('has seats', () => {
    const rows = (() => {
      const next = sequence(20_261_123);
      return Array.from({ length: 600 }, (_, index) => {
        // Around the present moment on purpose, with the edges themselves among them.
        const starts = 60 * 24 * 8 + next(5) * 30;
        const opens = next(7) * 30 - 90;
        const line = {
          starts_at: at(starts),
          ends_at: at(starts + 60),
          opens_at: at(opens),
          closes_at: at(opens + 30 * next(6) + 30),
          capacity: 1 + next(3),
          taken: next(4),
          waiting: next(2),
          waitlist_limit: next(3),
          called_off: next(10) === 0 ? 1 : 0,
          mode: next(4) === 0 ? 'approval' : 'first-come',
        };
        return lineRow(`r-${String(index).padStart(4, '0')}`, 'random', 'there', starts, line);
      });
    })();

    it('is what the contract calls open, row for row', async () => {
      await db().uow.run((tx) => insertRows(tx, 'line', rows));
      const open = rows.filter((row) => phaseOf(presentLine(row as never), clock.now()) === 'open');
      expect(open.length).toBeGreaterThan(20);
      const found = await walk(db, { hasSeats: true, from: '2026-12-01' }, 7);
      expect([...found].sort()).toEqual(open.map(({ id }) => id).sort());
    });

    it('is complete page by page, nothing twice, in order', async () => {
      const found = await walk(db, { from: '2026-12-01' }, 7);
      const expected = rows
        .filter(({ called_off }) => called_off === 0)
        .sort((a, b) =>
          a.starts_at === b.starts_at ? (a.id < b.id ? -1 : 1) : a.starts_at < b.starts_at ? -1 : 1,
        )
        .map(({ id }) => id);
      expect(found).toEqual(expected);
    });
  });

  it('reads a page of 20,000 by its index, not by sorting them', async () => {
    await db().uow.run(async (tx) => {
      for (let batch = 0; batch < 20; batch += 1) {
        const names = Array.from({ length: 100 }, (_, i) => `many-${batch}-${i}`);
        await activities(
          tx,
          names.map((id) => ({ id, title: `活动${id}`, organizationId: 'there' })),
        );
        await insertRows(
          tx,
          'line',
          names.flatMap((id, i) =>
            Array.from({ length: 10 }, (_, run) =>
              lineRow(`${id}-${run}`, id, 'there', (run - 5) * 10_000 + batch * 100 + i),
            ),
          ),
        );
      }
      if (tx.engine === 'mysql') await tx.query('ANALYZE TABLE line, activity, category, organization');
    });
    for (const query of [{}, { hasSeats: true }, { categoryId: 'arts' }]) {
      const plan = await planOfPage(db, query);
      expect(plan).toContain('ix_line_list');
      // What is sorted afterwards is the page, never the lines.
      expect(plan).not.toMatch(/filesort|temporary|temp b-tree/);
    }
  }, 60_000);
});

/** How the database goes about cutting the first page; its own words about the innermost select. */
async function planOfPage(db: () => OpenDatabase, query: OccurrenceQuery): Promise<string> {
  return db().uow.read(async (tx) => {
    const explain = tx.engine === 'mysql' ? 'EXPLAIN ' : 'EXPLAIN QUERY PLAN ';
    const spy: Tx = {
      ...tx,
      query: (sql, values) =>
        tx.query(explain + (/FROM \((SELECT[\s\S]*LIMIT \d+)\) page/.exec(sql)?.[1] ?? sql), values),
    };
    const rows = await new OccurrenceListStore(spy).page(
      {
        now: at(0),
        from: at(-600),
        before: null,
        categoryId: query.categoryId ?? null,
        organizationIds: null,
        hasSeats: query.hasSeats ?? false,
        words: [],
      },
      21,
      null,
    );
    return JSON.stringify(rows).toLowerCase();
  });
}
