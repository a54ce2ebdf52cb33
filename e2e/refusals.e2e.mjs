import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser, signIn, visit } from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { seen } from './support/seen.mjs';
import { findOccurrence, findShift, publishActivity, takeSeat } from './support/stage.mjs';

/** A site's code is accepted for one step longer than it is shown. */
const GRACE_MS = 20_000;

/** Public answers are repeated for a second. */
const PUBLIC_ANSWER_MS = 1_000;

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('./support/district.mjs').Caller} */
let worker;
/** @type {{ shiftId: string, typed: string, validUntil: string }} read at the beginning, dead at the end */
let oldCode;

before(async () => {
  district = await openDistrict();
  browser = await openBrowser();
  worker = await district.as('pu-chunyan');
  const { id: shiftId } = await findShift(await district.as('yang-siyuan'), '冬季呼吸道健康讲座', 'mine');
  const { typed, validUntil } = await worker.get(`/staff/shifts/${shiftId}/site-code?direction=in`);
  oldCode = { shiftId, typed, validUntil };
});
after(async () => {
  await browser?.close();
  await district?.stop();
});

test('a window that is not open yet, or not any more, is said on the button', async () => {
  const duan = await visit(browser, district.origin, '段丽华');
  await signIn(duan);
  const main = duan.page.getByRole('main');

  const soon = await findOccurrence(
    worker,
    '梨园冬剪',
    (line) => line.opensAt > new Date(now()).toISOString(),
  );
  await duan.open(paths.activity(soon));
  const notYet = main.getByRole('button', { name: /\d{1,2}月\d{1,2}日.*9:00 开放报名|后天.*9:00 开放报名/ });
  await notYet.waitFor();
  assert.equal(await notYet.getAttribute('aria-disabled'), 'true');
  await seen(duan, 'an activity that opens later');

  const over = await publishActivity(worker, {
    title: '来晚了的一场',
    seats: 9,
    waitlist: 0,
    startsIn: 300,
    closesIn: -1,
  });
  await duan.open(paths.activity({ activityId: over.activityId, id: over.occurrenceId }));
  const closed = main.getByRole('button', { name: '报名已截止' });
  await closed.waitFor();
  assert.equal(await closed.getAttribute('aria-disabled'), 'true');
  await seen(duan, 'an activity whose window is closed');
  await duan.close();
});

test('the last seat goes to somebody else while the form is open: the form says so and keeps what was typed', async () => {
  const run = await publishActivity(worker, { title: '只有一个名额', seats: 1, waitlist: 0, startsIn: 400 });
  const li = await visit(browser, district.origin, '李国华');
  const { page } = li;
  await signIn(li);
  await li.open(paths.signUp({ activityId: run.activityId, id: run.occurrenceId }));
  await page.getByLabel('姓名').fill('李国华（带孙子）');
  await page.getByText('我已看过安全提示，愿意参加').click();

  await takeSeat(await district.as('he-liqiong'), run.occurrenceId);
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByText('已经报满，候补也满了').waitFor();
  li.watch.expected(/^409 POST .*\/signups$/);
  assert.equal(await page.getByLabel('姓名').inputValue(), '李国华（带孙子）');
  await seen(li, 'the form after a refusal');

  await sleep(PUBLIC_ANSWER_MS);
  await li.open(paths.activity({ activityId: run.activityId, id: run.occurrenceId }));
  const full = page.getByRole('button', { name: '已满，候补也满了' });
  await full.waitFor();
  assert.equal(await full.getAttribute('aria-disabled'), 'true');
  await seen(li, 'an activity without a place in the line');
  await li.close();
});

