// npm test: every suite of the repository, one after another, and one line of totals at the end.
//   npm test -- --only api             one suite (or several: --only lint,api)
//   CI=true npm test                   a missing MariaDB or Chromium is a failure (XIAOLIN_REQUIRE_ALL=1 likewise)
import './workspace/require-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './workspace/install.mjs';
import { PlainFailure, reportFailure, secondsSince, step } from './workspace/progress.mjs';
import { SUITES } from './suites/list.mjs';
import { none, sum, totalsLine } from './suites/results.mjs';
import { findChromium, openDatabase } from './suites/tools.mjs';

/** @typedef {import('./suites/list.mjs').Suite} Suite */
/** @typedef {import('./suites/results.mjs').Counts} Counts */
/** @typedef {import('./suites/tools.mjs').Tool} Tool */
/** @typedef {{ title: string, counts: Counts, duration: string, remark: string }} Row */

const REQUIRE_ALL = [process.env['CI'], process.env['XIAOLIN_REQUIRE_ALL']].some(
  (value) => value === 'true' || value === '1',
);

/** @returns {Suite[]} */
function chosenSuites() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const wanted = values.only?.flatMap((value) => value.split(','));
  const unknown = wanted?.filter((key) => !SUITES.some((suite) => suite.key === key)) ?? [];
  if (unknown.length > 0) {
    throw new PlainFailure(
      `--only knows no suite ${unknown.join(', ')}. There are: ${SUITES.map((suite) => suite.key).join(', ')}`,
    );
  }
  return wanted ? SUITES.filter((suite) => wanted.includes(suite.key)) : SUITES;
}

/** @param {string} text */
function heading(text) {
  const line = '─'.repeat(78);
  console.log(`\n${line}\n${text}\n${line}`);
}

/** @param {string} text */
const shout = (text) => console.log(`\n${'!'.repeat(78)}\n${text}\n${'!'.repeat(78)}\n`);

/** @param {Suite} suite @param {Record<string, Tool>} tools @param {string} folder @returns {Promise<Row>} */
async function runSuite(suite, tools, folder) {
  heading(`${suite.key}: ${suite.title}`);
  const startedAt = performance.now();
  /** @param {string[]} [names] */
  const missing = (names = []) => names.flatMap((name) => (tools[name]?.there ? [] : [name]));
  /** @param {Counts} counts @param {string} [remark] */
  const row = (counts, remark = '') => ({
    title: suite.title,
    counts,
    duration: secondsSince(startedAt),
    remark,
  });

  const lacking = [...missing(suite.needs), ...missing(suite.wants)];
  if (lacking.length > 0 && REQUIRE_ALL) return row({ ...none(), failed: 1 }, `needs ${lacking.join(', ')}`);
  for (const name of lacking) shout(`SKIPPED in "${suite.title}":\n${tools[name]?.help}`);
  if (missing(suite.needs).length > 0) return row({ ...none(), skipped: 1 }, `needs ${lacking.join(', ')}`);

  const env = Object.assign({}, process.env, ...Object.values(tools).map((tool) => tool.env));
  try {
    const counts = await suite.run({ env, resultsFile: join(folder, `${suite.key}.json`) });
    return row(counts, lacking.length > 0 ? `partly skipped: needs ${lacking.join(', ')}` : '');
  } catch (error) {
    console.error(error instanceof PlainFailure ? error.message : error);
    return row({ ...none(), failed: 1 }, 'did not run');
  }
}

/** @param {Row[]} rows */
function printSummary(rows) {
  heading('All suites');
  for (const { title, counts, duration, remark } of rows) {
    const sign = counts.failed > 0 ? '✗' : counts.passed > 0 ? '✓' : '-';
    console.log(`${sign} ${title}: ${totalsLine(counts)} (${duration})${remark ? `  [${remark}]` : ''}`);
  }
}

async function main() {
  const suites = chosenSuites();
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'xiaolin-tests-'));
  /** @type {Record<string, Tool>} */
  const tools = {};
  /** @type {Row[]} */
  const rows = [];
  try {
    await step('Install packages', install);
    /** @param {string} name */
    const used = (name) =>
      suites.some((suite) => [suite.needs, suite.wants].some((names) => names?.some((n) => n === name)));
    if (used('database')) tools['database'] = await openDatabase();
    if (used('chromium')) tools['chromium'] = findChromium();
    for (const suite of suites) rows.push(await runSuite(suite, tools, folder));
  } finally {
    for (const tool of Object.values(tools)) await tool.close();
    rmSync(folder, { recursive: true, force: true });
  }

  const total = sum(rows.map((row) => row.counts));
  printSummary(rows);
  console.log(`\nTook ${secondsSince(startedAt)}.`);
  if (total.failed > 0) process.exitCode = 1;
  console.log(totalsLine(total));
}

await main().catch(reportFailure);
