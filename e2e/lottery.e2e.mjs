import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';
import { publishActivity, takeSeat } from './support/stage.mjs';

/** A lottery: somebody enters, its hour comes, and whoever likes draws it again in their own browser. */

/** Long enough to enter by hand, short enough to wait for; minutes. */
const CLOSES_IN = 0.6;

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

test('entering, the draw, and drawing again', async () => {
  const worker = await district.as('pu-chunyan');
  const closesAt = now() + CLOSES_IN * 60_000;
  const { activityId, occurrenceId } = await publishActivity(worker, {
    title: '抽签去看海鸥',
    seats: 1,
    waitlist: 1,
    startsIn: 36 * 60,
    closesIn: CLOSES_IN,
    mode: 'lottery',
  });
  const run = { activityId, id: occurrenceId };
  for (const each of ['yang-siyuan', 'pu-chunyan']) await takeSeat(await district.as(each), occurrenceId);

  const duan = await visit(browser, district.origin, '段丽华');
  await signIn(duan);
  await duan.open(paths.activity(run));
  const main = duan.page.getByRole('main');
  await duan.page.getByText(/抽签 · 已有2人登记/).waitFor();
  await duan.page.getByRole('link', { name: '登记，等抽签' }).click();
  await main
    .getByText(/机会一样/)
    .first()
    .waitFor();
  await main.getByText('我已看过安全提示，愿意参加').click();
  await duan.page.getByRole('button', { name: '登记，等抽签' }).click();
  await duan.page.getByRole('heading', { name: '登记好了，等抽签' }).waitFor();
  await seen(duan, 'entered');

  await sleep(Math.max(0, closesAt - now()) + 1_500);
  // Somebody without an account.
  const anybody = await visit(browser, district.origin, '路人');
  await anybody.open(paths.draw(occurrenceId));
  const open = anybody.page.getByRole('main');
  await open.getByText('3份，3人').waitFor();
  await anybody.page.getByRole('button', { name: '我来重抽一遍' }).click();
  await open.getByText('一模一样').waitFor();
  await open.getByText(/公布的3份，顺序和结果都一样/).waitFor();
  await seen(anybody, 'drawn again');
  await anybody.page.setViewportSize(SMALL_PHONE);
  await settled(anybody);
  await fits(anybody, 'drawn again');
  const draw = await worker.get(`/occurrences/${occurrenceId}/draw`);
  const { entries } = await worker.get(`/occurrences/${occurrenceId}/draw/pages/1`);
  assert.deepEqual(
    entries.map((/** @type {any} */ entry) => entry.outcome),
    ['confirmed', 'waitlisted', 'not-drawn'],
  );

  await duan.open(paths.draw(occurrenceId));
  await duan.page.getByText(/你的登记号/).waitFor();
  await duan.page.getByText(/这是你/).waitFor();
  await seen(duan, 'own entry');

  // Bent on its way, the list is not the one that was drawn, and the page says so.
  await anybody.context.route('**/draw/pages/*', (route) =>
    route.fulfill({ json: { entries: [entries[1], entries[0], entries[2]] } }),
  );
  await anybody.page.getByRole('button', { name: '再重抽一遍' }).click();
  await open.getByText('不一样', { exact: true }).waitFor();
  assert.match(draw.commitment, /^[0-9a-f]{64}$/);
  await anybody.close();
  await duan.close();
});
