import { beforeAll, describe, expect, it } from '@jest/globals';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { workbenchRoutes as routes } from '@xiaolin/shared-types/workbench/routes';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { aCategory, aDraft, aRun } from '../../../test/activity-builders.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aShift } from '../../../test/shift-builders.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';

let serial = 0;
const key = () => `workbench-request-${(serial += 1)}`;

/** The clock stands at 10:00 on 2026-11-23 in the district; its day lasts from 16:00Z to 16:00Z. */
const run = (startsAt: string, endsAt: string) =>
  aRun({ startsAt, endsAt, opensAt: '2026-11-01T00:00:00.000Z', closesAt: endsAt });

onRunningApp('the workbench', (app) => {
  const show = async (as: string) => valueOf(await app().call(routes.show, { as }));

  async function draft(
    title: string,
    occurrences = [run('2026-11-23T06:00:00.000Z', '2026-11-23T08:00:00.000Z')],
    as = 'worker',
  ) {
    const body = {
      requestKey: key(),
      draft: aDraft({ organizationId: as === 'worker' ? 'community' : 'elsewhere', title, occurrences }),
    };
    return valueOf(await app().call(activityRoutes.createDraft, { body, as }));
  }
  const publish = async (activityId: string, as = 'worker') =>
    valueOf(await app().call(activityRoutes.publish, { params: { activityId }, as }));

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'community', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'elsewhere' });
      await aCategory(tx);
      for (const id of ['worker', 'boss', 'stranger', 'resident']) await aPerson(tx, { id });
      await aMembership(tx, 'worker', 'community');
      await aMembership(tx, 'boss', 'street');
      await aMembership(tx, 'stranger', 'elsewhere');
    });
  });

  it('is empty and calm where nothing waits', async () => {
    expect(await show('worker')).toEqual({
      today: [],
      pendingHours: { records: 0, flagged: 0, workingDaysLeft: null, overdue: 0 },
      corrections: { count: 0, workingDaysLeft: null },
      entries: { count: 0, workingDaysLeft: null },
      waysOut: 0,
      qualifications: 0,
      drafts: [],
    });
  });

  it('is for staff only', async () => {
    expect(codeOf(await app().call(routes.show, { as: 'resident' }))).toBe('access.not-staff');
    expect(codeOf(await app().call(routes.show, {}))).toBe('session.required');
  });

  describe('with a day of work', () => {
    beforeAll(async () => {
      const { id, draft: kept } = await draft('太极', [
        run('2026-11-23T06:00:00.000Z', '2026-11-23T08:00:00.000Z'),
        run('2026-11-23T11:00:00.000Z', '2026-11-23T13:00:00.000Z'),
        // 00:00 of tomorrow in the district.
        run('2026-11-23T16:00:00.000Z', '2026-11-23T17:00:00.000Z'),
      ]);
      await app().seed((tx) => shifts(tx, id));
      await publish(id);
      const params = { occurrenceId: kept.occurrences[0]?.id ?? '' };
      valueOf(
        await app().call(signupRoutes.createForOccurrence, {
          params,
          body: { requestKey: key() },
          as: 'resident',
        }),
      );
      const off = await publish((await draft('取消的')).id);
      valueOf(
        await app().call(activityRoutes.cancel, {
          params: { activityId: off.id },
          body: { reason: '雨' },
          as: 'worker',
        }),
      );
      await publish((await draft('别处的', undefined, 'stranger')).id, 'stranger');
      for (let i = 1; i <= 12; i += 1) {
        app().clock.advance(1);
        await draft(`草稿${i}`);
      }
      await app().seed(hours);
    });

    it("shows today's runs in scope with their doors and shifts, and nothing else", async () => {
      const { today } = await show('worker');
      expect(
        today.map(({ title, startsAt, line, shifts }) => [
          title,
          startsAt,
          line.taken,
          shifts.map(({ roleName }) => roleName),
        ]),
      ).toEqual([
        ['太极', '2026-11-23T06:00:00.000Z', 1, ['引导']],
        ['太极', '2026-11-23T11:00:00.000Z', 0, ['收场']],
      ]);
      expect(today[0]).toMatchObject({ placeName: '党群服务中心', organizationName: '万溪冲社区' });
      expect(today[0]?.shifts[0]).toMatchObject({ needed: 3, taken: 0 });
      expect((await show('stranger')).today.map(({ title }) => title)).toEqual(['别处的']);
      expect((await show('boss')).today).toEqual(today);
    });

    it('counts the hours that wait, with the fewest working days left', async () => {
      // 2026-11-23 is a Monday; due on Friday.
      expect((await show('worker')).pendingHours).toEqual({
        records: 2,
        flagged: 1,
        workingDaysLeft: 4,
        overdue: 0,
      });
      expect((await show('stranger')).pendingHours).toEqual({
        records: 1,
        flagged: 0,
        workingDaysLeft: -1,
        overdue: 1,
      });
    });

    it('counts stays without an end and qualifications that wait, never the own', async () => {
      await app().seed(async (tx) => {
        const shift = await aShift(tx, {
          activityId: 'whatever',
          organizationId: 'community',
          startsAt: '2026-11-22T01:00:00.000Z',
          endsAt: '2026-11-22T03:00:00.000Z',
        });
        await insertRows(
          tx,
          'attendance',
          ['resident', 'worker'].map((person) => ({
            id: `stay-${person}`,
            shift_id: shift.id,
            person_id: person,
            state: 'checked-in',
            in_at: '2026-11-22T01:00:00.000Z',
            in_method: 'site-code',
            out_at: null,
            out_method: null,
          })),
        );
      });
      await app().seed((tx) =>
        insertRows(
          tx,
          'qualification',
          (['resident', 'worker'] as const).map((person) => ({
            id: `asked-${person}`,
            person_id: person,
            organization_id: 'community',
            kind: 'training',
            name: '急救',
            phone: null,
            state: 'asked',
            done_on: '2026-11-01',
            valid_until: null,
            asked_at: '2026-11-22T01:00:00.000Z',
            decided_by: null,
            decided_at: null,
            reason: null,
          })),
        ),
      );
      const counts = await Promise.all(
        ['worker', 'boss', 'stranger'].map(async (who) => (await show(who)).qualifications),
      );
      expect(counts).toEqual([1, 2, 0]);
      expect((await show('worker')).waysOut).toBe(1);
      expect((await show('boss')).waysOut).toBe(2);
      expect((await show('stranger')).waysOut).toBe(0);
    });

    it('shows the ten drafts that were touched last', async () => {
      const { drafts } = await show('worker');
      expect(drafts.map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, i) => `草稿${12 - i}`));
      expect((await show('stranger')).drafts).toEqual([]);
    });
  });
});

