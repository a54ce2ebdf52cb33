import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  DESK,
  PHONE,
  SMALL_PHONE,
  openBrowser,
  preferWanxichong,
  signIn,
  visit,
} from './support/browser.mjs';
import { now } from './support/clock.mjs';
import { openDistrict } from './support/district.mjs';
import * as paths from './support/paths.mjs';
import { fits, seen, settled } from './support/seen.mjs';
import { findOccurrence, findRole, findShift } from './support/stage.mjs';

/** Every page of the three people, in every mode: axe, one main heading, nothing wider than the window. */

/**
 * @typedef {object} PageToSee
 * @property {string} path
 * @property {RegExp} ready words that stand on it once it is filled, in every mode
 * @property {string} [picture] its name in docs/screenshots, in the standard mode
 * @property {string} [elderPicture]
 * @property {string} [darkPicture]
 * @property {string} [deskPicture]
 *
 * @typedef {import('./support/browser.mjs').Visitor} Visitor
 */

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

/** @returns {Promise<Record<string, PageToSee>>} */
async function residentPages() {
  const duan = await district.as('duan-lihua');
  const clinic = await findOccurrence(duan, '社区义诊');
  const gulls = await findOccurrence(duan, '滇池看海鸥');
  const market = await findOccurrence(duan, '老花农带路');
  const { items } = await duan.get('/me/signups?when=coming');
  const waiting = items.find((/** @type {any} */ each) => each.status === 'waitlisted');
  const confirmed = items.find((/** @type {any} */ each) => each.status === 'confirmed');
  const offered = items.find((/** @type {any} */ each) => each.status === 'offered');
  const course = items.find((/** @type {any} */ each) => each.kind === 'course');
  const open = await findOccurrence(duan, '八周学完');
  return {
    home: {
      path: paths.home,
      ready: /太极/,
      picture: 'home',
      elderPicture: 'elder-home',
      darkPicture: 'home-dark',
    },
    activities: { path: paths.activities, ready: /冬季呼吸道健康讲座/, picture: 'activities' },
    detail: {
      path: paths.activity(clinic),
      ready: /社区义诊/,
      picture: 'detail',
      elderPicture: 'elder-detail',
    },
    'detail of a lottery': { path: paths.activity(gulls), ready: /已有\d+人登记/ },
    'entering a lottery': { path: paths.signUp(gulls), ready: /机会一样/ },
    'a lottery to come': { path: paths.draw(gulls.id), ready: /怎么保证公平/ },
    'a lottery that was held': { path: paths.draw(market.id), ready: /我来重抽一遍/, picture: 'draw' },
    'sign-up': { path: paths.signUp(clinic), ready: /最后确认/, picture: 'sign-up' },
    'result, with a seat': { path: paths.result(confirmed.id), ready: /报上名了/, picture: 'result' },
    'result, waiting': { path: paths.result(waiting.id), ready: /排上候补了/ },
    'own place': { path: paths.place(confirmed.id), ready: /来不了/ },
    'own place in line': { path: paths.place(waiting.id), ready: /退出候补/ },
    'a seat that is kept': { path: paths.place(offered.id), ready: /给你留了1个名额/ },
    'a course': { path: paths.activity(open), ready: /共8次/, picture: 'course' },
    'sign-up to a course': { path: paths.signUp(open), ready: /报的是整个课程/ },
    'own course': { path: paths.place(course.id), ready: /每次上课的时间/ },
    ticket: { path: paths.ticket(confirmed.id), ready: /念给工作人员/ },
    family: { path: paths.family, ready: /杨小禾/ },
    me: { path: paths.me, ready: /段丽华/ },
    messages: { path: paths.messages, ready: /候补轮到你了/ },
    privacy: { path: paths.privacy, ready: /我们存什么/ },
    about: { path: paths.about, ready: /学校和社区是邻居/ },
    'sign-in': { path: paths.signIn, ready: /以谁的身份看看/ },
  };
}

