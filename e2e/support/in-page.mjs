/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* global document, window, getComputedStyle, HTMLElement */

/**
 * What is asked inside the browser. These functions travel as text, so each must stand on its own: no imports, no
 * names from around it.
 */

/** Whether something is still being loaded or drawn; while one page gives way to the next, both are there. */
export function isBusy() {
  const visible = (/** @type {Element} */ element) => element.getClientRects().length > 0;
  return (
    [...document.querySelectorAll('main')].filter(visible).length !== 1 ||
    [...document.querySelectorAll('[aria-busy=true]')].some(visible) ||
    [...document.images].some((image) => visible(image) && image.loading !== 'lazy' && !image.complete)
  );
}

/** @returns {Promise<{ rule: string, where: string[] }[]>} the rules that are broken; axe must be there already */
export async function runAxe() {
  const { axe } = /** @type {{ axe: { run: () => Promise<any> } }} */ (/** @type {unknown} */ (window));
  const result = await axe.run();
  return result.violations.map((/** @type {any} */ violation) => ({
    rule: violation.id,
    where: violation.nodes.map(
      (/** @type {any} */ node) => `${node.target.join(' ')}: ${node.failureSummary}`,
    ),
  }));
}

/** Whatever scrolls sideways as a whole: the document, or a page of the app that scrolls by itself. */
export function scrollsSideways() {
  const pages = [...document.querySelectorAll('.taro_page')].filter(
    (each) => each.getClientRects().length > 0,
  );
  return [document.scrollingElement ?? document.documentElement, ...pages]
    .filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => `${each.className || each.tagName}: ${each.scrollWidth} > ${each.clientWidth}`);
}

/** So that no picture shows a blinking caret or a ring around what happened to be pressed last. */
export function dropFocus() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** @param {Element} element */
export const hasFocus = (element) => element === document.activeElement;

/** Where the focus is, and whether a person can see it. */
export function describeFocus() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body)
    return { onPage: false, words: '', outlined: false, shown: false };
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

/**
 * Breaks the page on purpose, to see that the tests notice.
 * @param {'contrast' | 'width' | 'script' | 'exception' | 'request' | 'heading'} fault
 */
export function spoil(fault) {
  const main = [...document.querySelectorAll('main')].find((each) => each.getClientRects().length > 0);
  const added = document.createElement(fault === 'script' ? 'script' : fault === 'heading' ? 'h1' : 'p');
  added.textContent = fault === 'script' ? 'window.injected = true' : '看不清';
  if (fault === 'contrast') added.style.cssText = 'color: #aaa; background: #fff';
  if (fault === 'width') added.style.cssText = 'width: 900px; background: #fff; color: #000';
  if (fault === 'exception')
    setTimeout(() => {
      throw new Error('on purpose');
    });
  if (fault === 'request') void fetch('/api/nothing-here');
  main?.append(added);
}
