import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import type { ActivityDraft, StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aCategory, aDraft, aRun } from '../../../test/activity-builders.js';
import { codeOf, onRunningApp, type Result, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';

const pathsOf = (result: Result<unknown>) =>
  result.ok ? [] : (result.problem.errors ?? []).map(({ path }) => path);

onRunningApp('staff and their activities', (app) => {
  let serial = 0;
  const key = () => `request-${(serial += 1)}`;
  const home = 'community';

  beforeAll(() =>
    app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: home, parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'sister', parentPath: street.path });
      await anOrganization(tx, { id: 'elsewhere' });
      await aCategory(tx);
      await aCategory(tx, { id: 'green', name: '环保志愿', cover: 'green' });
      for (const id of ['worker', 'boss', 'stranger']) await aPerson(tx, { id });
      await aMembership(tx, 'worker', home);
      await aMembership(tx, 'boss', 'street');
      await aMembership(tx, 'stranger', 'elsewhere');
    }),
  );
  /** Residents without any other place, so that no test clashes with the one before. */
  let [resident, second, third] = ['', '', ''];
  beforeEach(async () => {
    app().clock.set('2026-11-23T02:00:00.000Z');
    [resident = '', second = '', third = ''] = (await app().seed((tx) => people(tx, 3))).map(({ id }) => id);
  });

  const draft = (given: Partial<ActivityDraft> = {}) => aDraft({ organizationId: home, ...given });
  const create = (given: Partial<ActivityDraft> = {}, as = 'worker') =>
    app().call(routes.createDraft, { body: { requestKey: key(), draft: draft(given) }, as });
  const created = async (given: Partial<ActivityDraft> = {}, as = 'worker') =>
    valueOf(await create(given, as));
  const publish = (activityId: string, as = 'worker') =>
    app().call(routes.publish, { params: { activityId }, as });
  const published = async (given: Partial<ActivityDraft> = {}) =>
    valueOf(await publish((await created(given)).id));
  const show = async (activityId: string) =>
    valueOf(await app().call(routes.detailForStaff, { params: { activityId }, as: 'worker' }));
  const cancel = (activityId: string, as = 'worker') =>
    app().call(routes.cancel, { params: { activityId }, body: { reason: '下大雨' }, as });
  const save = (
    activity: StaffActivityView,
    change: Partial<ActivityDraft>,
    version = activity.version,
    as = 'worker',
  ) =>
    app().call(routes.saveDraft, {
      params: { activityId: activity.id },
      body: { version, draft: { ...asWritten(activity), ...change } },
      as,
    });
  const signUp = async (occurrenceId: string, as: string) =>
    valueOf(
      await app().call(signupRoutes.createForOccurrence, {
        params: { occurrenceId },
        body: { requestKey: key() },
        as,
      }),
    );
  const messagesOf = async (as: string) => {
    await app().deliverOutbox();
    return valueOf(await app().call(inboxRoutes.list, { query: { limit: '100' }, as })).items;
  };
  const journalOf = (activityId: string) =>
    app().uow.read((tx) =>
      tx.query<{ action: string; before_state: string | null; after_state: string; reason: string | null }>(
        `SELECT action, before_state, after_state, reason FROM journal
          WHERE subject_kind = 'activity' AND subject_id = ? ORDER BY at, id`,
        [activityId],
      ),
    );
  const rows = (table: string) =>
    app().uow.read(async (tx) =>
      Number((await tx.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n),
    );

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
      const titles = await app().uow.read((tx) =>
        tx.query<{ title: string }>('SELECT title FROM line WHERE activity_id = ?', [activity.id]),
      );
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
      const lines = await app().uow.read((tx) =>
        tx.query<{ organization_id: string }>('SELECT organization_id FROM line WHERE activity_id = ?', [
          activity.id,
        ]),
      );
      expect(lines).toEqual([{ organization_id: 'sister' }]);
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

  describe('a published activity', () => {
    it('tells everyone who holds a place when its time moves, each once', async () => {
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

    it('gives more seats to those who wait, and never takes a seat from anybody', async () => {
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
          organizationId: home,
          title: '二十四式太极拳 · 引导',
        }),
      );
      valueOf(await save(activity, { title: '八段锦' }));
      const titles = await app().uow.read((tx) =>
        tx.query<{ title: string }>('SELECT title FROM line WHERE activity_id = ? ORDER BY title', [
          activity.id,
        ]),
      );
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
        tx.query<{ id: string }>(`SELECT id FROM activity WHERE organization_id = ?`, [home]),
      );
      expect(seen.size).toBe(mine.length);
      expect(codeOf(await call({ organizationId: 'elsewhere' }, 'worker'))).toBe('access.out-of-scope');
      const drafts = valueOf(
        await call({ status: 'draft', organizationId: home, limit: '100' }, 'boss'),
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

type Occurrence = StaffActivityView['draft']['occurrences'][number];

/** An occurrence of an answer as it is sent back. */
function asRun(run: Occurrence | undefined) {
  if (run === undefined) throw new Error('there is no such occurrence');
  const { line: _, ...written } = run;
  return written;
}

const asWritten = (activity: StaffActivityView): ActivityDraft => ({
  ...activity.draft,
  occurrences: activity.draft.occurrences.map(asRun),
});
