import { beforeEach, describe, expect, it } from '@jest/globals';
import { type OpenDatabase, onBothEngines } from '../../test/engines.js';
import { insertRows } from './rows.js';
import type { Tx } from './unit-of-work.js';

const put = (tx: Tx, id: string) => insertRows(tx, 'category', [{ id, name: id, cover: 'arts', sort: 0 }]);
const fault = (errno: number) => Object.assign(new Error(`injected ${errno}`), { driverError: { errno } });

async function ids({ uow }: OpenDatabase): Promise<string[]> {
  const rows = await uow.read((tx) => tx.query<{ id: string }>('SELECT id FROM category ORDER BY id'));
  return rows.map(({ id }) => id);
}

onBothEngines('UnitOfWork', (db) => {
  beforeEach(() => db().uow.run((tx) => tx.query('DELETE FROM category')));

  it('keeps all or nothing', async () => {
    await expect(
      db().uow.run(async (tx) => {
        await put(tx, 'a');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await db().uow.run((tx) => put(tx, 'b'));
    expect(await ids(db())).toEqual(['b']);
  });

  it('refuses one inside another, loudly, and goes on working', async () => {
    await expect(db().uow.run(() => db().uow.read((tx) => tx.query('SELECT 1')))).rejects.toThrow('inside');
    await expect(db().uow.read(() => db().uow.run((tx) => put(tx, 'a')))).rejects.toThrow('inside');
    await db().uow.run((tx) => put(tx, 'b'));
    expect(await ids(db())).toEqual(['b']);
  });

  it('loses none of 200 mixed writes at once, whose neighbours fail', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, at) =>
        at % 5 === 4
          ? db().uow.read((tx) => tx.query('SELECT COUNT(*) FROM category'))
          : db().uow.run(async (tx) => {
              await put(tx, `w-${String(at).padStart(3, '0')}`);
              await new Promise((resolve) => setImmediate(resolve));
              if (at % 3 === 0) throw new Error('a failing neighbour');
              return at;
            }),
      ),
    );
    const acknowledged = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' && typeof outcome.value === 'number'
        ? [`w-${String(outcome.value).padStart(3, '0')}`]
        : [],
    );
    expect(acknowledged.length).toBeGreaterThan(90);
    expect(await ids(db())).toEqual(acknowledged);
  });
});

describe('an acknowledged write beside one that is rolled back', () => {
  onBothEngines('two transactions at once', (db) => {
    beforeEach(() => db().uow.run((tx) => tx.query('DELETE FROM category')));

    /** One is acknowledged while its neighbour, begun before it, is rolled back afterwards. */
    async function race(
      transaction: (work: (query: (sql: string) => Promise<unknown>) => Promise<void>) => Promise<unknown>,
    ) {
      let release = () => {};
      const gate = new Promise<void>((resolve) => (release = resolve));
      let begun = () => {};
      const underway = new Promise<void>((resolve) => (begun = resolve));
      const insert = (id: string) =>
        `INSERT INTO category (id, name, cover, sort) VALUES ('${id}', 'x', 'arts', 0)`;
      const failing = transaction(async (query) => {
        await query(insert('rolled-back'));
        begun();
        await gate;
        throw new Error('rolled back');
      });
      await underway;
      const good = transaction(async (query) => {
        await query(insert('acknowledged'));
      });
      const seen = failing.catch(() => undefined);
      const settled = await Promise.race([
        good.then(
          () => true,
          () => false,
        ),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 200)),
      ]);
      release();
      await seen;
      // `null`: it waited for its turn, and is acknowledged now.
      return (
        settled ??
        (await good.then(
          () => true,
          () => false,
        ))
      );
    }

    it('negative control: on the one SQLite connection an acknowledged write is lost', async () => {
      const acknowledged = await race((work) =>
        db().source.transaction((manager) => work((sql) => manager.query(sql))),
      );
      const kept = (await ids(db())).includes('acknowledged');
      expect({ acknowledged, kept }).toEqual({ acknowledged: true, kept: db().uow.engine === 'mysql' });
    });

    it('through the UnitOfWork it is kept', async () => {
      const acknowledged = await race((work) => db().uow.run((tx) => work((sql) => tx.query(sql))));
      expect({ acknowledged, kept: await ids(db()) }).toEqual({ acknowledged: true, kept: ['acknowledged'] });
    });
  });
});

onBothEngines('UnitOfWork and faults of the database', (db) => {
  beforeEach(() => db().uow.run((tx) => tx.query('DELETE FROM category')));

  const failing = (errno: number, times: number) => {
    let calls = 0;
    return {
      calls: () => calls,
      work: async (tx: Tx) => {
        calls += 1;
        await put(tx, `part-${calls}`);
        if (calls <= times) throw fault(errno);
        await put(tx, 'whole');
      },
    };
  };

  it.each([1213, 1205, 1020])('tries the whole again after %i, on MySQL', async (errno) => {
    const { work, calls } = failing(errno, 2);
    const outcome = await db()
      .uow.run(work)
      .then(
        () => 'done',
        () => 'failed',
      );
    if (db().uow.engine === 'sqlite') expect([outcome, calls(), await ids(db())]).toEqual(['failed', 1, []]);
    else expect([outcome, calls(), await ids(db())]).toEqual(['done', 3, ['part-3', 'whole']]);
  });

  it('gives up after five tries, with nothing half-done', async () => {
    const { work, calls } = failing(1213, 99);
    await expect(db().uow.run(work)).rejects.toThrow('injected 1213');
    expect(calls()).toBe(db().uow.engine === 'mysql' ? 5 : 1);
    expect(await ids(db())).toEqual([]);
  });

  it('does not repeat after any other fault', async () => {
    const { work, calls } = failing(1064, 99);
    await expect(db().uow.run(work)).rejects.toThrow();
    expect(calls()).toBe(1);
  });

  it('sees what others have committed since its first read', async () => {
    if (db().uow.engine === 'sqlite') return;
    // READ COMMITTED: under REPEATABLE READ the second read would be as old as the first, and seats oversold.
    const counts = await db().uow.run(async (tx) => {
      const count = async () =>
        Number((await tx.query<{ n: unknown }>('SELECT COUNT(*) AS n FROM category'))[0]?.n);
      const before = await count();
      await db().source.query(
        "INSERT INTO category (id, name, cover, sort) VALUES ('other', 'x', 'arts', 0)",
      );
      return [before, await count()];
    });
    expect(counts).toEqual([0, 1]);
  });
});
