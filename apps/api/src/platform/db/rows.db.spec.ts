import { beforeEach, expect, it } from '@jest/globals';
import { onBothEngines } from '../../test/engines.js';
import { insertMissing, insertRows, marks, updateRow } from './rows.js';
import { isDuplicate } from './transient.js';

const category = (id: string, name: string) => ({ id, name, cover: 'arts', sort: 0 });
const revoked = (session_id: string, revoked_at = '1') => ({ session_id, revoked_at, expires_at: '9' });

onBothEngines('rows', (db) => {
  beforeEach(() =>
    db().uow.run(async (tx) => {
      await tx.query('DELETE FROM category');
      await tx.query('DELETE FROM session_revocation');
    }),
  );
  const names = () =>
    db().uow.read(async (tx) =>
      (await tx.query<{ name: string }>('SELECT name FROM category ORDER BY id')).map(({ name }) => name),
    );

  it('inserts many in one statement, Chinese and emoji intact', async () => {
    await db().uow.run((tx) =>
      insertRows(tx, 'category', [category('a', '民族文艺'), category('b', '环保 🌱')]),
    );
    expect(await names()).toEqual(['民族文艺', '环保 🌱']);
  });

  it('does nothing for no row', async () => {
    await db().uow.run((tx) => insertRows(tx, 'category', []));
    expect(await names()).toEqual([]);
  });

  it('refuses a row that lacks a column of the first', async () => {
    const { name: _, ...lacking } = category('b', '');
    await expect(
      db().uow.run((tx) => insertRows(tx, 'category', [category('a', 'A'), lacking])),
    ).rejects.toThrow('lacks a column');
    expect(await names()).toEqual([]);
  });

  it('tells a duplicate from other faults', async () => {
    const insert = () => db().uow.run((tx) => insertRows(tx, 'category', [category('a', 'A')]));
    await insert();
    expect(isDuplicate(await insert().catch((error: unknown) => error))).toBe(true);
    const other = await db()
      .uow.run((tx) => tx.query('SELECT nothing FROM nowhere'))
      .catch((error: unknown) => error);
    expect(isDuplicate(other)).toBe(false);
  });

  it('inserts what is missing and leaves the rest as it is', async () => {
    await db().uow.run((tx) => insertRows(tx, 'session_revocation', [revoked('a', 'first')]));
    await db().uow.run((tx) =>
      insertMissing(
        tx,
        'session_revocation',
        ['session_id'],
        [revoked('a', 'second'), revoked('b'), revoked('b')],
      ),
    );
    const rows = await db().uow.read((tx) =>
      tx.query<{ session_id: string; revoked_at: string }>(
        'SELECT session_id, revoked_at FROM session_revocation ORDER BY session_id',
      ),
    );
    expect(rows.map((row) => [row.session_id, row.revoked_at])).toEqual([
      ['a', 'first'],
      ['b', '1'],
    ]);
  });

  it('swallows nothing but the duplicate', async () => {
    const bad = { ...revoked('c'), expires_at: null };
    await expect(
      db().uow.run((tx) => insertMissing(tx, 'session_revocation', ['session_id'], [bad])),
    ).rejects.toThrow();
  });

  it('updates one row', async () => {
    await db().uow.run(async (tx) => {
      await insertRows(tx, 'category', [category('a', 'A'), category('b', 'B')]);
      await updateRow(tx, 'category', 'b', { name: 'C' });
    });
    expect(await names()).toEqual(['A', 'C']);
  });

  it('matches nothing with an empty list', async () => {
    await db().uow.run((tx) => insertRows(tx, 'category', [category('a', 'A')]));
    expect(
      await db().uow.read((tx) => tx.query(`SELECT id FROM category WHERE id IN (${marks([])})`)),
    ).toEqual([]);
  });
});
