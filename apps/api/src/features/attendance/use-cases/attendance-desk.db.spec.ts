/** Real: both databases, the migrations, the desk, HMAC. Not real: the clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { scanDesk } from '../../../test/scan-desk.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';
import type { AttendanceCodes } from './attendance-codes.js';
import type { ScanSite } from './scan-site.js';
import type { ScanVolunteer } from './scan-volunteer.js';
import type { TickRoster } from './tick-roster.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';

onBothEngines('the attendance desk', (db) => {
  const clock = new TestClock();
  let codes: AttendanceCodes;
  let site: ScanSite;
  let staff: ScanVolunteer;
  let roster: TickRoster;
  let keys = 0;

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
      await aPerson(tx, { id: 'neighbour' });
      await aMembership(tx, 'neighbour', 'beside');
    });
  });

  beforeEach(() => {
    clock.set(START);
    ({ codes, site, staff, roster } = scanDesk(db().uow, clock));
  });

  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  const seed = (volunteers: number, given: Partial<Parameters<typeof aShift>[1]> = {}) =>
    db().uow.run(async (tx) => {
      const shift = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
        ...given,
      });
      const crowd = (await people(tx, volunteers)).map(({ id }) => id);
      await confirmedPlaces(tx, shift.id, crowd);
      return { shiftId: shift.id, crowd, me: crowd[0] ?? '' };
    });
  const scan = (personId: string, shiftId: string, direction: 'in' | 'out', requestKey = key()) =>
    site.execute(personId, {
      requestKey,
      code: codes.ofSite(shiftId, direction).code,
      deviceTime: clock.instant(),
    });
  const scanned = (
    shiftId: string,
    code: string,
    direction: 'in' | 'out' = 'in',
    actor = 'worker',
    requestKey = key(),
  ) => staff.execute(actor, shiftId, { requestKey, code, direction, deviceTime: clock.instant() });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const rows = <Row>(sql: string, ...values: string[]) => db().uow.read((tx) => tx.query<Row>(sql, values));
  const countOf = async (table: string, shiftId: string) =>
    Number(
      (await rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE shift_id = ?`, shiftId))[0]?.n,
    );

  it('takes a volunteer in and out, and credits the minutes between (art. 7) with a due date (art. 11)', async () => {
    const { shiftId, me } = await seed(1);
    clock.advance(5);
    expect(await scan(me, shiftId, 'in')).toMatchObject({
      state: 'checked-in',
      repeated: false,
      minutes: null,
      method: 'site-code',
    });
    clock.advance(100);
    expect(await scan(me, shiftId, 'out')).toMatchObject({
      state: 'computed',
      repeated: false,
      minutes: 100,
    });
    const [record] = await rows(
      'SELECT status, version, minutes, due_on, flags, recording_unit_id FROM hour_record WHERE shift_id = ?',
      shiftId,
    );
    expect(record).toEqual({
      status: 'pending',
      version: 1,
      minutes: 100,
      due_on: '2026-12-11',
      flags: '',
      recording_unit_id: 'here',
    });
  });

  it('answers a second scan of the same way with the first one, and changes nothing', async () => {
    const { shiftId, me } = await seed(1);
    const first = await scan(me, shiftId, 'in');
    clock.advance(10);
    expect(await scan(me, shiftId, 'in')).toEqual({ ...first, repeated: true });
    clock.advance(50);
    const out = await scan(me, shiftId, 'out');
    clock.advance(200);
    expect(await scan(me, shiftId, 'out')).toEqual({ ...out, repeated: true });
    expect(await codeOf(scan(me, shiftId, 'in'))).toBe('attendance.already-checked-out');
    expect(await countOf('attendance_event', shiftId)).toBe(2);
    expect(await countOf('hour_record', shiftId)).toBe(1);
  });

  it('returns the first answer to a retry whose code has run out meanwhile, and refuses the key for another body', async () => {
    const { shiftId, me } = await seed(1);
    const body = { requestKey: key(), code: codes.ofSite(shiftId, 'in').code, deviceTime: clock.instant() };
    const first = await site.execute(me, body);
    clock.advance(5);
    expect(await site.execute(me, body)).toEqual(first);
    expect(await codeOf(site.execute(me, { ...body, requestKey: key() }))).toBe('attendance.code-expired');
    expect(await codeOf(site.execute(me, { ...body, code: codes.ofSite(shiftId, 'out').code }))).toBe(
      'request.key-reused',
    );
    expect(await codeOf(site.execute(me, { ...body, code: `${body.code.slice(0, -1)}!` }))).toBe(
      'request.key-reused',
    );
  });

  it("uses a volunteer's code once, ever: replayed, in another shift, or twice at once", async () => {
    const { shiftId, crowd, me } = await seed(2);
    const other = await seed(0);
    await db().uow.run((tx) => confirmedPlaces(tx, other.shiftId, crowd));
    const { code } = codes.ofVolunteer(me);
    expect(await scanned(shiftId, code)).toMatchObject({ method: 'staff-scan', state: 'checked-in' });
    expect(await codeOf(scanned(shiftId, code))).toBe('attendance.code-used');
    expect(await codeOf(scanned(shiftId, code, 'out'))).toBe('attendance.code-used');
    expect(await codeOf(scanned(other.shiftId, code))).toBe('attendance.code-used');
    const second = codes.ofVolunteer(crowd[1] ?? '').code;
    const both = await Promise.all([
      codeOf(scanned(shiftId, second)),
      codeOf(scanned(other.shiftId, second)),
    ]);
    expect(both.sort()).toEqual(['attendance.code-used', 'ok']);
  });

  it("uses up a code even where it changed nothing, and a volunteer's typed code once a minute", async () => {
    const { shiftId, me } = await seed(1);
    const { typed } = codes.ofVolunteer(me);
    const first = await scanned(shiftId, typed.toLowerCase());
    const again = codes.ofVolunteer(me).code;
    expect(await scanned(shiftId, again)).toEqual({ ...first, repeated: true });
    expect(await codeOf(scanned(shiftId, again))).toBe('attendance.code-used');
    expect(await codeOf(scanned(shiftId, typed, 'out'))).toBe('attendance.code-used');
    clock.advance(2);
    expect(await codeOf(scanned(shiftId, typed, 'out'))).toBe('attendance.code-invalid');
    expect(await codeOf(scanned(shiftId, codes.ofVolunteer(me).typed, 'out'))).toBe('ok');
  });

  it('refuses a code that is no code, run out, or of somebody without a place', async () => {
    const { shiftId, me } = await seed(1);
    const [stranger] = await db().uow.run((tx) => people(tx, 1));
    expect(await codeOf(scanned(shiftId, 'not a code at all'))).toBe('attendance.code-invalid');
    expect(await codeOf(scanned(shiftId, codes.ofVolunteer(stranger?.id ?? '').code))).toBe(
      'attendance.not-signed-up',
    );
    expect(await codeOf(scanned(shiftId, codes.ofVolunteer(stranger?.id ?? '').typed))).toBe(
      'attendance.code-invalid',
    );
    expect(await codeOf(scanned('nowhere', codes.ofVolunteer(me).code))).toBe('shift.unknown');
    expect(await codeOf(scan(stranger?.id ?? '', shiftId, 'in'))).toBe('attendance.not-signed-up');
    expect(await codeOf(scan(me, shiftId, 'out'))).toBe('attendance.not-checked-in');
    const { code } = codes.ofVolunteer(me);
    clock.advance(1);
    expect(await codeOf(scanned(shiftId, code))).toBe('attendance.code-expired');
    expect(await countOf('attendance_event', shiftId)).toBe(0);
  });

  it("lets nobody touch another organization's shift, whoever shares the batch", async () => {
    const { shiftId, crowd, me } = await seed(2);
    const tick = (actor: string, personId: string) =>
      roster.execute(actor, shiftId, { requestKey: key(), personId, direction: 'in', reason: '手机没电' });
    const results = await Promise.all([
      codeOf(tick('neighbour', me)),
      codeOf(tick('worker', crowd[1] ?? '')),
      codeOf(scanned(shiftId, codes.ofVolunteer(me).code, 'in', 'neighbour')),
      codeOf(scanned(shiftId, codes.ofVolunteer(me).typed, 'in', 'neighbour')),
    ]);
    expect(results).toEqual(['access.out-of-scope', 'ok', 'access.out-of-scope', 'access.out-of-scope']);
    expect(await rows('SELECT person_id, in_method FROM attendance WHERE shift_id = ?', shiftId)).toEqual([
      { person_id: crowd[1], in_method: 'roster-tick' },
    ]);
  });

  it('keeps why somebody was ticked, and flags the record', async () => {
    const { shiftId, me } = await seed(1);
    const tick = (direction: 'in' | 'out') =>
      roster.execute('worker', shiftId, { requestKey: key(), personId: me, direction, reason: '手机没电' });
    await tick('in');
    clock.advance(120);
    expect(await tick('out')).toMatchObject({ method: 'roster-tick', minutes: 120 });
    expect(await rows('SELECT DISTINCT reason FROM attendance_event WHERE shift_id = ?', shiftId)).toEqual([
      { reason: '手机没电' },
    ]);
    expect(await rows('SELECT flags, flag_count FROM hour_record WHERE shift_id = ?', shiftId)).toEqual([
      { flags: 'roster-tick', flag_count: 1 },
    ]);
  });

  it('art. 19: a role that is no volunteering earns nothing', async () => {
    const { shiftId, me } = await seed(1, { counts: false });
    await scan(me, shiftId, 'in');
    clock.advance(120);
    const out = await scan(me, shiftId, 'out');
    expect(out).toMatchObject({ state: 'checked-out', minutes: null });
    expect(await scan(me, shiftId, 'out')).toEqual({ ...out, repeated: true });
    expect(await countOf('hour_record', shiftId)).toBe(0);
  });

  it('flags a day beyond the cap and never cuts it', async () => {
    const { shiftId, me } = await seed(1, {
      startsAt: '2026-11-28T00:00:00.000Z',
      endsAt: '2026-11-28T07:00:00.000Z',
    });
    clock.set('2026-11-28T00:00:00.000Z');
    await scan(me, shiftId, 'in');
    clock.set('2026-11-28T07:00:00.000Z');
    expect(await scan(me, shiftId, 'out')).toMatchObject({ minutes: 420 });
    const later = await seed(0, { startsAt: '2026-11-28T07:00:00.000Z', endsAt: '2026-11-28T09:00:00.000Z' });
    await db().uow.run((tx) => confirmedPlaces(tx, later.shiftId, [me]));
    await scan(me, later.shiftId, 'in');
    clock.set('2026-11-28T09:00:00.000Z');
    expect(await scan(me, later.shiftId, 'out')).toMatchObject({ minutes: 120 });
    expect(await rows('SELECT flags FROM hour_record WHERE shift_id = ?', later.shiftId)).toEqual([
      { flags: 'over-daily-cap' },
    ]);
  });

  it('counts no minute twice where one person leaves two overlapping shifts at once, at two processes', async () => {
    const { shiftId, crowd } = await seed(20);
    const other = await seed(0, { startsAt: '2026-11-28T07:00:00.000Z', endsAt: '2026-11-28T09:00:00.000Z' });
    await db().uow.run((tx) => confirmedPlaces(tx, other.shiftId, crowd));
    const there = scanDesk(db().uow, clock).site;
    const at = (where: ScanSite, personId: string, id: string, direction: 'in' | 'out') =>
      where.execute(personId, {
        requestKey: key(),
        code: codes.ofSite(id, direction).code,
        deviceTime: clock.instant(),
      });
    for (const id of crowd) await at(site, id, shiftId, 'in');
    clock.set('2026-11-28T07:00:00.000Z');
    await Promise.all(crowd.map((id) => at(there, id, other.shiftId, 'in')));
    clock.set('2026-11-28T08:00:00.000Z');
    await Promise.all(
      crowd.flatMap((id) => [at(site, id, shiftId, 'out'), at(there, id, other.shiftId, 'out')]),
    );
    const sums = await rows<{ person_id: string; minutes: number }>(
      'SELECT person_id, SUM(minutes) AS minutes FROM hour_record WHERE shift_id IN (?, ?) GROUP BY person_id',
      shiftId,
      other.shiftId,
    );
    expect(sums).toHaveLength(20);
    // 06:00 to 08:00, however the two shifts share it.
    expect(new Set(sums.map(({ minutes }) => Number(minutes)))).toEqual(new Set([120]));
  });

  it('waits for whoever holds the line: a place given up at the same moment is no place any more', async () => {
    const { shiftId, me } = await seed(1);
    let letGo = () => {};
    const untilThen = new Promise<void>((resolve) => (letGo = resolve));
    let giveUp = Promise.resolve();
    await new Promise<void>((holding) => {
      giveUp = db().uow.run(async (tx) => {
        await tx.query(`SELECT id FROM line WHERE id = ?${tx.forUpdate}`, [shiftId]);
        holding();
        await untilThen;
        await tx.query("UPDATE signup SET status = 'cancelled' WHERE line_id = ?", [shiftId]);
      });
    });
    const entering = codeOf(scan(me, shiftId, 'in'));
    // Long enough for a scan that does not wait to have read the place.
    await sleep(150);
    letGo();
    await giveUp;
    expect(await entering).toBe('attendance.not-signed-up');
  });

  it('race: 200 scans at once at two processes, doubled, forged and foreign ones among them: one attendance and one record each', async () => {
    const { shiftId, crowd } = await seed(100);
    const [stranger] = await db().uow.run((tx) => people(tx, 1));
    const sites = [site, scanDesk(db().uow, clock).site] as const;
    const burst = async (direction: 'in' | 'out') => {
      const { code } = codes.ofSite(shiftId, direction);
      const body = (requestKey: string) => ({ requestKey, code, deviceTime: clock.instant() });
      const scans = crowd.flatMap((personId, at) => {
        const requestKey = key();
        // Half are the same request twice, half are scanned twice.
        const twice = at % 2 === 0 ? requestKey : key();
        return [sites[0].execute(personId, body(requestKey)), sites[1].execute(personId, body(twice))];
      });
      const bad = crowd
        .slice(0, 20)
        .map((personId, at) =>
          codeOf(
            at % 2 === 0
              ? sites[0].execute(personId, { ...body(key()), code: code.replace(/.{3}$/, 'AAA') })
              : sites[1].execute(stranger?.id ?? '', body(key())),
          ),
        );
      expect(new Set(await Promise.all(bad))).toEqual(
        new Set(['attendance.code-invalid', 'attendance.not-signed-up']),
      );
      return Promise.all(scans);
    };
    const eventsOf = (outcomes: readonly ScanOutcome[]) =>
      new Set(outcomes.map(({ eventId }) => eventId)).size;
    expect(eventsOf(await burst('in'))).toBe(100);
    clock.advance(90);
    const out = await burst('out');
    expect(eventsOf(out)).toBe(100);
    expect(new Set(out.map(({ minutes }) => minutes))).toEqual(new Set([90]));
    expect(await countOf('attendance', shiftId)).toBe(100);
    expect(await countOf('attendance_event', shiftId)).toBe(200);
    expect(await countOf('hour_record', shiftId)).toBe(100);
  });
});
