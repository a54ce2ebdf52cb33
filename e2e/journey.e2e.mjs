import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DESK, WALL, openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';
import { openDesk, openDoor, publish, readTypedCode } from './support/worker.mjs';

/**
 * One whole journey on real data: a community worker publishes, residents sign up until it is full and beyond, a
 * student takes a shift, checks in and out on site, the worker confirms, and the student owns the minutes.
 */

const TITLE = '院坝里的冬日茶会';
const ROLE = '布置和迎人';

/** The student must have taken the shift before it begins, and a form takes whole minutes. */
const TIME_TO_TAKE_IT_MS = 30_000;
const MINUTE = 60_000;
/** @param {number} moment */
const firstFullMinute = (moment) => Math.ceil(moment / MINUTE) * MINUTE;

/** @typedef {import('./support/browser.mjs').Visitor} Visitor */
/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Visitor} */
let worker;
/** @type {Visitor} */
let duan;
/** @type {Visitor} */
let li;
/** @type {Visitor} */
let student;
/** When the shift begins: until then one may take it, from then on one may check out. */
let shiftStart = 0;

/** @param {string} name @param {import('./support/browser.mjs').Setting} [setting] */
async function arrive(name, setting) {
  const visitor = await visit(browser, district.origin, name, setting);
  await signIn(visitor);
  return visitor;
}

let torn = false;
/**
 * A test that stands on the ones before: after one that failed the rest says so at once.
 * @param {string} name @param {() => Promise<void>} tell
 */
const chapter = (name, tell) =>
  test(name, async () => {
    assert.ok(!torn, 'an earlier chapter failed');
    torn = true;
    await tell();
    torn = false;
  });

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

/** Finds the activity as residents do: by searching. @param {Visitor} visitor */
async function findActivity({ page, open }) {
  await open(paths.activities);
  await page.getByLabel('搜索活动').fill('冬日茶会');
  await page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

/** @param {Visitor} visitor */
async function fillAndSubmit({ page }) {
  await page.getByText('我已看过安全提示，愿意参加').click();
  await page.getByRole('button', { name: /^提交/ }).click();
}

chapter('the worker publishes an activity with two seats and a shift, from an empty form', async () => {
  worker = await arrive('普春燕');
  shiftStart = firstFullMinute(now() + TIME_TO_TAKE_IT_MS);
  await publish(worker, { title: TITLE, role: ROLE, shiftStart });
});

chapter('a student finds the shift and takes it', async () => {
  student = await arrive('木春晓');
  const { page } = student;
  await student.open(paths.volunteer);
  await page.getByRole('button', { name: '招募中' }).click();
  await page.getByRole('link', { name: new RegExp(ROLE) }).click();
  await page.getByRole('button', { name: '报名，还要3人' }).click();
  await page.getByText('报上了').filter({ visible: true }).first().waitFor();
  await seen(student, 'a shift taken');
});

chapter('two residents take the two seats, the third waits first in line', async () => {
  li = await arrive('李国华');
  await findActivity(li);
  await li.page.getByRole('link', { name: '报名，还有2个名额' }).click();
  await fillAndSubmit(li);
  await li.page.getByRole('heading', { level: 1, name: '报上名了' }).waitFor();
  await seen(li, 'a seat taken');

  const zhao = await arrive('赵敏');
  await findActivity(zhao);
  await zhao.page.getByRole('link', { name: '报名，还有1个名额' }).click();
  await fillAndSubmit(zhao);
  await zhao.page.getByRole('heading', { level: 1, name: '报上名了' }).waitFor();
  await zhao.close();

  duan = await arrive('段丽华');
  await findActivity(duan);
  await duan.page.getByRole('link', { name: '已满 · 排候补（你排第1位）' }).click();
  await fillAndSubmit(duan);
  await duan.page.getByRole('heading', { level: 1, name: '排上候补了' }).waitFor();
  await duan.page.getByText('你排第1位').filter({ visible: true }).first().waitFor();
  await seen(duan, 'a place in line');
});

chapter('one cancels: the first in line is offered the seat, and takes it', async () => {
  await li.open(paths.me);
  await li.page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await li.page.getByRole('button', { name: '来不了，取消报名' }).click();
  const dialog = li.page.getByRole('dialog');
  await dialog.getByText(/以后想来|候补的第1位/).waitFor();
  await seen(li, 'what a cancellation does to whom');
  await dialog.getByRole('button', { name: '取消报名' }).click();
  await li.page.getByText('已经取消').filter({ visible: true }).first().waitFor();
  await li.close();

  await duan.open(paths.messages);
  const promoted = duan.page.getByText(`候补轮到你了：《${TITLE}》`).filter({ visible: true }).first();
  // Messages leave through the outbox, a moment after the seat.
  for (let look = 0; look < 20 && !(await promoted.isVisible()); look += 1) {
    await sleep(250);
    await duan.page.reload();
    await duan.page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
    await sleep(250);
  }
  await promoted.waitFor();
  await seen(duan, 'the message');
  await duan.open(paths.home);
  // Two offers wait for her; the note on the home page is of the one that ends first.
  await duan.page.getByRole('link', { name: new RegExp(`候补轮到你了：《${TITLE}》`) }).click();
  await duan.page.getByRole('heading', { level: 1, name: '给你留了1个名额' }).waitFor();
  await seen(duan, 'a seat is kept for her');
  await duan.page.getByRole('button', { name: '要，我去' }).click();
  await duan.page.getByText('名额是你的了，到时见').filter({ visible: true }).first().waitFor();
  await seen(duan, 'the seat is hers');
  await duan.open(paths.me);
  await duan.page.getByRole('link', { name: new RegExp(`${TITLE}.*已报名`) }).waitFor();
});

chapter('her ticket opens from the home page, and the door lets her in by it', async () => {
  const { page } = duan;
  await duan.open(paths.home);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: TITLE }) });
  await card.last().getByRole('link', { name: '出示入场码' }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await readTypedCode(page);
  await seen(duan, 'the ticket');
  await duan.close();

  // The door opens two hours before the start: until then it says so and admits nobody.
  await openDoor(worker, TITLE);
  await worker.page
    .getByText(/段丽华/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await worker.page
    .getByText(/开始入场/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await seen(worker, 'the door before it opens');
});

chapter('the student checks in with the code on the wall', async () => {
  const hall = await arrive('普春燕', { viewport: WALL, scale: 1 });
  await openDesk(hall, { title: TITLE, role: ROLE });
  await hall.page.getByRole('link', { name: '投到大屏，志愿者自己扫' }).click();
  await hall.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();

  const { page } = student;
  await student.open(paths.volunteer);
  await page.getByRole('button', { name: '我的班次' }).click();
  await page.getByRole('heading', { level: 2, name: TITLE }).waitFor();
  await page.getByRole('button', { name: '扫码签到' }).click();
  // This machine has no camera.
  await page.getByRole('dialog').getByRole('button', { name: '输入8位码' }).click();
  await page.getByLabel('输入码下面的8位').fill(await readTypedCode(hall.page));
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: '签到成功' }).waitFor();
  await seen(student, 'checked in', { picture: 'scan-result' });

  await hall.page.getByRole('status').getByText('1', { exact: true }).waitFor();
  await seen(hall, 'the wall', { picture: 'projector' });
  await hall.close();
});

