/** Real: the app on a port, both databases, the outbox. Not real: the clock; WeChat is not configured here. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { feedbackRoutes as routes } from '@xiaolin/shared-types/feedback/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, confirmedPlaces } from '../../../test/shift-builders.js';

onRunningApp('feedback over HTTP', (app) => {
  let serial = 0;
  let keys = 0;
  let activityId = '';
  let guests: string[] = [];
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const id of ['worker', 'head', 'neighbour']) await aPerson(tx, { id });
      await aMembership(tx, 'worker', 'here');
      await aMembership(tx, 'head', 'street', 'administrator');
      await aMembership(tx, 'neighbour', 'beside', 'administrator');
    });
  });

  /** Four people who came and one who did not. */
  beforeEach(async () => {
    serial += 1;
    guests = Array.from({ length: 5 }, (_, at) => `guest-${serial}-${at}`);
    activityId = await app().seed(async (tx) => {
      for (const id of guests) await aPerson(tx, { id });
      const activity = await aPlainActivity(tx, { organizationId: 'here' });
      const line = await aLine(tx, { activityId: activity.id, organizationId: 'here' });
      await confirmedPlaces(tx, line.id, guests);
      await tx.query("UPDATE signup SET status = 'attended' WHERE line_id = ? AND person_id <> ?", [
        line.id,
        guests[4],
      ]);
      return activity.id;
    });
  });

  const signupOf = (personId: string) =>
    app().seed(async (tx) => {
      const [row] = await tx.query<{ id: string }>('SELECT id FROM signup WHERE person_id = ?', [personId]);
      return row?.id ?? '';
    });
  const give = async (
    at: number,
    score: number,
    words?: string,
    given: { requestKey?: string; as?: string } = {},
  ) =>
    app().call(routes.give, {
      params: { signupId: await signupOf(guests[at] ?? '') },
      body: { requestKey: given.requestKey ?? key(), score, ...(words !== undefined && { words }) },
      as: given.as ?? guests[at] ?? '',
    });
  const mine = async (at: number) =>
    valueOf(
      await app().call(routes.mine, {
        params: { signupId: await signupOf(guests[at] ?? '') },
        as: guests[at] ?? '',
      }),
    );
  const read = async (as = 'worker') =>
    app().call(routes.ofActivity, { params: { activityId }, query: {}, as });
  const waiting = (as = 'head') => app().call(routes.waiting, { params: { activityId }, query: {}, as });
  const decide = (feedbackId: string, decision: 'show' | 'withhold', as = 'head') =>
    app().call(routes.decide, { params: { activityId, feedbackId }, body: { decision }, as });

  it('is given once for an attended place, and a retry hears the first answer', async () => {
    expect(await mine(0)).toEqual({ mayGive: true, given: null });
    const requestKey = key();
    const first = valueOf(await give(0, 5, '老师很耐心', { requestKey }));
    expect(first).toMatchObject({ score: 5, words: '老师很耐心' });
    expect(valueOf(await give(0, 5, '老师很耐心', { requestKey }))).toEqual(first);
    expect(codeOf(await give(0, 4, '老师很耐心', { requestKey }))).toBe('request.key-reused');
    expect(codeOf(await give(0, 1))).toBe('feedback.already');
    expect(await mine(0)).toEqual({ mayGive: false, given: first });
  });

  it('is given by those who came only, and for one’s own place', async () => {
    expect(await mine(4)).toEqual({ mayGive: false, given: null });
    expect(codeOf(await give(4, 5))).toBe('feedback.not-attended');
    expect(codeOf(await give(0, 5, undefined, { as: guests[1] ?? '' }))).toBe('signup.unknown');
    expect(codeOf(await give(0, 6))).toBe('request.invalid');
    expect(codeOf(await give(0, 5, '好'.repeat(501)))).toBe('request.invalid');
  });

  it('is counted once of two that arrive together', async () => {
    const codes = (await Promise.all([give(0, 5), give(0, 1)])).map(codeOf).sort();
    expect(codes).toEqual(['feedback.already', 'ok']);
  });

  it('shows satisfaction with its denominator, of attended places only', async () => {
    expect(valueOf(await read()).satisfaction).toMatchObject({ attended: 4, answered: 0, average: null });
    for (const [at, score] of [5, 4, 2].entries()) valueOf(await give(at, score));
    expect(valueOf(await read()).satisfaction).toEqual({
      attended: 4,
      answered: 3,
      satisfied: 2,
      average: 3.7,
      scores: [0, 1, 0, 1, 1],
    });
    await app().seed((tx) =>
      tx.query("UPDATE signup SET status = 'confirmed' WHERE person_id = ?", [guests[2]]),
    );
    expect(valueOf(await read()).satisfaction).toMatchObject({ attended: 3, answered: 2, satisfied: 2 });
  });

  it('shows no words before they are checked; without WeChat they wait for an administrator', async () => {
    valueOf(await give(0, 5, '很好'));
    valueOf(await give(1, 2, '太吵'));
    valueOf(await give(2, 3, ' '));
    expect(valueOf(await read()).items).toEqual([]);
    expect(valueOf(await waiting()).items).toEqual([]);
    await app().deliverOutbox();
    expect(valueOf(await read()).items).toEqual([]);
    const found = valueOf(await waiting()).items;
    expect(found.map(({ words, score }) => [words, score]).sort()).toEqual([
      ['太吵', 2],
      ['很好', 5],
    ]);
    const good = found.find(({ score }) => score === 5)?.id ?? '';
    const bad = found.find(({ score }) => score === 2)?.id ?? '';
    expect(codeOf(await decide(good, 'show', 'worker'))).toBe('access.not-staff');
    expect(codeOf(await decide(good, 'show', 'neighbour'))).toBe('access.out-of-scope');
    expect(valueOf(await decide(good, 'show'))).toEqual({ id: good, state: 'shown' });
    expect(valueOf(await decide(bad, 'withhold'))).toEqual({ id: bad, state: 'withheld' });
    expect(codeOf(await decide(good, 'withhold'))).toBe('feedback.not-waiting');
    expect(codeOf(await decide('nothing', 'show'))).toBe('feedback.unknown');
    const shown = valueOf(await read());
    expect(shown.items.map(({ words }) => words)).toEqual(['很好']);
    // The organiser reads what was said, not who said it.
    expect(JSON.stringify(shown)).not.toContain('guest-');
    expect(JSON.stringify(shown)).not.toContain(await signupOf(guests[0] ?? ''));
  });

  it('lets words whose check never came wait for a person after an hour', async () => {
    valueOf(await give(0, 5, '很好'));
    app().clock.advance(59);
    expect(valueOf(await waiting()).items).toEqual([]);
    app().clock.advance(2);
    const [late] = valueOf(await waiting()).items;
    expect(valueOf(await decide(late?.id ?? '', 'show'))).toMatchObject({ state: 'shown' });
    await app().deliverOutbox();
    expect(valueOf(await read()).items).toHaveLength(1);
  });

  it('is for the staff of the activity', async () => {
    expect(codeOf(await read('neighbour'))).toBe('access.out-of-scope');
    expect(codeOf(await read(guests[0]))).toBe('access.not-staff');
    expect(codeOf(await waiting('neighbour'))).toBe('access.out-of-scope');
  });
});
