import { beforeAll, expect, it } from '@jest/globals';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';

onRunningApp('signups over HTTP', (app) => {
  let keys = 0;
  const requestKey = () => `http-key-${(keys += 1)}-${'0'.repeat(4)}`;
  const ids = { me: '', other: '', worker: '', stranger: '', line: '', shift: '' };

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const mine = await anOrganization(tx);
      const beside = await anOrganization(tx);
      ids.me = (await aPerson(tx, { name: '段丽华', phone: '13800000042' })).id;
      ids.other = (await aPerson(tx)).id;
      ids.worker = (await aPerson(tx)).id;
      ids.stranger = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      await aMembership(tx, ids.stranger, beside.id);
      ids.line = (await aLine(tx, { organizationId: mine.id, capacity: 1, title: '太极班' })).id;
      ids.shift = (
        await aLine(tx, {
          kind: 'shift',
          capacity: 1,
          waitlistLimit: 0,
          startsAt: '2026-12-02T06:00:00.000Z',
          endsAt: '2026-12-02T08:00:00.000Z',
        })
      ).id;
    });
  });

  const join = (as: string, occurrenceId = ids.line, key = requestKey()) =>
    app().call(routes.createForOccurrence, { params: { occurrenceId }, body: { requestKey: key }, as });

  it('takes a seat, then a place in line, and shows both to their owners', async () => {
    expect(valueOf(await join(ids.me))).toMatchObject({
      status: 'confirmed',
      ahead: null,
      kind: 'occurrence',
    });
    expect(valueOf(await join(ids.other))).toMatchObject({ status: 'waitlisted', ahead: 0 });
    const { items } = valueOf(await app().call(routes.mine, { query: { when: 'coming' }, as: ids.other }));
    expect(items.map(({ title, ahead }) => [title, ahead])).toEqual([['太极班', 0]]);
  });

  it('shows the roster to its staff with masked telephones, and to nobody else', async () => {
    const roster = (as?: string) =>
      app().call(routes.rosterOfOccurrence, {
        params: { occurrenceId: ids.line },
        query: {},
        ...(as !== undefined && { as }),
      });
    const { items } = valueOf(await roster(ids.worker));
    expect(items.map(({ displayName, maskedPhone }) => [displayName, maskedPhone])[0]).toEqual([
      '段丽华',
      '138****0042',
    ]);
    expect(codeOf(await roster(ids.stranger))).toBe('access.out-of-scope');
    expect(codeOf(await roster(ids.me))).toBe('access.not-staff');
    expect(codeOf(await roster())).toBe('session.required');
  });

  it('answers what does not fit with a code', async () => {
    expect(codeOf(await join(ids.me))).toBe('signup.already');
    expect(codeOf(await join(ids.me, 'no-such-occurrence'))).toBe('occurrence.unknown');
    expect(codeOf(await join(ids.me, ids.shift))).toBe('occurrence.unknown');
    const bad = await app().call(routes.createForOccurrence, {
      params: { occurrenceId: ids.line },
      body: { requestKey: 'short' },
      as: ids.me,
    });
    expect(bad.ok ? null : bad.problem.errors?.map(({ path }) => path)).toEqual(['body.requestKey']);
  });

  it('refuses a full shift that has no waitlist', async () => {
    const take = (as: string) =>
      app().call(routes.createForShift, {
        params: { shiftId: ids.shift },
        body: { requestKey: requestKey() },
        as,
      });
    expect(codeOf(await take(ids.other))).toBe('ok');
    expect(codeOf(await take(ids.stranger))).toBe('signup.full');
  });

  it('pages through my places without losing or doubling one', async () => {
    const person = await app().seed((tx) => aPerson(tx));
    const lines = await app().seed(async (tx) => {
      const made = [];
      for (let day = 10; day < 15; day += 1)
        made.push(
          await aLine(tx, {
            startsAt: `2026-12-${day}T06:00:00.000Z`,
            endsAt: `2026-12-${day}T08:00:00.000Z`,
          }),
        );
      return made;
    });
    for (const { id } of lines) valueOf(await join(person.id, id));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(
        await app().call(routes.mine, {
          query: { when: 'coming', limit: '2', ...(cursor && { cursor }) },
          as: person.id,
        }),
      );
      seen.push(...page.items.map(({ lineId }) => lineId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(lines.map(({ id }) => id));
    const broken = await app().call(routes.mine, {
      query: { when: 'coming', cursor: 'bm90LW91cnM' },
      as: person.id,
    });
    expect(codeOf(broken)).toBe('request.invalid');
  });

  it('cancels once, and the place leaves the list of what is to come', async () => {
    const person = await app().seed((tx) => aPerson(tx));
    const line = await app().seed((tx) => aLine(tx, {}));
    const { id } = valueOf(await join(person.id, line.id));
    const body = { requestKey: requestKey(), reason: '临时有事' };
    const first = valueOf(await app().call(routes.cancel, { params: { signupId: id }, body, as: person.id }));
    expect(first.status).toBe('cancelled');
    expect(
      valueOf(await app().call(routes.cancel, { params: { signupId: id }, body, as: person.id })),
    ).toEqual(first);
    const again = { requestKey: requestKey() };
    expect(
      codeOf(await app().call(routes.cancel, { params: { signupId: id }, body: again, as: person.id })),
    ).toBe('signup.not-cancellable');
    expect(
      codeOf(await app().call(routes.cancel, { params: { signupId: id }, body: again, as: ids.me })),
    ).toBe('signup.unknown');
    const past = valueOf(await app().call(routes.mine, { query: { when: 'past' }, as: person.id }));
    expect(past.items.map(({ status }) => status)).toEqual(['cancelled']);
  });
});