chapter('the worker scans the student out at the desk', async () => {
  const { page } = student;
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('link', { name: '出示我的码，给工作人员扫' }).click();
  await readTypedCode(page);

  await openDesk(worker, { title: TITLE, role: ROLE });
  await worker.page
    .getByText(/已签到 \d+:\d+/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await seen(worker, 'the desk');
  await worker.page
    .getByRole('group', { name: '签到还是签退' })
    .getByRole('button', { name: '签退' })
    .click();
  // One may leave only after it has begun.
  await sleep(Math.max(0, shiftStart + 300 - now()));
  await page.reload();
  await worker.page.getByLabel('志愿者手机上的8位码').fill(await readTypedCode(page));
  await worker.page.getByRole('main').getByRole('button', { name: '签退', exact: true }).last().click();
  await worker.page.getByRole('heading', { name: /木春晓 签退成功/ }).waitFor();
  await seen(worker, 'the student is out');
  await page
    .getByText(/签退成功/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await seen(student, 'scanned out');
});

chapter('the worker confirms what waits, what is flagged one by one', async () => {
  const { page } = worker;
  await page.setViewportSize(DESK);
  await worker.open(paths.review);
  await page.getByRole('heading', { level: 1, name: /\d+条时长等你确认/ }).waitFor();
  await seen(worker, 'hours to confirm');
  const own = page.getByRole('row', { name: new RegExp(`木春晓.*${TITLE}`) });
  await own.getByText('不到班次的一半').waitFor();
  assert.equal(await own.getByRole('checkbox').count(), 0, 'what is flagged is not taken along with others');
  await own.getByRole('button', { name: '看过了，确认：木春晓' }).click();
  await page.getByText('已确认1条，已告诉志愿者').waitFor();
  // The rest in one tap.
  await page.getByRole('button', { name: /^确认\d+条$/ }).click();
  await page.getByRole('row', { name: /杨思远.*传承中医文化进社区/ }).waitFor({ state: 'detached' });
  await seen(worker, 'hours confirmed');
  await worker.close();
});

chapter('the student owns the minutes and sees where they come from', async () => {
  const { page } = student;
  await student.open(paths.hours);
  const record = page.getByRole('article').filter({ hasText: TITLE });
  await record.getByText('已确认，0分钟').waitFor();
  await page.getByRole('button', { name: `怎么算的：${TITLE} ${ROLE}` }).click();
  const sum = page.getByRole('dialog');
  await sum.getByText('0分钟，记0.0小时', { exact: true }).waitFor();
  await sum.getByText('普春燕').first().waitFor();
  await seen(student, 'how the minutes came about');
  await student.close();

  // Three whole hours of last week, by the same tap.
  const yang = await arrive('杨思远');
  await yang.open(paths.hours);
  const served = yang.page.getByRole('article').filter({ hasText: '传承中医文化进社区' });
  await served.getByText('已确认，180分钟').waitFor();
  await yang.open(paths.messages);
  await yang.page.getByText('3.0小时志愿时长确认了').filter({ visible: true }).first().waitFor();
  await seen(yang, 'the message about hours');
  await yang.close();
});
