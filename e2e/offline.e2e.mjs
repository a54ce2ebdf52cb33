import assert from 'node:assert/strict';
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/workspace/places.mjs';
import { DESK, openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';
import { fromNow, publishActivity } from './support/stage.mjs';

/**
 * A yard without a signal: the student's phone notes the code on the wall, the desk checks a volunteer's code with the
 * list that it loaded before, and when the network is back everything drains by itself and says how it ended.
 */

const TITLE = '没有信号的院坝';
const ROLE = '搬花盆';
/** A site's code is accepted for one step longer than it is shown. */
const GRACE_MS = 20_000;

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('./support/district.mjs').Caller} */
let worker;
let shiftId = '';

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
  worker = await district.as('pu-chunyan');
  const { activityId } = await publishActivity(worker, { title: TITLE, seats: 5, waitlist: 0, startsIn: 25 });
  const role = await worker.post(`/staff/activities/${activityId}/roles`, {
    requestKey: randomUUID(),
    name: ROLE,
    description: '',
    countsAsVolunteerService: true,
    notCountedReason: '',
    shifts: [
      {
        startsAt: fromNow(25),
        endsAt: fromNow(85),
        breakMinutes: 0,
        needed: 5,
        waitlistLimit: 0,
        opensAt: fromNow(-60),
        closesAt: fromNow(25),
        meetingPoint: '大槐树下',
      },
    ],
  });
  shiftId = role.shifts[0].id;
  for (const who of ['mu-chunxiao', 'duan-lihua'])
    await (await district.as(who)).post(`/shifts/${shiftId}/signups`, { requestKey: randomUUID() });
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

/** What a volunteer's phone shows as a QR code, made as the phone makes it. @param {string} personId */
async function codeOf(personId) {
  const load = (/** @type {string} */ path) =>
    import(pathToFileURL(inRoot(`packages/shared-types/dist/${path}.js`)).href);
  const { PASS_PURPOSE, passCode, passStatement, passStepAt } = await load('attendance/pass-code');
  const { signedMessage } = await load('signing/message');
  const { passes } = await (await district.as(personId)).get('/me/shift-passes');
  const { passId, seed } = passes.find((/** @type {any} */ pass) => pass.shiftId === shiftId);
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(seed, 'base64url'),
  ]);
  const step = passStepAt(now());
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const signature = sign(null, signedMessage(PASS_PURPOSE, passStatement(passId, step)), key);
  return passCode({ passId, step, signature: signature.toString('base64url') });
}

test('a student without a signal notes the code on the wall; it is sent by itself, and says how it ended', async () => {
  const student = await visit(browser, district.origin, '木春晓');
  const { page, context } = student;
  await signIn(student);
  await student.open(paths.scan(shiftId));
  await page.getByLabel('输入码下面的8位').waitFor();
  const shown = await worker.get(`/staff/shifts/${shiftId}/site-code?direction=in`);

  await context.setOffline(true);
  await page.getByLabel('输入码下面的8位').fill(shown.typed);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: '已记下' }).waitFor();
  await page.getByText('没有网络，联网后自动提交').waitFor();
  await seen(student, 'noted without a network');
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByText('1条签到等待提交').waitFor();
  await seen(student, 'what waits');

  // The code on the wall is another one by now.
  await sleep(Math.max(0, Date.parse(shown.validUntil) + GRACE_MS + 1_000 - now()));
  await context.setOffline(false);
  await page.getByText(`《${TITLE}》签到已提交`).waitFor();
  await page.getByText('没网时扫的').waitFor();
  await seen(student, 'how it ended');
  const { items } = await worker.get(`/staff/shifts/${shiftId}/roster`);
  const entry = items.find((/** @type {any} */ each) => each.displayName === '木春晓');
  assert.equal(entry.state, 'checked-in');
  student.watch.expected(/INTERNET_DISCONNECTED/);
  await student.close();
});

test('a volunteer’s own code says the shift, and needs no network', async () => {
  const duan = await visit(browser, district.origin, '段丽华');
  const { page, context } = duan;
  await signIn(duan);
  await duan.open(paths.volunteer);
  await page.getByText(TITLE).filter({ visible: true }).first().waitFor();
  await duan.open(paths.myCode);
  await page.getByText('没有网也能扫').waitFor();
  const typed = page.getByRole('img', { name: /^[0-9A-Z]( [0-9A-Z]){7}$/ });
  const before = await typed.getAttribute('aria-label');
  await seen(duan, 'a code of one’s own');
  await context.setOffline(true);
  // The next minute's code is made without asking anybody.
  for (let look = 0; look < 70 && (await typed.getAttribute('aria-label')) === before; look += 1)
    await sleep(1_000);
  assert.notEqual(await typed.getAttribute('aria-label'), before);
  await context.setOffline(false);
  duan.watch.expected(/INTERNET_DISCONNECTED/);
  await duan.close();
});

test('a desk that loaded its list says yes and no without a network, and drains afterwards', async () => {
  const desk = await visit(browser, district.origin, '普春燕', { viewport: DESK, scale: 1 });
  const { page, context } = desk;
  await signIn(desk);
  await desk.open(paths.desk(shiftId));
  await page.getByRole('button', { name: '下载离线名单' }).click();
  await page.getByText('离线名单下载好了').waitFor();
  await page.getByText(/离线名单 有效到\d+:\d+/).waitFor();
  await seen(desk, 'ready for no network');

  const code = await codeOf('duan-lihua');
  await context.setOffline(true);
  const field = page.getByLabel('志愿者手机上的8位码');
  const submit = page.getByRole('main').getByRole('button', { name: '签到', exact: true }).last();
  const enter = async (/** @type {string} */ text) => {
    await field.fill(text);
    await submit.click();
  };
  await enter(code);
  await page.getByRole('heading', { name: '段** 签到，记下了' }).waitFor();
  await seen(desk, 'yes without a network');
  await enter(code);
  await page.getByRole('alert').getByText('这个码已经用过').waitFor();
  await enter(code.replace(/.{10}$/, 'AAAAAAAAAA'));
  await page.getByRole('alert').getByText('这个码认不出来').waitFor();
  await enter('0000 0000');
  await page.getByRole('heading', { name: '记下了，还没核对' }).waitFor();
  await page.getByText('2条没提交，联网后自动提交').waitFor();
  await page.getByRole('region', { name: '离线名单' }).getByText('已签到').first().waitFor();
  await seen(desk, 'noted without a network');

  await context.setOffline(false);
  await page.getByText(/段丽华 签到\d+:\d+，已提交/).waitFor();
  await page.getByText('一位志愿者 没有记上').waitFor();
  await seen(desk, 'how each ended');
  await page.getByRole('button', { name: '都知道了' }).click();
  const { items } = await worker.get(`/staff/shifts/${shiftId}/roster`);
  const entry = items.find((/** @type {any} */ each) => each.displayName === '段丽华');
  assert.equal(entry.state, 'checked-in');
  desk.watch.expected(/INTERNET_DISCONNECTED/);
  await desk.close();
});
