import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { DESK, PHONE, SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';
import { publishActivity, takeSeat } from './support/stage.mjs';

/** 普春燕 writes to everybody on a roster, the district passes it, 段丽华 reads it, and the rest is called. */

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ activityId: string, id: string }} */
let run;

const TITLE = '手机课换教室';
const WORDS = '教室换到二楼活动室，请从东门进。带上老花镜。';

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
  const worker = await district.as('pu-chunyan');
  const staged = await publishActivity(worker, { title: TITLE, seats: 9, waitlist: 0, startsIn: 26 * 60 });
  run = { activityId: staged.activityId, id: staged.occurrenceId };
  await takeSeat(await district.as('duan-lihua'), run.id);
  await worker.post(`/staff/occurrences/${run.id}/signups`, {
    requestKey: randomUUID(),
    displayName: '李奶奶',
    phone: '13800001234',
  });
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

/** @param {import('./support/browser.mjs').Visitor} visitor @param {string} name */
async function seenEverywhere(visitor, name) {
  await seen(visitor, name);
  await visitor.page.setViewportSize(SMALL_PHONE);
  await settled(visitor);
  await fits(visitor, `${name}, on a small phone`);
  await visitor.page.setViewportSize(DESK);
  await settled(visitor);
  await seen(visitor, `${name}, on a desk`);
  await visitor.page.setViewportSize(PHONE);
}

test('a notice is written, counted, passed, and read by whom it is for', async () => {
  const worker = await visit(browser, district.origin, '普春燕');
  await signIn(worker);
  await worker.open(paths.roster(run));
  const main = worker.page.getByRole('main');
  await main.getByRole('button', { name: '通知大家' }).click();
  const sheet = worker.page.getByRole('dialog');
  await sheet.getByRole('button', { name: '看看发给多少人' }).click();
  await sheet.getByText('写上要说的话').waitFor();
  await sheet.getByLabel('写什么').fill(WORDS);
  await seenEverywhere(worker, 'writing a notice');
  await sheet.getByRole('button', { name: '看看发给多少人' }).click();
  await sheet.getByText('1人在小程序里看到，1人没有账号，要打电话。').waitFor();
  await seenEverywhere(worker, 'how many a notice comes to');
  await sheet.getByRole('button', { name: '发给这2人' }).click();
  // Without WeChat nothing checks the words, so a person does.
  await main.getByText('等管理员看过再发').waitFor();
  await seenEverywhere(worker, 'a notice that waits');

  const boss = await visit(browser, district.origin, '段志强');
  await signIn(boss);
  await boss.open(paths.messages);
  await boss.page.getByRole('main').getByText(`《${TITLE}》有一条通知等你看过再发`).click();
  const theirs = boss.page.getByRole('main').filter({ visible: true });
  await theirs.getByText(WORDS).waitFor();
  await theirs.getByRole('button', { name: '不发' }).click();
  await boss.page.getByRole('dialog').getByLabel('为什么不发').waitFor();
  await seenEverywhere(boss, 'refusing a notice');
  await boss.page.getByRole('dialog').getByRole('button', { name: '关上' }).click();
  await seenEverywhere(boss, 'deciding on a notice');
  await theirs.getByRole('button', { name: '可以，发出去' }).click();
  await theirs.getByText('发完了').waitFor();
  await boss.close();

  await main.getByText('等管理员看过再发').waitFor();
  await worker.open(paths.messages);
  await worker.page.getByRole('main').getByText(`《${TITLE}》的通知发出去了`).click();
  const report = worker.page.getByRole('main').filter({ visible: true });
  await report.getByText('2/2人').waitFor();
  await report.getByText('李奶奶').waitFor();
  await seenEverywhere(worker, 'how a notice was sent');
  await worker.close();

  const duan = await visit(browser, district.origin, '段丽华');
  await signIn(duan);
  await duan.open(paths.messages);
  await duan.page.getByRole('main').getByText(`《${TITLE}》主办方说`).waitFor();
  assert.equal(await duan.page.getByRole('main').getByText(WORDS).count(), 1);
  await seenEverywhere(duan, 'a notice in the inbox');
  await duan.close();
});