/** @returns {Promise<Record<string, PageToSee>>} */
async function studentPages() {
  const yang = await district.as('yang-siyuan');
  const taken = await findShift(yang, '冬季呼吸道健康讲座', 'mine');
  const free = await findShift(yang, '传承中医文化');
  const { items: records } = await yang.get('/me/hours?limit=100');
  const counted = records.find((/** @type {any} */ each) => ['confirmed', 'certified'].includes(each.status));
  const { items: corrections } = await yang.get('/me/corrections');
  const firstAid = await findRole(yang, '急救点值守');
  const { items: papers } = await yang.get('/me/certificates');
  const [valid, replaced] = papers;
  return {
    volunteer: { path: paths.volunteer, ready: /冬季呼吸道健康讲座/, picture: 'volunteer' },
    'own shift': { path: paths.shift(taken.id), ready: /集合点/ },
    'free shift': { path: paths.shift(free.id), ready: /八段锦带练/ },
    scan: { path: paths.scan(taken.id), ready: /输入码下面的8位/ },
    'my code': { path: paths.myCode, ready: /念给工作人员/, picture: 'my-code' },
    hours: { path: paths.hours, ready: /捞鱼河湿地护鸥清洁/, picture: 'hours' },
    'an error, raised': { path: paths.raise(counted.id), ready: /哪里不对/ },
    'a missing record': { path: paths.missingHours, ready: /是哪一次/ },
    'own corrections': { path: paths.corrections, ready: /街道在看/ },
    'one correction': { path: paths.correction(corrections[0].id), ready: /经过/, picture: 'correction' },
    'sample of entries': { path: paths.sample, ready: /怎么抽的/ },
    totals: { path: paths.totals, ready: /按组织单位/ },
    'hours of a year': {
      path: paths.hoursOfYear(String(new Date(now()).getUTCFullYear())),
      ready: /捞鱼河湿地护鸥清洁|这里没有记录/,
    },
    'student profile': { path: paths.student, ready: /学校已核实/ },
    ranking: { path: paths.ranking, ready: /让同学在榜上看到我/ },
    'past shifts': { path: paths.pastShifts, ready: /捞鱼河湿地护鸥清洁/ },
    'a shift that asks for a training': { path: paths.shift(firstAid.id), ready: /急救培训/ },
    'changing shifts': { path: paths.swaps, ready: /别人给了我换班码/ },
    'own skills and trainings': { path: paths.qualifications(firstAid.id), ready: /我会什么/ },
    'a way out that was missed': { path: paths.wayOut, ready: /没有漏签退的班次/ },
    certificates: { path: paths.certificates, ready: /已换新/, picture: 'certificates' },
    'asking for a certificate': {
      path: paths.askCertificate,
      ready: /会写上这些/,
      picture: 'ask-certificate',
    },
    certificate: { path: paths.certificate(valid.id), ready: /任何人扫这个码/, picture: 'certificate' },
    'a certificate that was replaced': { path: paths.certificate(replaced.id), ready: /已经出具了新的/ },
    'checking a certificate': { path: paths.checkCertificate(''), ready: /输入证明上的编号/ },
    'a good certificate': {
      path: paths.checkCertificate(valid.number),
      ready: /真实有效/,
      picture: 'check-certificate',
    },
    'a superseded certificate': { path: paths.checkCertificate(replaced.number), ready: /已换新/ },
  };
}

