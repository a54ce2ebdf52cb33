import { beforeAll, expect, it } from '@jest/globals';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';

onRunningApp('promotion by hand over HTTP', (app) => {
  let keys = 0;
  const requestKey = () => `promote-key-${(keys += 1)}-0000`;
  const ids = { worker: '', stranger: '', line: '' };
  let places: { id: string; status: string }[] = [];

  beforeAll(async () => {
    const crowd = await app().seed(async (tx) => {
      const mine = await anOrganization(tx);
      ids.worker = (await aPerson(tx)).id;
      ids.stranger = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      await aMembership(tx, ids.stranger, (await anOrganization(tx)).id);
      ids.line = (await aLine(tx, { organizationId: mine.id, capacity: 1 })).id;
      return people(tx, 4);
    });
    places = [];
    for (const { id } of crowd)
      places.push(
        valueOf(
          await app().call(routes.createForOccurrence, {
            params: { occurrenceId: ids.line },
            body: { requestKey: requestKey() },
            as: id,
          }),
        ),
      );
  });

  const promote = (parties: number, as = ids.worker, key = requestKey()) =>
    app().call(routes.promote, {
      params: { occurrenceId: ids.line },
      body: { requestKey: key, parties },
      as,
    });

  it('offers to the first in line, adds their seats, and answers a repeat as the first time', async () => {
    expect(codeOf(await promote(1, ids.stranger))).toBe('access.out-of-scope');
    const key = requestKey();
    const first = valueOf(await promote(2, ids.worker, key));
    expect(first.offered.map(({ signupId }) => signupId)).toEqual([places[1]?.id, places[2]?.id]);
    expect(first.capacity).toBe(3);
    expect(valueOf(await promote(2, ids.worker, key))).toEqual(first);
    expect(codeOf(await promote(1, ids.worker, key))).toBe('request.key-reused');
    const roster = valueOf(
      await app().call(routes.rosterOfOccurrence, {
        params: { occurrenceId: ids.line },
        query: {},
        as: ids.worker,
      }),
    );
    expect(roster.items.map(({ status }) => status)).toEqual([
      'confirmed',
      'offered',
      'offered',
      'waitlisted',
    ]);
  });

  it('says that nobody waits, and asks for a number that makes sense', async () => {
    valueOf(await promote(50));
    expect(codeOf(await promote(1))).toBe('signup.nobody-waits');
    expect(codeOf(await promote(0))).toBe('request.invalid');
  });
});
