import { describe, expect, it } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import { aRun } from '../../../test/activity-builders.js';
import { activityDesk, asRun, pathsOf } from '../../../test/activity-desk.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';

onRunningApp('drafts and publishing', (app) => {
  const { key, draft, create, created, publish, published, show, save, journalOf, linesOf, rows } =
    activityDesk(app);

  describe('a draft', () => {
    it('is kept as written, with what is still missing', async () => {
      const activity = await created({
        riskText: '',
        cover: 'science',
        occurrences: [aRun(), aRun({ capacity: 3 })],
      });
      expect(activity).toMatchObject({ status: 'draft', version: 1, organizationName: '万溪冲社区' });
      expect(activity.draft).toMatchObject({
        title: '二十四式太极拳',
        coordinates: { latitude: 24.8, longitude: 102.8 },
      });
      expect(activity.draft.occurrences).toHaveLength(2);
      expect(activity.missing.map(({ path }) => path)).toEqual(['draft.riskText']);
      expect(await show(activity.id)).toEqual(activity);
      expect(codeOf(await app().call(routes.detail, { params: { activityId: activity.id } }))).toBe(
        'activity.unknown',
      );
    });

    it('is made once however often its request comes', async () => {
      const body = { requestKey: key(), draft: draft() };
      const before = await rows('activity');
      const answers = await Promise.all(
        [1, 2, 3].map(() => app().call(routes.createDraft, { body, as: 'worker' })),
      );
      expect(new Set(answers.map((answer) => valueOf(answer).id)).size).toBe(1);
      expect(await rows('activity')).toBe(before + 1);
      const other = { ...body, draft: draft({ title: '另一个' }) };
      expect(codeOf(await app().call(routes.createDraft, { body: other, as: 'worker' }))).toBe(
        'request.key-reused',
      );
    });

    it('replaces its occurrences and keeps the ids of those that stay', async () => {
      const activity = await created({ occurrences: [aRun(), aRun({ capacity: 3 })] });
      const [first, second] = activity.draft.occurrences;
      const saved = valueOf(
        await save(activity, {
          title: '新名字',
          occurrences: [{ ...asRun(second), capacity: 8 }, aRun({ capacity: 5 })],
        }),
      );
      expect(saved.version).toBe(2);
      const ids = saved.draft.occurrences.map(({ id }) => id);
      expect(ids).toContain(second?.id);
      expect(ids).not.toContain(first?.id);
      expect(saved.draft.occurrences.map(({ capacity }) => capacity).sort()).toEqual([5, 8]);
      const titles = await linesOf(activity.id);
      expect(titles.map(({ title }) => title)).toEqual(['新名字', '新名字']);
    });

    it('is not overwritten by somebody who saw an older version', async () => {
      const activity = await created();
      valueOf(await save(activity, { title: '先到' }));
      const late = await save(activity, { title: '后到' });
      expect(late.ok ? null : late.problem).toMatchObject({
        code: 'activity.changed-meanwhile',
        facts: { version: 2 },
      });
      expect((await show(activity.id)).draft.title).toBe('先到');
    });

    it('of two saves at once lets one win', async () => {
      const activity = await created();
      const both = await Promise.all(['甲', '乙'].map((title) => save(activity, { title })));
      expect(both.map(codeOf).sort()).toEqual(['activity.changed-meanwhile', 'ok']);
      expect((await show(activity.id)).version).toBe(2);
    });

    it('moves to another organization only where both are in scope', async () => {
      const activity = await created();
      expect(codeOf(await save(activity, { organizationId: 'sister' }))).toBe('access.out-of-scope');
      expect(codeOf(await save(activity, { organizationId: 'nowhere' }))).toBe('organization.unknown');
      const moved = valueOf(await save(activity, { organizationId: 'sister' }, 1, 'boss'));
      expect(moved.draft.organizationId).toBe('sister');
      expect((await linesOf(activity.id)).map((line) => line.organization_id)).toEqual(['sister']);
      expect(codeOf(await save(moved, {}))).toBe('access.out-of-scope');
    });
  });

  describe('publishing', () => {
    it('names every field that is missing and changes nothing', async () => {
      const activity = await created({ summary: '', riskText: '', hazardous: true, occurrences: [] });
      const refused = await publish(activity.id);
      expect(codeOf(refused)).toBe('activity.incomplete');
      expect(pathsOf(refused)).toEqual([
        'draft.summary',
        'draft.riskText',
        'draft.insuranceText',
        'draft.occurrences',
      ]);
      expect(await show(activity.id)).toEqual(activity);
    });

    it('opens it to everybody, once, and says so in the journal', async () => {
      const activity = await published();
      expect(activity).toMatchObject({ status: 'published', missing: [] });
      expect(codeOf(await publish(activity.id))).toBe('activity.wrong-state');
      const seen = valueOf(await app().call(routes.detail, { params: { activityId: activity.id } }));
      expect(seen).toMatchObject({ status: 'published', cover: 'arts', category: { name: '民族文艺' } });
      expect(seen.occurrences[0]?.line).toMatchObject({ capacity: 20, taken: 0 });
      expect(
        (await journalOf(activity.id)).map((entry) => [entry.action, entry.before_state, entry.after_state]),
      ).toEqual([
        ['create', null, 'draft'],
        ['publish', 'draft', 'published'],
      ]);
    });

    it('refuses what began in the meantime', async () => {
      const activity = await created();
      app().clock.set('2026-11-28T06:00:00.000Z');
      expect(pathsOf(await publish(activity.id))).toEqual(['draft.occurrences.0.startsAt']);
    });
  });

  describe('bad input', () => {
    it.each<[string, object, string]>([
      ['no title', { title: '  ' }, 'body.draft.title'],
      ['a title beyond its limit', { title: '长'.repeat(61) }, 'body.draft.title'],
      ['a number for a text', { summary: 7 }, 'body.draft.summary'],
      ['a telephone number with letters', { responsiblePhone: 'call me' }, 'body.draft.responsiblePhone'],
      [
        'a place outside the earth',
        { coordinates: { latitude: 91, longitude: 0 } },
        'body.draft.coordinates.latitude',
      ],
      ['a cover that is none', { cover: 'cat' }, 'body.draft.cover'],
      ['half a seat', { occurrences: [aRun({ capacity: 1.5 })] }, 'body.draft.occurrences.0.capacity'],
      ['no seat', { occurrences: [aRun({ capacity: 0 })] }, 'body.draft.occurrences.0.capacity'],
      [
        'an end before the start',
        { occurrences: [aRun({ endsAt: '2026-11-28T05:59:00.000Z', closesAt: '2026-11-28T05:00:00.000Z' })] },
        'body.draft.occurrences.0.endsAt',
      ],
      [
        'a moment that is none',
        { occurrences: [aRun({ startsAt: 'tomorrow' })] },
        'body.draft.occurrences.0.startsAt',
      ],
      ['61 occurrences', { occurrences: Array.from({ length: 61 }, () => aRun()) }, 'body.draft.occurrences'],
      ['an id on a new draft', { occurrences: [{ ...aRun(), id: 'mine' }] }, 'body.draft.occurrences.0.id'],
    ])('%s is refused by name, and nothing is written', async (_, change, path) => {
      const before = await rows('activity');
      const refused = await create(change);
      expect([codeOf(refused), pathsOf(refused)]).toEqual(['request.invalid', [path]]);
      expect(await rows('activity')).toBe(before);
    });

    it('the same occurrence twice is refused by name', async () => {
      const activity = await created();
      const [run] = activity.draft.occurrences;
      expect(pathsOf(await save(activity, { occurrences: [asRun(run), asRun(run)] }))).toEqual([
        'body.draft.occurrences.1.id',
      ]);
    });

    it('an empty reason is refused', async () => {
      const { id } = await published();
      const refused = await app().call(routes.cancel, {
        params: { activityId: id },
        body: { reason: ' ' },
        as: 'worker',
      });
      expect(pathsOf(refused)).toEqual(['body.reason']);
    });
  });
});
