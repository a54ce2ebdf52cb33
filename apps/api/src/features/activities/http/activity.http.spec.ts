import { beforeAll, expect, it } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aCategory, aDraft, aRun } from '../../../test/activity-builders.js';
import { codeOf, onRunningApp, type Result, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';

const pathsOf = (result: Result<unknown>) =>
  result.ok ? [] : (result.problem.errors ?? []).map(({ path }) => path);

onRunningApp('activities for anybody', (app) => {
  let serial = 0;
  const key = () => `public-request-${(serial += 1)}`;
  const ids = { taiji: '', run: '', clean: '' };

  async function publish(given: Partial<Parameters<typeof aDraft>[0]>): Promise<{ id: string; run: string }> {
    const body = { requestKey: key(), draft: aDraft({ organizationId: 'community', ...given }) };
    const { id } = valueOf(await app().call(routes.createDraft, { body, as: 'worker' }));
    const { draft } = valueOf(await app().call(routes.publish, { params: { activityId: id }, as: 'worker' }));
    return { id, run: draft.occurrences[0]?.id ?? '' };
  }

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
      await anOrganization(tx, {
        id: 'community',
        parentPath: street.path,
        name: '万溪冲社区',
        phone: '0871-6000 0000',
      });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      await aCategory(tx, { id: 'green', name: '环保志愿', cover: 'green' });
      await aCategory(tx);
      await aPerson(tx, { id: 'worker' });
      await aPerson(tx, { id: 'resident' });
      await aMembership(tx, 'worker', 'community');
    });
    const taiji = await publish({
      occurrences: [
        aRun({ capacity: 1 }),
        aRun({ startsAt: '2026-11-29T06:00:00.000Z', endsAt: '2026-11-29T08:00:00.000Z' }),
      ],
    });
    Object.assign(ids, { taiji: taiji.id, run: taiji.run });
    const clean = {
      startsAt: '2026-11-28T01:00:00.000Z',
      endsAt: '2026-11-28T03:00:00.000Z',
      closesAt: '2026-11-28T01:00:00.000Z',
    };
    ids.clean = (
      await publish({
        title: '清洁家园',
        categoryId: 'green',
        cover: 'science',
        coordinates: null,
        placeDetail: '',
        occurrences: [aRun(clean)],
      })
    ).id;
  });

  it('lists the categories in their order', async () => {
    const { items } = valueOf(await app().call(routes.categories, {}));
    expect(items.map(({ id }) => id).sort()).toEqual(['arts', 'green']);
  });

  it('shows cards with everything that a list needs', async () => {
    const { items, nextCursor } = valueOf(await app().call(routes.list, { query: {} }));
    expect(items.map(({ title }) => title)).toEqual(['清洁家园', '二十四式太极拳', '二十四式太极拳']);
    expect(items[0]).toMatchObject({
      cover: 'science',
      place: { detail: null, coordinates: null },
      category: { cover: 'green' },
    });
    expect(items[1]).toMatchObject({
      activityId: ids.taiji,
      cover: 'arts',
      organizationName: '万溪冲社区',
      place: { name: '党群服务中心', detail: '二楼', coordinates: { latitude: 24.8, longitude: 102.8 } },
      line: { capacity: 1, taken: 0, waiting: 0, calledOff: false },
    });
    expect(nextCursor).toBeNull();
  });

  it.each([
    ['a part of a Chinese word', '太极', 2],
    ['the category', '环保', 1],
    ['the organiser', '万溪冲', 3],
    ['the place', '党群', 3],
    ['the person in charge and the title, in any order and width', '李静　家园', 1],
    ['the audience', '居民', 3],
    ['no text of the risks', '量力而行', 0],
  ])('finds %s', async (_, q, found) => {
    const { items } = valueOf(await app().call(routes.list, { query: { q } }));
    expect(items).toHaveLength(found);
  });

  it('goes on where the page before ended', async () => {
    const first = valueOf(await app().call(routes.list, { query: { limit: '2' } }));
    const rest = valueOf(
      await app().call(routes.list, { query: { limit: '2', cursor: first.nextCursor ?? '' } }),
    );
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      valueOf(await app().call(routes.list, { query: { limit: '99' } })).items.map(({ id }) => id),
    );
  });

  it('counts the days of the strip under the same filter', async () => {
    const days = await app().call(routes.days, {
      query: { from: '2026-11-27', to: '2026-11-29', categoryId: 'arts' },
    });
    expect(valueOf(days).items).toEqual([
      { day: '2026-11-27', occurrences: 0 },
      { day: '2026-11-28', occurrences: 1 },
      { day: '2026-11-29', occurrences: 1 },
    ]);
  });

  it('drops a full run from what has seats, and a called-off activity from the list', async () => {
    // `limit` only makes the address another one: an answer may be repeated for a second.
    const titles = async (query: object) =>
      valueOf(await app().call(routes.list, { query })).items.map(({ id }) => id);
    expect(await titles({ hasSeats: 'true', limit: '90' })).toHaveLength(3);
    const body = { requestKey: key() };
    valueOf(
      await app().call(signupRoutes.createForOccurrence, {
        params: { occurrenceId: ids.run },
        body,
        as: 'resident',
      }),
    );
    const left = await titles({ hasSeats: 'true', limit: '91' });
    expect(left).toHaveLength(2);
    expect(left).not.toContain(ids.run);
    expect(await titles({ hasSeats: 'false', limit: '91' })).toHaveLength(3);
    const reason = { reason: '下大雨' };
    valueOf(
      await app().call(routes.cancel, { params: { activityId: ids.clean }, body: reason, as: 'worker' }),
    );
    expect(await titles({ limit: '92' })).toHaveLength(2);
  });

  it('shows a change within a second at the same address', async () => {
    const query = { q: '太极', limit: '50' };
    const titles = async () =>
      valueOf(await app().call(routes.list, { query })).items.map(({ title }) => title);
    const before = await titles();
    await publish({ title: '又一场太极' });
    expect(await titles()).toEqual(before);
    // The cache goes by the machine's own time, not by the clock of the spec.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await titles()).toContain('又一场太极');
  });

  it('shows an activity with its organiser and risks', async () => {
    const seen = valueOf(await app().call(routes.detail, { params: { activityId: ids.taiji } }));
    expect(seen).toMatchObject({
      organization: { id: 'community', name: '万溪冲社区', phone: '0871-6000 0000' },
      responsible: { name: '李静', phone: '0871-6000 0001' },
      riskText: '动作幅度较大，请量力而行。',
      insuranceText: null,
      cancelledReason: null,
      illustrative: false,
    });
    expect(seen.occurrences.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-28T06:00:00.000Z',
      '2026-11-29T06:00:00.000Z',
    ]);
    expect(codeOf(await app().call(routes.detail, { params: { activityId: 'no-such-activity' } }))).toBe(
      'activity.unknown',
    );
  });

  it.each<[string, Record<string, string>, string]>([
    ['a day that is none', { from: '28.11.2026' }, 'query.from'],
    ['days the wrong way round', { from: '2026-11-28', to: '2026-11-27' }, 'query.to'],
    ['a last day before today', { to: '2026-11-01' }, 'query.to'],
    ['a flag that is none', { hasSeats: 'maybe' }, 'query.hasSeats'],
    ['a search beyond its limit', { q: '长'.repeat(41) }, 'query.q'],
    ['a page that is too large', { limit: '101' }, 'query.limit'],
    ['a foreign cursor', { cursor: 'bm90LW91cnM' }, 'query.cursor'],
  ])('refuses %s by name', async (_, query, path) => {
    const refused = await app().call(routes.list, { query: query as never });
    expect([codeOf(refused), pathsOf(refused)]).toEqual(['request.invalid', [path]]);
  });

  it('refuses a strip that is too long or upside down, and an organization that does not exist', async () => {
    const days = (from: string, to: string, organizationId?: string) =>
      app().call(routes.days, {
        query: { from, to, ...(organizationId !== undefined && { organizationId }) },
      });
    expect(valueOf(await days('2026-11-01', '2027-01-01')).items).toHaveLength(62);
    expect(pathsOf(await days('2026-11-01', '2027-01-02'))).toEqual(['query.to']);
    expect(pathsOf(await days('2026-11-01', '2026-10-31'))).toEqual(['query.to']);
    expect(pathsOf(await days('0001-01-01', '9999-12-31'))).toEqual(['query.to']);
    expect(codeOf(await days('2026-11-01', '2026-11-02', 'nowhere'))).toBe('organization.unknown');
    expect(codeOf(await app().call(routes.list, { query: { organizationId: 'nowhere' } }))).toBe(
      'organization.unknown',
    );
    expect(valueOf(await app().call(routes.list, { query: { organizationId: 'beside' } })).items).toEqual([]);
  });
});
