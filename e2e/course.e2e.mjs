import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SMALL_PHONE, openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';
import { findOccurrence } from './support/stage.mjs';

/** A course of eight weeks: seen, taken as one, its next ticket opened, left again; and how its worker sees it. */

const TITLE = '站桩和养生功，八周学完';

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

/** @param {import('./support/browser.mjs').Visitor} visitor @param {string} name */
async function look(visitor, name) {
  await seen(visitor, name);
  await visitor.page.setViewportSize(SMALL_PHONE);
  await settled(visitor);
  await fits(visitor, name);
  await visitor.page.setViewportSize({ width: 375, height: 812 });
}

for (const elder of [false, true]) {
  test(`a course is taken, its next ticket opened, and left${elder ? ', elder' : ''}`, async () => {
    const person = elder ? '李国华' : '杨思远';
    const visitor = await visit(browser, district.origin, person);
    const { page } = visitor;
    await signIn(visitor);
    if (elder) {
      await visitor.open(paths.home);
      await page.getByRole('button', { name: '字太小？换长辈版' }).click();
      await page.getByRole('button', { name: '换回标准版' }).waitFor();
    }
    const date = await findOccurrence(await district.as('duan-lihua'), TITLE);
    await visitor.open(paths.activity(date));
    const main = page.getByRole('main');
    await main.getByText(/共8次，第一次/).waitFor();
    await look(visitor, 'a course');
    await main.getByRole('button', { name: '看每一次' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('每次上课的时间').first().waitFor();
    await seen(visitor, 'the dates of a course');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: /报整个课程/ }).click();
    await main.getByText('报的是整个课程').filter({ visible: true }).first().waitFor();
    await look(visitor, 'the form of a course');
    await page
      .getByRole('checkbox', { name: elder ? '我看过了，愿意参加' : '我已看过安全提示，愿意参加' })
      .click();
    await page.getByRole('button', { name: /^提交报名/ }).click();
    await page.getByRole('heading', { level: 1, name: '报上名了' }).waitFor();
    await page
      .getByText(/共8次，第一次/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await look(visitor, 'a course is taken');

    await visitor.open(paths.me);
    const card = page.getByRole('link', { name: new RegExp(TITLE) });
    await card.first().waitFor();
    assert.equal(await card.count(), 1, 'one card for eight dates');
    await page
      .getByText(/共8次，下次/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await card.first().click();
    await page.getByText('每次上课一张入场码').filter({ visible: true }).first().waitFor();
    await look(visitor, 'a course of mine');

    await page
      .getByRole('link', { name: '出示入场码' })
      .or(page.getByRole('link', { name: /入场码/ }))
      .first()
      .click();
    await page
      .getByText(/念给工作人员/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await page.getByRole('link', { name: '看别次的入场码' }).waitFor();
    await look(visitor, 'the ticket of a date');
    await page.getByRole('link', { name: '看别次的入场码' }).click();

    await page.getByRole('button', { name: '不上了，退出课程' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(/后面8次课一起退掉/).waitFor();
    await seen(visitor, 'leaving a course');
    await sheet.getByRole('button', { name: '退出课程' }).click();
    await page.getByText('已经退出课程').filter({ visible: true }).first().waitFor();
    await visitor.close();
  });
}

test('a worker sees one roster, a door for each date, and calls one date off', async () => {
  const worker = await visit(browser, district.origin, '普春燕');
  const { page } = worker;
  await signIn(worker);
  const date = await findOccurrence(await district.as('duan-lihua'), TITLE);
  await worker.open(paths.manage(date.activityId));
  const main = page.getByRole('main');
  await main.getByText('整个课程一起报').first().waitFor();
  assert.equal(await main.getByRole('link', { name: '名单' }).count(), 1);
  await look(worker, 'a course for its worker');
  await main.getByRole('button', { name: '取消这一次' }).nth(1).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(/将通知课程里的\d+位，课程照常/).waitFor();
  await sheet.getByLabel('为什么取消').fill('老师去区里开会');
  await sheet.getByRole('button', { name: '取消这一次' }).click();
  await main.getByText('这一次已取消，报名的人都收到了通知').waitFor();
  await seen(worker, 'one date is called off');
  await main.getByRole('link', { name: '名单' }).click();
  await page.getByText('整个课程一起报，共7次').waitFor();
  await look(worker, 'the roster of a course');
  await worker.close();
});

test('a worker puts a course on: the seats are asked for once', async () => {
  const worker = await visit(browser, district.origin, '普春燕');
  const { page } = worker;
  await signIn(worker);
  await worker.open(paths.publish());
  const main = page.getByRole('main');
  await main.getByLabel('日期').fill(new Date(now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await main.getByLabel('每周一次，一共排到几场').fill('3');
  await main.getByRole('button', { name: '每周一次，排到3场' }).click();
  await main.getByText(/加好了2场/).waitFor();
  await main.getByRole('radio', { name: /整个课程一起报/ }).click();
  await main.getByLabel('课程名额').waitFor();
  assert.equal(await main.getByLabel('名额', { exact: true }).count(), 0);
  await look(worker, 'a course is written');
  await worker.close();
});
