// A reporter for `node --test` that writes one JSON line of totals: { passed, failed, skipped }.

/**
 * @typedef {{ type: 'test:pass' | 'test:fail', data: { details: { type?: string }, skip?: unknown, todo?: unknown } }} TestEnd
 * @param {AsyncIterable<TestEnd | { type: 'test:start' }>} source the runner's events, of which two kinds count
 */
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    // A `describe` block is not a test of its own; its failing tests are counted one by one.
    if (event.data.details.type === 'suite') continue;
    if (event.type === 'test:fail') counts.failed += 1;
    else if (event.data.skip !== undefined || event.data.todo !== undefined) counts.skipped += 1;
    else counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
