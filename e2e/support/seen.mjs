import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../scripts/workspace/places.mjs';

/** @typedef {import('./browser.mjs').Visitor} Visitor */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = inRoot('docs', 'screenshots');
/** README shows several of them, and each clone carries all. */
const MOST_BYTES = 250 * 1024;
const SETTLED_WITHIN_MS = 15_000;

/**
 * Waits until a person would call the page finished: nothing is being loaded and nothing moves.
 * @param {Visitor} visitor
 */
export async function settled({ page, watch, name }) {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  let calm = 0;
  while (calm < 2) {
    assert.ok(Date.now() < deadline, `${name}: ${page.url()} does not come to rest`);
    const busy = await page.evaluate(() => {
      const visible = (/** @type {Element} */ element) => element.getClientRects().length > 0;
      return (
        ![...document.querySelectorAll('main')].some(visible) ||
        [...document.querySelectorAll('[aria-busy=true]')].some(visible) ||
        [...document.images].some((image) => visible(image) && image.loading !== 'lazy' && !image.complete)
      );
    });
    calm = busy || !watch.idle() ? 0 : calm + 1;
    await sleep(60);
  }
}

/**
 * A person looks at the page: it is at rest, accessible to everybody, has one main heading, and fits the width.
 *
 * @param {Visitor} visitor
 * @param {string} what for the message
 * @param {{ picture?: string }} [more] `picture`: name of the file in docs/screenshots, written only with
 *   UPDATE_SCREENSHOTS=1 so that a test run leaves the working tree as it was
 */
export async function seen(visitor, what, { picture } = {}) {
  await settled(visitor);
  await accessible(visitor, what);
  await fits(visitor, what);
  if (picture) await photograph(visitor, picture);
}

/**
 * axe-core without a violation. It runs as the inspector runs things, so the page keeps its content security policy.
 * @param {Visitor} visitor @param {string} what
 */
async function accessible({ page, name }, what) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = /** @type {{ axe: { run: () => Promise<any> } }} */ (/** @type {unknown} */ (window));
    const result = await axe.run();
    return result.violations.map((/** @type {any} */ violation) => ({
      rule: violation.id,
      where: violation.nodes.map((/** @type {any} */ node) => `${node.target.join(' ')}: ${node.failureSummary}`),
    }));
  });
  assert.deepEqual(violations, [], `${what} (${name}): axe found violations`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  assert.equal(headings, 1, `${what} (${name}): one h1`);
}

/**
 * Nothing is wider than the window.
 * @param {Visitor} visitor @param {string} what
 */
export async function fits({ page, name }, what) {
  const tooWide = await page.evaluate(() => {
    const scroller = document.scrollingElement ?? document.documentElement;
    // The app may scroll inside its own pages; whatever scrolls must not scroll sideways as a whole.
    const pages = [...document.querySelectorAll('.taro_page')].filter((each) => each.getClientRects().length > 0);
    return [scroller, ...pages]
      .filter((each) => each.scrollWidth > each.clientWidth)
      .map((each) => `${each.className || each.tagName}: ${each.scrollWidth} > ${each.clientWidth}`);
  });
  assert.deepEqual(tooWide, [], `${what} (${name}): scrolls sideways at ${page.viewportSize()?.width} px`);
}

/**
 * @param {Visitor} visitor @param {string} picture
 */
async function photograph({ page }, picture) {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
  let image = await page.screenshot({ animations: 'disabled' });
  if (image.length > MOST_BYTES) image = await page.screenshot({ animations: 'disabled', scale: 'css' });
  assert.ok(image.length <= MOST_BYTES, `${picture}.png has ${Math.round(image.length / 1024)} KB`);
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${picture}.png`, image);
}
