import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import { spoil } from './support/in-page.mjs';
import * as paths from './support/paths.mjs';
import { seen, settled } from './support/seen.mjs';

/** A journey that cannot fail proves nothing: each fault that the other files rule out is made here on purpose. */

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

for (const [fault, said] of /** @type {const} */ ([
  ['contrast', /color-contrast/],
  ['heading', /one h1|page-has-heading/],
  ['width', /scrolls sideways/],
])) {
  test(`a page with a fault of its ${fault} is not accepted`, async () => {
    const visitor = await visit(browser, district.origin, 'somebody');
    await visitor.open(paths.about);
    await seen(visitor, 'the page as it is');
    await visitor.page.evaluate(spoil, fault);
    await assert.rejects(seen(visitor, 'the spoilt page'), said);
    await visitor.close();
  });
}

for (const [fault, said] of /** @type {const} */ ([
  ['script', /Content Security Policy/],
  ['exception', /uncaught: Error: on purpose/],
  ['request', /404 GET \/api\/nothing-here/],
])) {
  test(`a fault that nobody sees is noticed: ${fault}`, async () => {
    const visitor = await visit(browser, district.origin, 'somebody');
    await visitor.open(paths.about);
    await settled(visitor);
    await visitor.page.evaluate(spoil, fault);
    await visitor.page.waitForTimeout(100);
    await settled(visitor);
    await assert.rejects(visitor.close(), said);
  });
}

test('what was expected and did not happen is a failure too', async () => {
  const visitor = await visit(browser, district.origin, 'somebody');
  await visitor.open(paths.about);
  await settled(visitor);
  assert.throws(() => visitor.watch.expected(/409/), /expected/);
  await visitor.close();
});
