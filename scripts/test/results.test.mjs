// The totals line is what continuous integration believes, so silence must never read as success.
// Real: node's test runner with our reporter, in a child process. Not real: jest's reports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { countsOf, sum, totalsLine } from '../suites/results.mjs';
import { inRoot } from '../workspace/places.mjs';

const folder = mkdtempSync(join(tmpdir(), 'xiaolin results '));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {unknown} report */
function jestFile(report) {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const GREEN = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

test('the line names skipped tests only when there are any', () => {
  assert.equal(totalsLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  assert.equal(totalsLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  assert.deepEqual(
    sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
    {
      passed: 11,
      failed: 22,
      skipped: 33,
    },
  );
});

test("jest's pending and todo tests count as skipped", () => {
  assert.deepEqual(countsOf('jest', jestFile(GREEN), 0), { passed: 7, failed: 0, skipped: 2 });
});

test('a spec file that does not even load is a failure', () => {
  assert.equal(countsOf('jest', jestFile({ ...GREEN, numRuntimeErrorTestSuites: 1 }), 1).failed, 1);
});

test('a bad exit code without a failed test is a failure', () => {
  assert.equal(countsOf('jest', jestFile(GREEN), 1).failed, 1);
});

test('no report, half a report, and no test at all are failures', () => {
  assert.equal(countsOf('jest', join(folder, 'missing.json'), 0).failed, 1);
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"numPassedTests":');
  assert.equal(countsOf('jest', half, 0).failed, 1);
  assert.equal(
    countsOf('jest', jestFile({ ...GREEN, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }), 0)
      .failed,
    1,
  );
});

test("node's runner is counted test by test, in a folder with a space", () => {
  const spec = join(folder, 'some.test.mjs');
  writeFileSync(
    spec,
    `import { describe, test } from 'node:test';
     describe('group', () => { test('good', () => {}); test('bad', () => { throw new Error('x'); }); });
     test('later', { skip: 'not here' }, () => {});
     test('todo', { todo: true }, () => {});`,
  );
  const file = join(folder, 'node.json');
  const reporter = pathToFileURL(inRoot('scripts/suites/count-reporter.mjs')).href;
  // A runner inside a runner must not take itself for a part of the outer one.
  const { NODE_TEST_CONTEXT: _outer, ...env } = process.env;
  const { status } = spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${file}`, spec],
    { env },
  );
  assert.equal(status, 1);
  assert.deepEqual(countsOf('node', file, status ?? 1), { passed: 1, failed: 1, skipped: 2 });
});
