/**
 * Real: MariaDB (SQLite for one process), the built server in processes of its own, tokens, HTTP. 1,000 people for
 * 50 seats, every fifth of them asking twice. The control takes the lock away and must break the promises.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import type { DataSource, EntityManager } from 'typeorm';
import type { LineDesk } from '../../features/signups/use-cases/line-desk.js';
import { Tokens } from '../../platform/auth/tokens.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { createDataSource, type Engine } from '../../platform/db/data-source.js';
import { migrate } from '../../platform/db/migrate.js';
import { type Tx, UnitOfWork } from '../../platform/db/unit-of-work.js';
import { SystemRandom } from '../../platform/random/random.js';
import { aLine, people } from '../builders.js';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../engines.js';
import { brokenPromises } from './line-invariants.js';
import { signupDesk } from '../signup-desk.js';
import { type ApiProcess, startProcess } from './processes.js';

const PEOPLE = 1_000;
const SEATS = 50;
const SECRET = 'a secret of at least thirty-two characters';

const clock = new SystemClock();
const random = new SystemRandom();
const tokens = new Tokens(SECRET, clock, random);

/** A line that is open now: the servers run on the real clock. */
const openNow = () => {
  const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  return {
    capacity: SEATS,
    waitlistLimit: PEOPLE,
    opensAt: at(-1),
    closesAt: at(24),
    startsAt: at(24),
    endsAt: at(26),
  };
};

interface Ask {
  readonly personId: string;
  readonly requestKey: string;
}

/** Every fifth person's request arrives twice, anywhere in the crowd. */
function crowdOf(persons: readonly { id: string }[]): Ask[] {
  const asks = persons.map(({ id }) => ({ personId: id, requestKey: `race-${id}` }));
  return [...asks, ...asks.filter((_, at) => at % 5 === 0)].sort(() => Math.random() - 0.5);
}

async function ask(baseUrl: string, lineId: string, { personId, requestKey }: Ask) {
  const response = await fetch(`${baseUrl}${API_PREFIX}/occurrences/${lineId}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.issue(personId).token}` },
    body: JSON.stringify({ requestKey }),
  });
  return { status: response.status, personId, signup: (await response.json()) as SignupView };
}

const races: readonly (readonly [Engine, number])[] = [
  ['mysql', 1],
  ['mysql', 2],
  ['sqlite', 1],
];

for (const [engine, processes] of races) {
  const suite = engine === 'mysql' ? describeOnMysql : describe;
  suite(`${PEOPLE} people for ${SEATS} seats [${engine}, ${processes} process(es)]`, () => {
    let database: TestDatabase;
    let source: DataSource;
    let uow: UnitOfWork;
    const servers: ApiProcess[] = [];

    beforeAll(async () => {
      database = await createTestDatabase(engine);
      source = createDataSource(database.config);
      await source.initialize();
      await migrate(source);
      uow = new UnitOfWork(source);
      for (let at = 0; at < processes; at += 1)
        servers.push(
          await startProcess({
            APP_SECRET: SECRET,
            DATA_DIR: database.config.dataDir,
            ...(database.config.databaseUrl !== null && { DATABASE_URL: database.config.databaseUrl }),
          }),
        );
    }, 60_000);

    afterAll(async () => {
      await Promise.all(servers.map((server) => server.kill('SIGTERM')));
      await source.destroy();
      await database.drop();
    });

    it('confirms exactly the seats, keeps one row a person, and answers a repeat as the first time', async () => {
      const { line, persons } = await uow.run(async (tx) => ({
        line: await aLine(tx, openNow()),
        persons: await people(tx, PEOPLE),
      }));
      const answers = await Promise.all(
        crowdOf(persons).map((each, at) =>
          ask((servers[at % servers.length] as ApiProcess).baseUrl, line.id, each),
        ),
      );
      expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
      expect(await brokenPromises(uow, line.id, SEATS)).toEqual([]);
      const told = new Map<string, Set<string>>();
      for (const { personId, signup } of answers)
        told.set(personId, (told.get(personId) ?? new Set()).add(`${signup.id} ${signup.status}`));
      expect([...told.values()].filter((different) => different.size > 1)).toEqual([]);
      expect([...told.values()].filter((said) => [...said][0]?.endsWith('confirmed'))).toHaveLength(SEATS);
    }, 60_000);
  });
}

/** The same transactions with the row locks taken away. */
class WithoutLocks extends UnitOfWork {
  protected override tx(manager: EntityManager): Tx {
    return { ...super.tx(manager), forUpdate: '' };
  }
}

describeOnMysql('the control: two desks without the lock', () => {
  it('break a promise', async () => {
    const database = await createTestDatabase('mysql');
    const sources = [createDataSource(database.config), createDataSource(database.config)];
    for (const source of sources) await source.initialize();
    const [first] = sources as [DataSource];
    await migrate(first);
    // The unique position would stop the oversell by itself: a second wall, taken down here as well.
    await first.query('ALTER TABLE signup DROP INDEX uq_signup_position');
    const uow = new UnitOfWork(first);
    const { line, persons } = await uow.run(async (tx) => ({
      line: await aLine(tx, openNow()),
      persons: await people(tx, PEOPLE),
    }));
    const desks = sources.map((source) => signupDesk(new WithoutLocks(source), clock).desk);
    const submit = ({ personId, requestKey }: Ask, at: number) =>
      (desks[at % 2] as LineDesk)
        .submit(line.id, {
          kind: 'sign-up',
          asked: 'occurrence',
          actorId: personId,
          personId,
          party: { dependantIds: [], companions: [] },
          answers: [],
          requestKey,
          bodyHash: 'same',
        })
        .catch(() => undefined);
    await Promise.all(persons.map(({ id }, at) => submit({ personId: id, requestKey: `race-${id}` }, at)));
    expect(await brokenPromises(uow, line.id, SEATS)).not.toEqual([]);
    for (const source of sources) await source.destroy();
    await database.drop();
  }, 60_000);
});
