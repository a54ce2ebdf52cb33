import { expect, it } from '@jest/globals';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { admissionRoutes } from '@xiaolin/shared-types/admissions/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aRun } from '../../../test/activity-builders.js';
import { activityDesk, asRun, pathsOf } from '../../../test/activity-desk.js';
import { onRunningApp, valueOf } from '../../../test/app.js';

const WINDOW = { opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-11-28T05:00:00.000Z' };
const COURSE = { capacity: 2, waitlistLimit: 5, ...WINDOW };
const week = (day: string) =>
  aRun({ startsAt: `${day}T06:00:00.000Z`, endsAt: `${day}T08:00:00.000Z`, capacity: 99 });
const WEEKS = ['2026-11-28', '2026-12-05', '2026-12-12'].map(week);

onRunningApp('a course that is taken as a whole', (app) => {
  const desk = activityDesk(app);
  const { key } = desk;
  let serial = 0;

  const aCourse = (given = {}) => {
    serial += 1;
    return desk.published({ title: `八段锦${serial}`, occurrences: WEEKS, course: COURSE, ...given });
  };
  const idsOf = (activity: StaffActivityView) => activity.draft.occurrences.map(({ id }) => id);
  const mine = async (as: string) =>
    valueOf(await app().call(signupRoutes.mine, { query: { when: 'coming' }, as })).items;
  const callOff = (activityId: string, occurrenceId: string, requestKey = key()) =>
    app().call(activityRoutes.cancelOccurrence, {
      params: { activityId, occurrenceId },
      body: { requestKey, reason: '老师出差' },
      as: 'worker',
    });

  it('is one place with its dates, and a ticket for each of them', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const signup = await desk.signUp(activity.id, me);
    expect(signup).toMatchObject({ kind: 'course', lineId: activity.id, status: 'confirmed' });
    const [place, ...others] = await mine(me);
    expect(others).toEqual([]);
    expect(place).toMatchObject({ id: signup.id, startsAt: WEEKS[0]?.startsAt, endsAt: WEEKS[0]?.endsAt });
    expect(place?.dates?.map(({ place: own }) => own?.status)).toEqual(Array(3).fill('confirmed'));
    for (const { place: own } of place?.dates ?? []) {
      const params = { signupId: own?.signupId ?? '' };
      expect(valueOf(await app().call(admissionRoutes.ticket, { params, as: me }))).toMatchObject({
        title: activity.draft.title,
      });
    }
    const whole = await app().call(admissionRoutes.ticket, { params: { signupId: signup.id }, as: me });
    expect(whole).toMatchObject({ ok: false, problem: { code: 'signup.unknown' } });
  });

  it('shows the seats of the course in the list, on the page and on each date', async () => {
    const activity = await aCourse();
    const [a = '', b = ''] = await desk.residents(2);
    for (const as of [a, b]) await desk.signUp(activity.id, as);
    const shown = valueOf(await app().call(activityRoutes.detail, { params: { activityId: activity.id } }));
    expect(shown.course).toMatchObject({ id: activity.id, line: { capacity: 2, taken: 2 } });
    expect(shown.occurrences.map(({ line }) => [line.capacity, line.taken])).toEqual(Array(3).fill([2, 2]));
    const list = valueOf(await app().call(activityRoutes.list, { query: { q: activity.draft.title } }));
    expect(list.items).toHaveLength(3);
    expect(list.items[0]).toMatchObject({ course: { id: activity.id, dates: 3 }, line: { taken: 2 } });
    const roster = await app().call(signupRoutes.rosterOfOccurrence, {
      params: { occurrenceId: activity.id },
      query: {},
      as: 'worker',
    });
    expect(valueOf(roster).items).toHaveLength(2);
  });

  it('refuses one date alone, with a reason of its own', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const alone = await app().call(signupRoutes.createForOccurrence, {
      params: { occurrenceId: idsOf(activity)[1] ?? '' },
      body: { requestKey: key() },
      as: me,
    });
    expect(alone).toMatchObject({ ok: false, problem: { code: 'signup.whole-course' } });
  });

  it('frees every date to come when it is left, also after it has begun', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const signup = await desk.signUp(activity.id, me);
    app().clock.set('2026-12-01T02:00:00.000Z');
    const left = await app().call(signupRoutes.cancel, {
      params: { signupId: signup.id },
      body: { requestKey: key() },
      as: me,
    });
    expect(valueOf(left).status).toBe('cancelled-late');
    const place = valueOf(
      await app().call(signupRoutes.mineOne, { params: { signupId: signup.id }, as: me }),
    );
    expect(place.dates?.map(({ place: own }) => own?.status)).toEqual([
      'confirmed',
      'cancelled-late',
      'cancelled-late',
    ]);
  });

  it('calls one date off: those who come are told once, the course stays and may be left freely', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const signup = await desk.signUp(activity.id, me);
    const [, second = ''] = idsOf(activity);
    const requestKey = key();
    const first = valueOf(await callOff(activity.id, second, requestKey));
    expect(first.draft.occurrences.map(({ line }) => line.calledOff)).toEqual([false, true, false]);
    expect(valueOf(await callOff(activity.id, second, requestKey)).version).toBe(first.version);
    const [place] = await mine(me);
    expect(place).toMatchObject({ id: signup.id, status: 'confirmed', freeExit: true });
    expect(place?.dates?.map(({ calledOff }) => calledOff)).toEqual([false, true, false]);
    expect((await desk.messagesOf(me)).map(({ kind, facts }) => [kind, facts.startsAt])).toEqual([
      ['course.date-called-off', WEEKS[1]?.startsAt],
    ]);
    expect(pathsOf(await callOff(activity.id, second))).toEqual(['occurrenceId']);
    expect(await callOff(activity.id, 'nowhere')).toMatchObject({ problem: { code: 'occurrence.unknown' } });
    // Who joins later gets the dates that take place.
    const [late = ''] = await desk.residents(1);
    await desk.signUp(activity.id, late);
    expect((await mine(late))[0]?.dates?.map(({ place: own }) => own?.status)).toEqual([
      'confirmed',
      undefined,
      'confirmed',
    ]);
  });

  it('calls off a single occurrence where dates are taken one by one; the last one with the activity', async () => {
    const activity = await desk.published({ occurrences: WEEKS.slice(0, 2) });
    const [me = ''] = await desk.residents(1);
    const [first = '', second = ''] = idsOf(activity);
    const signup = await desk.signUp(first, me);
    valueOf(await callOff(activity.id, first));
    const place = valueOf(
      await app().call(signupRoutes.mineOne, { params: { signupId: signup.id }, as: me }),
    );
    expect(place).toMatchObject({ status: 'cancelled-by-organiser', dates: null });
    expect((await desk.messagesOf(me)).map(({ kind }) => kind)).toEqual(['signup.called-off']);
    expect(pathsOf(await callOff(activity.id, second))).toEqual(['occurrenceId']);
  });

  it('carries a date that is added or moved along, tells everyone, and opens a free exit', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    await desk.signUp(activity.id, me);
    const runs = activity.draft.occurrences.map(asRun);
    const moved = { ...runs[0], ...week('2026-11-29'), id: idsOf(activity)[0] ?? '' };
    const saved = valueOf(
      await desk.save(activity, {
        occurrences: [moved, ...runs.slice(1), week('2026-12-19')],
        course: COURSE,
      }),
    );
    expect(saved.draft.course?.line).toMatchObject({
      startsAt: '2026-11-29T06:00:00.000Z',
      endsAt: '2026-12-19T08:00:00.000Z',
    });
    const [place] = await mine(me);
    expect(place?.freeExit).toBe(true);
    expect(place?.startsAt).toBe('2026-11-29T06:00:00.000Z');
    expect(place?.dates?.map(({ place: own }) => own?.status)).toEqual(Array(4).fill('confirmed'));
    expect((await desk.messagesOf(me)).map(({ kind }) => kind).sort()).toEqual([
      'activity.changed',
      'course.date-added',
    ]);
  });

  it('changes seats on the course; fewer than are held only after agreeing to whom it touches', async () => {
    const activity = await aCourse();
    const [a = '', b = ''] = await desk.residents(2);
    for (const as of [a, b]) await desk.signUp(activity.id, as);
    const refused = await desk.save(activity, { course: { ...COURSE, capacity: 1 } });
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'activity.capacity-below-taken', facts: { people: 1, occurrenceId: activity.id } },
    });
    expect(pathsOf(refused)).toEqual(['draft.course.capacity']);
    const more = valueOf(await desk.save(activity, { course: { ...COURSE, capacity: 3 } }));
    expect(more.draft.course?.capacity).toBe(3);
    expect(more.draft.occurrences.map(({ capacity }) => capacity)).toEqual([3, 3, 3]);
    // A client that knows no courses leaves the choice as it stands.
    const { course: _, ...unaware } = more.draft;
    const kept = await app().call(activityRoutes.saveDraft, {
      params: { activityId: activity.id },
      body: { version: more.version, draft: { ...unaware, occurrences: unaware.occurrences.map(asRun) } },
      as: 'worker',
    });
    expect(valueOf(kept).draft.course?.capacity).toBe(3);
  });

  it('changes its mind only while nobody has signed up', async () => {
    const untouched = await aCourse();
    const single = valueOf(await desk.save(untouched, { course: null, occurrences: weeksOf(untouched) }));
    expect(single.draft.course).toBeNull();
    expect(single.draft.occurrences.map(({ capacity }) => capacity)).toEqual([99, 99, 99]);
    const whole = valueOf(await desk.save(single, { course: COURSE }));
    expect(whole.draft.occurrences.map(({ capacity }) => capacity)).toEqual([2, 2, 2]);
    const [me = ''] = await desk.residents(1);
    await desk.signUp(whole.id, me);
    expect(pathsOf(await desk.save(whole, { course: null }))).toEqual(['draft.course']);
    const dates = await desk.published({ occurrences: WEEKS });
    await desk.signUp(idsOf(dates)[2] ?? '', me).catch(() => undefined);
    const [other = ''] = await desk.residents(1);
    await desk.signUp(idsOf(dates)[0] ?? '', other);
    expect(pathsOf(await desk.save(dates, { course: COURSE }))).toEqual(['draft.course']);
  });

  it('is called off as a whole with its activity: every date is freed, everyone told once', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const signup = await desk.signUp(activity.id, me);
    valueOf(await desk.cancel(activity.id));
    const place = valueOf(
      await app().call(signupRoutes.mineOne, { params: { signupId: signup.id }, as: me }),
    );
    expect(place).toMatchObject({ status: 'cancelled-by-organiser', calledOff: true });
    expect(place.dates?.map(({ place: own }) => own?.status)).toEqual(
      Array(3).fill('cancelled-by-organiser'),
    );
    expect((await desk.messagesOf(me)).map(({ kind }) => kind)).toEqual(['signup.called-off']);
  });

  it('puts every date into one calendar file, the same as each date alone', async () => {
    const activity = await aCourse();
    const [me = ''] = await desk.residents(1);
    const signup = await desk.signUp(activity.id, me);
    const fileOf = async (signupId: string) =>
      valueOf(await app().call(admissionRoutes.calendar, { params: { signupId }, as: me })).text;
    const file = await fileOf(signup.id);
    const uidsOf = (text: string) => text.match(/UID:.*/g) ?? [];
    expect(new Set(uidsOf(file)).size).toBe(3);
    const [place] = await mine(me);
    const one = await fileOf(place?.dates?.[1]?.place?.signupId ?? '');
    expect(uidsOf(file)).toContain(uidsOf(one)[0]);
  });
});

const weeksOf = (activity: StaffActivityView) =>
  activity.draft.occurrences.map(({ id }, at) => ({ ...(WEEKS[at] ?? week('2026-11-28')), id }));
