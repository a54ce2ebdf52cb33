import assert from 'node:assert/strict';
import { describeFocus } from './in-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const MOST_STEPS = 80;

/**
 * Presses Tab until the focus is on the wanted control, and sees at each step where the focus is: somebody without
 * a mouse has nothing else to go by.
 *
 * @param {Page} page @param {RegExp} wanted the control's words
 */
export async function tabTo(page, wanted) {
  /** @type {string[]} */
  const passed = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(describeFocus);
    passed.push(focus.words);
    if (!focus.onPage) continue;
    assert.ok(focus.outlined, `the focus is on “${focus.words}” and cannot be seen`);
    assert.ok(focus.shown, `the focus is on “${focus.words}”, which is outside the window or covered`);
    if (wanted.test(focus.words)) return;
  }
  assert.fail(`Tab never came to ${wanted}; it passed ${passed.join(' | ')}`);
}
