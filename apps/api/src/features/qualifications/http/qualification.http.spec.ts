/** Real: the app on a port, both databases. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { qualificationRoutes as routes } from '@xiaolin/shared-types/qualifications/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';

onRunningApp('what volunteers are able to do', (app) => {
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [id, at] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
        ['street-worker', 'street'],
      ] as const) {
        await aPerson(tx, { id });
        await aMembership(tx, id, at);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPlainActivity(tx, { id: 'next-door', organizationId: 'beside' });
    });
  });
  beforeEach(() => app().clock.set('2026-11-23T02:00:00.000Z'));

  let serial = 0;
  /** A shift for first aiders, and somebody who wants it. */
  const stage = (birthYear = 2000, organizationId = 'here') =>
    app().seed(async (tx) => {
      serial += 1;
      const shift = await aShift(tx, {
        activityId: organizationId === 'here' ? 'activity' : 'next-door',
        organizationId,
        startsAt: '2026-12-01T06:00:00.000Z',
        endsAt: '2026-12-01T08:00:00.000Z',
      });
      await tx.query(
        'UPDATE service_role SET requirements = ? WHERE id = (SELECT service_role_id FROM shift WHERE id = ?)',
        [JSON.stringify({ trainings: ['急救培训'], skills: [], minAge: null, maxAge: null }), shift.id],
      );
      const { id: me } = await aPerson(tx, { id: `volunteer-${serial}`, name: '木春晓' });
      await tx.query('UPDATE person SET birth_year = ? WHERE id = ?', [birthYear, me]);
      return { shiftId: shift.id, me };
    });
  const askTraining = (as: string, shiftId: string) =>
    app().call(routes.askTraining, {
      body: { requestKey: key(), shiftId, name: '急救培训', doneOn: '2026-05-01' },
      as,
    });
  const askConsent = (as: string, shiftId: string) =>
    app().call(routes.askConsent, {
      body: { requestKey: key(), shiftId, guardianName: '木国强', guardianPhone: '10000001234' },
      as,
    });
  const decide = (as: string, qualificationId: string, given: object = { verdict: 'confirm' }) =>
    app().call(routes.decide, {
      params: { qualificationId },
      body: { requestKey: key(), verdict: 'confirm', ...given },
      as,
    });
  const waiting = async (as: string) =>
    valueOf(await app().call(routes.waiting, { query: { limit: '100' }, as })).items;
  const why = async (as: string, shiftId: string) =>
    valueOf(await app().call(signupRoutes.shiftEligibility, { params: { shiftId }, as })).refusal;

  it('records a training by the word of the unit, with a day and an end', async () => {
    const { shiftId, me } = await stage();
    const asked = valueOf(await askTraining(me, shiftId));
    expect(asked).toMatchObject({ state: 'asked', organizationName: '万溪冲社区', doneOn: '2026-05-01' });
    expect(codeOf(await askTraining(me, shiftId))).toBe('qualification.already');
    expect(await why(me, shiftId)).toMatchObject({ facts: { state: 'asked' } });
    expect((await waiting('worker')).map(({ id }) => id)).toContain(asked.id);
    expect((await waiting('neighbour')).map(({ id }) => id)).not.toContain(asked.id);
    expect(codeOf(await decide('neighbour', asked.id))).toBe('access.out-of-scope');
    valueOf(await decide('worker', asked.id, { validUntil: '2026-12-01' }));
    expect(codeOf(await decide('worker', asked.id))).toBe('qualification.not-waiting');
    expect(await why(me, shiftId)).toBeNull();
    const { items } = valueOf(await app().call(routes.mine, { as: me }));
    expect(items).toMatchObject([{ state: 'confirmed', validUntil: '2026-12-01' }]);
  });

  it('counts what the street records in all of its communities, and of a unit only there', async () => {
    const here = await stage();
    valueOf(await decide('worker', valueOf(await askTraining(here.me, here.shiftId)).id));
    const beside = await stage(2000, 'beside');
    expect(await why(here.me, beside.shiftId)).toMatchObject({ code: 'signup.training-missing' });
    const by = await stage();
    valueOf(await decide('street-worker', valueOf(await askTraining(by.me, by.shiftId)).id));
    expect(await why(by.me, beside.shiftId)).toBeNull();
  });

  it('art. 15: asks the guardian by telephone, for a year; the number is whole only for whoever calls it', async () => {
    const { shiftId, me } = await stage(2010);
    expect(await why(me, shiftId)).toEqual({ code: 'signup.guardian-consent', facts: { state: 'none' } });
    const asked = valueOf(await askConsent(me, shiftId));
    expect(asked.maskedPhone).toBe('…1234');
    expect((await waiting('worker')).find(({ id }) => id === asked.id)).toMatchObject({
      phone: '10000001234',
      name: '木国强',
      personName: '木春晓',
    });
    valueOf(await decide('worker', asked.id));
    expect(await why(me, shiftId)).toMatchObject({ code: 'signup.training-missing' });
    const { items } = valueOf(await app().call(routes.mine, { as: me }));
    expect(items[0]).toMatchObject({ doneOn: '2026-11-23', validUntil: '2027-11-23' });
  });

  it('says why not, and a guardian may take a consent back', async () => {
    const { shiftId, me } = await stage(2010);
    const first = valueOf(await askConsent(me, shiftId));
    expect(codeOf(await decide('worker', first.id, { verdict: 'refuse' }))).toBe('request.invalid');
    valueOf(await decide('worker', first.id, { verdict: 'refuse', reason: '电话没人接' }));
    expect(await why(me, shiftId)).toMatchObject({ facts: { state: 'refused' } });
    const second = valueOf(await askConsent(me, shiftId));
    valueOf(await decide('worker', second.id));
    valueOf(await decide('worker', second.id, { verdict: 'withdraw', reason: '家长不同意了' }));
    expect(await why(me, shiftId)).toMatchObject({ code: 'signup.guardian-consent' });
    const { items } = valueOf(await app().call(routes.mine, { as: me }));
    expect(items.every(({ maskedPhone }) => maskedPhone === null)).toBe(true);
  });

  it("is nobody's word about themselves, and nobody else's to take back", async () => {
    const { shiftId, me } = await stage();
    const asked = valueOf(await askTraining(me, shiftId));
    await app().seed((tx) => aMembership(tx, me, 'here'));
    expect(codeOf(await decide(me, asked.id))).toBe('qualification.own');
    const record = await app().call(routes.record, {
      params: { shiftId },
      body: { requestKey: key(), personIds: [me], name: '急救培训', doneOn: '2026-11-01', validUntil: null },
      as: me,
    });
    expect(codeOf(record)).toBe('qualification.own');
    const withdraw = (as: string) =>
      app().call(routes.withdraw, {
        params: { qualificationId: asked.id },
        body: { requestKey: key() },
        as,
      });
    expect(codeOf(await withdraw('worker'))).toBe('qualification.unknown');
    expect(codeOf(await withdraw(me))).toBe('ok');
  });

  it('lets staff write a training down for people of a shift, and for nobody else', async () => {
    const { shiftId, me } = await stage();
    const stranger = await stage();
    await app().seed((tx) => confirmedPlaces(tx, shiftId, [me]));
    const recorded = await app().call(routes.record, {
      params: { shiftId },
      body: {
        requestKey: key(),
        personIds: [me, stranger.me],
        name: '急救培训',
        doneOn: '2026-11-20',
        validUntil: null,
      },
      as: 'worker',
    });
    expect(valueOf(recorded)).toEqual({ recorded: 1 });
    expect(await why(me, shiftId)).toBeNull();
    expect(await why(stranger.me, shiftId)).toMatchObject({ code: 'signup.training-missing' });
  });

  it('keeps what people say they can', async () => {
    const { me } = await stage();
    valueOf(await app().call(routes.declareSkills, { body: { skills: ['手语', '英语'] }, as: me }));
    const mine = valueOf(await app().call(routes.declareSkills, { body: { skills: ['英语'] }, as: me }));
    expect(mine.skills).toEqual(['英语']);
  });
});
