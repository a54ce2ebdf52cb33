import { beforeAll, expect, it } from '@jest/globals';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';

onRunningApp('applications over HTTP', (app) => {
  let keys = 0;
  const requestKey = () => `review-key-${(keys += 1)}-0000`;
  const ids = { worker: '', stranger: '', line: '' };
  let crowd: string[] = [];

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const mine = await anOrganization(tx);
      ids.worker = (await aPerson(tx)).id;
      ids.stranger = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      await aMembership(tx, ids.stranger, (await anOrganization(tx)).id);
      const line = { organizationId: mine.id, capacity: 2, waitlistLimit: 1, mode: 'approval' as const };
      ids.line = (await aLine(tx, line)).id;
      crowd = (await people(tx, 5)).map(({ id }) => id);
    });
  });

  const apply = async (as: string) =>
    valueOf(
      await app().call(routes.createForOccurrence, {
        params: { occurrenceId: ids.line },
        body: { requestKey: requestKey() },
        as,
      }),
    );
  const review = (signupIds: string[], body: object, as = ids.worker) =>
    app().call(routes.review, {
      params: { occurrenceId: ids.line },
      body: { requestKey: requestKey(), signupIds, verdict: 'approve' as const, ...body },
      as,
    });

  it('lets the organiser decide in bulk, in the order of the line, and says what could not be decided', async () => {
    const places = [];
    for (const id of crowd) places.push(await apply(id));
    expect(places.map(({ status, ahead }) => [status, ahead])).toEqual(
      crowd.map(() => ['pending-review', null]),
    );
    const [a, b, c, d, e] = places.map(({ id }) => id) as [string, string, string, string, string];
    expect(codeOf(await review([a], {}, ids.stranger))).toBe('access.out-of-scope');
    const key = requestKey();
    const first = valueOf(await review([d, c, b, a, 'nothing'], { requestKey: key }));
    expect(first).toEqual({
      decided: [
        { signupId: a, status: 'confirmed' },
        { signupId: b, status: 'confirmed' },
        { signupId: c, status: 'waitlisted' },
      ],
      refused: [
        { signupId: d, code: 'signup.full' },
        { signupId: 'nothing', code: 'signup.unknown' },
      ],
    });
    expect(valueOf(await review([d, c, b, a, 'nothing'], { requestKey: key }))).toEqual(first);
    expect(valueOf(await review([a], {})).refused).toEqual([{ signupId: a, code: 'signup.not-pending' }]);

    const reason = { code: 'other', text: '这次只招新学员' };
    valueOf(await review([e], { verdict: 'reject', reason }));
    const rejected = valueOf(
      await app().call(routes.mineOne, { params: { signupId: e }, as: crowd[4] as string }),
    );
    expect([rejected.status, rejected.rejection]).toEqual(['rejected', reason]);
    await app().deliverOutbox();
    const told = valueOf(await app().call(inboxRoutes.list, { query: {}, as: crowd[4] as string }));
    expect(told.items.map(({ kind, facts }) => [kind, facts['reason']])).toEqual([
      ['signup.rejected', reason.text],
    ]);
    expect(await apply(crowd[4] as string)).toMatchObject({ id: e, status: 'pending-review' });
  });

  it('asks for a reason with a no, and for words with another reason', async () => {
    expect(codeOf(await review(['x'], { verdict: 'reject' }))).toBe('request.invalid');
    expect(codeOf(await review(['x'], { verdict: 'reject', reason: { code: 'other' } }))).toBe(
      'request.invalid',
    );
  });
});
