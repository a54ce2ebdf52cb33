import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inRoot } from '../scripts/workspace/places.mjs';
import { DESK, openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';

/** An error in an hour: the volunteer says it, the community says no, the street says yes, and the record has another version. */

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

test('a volunteer is heard by the community and then by the street', async () => {
  const mu = await district.as('mu-chunxiao');
  const { items } = await mu.get('/me/hours');
  const record = items.find((/** @type {any} */ each) => ['confirmed', 'certified'].includes(each.status));

  const student = await visit(browser, district.origin, '木春晓');
  await signIn(student);
  await student.open(paths.hours);
  const form = student.page.getByRole('main');
  await form.getByRole('link', { name: `这条不对：${record.activityTitle} ${record.roleName}` }).click();
  const next = student.page.getByRole('button', { name: '下一步' });
  await next.click();
  await form.getByText('选一个最接近的').waitFor();
  await form.getByText('分钟数不对').click();
  await next.click();
  await form.getByLabel('应该是多少分钟？').fill('140');
  await next.click();
  await form.getByLabel('说说怎么回事').fill('我早走了10分钟，记多了。');
  // Nothing that was typed is lost when the page is left.
  await student.page.reload();
  assert.equal(await form.getByLabel('说说怎么回事').inputValue(), '我早走了10分钟，记多了。');
  await next.click();
  await form.locator('input[type=file]').setInputFiles(inRoot('docs/screenshots/home.png'));
  await form.getByText('1/3张').waitFor();
  await form.getByRole('button', { name: '放大看第1张' }).waitFor();
  await seen(student, 'an error with a picture');
  await student.page.getByRole('button', { name: '提交' }).click();
  await form.getByText('等回复').waitFor();
  await seen(student, 'an error that waits');

  const worker = await visit(browser, district.origin, '普春燕', { viewport: DESK });
  await signIn(worker);
  await worker.open(paths.correctionDesk);
  const desk = worker.page.getByRole('main');
  await desk.getByRole('link', { name: '去看看：木春晓的更正' }).click();
  await desk.getByRole('button', { name: '放大看第1张' }).click();
  await worker.page.getByRole('dialog').getByRole('img', { name: '第1张照片' }).waitFor();
  await worker.page.keyboard.press('Escape');
  await desk.getByText('不通过', { exact: true }).click();
  await desk.getByRole('button', { name: '提交处理结果' }).click();
  await desk.getByRole('button', { name: '写一句理由，本人才知道为什么' }).waitFor();
  await desk.getByLabel('理由').fill('签退时间是系统记的，没有错。');
  await desk.getByRole('button', { name: '提交处理结果' }).click();
  await desk.getByText('处理好了，已告诉本人').waitFor();
  await seen(worker, 'a correction, rejected');

  await student.page.reload();
  await student.page.getByRole('button', { name: '请街道来看' }).click();
  await student.page.getByLabel('为什么不同意').fill('我提前跟负责人说过。');
  await student.page.getByRole('dialog').getByRole('button', { name: '请街道来看' }).click();
  await form.getByText('已经请街道来看了').waitFor();

  const street = await visit(browser, district.origin, '和丽琼', { viewport: DESK });
  await signIn(street);
  await street.open(paths.correctionDesk);
  const above = street.page.getByRole('main');
  await above.getByRole('button', { name: '街道在看' }).click();
  await above.getByRole('link', { name: '去看看：木春晓的更正' }).click();
  await above.getByText('通过，改分钟数').click();
  assert.equal(await above.getByLabel('改成多少分钟').inputValue(), '140');
  await above.getByLabel('理由').fill('负责人确认她提前离开。');
  await above.getByRole('button', { name: '提交处理结果' }).click();
  await above.getByText('处理好了，已告诉本人').waitFor();

  const after = (await mu.get('/me/hours')).items.find(
    (/** @type {any} */ each) => each.shiftStartsAt === record.shiftStartsAt,
  );
  assert.deepEqual([after.version, after.minutes, after.status], [record.version + 1, 140, 'confirmed']);
  await student.page.reload();
  await form.getByText('街道决定：通过，140分钟').waitFor();
  await Promise.all([student.close(), worker.close(), street.close()]);
});

test('a signed sheet is entered by the community and approved by the street', async () => {
  const worker = await visit(browser, district.origin, '普春燕');
  await signIn(worker);
  await worker.open(paths.enterByHand);
  const main = worker.page.getByRole('main');
  await main.getByRole('group', { name: '给谁补记？' }).getByRole('button').first().click();
  await main.getByLabel('为什么要手工补').fill('码扫不上，用纸签到。');
  await main.getByRole('button', { name: '提交，等复核' }).click();
  await main.getByRole('button', { name: '至少要一张证明的照片' }).waitFor();
  await main.locator('input[type=file]').setInputFiles(inRoot('docs/screenshots/home.png'));
  await main.getByText('1/3张').waitFor();
  await seen(worker, 'an entry by hand');
  await main.getByRole('button', { name: '提交，等复核' }).click();
  await main.getByText('已提交，等吴家营街道复核').waitFor();

  const street = await visit(browser, district.origin, '和丽琼');
  await signIn(street);
  await street.open(paths.workbench);
  await street.page.getByText('复核2条手工补记').click();
  const above = street.page.getByRole('main');
  await above.getByRole('button', { name: '通过木春晓的补记', exact: true }).click();
  await street.page.getByLabel('理由').fill('签到表看得清。');
  await street.page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
  await above.getByText('处理好了，已告诉补记的人和本人').waitFor();
  await Promise.all([worker.close(), street.close()]);
});
