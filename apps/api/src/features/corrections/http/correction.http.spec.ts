/** Real: the app on a port, both databases, the outbox, the hours' door, pictures. Not real: the clock. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  correctionRoutes as routes,
  manualEntryRoutes as entries,
} from '@xiaolin/shared-types/corrections/routes';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { pictureRoutes } from '@xiaolin/shared-types/pictures/routes';
import { API_PREFIX, addressOf } from '@xiaolin/shared-types/contract/route';
import { workbenchRoutes } from '@xiaolin/shared-types/workbench/routes';
import sharp from 'sharp';
import { insertRows } from '../../../platform/db/rows.js';
import { Pictures } from '../../../platform/pictures/pictures.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, anHourRecord, aShift, confirmedPlaces } from '../../../test/shift-builders.js';

/** The moments of the record that the builder writes. */
const START = '2026-11-20T01:00:00.000Z';
const END = '2026-11-20T03:00:00.000Z';
const NOW = '2026-11-23T02:00:00.000Z';

onRunningApp('corrections over HTTP', (app) => {
  let keys = 0;
  const key = () => `correction-key-${(keys += 1)}`;
  let serial = 0;
  let student = '';
  let shiftId = '';
  let recordId = '';
  let sheet: Buffer;

  beforeAll(async () => {
    sheet = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await app().seed(async (tx) => {
      const district = await anOrganization(tx, { id: 'district', kind: 'district' });
      const street = await anOrganization(tx, {
        id: 'street',
        kind: 'street',
        parentPath: district.path,
        name: '吴家营街道',
      });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['colleague', 'here'],
        ['neighbour', 'beside'],
        ['overseer', 'street'],
        ['second-overseer', 'street'],
        ['head', 'district'],
        ['both', 'here'],
      ] as const) {
        await aPerson(tx, { id: person, name: person });
        await aMembership(tx, person, unit);
      }
      await aMembership(tx, 'both', 'street');
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
    });
  });

  beforeEach(async () => {
    app().clock.set(NOW);
    serial += 1;
    student = `student-${serial}`;
    recordId = `record-${serial}`;
    shiftId = await app().seed(async (tx) => {
      await aPerson(tx, { id: student, name: '小雨' });
      return (await over(tx)).id;
    });
  });

  const over = (tx: Parameters<typeof aShift>[0], given: { counts?: boolean } = {}) =>
    aShift(tx, { activityId: 'activity', organizationId: 'here', startsAt: START, endsAt: END, ...given });
  /** The student has a record of 60 minutes of the shift. */
  const recorded = (columns: Readonly<Record<string, string | number>> = {}, personId = student) =>
    app().seed(async (tx) => {
      await confirmedPlaces(tx, shiftId, [personId]);
      const about = { id: recordId, recordingUnitId: 'here', activityId: 'activity', shiftId, personId };
      await insertRows(tx, 'hour_record', [
        anHourRecord(about, {
          status: 'confirmed',
          minutes: 60,
          decided_by: 'colleague',
          decided_at: NOW,
          ...columns,
        }),
      ]);
    });
  const placed = (personId = student) => app().seed((tx) => confirmedPlaces(tx, shiftId, [personId]));
  const picture = async (as: string) => (await app().get(Pictures).keep(as, key(), sheet)).id;
  const showPicture = (as: string, pictureId: string) =>
    fetch(`${app().baseUrl}${API_PREFIX}${addressOf(pictureRoutes.show, { params: { pictureId } })}`, {
      headers: { authorization: `Bearer ${app().tokenFor(as)}` },
    }).then(({ status }) => status);

  const raise = (
    given: {
      as?: string;
      claimedMinutes?: number;
      pictureIds?: string[];
      requestKey?: string;
      wrong?: 'minutes' | 'not-me' | 'details';
    } = {},
  ) =>
    app().call(routes.raise, {
      params: { recordId },
      body: {
        requestKey: given.requestKey ?? key(),
        wrong: given.wrong ?? 'minutes',
        claimedMinutes: given.claimedMinutes ?? 110,
        words: '我一直待到最后，签退的码没扫上',
        pictureIds: given.pictureIds ?? [],
      },
      as: given.as ?? student,
    });
  const raiseMissing = (given: { pictureIds?: string[]; as?: string } = {}) =>
    app().call(routes.raiseMissing, {
      params: { shiftId },
      body: {
        requestKey: key(),
        claimedMinutes: 120,
        words: '那天我在，名单上没有我',
        pictureIds: given.pictureIds ?? [],
      },
      as: given.as ?? student,
    });
  type Verdict = 'accept' | 'reject';
  const decide =
    (route: typeof routes.reply | typeof routes.decide) =>
    (
      as: string,
      correctionId: string,
      verdict: Verdict,
      more: { minutes?: number; inAt?: string; outAt?: string; pictureIds?: string[] } = {},
    ) =>
      app().call(route, {
        params: { correctionId },
        body: { requestKey: key(), verdict, reason: '看了签到记录', pictureIds: [], ...more },
        as,
      });
  const reply = decide(routes.reply);
  const decideAbove = decide(routes.decide);
  const escalate = (correctionId: string, as = student) =>
    app().call(routes.escalate, {
      params: { correctionId },
      body: { requestKey: key(), reason: '门口的监控看得到' },
      as,
    });
  const mine = async (correctionId: string) =>
    valueOf(await app().call(routes.showMine, { params: { correctionId }, as: student }));
  const records = async () => valueOf(await app().call(hourRoutes.mine, { query: {}, as: student })).items;
  const told = async (as: string) => {
    await app().deliverOutbox();
    return valueOf(await app().call(inboxRoutes.list, { query: {}, as })).items.map(({ kind }) => kind);
  };
  const enter = (
    as: string,
    given: { personId?: string; inAt?: string; outAt?: string; pictureIds?: string[] } = {},
  ) =>
    app().call(entries.enter, {
      params: { shiftId },
      body: {
        requestKey: key(),
        personId: given.personId ?? student,
        inAt: given.inAt ?? START,
        outAt: given.outAt ?? END,
        reason: '那天停电，用纸签到',
        pictureIds: given.pictureIds ?? [],
      },
      as,
    });
  const entered = async (as = 'worker') => valueOf(await enter(as, { pictureIds: [await picture(as)] }));
  const approve = (as: string, entryId: string, verdict: Verdict = 'accept') =>
    app().call(entries.decide, {
      params: { entryId },
      body: { requestKey: key(), verdict, reason: '看过签到表' },
      as,
    });

  it('art. 12 and 13: the volunteer raises an error, the unit checks and amends, the whole trail stays', async () => {
    await recorded();
    const evidence = await picture(student);
    const raised = valueOf(await raise({ pictureIds: [evidence] }));
    expect(raised).toMatchObject({
      status: 'open',
      recordedMinutes: 60,
      claimedMinutes: 110,
      dueOn: '2026-12-07',
      workingDaysLeft: 10,
      mayEscalate: false,
    });
    expect(await told('worker')).toContain('correction.raised');
    const shown = valueOf(
      await app().call(routes.showForStaff, { params: { correctionId: raised.id }, as: 'worker' }),
    );
    expect(shown).toMatchObject({
      mayDecide: 'reply',
      needs: 'minutes',
      mostMinutes: 120,
      personName: '小雨',
      hadPlace: true,
    });
    expect([await showPicture('worker', evidence), await showPicture('neighbour', evidence)]).toEqual([
      200, 404,
    ]);
    expect(codeOf(await reply('worker', raised.id, 'accept', { minutes: 121 }))).toBe(
      'correction.minutes-beyond-shift',
    );
    expect(codeOf(await reply('worker', raised.id, 'accept'))).toBe('correction.minutes-missing');
    expect(valueOf(await reply('worker', raised.id, 'accept', { minutes: 105 }))).toMatchObject({
      status: 'accepted',
      mayDecide: null,
    });
    expect(await records()).toMatchObject([{ version: 2, status: 'confirmed', minutes: 105 }]);
    expect((await mine(raised.id)).trail).toEqual([
      {
        action: 'raised',
        at: NOW,
        by: '小雨',
        unit: null,
        minutes: 110,
        reason: '我一直待到最后，签退的码没扫上',
      },
      { action: 'accepted', at: NOW, by: 'worker', unit: '万溪冲社区', minutes: 105, reason: '看了签到记录' },
    ]);
    const heard = (await told(student)).filter((kind) => /^(correction|hours)\./.test(kind));
    expect(heard.filter((kind) => kind !== 'correction.raised')).toEqual(['correction.accepted']);
    const history = valueOf(
      await app().call(hourRoutes.history, {
        params: { recordId: (await records())[0]?.id ?? '' },
        as: student,
      }),
    );
    expect(history.versions.map(({ version, status, minutes }) => [version, status, minutes])).toEqual([
      [2, 'confirmed', 105],
      [1, 'amended', 60],
    ]);
  });

  it('is taken back while nobody has decided, stays to be seen, and leaves room for another', async () => {
    await recorded();
    const { id, mayWithdraw } = valueOf(await raise());
    const withdraw = (as = student, requestKey = key()) =>
      app().call(routes.withdraw, { params: { correctionId: id }, body: { requestKey }, as });
    expect(mayWithdraw).toBe(true);
    expect(codeOf(await raise())).toBe('correction.already');
    expect(codeOf(await withdraw('worker'))).toBe('correction.unknown');
    const repeated = key();
    const gone = valueOf(await withdraw(student, repeated));
    expect(gone).toMatchObject({ status: 'withdrawn', dueOn: null, mayWithdraw: false, mayEscalate: false });
    expect(gone.trail.map(({ action, by }) => [action, by])).toEqual([
      ['raised', '小雨'],
      ['withdrawn', '小雨'],
    ]);
    expect(valueOf(await withdraw(student, repeated))).toEqual(gone);
    expect(codeOf(await withdraw())).toBe('correction.not-waiting');
    expect(codeOf(await reply('worker', id, 'accept', { minutes: 90 }))).toBe('correction.not-waiting');
    expect(await records()).toMatchObject([{ version: 1, minutes: 60 }]);
    const another = valueOf(await raise());
    valueOf(await reply('worker', another.id, 'reject'));
    const late = await app().call(routes.withdraw, {
      params: { correctionId: another.id },
      body: { requestKey: key() },
      as: student,
    });
    expect(codeOf(late)).toBe('correction.not-waiting');
  });

  it('goes to the street when rejected, once; what the street decides is final', async () => {
    await recorded();
    const { id } = valueOf(await raise());
    expect(codeOf(await escalate(id))).toBe('correction.not-rejected');
    expect(codeOf(await decideAbove('overseer', id, 'accept', { minutes: 110 }))).toBe(
      'correction.not-waiting',
    );
    expect(valueOf(await reply('worker', id, 'reject'))).toMatchObject({
      status: 'rejected',
      dueOn: '2026-12-07',
    });
    expect((await mine(id)).mayEscalate).toBe(true);
    expect(codeOf(await escalate(id, 'worker'))).toBe('correction.unknown');
    expect(valueOf(await escalate(id))).toMatchObject({ status: 'escalated', decidingUnit: '吴家营街道' });
    expect(await told('overseer')).toContain('correction.escalated');
    expect(codeOf(await decideAbove('worker', id, 'accept', { minutes: 110 }))).toBe('access.out-of-scope');
    valueOf(await decideAbove('overseer', id, 'accept', { minutes: 110 }));
    expect(await mine(id)).toMatchObject({
      status: 'final',
      outcome: 'accept',
      mayEscalate: false,
      dueOn: null,
    });
    expect((await mine(id)).trail.map(({ action }) => action)).toEqual([
      'raised',
      'rejected',
      'escalated',
      'upheld',
    ]);
    expect(await records()).toMatchObject([{ version: 2, minutes: 110 }]);
    expect(await told('worker')).toContain('correction.upheld');
    expect(codeOf(await escalate(id))).toBe('correction.not-rejected');
    expect(codeOf(await decideAbove('overseer', id, 'reject'))).toBe('correction.not-waiting');
  });

  it('art. 11: has due dates on the calendar of working days, and an appeal that comes too late is refused', async () => {
    await recorded();
    const { id } = valueOf(await raise());
    app().clock.set('2026-12-08T02:00:00.000Z');
    const late = valueOf(
      await app().call(routes.listForStaff, { query: { stage: 'open', limit: '100' }, as: 'worker' }),
    );
    expect(late.items.find((item) => item.id === id)?.workingDaysLeft).toBe(-1);
    const dues = late.items.map(({ dueOn }) => dueOn);
    expect(dues).toEqual([...dues].sort());
    valueOf(await reply('worker', id, 'reject'));
    expect((await mine(id)).dueOn).toBe('2026-12-22');
    app().clock.set('2026-12-23T02:00:00.000Z');
    expect((await mine(id)).mayEscalate).toBe(false);
    expect(codeOf(await escalate(id))).toBe('correction.appeal-over');
  });

  it('is never decided by the volunteer, nor at both levels by one person', async () => {
    await recorded({}, 'both');
    const own = valueOf(await raise({ as: 'both' }));
    expect(codeOf(await reply('both', own.id, 'accept', { minutes: 120 }))).toBe('hours.own-record');
    valueOf(await reply('worker', own.id, 'reject'));
    valueOf(
      await app().call(routes.escalate, {
        params: { correctionId: own.id },
        body: { requestKey: key(), reason: '再看看' },
        as: 'both',
      }),
    );
    expect(codeOf(await decideAbove('both', own.id, 'accept', { minutes: 120 }))).toBe('hours.own-record');
    serial += 1;
    recordId = `record-${serial}-other`;
    shiftId = (await app().seed((tx) => over(tx))).id;
    await recorded();
    const { id } = valueOf(await raise());
    valueOf(await reply('both', id, 'reject'));
    valueOf(await escalate(id));
    expect(codeOf(await decideAbove('both', id, 'accept', { minutes: 120 }))).toBe('correction.same-person');
    expect(
      valueOf(await app().call(routes.showForStaff, { params: { correctionId: id }, as: 'both' })).mayDecide,
    ).toBeNull();
    valueOf(await decideAbove('overseer', id, 'reject'));
  });

  it('is raised once for a version, repeated by its key, and by nobody else', async () => {
    await recorded();
    const requestKey = key();
    const first = valueOf(await raise({ requestKey }));
    expect(valueOf(await raise({ requestKey })).id).toBe(first.id);
    expect(codeOf(await raise({ requestKey, claimedMinutes: 100 }))).toBe('request.key-reused');
    expect(codeOf(await raise())).toBe('correction.already');
    expect(codeOf(await raise({ as: 'neighbour' }))).toBe('hours.unknown');
    valueOf(await reply('worker', first.id, 'accept', { minutes: 90 }));
    recordId = (await records())[0]?.id ?? '';
    expect(codeOf(await raise({ claimedMinutes: 121 }))).toBe('correction.minutes-beyond-shift');
    expect(codeOf(await raise({ claimedMinutes: 120 }))).toBe('ok');
    expect(valueOf(await app().call(routes.mine, { query: {}, as: student })).items).toHaveLength(2);
  });

  it('confirms what nobody had decided yet, then amends it; voids what was somebody else', async () => {
    await recorded({ status: 'pending' });
    const { id } = valueOf(await raise());
    valueOf(await reply('worker', id, 'accept', { minutes: 110 }));
    expect(await records()).toMatchObject([{ version: 2, minutes: 110, status: 'confirmed' }]);
    recordId = (await records())[0]?.id ?? '';
    const notMe = valueOf(await raise({ wrong: 'not-me' }));
    valueOf(await reply('worker', notMe.id, 'accept'));
    expect(await records()).toMatchObject([{ status: 'voided' }]);
    expect(valueOf(await app().call(hourRoutes.totals, { as: student }))).toMatchObject({
      confirmedMinutes: 0,
    });
  });

  it('puts a wrong name right without another version, and says so in the trail', async () => {
    await recorded();
    const { id } = valueOf(await raise({ wrong: 'details' }));
    valueOf(await reply('worker', id, 'accept', { minutes: 60 }));
    expect(await records()).toMatchObject([{ version: 1, minutes: 60 }]);
    expect((await mine(id)).trail.at(-1)).toMatchObject({ action: 'accepted', minutes: 60 });
  });

  it('does not decide about a version that nobody looked at', async () => {
    await recorded();
    const { id } = valueOf(await raise());
    await app().seed((tx) => tx.query('UPDATE hour_record SET is_current = 0 WHERE id = ?', [recordId]));
    expect(codeOf(await reply('worker', id, 'accept', { minutes: 110 }))).toBe('hours.changed-meanwhile');
    expect((await mine(id)).status).toBe('open');
  });

  it('a missing record is granted as an entry by hand: nothing counts until another level says yes', async () => {
    const own = valueOf(
      await app().call(routes.unrecordedShifts, { query: { day: '2026-11-20' }, as: student }),
    );
    expect(own.items).toContainEqual(expect.objectContaining({ shiftId, hadPlace: false, mostMinutes: 120 }));
    const evidence = await picture(student);
    const { id } = valueOf(await raiseMissing({ pictureIds: [evidence] }));
    expect(codeOf(await raiseMissing())).toBe('correction.already');
    expect(
      valueOf(await app().call(routes.showForStaff, { params: { correctionId: id }, as: 'worker' })),
    ).toMatchObject({ needs: 'times', hadPlace: false });
    expect(codeOf(await reply('worker', id, 'accept'))).toBe('correction.times-missing');
    expect(
      codeOf(await reply('worker', id, 'accept', { inAt: START, outAt: '2026-11-20T03:01:00.000Z' })),
    ).toBe('entry.outside-shift');
    valueOf(await reply('worker', id, 'accept', { inAt: START, outAt: '2026-11-20T02:40:00.000Z' }));
    expect(await records()).toEqual([]);
    const { entry } = await mine(id);
    expect(entry).toMatchObject({ status: 'waiting', decidingUnit: '吴家营街道' });
    expect(await told('overseer')).toContain('entry.waiting');
    expect(codeOf(await approve('worker', entry?.id ?? ''))).toBe('access.out-of-scope');
    const approved = valueOf(await approve('overseer', entry?.id ?? ''));
    expect(approved.pictures.map((each) => each.id)).toEqual([evidence]);
    expect(await records()).toMatchObject([{ minutes: 100, status: 'confirmed', flags: ['manual'] }]);
    expect((await mine(id)).entry?.status).toBe('approved');
  });

  it('a missing record without any picture is not granted', async () => {
    await placed();
    const { id } = valueOf(await raiseMissing());
    expect(codeOf(await reply('worker', id, 'accept', { inAt: START, outAt: END }))).toBe(
      'entry.evidence-missing',
    );
    const more = await picture('worker');
    expect(codeOf(await reply('worker', id, 'accept', { inAt: START, outAt: END, pictureIds: [more] }))).toBe(
      'ok',
    );
    // A paper sheet shows the names of others.
    expect([await showPicture('overseer', more), await showPicture(student, more)]).toEqual([200, 404]);
  });

  it('a record that was turned down counts after all only with a second yes', async () => {
    await recorded({ status: 'rejected', rejection_reason: '没有来' });
    const { id } = valueOf(await raise({ pictureIds: [await picture(student)] }));
    valueOf(await reply('worker', id, 'accept', { inAt: START, outAt: END }));
    expect(await records()).toMatchObject([{ status: 'rejected' }]);
    valueOf(await approve('overseer', (await mine(id)).entry?.id ?? ''));
    expect(await records()).toMatchObject([{ version: 2, status: 'confirmed', minutes: 120 }]);
  });

  it('a missing record that the street grants needs its yes from above the street', async () => {
    await placed();
    const { id } = valueOf(await raiseMissing({ pictureIds: [await picture(student)] }));
    valueOf(await reply('worker', id, 'reject'));
    valueOf(await escalate(id));
    valueOf(await decideAbove('overseer', id, 'accept', { inAt: START, outAt: END }));
    const entryId = (await mine(id)).entry?.id ?? '';
    expect(codeOf(await approve('second-overseer', entryId))).toBe('access.out-of-scope');
    expect(codeOf(await approve('head', entryId))).toBe('ok');
    expect(await records()).toMatchObject([{ minutes: 120 }]);
  });

  it('art. 26: an entry by hand needs a reason, evidence, a place, and a second yes of another level', async () => {
    expect(codeOf(await enter('worker', { pictureIds: [await picture('worker')] }))).toBe('entry.no-place');
    await placed();
    expect(codeOf(await enter('worker'))).toBe('request.invalid');
    expect(codeOf(await enter('worker', { pictureIds: [await picture('colleague')] }))).toBe(
      'picture.unknown',
    );
    expect(codeOf(await enter('neighbour', { pictureIds: [await picture('neighbour')] }))).toBe(
      'access.out-of-scope',
    );
    expect(codeOf(await enter('head', { pictureIds: [await picture('head')] }))).toBe('entry.nobody-above');
    const pairs = valueOf(await app().call(entries.unrecorded, { query: { limit: '100' }, as: 'worker' }));
    expect(pairs.items).toContainEqual(
      expect.objectContaining({ shiftId, personId: student, mayEnter: true }),
    );
    const entry = await entered();
    expect(entry).toMatchObject({
      status: 'waiting',
      minutes: 120,
      authorUnit: '万溪冲社区',
      decidingUnit: '吴家营街道',
      mayDecide: false,
      dueOn: '2026-12-07',
    });
    expect(await records()).toEqual([]);
    expect(codeOf(await enter('colleague', { pictureIds: [await picture('colleague')] }))).toBe(
      'entry.already',
    );
    for (const as of ['worker', 'colleague'])
      expect(codeOf(await approve(as, entry.id))).toBe('access.out-of-scope');
    const waiting = valueOf(await app().call(entries.list, { query: { limit: '100' }, as: 'overseer' }));
    expect(waiting.items.find(({ id }) => id === entry.id)?.mayDecide).toBe(true);
    expect(valueOf(await approve('overseer', entry.id))).toMatchObject({
      status: 'approved',
      decidedBy: 'overseer',
      decisionReason: '看过签到表',
    });
    expect(codeOf(await approve('second-overseer', entry.id))).toBe('entry.not-waiting');
    expect(await records()).toMatchObject([{ minutes: 120, flags: ['manual'], status: 'confirmed' }]);
    expect(await told('worker')).toContain('entry.approved');
    const trail = await app().uow.read((tx) =>
      tx.query(
        'SELECT actor_id, action, before_state, after_state, scope_id FROM journal WHERE subject_id = ? ORDER BY at, after_state DESC',
        [entry.id],
      ),
    );
    expect(trail).toEqual([
      { actor_id: 'worker', action: 'entered', before_state: null, after_state: 'waiting', scope_id: 'here' },
      {
        actor_id: 'overseer',
        action: 'approved',
        before_state: 'waiting',
        after_state: 'approved',
        scope_id: 'street',
      },
    ]);
  });

  it('nobody enters or approves their own: author, volunteer, one person in two roles', async () => {
    await placed('both');
    expect(codeOf(await enter('both', { personId: 'both', pictureIds: [await picture('both')] }))).toBe(
      'hours.own-record',
    );
    const about = valueOf(await enter('worker', { personId: 'both', pictureIds: [await picture('worker')] }));
    expect(codeOf(await approve('both', about.id))).toBe('hours.own-record');
    valueOf(await approve('overseer', about.id, 'reject'));
    shiftId = (await app().seed((tx) => over(tx))).id;
    await placed();
    const byBoth = await entered('both');
    expect(codeOf(await approve('both', byBoth.id))).toBe('entry.own-entry');
    // Entered through the street, it is the district's to approve.
    shiftId = (await app().seed((tx) => over(tx))).id;
    await placed();
    const byStreet = await entered('overseer');
    expect(codeOf(await approve('second-overseer', byStreet.id))).toBe('access.out-of-scope');
    expect(codeOf(await approve('head', byStreet.id))).toBe('ok');
  });

  it('a rejected entry credits nothing, tells why, and may be entered again', async () => {
    await placed();
    const entry = await entered();
    valueOf(await approve('overseer', entry.id, 'reject'));
    expect(await records()).toEqual([]);
    expect(await told(student)).toContain('entry.rejected');
    expect((await entered()).status).toBe('waiting');
  });

  it('art. 19: what is not volunteering, not over, or too long ago is not entered', async () => {
    shiftId = (await app().seed((tx) => over(tx, { counts: false }))).id;
    await placed();
    expect(codeOf(await enter('worker', { pictureIds: [await picture('worker')] }))).toBe(
      'entry.not-counted',
    );
    shiftId = (await app().seed((tx) => over(tx))).id;
    await placed();
    app().clock.set('2026-11-20T02:59:00.000Z');
    expect(codeOf(await enter('worker', { pictureIds: [await picture('worker')] }))).toBe(
      'entry.not-over-yet',
    );
    app().clock.set('2027-02-19T02:00:00.000Z');
    expect(codeOf(await enter('worker', { pictureIds: [await picture('worker')] }))).toBe(
      'entry.too-long-ago',
    );
    expect(codeOf(await raiseMissing())).toBe('entry.too-long-ago');
  });

  it('two people who decide at once: one of them does', async () => {
    await placed();
    const entry = await entered();
    const answers = await Promise.all([approve('overseer', entry.id), approve('second-overseer', entry.id)]);
    expect(answers.map(codeOf).sort()).toEqual(['entry.not-waiting', 'ok']);
    expect(await records()).toHaveLength(1);
  });

  it('stands on the workbench of whoever may decide, and of nobody else', async () => {
    const bench = async (as: string) => {
      const { corrections, entries: waiting } = valueOf(await app().call(workbenchRoutes.show, { as }));
      return [corrections.count, waiting.count];
    };
    const since = (before: number[], after: number[]) => after.map((count, at) => count - (before[at] ?? 0));
    const before = {
      worker: await bench('worker'),
      overseer: await bench('overseer'),
      both: await bench('both'),
    };
    await recorded();
    const { id } = valueOf(await raise());
    expect(since(before.worker, await bench('worker'))).toEqual([1, 0]);
    valueOf(await reply('both', id, 'reject'));
    valueOf(await escalate(id));
    expect(since(before.worker, await bench('worker'))).toEqual([0, 0]);
    expect(since(before.overseer, await bench('overseer'))).toEqual([1, 0]);
    expect(since(before.both, await bench('both'))).toEqual([0, 0]);
    shiftId = (await app().seed((tx) => over(tx))).id;
    await placed();
    await entered();
    expect(since(before.overseer, await bench('overseer'))).toEqual([1, 1]);
    expect(since(before.worker, await bench('worker'))).toEqual([0, 0]);
  });

  it('art. 16: the public sample can be drawn again and names nobody', async () => {
    await placed();
    valueOf(await approve('overseer', (await entered()).id));
    const response = await fetch(`${app().baseUrl}${API_PREFIX}/audit/manual-entries?month=2026-11`);
    const text = await response.text();
    const sample = valueOf(await app().call(entries.sample, { query: { month: '2026-11' } }));
    expect(sample).toMatchObject({ month: '2026-11', complete: false, seed: 'manual-entry-sample 2026-11' });
    expect(sample.drawnFrom.length).toBeGreaterThanOrEqual(sample.items.length);
    expect(sample.items[0]).toEqual({
      id: expect.any(String),
      unit: '万溪冲社区',
      day: '2026-11-20',
      minutes: expect.any(Number),
      service: '花田清理 · 引导员',
      evidence: true,
    });
    for (const name of ['小雨', 'worker', 'overseer', student]) expect(text).not.toContain(name);
    expect(valueOf(await app().call(entries.sample, { query: { month: '2026-10' } }))).toMatchObject({
      complete: true,
      items: [],
    });
  });
});
