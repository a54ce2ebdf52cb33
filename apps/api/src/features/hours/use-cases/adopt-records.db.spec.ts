/** Real: both databases and the migrations themselves, run on rows of before. */
import { expect, it } from '@jest/globals';
import { AdoptHourRecords1795000000085 } from '../../../platform/db/migrations/adopt-hour-records.js';
import { FreezeFacts1795000000081 } from '../../../platform/db/migrations/freeze-facts.js';
import { insertRows } from '../../../platform/db/rows.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { anOrganization, aPerson } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { anHourRecord, aPlainActivity, aShift } from '../../../test/shift-builders.js';
import { VerifyLedger } from './verify-ledger.js';

onBothEngines('records that are older than the ledger', (db) => {
  it('keep what their activity says, and become the first entries of a ledger that is whole', async () => {
    await db().uow.run(async (tx) => {
      await anOrganization(tx, { id: 'here', name: '万溪冲社区' });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      const { id: shiftId } = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: '2026-11-20T01:00:00.000Z',
        endsAt: '2026-11-20T03:00:00.000Z',
      });
      for (const personId of ['a', 'b']) {
        await aPerson(tx, { id: personId });
        await insertRows(tx, 'hour_record', [
          anHourRecord(
            { id: `record-${personId}`, shiftId, personId, activityId: 'activity', recordingUnitId: 'here' },
            { facts: null, computation: '{"minutes":120}' },
          ),
        ]);
      }
    });
    const runner = db().source.createQueryRunner();
    // Twice: the first time it was killed before it was noted as done.
    for (let run = 0; run < 2; run += 1) {
      await new FreezeFacts1795000000081().up(runner);
      await new AdoptHourRecords1795000000085().up(runner);
    }
    await runner.release();
    const [row] = await db().uow.read((tx) =>
      tx.query<{ facts: string; computation: string }>(
        `SELECT facts, computation FROM hour_record WHERE id = 'record-a'`,
      ),
    );
    expect(JSON.parse(row?.facts ?? '')).toEqual({
      title: '花田清理',
      roleName: '引导员',
      content: '引导员',
      startsAt: '2026-11-20T01:00:00.000Z',
      endsAt: '2026-11-20T03:00:00.000Z',
      placeName: '万溪冲梨园',
      unitName: '万溪冲社区',
      responsibleName: '李主任',
    });
    expect(JSON.parse(row?.computation ?? '')).toEqual({ basis: 'scans', minutes: 120 });
    const keys = new SigningKeys(Buffer.alloc(32).toString('base64url'));
    expect(await new VerifyLedger(db().uow, keys).execute()).toEqual([
      { unitId: 'here', unitName: '万溪冲社区', entries: 2, records: 2, signedHeads: 0, faults: [] },
    ]);
  });
});
