import assert from 'node:assert/strict';

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

/** Runs in the page. */
function describeFocus() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return { onPage: false, words: '', outlined: false, shown: false };
  // A drawn tick stands in for the browser's own, which is there for keys and screen readers only.
  const drawn = focused.closest('label') ?? focused;
  const box = drawn.getBoundingClientRect();
  // WCAG 2.4.11: something else may cover a part, never the whole.
  const shown = [0.1, 0.3, 0.5, 0.7, 0.9].some((right) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].some((down) => {
      const top = document.elementFromPoint(box.left + box.width * right, box.top + box.height * down);
      return top !== null && drawn.contains(top);
    }),
  );
  const styles = getComputedStyle(drawn);
  return {
    onPage: true,
    words: focused.getAttribute('aria-label') ?? drawn.textContent?.trim() ?? focused.tagName,
    outlined: styles.outlineStyle !== 'none' && Number.parseFloat(styles.outlineWidth) >= 2,
    shown,
  };
}
