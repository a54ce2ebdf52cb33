/** Real: the app on a port, both databases. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { admissionRoutes as routes } from '@xiaolin/shared-types/admissions/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { insertRows } from '../../../platform/db/rows.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';

onRunningApp('the door over HTTP', (app) => {
  let serial = 0;
  let keys = 0;
  let lineId = '';
  let me = '';
  let waiting = '';
  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here', name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside' });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
      ] as const) {
        await aPerson(tx, { id: person, name: '小杨' });
        await aMembership(tx, person, unit);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
    });
  });

  beforeEach(async () => {
    app().clock.set(START);
    serial += 1;
    me = `me-${serial}`;
    waiting = `waiting-${serial}`;
    lineId = await app().seed(async (tx) => {
      await aPerson(tx, { id: me, name: '李奶奶', phone: '13800001234' });
      await aPerson(tx, { id: waiting, name: '小雨' });
      const { id } = await aLine(tx, {
        activityId: 'activity',
        organizationId: 'here',
        title: '太极班',
        startsAt: START,
        endsAt: END,
      });
      await confirmedPlaces(tx, id, [me, waiting]);
      await tx.query("UPDATE signup SET status = 'waitlisted' WHERE line_id = ? AND person_id = ?", [
        id,
        waiting,
      ]);
      await tx.query('UPDATE signup SET seats = 3 WHERE line_id = ? AND person_id = ?', [id, me]);
      const [place] = await tx.query<{ id: string }>(
        'SELECT id FROM signup WHERE line_id = ? AND person_id = ?',
        [id, me],
      );
      await insertRows(
        tx,
        'signup_guest',
        ['小明', '张阿姨'].map((name, at) => ({
          signup_id: place?.id ?? '',
          seq: at + 1,
          dependant_id: null,
          name,
          kind: 'companion',
        })),
      );
      return id;
    });
  });

  const signupOf = (personId: string) =>
    app().seed(async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        'SELECT id FROM signup WHERE line_id = ? AND person_id = ?',
        [lineId, personId],
      );
      return row?.id ?? '';
    });
  const ticket = async (as = me) =>
    app().call(routes.ticket, { params: { signupId: await signupOf(as) }, as });
  const scan = (code: string, given: { seats?: number; as?: string; of?: string } = {}) =>
    app().call(routes.scan, {
      params: { occurrenceId: given.of ?? lineId },
      body: {
        requestKey: key(),
        code,
        deviceTime: app().clock.instant(),
        ...(given.seats !== undefined && { seats: given.seats }),
      },
      as: given.as ?? 'worker',
    });
  const door = async () =>
    valueOf(await app().call(routes.door, { params: { occurrenceId: lineId }, as: 'worker' }));
  const roster = async (name = '') =>
    valueOf(
      await app().call(routes.doorRoster, {
        params: { occurrenceId: lineId },
        query: { name },
        as: 'worker',
      }),
    ).items;

  it('shows the ticket of a confirmed place, lets the party in by it, and counts', async () => {
    const shown = valueOf(await ticket());
    expect(shown).toMatchObject({
      title: '太极班',
      personName: '李奶奶',
      guestNames: ['小明', '张阿姨'],
      placeName: '万溪冲梨园',
      organizationName: '万溪冲社区',
      seats: 3,
      admittedSeats: 0,
      opensAt: '2026-11-28T04:00:00.000Z',
    });
    expect(shown.code.length).toBeLessThan(70);
    expect(await door()).toMatchObject({
      admittedSeats: 0,
      confirmedSeats: 3,
      finalAt: '2026-12-01T08:00:00.000Z',
    });
    expect(valueOf(await scan(shown.code, { seats: 2 }))).toMatchObject({
      personName: '李奶奶',
      guestNames: ['小明', '张阿姨'],
      admittedSeats: 2,
    });
    expect(valueOf(await scan(shown.typed.toLowerCase()))).toMatchObject({
      admittedSeats: 3,
      changedSeats: 1,
    });
    expect(valueOf(await scan(shown.code))).toMatchObject({ repeated: true, at: START, byName: '小杨' });
    expect(await door()).toMatchObject({ admittedSeats: 3, confirmedSeats: 3 });
    expect(valueOf(await ticket())).toMatchObject({ admittedSeats: 3, code: shown.code });
    const mine = valueOf(await app().call(signupRoutes.mine, { query: { when: 'coming' }, as: me })).items;
    expect(mine.map(({ status }) => status)).toEqual(['attended']);
  });

  it('ticks on the roster, undoes, and lists where everybody stands with masked telephones', async () => {
    const signupId = await signupOf(me);
    const of = { params: { occurrenceId: lineId }, as: 'worker' };
    expect(
      valueOf(await app().call(routes.tick, { ...of, body: { requestKey: key(), signupId, seats: 1 } })),
    ).toMatchObject({ admittedSeats: 1 });
    expect(await roster()).toEqual([
      expect.objectContaining({
        displayName: '李奶奶',
        state: 'partly-admitted',
        admittedBy: '小杨',
        seats: 3,
      }),
    ]);
    expect(JSON.stringify(await roster())).not.toContain('13800001234');
    expect(await roster('奶')).toHaveLength(1);
    expect(await roster('%')).toEqual([]);
    const undo = { requestKey: key(), signupId, reason: '点错了' };
    valueOf(await app().call(routes.undo, { ...of, body: undo }));
    expect(await roster()).toEqual([expect.objectContaining({ state: 'expected', admittedAt: null })]);
    expect(codeOf(await app().call(routes.undo, { ...of, body: { ...undo, requestKey: key() } }))).toBe(
      'admission.nothing-to-undo',
    );
    expect(codeOf(await app().call(routes.undo, { ...of, body: { ...undo, reason: ' ' } }))).toBe(
      'request.invalid',
    );
  });

  it('refuses each wrong ticket, moment and number with its code', async () => {
    const { code } = valueOf(await ticket());
    expect(codeOf(await scan('T1.nobody.aaaaaaaaaaaaaaaaaaaaaa'))).toBe('admission.code-invalid');
    expect(codeOf(await scan('https://example.org/'))).toBe('admission.code-invalid');
    expect(codeOf(await scan(code, { seats: 4 }))).toBe('admission.too-many');
    expect(codeOf(await scan(code, { of: 'nowhere' }))).toBe('occurrence.unknown');
    const other = await app().seed((tx) =>
      aLine(tx, { organizationId: 'here', startsAt: START, endsAt: END }),
    );
    const elsewhere = await scan(code, { of: other.id });
    expect(elsewhere.ok ? null : [elsewhere.problem.code, elsewhere.problem.facts]).toEqual([
      'admission.other-occurrence',
      { title: '太极班', startsAt: START },
    ]);
    app().clock.set('2026-11-28T03:59:59.000Z');
    expect(codeOf(await scan(code))).toBe('admission.too-early');
    app().clock.set('2026-11-28T08:00:00.001Z');
    expect(codeOf(await scan(code))).toBe('admission.over');
    expect(codeOf(await ticket())).toBe('ticket.over');
  });

  it('has no ticket for whoever waits, for a shift, or for somebody else', async () => {
    expect(codeOf(await ticket(waiting))).toBe('ticket.no-place');
    const tick = { requestKey: key(), signupId: await signupOf(waiting) };
    expect(
      codeOf(await app().call(routes.tick, { params: { occurrenceId: lineId }, body: tick, as: 'worker' })),
    ).toBe('admission.no-place');
    const params = { signupId: await signupOf(me) };
    expect(codeOf(await app().call(routes.ticket, { params, as: waiting }))).toBe('signup.unknown');
    expect(codeOf(await app().call(routes.calendar, { params, as: waiting }))).toBe('signup.unknown');
    const shiftId = await app().seed(async (tx) => {
      const shift = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
      });
      await confirmedPlaces(tx, shift.id, [me]);
      return shift.id;
    });
    const [shiftPlace] = await app().seed((tx) =>
      tx.query<{ id: string }>('SELECT id FROM signup WHERE line_id = ?', [shiftId]),
    );
    const ofShift = { signupId: shiftPlace?.id ?? '' };
    expect(codeOf(await app().call(routes.ticket, { params: ofShift, as: me }))).toBe('signup.unknown');
    expect(
      codeOf(
        await app().call(routes.tick, {
          params: { occurrenceId: shiftId },
          body: { requestKey: key(), ...ofShift },
          as: 'worker',
        }),
      ),
    ).toBe('occurrence.unknown');
  });

  it('takes no place back from the door: whoever is in cannot cancel, but can once it is undone', async () => {
    app().clock.set('2026-11-28T04:30:00.000Z');
    const signupId = await signupOf(me);
    const of = { params: { occurrenceId: lineId }, as: 'worker' };
    valueOf(await app().call(routes.tick, { ...of, body: { requestKey: key(), signupId } }));
    const cancel = () =>
      app().call(signupRoutes.cancel, { params: { signupId }, body: { requestKey: key() }, as: me });
    expect(codeOf(await cancel())).toBe('signup.not-cancellable');
    const undo = { requestKey: key(), signupId, reason: '点错了' };
    valueOf(await app().call(routes.undo, { ...of, body: undo }));
    expect(valueOf(await cancel())).toMatchObject({ status: 'cancelled' });
    expect(codeOf(await ticket())).toBe('ticket.no-place');
  });

  it('keeps other organizations’ staff and residents away from the door', async () => {
    const { code } = valueOf(await ticket());
    expect(codeOf(await scan(code, { as: 'neighbour' }))).toBe('access.out-of-scope');
    expect(codeOf(await scan(code, { as: me }))).toBe('access.not-staff');
    expect(await door()).toMatchObject({ admittedSeats: 0 });
  });

  it('writes the place as an appointment', async () => {
    const file = valueOf(
      await app().call(routes.calendar, { params: { signupId: await signupOf(me) }, as: me }),
    );
    expect(file.fileName).toBe('太极班.ics');
    expect(file.text).toContain('DTSTART:20261128T060000Z\r\n');
    expect(file.text).toContain('SUMMARY:太极班\r\n');
    expect(file.text).toContain('STATUS:CONFIRMED\r\n');
  });
});
