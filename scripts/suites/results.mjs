import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none(),
  );
}

/** @param {Counts} counts the form that continuous integration reads: skipped only when there are any */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads what a runner wrote and refuses to believe in silence: a suite that crashed, that ended badly without
 * a failed test, or that ran no test at all is a failure.
 *
 * @param {'jest' | 'node'} runner
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(runner, file, exitCode) {
  if (!existsSync(file)) return { ...none(), failed: 1 };
  const written = readFileSync(file, 'utf8');
  /** @type {Counts} */
  let counts;
  try {
    counts = runner === 'jest' ? fromJest(JSON.parse(written)) : JSON.parse(written);
  } catch {
    return { ...none(), failed: 1 };
  }
  const ranSomething = counts.passed + counts.failed + counts.skipped > 0;
  if (counts.failed === 0 && (exitCode !== 0 || !ranSomething)) return { ...counts, failed: 1 };
  return counts;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number }} report jest's --json; a file that does not load has no failed test
 * @returns {Counts}
 */
function fromJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
