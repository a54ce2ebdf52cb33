// npm run bench: the ratios of docs/bench.md, printed as a table and written as JSON.
//   npm run bench -- --rows 1,2        only these rows
//   npm run bench -- --rounds 7        rounds of each comparison (5 unless told)
import '../scripts/workspace/require-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from '../scripts/workspace/build.mjs';
import { install } from '../scripts/workspace/install.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { reportFailure, step } from '../scripts/workspace/progress.mjs';
import { burstRows } from './burst.mjs';
import { hotListRow } from './hot-list.mjs';
import { lateScansRow } from './late-scans.mjs';
import { packageSizeRows } from './package-sizes.mjs';
import { reportRows } from './reports.mjs';

/**
 * @typedef {object} Row
 * @property {number} row its number in the list of goals
 * @property {string} work
 * @property {string} goal
 * @property {number} ratio median over the rounds (row 3: seconds)
 * @property {[number, number]} range lowest and highest
 * @property {boolean} met
 * @property {string} [remark] a figure with a correctness failure beside it is void
 */

async function main() {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, rounds: { type: 'string' } } });
  const wanted = values.rows?.split(',').map(Number) ?? [1, 2, 3, 4, 5, 7, 9, 10, 11, 14];
  const rounds = Number(values.rounds ?? 5);
  await step('Install packages', install);
  for (const product of /** @type {const} */ (['contract', 'api'])) await build(product);

  /** @type {Row[]} */
  const rows = [];
  if ([1, 2, 3, 4, 14].some((row) => wanted.includes(row))) rows.push(...(await burstRows(rounds, wanted)));
  if (wanted.includes(5)) rows.push(await hotListRow(rounds));
  if (wanted.includes(7)) rows.push(await lateScansRow(rounds));
  if (wanted.includes(9)) rows.push(...(await reportRows(rounds)));
  if (wanted.includes(10) || wanted.includes(11)) rows.push(...(await packageSizeRows()));

  const chosen = rows.filter(({ row }) => wanted.includes(row));
  print(chosen);
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  mkdirSync(inRoot('.data'), { recursive: true });
  writeFileSync(
    inRoot('.data/bench.json'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, rounds, rows: chosen }, null, 2)}\n`,
  );
  console.log('\nWritten to .data/bench.json');
  if (chosen.some(({ met }) => !met)) process.exitCode = 1;
}

/** @param {readonly Row[]} rows */
function print(rows) {
  console.log('\n| # | work | goal | median | range | met |\n|---|---|---|---|---|---|');
  for (const { row, work, goal, ratio, range, met, remark } of rows)
    console.log(
      `| ${row} | ${work} | ${goal} | ${ratio.toFixed(2)} | ${range.map((each) => each.toFixed(2)).join('–')} | ${met ? 'yes' : 'NO'}${remark ? ` (${remark})` : ''} |`,
    );
}

await main().catch(reportFailure);
