/** Real: both databases, the migrations, the desk, HMAC, Ed25519. Not real: the clock. */
import { createPrivateKey, sign } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  PASS_PURPOSE,
  passCode,
  passStatement,
  passStepAt,
} from '@xiaolin/shared-types/attendance/pass-code';
import type { BatchedResult } from '@xiaolin/shared-types/attendance/schema';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { scanDesk } from '../../../test/scan-desk.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';
import { TestClock } from '../../../test/test-clock.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';
const MINUTE = 60_000;
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

onBothEngines('scans that waited for a network', (db) => {
  const clock = new TestClock();
  let desk: ReturnType<typeof scanDesk>;
  let keys = 0;
  const key = () => `sync-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await db().uow.run(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
      await aPlainActivity(tx, { id: 'elsewhere', organizationId: 'here' });
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'here');
      await aPerson(tx, { id: 'neighbour' });
      await aMembership(tx, 'neighbour', 'beside');
    });
  });
  beforeEach(() => {
    clock.set(START);
    desk = scanDesk(db().uow, clock);
  });

  const seed = (volunteers: number, activityId = 'activity') =>
    db().uow.run(async (tx) => {
      const shift = await aShift(tx, { activityId, organizationId: 'here', startsAt: START, endsAt: END });
      const crowd = (await people(tx, volunteers)).map(({ id }) => id);
      await confirmedPlaces(tx, shift.id, crowd);
      return { shiftId: shift.id, crowd, me: crowd[0] ?? '' };
    });
  const rows = <Row>(sql: string, ...values: string[]) => db().uow.read((tx) => tx.query<Row>(sql, values));
  const flagsOf = async (shiftId: string) =>
    (
      await rows<{ person_id: string; flags: string }>(
        'SELECT person_id, flags FROM hour_record WHERE shift_id = ?',
        shiftId,
      )
    ).map(({ flags }) => flags);
  const countOf = async (table: string, shiftId: string) =>
    (await rows(`SELECT id FROM ${table} WHERE shift_id = ?`, shiftId)).length;

  /** What a phone whose clock is so many minutes ahead wrote down at this moment. */
  const noted = (shiftId: string, direction: 'in' | 'out', at: string, phoneAhead = 0) => {
    clock.set(at);
    return {
      requestKey: key(),
      code: desk.codes.ofSite(shiftId, direction).code,
      deviceTime: clock.in(phoneAhead),
    };
  };
  type Noted = ReturnType<typeof noted>;
  const send = (personId: string, scans: readonly Noted[], phoneAhead = 0, device?: string) =>
    desk.sync.ofSites(personId, { phoneTime: clock.in(phoneAhead), scans, ...(device && { device }) });
  const shortly = (results: readonly BatchedResult[]) =>
    results.map((result) => {
      if (result.kind === 'refused') return result.code;
      if (result.kind === 'held') return 'held';
      const { direction, at, late, repeated, minutes } = result.outcome;
      return `${direction} ${at.slice(11, 16)}${late ? ' late' : ''}${repeated ? ' repeated' : ''} ${minutes}`;
    });

  it('counts them at the time of the scan, by the server’s clock, and marks the record', async () => {
    const { shiftId, me } = await seed(1);
    const scans = [
      noted(shiftId, 'in', '2026-11-28T06:03:00.000Z', 9),
      noted(shiftId, 'out', '2026-11-28T07:58:00.000Z', 9),
    ];
    clock.set('2026-11-29T01:00:00.000Z');
    expect(shortly(await send(me, scans, 9))).toEqual(['in 06:03 late null', 'out 07:58 late 115']);
    expect(await flagsOf(shiftId)).toEqual(['late-sync']);
    expect(
      await rows(
        'SELECT counted_at, server_time FROM attendance_event WHERE shift_id = ? ORDER BY counted_at',
        shiftId,
      ),
    ).toEqual([
      { counted_at: '2026-11-28T06:03:00.000Z', server_time: '2026-11-29T01:00:00.000Z' },
      { counted_at: '2026-11-28T07:58:00.000Z', server_time: '2026-11-29T01:00:00.000Z' },
    ]);
  });

  it('takes what is still good as a scan of now, and marks nothing', async () => {
    const { shiftId, me } = await seed(1);
    const scan = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z', 45);
    clock.set('2026-11-28T06:03:20.000Z');
    // Not even the clock that is three quarters of an hour ahead matters: the server's own counts.
    expect(shortly(await send(me, [scan], 45))).toEqual(['in 06:03 null']);
  });

  it('a photographed code passed on is refused live; sent as if it had waited it is marked, for a person to look', async () => {
    const { shiftId, me } = await seed(1);
    const photo = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z');
    clock.set('2026-11-28T06:05:00.000Z');
    const honest = { ...photo, requestKey: key(), deviceTime: clock.instant() };
    expect(shortly(await send(me, [honest]))).toEqual(['attendance.code-expired']);
    expect(shortly(await send(me, [photo]))).toEqual(['in 06:03 late null']);
    clock.set(END);
    await desk.site.execute(me, {
      requestKey: key(),
      code: desk.codes.ofSite(shiftId, 'out').code,
      deviceTime: END,
    });
    expect(await flagsOf(shiftId)).toEqual(['late-sync']);
  });

  it.each([
    ['a clock that is eleven minutes off', 0, 11, '2026-11-28T09:00:00.000Z', 'attendance.clock-off'],
    ['another time than the code’s', 5, 0, '2026-11-28T09:00:00.000Z', 'attendance.code-expired'],
    ['more than three days', 0, 0, '2026-12-01T06:03:01.000Z', 'attendance.scan-too-old'],
  ])('refuses %s', async (_, atScan, atSync, syncedAt, code) => {
    const { shiftId, me } = await seed(1);
    const scan = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z', atScan);
    clock.set(syncedAt);
    expect(shortly(await send(me, [scan], atSync))).toEqual([code]);
    expect(await countOf('attendance', shiftId)).toBe(0);
  });

  it('refuses what is forged or foreign, and lets the rest of the batch through', async () => {
    const { shiftId, me } = await seed(1);
    const other = await seed(1);
    const good = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z');
    const forged = { ...good, requestKey: key(), code: `${good.code.slice(0, -1)}!` };
    const foreign = noted(other.shiftId, 'in', '2026-11-28T06:03:00.000Z');
    clock.set('2026-11-28T09:00:00.000Z');
    expect(shortly(await send(me, [forged, foreign, good]))).toEqual([
      'attendance.code-invalid',
      'attendance.not-signed-up',
      'in 06:03 late null',
    ]);
  });

  it('gives first answers again, however often and together with what else a batch comes', async () => {
    const { shiftId, me } = await seed(1);
    const scans = [
      noted(shiftId, 'in', '2026-11-28T06:03:00.000Z'),
      noted(shiftId, 'out', '2026-11-28T07:58:00.000Z'),
    ];
    clock.set('2026-11-28T09:00:00.000Z');
    const first = await send(me, scans);
    clock.advance(200);
    expect(await send(me, [...scans].reverse())).toEqual([...first].reverse());
    expect(await countOf('attendance_event', shiftId)).toBe(2);
    const [again] = scans;
    expect(shortly(await send(me, [{ ...(again as Noted), deviceTime: START }]))).toEqual([
      'request.key-reused',
    ]);
  });

  it('an out that arrives before its in waits, and counts as soon as both are there', async () => {
    const { shiftId, me } = await seed(1);
    const came = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z');
    const left = noted(shiftId, 'out', '2026-11-28T07:58:00.000Z');
    clock.set('2026-11-28T09:00:00.000Z');
    expect(shortly(await send(me, [left]))).toEqual(['held']);
    expect(shortly(await send(me, [left]))).toEqual(['held']);
    expect(await countOf('attendance', shiftId)).toBe(0);
    clock.advance(30);
    expect(shortly(await send(me, [came]))).toEqual(['in 06:03 late null']);
    expect(await rows('SELECT state, in_at, out_at FROM attendance WHERE shift_id = ?', shiftId)).toEqual([
      { state: 'computed', in_at: '2026-11-28T06:03:00.000Z', out_at: '2026-11-28T07:58:00.000Z' },
    ]);
    expect(await rows('SELECT minutes, flags FROM hour_record WHERE shift_id = ?', shiftId)).toEqual([
      { minutes: 115, flags: 'late-sync' },
    ]);
  });

  it('the earliest way in counts, though a later one arrived first', async () => {
    const { shiftId, me } = await seed(1);
    const early = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z');
    clock.set('2026-11-28T06:30:00.000Z');
    await desk.roster.execute('worker', shiftId, {
      requestKey: key(),
      personId: me,
      direction: 'in',
      reason: '手机没网',
    });
    clock.set('2026-11-28T06:50:00.000Z');
    expect(shortly(await send(me, [early]))).toEqual(['in 06:03 late null']);
    expect(await rows('SELECT in_at, in_method FROM attendance WHERE shift_id = ?', shiftId)).toEqual([
      { in_at: '2026-11-28T06:03:00.000Z', in_method: 'site-code' },
    ]);
  });

  /** As the volunteer's phone makes it, with nothing but its pass. */
  const passCodeOf = (shiftId: string, personId: string) => {
    const pass = desk.codes.passOf(shiftId, personId);
    const step = passStepAt(clock.now().getTime());
    const der = Buffer.concat([PKCS8, Buffer.from(pass.seed, 'base64url')]);
    const signature = sign(
      null,
      signedMessage(PASS_PURPOSE, passStatement(pass.passId, step)),
      createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
    ).toString('base64url');
    return passCode({ passId: pass.passId, step, signature });
  };
  const atTheDesk = (
    shiftId: string,
    scans: readonly (Noted & { direction: 'in' | 'out' })[],
    actor = 'worker',
  ) => desk.sync.ofVolunteers(actor, shiftId, { phoneTime: clock.instant(), scans });

  it("takes a desk's scans of passes; one that two desks scanned is taken once", async () => {
    const { shiftId, me, crowd } = await seed(2);
    clock.set('2026-11-28T06:03:00.000Z');
    const scan = {
      requestKey: key(),
      code: passCodeOf(shiftId, me),
      deviceTime: clock.instant(),
      direction: 'in' as const,
    };
    const forOther = { ...scan, requestKey: key(), code: passCodeOf('another-shift', crowd[1] ?? '') };
    clock.set('2026-11-28T10:30:00.000Z');
    expect(shortly(await atTheDesk(shiftId, [scan, forOther]))).toEqual([
      'in 06:03 late null',
      'attendance.code-invalid',
    ]);
    const second = { ...scan, requestKey: key(), deviceTime: '2026-11-28T06:03:20.000Z' };
    expect(shortly(await atTheDesk(shiftId, [second]))).toEqual(['attendance.code-used']);
    await expect(atTheDesk(shiftId, [second], 'neighbour')).rejects.toMatchObject({
      code: 'access.out-of-scope',
    });
  });

  it('nobody claims an earlier hour with a code that was made later', async () => {
    const { shiftId, me } = await seed(1);
    clock.set('2026-11-28T07:30:00.000Z');
    const made = [passCodeOf(shiftId, me), desk.codes.ofVolunteer(me).code, desk.codes.ofVolunteer(me).typed];
    const earlier = made.map((code) => ({
      requestKey: key(),
      code,
      deviceTime: '2026-11-28T06:00:00.000Z',
      direction: 'in' as const,
    }));
    clock.set('2026-11-28T09:00:00.000Z');
    expect(shortly(await atTheDesk(shiftId, earlier))).toEqual([
      'attendance.code-expired',
      'attendance.code-expired',
      'attendance.code-invalid',
    ]);
  });

  it('takes typed codes that the desk could only note, of the server’s making', async () => {
    const { shiftId, me } = await seed(1);
    clock.set('2026-11-28T06:03:00.000Z');
    const scan = {
      requestKey: key(),
      code: desk.codes.ofVolunteer(me).typed,
      deviceTime: clock.instant(),
      direction: 'in' as const,
    };
    clock.set('2026-11-28T09:00:00.000Z');
    expect(shortly(await atTheDesk(shiftId, [scan]))).toEqual(['in 06:03 late null']);
  });

  it('marks a phone that scanned for three, the first two of whom were recorded already', async () => {
    const { shiftId, crowd } = await seed(4);
    const through = async (personId: string, device: string) => {
      const came = noted(shiftId, 'in', '2026-11-28T06:03:00.000Z');
      await send(personId, [came], 0, device);
      const left = noted(shiftId, 'out', '2026-11-28T07:03:00.000Z');
      await send(personId, [left], 0, device);
    };
    const [a = '', b = '', c = '', d = ''] = crowd;
    for (const personId of [a, b]) await through(personId, 'one-phone-of-three');
    await through(d, 'a-phone-of-its-own');
    expect(await flagsOf(shiftId)).toEqual(['', '', '']);
    await through(c, 'one-phone-of-three');
    const flags = await rows<{ person_id: string; flags: string }>(
      'SELECT person_id, flags FROM hour_record WHERE shift_id = ?',
      shiftId,
    );
    expect(new Map(flags.map((row) => [row.person_id, row.flags]))).toEqual(
      new Map([
        [a, 'shared-device'],
        [b, 'shared-device'],
        [c, 'shared-device'],
        [d, ''],
      ]),
    );
    // What is stored says nothing about the phone, and something else in every shift.
    const [event] = await rows<{ device_hash: string }>(
      'SELECT device_hash FROM attendance_event WHERE shift_id = ? AND device_hash IS NOT NULL',
      shiftId,
    );
    expect(event?.device_hash).not.toContain('phone');
    expect(desk.codes.deviceHash('another', 'one-phone-of-three')).not.toBe(event?.device_hash);
  });

  it('marks both records of somebody who was at two places at once', async () => {
    const { shiftId, me } = await seed(1);
    const other = await seed(0, 'elsewhere');
    await db().uow.run((tx) => confirmedPlaces(tx, other.shiftId, [me]));
    const pass = async (id: string, from: string, to: string) => {
      await send(me, [noted(id, 'in', from)]);
      await send(me, [noted(id, 'out', to)]);
    };
    await pass(shiftId, '2026-11-28T06:00:00.000Z', '2026-11-28T07:00:00.000Z');
    expect(await flagsOf(shiftId)).toEqual(['']);
    const came = noted(other.shiftId, 'in', '2026-11-28T06:30:00.000Z');
    const left = noted(other.shiftId, 'out', '2026-11-28T07:50:00.000Z');
    clock.set('2026-11-28T09:00:00.000Z');
    await send(me, [came, left]);
    expect((await flagsOf(other.shiftId))[0]).toContain('two-places');
    expect(await flagsOf(shiftId)).toEqual(['two-places']);
  });

  it('marks a burst of ticks, whoever was ticked first', async () => {
    const { shiftId, crowd } = await seed(9);
    const tick = (personId: string, direction: 'in' | 'out') =>
      desk.roster.execute('worker', shiftId, { requestKey: key(), personId, direction, reason: '没带手机' });
    for (const [at, personId] of crowd.entries()) {
      clock.set(`2026-11-28T06:${String(at * 2 + 1).padStart(2, '0')}:00.000Z`);
      await tick(personId, 'in');
    }
    clock.set('2026-11-28T07:50:00.000Z');
    for (const personId of crowd.slice(0, 7)) await tick(personId, 'out');
    expect(new Set(await flagsOf(shiftId))).toEqual(new Set(['roster-tick']));
    await tick(crowd[7] ?? '', 'out');
    expect(new Set(await flagsOf(shiftId))).toEqual(new Set(['roster-tick,tick-burst']));
    clock.set('2026-11-28T07:55:00.000Z');
    await tick(crowd[8] ?? '', 'out');
    expect((await flagsOf(shiftId)).filter((flags) => flags === 'roster-tick')).toHaveLength(1);
  });

  it('stores where somebody was only with their consent, and never more than a band', async () => {
    const { shiftId, crowd } = await seed(2);
    const [shy = '', open = ''] = crowd;
    await desk.consents.set(open, true);
    const place = { outcome: 'fail', band: 'under-2000' } as const;
    for (const direction of ['in', 'out'] as const)
      for (const personId of crowd) {
        const at = direction === 'in' ? '2026-11-28T06:03:00.000Z' : '2026-11-28T07:30:00.000Z';
        await desk.sync.ofSites(personId, {
          phoneTime: at,
          scans: [{ ...noted(shiftId, direction, at), place }],
        });
      }
    const found = await rows<{ person_id: string; flags: string }>(
      'SELECT person_id, flags FROM hour_record WHERE shift_id = ?',
      shiftId,
    );
    expect(new Map(found.map((row) => [row.person_id, row.flags]))).toEqual(
      new Map([
        [shy, ''],
        [open, 'far-away'],
      ]),
    );
    expect(await desk.consents.set(open, false)).toMatchObject({ given: false });
    expect(
      await rows(
        'SELECT DISTINCT person_id, place_outcome FROM attendance_event WHERE shift_id = ? AND distance_band IS NOT NULL',
        shiftId,
      ),
    ).toEqual([{ person_id: open, place_outcome: 'fail' }]);
  });

  it('race: 5,000 scans of a day without signal at once, shuffled, three in ten doubled, clocks ten minutes off, at two processes: one attendance and one record each', async () => {
    const volunteers = 1_925;
    const { shiftId, crowd } = await (async () => {
      const half = await seed(500);
      const crowdOf = [...half.crowd];
      for (let left = volunteers - 500; left > 0; left -= 500)
        crowdOf.push(...(await db().uow.run((tx) => people(tx, Math.min(left, 500)))).map(({ id }) => id));
      await db().uow.run(async (tx) => {
        await tx.query('DELETE FROM signup WHERE line_id = ?', [half.shiftId]);
        await confirmedPlaces(tx, half.shiftId, crowdOf);
      });
      return { shiftId: half.shiftId, crowd: crowdOf };
    })();
    const other = scanDesk(db().uow, clock);
    clock.set('2026-11-28T06:03:00.000Z');
    const codeIn = desk.codes.ofSite(shiftId, 'in').code;
    clock.set('2026-11-28T07:58:00.000Z');
    const codeOut = desk.codes.ofSite(shiftId, 'out').code;
    clock.set('2026-11-28T10:30:00.000Z');
    const scans = crowd.flatMap((personId, at) => {
      const phoneAhead = (at % 21) - 10;
      const note = (code: string, time: string) => ({
        personId,
        phoneAhead,
        scan: {
          requestKey: key(),
          code,
          deviceTime: new Date(Date.parse(time) + phoneAhead * MINUTE).toISOString(),
        },
      });
      return [note(codeIn, '2026-11-28T06:03:00.000Z'), note(codeOut, '2026-11-28T07:58:00.000Z')];
    });
    const all = [...scans, ...scans.filter((_, at) => at % 10 < 3)];
    expect(all.length).toBeGreaterThan(5_000);
    // 1,931 is prime and divides no such length: every scan comes up once, far from where it was.
    const shuffled = all.map((_, at) => all[(at * 1_931) % all.length]).filter((each) => each !== undefined);
    expect(new Set(shuffled).size).toBe(scans.length);
    const results = await Promise.all(
      shuffled.map(({ personId, phoneAhead, scan }, at) =>
        (at % 2 === 0 ? desk : other).sync.ofSites(personId, {
          phoneTime: clock.in(phoneAhead),
          scans: [scan],
        }),
      ),
    );
    const refused = results.flat().filter(({ kind }) => kind === 'refused');
    expect(refused).toEqual([]);
    expect(await countOf('attendance', shiftId)).toBe(volunteers);
    expect(
      await rows('SELECT DISTINCT state, in_at, out_at FROM attendance WHERE shift_id = ?', shiftId),
    ).toEqual([{ state: 'computed', in_at: '2026-11-28T06:03:00.000Z', out_at: '2026-11-28T07:58:00.000Z' }]);
    expect(await countOf('hour_record', shiftId)).toBe(volunteers);
    expect(
      await rows('SELECT DISTINCT minutes, flags, version FROM hour_record WHERE shift_id = ?', shiftId),
    ).toEqual([{ minutes: 115, flags: 'late-sync', version: 1 }]);
  }, 120_000);
});
