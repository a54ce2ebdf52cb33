import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { DESK, openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';
import { findOccurrence } from './support/stage.mjs';

/** A worker takes the list home: as a workbook, as paper for the door, and the hours of the month. */

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

/** @param {import('playwright-core').Page} page */
async function taken(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('a worker exports the roster, and says why where numbers are wanted in full', async () => {
  const staff = await district.as('pu-chunyan');
  const lecture = await findOccurrence(staff, '冬季呼吸道健康讲座');
  const pu = await visit(browser, district.origin, '普春燕');
  await signIn(pu);
  const { page } = pu;
  await pu.open(paths.roster(lecture));
  await page.getByRole('button', { name: '导出' }).click();
  await seen(pu, 'the export of a roster');
  const table = await taken(page);
  assert.match(table.name, /-名单-\d{4}-\d\d-\d\d\.xlsx$/);
  assert.equal(table.content.subarray(0, 2).toString(), 'PK');

  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'CSV' }).click();
  await dialog.getByRole('switch', { name: /要完整手机号/ }).click();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('写一句为什么要，会记下来').waitFor();
  await dialog.getByLabel('为什么要完整手机号').fill('下雨改地点，逐个打电话');
  await seen(pu, 'the export with numbers in full');
  const csv = await taken(page);
  const text = csv.content.toString('utf8');
  assert.ok(text.startsWith('\ufeff序号,姓名,手机号,状态,'));
  assert.ok(text.split('\r\n').length > 2);
  assert.doesNotMatch(text, /\d{3}\*{4}\d{4}/);

  await dialog.getByRole('button', { name: '签到表' }).click();
  const paper = await taken(page);
  assert.match(paper.name, /签到表.*\.pdf$/);
  assert.equal(paper.content.subarray(0, 5).toString(), '%PDF-');
  await page.getByText(`已下载：${paper.name}`).waitFor();
  await pu.close();
});

test('at a desk, the hours of the unit are a workbook', async () => {
  const pu = await visit(browser, district.origin, '普春燕', { viewport: DESK, scale: 1 });
  await signIn(pu);
  const { page } = pu;
  await pu.open(paths.review);
  await page.getByRole('button', { name: '导出时长' }).click();
  await page.getByRole('dialog').getByText('这个单位和下级单位的记录').waitFor();
  await seen(pu, 'the export of hours');
  const table = await taken(page);
  assert.match(table.name, /-时长记录-.*\.xlsx$/);
  assert.equal(table.content.subarray(0, 2).toString(), 'PK');
  await pu.close();
});
