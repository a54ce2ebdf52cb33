import { describe, expect, it } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aRun } from '../../../test/activity-builders.js';
import { activityDesk, asRun, HOME, pathsOf } from '../../../test/activity-desk.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine } from '../../../test/builders.js';

onRunningApp('activities that people have places in', (app) => {
  const {
    key,
    created,
    published,
    show,
    cancel,
    save,
    residents,
    signUp,
    messagesOf,
    journalOf,
    linesOf,
    rows,
  } = activityDesk(app);

  describe('a published activity', () => {
    it('tells everyone who holds a place when its time moves, each once', async () => {
      const [resident = '', second = ''] = await residents(2);
      const activity = await published({ occurrences: [aRun({ capacity: 1 })] });
      const [run] = activity.draft.occurrences;
      await signUp(run?.id ?? '', resident);
      expect((await signUp(run?.id ?? '', second)).status).toBe('waitlisted');
      const before = (await messagesOf(resident)).length;
      const later = { ...asRun(run), startsAt: '2026-11-28T07:00:00.000Z' };
      const saved = valueOf(await save(activity, { occurrences: [later], title: '太极（改时间）' }));
      const told = await messagesOf(resident);
      expect(told).toHaveLength(before + 1);
      expect(told[0]).toMatchObject({
        kind: 'activity.changed',
        facts: {
          activityId: activity.id,
          title: '太极（改时间）',
          startsAt: later.startsAt,
          placeName: '党群服务中心',
        },
      });
      expect((await messagesOf(second)).filter(({ kind }) => kind === 'activity.changed')).toEqual([]);
      expect(saved.draft.occurrences[0]?.line).toMatchObject({ taken: 1, waiting: 1 });
      valueOf(await save(saved, { summary: '只改了文字。' }));
      expect(await messagesOf(resident)).toHaveLength(before + 1);
      valueOf(await save(await show(activity.id), { placeName: '文化广场' }));
      expect((await messagesOf(resident))[0]?.facts).toMatchObject({
        placeName: '文化广场',
        startsAt: later.startsAt,
      });
    });

    it('says beforehand whom a change would tell, and tells nobody', async () => {
      const [resident = '', second = ''] = await residents(2);
      const nextDay = { startsAt: '2026-11-29T06:00:00.000Z', endsAt: '2026-11-29T08:00:00.000Z' };
      const activity = await published({
        occurrences: [aRun({ capacity: 2 }), aRun({ capacity: 2, ...nextDay })],
      });
      const [a, b] = activity.draft.occurrences;
      for (const run of [a, b]) await signUp(run?.id ?? '', resident);
      await signUp(a?.id ?? '', second);
      const before = (await messagesOf(resident)).length;
      const [lines, outbox] = [await rows('line'), await rows('outbox')];
      const preview = (draft: Partial<typeof activity.draft>, version = activity.version) =>
        app().call(routes.previewChange, {
          params: { activityId: activity.id },
          body: {
            version,
            draft: {
              ...activity.draft,
              occurrences: activity.draft.occurrences.map((run) => asRun(run)),
              ...draft,
            } as never,
          },
          as: 'worker',
        });
      const later = { ...asRun(b), startsAt: '2026-11-29T07:00:00.000Z' };
      expect(valueOf(await preview({ summary: '只改了文字。' }))).toEqual({ told: 0, moves: [] });
      expect(valueOf(await preview({ occurrences: [asRun(a), later] as never }))).toEqual({
        told: 1,
        moves: ['time'],
      });
      // Two places of one person are one person to tell.
      expect(valueOf(await preview({ placeName: '文化广场' }))).toEqual({ told: 2, moves: ['place'] });
      expect(codeOf(await preview({}, activity.version + 1))).toBe('activity.changed-meanwhile');
      expect([await rows('line'), await rows('outbox')]).toEqual([lines, outbox]);
      expect(await messagesOf(resident)).toHaveLength(before);
      valueOf(await save(activity, { placeName: '文化广场' }));
      expect(await messagesOf(resident)).toHaveLength(before + 1);
    });

    it('gives more seats to those who wait, and never takes a seat from anybody', async () => {
      const [resident = '', second = '', third = ''] = await residents(3);
      const activity = await published({ occurrences: [aRun({ capacity: 2 })] });
      const [run] = activity.draft.occurrences;
      for (const who of [resident, second, third]) await signUp(run?.id ?? '', who);
      const tooFew = await save(activity, {
        title: '不该留下',
        occurrences: [{ ...asRun(run), capacity: 1 }],
      });
      expect(tooFew.ok ? null : tooFew.problem).toMatchObject({
        code: 'activity.capacity-below-taken',
        facts: { taken: 2 },
      });
      expect(pathsOf(tooFew)).toEqual(['draft.occurrences.0.capacity']);
      expect((await show(activity.id)).draft.title).toBe('二十四式太极拳');
      const saved = valueOf(await save(activity, { occurrences: [{ ...asRun(run), capacity: 3 }] }));
      expect(saved.draft.occurrences[0]?.line).toMatchObject({ capacity: 3, taken: 3, waiting: 0 });
    });

    it('does all of a save or nothing', async () => {
      const [resident = '', second = ''] = await residents(2);
      const activity = await published({ occurrences: [aRun({ capacity: 2 }), aRun({ capacity: 3 })] });
      const [a, b] = activity.draft.occurrences;
      await signUp(b?.id ?? '', resident);
      await signUp(b?.id ?? '', second);
      const [lines, outbox] = [await rows('line'), await rows('outbox')];
      const refused = await save(activity, {
        title: '不该留下',
        placeName: '不该去',
        occurrences: [{ ...asRun(a), capacity: 9 }, aRun(), { ...asRun(b), capacity: 1 }],
      });
      expect(codeOf(refused)).toBe('activity.capacity-below-taken');
      expect(await show(activity.id)).toMatchObject({
        version: activity.version,
        draft: { title: '二十四式太极拳' },
      });
      expect((await show(activity.id)).draft.occurrences.map(({ capacity }) => capacity).sort()).toEqual([
        2, 3,
      ]);
      expect([await rows('line'), await rows('outbox')]).toEqual([lines, outbox]);
      const category = await save(activity, {
        occurrences: [{ ...asRun(a), capacity: 9 }, asRun(b)],
        categoryId: 'none',
      });
      expect([codeOf(category), pathsOf(category)]).toEqual(['category.unknown', ['body.draft.categoryId']]);
      expect((await show(activity.id)).draft.occurrences.map(({ capacity }) => capacity).sort()).toEqual([
        2, 3,
      ]);
    });

    it('may lose an occurrence that nobody ever signed up for, and no other', async () => {
      const [resident = '', second = ''] = await residents(2);
      const activity = await published({ occurrences: [aRun(), aRun({ capacity: 3 })] });
      const [a, b] = activity.draft.occurrences;
      const place = await signUp(b?.id ?? '', resident);
      valueOf(
        await app().call(signupRoutes.cancel, {
          params: { signupId: place.id },
          body: { requestKey: key() },
          as: resident,
        }),
      );
      const refused = await save(activity, { occurrences: [asRun(a)] });
      expect([codeOf(refused), pathsOf(refused)]).toEqual(['activity.wrong-state', ['draft.occurrences']]);
      const saved = valueOf(await save(activity, { occurrences: [asRun(b), aRun({ capacity: 7 })] }));
      expect(saved.draft.occurrences.map(({ capacity }) => capacity).sort()).toEqual([3, 7]);
      const added = saved.draft.occurrences.find(({ capacity }) => capacity === 7);
      expect((await signUp(added?.id ?? '', second)).status).toBe('confirmed');
    });

    it('stays whole, and stays with its organization', async () => {
      const activity = await published();
      const refused = await save(activity, { riskText: '', occurrences: [] });
      expect([codeOf(refused), pathsOf(refused)]).toEqual([
        'activity.incomplete',
        ['draft.riskText', 'draft.occurrences'],
      ]);
      expect(codeOf(await save(activity, { organizationId: 'street' }, activity.version, 'boss'))).toBe(
        'activity.wrong-state',
      );
    });

    it('carries a new title into the lines of its shifts', async () => {
      const activity = await published();
      await app().seed((tx) =>
        aLine(tx, {
          id: `shift-${activity.id.slice(0, 20)}`,
          kind: 'shift',
          activityId: activity.id,
          organizationId: HOME,
          title: '二十四式太极拳 · 引导',
        }),
      );
      valueOf(await save(activity, { title: '八段锦' }));
      const titles = await linesOf(activity.id);
      expect(titles.map(({ title }) => title)).toEqual(['八段锦', '八段锦 · 引导']);
    });

    it('has ended once everything of it is over, and changes no more', async () => {
      const activity = await published();
      app().clock.set('2026-11-28T08:00:00.000Z');
      expect((await show(activity.id)).status).toBe('ended');
      expect(codeOf(await save(activity, { title: '晚了' }))).toBe('activity.wrong-state');
      expect(codeOf(await cancel(activity.id))).toBe('activity.wrong-state');
    });
  });

  describe('calling off', () => {
    it('frees every place, tells everyone, and happens once', async () => {
      const [resident = '', second = ''] = await residents(2);
      const activity = await published({ occurrences: [aRun({ capacity: 1 })] });
      const [run] = activity.draft.occurrences;
      await signUp(run?.id ?? '', resident);
      await signUp(run?.id ?? '', second);
      const off = valueOf(await cancel(activity.id));
      expect(off).toMatchObject({ status: 'cancelled', cancelledReason: '下大雨' });
      expect(off.draft.occurrences[0]?.line).toMatchObject({ taken: 0, waiting: 0, calledOff: true });
      for (const who of [resident, second])
        expect(
          (await messagesOf(who)).filter(({ kind }) => kind === 'signup.called-off').length,
        ).toBeGreaterThan(0);
      const again = await cancel(activity.id);
      expect(again.ok ? null : again.problem).toMatchObject({
        code: 'activity.wrong-state',
        facts: { status: 'cancelled' },
      });
      expect(codeOf(await save(off, { title: '还想改' }))).toBe('activity.wrong-state');
      expect((await journalOf(activity.id)).at(-1)).toMatchObject({
        action: 'cancel',
        before_state: 'published',
        reason: '下大雨',
      });
      const seen = valueOf(await app().call(routes.detail, { params: { activityId: activity.id } }));
      expect(seen).toMatchObject({ status: 'cancelled', cancelledReason: '下大雨' });
    });

    it('keeps a draft that nobody saw out of sight', async () => {
      const activity = await created();
      expect(valueOf(await cancel(activity.id)).status).toBe('cancelled');
      expect(codeOf(await app().call(routes.detail, { params: { activityId: activity.id } }))).toBe(
        'activity.unknown',
      );
    });
  });
});
