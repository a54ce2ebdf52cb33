import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { DESK, PHONE, SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen } from './support/seen.mjs';
import { publishActivity } from './support/stage.mjs';

/** A worker looks for somebody in a long list: by the end of the number that was read out, or by a part of the name. */

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ activityId: string, occurrenceId: string }} */
let run;

const NEIGHBOURS = [
  { displayName: '李奶奶', phone: '13800001234' },
  { displayName: '段爷爷', phone: '13900005678' },
  { displayName: '杨奶奶', phone: '' },
];

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
  const worker = await district.as('pu-chunyan');
  run = await publishActivity(worker, { title: '名单里找人', seats: 9, waitlist: 0, startsIn: 26 * 60 });
  for (const each of NEIGHBOURS)
    await worker.post(`/staff/occurrences/${run.occurrenceId}/signups`, {
      requestKey: randomUUID(),
      ...each,
    });
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

for (const [where, viewport] of Object.entries({ 'a phone': PHONE, 'a desk': DESK }))
  test(`somebody is found, and their number seen and dialled, on ${where}`, async () => {
    const worker = await visit(browser, district.origin, '普春燕', { viewport });
    const { page } = worker;
    await signIn(worker);
    await worker.open(paths.roster({ activityId: run.activityId, id: run.occurrenceId }));
    const main = page.getByRole('main');
    await main.getByText('杨奶奶').waitFor();
    await seen(worker, 'the roster');

    await main.getByLabel('找人').fill('5678');
    await main.getByText('李奶奶').waitFor({ state: 'hidden' });
    await main.getByText('139****5678').waitFor();
    await main.getByRole('button', { name: '看号码：段爷爷' }).click();
    await main.getByText('13900005678').waitFor();
    await main.getByRole('button', { name: '拨打：段爷爷' }).waitFor();
    await seen(worker, 'a number in full');
    if (viewport === PHONE) {
      await page.setViewportSize(SMALL_PHONE);
      await fits(worker, 'a number in full, on a small phone');
      await page.setViewportSize(PHONE);
    }

    await main.getByLabel('找人').fill('奶奶');
    await main.getByRole('button', { name: '看号码：李奶奶' }).click();
    await main.getByText('13800001234').waitFor();
    assert.equal(await main.getByText('没留电话').count(), 1);
    assert.equal(await main.getByRole('button', { name: '看号码：杨奶奶' }).count(), 0);

    await main.getByLabel('找人').fill('没有这个人');
    await main.getByText('没有找到这个人').waitFor();
    await seen(worker, 'nobody found');
    await worker.close();
  });
