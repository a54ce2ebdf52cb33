/** Real: the app, both databases, the outbox. Not real: the clock, and whoever calls these doors. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { anHourRecord, aPlainActivity, aShift } from '../../../test/shift-builders.js';
import { HourChanges } from './hour-changes.js';
import { HourVersions, type ManualHours } from './hour-versions.js';
import { ProvableHours } from './provable-hours.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';
const WORKER = { actorId: 'worker', role: 'worker', scopeId: 'here' };
const STREET = { actorId: 'overseer', role: 'worker', scopeId: 'street' };

onRunningApp('versions of hour records', (app) => {
  let serial = 0;
  let student = '';
  let shiftId = '';
  const heard: string[] = [];

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['overseer', 'street'],
      ] as const) {
        await aPerson(tx, { id: person, name: person });
        await aMembership(tx, person, unit);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
    });
    app()
      .get(HourChanges)
      .listen((_, ids) => Promise.resolve(void heard.push(...ids)));
  });

  beforeEach(async () => {
    serial += 1;
    student = `student-${serial}`;
    await app().deliverOutbox();
    heard.length = 0;
    app().clock.set('2026-11-29T01:00:00.000Z');
    await app().seed(async (tx) => {
      await aPerson(tx, { id: student });
      const shift = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
      });
      shiftId = shift.id;
    });
  });

  /** A confirmed record of 50 minutes. */
  const confirmed = async (columns: Record<string, string | number> = {}): Promise<string> => {
    const id = `record-${serial}`;
    await app().seed((tx) =>
      insertRows(tx, 'hour_record', [
        anHourRecord(
          { id, shiftId, personId: student, activityId: 'activity', recordingUnitId: 'here' },
          {
            status: 'confirmed',
            minutes: 50,
            decided_by: 'worker',
            shift_starts_at: START,
            shift_ends_at: END,
            ...columns,
          },
        ),
      ]),
    );
    return id;
  };
  const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app().uow.run(work);
  const refusalOf = (work: (tx: Tx) => Promise<unknown>): Promise<string> =>
    inOne(work).then(
      () => 'ok',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
  const versions = () => app().get(HourVersions);
  const amend = (tx: Tx, id: string, minutes = 120, by = WORKER) =>
    versions().amend(tx, id, { minutes, reason: '漏签退，负责人作证', by, source: 'correction' });
  const byHand = (change: Partial<ManualHours> = {}): ManualHours => ({
    shiftId,
    personId: student,
    minutes: 120,
    reason: '现场断网',
    evidence: '纸质签到表第2页',
    by: WORKER,
    approvedBy: STREET,
    ...change,
  });
  const totals = async () => valueOf(await app().call(hourRoutes.totals, { as: student }));
  const history = async (recordId: string, as = student) =>
    app().call(hourRoutes.history, { params: { recordId }, as });
  const messages = async () => {
    await app().deliverOutbox();
    return valueOf(await app().call(inboxRoutes.list, { query: {}, as: student })).items;
  };

  it('art. 13: amending writes another version and overwrites nothing; the volunteer reads who, when and why', async () => {
    const id = await confirmed();
    const next = await inOne((tx) => amend(tx, id));
    expect(await totals()).toEqual({ confirmedMinutes: 120, pendingMinutes: 0, records: 1 });
    const seen = valueOf(await history(next));
    expect(valueOf(await history(id))).toEqual(seen);
    expect(seen).toMatchObject({
      activityTitle: '花田清理',
      recordingUnit: '万溪冲社区',
      versions: [
        {
          id: next,
          version: 2,
          status: 'confirmed',
          current: true,
          minutes: 120,
          computation: { basis: 'amended', fromMinutes: 50, minutes: 120, reason: '漏签退，负责人作证' },
          events: [{ action: 'recorded', by: 'worker', bySelf: false, reason: '漏签退，负责人作证' }],
        },
        {
          id,
          version: 1,
          status: 'amended',
          current: false,
          minutes: 50,
          events: [{ action: 'amended', at: '2026-11-29T01:00:00.000Z', by: 'worker' }],
        },
      ],
    });
    expect(await messages()).toMatchObject([
      { kind: 'hours.amended', facts: { before: 50, minutes: 120, reason: '漏签退，负责人作证' } },
    ]);
    expect(heard.sort()).toEqual([id, next].sort());
    const mine = valueOf(await app().call(hourRoutes.mine, { query: {}, as: student }));
    expect(mine.items.map((item) => item.id)).toEqual([next]);
  });

  it("shows nobody another person's history", async () => {
    const id = await confirmed();
    expect(codeOf(await history(id, 'worker'))).toBe('hours.unknown');
    expect(codeOf(await history('nowhere'))).toBe('hours.unknown');
  });

  it('of two amendments at once one is refused, and nothing is lost', async () => {
    const id = await confirmed();
    const outcomes = await Promise.all(
      [60, 70, 80, 90].map((most) => refusalOf((tx) => amend(tx, id, most))),
    );
    expect(outcomes.sort()).toEqual([...Array<string>(3).fill('hours.not-amendable'), 'ok']);
    expect(valueOf(await history(id)).versions).toHaveLength(2);
  });

  it('voids: the minutes count no more, the record stays to be seen, and nothing follows on it', async () => {
    const id = await confirmed();
    await inOne((tx) => versions().void(tx, id, { reason: '记错了人', by: WORKER }));
    expect(await totals()).toMatchObject({ confirmedMinutes: 0, records: 0 });
    const mine = valueOf(await app().call(hourRoutes.mine, { query: {}, as: student })).items;
    expect(mine).toMatchObject([{ status: 'voided', rejectionReason: '记错了人', decidedBy: 'worker' }]);
    expect(await messages()).toMatchObject([{ kind: 'hours.voided', facts: { minutes: 50 } }]);
    expect(heard).toEqual([id]);
    expect(await refusalOf((tx) => amend(tx, id))).toBe('hours.not-amendable');
  });

  it('art. 26: nobody amends or voids their own record; nobody beyond the planned window', async () => {
    const id = await confirmed();
    const self = { actorId: student, role: 'worker', scopeId: 'here' };
    expect(await refusalOf((tx) => amend(tx, id, 60, self))).toBe('hours.own-record');
    expect(await refusalOf((tx) => versions().void(tx, id, { reason: '不要了', by: self }))).toBe(
      'hours.own-record',
    );
    expect(await refusalOf((tx) => amend(tx, id, 121))).toBe('hours.too-many-minutes');
    expect(await refusalOf((tx) => amend(tx, id, -1))).toBe('hours.too-many-minutes');
    expect(await refusalOf((tx) => amend(tx, id, 1.5))).toBe('hours.too-many-minutes');
    expect(await refusalOf((tx) => amend(tx, 'nowhere'))).toBe('hours.unknown');
    expect(valueOf(await history(id)).versions).toHaveLength(1);
  });

  it('art. 8 to 10: what the activity becomes later changes no record', async () => {
    const id = await inOne((tx) => versions().addManual(tx, byHand()));
    await app().seed((tx) => tx.query(`UPDATE activity SET title = '改名', place_name = '别处'`));
    const [record] = valueOf(await app().call(hourRoutes.mine, { query: {}, as: student })).items;
    expect(record).toMatchObject({ id, activityTitle: '花田清理', placeName: '万溪冲梨园' });
    await app().seed((tx) => tx.query(`UPDATE activity SET title = '花田清理', place_name = '万溪冲梨园'`));
  });

  it('an entry by hand is confirmed by its second person, flagged, and says what it rests on', async () => {
    const id = await inOne((tx) => versions().addManual(tx, byHand({ minutes: 110 })));
    const [record] = valueOf(await app().call(hourRoutes.mine, { query: {}, as: student })).items;
    expect(record).toMatchObject({
      id,
      version: 1,
      status: 'confirmed',
      minutes: 110,
      flags: ['manual'],
      decidedBy: 'overseer',
      computation: { basis: 'manual', reason: '现场断网', evidence: '纸质签到表第2页', minutes: 110 },
    });
    expect(valueOf(await history(id)).versions[0]?.events).toMatchObject([
      { action: 'recorded', by: 'worker' },
      { action: 'confirmed', by: 'overseer' },
    ]);
    expect(await messages()).toMatchObject([{ kind: 'hours.added' }]);
    expect(heard).toEqual([id]);
    expect(await refusalOf((tx) => versions().addManual(tx, byHand()))).toBe('hours.already-recorded');
    await inOne((tx) => versions().void(tx, id, { reason: '填错', by: WORKER }));
    const again = await inOne((tx) => versions().addManual(tx, byHand({ minutes: 60 })));
    expect(valueOf(await history(again)).versions.map((each) => [each.version, each.status])).toEqual([
      [2, 'confirmed'],
      [1, 'voided'],
    ]);
    expect(await totals()).toMatchObject({ confirmedMinutes: 60, records: 1 });
  });

  it('an entry by hand counts no minute that another shift has counted', async () => {
    await inOne((tx) => versions().addManual(tx, byHand()));
    const { id } = await app().seed((tx) =>
      aShift(tx, { activityId: 'activity', organizationId: 'here', startsAt: START, endsAt: END }),
    );
    const beside = byHand({ shiftId: id });
    expect(await refusalOf((tx) => versions().addManual(tx, { ...beside, minutes: 1 }))).toBe(
      'hours.counted-elsewhere',
    );
    expect(await refusalOf((tx) => versions().addManual(tx, { ...beside, minutes: 121 }))).toBe(
      'hours.too-many-minutes',
    );
    expect(
      await refusalOf((tx) =>
        versions().addManual(tx, byHand({ shiftId: 'nowhere', personId: student, minutes: 1 })),
      ),
    ).toBe('shift.unknown');
  });

  it('an amendment counts no minute that another record has counted, however the two come', async () => {
    const times = { inAt: START, outAt: '2026-11-28T06:50:00.000Z' };
    const id = await confirmed({
      computation: JSON.stringify({
        basis: 'scans',
        ...times,
        countedFrom: times.inAt,
        countedTo: times.outAt,
        breakMinutes: 0,
        overlapMinutes: 0,
        minutes: 50,
      }),
      facts: JSON.stringify({
        title: '花田清理',
        roleName: '引导员',
        content: '在入口引导来访的人',
        startsAt: START,
        endsAt: END,
        placeName: '万溪冲梨园',
        unitName: '万溪冲社区',
        responsibleName: '李主任',
      }),
    });
    const { id: overlapping } = await app().seed((tx) =>
      aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: '2026-11-28T07:00:00.000Z',
        endsAt: '2026-11-28T09:00:00.000Z',
      }),
    );
    const beside = await inOne((tx) =>
      versions().addManual(
        tx,
        byHand({
          shiftId: overlapping,
          minutes: 30,
          from: '2026-11-28T07:00:00.000Z',
          to: '2026-11-28T07:30:00.000Z',
        }),
      ),
    );
    await expect(inOne((tx) => amend(tx, id, 91))).rejects.toMatchObject({
      code: 'hours.counted-elsewhere',
      facts: { title: '花田清理', most: 90 },
    });
    // Two at once: each would fit alone, both together would not.
    const outcomes = await Promise.all([
      refusalOf((tx) => amend(tx, id, 90)),
      refusalOf((tx) => amend(tx, beside, 120)),
    ]);
    expect(outcomes.sort()).toEqual(['hours.counted-elsewhere', 'ok']);
    const [current] = valueOf(await history(id)).versions;
    expect(await refusalOf((tx) => amend(tx, current?.id ?? '', 10))).toBe('ok');
  });

  it('proves what is confirmed, by unit and district day, and marks it once', async () => {
    const id = await confirmed();
    const provable = (fromDay: string, toDay: string, unit = 'here') =>
      app().uow.read((tx) => app().get(ProvableHours).of(tx, student, unit, { fromDay, toDay }));
    expect(await provable('2026-11-28', '2026-11-28')).toEqual([
      expect.objectContaining({ id, version: 1, status: 'confirmed', minutes: 50 }),
    ]);
    expect(await provable('2026-11-29', '2026-12-31')).toEqual([]);
    expect(await provable('2026-11-01', '2026-11-27')).toEqual([]);
    expect(await provable('2026-11-28', '2026-11-28', 'street')).toEqual([]);
    const mark = (ids: readonly string[]) =>
      inOne((tx) => app().get(ProvableHours).markCertified(tx, ids, WORKER));
    expect([await mark([id, id]), await mark([id])]).toEqual([[id], []]);
    expect(await provable('2026-11-28', '2026-11-28')).toMatchObject([{ status: 'certified' }]);
    await inOne((tx) => amend(tx, id));
    await expect(mark([id])).rejects.toMatchObject({ code: 'hours.not-certifiable' });
    await expect(mark(['nowhere'])).rejects.toMatchObject({ code: 'hours.unknown' });
  });
});
