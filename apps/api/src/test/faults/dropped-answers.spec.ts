/**
 * Real: MariaDB, a built API process, HTTP through a wire that loses requests, loses and cuts answers, sends twice
 * and dawdles. Phones try again with the same key until they hear an answer; each key has one effect.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { UnitOfWork } from '../../platform/db/unit-of-work.js';
import { aCategory, aDraft } from '../activity-builders.js';
import { aMembership, anOrganization, aPerson } from '../builders.js';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../engines.js';
import { brokenPromises } from '../race/line-invariants.js';
import { type ApiProcess, startProcess } from '../race/processes.js';
import { BadWire, MISHAPS } from './bad-wire.js';
import { aCrowd, answersThatChanged, burst, SECRET, signUp, tokenOf } from './burst.js';

const PEOPLE = 150;
const SEATS = 30;
const DRAFTS = 30;
const CLIENTS = 20;
const PATIENCE_MS = 150;
const MOST_TRIES = 30;

type Heard = Promise<{ readonly status: number; readonly text: string }>;

/** As the mini-app does: again with the same key, whatever happened, and with more patience each time. */
async function untilHeard(ask: (signal: AbortSignal) => Heard): Heard {
  for (let tries = 1; ; tries += 1)
    try {
      return await ask(AbortSignal.timeout(PATIENCE_MS * tries));
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
}

describeOnMysql('a wire that loses, cuts, doubles and delays', () => {
  let database: TestDatabase;
  let source: DataSource;
  let uow: UnitOfWork;
  let api: ApiProcess;
  let wire: BadWire;
  let address: string;

  beforeAll(async () => {
    database = await createTestDatabase('mysql');
    source = createDataSource(database.config);
    await source.initialize();
    await migrate(source);
    uow = new UnitOfWork(source);
    await uow.run(async (tx) => {
      await anOrganization(tx, { id: 'home' });
      await aCategory(tx);
      await aPerson(tx, { id: 'worker' });
      await aMembership(tx, 'worker', 'home');
    });
    api = await startProcess({ APP_SECRET: SECRET, DATABASE_URL: database.config.databaseUrl ?? '' });
    wire = new BadWire(api.baseUrl);
    address = await wire.listen();
  }, 60_000);

  afterAll(async () => {
    await wire.close();
    await api.kill('SIGTERM');
    await source.destroy();
    await database.drop();
  });

  const countOf = async (sql: string) => Number((await uow.read((tx) => tx.query<{ n: number }>(sql)))[0]?.n);

  it('signs everybody up once', async () => {
    const { lineId, asks } = await uow.run((tx) => aCrowd(tx, SEATS, PEOPLE));
    const { told, unanswered, strange } = await burst(asks, CLIENTS, (ask) =>
      untilHeard((signal) => signUp(address, lineId, ask, signal)),
    );
    expect([unanswered, strange, told.size]).toEqual([[], [], PEOPLE]);
    expect([...wire.happened.keys()].sort()).toEqual([...MISHAPS].sort());
    expect(await answersThatChanged(told, asks, (ask) => signUp(api.baseUrl, lineId, ask))).toEqual([]);
    expect(await brokenPromises(uow, lineId, SEATS)).toEqual([]);
    expect(await countOf('SELECT COUNT(*) AS n FROM signup')).toBe(PEOPLE);
  });

  it('makes each draft once', async () => {
    const ids = new Set<string>();
    await Promise.all(
      Array.from({ length: DRAFTS }, async (_, at) => {
        const { path, method } = activityRoutes.createDraft;
        const { status, text } = await untilHeard(async (signal) => {
          const response = await fetch(`${address}${API_PREFIX}${path}`, {
            method,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('worker')}` },
            body: JSON.stringify({
              requestKey: `draft-key-${at}`,
              draft: aDraft({ organizationId: 'home' }),
            }),
            signal,
          });
          return { status: response.status, text: await response.text() };
        });
        expect(status).toBe(200);
        ids.add((JSON.parse(text) as { id: string }).id);
      }),
    );
    expect(ids.size).toBe(DRAFTS);
    expect(await countOf('SELECT COUNT(*) AS n FROM activity')).toBe(DRAFTS);
    expect(await countOf("SELECT COUNT(*) AS n FROM journal WHERE subject_kind = 'activity'")).toBe(DRAFTS);
  });
});
