/** Moves the focus into a field, or into the first control of a group with that id. */
export const bringToField = (id: string): void => {
  const target = document.getElementById(id);
  if (!target) return;
  const focusable = 'input, textarea, select, button, a[href], [tabindex]';
  const control = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
  target.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
};

let firstPage = true;

/**
 * A new page in a single-page app moves no focus by itself: the keyboard would stay on a link that is gone.
 * The very first page is left alone, as a browser does.
 */
export const arriveAtPage = (): void => {
  if (firstPage) {
    firstPage = false;
    return;
  }
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const mains = [...document.querySelectorAll<HTMLElement>('main')];
    mains.find((main) => main.getClientRects().length > 0)?.focus({ preventScroll: true });
  });
};
