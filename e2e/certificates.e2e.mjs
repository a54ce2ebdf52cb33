import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen, settled } from './support/seen.mjs';

/** A student certifies hours; a stranger checks the code, with a network and without; the unit exports. */

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

test('a student issues a certificate and takes the paper home', async () => {
  const yang = await visit(browser, district.origin, '杨思远');
  await signIn(yang);
  await yang.open(paths.certificates);
  const { page } = yang;
  await page.getByRole('button', { name: '出具新证明' }).click();
  // A button says what it will do, once it knows.
  const issue = page.getByRole('button', { name: /^出具证明，\d+\.\d小时/ });
  await page.getByRole('button', { name: '今年' }).click();
  await issue.click();
  await page.getByText('任何人扫这个码都能核验').waitFor();
  await seen(yang, 'the certificate just issued');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '打开PDF' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^ZM\d\d(-[0-9A-Z]{4}){3}\.pdf$/);
  assert.equal(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );
  await yang.close();
});

test('a stranger checks a code, and again without a network', async () => {
  const yang = await district.as('yang-siyuan');
  const { items } = await yang.get('/me/certificates');
  const { address, number } = items.find((/** @type {any} */ each) => each.state === 'issued');
  const path = address.slice(address.indexOf('#') + 1);
  const stranger = await visit(browser, district.origin, 'a stranger');
  const { page } = stranger;
  await stranger.open(path);
  await page.getByRole('heading', { level: 1, name: '真实有效' }).waitFor();
  await page.getByText('杨**').waitFor();
  assert.equal(await page.getByText('杨思远').count(), 0);
  await seen(stranger, 'a good certificate');

  await stranger.context.setOffline(true);
  const again = async (/** @type {string} */ text) => {
    await page.getByRole('button', { name: '再核验一份' }).click();
    await page.getByLabel('证明编号').fill(text);
    await page.getByRole('button', { name: '核验', exact: true }).click();
  };
  await again(address);
  await page.getByRole('heading', { level: 1, name: '签名有效，联网可查最新状态' }).waitFor();
  const at = path.length - 120;
  await again(path.slice(0, at) + (path[at] === 'A' ? 'B' : 'A') + path.slice(at + 1));
  await page.getByRole('heading', { level: 1, name: '签名不对' }).waitFor();
  stranger.watch.expected(/ERR_INTERNET_DISCONNECTED/);
  await stranger.context.setOffline(false);
  await again(number.toLowerCase());
  await page.getByRole('heading', { level: 1, name: '真实有效' }).waitFor();
  await stranger.close();
});

test('the unit sees what was issued, and exports confirmed hours', async () => {
  const worker = await visit(browser, district.origin, '普春燕', { viewport: { width: 1280, height: 800 } });
  await signIn(worker);
  await worker.open(paths.issuedCertificates);
  const { page } = worker;
  await page
    .getByText(/ZM\d\d-/)
    .first()
    .waitFor();
  await settled(worker);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出CSV表格' }).click(),
  ]);
  const table = readFileSync(await download.path(), 'utf8');
  assert.match(table, /^\ufeff记录编号,志愿者姓名,/);
  assert.ok(table.trim().split('\r\n').length > 5);
  await page.getByText('已下载，用Excel或WPS打开。').waitFor();
  await worker.close();
});

test('an administrator takes a certificate back, and whoever scans it reads so', async () => {
  const yang = await district.as('yang-siyuan');
  const { items } = await yang.get('/me/certificates');
  const { number } = items.find((/** @type {any} */ each) => each.state === 'issued');
  const head = await visit(browser, district.origin, '段志强', { viewport: { width: 1280, height: 800 } });
  await signIn(head);
  await head.open(paths.issuedCertificates);
  const { page } = head;
  await page.getByRole('button', { name: `撤销：杨思远 ${number}` }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: '撤销' }).click();
  await sheet.getByText('请写下原因').waitFor();
  await sheet.getByLabel('原因').fill('时长记到了别人名下');
  await sheet.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销杨思远的证明，已告诉本人').waitFor();
  await seen(head, 'certificates, one revoked');
  await head.open(paths.checkCertificate(number));
  await page.getByRole('heading', { level: 1, name: '已撤销' }).waitFor();
  await head.close();
});