/** @returns {Promise<Record<string, PageToSee>>} */
async function workerPages() {
  const worker = await district.as('pu-chunyan');
  const { id } = await findShift(await district.as('yang-siyuan'), '冬季呼吸道健康讲座', 'mine');
  const lecture = await findOccurrence(worker, '冬季呼吸道健康讲座');
  const firstAid = await findRole(worker, '急救点值守');
  const { items: roles } = await worker.get(`/staff/activities/${firstAid.activityId}/roles`);
  const role = roles.find((/** @type {any} */ each) => each.name === '急救点值守');
  const { activityId } = lecture;
  const course = await findOccurrence(worker, '八周学完');
  const { items: drafts } = await worker.get('/staff/activities?status=draft');
  const { items: waiting } = await worker.get('/staff/corrections?stage=open');
  const notice = await noticeOf(worker, lecture.id);
  return {
    workbench: { path: paths.workbench, ready: /今天\d+件事/, picture: 'workbench' },
    'desk, choosing': { path: paths.desks(activityId), ready: /义诊引导/ },
    desk: { path: paths.desk(id), ready: /杨思远/, picture: 'desk' },
    door: { path: paths.door(lecture.id), ready: /志愿者签到台/ },
    'activities of the scope': { path: paths.managed, ready: /二十四式太极拳/ },
    'one activity': { path: paths.manage(activityId), ready: /场次和名单/ },
    roster: { path: paths.roster(lecture), ready: /候补/, picture: 'roster', deskPicture: 'roster-desk' },
    'a course': { path: paths.manage(course.activityId), ready: /整个课程一起报/ },
    'roster of a course': {
      path: paths.roster({ activityId: course.activityId, id: course.activityId }),
      ready: /共8次/,
    },
    'a notice to a roster': { path: paths.notice(notice.id), ready: /等管理员看过再发/ },
    'a draft': { path: paths.publish(drafts[0].id), ready: /活动叫什么/ },
    corrections: { path: paths.correctionDesk, ready: /条更正等回复/ },
    'a correction': { path: paths.decide(waiting[0].id), ready: /怎么处理/ },
    'who lacks a record': { path: paths.enterByHand, ready: /给谁补记/ },
    'entries by hand': { path: paths.manualEntries, ready: /条补记等复核/ },
    'rules of the unit': { path: paths.settings, ready: /要不要暂停报名/ },
    'ways out that were missed': { path: paths.waysOut, ready: /木春晓说/ },
    'trainings and consents': { path: paths.qualificationDesk, ready: /急救培训/ },
    'a role and its shifts': { path: paths.role(firstAid.activityId, role.id), ready: /改这个班次/ },
    'issued certificates': {
      path: paths.issuedCertificates,
      ready: /ZM\d\d-/,
      deskPicture: 'issued-certificates',
    },
    'nothing overdue': { path: paths.overdue, ready: /没有逾期的时长/ },
    'hours to confirm': { path: paths.review, ready: /条时长等你确认/, deskPicture: 'hours-review' },
  };
}

/**
 * What was written to a roster; written once, however often the pages are gone through.
 * @param {import('./support/district.mjs').Caller} worker @param {string} lineId
 */
async function noticeOf(worker, lineId) {
  const { items } = await worker.get(`/staff/lines/${lineId}/broadcasts`);
  if (items.length > 0) return items[0];
  const { people } = await worker.get(`/staff/lines/${lineId}/broadcast-preview?audience=confirmed`);
  return worker.post(`/staff/lines/${lineId}/broadcasts`, {
    requestKey: randomUUID(),
    audience: 'confirmed',
    words: '请带上病历本，从东门进。',
    people,
  });
}

/** @returns {Promise<Record<string, PageToSee>>} */
async function coordinatorPages() {
  return {
    'students of the campus': { path: paths.campusStudents, ready: /位学生等你核实/ },
    'hours of the campus': { path: paths.campusHours, ready: /位已核实学生/ },
    'me, as a coordinator': { path: paths.me, ready: /校园工作/ },
  };
}

/** @returns {Promise<Record<string, PageToSee>>} */
async function streetPages() {
  return {
    'overdue hours': { path: paths.overdue, ready: /条时长过期还没记录/ },
    'workbench, with overdue hours': { path: paths.workbench, ready: /条时长逾期没记录/ },
  };
}

/** @param {Visitor} visitor @param {PageToSee} page */
async function openPage(visitor, { path, ready }) {
  await visitor.open(path);
  await visitor.page.getByRole('main').getByText(ready).filter({ visible: true }).first().waitFor();
}

/**
 * Standard at the width of most phones, then at the narrowest that is promised.
 * @param {Visitor} visitor @param {Record<string, PageToSee>} pages
 */
async function seeAll(visitor, pages) {
  for (const [name, page] of Object.entries(pages)) {
    await openPage(visitor, page);
    await seen(visitor, name, page.picture ? { picture: page.picture } : {});
    await visitor.page.setViewportSize(SMALL_PHONE);
    await settled(visitor);
    await fits(visitor, name);
    await visitor.page.setViewportSize(PHONE);
  }
}

/** @param {Visitor} visitor @param {Record<string, PageToSee>} pages */
async function seeAllAsElder(visitor, pages) {
  await visitor.open(paths.home);
  await visitor.page.getByRole('button', { name: '字太小？换长辈版' }).click();
  await visitor.page.getByRole('button', { name: '换回标准版' }).waitFor();
  for (const [name, page] of Object.entries(pages)) {
    await openPage(visitor, page);
    await seen(visitor, `${name}, elder`, page.elderPicture ? { picture: page.elderPicture } : {});
    await visitor.page.setViewportSize(SMALL_PHONE);
    await settled(visitor);
    await fits(visitor, `${name}, elder`);
    await visitor.page.setViewportSize(PHONE);
  }
}