test('without network the form loses nothing, and the second submit makes one place', async () => {
  const run = await publishActivity(worker, { title: '断网也不怕', seats: 5, waitlist: 0, startsIn: 500 });
  const li = await visit(browser, district.origin, '李国华');
  const { page, context } = li;
  await signIn(li);
  await li.open(paths.signUp({ activityId: run.activityId, id: run.occurrenceId }));
  await page.getByText('我已看过安全提示，愿意参加').click();
  // The request arrives, its answer does not: the worst moment to press twice.
  await context.route('**/api/occurrences/*/signups', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByText('刚才没有提交成功').waitFor();
  li.watch.expected(/^failed: POST .*\/signups/);
  await seen(li, 'a submit without an answer');
  await context.unroute('**/api/occurrences/*/signups');
  await page.getByRole('button', { name: '再提交一次' }).click();
  await page.getByRole('heading', { level: 1, name: '报上名了' }).waitFor();
  const { items } = await worker.get(`/staff/occurrences/${run.occurrenceId}/roster`);
  assert.equal(items.length, 1, 'one person, one place');
  await li.close();
});

test('a form that failed still holds its words after a reload', async () => {
  const run = await publishActivity(worker, { title: '写了一半的表', seats: 5, waitlist: 0, startsIn: 600 });
  const li = await visit(browser, district.origin, '李国华');
  const { page, context } = li;
  await signIn(li);
  await li.open(paths.signUp({ activityId: run.activityId, id: run.occurrenceId }));
  await page.getByLabel('姓名').fill('国华');
  await page.getByText('我已看过安全提示，愿意参加').click();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByText('刚才没有提交成功').waitFor();
  li.watch.expected(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  await page.reload();
  await page.getByLabel('姓名').waitFor();
  assert.equal(await page.getByLabel('姓名').inputValue(), '国华');
  assert.equal(await page.getByRole('checkbox').isChecked(), false, 'consent is given anew');
  await li.close();
});

test('two things at one time: the other one is named', async () => {
  const duan = await visit(browser, district.origin, '段丽华');
  await signIn(duan);
  // An offer is no place yet: only what she has said yes to can be in the way.
  const { get, post } = await district.as('duan-lihua');
  const { items } = await get('/me/signups?when=coming');
  const { id } = items.find((/** @type {any} */ each) => each.status === 'offered');
  await post(`/signups/${id}/accept`, { requestKey: randomUUID() });
  const paper = await findOccurrence(worker, '剪纸课', (line) => line.taken < line.capacity);
  await duan.open(paths.signUp(paper));
  await duan.page.getByText('我已看过安全提示，愿意参加').click();
  await duan.page.getByRole('button', { name: '提交报名' }).click();
  await duan.page
    .getByText('与《手机课：看病挂号自己来》时间冲突')
    .filter({ visible: true })
    .first()
    .waitFor();
  duan.watch.expected(/^409 POST .*\/signups$/);
  await seen(duan, 'a clash on the form');
  await duan.close();

  const yang = await visit(browser, district.origin, '杨思远');
  await signIn(yang);
  const telescope = await findShift(await district.as('yang-siyuan'), '小望远镜');
  await yang.open(paths.shift(telescope.id));
  await yang.page.getByRole('button', { name: /^报名，还要\d+人/ }).click();
  const clash = yang.page.getByRole('button', { name: /^与《民族舞展演.*》时间冲突$/ });
  await clash.waitFor();
  assert.equal(await clash.getAttribute('aria-disabled'), 'true');
  yang.watch.expected(/^409 POST .*\/signups$/);
  await seen(yang, 'a clash of shifts');
  await yang.close();
});

test('the worker of another community has no hand in it', async () => {
  const other = await district.as('li-wenxiu');
  const lecture = await findOccurrence(worker, '冬季呼吸道健康讲座');
  const roster = await other.ask(`/staff/shifts/${oldCode.shiftId}/ticks`, {
    requestKey: randomUUID(),
    personId: 'yang-siyuan',
    direction: 'in',
    reason: '不该成功',
  });
  assert.deepEqual([roster.status, roster.body.code], [403, 'access.out-of-scope']);
  const called = await other.ask(`/staff/activities/${lecture.activityId}/cancel`, { reason: '不该成功' });
  assert.deepEqual([called.status, called.body.code], [403, 'access.out-of-scope']);

  const wenxiu = await visit(browser, district.origin, '李文秀');
  const { page } = wenxiu;
  await signIn(wenxiu);
  // Her list holds her own, and neither drafts nor names of the neighbours; not by their addresses either.
  await wenxiu.open(paths.managed);
  await page.getByRole('link', { name: /和物理系的同学做一台小望远镜/ }).waitFor();
  assert.equal(await page.getByText('冬季呼吸道健康讲座').filter({ visible: true }).count(), 0);
  await page.getByRole('button', { name: '草稿' }).click();
  await page.getByText('没有没写完的草稿').waitFor();
  const { items: drafts } = await worker.get('/staff/activities?status=draft');
  for (const [path, names] of /** @type {const} */ ([
    [paths.roster(lecture), /段丽华|李国华|1\d\d\*{4}/],
    [paths.publish(drafts[0].id), /冬防演练|写春联/],
    [paths.desk(oldCode.shiftId), /杨思远/],
    [paths.projector(oldCode.shiftId), /[0-9A-Z]{4} [0-9A-Z]{4}/],
  ])) {
    const refused = page.waitForResponse((response) => response.status() === 403);
    await wenxiu.open(path);
    await refused;
    await page.getByText('这不在你负责的范围里').filter({ visible: true }).first().waitFor();
    wenxiu.watch.expected(/^403 GET /);
    assert.equal(await page.getByText(names).filter({ visible: true }).count(), 0, `${path} shows nothing`);
    await seen(wenxiu, `${path}, out of scope`);
  }
  await wenxiu.close();
});

test('at a gate without network a scan is written down, and leaves by itself', async () => {
  const yang = await visit(browser, district.origin, '杨思远');
  const { page, context } = yang;
  await signIn(yang);
  await yang.open(paths.scan(oldCode.shiftId));
  await page.getByLabel('输入码下面的8位').waitFor();
  await seen(yang, 'the page to scan');
  const { typed } = await worker.get(`/staff/shifts/${oldCode.shiftId}/site-code?direction=in`);
  await context.setOffline(true);
  await page.getByLabel('输入码下面的8位').fill(typed.toLowerCase());
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: '已记下' }).waitFor();
  await page.getByText('联网后自动提交').filter({ visible: true }).first().waitFor();
  yang.watch.expected(/ERR_INTERNET_DISCONNECTED/);
  await seen(yang, 'a scan written down', { picture: 'scan-offline' });

  await context.setOffline(false);
  await page.getByRole('heading', { level: 1, name: '签到成功' }).waitFor();
  const { items } = await (await district.as('yang-siyuan')).get('/me/shifts?when=coming');
  const shift = items.find((/** @type {any} */ each) => each.shiftId === oldCode.shiftId);
  assert.equal(shift.state, 'checked-in');
  await yang.close();
});

test('a code of a minute ago is called expired, with what to do', async () => {
  await sleep(Math.max(0, Date.parse(oldCode.validUntil) + GRACE_MS + 500 - now()));
  const yang = await visit(browser, district.origin, '杨思远');
  const { page } = yang;
  await signIn(yang);
  await yang.open(paths.scan(oldCode.shiftId));
  await page.getByLabel('输入码下面的8位').fill(oldCode.typed);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: /没有签/ }).waitFor();
  await page.getByText('过期了').filter({ visible: true }).first().waitFor();
  await seen(yang, 'an expired code', { picture: 'scan-refused' });
  await page.getByRole('button', { name: '再扫一次' }).click();
  await page.getByLabel('输入码下面的8位').waitFor();
  await yang.close();
});
