import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';
import { findShift } from './support/stage.mjs';

/** 杨思远 cannot come to a shift; 木春晓 takes it with a code, and both see whose it is now. */

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

test('a shift changes hands by a code, by the word of both', async () => {
  const gulls = await findShift(await district.as('yang-siyuan'), '护鸥', 'mine');
  const giver = await visit(browser, district.origin, '杨思远');
  await signIn(giver);
  await giver.open(paths.swaps);
  const main = giver.page.getByRole('main');
  const card = main.getByRole('region', { name: gulls.title ?? /护鸥/ }).first();
  await card.getByRole('button', { name: '转给别人' }).click();
  const code = await main
    .getByRole('heading', { name: /^[0-9A-Z]{4} [0-9A-Z]{4}$/ })
    .first()
    .innerText();
  await seen(giver, 'a swap that waits');
  await giver.page.setViewportSize(SMALL_PHONE);
  await settled(giver);
  await fits(giver, 'a swap that waits');

  const taker = await visit(browser, district.origin, '木春晓');
  await signIn(taker);
  await taker.open(paths.swaps);
  const theirs = taker.page.getByRole('main');
  await theirs.getByLabel('换班码').fill(code.toLowerCase());
  await theirs.getByRole('button', { name: '看看是哪个班次' }).click();
  await theirs.getByRole('button', { name: '我来接这个班' }).click();
  await theirs.getByText('换好了').waitFor();
  await seen(taker, 'a swap that is done');

  await giver.open(paths.swaps);
  await main.getByText('杨思远的班换给了木春晓').waitFor();
  const mu = await district.as('mu-chunxiao');
  const { items } = await mu.get('/me/shifts?when=coming&limit=50');
  assert.ok(
    items.some((/** @type {any} */ each) => each.shiftId === gulls.id && each.status === 'confirmed'),
  );
  await giver.close();
  await taker.close();
});

test('a missed way out is credited only by two words', async () => {
  const worker = await visit(browser, district.origin, '普春燕');
  await signIn(worker);
  await worker.open(paths.waysOut);
  const main = worker.page.getByRole('main');
  const card = main.getByRole('region', { name: '木春晓' });
  await card.getByText(/木春晓说/).waitFor();
  await seen(worker, 'ways out that were missed');
  const mu = await district.as('mu-chunxiao');
  const minutesBefore = (await mu.get('/me/hours/totals')).pendingMinutes;
  await card.getByRole('button', { name: '时间对，确认' }).click();
  await main.getByText(/确认了，记\d+分钟/).waitFor();
  assert.equal((await mu.get('/me/hours/totals')).pendingMinutes, minutesBefore + 100);
  await worker.close();

  const volunteer = await visit(browser, district.origin, '木春晓');
  await signIn(volunteer);
  await volunteer.open(paths.wayOut);
  await volunteer.page.getByRole('main').getByText('没有漏签退的班次').waitFor();
  await volunteer.close();
});
