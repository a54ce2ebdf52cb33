import { beforeAll, expect, it } from '@jest/globals';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';

onRunningApp('finding somebody on a roster, and their number', (app) => {
  let keys = 0;
  const ids = { worker: '', colleague: '', stranger: '', line: '', other: '', li: '', duan: '' };

  beforeAll(async () => {
    const crowd = await app().seed(async (tx) => {
      const mine = await anOrganization(tx);
      ids.worker = (await aPerson(tx)).id;
      ids.colleague = (await aPerson(tx)).id;
      ids.stranger = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      await aMembership(tx, ids.colleague, mine.id);
      await aMembership(tx, ids.stranger, (await anOrganization(tx)).id);
      ids.line = (await aLine(tx, { organizationId: mine.id, capacity: 10 })).id;
      ids.other = (await aLine(tx, { organizationId: mine.id, capacity: 10 })).id;
      return {
        li: (await aPerson(tx, { name: '李国华', phone: '13800001234' })).id,
        duan: (await aPerson(tx, { name: '段丽华', phone: '13900005678' })).id,
        yang: (await aPerson(tx, { name: '杨1234', phone: '' })).id,
      };
    });
    const signUp = async (as: string) =>
      valueOf(
        await app().call(routes.createForOccurrence, {
          params: { occurrenceId: ids.line },
          body: { requestKey: `roster-tools-${(keys += 1)}-0000` },
          as,
        }),
      ).id;
    ids.li = await signUp(crowd.li);
    ids.duan = await signUp(crowd.duan);
    await signUp(crowd.yang);
  });

  const found = async (find: string, status?: 'confirmed' | 'cancelled') => {
    const query = { find, ...(status !== undefined && { status }) };
    const answer = await app().call(routes.rosterOfOccurrence, {
      params: { occurrenceId: ids.line },
      query,
      as: ids.worker,
    });
    return valueOf(answer).items.map(({ displayName }) => displayName);
  };
  const look = (signupId: string, as = ids.worker, occurrenceId = ids.line) =>
    app().call(routes.showPhone, { params: { occurrenceId, signupId }, as });
  const trail = (signupId: string) =>
    app().seed((tx) =>
      tx.query<{ actor_id: string; action: string; actor_role: string; reason: string | null }>(
        "SELECT actor_id, action, actor_role, reason FROM journal WHERE subject_kind = 'signup' AND subject_id = ?",
        [signupId],
      ),
    );

  it('finds by a part of the name, within the filter', async () => {
    expect(await found('华')).toEqual(['李国华', '段丽华']);
    expect(await found('华', 'cancelled')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('  ')).toHaveLength(3);
  });

  it('finds by the last four digits, not by fewer and not by the middle', async () => {
    expect(await found('1234')).toEqual(['李国华', '杨1234']);
    expect(await found('5678')).toEqual(['段丽华']);
    expect(await found('678')).toEqual([]);
    expect(await found('0000')).toEqual([]);
  });

  it('shows one number in full to staff of the scope, and keeps who looked', async () => {
    expect(valueOf(await look(ids.li))).toEqual({ phone: '13800001234' });
    expect(await trail(ids.li)).toEqual([
      { actor_id: ids.worker, action: 'phone-shown', actor_role: 'worker', reason: null },
    ]);
  });

  it('shows nothing to another organization, nor through another roster', async () => {
    expect(codeOf(await look(ids.duan, ids.stranger))).toBe('access.out-of-scope');
    expect(codeOf(await look(ids.duan, ids.worker, ids.other))).toBe('signup.unknown');
    expect(codeOf(await look('nobody'))).toBe('signup.unknown');
    expect(await trail(ids.duan)).toEqual([]);
  });

  it('stops after thirty within an hour, each member of staff for themselves', async () => {
    for (let looked = 1; looked < 30; looked += 1) valueOf(await look(ids.li));
    expect(codeOf(await look(ids.duan))).toBe('roster.too-many-phones');
    expect(await trail(ids.duan)).toEqual([]);
    expect(valueOf(await look(ids.duan, ids.colleague))).toEqual({ phone: '13900005678' });
  });
});
