/** Real: the app over HTTP, both databases, the outbox. Not real: the clock, and the death of a process. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { OutboxRunner } from '../../../platform/outbox/outbox-runner.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { aCategory } from '../../../test/activity-builders.js';
import { codeOf, startTestApp, type TestApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { describeOnMysql } from '../../../test/engines.js';
import { aPlainActivity, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { DeliverMessages } from './deliver-messages.js';
import { DELIVER } from './messages.js';

const SIGNED_UP = 43;
const LEASE_MINUTES = 0.5;
const random = new SystemRandom();

for (const [engine, suite] of [
  ['sqlite', describe],
  ['mysql', describeOnMysql],
] as const)
  suite(`an activity called off after ${SIGNED_UP} sign-ups [${engine}]`, () => {
    const clock = new TestClock();
    let app: TestApp;
    let residents: readonly string[] = [];
    let activityId = '';

    beforeAll(async () => {
      app = await startTestApp(engine, clock);
      await app.seed(async (tx) => {
        await anOrganization(tx, { id: 'here' });
        await aCategory(tx, { id: 'green' });
        await aPerson(tx, { id: 'worker' });
        await aMembership(tx, 'worker', 'here');
        const activity = await aPlainActivity(tx, { organizationId: 'here', title: '健康讲座' });
        activityId = activity.id;
        const line = await aLine(tx, { activityId, organizationId: 'here', capacity: 60 });
        residents = (await people(tx, SIGNED_UP)).map(({ id }) => id);
        await confirmedPlaces(tx, line.id, residents);
      });
    });
    afterAll(() => app.close());

    const cancel = () =>
      app.call(activityRoutes.cancel, {
        params: { activityId },
        body: { reason: '下大雨' },
        as: 'worker',
      });
    /** How often each of them finds it in their own inbox. */
    const found = async () => {
      const amounts: number[] = [];
      for (const as of residents) {
        const { items } = valueOf(await app.call(inboxRoutes.list, { query: {}, as }));
        amounts.push(items.filter(({ kind }) => kind === 'signup.called-off').length);
      }
      return amounts;
    };
    const each = (amount: number) => residents.map(() => amount);

    it('is found once in 43 inboxes, though a process dies in the middle and it is asked twice', async () => {
      expect(valueOf(await cancel()).status).toBe('cancelled');
      expect(codeOf(await cancel())).toBe('activity.wrong-state');
      expect(await found()).toEqual(each(0));

      // A process that dies after its insert and before its commit; its lease still runs.
      const dying = new OutboxRunner(app.uow, clock, random);
      const delivery = new DeliverMessages(dying, clock, random);
      let deaths = 0;
      dying.handle(DELIVER, async (tx, payload) => {
        await delivery.execute(tx, payload);
        deaths += 1;
        throw new Error('killed');
      });
      await dying.runOnce();
      expect(deaths).toBeGreaterThan(0);
      expect(await found()).toEqual(each(0));
      await app.seed((tx) =>
        tx.query("UPDATE outbox SET lease_owner = 'dead', lease_until = ? WHERE done_at IS NULL", [
          clock.in(LEASE_MINUTES),
        ]),
      );
      await app.deliverOutbox();
      expect(await found()).toEqual(each(0));

      clock.advance(LEASE_MINUTES);
      await app.deliverOutbox();
      expect(await found()).toEqual(each(1));

      // The worst: another delivered it and died before anybody knew, so it is delivered again.
      await app.seed((tx) =>
        tx.query('UPDATE outbox SET done_at = NULL, lease_until = NULL, due_at = ? WHERE topic = ?', [
          clock.instant(),
          DELIVER,
        ]),
      );
      await app.deliverOutbox();
      expect(await found()).toEqual(each(1));
    });
  });
