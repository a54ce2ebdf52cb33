import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';

/** A campus verifies a student; the ranking shows somebody only after they agreed, and forgets them at once. */

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

test('a coordinator verifies who waits, and not whose number two have named', async () => {
  const coordinator = await visit(browser, district.origin, '赵敏');
  await signIn(coordinator);
  await coordinator.open(paths.me);
  await coordinator.page.getByRole('link', { name: /校园工作/ }).click();
  const main = coordinator.page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: '4位学生等你核实' }).waitFor();
  assert.equal(await main.getByText('同一学号有两个人填').count(), 2);
  await coordinator.page.getByRole('button', { name: '核实2位' }).click();
  await main.getByText('已核实2位').waitFor();
  await main.getByRole('heading', { level: 1, name: '2位学生等你核实' }).waitFor();
  await coordinator.close();
});

test('a student appears in the ranking only after consent', async () => {
  const student = await visit(browser, district.origin, '杨思远');
  await signIn(student);
  await student.open(paths.ranking);
  const main = student.page.getByRole('main');
  const consent = main.getByRole('switch', { name: /让同学在榜上看到我/ });
  await main.getByText('和晓东').waitFor();
  assert.equal(await consent.isChecked(), false, 'consent is never given in advance');
  const me = main.getByText('我', { exact: true });
  assert.equal(await me.count(), 0);
  // The switch follows the server's answer, so it is pressed and not checked.
  await main.getByText('让同学在榜上看到我').click();
  await me.waitFor();
  assert.equal(await main.getByText('杨思远', { exact: true }).count(), 0, 'a name is masked unless chosen');
  await main.getByText('让同学在榜上看到我').click();
  await me.waitFor({ state: 'detached' });
  await student.close();
});
