import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/workspace/places.mjs';

const fromApi = createRequire(inRoot('apps/api/package.json'));
const dist = (/** @type {string} */ path) => import(pathToFileURL(inRoot(`apps/api/dist/${path}`)).href);

/** @param {number} at */
export const personId = (at) => `person-${at}`;

/** Every fifth person brings a child of theirs. @param {number} at */
const bringsChild = (at) => at % 5 === 0;
/** @param {number} at */
const childId = (at) => `child-${at}`;

/** What one person sends: nobody's body is shorter than what the rules ask for. @param {string} lineId @param {number} at */
export const wishOf = (lineId, at) => ({
  requestKey: `burst-${lineId}-${at}`,
  party: { dependantIds: bringsChild(at) ? [childId(at)] : [], companions: [] },
  answers: [
    { questionId: 'size', values: [at % 2 === 0 ? 'M' : 'L'] },
    { questionId: 'phone', values: ['0871-60000000'] },
    ...(at % 3 === 0 ? [{ questionId: 'words', values: ['第一次来'] }] : []),
  ],
});

/** Every rule is on: who may come, how many of a household, what is asked, whom absences keep away. */
const AUDIENCE = { communityIds: ['bench'], universityIds: [], minAge: 6, maxAge: 90, householdLimit: 4 };
const QUESTIONS = [
  { id: 'size', kind: 'choice', label: '衣服尺码', required: true, options: ['S', 'M', 'L'] },
  { id: 'phone', kind: 'phone', label: '紧急联系电话', required: true, options: [] },
  { id: 'words', kind: 'text', label: '想对老师说的', required: false, options: [] },
];

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
  await insertDistrict(source);
  await insertPeople(source, people);
  let lines = 0;

  return {
    url: url.href,
    /** For rows that seed more than lines. */
    source,
    /** A line that is open now. @param {number} seats @param {number} waitlist */
    async openLine(seats, waitlist) {
      lines += 1;
      const id = `line-${lines}`;
      const at = (/** @type {number} */ hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
      // Far apart, so that no line clashes with another.
      const start = 24 * (lines + 1);
      await source.query(
        `INSERT INTO line (id, kind, activity_id, organization_id, title, published, called_off, starts_at, ends_at,
           opens_at, closes_at, capacity, waitlist_limit, taken, waiting, next_position, party_limit, audience, questions)
         VALUES (?, 'occurrence', ?, 'bench', 'bench', 1, 0, ?, ?, ?, ?, ?, ?, 0, 0, 1, 5, ?, ?)`,
        [
          id,
          `activity-of-${id}`,
          at(start),
          at(start + 2),
          at(-1),
          at(start),
          seats,
          waitlist,
          JSON.stringify(AUDIENCE),
          JSON.stringify(QUESTIONS),
        ],
      );
      return id;
    },
    /** What is wrong with a line after a burst. @param {string} id @param {number} seats @param {number} asked */
    async broken(id, seats, asked) {
      const [count] = await source.query(
        `SELECT SUM(CASE WHEN status IN ('confirmed', 'offered') THEN seats ELSE 0 END) AS taken,
           SUM(CASE WHEN status = 'waitlisted' THEN seats ELSE 0 END) AS waiting,
           COUNT(*) AS \`rows\`, COUNT(DISTINCT person_id) AS persons, MAX(position) AS last
           FROM signup WHERE line_id = ?`,
        [id],
      );
      const [line] = await source.query('SELECT taken, waiting FROM line WHERE id = ?', [id]);
      const [more] = await source.query(
        `SELECT (SELECT COUNT(*) FROM signup_answers WHERE line_id = ?) AS answered,
           (SELECT COUNT(*) FROM signup_guest g JOIN signup s ON s.id = g.signup_id WHERE s.line_id = ?) AS guests`,
        [id, id],
      );
      const children = Array.from({ length: asked }, (_, at) => at).filter(bringsChild).length;
      const wanted = {
        taken: seats,
        all: asked + children,
        rows: asked,
        persons: asked,
        last: asked,
        answered: asked,
        guests: children,
        counters: `${seats}/${asked + children - seats}`,
      };
      const found = {
        taken: Number(count.taken),
        all: Number(count.taken) + Number(count.waiting),
        rows: Number(count.rows),
        persons: Number(count.persons),
        last: Number(count.last),
        answered: Number(more.answered),
        guests: Number(more.guests),
        counters: `${line.taken}/${line.waiting}`,
      };
      return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`found ${JSON.stringify(found)}`];
    },
    close: () => source.destroy(),
  };
}

