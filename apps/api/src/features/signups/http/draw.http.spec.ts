import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { addressOf, API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { entryNumber, replay } from '@xiaolin/shared-types/lottery/draw';
import { lotteryRoutes as routes } from '@xiaolin/shared-types/lottery/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aCategory, aDraft, aRun } from '../../../test/activity-builders.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';

onRunningApp('a lottery over HTTP', (app) => {
  const ids = { worker: '', activity: '', run: '' };
  let crowd: string[] = [];
  let keys = 0;
  const requestKey = () => `draw-key-${(keys += 1)}-00000`;
  const params = () => ({ occurrenceId: ids.run });

  beforeAll(async () => {
    const organizationId = await app().seed(async (tx) => {
      await aCategory(tx);
      const mine = await anOrganization(tx);
      ids.worker = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      crowd = (await people(tx, 4)).map(({ id }) => id);
      return mine.id;
    });
    const terms = { mode: 'lottery' as const };
    const draft = aDraft({
      organizationId,
      occurrences: [aRun({ capacity: 1, waitlistLimit: 2, closesAt: '2026-11-27T04:00:00.000Z', terms })],
    });
    const made = valueOf(
      await app().call(activityRoutes.createDraft, {
        body: { requestKey: requestKey(), draft },
        as: ids.worker,
      }),
    );
    ids.activity = made.id;
    ids.run = made.draft.occurrences[0]?.id ?? '';
    expect(codeOf(await app().call(routes.show, { params: params() }))).toBe('occurrence.unknown');
    valueOf(
      await app().call(activityRoutes.publish, { params: { activityId: ids.activity }, as: ids.worker }),
    );
  });

  const enter = async (as: string) =>
    valueOf(
      await app().call(signupRoutes.createForOccurrence, {
        params: params(),
        body: { requestKey: requestKey() },
        as,
      }),
    );

  it('commits to a seed with publishing and tells it to nobody before the draw', async () => {
    const [seed] = await app().uow.read((tx) =>
      tx.query<{ seed: string }>('SELECT seed FROM lottery WHERE line_id = ?', [ids.run]),
    );
    const before = valueOf(await app().call(routes.show, { params: params() }));
    expect(before).toMatchObject({ entries: 0, drawn: null, drawsAt: '2026-11-27T04:00:00.000Z' });
    expect(before.commitment).toMatch(/^[0-9a-f]{64}$/);
    const entered = await enter(crowd[0] ?? '');
    expect(entered.status).toBe('in-draw');
    const asks = [
      [routes.show, { params: params() }, undefined],
      [routes.page, { params: { ...params(), page: '1' } }, undefined],
      [activityRoutes.detail, { params: { activityId: ids.activity } }, undefined],
      [activityRoutes.detailForStaff, { params: { activityId: ids.activity } }, ids.worker],
      [signupRoutes.rosterOfOccurrence, { params: params() }, ids.worker],
      [signupRoutes.mineOne, { params: { signupId: entered.id } }, crowd[0]],
    ] as const;
    const answers = await Promise.all(
      asks.map(async ([route, call, as]) => {
        const answer = await fetch(`${app().baseUrl}${API_PREFIX}${addressOf(route, call)}`, {
          headers: as === undefined ? {} : { authorization: `Bearer ${app().tokenFor(as)}` },
        });
        return answer.text();
      }),
    );
    for (const answer of answers) expect(answer).not.toContain(seed?.seed ?? 'none');
    expect(codeOf(await app().call(routes.page, { params: { ...params(), page: '1' } }))).toBe(
      'draw.not-drawn',
    );
  });

  it('draws for whoever looks, lets them draw again, and tells each person', async () => {
    for (const id of crowd.slice(1)) await enter(id);
    app().clock.set('2026-11-27T04:00:00.000Z');
    // What the process has just answered it repeats for a second.
    await sleep(1_100);
    const { drawn, commitment, entries } = valueOf(await app().call(routes.show, { params: params() }));
    if (drawn === null) throw new Error('not drawn');
    const page = valueOf(await app().call(routes.page, { params: { ...params(), page: '1' } }));
    expect([entries, drawn.pages]).toEqual([4, 1]);
    const { seed, digest, seats, waitlistLimit } = drawn;
    expect(
      replay({ commitment, seed, digest, room: { seats, waitlistLimit }, entries: page.entries }),
    ).toEqual({ same: true });
    expect(page.entries.map(({ outcome }) => outcome)).toEqual([
      'confirmed',
      'waitlisted',
      'waitlisted',
      'not-drawn',
    ]);
    await app().runJobs();
    await app().deliverOutbox();
    for (const as of crowd) {
      const mine = [
        ...valueOf(await app().call(signupRoutes.mine, { query: { when: 'coming' }, as })).items,
        ...valueOf(await app().call(signupRoutes.mine, { query: { when: 'past' }, as })).items,
      ];
      const place = mine[0];
      const outcome = page.entries.find(({ number }) => number === entryNumber(place?.id ?? ''))?.outcome;
      expect(place?.status).toBe(outcome);
      const told = valueOf(await app().call(inboxRoutes.list, { query: {}, as })).items;
      expect(told.map(({ kind, facts }) => [kind, facts['status']])).toEqual([['signup.drawn', outcome]]);
    }
  });

  it('knows no draw of what is not drawn', async () => {
    expect(codeOf(await app().call(routes.show, { params: { occurrenceId: 'nothing' } }))).toBe(
      'occurrence.unknown',
    );
  });
});
