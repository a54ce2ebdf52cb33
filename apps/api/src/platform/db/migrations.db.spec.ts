import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createTestDatabase, describeOnMysql, type TestDatabase } from '../../test/engines.js';
import { createDataSource, type Engine } from './data-source.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

const databases: TestDatabase[] = [];
const open: DataSource[] = [];

async function anEmptyDatabase(engine: Engine): Promise<TestDatabase> {
  const database = await createTestDatabase(engine);
  databases.push(database);
  return database;
}

async function connect(database: TestDatabase): Promise<DataSource> {
  const source = await createDataSource(database.config).initialize();
  open.push(source);
  return source;
}

/** The whole schema as the engine tells it. */
async function schemaOf(source: DataSource): Promise<unknown> {
  if (source.options.type === 'better-sqlite3')
    return source.query(
      "SELECT name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    );
  const columns: unknown = await source.query(
    `SELECT table_name, column_name, column_type, is_nullable, collation_name FROM information_schema.columns
      WHERE table_schema = DATABASE() ORDER BY table_name, column_name`,
  );
  const indexes: unknown = await source.query(
    `SELECT table_name, index_name, seq_in_index, column_name, non_unique FROM information_schema.statistics
      WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index`,
  );
  return { columns, indexes };
}

/** Dies before or after the n-th statement that is not a SELECT. */
function dieAt(source: DataSource, statement: number, moment: 'before' | 'after'): void {
  let seen = 0;
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
    const dying = async (sql: string, ...rest: unknown[]) => {
      const counts = !/^\s*(SELECT|SHOW|PRAGMA|SET|START|BEGIN|COMMIT|ROLLBACK|DO)/i.test(sql);
      if (counts) seen += 1;
      if (counts && seen === statement && moment === 'before') throw new Error('killed');
      const result = await query(sql, ...rest);
      if (counts && seen === statement && moment === 'after') throw new Error('killed');
      return result;
    };
    runner.query = dying as typeof runner.query;
    return runner;
  };
}

for (const engine of ['sqlite', 'mysql'] as const) {
  const suite = engine === 'mysql' ? describeOnMysql : describe;
  suite(`migrations [${engine}]`, () => {
    // TypeORM tells of each death on the console.
    beforeAll(() => void jest.spyOn(console, 'log').mockImplementation(() => undefined));
    afterAll(async () => {
      for (const source of open.splice(0)) if (source.isInitialized) await source.destroy();
      for (const database of databases.splice(0)) await database.drop();
    });

    it('make every table, and nothing the second time', async () => {
      const source = await connect(await anEmptyDatabase(engine));
      await migrate(source);
      const schema = await schemaOf(source);
      await migrate(source);
      expect(await schemaOf(source)).toEqual(schema);
      const done = await source.query<unknown[]>('SELECT name FROM migrations');
      expect(done).toHaveLength(migrations.length);
    });

    it('come to the same schema when killed after every statement in turn', async () => {
      const whole = await connect(await anEmptyDatabase(engine));
      await migrate(whole);
      const killed = await anEmptyDatabase(engine);
      let deaths = 0;
      for (let done = false; !done;) {
        const source = createDataSource(killed.config);
        await source.initialize();
        // A migration has at most seven statements, so every eighth start at least leaves one behind.
        dieAt(source, 1 + (deaths % 8), deaths % 3 === 0 ? 'before' : 'after');
        done = await migrate(source).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Error) || !error.message.includes('killed')) throw error;
            return false;
          },
        );
        await source.destroy();
        deaths += 1;
        if (deaths > 400) throw new Error('no way forward');
      }
      expect(deaths).toBeGreaterThan(10);
      expect(await schemaOf(await connect(killed))).toEqual(await schemaOf(whole));
    }, 120_000);

    it('are run by one of several processes that start together', async () => {
      const database = await anEmptyDatabase(engine);
      const sources = await Promise.all(
        Array.from({ length: engine === 'mysql' ? 3 : 1 }, () => connect(database)),
      );
      await Promise.all(sources.map(migrate));
      expect(await sources[0]?.query<unknown[]>('SELECT name FROM migrations')).toHaveLength(
        migrations.length,
      );
    });
  });
}

describeOnMysql('a database whose default is latin1', () => {
  afterAll(async () => {
    for (const source of open.splice(0)) if (source.isInitialized) await source.destroy();
    for (const database of databases.splice(0)) await database.drop();
  });

  it('gets tables in utf8mb4 all the same, on InnoDB', async () => {
    const source = await connect(await anEmptyDatabase('mysql'));
    await migrate(source);
    const [database] = await source.query<{ charset: string }[]>(
      'SELECT @@character_set_database AS charset',
    );
    expect(database?.charset).toBe('latin1');
    const tables = await source.query<{ name: string; engine: string; collation: string }[]>(
      `SELECT table_name AS name, engine, table_collation AS collation FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
    );
    const made = migrations.filter((Migration) => new Migration().name?.startsWith('Create_'));
    expect(tables).toHaveLength(made.length);
    for (const each of tables)
      expect([each.name, each.engine, each.collation]).toEqual([each.name, 'InnoDB', 'utf8mb4_bin']);
  });
});
