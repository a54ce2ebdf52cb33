import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import axe from 'axe-core';
import { inRoot } from '../../scripts/workspace/places.mjs';
import { dropFocus, isBusy, runAxe, scrollsSideways } from './in-page.mjs';

/** @typedef {import('./browser.mjs').Visitor} Visitor */

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
    const busy = await page.evaluate(isBusy);
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
  await page.evaluate(axe.source);
  const violations = await page.evaluate(runAxe);
  assert.deepEqual(violations, [], `${what} (${name}): axe found violations`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  assert.equal(headings, 1, `${what} (${name}): one h1`);
}

/**
 * Nothing is wider than the window.
 * @param {Visitor} visitor @param {string} what
 */
export async function fits({ page, name }, what) {
  const tooWide = await page.evaluate(scrollsSideways);
  assert.deepEqual(tooWide, [], `${what} (${name}): scrolls sideways at ${page.viewportSize()?.width} px`);
}

/**
 * @param {Visitor} visitor @param {string} picture
 */
async function photograph({ page }, picture) {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  await page.evaluate(dropFocus);
  let image = await page.screenshot({ animations: 'disabled' });
  if (image.length > MOST_BYTES) image = await page.screenshot({ animations: 'disabled', scale: 'css' });
  assert.ok(image.length <= MOST_BYTES, `${picture}.png has ${Math.round(image.length / 1024)} KB`);
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${picture}.png`, image);
}
