/** Real: both databases, many transactions at once. Not real: the clock, and the records that are written about. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '../../../platform/db/rows.js';
import { isDuplicate } from '../../../platform/db/transient.js';
import { GENESIS, linkHash } from '../../../platform/hashing/link-hash.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { onBothEngines } from '../../../test/engines.js';
import { TestClock } from '../../../test/test-clock.js';
import { LedgerStore } from '../store/ledger.store.js';
import { Ledger, type LedgerEntry } from './ledger.js';
import { SignHeads } from './sign-heads.js';

const SEED = Buffer.alloc(32, 3).toString('base64url');

onBothEngines('appending to a ledger', (db) => {
  const clock = new TestClock('2026-11-23T02:00:00.000Z');
  const ledger = new Ledger(clock);
  let units = 0;
  const newUnit = () => `unit-${(units += 1)}`;
  const entry = (unitId: string, recordId = 'record'): LedgerEntry => ({
    unitId,
    recordId,
    event: 'recorded',
    by: { actorId: 'worker', role: 'worker', scopeId: unitId },
    reason: null,
    record: { id: recordId, minutes: 120 },
  });
  const append = (...entries: readonly LedgerEntry[]) => db().uow.run((tx) => ledger.append(tx, entries));
  const chain = (unitId: string) => db().uow.read((tx) => new LedgerStore(tx).entries(unitId, 0, 10_000));
  /** Throws where a sequence number or a hash is not what the entry before asks for. */
  const expectWhole = async (unitId: string, length: number) => {
    const entries = await chain(unitId);
    let hash = GENESIS;
    for (const [at, each] of entries.entries()) {
      hash = linkHash(hash, each.content);
      expect([each.sequence, each.hash]).toEqual([at + 1, hash]);
    }
    expect(entries).toHaveLength(length);
    const head = await db().uow.read((tx) => ledger.head(tx, unitId));
    expect(head).toMatchObject({ sequence: length, hash });
  };

  it('numbers entries from 1, each with the hash of the one before in its own', async () => {
    const unit = newUnit();
    expect(await db().uow.read((tx) => ledger.head(tx, unit))).toBeNull();
    await append(entry(unit, 'a'), entry(unit, 'b'));
    await append(entry(unit, 'a'));
    await expectWhole(unit, 3);
    const [first] = await chain(unit);
    // Written out: what anybody must come to who reads decision 0016.
    expect(first?.content).toBe(
      `{"at":"2026-11-23T02:00:00.000Z","by":{"actor":"worker","role":"worker","scope":"${unit}"},` +
        `"event":"recorded","reason":null,"record":{"id":"a","minutes":120},"sequence":1,"unit":"${unit}","v":1}`,
    );
  });

  it('takes nothing of a transaction that was rolled back', async () => {
    const unit = newUnit();
    await append(entry(unit));
    await expect(
      db().uow.run(async (tx) => {
        await ledger.append(tx, [entry(unit)]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await append(entry(unit));
    await expectWhole(unit, 2);
  });

  it('never goes back in time, whatever the clocks of the processes say', async () => {
    const unit = newUnit();
    const behind = new Ledger(new TestClock('2026-11-23T01:59:00.000Z'));
    await append(entry(unit));
    await db().uow.run((tx) => behind.append(tx, [entry(unit)]));
    expect((await chain(unit)).map(({ at }) => at)).toEqual(Array(2).fill('2026-11-23T02:00:00.000Z'));
  });

  it('leaves no gap and no fork when sixty transactions write at once', async () => {
    const unit = newUnit();
    await Promise.all(Array.from({ length: 60 }, (_, at) => append(entry(unit, `r-${at}`), entry(unit))));
    await expectWhole(unit, 120);
  });

  it('makes no deadlock of transactions that write to two ledgers, named in either order', async () => {
    const [one, two] = [newUnit(), newUnit()];
    const before = db().uow.retries;
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        at % 2 === 0 ? append(entry(one), entry(two)) : append(entry(two), entry(one)),
      ),
    );
    await expectWhole(one, 40);
    await expectWhole(two, 40);
    expect(db().uow.retries).toBe(before);
  });

  it('as a control: without the lock, transactions at once want the same number', async () => {
    if (db().uow.engine === 'sqlite') return;
    const unit = newUnit();
    await append(entry(unit));
    const unlocked = () =>
      db().uow.run(async (tx) => {
        const head = await new LedgerStore(tx).head(unit);
        const sequence = (head?.sequence ?? 0) + 1;
        await insertRows(tx, 'ledger_entry', [
          {
            unit_id: unit,
            sequence,
            record_id: 'record',
            event: 'recorded',
            at: clock.instant(),
            content: '{}',
            hash: GENESIS,
          },
        ]);
        await tx.query('UPDATE ledger_head SET sequence = ? WHERE unit_id = ?', [sequence, unit]);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, unlocked));
    const failed = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(isDuplicate)).toBe(true);
  });

  describe('signed heads', () => {
    const keys = new SigningKeys(SEED);
    const signer = () => new SignHeads(db().uow, clock, keys, new JobRunner());
    const signed = (unitId: string) => db().uow.read((tx) => new LedgerStore(tx).signed(unitId, null, 100));
    beforeAll(async () => {
      clock.set('2026-12-20T00:00:00.000Z');
      await signer().execute();
    });

    it('there is one for each day, however many processes sign at once, and missed days are caught up', async () => {
      const unit = newUnit();
      clock.set('2026-12-20T02:00:00.000Z');
      await append(entry(unit), entry(unit));
      clock.set('2026-12-22T02:00:00.000Z');
      await append(entry(unit));
      clock.set('2026-12-23T16:20:00.000Z');
      await Promise.all(Array.from({ length: 4 }, () => signer().execute()));
      expect((await signed(unit)).map(({ day, sequence }) => [day, sequence])).toEqual([
        ['2026-12-23', 3],
        ['2026-12-22', 3],
        ['2026-12-21', 2],
        ['2026-12-20', 2],
      ]);
      expect(await signer().execute()).toBe(0);
      const latest = await db().uow.read((tx) => ledger.latestSignedHead(tx, unit));
      expect(latest).toMatchObject({ day: '2026-12-23', sequence: 3 });
    });

    it('no entry gets into a day that is signed: its last entry stays the last', async () => {
      const unit = newUnit();
      clock.set('2026-12-24T15:59:59.000Z');
      await append(entry(unit));
      clock.set('2026-12-24T16:09:00.000Z');
      await signer().execute();
      expect(await signed(unit)).toEqual([]);
      clock.set('2026-12-24T16:10:00.000Z');
      await append(entry(unit));
      await signer().execute();
      expect(await signed(unit)).toMatchObject([{ day: '2026-12-24', sequence: 1 }]);
    });
  });
});
