/** Real: the built command in a process of its own, both databases, the key that the server kept. */
import { expect, it } from '@jest/globals';
import { HourVersions } from '../../features/hours/index.js';
import { onRunningApp } from '../app.js';
import { anOrganization, aPerson } from '../builders.js';
import { runCommand } from '../race/processes.js';
import { aPlainActivity, aShift } from '../shift-builders.js';

onRunningApp('npm run verify-ledger', (app) => {
  const verify = (more: Record<string, string> = {}) => {
    const { dataDir, databaseUrl } = app().config;
    return runCommand('verify-ledger', {
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      ...more,
    });
  };

  it('says that all is whole, beside the running server; names one changed row and ends with 1', async () => {
    app().clock.set('2026-11-20T04:00:00.000Z');
    const recordId = await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here', name: '万溪冲社区' });
      for (const id of ['volunteer', 'worker', 'overseer']) await aPerson(tx, { id });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      const { id: shiftId } = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: '2026-11-20T01:00:00.000Z',
        endsAt: '2026-11-20T03:00:00.000Z',
      });
      return app()
        .get(HourVersions)
        .addManual(tx, {
          shiftId,
          personId: 'volunteer',
          minutes: 120,
          reason: '断网',
          evidence: '签到表',
          by: { actorId: 'worker', role: 'worker', scopeId: 'here' },
          approvedBy: { actorId: 'overseer', role: 'worker', scopeId: 'here' },
        });
    });
    app().clock.set('2026-11-21T04:00:00.000Z');
    await app().runJobs();
    expect(await verify()).toEqual({
      code: 0,
      said: '✓ 万溪冲社区 (here): entries 2, records 1, signed heads 1\nLedgers: 1, all whole.\n',
    });
    await app().seed((tx) => tx.query('UPDATE hour_record SET minutes = 600'));
    expect(await verify()).toEqual({
      code: 1,
      said: [
        '✗ 万溪冲社区 (here): entries 2, records 1, signed heads 1',
        `    record ${recordId} differs from entry 2: minutes was 120, is 600`,
        'Ledgers: 1, broken: 1.\n',
      ].join('\n'),
    });
  }, 120_000);

  it('cannot check heads without their key, and says which it needs', async () => {
    const { code, said } = await verify({ SIGNING_KEY: Buffer.alloc(32, 1).toString('base64url') });
    expect([code, said]).toEqual([1, expect.stringContaining('into SIGNING_KEYS_RETIRED')]);
  }, 120_000);
});