/** @typedef {{ query(sql: string, values?: unknown[]): Promise<unknown> }} Source */

const LISTED = 40;

/** A community with a setting of its own, and what a list shows: so many activities with a run each. @param {Source} source */
async function insertDistrict(source) {
  await source.query(
    `INSERT INTO organization (id, parent_id, kind, name, short_name, path, phone, sort, illustrative)
     VALUES ('bench', NULL, 'community', 'bench', 'bench', '/bench/', NULL, 0, 1)`,
  );
  await source.query(
    `INSERT INTO organization_setting (organization_id, restricts, restrict_no_shows, restrict_within_days,
       restrict_for_days, changed_by, changed_at) VALUES ('bench', 1, 3, 90, 30, 'bench', '2026-01-01T00:00:00.000Z')`,
  );
  await source.query(`INSERT INTO category (id, name, cover, sort) VALUES ('bench', 'bench', 'arts', 0)`);
  for (let at = 0; at < LISTED; at += 1) {
    const start = Date.now() + (at + 1) * 3_600_000;
    const moment = (/** @type {number} */ hours) => new Date(start + hours * 3_600_000).toISOString();
    await source.query(
      `INSERT INTO activity (id, organization_id, title, summary, category_id, responsible_name, responsible_phone,
         place_name, place_detail, risk_text, hazardous, insurance_text, audience_text, cover, status, version,
         search_text, published_at, created_by, created_at, updated_at, illustrative)
       VALUES (?, 'bench', '二十四式太极拳', '老师带着大家打一套。', 'bench', '李静', '0871-60000001', '文体广场', '', '量力而行',
         0, '', '', NULL, 'published', 1, '', ?, 'bench', ?, ?, 1)`,
      [`listed-${at}`, moment(-48), moment(-48), moment(-48)],
    );
    await source.query(
      `INSERT INTO line (id, kind, activity_id, organization_id, title, published, called_off, starts_at, ends_at,
         opens_at, closes_at, capacity, waitlist_limit, taken, waiting, next_position)
       VALUES (?, 'occurrence', ?, 'bench', '二十四式太极拳', 1, 0, ?, ?, ?, ?, 40, 10, 12, 0, 13)`,
      [`listed-run-${at}`, `listed-${at}`, moment(0), moment(2), moment(-72), moment(0)],
    );
  }
}

/** @param {Source} source @param {number} people */
async function insertPeople(source, people) {
  const all = Array.from({ length: people }, (_, at) => at);
  for (let from = 0; from < people; from += 1_000) {
    const some = all.slice(from, from + 1_000);
    await source.query(
      `INSERT INTO person (id, display_name, home_id, birth_year, illustrative, created_at) VALUES ${some.map(() => "(?, 'bench', 'bench', ?, 1, '2026-01-01T00:00:00.000Z')").join(', ')}`,
      some.flatMap((at) => [personId(at), 1950 + (at % 50)]),
    );
    const parents = some.filter(bringsChild);
    await source.query(
      `INSERT INTO dependant (id, owner_id, name, kind, birth_year, created_at) VALUES ${parents.map(() => "(?, ?, '小禾', 'child', 2016, '2026-01-01T00:00:00.000Z')").join(', ')}`,
      parents.flatMap((at) => [childId(at), personId(at)]),
    );
  }
}
