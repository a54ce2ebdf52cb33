/** Real: both databases, the migrations, every feature. Not real: the clock, which stands still. */
import { beforeAll, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { certificateRoutes } from '@xiaolin/shared-types/certificates/routes';
import { feedbackRoutes } from '@xiaolin/shared-types/feedback/routes';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { workbenchRoutes } from '@xiaolin/shared-types/workbench/routes';
import { AppModule } from '../app.module.js';
import { VerifyLedger } from '../features/hours/index.js';
import { loadSigningKey } from '../platform/config/secret.js';
import { SystemRandom } from '../platform/random/random.js';
import { SigningKeys } from '../platform/signing/signing-keys.js';
import { createLogger } from '../platform/telemetry/logger.js';
import { callRoute, startTestApp, valueOf } from '../test/app.js';
import { brokenCoursePromises, type CoursePlace, placesIn } from '../test/course-promises.js';
import { onBothEngines } from '../test/engines.js';
import { brokenPromises } from '../test/race/line-invariants.js';
import { TestClock } from '../test/test-clock.js';
import { DemoClock } from './demo-clock.js';
import { loadDemonstration } from './load.js';
import { mark, standingOf } from './standing.js';

/** Monday, 10:22 in the district. */
const PRESENT = '2026-11-23T02:22:00.000Z';

onBothEngines('the demonstration', (db) => {
  beforeAll(async () => {
    const clock = new DemoClock(new Date(PRESENT));
    const { config, source } = db();
    const parts = {
      config,
      secret: 's'.repeat(32),
      source,
      clock,
      random: new SystemRandom(),
      logger: createLogger(config),
    };
    const app = await NestFactory.createApplicationContext(AppModule.with(parts), { logger: false });
    await loadDemonstration(app, clock);
  });

  it('keeps every promise of every line', async () => {
    const lines = await db().uow.read((tx) =>
      tx.query<{ id: string; capacity: number; called_off: number }>(
        'SELECT id, capacity, called_off FROM line WHERE course_id IS NULL',
      ),
    );
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines.filter(({ called_off }) => called_off === 0))
      expect([
        line.id,
        (await brokenPromises(db().uow, line.id, line.capacity)).filter(orderOfArrival),
      ]).toEqual([line.id, []]);
  });

  it('has every neighbour of a course in each of its dates to come', async () => {
    const courses = await db().uow.read((tx) =>
      tx.query<{ id: string }>(`SELECT id FROM line WHERE kind = 'course'`),
    );
    expect(courses).toHaveLength(2);
    for (const { id } of courses) {
      const begun = await db().uow.read((tx) =>
        tx.query<{ id: string }>('SELECT id FROM line WHERE course_id = ? AND starts_at <= ?', [id, PRESENT]),
      );
      const history = new Map<string, CoursePlace[]>();
      for (const date of begun) history.set(date.id, await placesIn(db().uow, date.id));
      expect(await brokenCoursePromises(db().uow, id, history)).toEqual([]);
    }
  });

  it('knows itself as loaded, and a load that was cut off as interrupted', async () => {
    expect(await db().uow.read(standingOf)).toBe('loaded');
    await db().uow.run((tx) => tx.query(`DELETE FROM journal WHERE id = 'demonstration-loaded'`));
    expect(await db().uow.read(standingOf)).toBe('interrupted');
    await db().uow.run((tx) => mark(tx, 'loaded', PRESENT));
  });

  it('marks every activity as invented', async () => {
    const real = await db().uow.read((tx) => tx.query('SELECT id FROM activity WHERE illustrative = 0'));
    expect(real).toEqual([]);
  });

  it('makes every list alive for everybody who is named', async () => {
    const app = await startTestApp('sqlite', new TestClock(PRESENT), db().config);
    const as = (personId: string) => app.tokenFor(personId);
    const call = async (...given: Parameters<typeof callRoute>) =>
      (await callRoute(...given).then(valueOf)) as { items: unknown[] };
    const base = app.baseUrl;
    const lists = {
      'this week': call(base, activityRoutes.list, { query: {} }),
      shifts: call(base, shiftRoutes.list, { query: {} }),
      'places of 段丽华': call(base, signupRoutes.mine, { query: { when: 'coming' } }, as('duan-lihua')),
      'hours of 杨思远': call(base, hourRoutes.mine, { query: {} }, as('yang-siyuan')),
      'hours for 普春燕': call(
        base,
        hourRoutes.listForStaff,
        { query: { status: 'pending' } },
        as('pu-chunyan'),
      ),
      'activities of 普春燕': call(base, activityRoutes.listForStaff, { query: {} }, as('pu-chunyan')),
      'activities of 和丽琼': call(base, activityRoutes.listForStaff, { query: {} }, as('he-liqiong')),
    };
    for (const [name, list] of Object.entries(lists))
      expect([name, (await list).items.length > 2]).toEqual([name, true]);
    const bench = valueOf(await callRoute(base, workbenchRoutes.show, {}, as('pu-chunyan')));
    expect([bench.today.length > 0, bench.drafts.length, bench.pendingHours.flagged > 0]).toEqual([
      true,
      2,
      true,
    ]);
    await app.close();
  });

  it('has a certificate that stands, one that was issued anew, and one whose record was mended', async () => {
    const app = await startTestApp('sqlite', new TestClock(PRESENT), db().config);
    const states = async (personId: string) =>
      valueOf(
        await callRoute(app.baseUrl, certificateRoutes.mine, { query: {} }, app.tokenFor(personId)),
      ).items.map(({ state, supersededBecause }) => [state, supersededBecause]);
    expect(await states('yang-siyuan')).toEqual([
      ['issued', null],
      ['superseded', 'reissued'],
    ]);
    expect(await states('mu-chunxiao')).toEqual([['superseded', 'amended']]);
    await app.close();
  });

  it('has an offer, a family, applications and an evening that is over to show', async () => {
    const app = await startTestApp('sqlite', new TestClock(PRESENT), db().config);
    const duan = app.tokenFor('duan-lihua');
    const mine = async (when: 'coming' | 'past') =>
      valueOf(await callRoute(app.baseUrl, signupRoutes.mine, { query: { when } }, duan)).items;
    const offered = (await mine('coming')).find(({ status }) => status === 'offered');
    expect(offered).toMatchObject({ title: '手机课：看病挂号自己来' });
    // Long enough that whoever looks at it the same evening still finds it.
    expect(Date.parse(offered?.offerUntil ?? '') - Date.parse(PRESENT)).toBeGreaterThan(6 * 3_600_000);
    const attended = (await mine('past')).filter(({ status }) => status === 'attended');
    const opinions = await Promise.all(
      attended.map(async ({ id }) =>
        valueOf(await callRoute(app.baseUrl, feedbackRoutes.mine, { params: { signupId: id } }, duan)),
      ),
    );
    expect(opinions.map(({ mayGive }) => mayGive)).toEqual([true, true]);
    const family = valueOf(await callRoute(app.baseUrl, peopleRoutes.listDependants, {}, duan)).items;
    expect(family).toMatchObject([{ name: '杨小禾', kind: 'child' }]);
    const applications = await db().uow.read((tx) =>
      tx.query(`SELECT id FROM signup WHERE status = 'pending-review'`),
    );
    expect(applications.length).toBeGreaterThan(5);
    await app.close();
  });

  it('has ledgers that are whole, with every hour in them', async () => {
    const keys = new SigningKeys(loadSigningKey(db().config));
    const reports = await new VerifyLedger(db().uow, keys).execute();
    expect(reports.map(({ unitId, faults }) => [unitId, faults])).toEqual([
      ['wanxichong', []],
      ...reports.filter(({ unitId }) => unitId !== 'wanxichong').map(({ unitId }) => [unitId, []]),
    ]);
    expect(reports.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(25);
    expect(reports.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThan(40);
  });

  it('leaves nothing in the outbox', async () => {
    expect(await db().uow.read((tx) => tx.query('SELECT id FROM outbox WHERE due_at IS NOT NULL'))).toEqual(
      [],
    );
  });
});

/** Who gave a seat up leaves a gap in front, which is no broken promise. */
const orderOfArrival = (text: string) => !text.startsWith('positions');
