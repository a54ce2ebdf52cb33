import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/workspace/places.mjs';

const fromApi = createRequire(inRoot('apps/api/package.json'));
const dist = (/** @type {string} */ path) => import(pathToFileURL(inRoot(`apps/api/dist/${path}`)).href);

/** @param {number} at */
export const personId = (at) => `person-${at}`;

const DATABASE = 'xiaolin_bench';

/**
 * A migrated database with people in it.
 * @param {string} serverUrl @param {number} people
 */
export async function openBenchDatabase(serverUrl, people) {
  const { createDataSource } = await dist('platform/db/data-source.js');
  const { migrate } = await dist('platform/db/migrate.js');
  const mysql = fromApi('mysql2/promise');
  const admin = await mysql.createConnection(serverUrl);
  await admin.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  const source = createDataSource({ databaseUrl: url.href, databasePool: 2, dataDir: '.data' });
  await source.initialize();
  await migrate(source);
  await insertPeople(source, people);
  let lines = 0;

  return {
    url: url.href,
    /** A line that is open now. @param {number} seats @param {number} waitlist */
    async openLine(seats, waitlist) {
      lines += 1;
      const id = `line-${lines}`;
      const at = (/** @type {number} */ hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
      // Far apart, so that no line clashes with another.
      const start = 24 * (lines + 1);
      await source.query(
        `INSERT INTO line (id, kind, activity_id, organization_id, title, published, called_off, starts_at, ends_at,
           opens_at, closes_at, capacity, waitlist_limit, taken, waiting, next_position)
         VALUES (?, 'occurrence', 'bench', 'bench', 'bench', 1, 0, ?, ?, ?, ?, ?, ?, 0, 0, 1)`,
        [id, at(start), at(start + 2), at(-1), at(start), seats, waitlist],
      );
      return id;
    },
    /** What is wrong with a line after a burst. @param {string} id @param {number} seats @param {number} asked */
    async broken(id, seats, asked) {
      const [count] = await source.query(
        `SELECT SUM(status = 'confirmed') AS taken, COUNT(*) AS \`rows\`, COUNT(DISTINCT person_id) AS persons,
           MAX(position) AS last FROM signup WHERE line_id = ?`,
        [id],
      );
      const [line] = await source.query('SELECT taken, waiting FROM line WHERE id = ?', [id]);
      const wanted = {
        taken: seats,
        rows: asked,
        persons: asked,
        last: asked,
        counters: `${seats}/${asked - seats}`,
      };
      const found = {
        taken: Number(count.taken),
        rows: Number(count.rows),
        persons: Number(count.persons),
        last: Number(count.last),
        counters: `${line.taken}/${line.waiting}`,
      };
      return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`found ${JSON.stringify(found)}`];
    },
    close: () => source.destroy(),
  };
}

/** @param {{ query(sql: string, values: unknown[]): Promise<unknown> }} source @param {number} people */
async function insertPeople(source, people) {
  for (let from = 0; from < people; from += 1_000) {
    const ids = Array.from({ length: Math.min(1_000, people - from) }, (_, at) => personId(from + at));
    await source.query(
      `INSERT INTO person (id, display_name, illustrative, created_at) VALUES ${ids.map(() => "(?, 'bench', 1, '2026-01-01T00:00:00.000Z')").join(', ')}`,
      ids,
    );
  }
}