async function shifts(tx: Tx, activityId: string): Promise<void> {
  const given = [
    ['guide', '引导', '2026-11-23T05:30:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['tidy', '收场', '2026-11-23T13:00:00.000Z', '2026-11-23T14:00:00.000Z'],
    ['later', '明天', '2026-11-24T01:00:00.000Z', '2026-11-24T02:00:00.000Z'],
  ] as const;
  for (const [id, name, startsAt, endsAt] of given) {
    await aLine(tx, {
      id,
      kind: 'shift',
      activityId,
      organizationId: 'community',
      startsAt,
      endsAt,
      capacity: 3,
    });
    await insertRows(tx, 'service_role', [
      {
        id: `role-${id}`,
        activity_id: activityId,
        name,
        description: '',
        counts: true,
        not_counted_reason: null,
        created_at: startsAt,
      },
    ]);
    await insertRows(tx, 'shift', [
      { id, service_role_id: `role-${id}`, activity_id: activityId, break_minutes: 0, meeting_point: null },
    ]);
  }
}

async function hours(tx: Tx): Promise<void> {
  const record = (id: string, given: Record<string, string | number> = {}) => ({
    id,
    shift_id: `shift-${id}`,
    person_id: 'resident',
    activity_id: 'activity',
    recording_unit_id: 'community',
    version: 1,
    is_current: 1,
    status: 'pending',
    minutes: 60,
    flags: '',
    flag_count: 0,
    computation: '{}',
    due_on: '2026-12-01',
    shift_starts_at: '2026-11-20T00:00:00.000Z',
    shift_ends_at: '2026-11-20T02:00:00.000Z',
    decided_by: null,
    decided_at: null,
    rejection_reason: null,
    created_at: '2026-11-20T02:00:00.000Z',
    ...given,
  });
  await insertRows(tx, 'hour_record', [
    record('a'),
    record('b', { flag_count: 2, due_on: '2026-11-27' }),
    record('old-version', { is_current: 0, due_on: '2026-11-24' }),
    record('confirmed', { status: 'confirmed', due_on: '2026-11-24' }),
    record('elsewhere', { recording_unit_id: 'elsewhere', due_on: '2026-11-20' }),
  ]);
}
