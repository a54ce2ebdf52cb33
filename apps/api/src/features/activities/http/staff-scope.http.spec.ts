import { describe, expect, it } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import { activityDesk, asRun, HOME } from '../../../test/activity-desk.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';

onRunningApp('whose activities staff may touch', (app) => {
  const { draft, create, created, publish, published, show, cancel, save, residents } = activityDesk(app);

  describe('who may touch what', () => {
    const verbs = {
      detail: (activityId: string, as: string) =>
        app().call(routes.detailForStaff, { params: { activityId }, as }),
      save: (activityId: string, as: string) =>
        app().call(routes.saveDraft, { params: { activityId }, body: { version: 1, draft: draft() }, as }),
      publish,
      cancel,
    };

    it.each(Object.keys(verbs) as (keyof typeof verbs)[])(
      '%s refuses another community and what does not exist',
      async (verb) => {
        const activity = await created();
        const [resident = ''] = await residents(1);
        expect(codeOf(await verbs[verb](activity.id, 'stranger'))).toBe('access.out-of-scope');
        expect(codeOf(await verbs[verb]('no-such-activity', 'worker'))).toBe('activity.unknown');
        expect(codeOf(await verbs[verb](activity.id, resident))).toBe('access.not-staff');
        expect(await show(activity.id)).toEqual(activity);
      },
    );

    it('creates only within scope', async () => {
      expect(codeOf(await create({ organizationId: 'elsewhere' }))).toBe('access.out-of-scope');
      expect(codeOf(await create({ organizationId: 'nowhere' }))).toBe('organization.unknown');
      expect(codeOf(await create({ categoryId: 'nothing' }))).toBe('category.unknown');
    });

    it("does not take another activity's occurrence", async () => {
      const [mine, theirs] = [await created(), await created()];
      const [foreign] = theirs.draft.occurrences;
      expect(codeOf(await save(mine, { occurrences: [asRun(foreign)] }))).toBe('occurrence.unknown');
      expect(await show(theirs.id)).toEqual(theirs);
    });

    it('lists what is in scope, last changed first, page by page', async () => {
      const stranger = await created({ organizationId: 'elsewhere' }, 'stranger');
      const call = (query: object, as: string) => app().call(routes.listForStaff, { query, as });
      expect(valueOf(await call({}, 'stranger')).items.map(({ id }) => id)).toEqual([stranger.id]);
      app().clock.advance(1);
      const activity = await published();
      const first = valueOf(await call({ limit: '1' }, 'worker'));
      expect(first.items).toMatchObject([
        {
          id: activity.id,
          status: 'published',
          cover: 'arts',
          occurrences: 1,
          nextOccurrence: { line: { capacity: 20 } },
        },
      ]);
      const seen = new Set<string>();
      for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
        const page: { items: readonly { id: string; updatedAt: string }[]; nextCursor: string | null } =
          valueOf(await call({ limit: '3', ...(cursor !== null && { cursor }) }, 'worker'));
        for (const { id } of page.items) expect(seen.has(id)).toBe(false);
        for (const { id } of page.items) seen.add(id);
        cursor = page.nextCursor;
      }
      expect(seen.has(stranger.id)).toBe(false);
      const mine = await app().uow.read((tx) =>
        tx.query<{ id: string }>(`SELECT id FROM activity WHERE organization_id = ?`, [HOME]),
      );
      expect(seen.size).toBe(mine.length);
      expect(codeOf(await call({ organizationId: 'elsewhere' }, 'worker'))).toBe('access.out-of-scope');
      const drafts = valueOf(
        await call({ status: 'draft', organizationId: HOME, limit: '100' }, 'boss'),
      ).items;
      expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(['draft']));
      app().clock.set('2026-12-02T00:00:00.000Z');
      const ended = valueOf(await call({ status: 'ended', limit: '100' }, 'worker')).items;
      expect(ended.map(({ id }) => id)).toContain(activity.id);
      expect(ended.every(({ status, nextOccurrence }) => status === 'ended' && nextOccurrence === null)).toBe(
        true,
      );
      expect(valueOf(await call({ status: 'published', limit: '100' }, 'worker')).items).toEqual([]);
    });
  });
});