/**
 * axe sees colours only as they are drawn, so every page is drawn in the dark too.
 * @param {Visitor} visitor @param {Record<string, PageToSee>} pages
 */
async function seeAllInTheDark(visitor, pages) {
  for (const [name, page] of Object.entries(pages)) {
    await openPage(visitor, page);
    await seen(visitor, `${name}, dark`, page.darkPicture ? { picture: page.darkPicture } : {});
  }
}

for (const [who, pagesOf] of /** @type {const} */ ([
  ['段丽华', residentPages],
  ['杨思远', studentPages],
  ['普春燕', workerPages],
  ['赵敏', coordinatorPages],
  ['和丽琼', streetPages],
])) {
  test(`the pages of ${who}, standard, on a phone and on the smallest one`, async () => {
    const visitor = await visit(browser, district.origin, who);
    await signIn(visitor);
    await preferWanxichong(visitor);
    await seeAll(visitor, await pagesOf());
    await visitor.close();
  });

  test(`the pages of ${who} in elder mode`, async () => {
    const visitor = await visit(browser, district.origin, who);
    await signIn(visitor);
    await preferWanxichong(visitor);
    await seeAllAsElder(visitor, await pagesOf());
    await visitor.close();
  });

  test(`the pages of ${who} in the dark`, async () => {
    const visitor = await visit(browser, district.origin, who, { dark: true });
    await signIn(visitor);
    await preferWanxichong(visitor);
    await seeAllInTheDark(visitor, await pagesOf());
    await visitor.close();
  });
}

test('somebody who has not signed in looks around', async () => {
  const nobody = await visit(browser, district.origin, 'nobody');
  const clinic = await findOccurrence(await district.as('duan-lihua'), '社区义诊');
  await seeAll(nobody, {
    home: { path: paths.home, ready: /登录后就能报名/ },
    activities: { path: paths.activities, ready: /冬季呼吸道健康讲座/ },
    detail: { path: paths.activity(clinic), ready: /社区义诊/ },
    'sign-up': { path: paths.signUp(clinic), ready: /登录后接着报名/ },
    volunteer: { path: paths.volunteer, ready: /冬季呼吸道健康讲座|算志愿时长/ },
    me: { path: paths.me, ready: /还没有登录/ },
  });
  await nobody.close();
});

test('the pages of 普春燕 on a desk, where lists are tables', async () => {
  const worker = await visit(browser, district.origin, '普春燕', { viewport: DESK, scale: 1 });
  await signIn(worker);
  for (const [name, page] of Object.entries(await workerPages())) {
    await openPage(worker, page);
    await seen(worker, `${name}, desk`, page.deskPicture ? { picture: page.deskPicture } : {});
  }
  const { roster, desk } = await workerPages();
  for (const page of [roster, desk]) {
    assert.ok(page);
    await openPage(worker, page);
    // A table that draws one column over another is no table.
    const name = await worker.page.getByRole('columnheader', { name: '姓名' }).boundingBox();
    const next = await worker.page
      .getByRole('columnheader', { name: /^(手机|电话|电话和同行)$/ })
      .boundingBox();
    assert.ok(name && next && name.width >= 48 && name.x + name.width <= next.x + 1, 'names have room');
  }
  await worker.open(paths.review);
  await worker.page
    .getByRole('table', { name: '其余的' })
    .getByRole('columnheader', { name: '分钟' })
    .waitFor();
  await worker.close();
});

for (const [who, pagesOf] of /** @type {const} */ ([
  ['赵敏', coordinatorPages],
  ['和丽琼', streetPages],
]))
  test(`the pages of ${who} on a desk`, async () => {
    const visitor = await visit(browser, district.origin, who, { viewport: DESK, scale: 1 });
    await signIn(visitor);
    for (const [name, page] of Object.entries(await pagesOf())) {
      await openPage(visitor, page);
      await seen(visitor, `${name}, desk`);
    }
    await visitor.close();
  });

test('residents on a desk', async () => {
  const duan = await visit(browser, district.origin, '段丽华', { viewport: DESK, scale: 1 });
  await signIn(duan);
  const pages = await residentPages();
  for (const name of ['home', 'activities', 'detail', 'sign-up']) {
    const page = pages[name];
    if (page === undefined) throw new Error(name);
    await openPage(duan, page);
    await seen(duan, `${name}, desk`);
  }
  await duan.close();
});
