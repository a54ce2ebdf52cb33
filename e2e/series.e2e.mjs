import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';

/** A class of several weeks: written once, repeated, taken back; standard and elder, down to the smallest phone. */

const WEEK = 7 * 24 * 60 * 60_000;

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

for (const elder of [false, true]) {
  test(`runs are repeated weekly and taken back${elder ? ', elder' : ''}`, async () => {
    const worker = await visit(browser, district.origin, '普春燕');
    await signIn(worker);
    if (elder) {
      await worker.open(paths.home);
      await worker.page.getByRole('button', { name: '字太小？换长辈版' }).click();
      await worker.page.getByRole('button', { name: '换回标准版' }).waitFor();
    }
    await worker.open(paths.publish());
    const main = worker.page.getByRole('main');
    const runs = main.getByRole('heading', { level: 3, name: /^第\d+场/ });
    const total = main.getByLabel('每周一次，一共排到几场');
    await runs.first().waitFor();
    assert.equal(await total.count(), 0, 'nothing to repeat before there is a day');

    await main.getByLabel('日期').fill(new Date(now() + WEEK).toISOString().slice(0, 10));
    await total.fill('1');
    const refused = main.getByRole('button', { name: '填2到60之间的数，就能排' });
    assert.equal(await refused.getAttribute('aria-disabled'), 'true');
    await total.fill('5');
    await main.getByRole('button', { name: '每周一次，排到5场' }).click();
    await main.getByText(/加好了4场/).waitFor();
    assert.equal(await runs.count(), 5);
    await seen(worker, 'a series');
    await worker.page.setViewportSize(SMALL_PHONE);
    await settled(worker);
    await fits(worker, 'a series');

    await main.getByRole('button', { name: '不要这几场' }).click();
    await main.getByText(/加好了4场/).waitFor({ state: 'detached' });
    assert.equal(await runs.count(), 1);
    await worker.close();
  });
}
