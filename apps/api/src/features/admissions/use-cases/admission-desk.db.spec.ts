/** Real: both databases, the migrations, the desk, HMAC. Not real: the clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { SystemRandom } from '../../../platform/random/random.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import { Scope } from '../../organizations/index.js';
import { Outcomes } from '../../signups/index.js';
import { AdmissionDesk } from './admission-desk.js';
import { Admit } from './admit.js';
import { Tickets } from './tickets.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';

onBothEngines('the desk at the door', (db) => {
  const clock = new TestClock();
  const random = new SystemRandom();
  const scope = new Scope(clock);
  const tickets = new Tickets('the secret of this spec');
  let admit: Admit;
  let keys = 0;

  const aDoor = () => {
    const desk = new AdmissionDesk(db().uow, clock, random, scope, new Outcomes(clock, random));
    return new Admit(db().uow, clock, scope, tickets, desk);
  };

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      await anOrganization(tx, { id: 'here' });
      await aPerson(tx, { id: 'worker', name: '小杨' });
      await aPerson(tx, { id: 'helper', name: '老周' });
      await aMembership(tx, 'worker', 'here');
      await aMembership(tx, 'helper', 'here');
    });
  });

  beforeEach(() => {
    clock.set(START);
    admit = aDoor();
  });

  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  const rows = <Row>(sql: string, ...values: string[]) => db().uow.read((tx) => tx.query<Row>(sql, values));
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? String(error),
    );

  /** An occurrence with parties of these sizes. */
  const seed = async (...seats: number[]) => {
    const { lineId, crowd } = await db().uow.run(async (tx) => {
      const line = await aLine(tx, { organizationId: 'here', startsAt: START, endsAt: END, capacity: 500 });
      const made = (await people(tx, seats.length)).map(({ id }) => id);
      await confirmedPlaces(tx, line.id, made);
      for (const [at, size] of seats.entries())
        await tx.query('UPDATE signup SET seats = ? WHERE line_id = ? AND person_id = ?', [
          size,
          line.id,
          made[at],
        ]);
      return { lineId: line.id, crowd: made };
    });
    const places = await rows<{ id: string }>(
      'SELECT id FROM signup WHERE line_id = ? ORDER BY position',
      lineId,
    );
    const ids = places.map(({ id }) => id);
    return { lineId, crowd, ids, first: ids[0] ?? '' };
  };
  const scan = (
    lineId: string,
    signupId: string,
    given: { seats?: number; as?: string; requestKey?: string } = {},
  ) =>
    admit.scan(given.as ?? 'worker', lineId, {
      requestKey: given.requestKey ?? key(),
      code: tickets.of({ signupId, lineId }).code,
      deviceTime: clock.instant(),
      ...(given.seats !== undefined && { seats: given.seats }),
    });
  const statusOf = async (signupId: string) =>
    (await rows<{ status: string }>('SELECT status FROM signup WHERE id = ?', signupId))[0]?.status;
  const eventsOf = (signupId: string) =>
    rows('SELECT action, seats FROM admission_event WHERE signup_id = ? ORDER BY id', signupId);

  it('lets a party in by parts, counts each seat once, and says who was first', async () => {
    const { lineId, first } = await seed(3, 1);
    expect(await scan(lineId, first, { seats: 2 })).toMatchObject({
      admittedSeats: 2,
      changedSeats: 2,
      repeated: false,
      at: START,
      byName: '小杨',
      counts: { admittedSeats: 2, confirmedSeats: 4 },
    });
    expect(await statusOf(first)).toBe('attended');
    clock.advance(5);
    expect(await scan(lineId, first, { as: 'helper' })).toMatchObject({ admittedSeats: 3, changedSeats: 1 });
    clock.advance(5);
    expect(await scan(lineId, first)).toMatchObject({
      admittedSeats: 3,
      changedSeats: 0,
      repeated: true,
      at: '2026-11-28T06:05:00.000Z',
      byName: '老周',
      counts: { admittedSeats: 3, confirmedSeats: 4 },
    });
    expect(await eventsOf(first)).toEqual([
      { action: 'admitted', seats: 2 },
      { action: 'admitted', seats: 1 },
    ]);
  });

  it('undoes with a reason, whole or in part, and the ticket is good again', async () => {
    const { lineId, first } = await seed(3);
    await scan(lineId, first);
    const undo = (seats?: number) =>
      admit.undo('helper', lineId, {
        requestKey: key(),
        signupId: first,
        reason: '点错了',
        ...(seats !== undefined && { seats }),
      });
    expect(await undo(1)).toMatchObject({ admittedSeats: 2, changedSeats: 1, at: START });
    expect(await statusOf(first)).toBe('attended');
    expect(await undo()).toMatchObject({
      admittedSeats: 0,
      at: null,
      byName: null,
      counts: { admittedSeats: 0 },
    });
    expect(await statusOf(first)).toBe('confirmed');
    expect(await codeOf(undo())).toBe('admission.nothing-to-undo');
    expect(await scan(lineId, first)).toMatchObject({ admittedSeats: 3, repeated: false });
    expect(
      await rows(
        'SELECT action, actor_id, scope_id, after_state, reason FROM journal WHERE subject_id = ? ORDER BY id',
        first,
      ),
    ).toEqual([
      { action: 'admitted', actor_id: 'worker', scope_id: 'here', after_state: 'attended 3/3', reason: null },
      {
        action: 'admission-undone',
        actor_id: 'helper',
        scope_id: 'here',
        after_state: 'attended 2/3',
        reason: '点错了',
      },
      {
        action: 'admission-undone',
        actor_id: 'helper',
        scope_id: 'here',
        after_state: 'confirmed 0/3',
        reason: '点错了',
      },
      { action: 'admitted', actor_id: 'worker', scope_id: 'here', after_state: 'attended 3/3', reason: null },
    ]);
    expect(
      await rows(
        'SELECT action, before_status, after_status FROM signup_event WHERE signup_id = ? ORDER BY id',
        first,
      ),
    ).toEqual([
      { action: 'admitted', before_status: 'confirmed', after_status: 'attended' },
      { action: 'admission-undone', before_status: 'attended', after_status: 'confirmed' },
      { action: 'admitted', before_status: 'confirmed', after_status: 'attended' },
    ]);
  });

  it('returns the first answer to a retry, and refuses the key for another place', async () => {
    const { lineId, ids } = await seed(1, 1);
    const requestKey = key();
    const first = await scan(lineId, ids[0] ?? '', { requestKey });
    expect(await scan(lineId, ids[0] ?? '', { requestKey })).toEqual(first);
    expect(first.repeated).toBe(false);
    expect(await codeOf(scan(lineId, ids[1] ?? '', { requestKey }))).toBe('request.key-reused');
  });

  it('takes a forged ticket, another date’s and a cancelled place’s for what they are, and changes nothing', async () => {
    const { lineId, first } = await seed(1);
    const other = await seed(1);
    const { code } = tickets.of({ signupId: first, lineId });
    const show = (text: string) =>
      codeOf(admit.scan('worker', lineId, { requestKey: key(), code: text, deviceTime: START }));
    expect(await show(code.replace(first, other.first))).toBe('admission.code-invalid');
    expect(await show(new Tickets('another secret').of({ signupId: first, lineId }).code)).toBe(
      'admission.code-invalid',
    );
    expect(await show('T1.nobody.aaaaaaaaaaaaaaaaaaaaaa')).toBe('admission.code-invalid');
    expect(await show(tickets.of({ signupId: other.first, lineId: other.lineId }).code)).toBe(
      'admission.other-occurrence',
    );
    expect(await show(tickets.of({ signupId: other.first, lineId: other.lineId }).typed)).toBe(
      'admission.code-invalid',
    );
    await db().uow.run((tx) => tx.query("UPDATE signup SET status = 'cancelled' WHERE id = ?", [first]));
    expect(await show(code)).toBe('admission.place-cancelled');
    expect(await show(tickets.of({ signupId: first, lineId }).typed)).toBe('admission.place-cancelled');
    expect(await eventsOf(first)).toEqual([]);
    expect(await rows('SELECT line_id FROM door WHERE line_id = ?', lineId)).toEqual([]);
  });

  it('waits for whoever holds the line: a place given up at the same moment is no place any more', async () => {
    const { lineId, first } = await seed(1);
    let letGo = () => {};
    const untilThen = new Promise<void>((resolve) => (letGo = resolve));
    let giveUp = Promise.resolve();
    await new Promise<void>((holding) => {
      giveUp = db().uow.run(async (tx) => {
        await tx.query(`SELECT id FROM line WHERE id = ?${tx.forUpdate}`, [lineId]);
        holding();
        await untilThen;
        await tx.query("UPDATE signup SET status = 'cancelled' WHERE line_id = ?", [lineId]);
      });
    });
    const entering = codeOf(scan(lineId, first));
    // Long enough for a scan that does not wait to have read the place.
    await sleep(150);
    letGo();
    await giveUp;
    expect(await entering).toBe('admission.place-cancelled');
  });

  it('race: two devices at two processes scan the same 60 tickets at once: one admission each', async () => {
    const { lineId, ids } = await seed(...Array.from({ length: 60 }, (_, at) => 1 + (at % 3)));
    const doors = [admit, aDoor()] as const;
    const answers = await Promise.all(
      ids.flatMap((signupId) =>
        doors.map((door, at) =>
          door.scan(at === 0 ? 'worker' : 'helper', lineId, {
            requestKey: key(),
            code: tickets.of({ signupId, lineId }).code,
            deviceTime: START,
          }),
        ),
      ),
    );
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(60);
    expect(answers.reduce((sum, { changedSeats }) => sum + changedSeats, 0)).toBe(120);
    expect(
      (await rows<{ signup_id: string }>('SELECT signup_id FROM admission_event WHERE line_id = ?', lineId))
        .length,
    ).toBe(60);
    expect(await rows('SELECT admitted_seats FROM door WHERE line_id = ?', lineId)).toEqual([
      { admitted_seats: 120 },
    ]);
    expect(Math.max(...answers.map(({ counts }) => counts.admittedSeats))).toBe(120);
  });
});
