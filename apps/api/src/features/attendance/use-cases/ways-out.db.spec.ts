/** Real: both databases, the desk, hour records, the job. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SystemRandom } from '../../../platform/random/random.js';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { scanDesk } from '../../../test/scan-desk.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { Messages } from '../../inbox/index.js';
import { MembershipDirectory, Scope } from '../../organizations/index.js';
import { RemindWaysOut } from './remind-ways-out.js';
import { WaysOut } from './ways-out.js';

const START = '2026-11-24T06:00:00.000Z';
const END = '2026-11-24T08:00:00.000Z';

onBothEngines('ways out that were missed', (db) => {
  const clock = new TestClock();
  const random = new SystemRandom();
  const scope = new Scope(clock);
  let waysOut: WaysOut;
  let roster: ReturnType<typeof scanDesk>['roster'];
  let reminder: () => RemindWaysOut;
  let keys = 0;
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      for (const [id, at] of [
        ['worker', 'here'],
        ['colleague', 'here'],
        ['neighbour', 'beside'],
        ['street-worker', 'street'],
      ] as const) {
        await aPerson(tx, { id });
        await aMembership(tx, id, at);
      }
    });
  });

  beforeEach(() => {
    const messages = new Messages(new Outbox(clock, random));
    const desk = scanDesk(db().uow, clock);
    roster = desk.roster;
    const staff = new MembershipDirectory(db().uow, clock);
    waysOut = new WaysOut(db().uow, clock, random, scope, staff, messages, desk.recordHours);
    reminder = () => new RemindWaysOut(db().uow, clock, messages, new JobRunner());
  });

  /** Somebody who checked in at the start and never checked out. */
  const stay = async (given: Partial<Parameters<typeof aShift>[1]> & { who?: string } = {}) => {
    const { who, ...of } = given;
    const seeded = await db().uow.run(async (tx) => {
      const shift = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
        ...of,
      });
      const me = who ?? (await people(tx, 1))[0]?.id ?? '';
      await confirmedPlaces(tx, shift.id, [me]);
      return { shiftId: shift.id, me };
    });
    clock.set(START);
    await roster.execute(who === 'worker' ? 'colleague' : 'worker', seeded.shiftId, {
      requestKey: key(),
      personId: seeded.me,
      direction: 'in',
      reason: '手机没电',
    });
    clock.set('2026-11-24T10:00:00.001Z');
    return seeded;
  };
  const propose = (who: string, shiftId: string, outAt = '2026-11-24T07:30:00.000Z') =>
    waysOut.propose(who, shiftId, { requestKey: key(), outAt, reason: '忘了签退' });
  const proposeFor = (who: string, shiftId: string, personId: string) =>
    waysOut.proposeFor(who, shiftId, {
      requestKey: key(),
      personId,
      outAt: '2026-11-24T07:00:00.000Z',
      reason: '看到他七点走的',
    });
  const idOf = (missing: { row: { proposal_id: string | null } }) => missing.row.proposal_id ?? '';
  const yes = () => ({ requestKey: key(), agree: true });
  const no = () => ({ requestKey: key(), agree: false, reason: '那时还在' });
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const records = (shiftId: string) =>
    db().uow.read((tx) =>
      tx.query<{ minutes: number; flags: string; status: string }>(
        'SELECT minutes, flags, status FROM hour_record WHERE shift_id = ?',
        [shiftId],
      ),
    );

  it('credits nothing until the other side has confirmed; then the minutes, flagged', async () => {
    const { shiftId, me } = await stay();
    const missing = await propose(me, shiftId);
    expect(await records(shiftId)).toEqual([]);
    expect(await code(waysOut.answer(me, idOf(missing), yes()))).toBe('way-out.own');
    expect(await waysOut.answerFor('worker', idOf(missing), yes())).toEqual({ agreed: true, minutes: 90 });
    expect(await records(shiftId)).toEqual([
      { minutes: 90, flags: 'roster-tick,proposed-out', status: 'pending' },
    ]);
    expect(await code(waysOut.answerFor('colleague', idOf(missing), yes()))).toBe('way-out.over');
  });

  it('caps a later time at the planned end', async () => {
    const { shiftId, me } = await stay();
    const missing = await propose(me, shiftId, '2026-11-24T23:00:00.000Z');
    expect(missing.row.out_at).toBe(END);
    expect((await waysOut.answerFor('worker', idOf(missing), yes())).minutes).toBe(120);
  });

  it('may be proposed again after a no, and by the other side', async () => {
    const { shiftId, me } = await stay();
    const first = await propose(me, shiftId);
    expect(await code(proposeFor('worker', shiftId, me))).toBe('way-out.already');
    await waysOut.answerFor('worker', idOf(first), no());
    const second = await proposeFor('worker', shiftId, me);
    expect(await code(waysOut.answerFor('worker', idOf(second), yes()))).toBe('way-out.own');
    expect(await code(waysOut.answerFor('colleague', idOf(second), yes()))).toBe('way-out.not-yours');
    expect(await waysOut.answer(me, idOf(second), yes())).toEqual({ agreed: true, minutes: 60 });
  });

  it('lets another level answer for a volunteer who is silent for more than five working days', async () => {
    const { shiftId, me } = await stay();
    const missing = await proposeFor('worker', shiftId, me);
    expect(await code(waysOut.answerFor('street-worker', idOf(missing), yes()))).toBe('way-out.not-yours');
    // Tuesday, and the Tuesday after: five working days; a day later it is six.
    clock.set('2026-12-01T02:00:00.000Z');
    expect(await code(waysOut.answerFor('street-worker', idOf(missing), yes()))).toBe('way-out.not-yours');
    clock.set('2026-12-02T02:00:00.000Z');
    expect(await code(waysOut.answerFor('neighbour', idOf(missing), yes()))).toBe('access.out-of-scope');
    expect(await code(waysOut.answerFor('colleague', idOf(missing), yes()))).toBe('way-out.not-yours');
    expect(await code(waysOut.answerFor('street-worker', idOf(missing), yes()))).toBe('ok');
  });

  it('is never settled by somebody about themselves', async () => {
    const { shiftId } = await stay({ who: 'worker' });
    expect(await code(proposeFor('worker', shiftId, 'worker'))).toBe('way-out.own');
    const own = await propose('worker', shiftId);
    expect(await code(waysOut.answerFor('worker', idOf(own), yes()))).toBe('way-out.own');
    expect(await code(waysOut.answerFor('colleague', idOf(own), yes()))).toBe('ok');
  });

  it('knows no proposal while the way out is open, nor for somebody without a stay', async () => {
    const { shiftId, me } = await stay();
    clock.set('2026-11-24T10:00:00.000Z');
    expect(await code(propose(me, shiftId))).toBe('way-out.not-missing');
    clock.set('2026-11-24T10:00:00.001Z');
    expect(await code(propose('neighbour', shiftId))).toBe('way-out.not-missing');
    expect(await code(proposeFor('neighbour', shiftId, me))).toBe('access.out-of-scope');
    expect(await code(propose(me, 'nowhere'))).toBe('shift.unknown');
  });

  it('art. 19: earns nothing where the role does not count', async () => {
    const { shiftId, me } = await stay({ counts: false });
    const missing = await propose(me, shiftId);
    expect(await waysOut.answerFor('worker', idOf(missing), yes())).toEqual({ agreed: true, minutes: null });
    expect(await records(shiftId)).toEqual([]);
  });

  it('is answered once by two who say yes at once, and each retry hears the same', async () => {
    const { shiftId, me } = await stay();
    const missing = await propose(me, shiftId);
    const body = yes();
    const answers = await Promise.all([
      code(waysOut.answerFor('worker', idOf(missing), body)),
      code(waysOut.answerFor('worker', idOf(missing), body)),
      code(waysOut.answerFor('colleague', idOf(missing), yes())),
    ]);
    expect(answers.filter((each) => each === 'way-out.over').length).toBeGreaterThan(0);
    expect(await records(shiftId)).toHaveLength(1);
  });

  it('lists what is missing to its volunteer and to staff in scope, proposals first', async () => {
    const [one, two] = [await stay(), await stay()];
    await propose(two.me, two.shiftId);
    const mine = await waysOut.mine(one.me);
    expect(mine.map(({ row, mayPropose }) => [row.shift_id, mayPropose])).toEqual([[one.shiftId, true]]);
    const { stays } = await waysOut.forStaff('street-worker', { limit: 100, after: null });
    const at = (shiftId: string) => stays.findIndex(({ row }) => row.shift_id === shiftId);
    expect(at(two.shiftId)).toBeLessThan(at(one.shiftId));
    expect(stays[at(two.shiftId)]).toMatchObject({ mayAnswer: true, mayPropose: false });
    expect((await waysOut.forStaff('neighbour', { limit: 100, after: null })).stays).toEqual([]);
    const page = await waysOut.forStaff('worker', { limit: 1, after: null });
    expect([page.stays.length, page.nextCursor === null]).toEqual([1, false]);
  });

  it('reminds whoever is still in when the shift ends, once, whoever runs the job', async () => {
    const { shiftId, me } = await stay();
    clock.set(new Date(Date.parse(END) - 1).toISOString());
    expect(await reminder().execute()).toBe(0);
    clock.set(END);
    const both = await Promise.all([reminder().execute(), reminder().execute()]);
    expect(both.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    expect(await reminder().execute()).toBe(0);
    const told = await db().uow.read((tx) => tx.query<{ payload: string }>('SELECT payload FROM outbox'));
    const mine = told.filter(({ payload }) => payload.includes(`attendance.still-in:${shiftId}`));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.payload).toContain(me);
  });
});
