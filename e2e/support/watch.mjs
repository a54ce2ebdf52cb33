import assert from 'node:assert/strict';

/**
 * Everything that a person would not see but that is wrong all the same: errors in the console (violations of the
 * content security policy among them), uncaught exceptions, requests that failed, answers of 400 and above.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} who for the message
 */
export function watch(context, who) {
  /** @type {string[]} */
  let faults = [];
  let underway = 0;

  context.on('console', (message) => {
    // The browser's own line about an answer of 400 and above says less than the answer, which is noted below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', () => (underway += 1));
  context.on('requestfinished', () => (underway -= 1));
  context.on('requestfailed', (request) => {
    underway -= 1;
    const why = request.failure()?.errorText ?? '';
    // The page that asked is gone.
    if (why !== 'net::ERR_ABORTED')
      faults.push(`failed: ${request.method()} ${pathOf(request.url())} ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400)
      faults.push(`${response.status()} ${response.request().method()} ${pathOf(response.url())}`);
  });

  return {
    /** No request is on its way. */
    idle: () => underway <= 0,

    /**
     * Faults that the story brought about on purpose. There must be one, or the story did not happen.
     * @param {RegExp} pattern
     */
    expected(pattern) {
      const rest = faults.filter((fault) => !pattern.test(fault));
      assert.ok(rest.length < faults.length, `${who}: expected ${pattern}, saw ${JSON.stringify(faults)}`);
      faults = rest;
    },

    /** Nothing else went wrong. */
    clean() {
      const seen = faults;
      faults = [];
      assert.deepEqual(seen, [], `${who}: something went wrong that the page did not say`);
    },
  };
}

/** @param {string} url */
const pathOf = (url) => new URL(url).pathname;
