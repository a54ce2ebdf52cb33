import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import { hasFocus } from './support/in-page.mjs';
import { tabTo } from './support/keyboard.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';

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

test('signing up with the keyboard alone, the focus always in sight', async () => {
  const duan = await visit(browser, district.origin, '段丽华');
  const { page } = duan;
  await signIn(duan);
  await duan.open(paths.home);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();

  await tabTo(page, /^活动$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '活动' }).waitFor();
  await tabTo(page, /搜索活动/);
  await page.keyboard.type('插花');
  // Nothing of the kind today: the page offers the nearest day.
  await page.getByText(/^今天没有“插花”$/).waitFor();
  await tabTo(page, /^看.*那场$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /家庭插花/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /家庭插花/ }).waitFor();
  await tabTo(page, /^报名，还有\d+个名额$/);
  await page.keyboard.press('Enter');

  const consent = page.getByRole('checkbox', { name: /我已看过安全提示/ });
  await consent.waitFor({ state: 'attached' });
  assert.equal(await consent.isChecked(), false, 'consent is never given in advance');
  await tabTo(page, /^提交报名$/);
  await page.keyboard.press('Enter');
  // Refused with the fields named; the focus goes to the summary, and a link of it to the field.
  await page.getByRole('alert').filter({ visible: true }).first().waitFor();
  await tabTo(page, /勾选：我已看过安全提示/);
  await page.keyboard.press('Enter');
  assert.ok(await consent.evaluate(hasFocus), 'the mend leads to its field');
  await seen(duan, 'the form with its mends');
  await page.keyboard.press('Space');
  assert.equal(await consent.isChecked(), true);
  await tabTo(page, /^提交报名$/);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { level: 1, name: '报上名了' }).waitFor();
  await tabTo(page, /看我的报名/);
  await page.keyboard.press('Enter');
  await tabTo(page, /来不了，取消报名/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await tabTo(page, /来不了，取消报名/);
  await duan.close();
});
