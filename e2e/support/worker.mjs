import * as paths from './paths.mjs';
import { seen } from './seen.mjs';

/** What the community worker does, through the pages. */

/** @typedef {import('./browser.mjs').Visitor} Visitor */

/**
 * Date and time as a clock in the district shows them.
 * @param {number} moment milliseconds since 1970
 */
function wallClock(moment) {
  const [date = '', time = ''] = new Date(moment)
    .toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
    .split(' ');
  return { date, time: time.slice(0, 5) };
}

const MINUTE = 60_000;
/** So long it takes. */
const HALF_AN_HOUR = 30 * MINUTE;
/** So long after its shift the activity begins: no seat is offered in the last two hours, and an offer lives for half an hour. */
const LONG_ENOUGH_FOR_AN_OFFER = 160 * MINUTE;

/**
 * When the activity begins: late enough that a seat is offered, or a little later so that it does not run through midnight.
 * @param {number} shiftStart
 */
function startAfter(shiftStart) {
  const start = shiftStart + LONG_ENOUGH_FOR_AN_OFFER;
  const sameDay = wallClock(start).date === wallClock(start + HALF_AN_HOUR).date;
  return sameDay ? start : start + HALF_AN_HOUR;
}

/**
 * Publishes from an empty form: two seats with a waitlist, and one role whose shift begins at `shiftStart`.
 *
 * @param {Visitor} visitor
 * @param {{ title: string, role: string, shiftStart: number }} wanted
 */
export async function publish(visitor, { title, role, shiftStart }) {
  const { page } = visitor;
  const main = page.getByRole('main');
  const next = (/** @type {string} */ step) => main.getByRole('button', { name: `下一步：${step}` }).click();
  await visitor.open(paths.workbench);
  await main.getByRole('link', { name: '发布活动' }).click();
  await page.getByRole('heading', { level: 1, name: '内容和时间' }).waitFor();
  await seen(visitor, 'an empty form');

  await main.getByRole('group', { name: '哪一类？' }).getByRole('button', { name: '其他' }).click();
  await main.getByLabel('活动叫什么').fill(title);
  await main.getByLabel('做些什么').fill('晒晒太阳，喝杯热茶，和新来的邻居认识认识。');
  const startsAt = startAfter(shiftStart);
  const start = wallClock(startsAt);
  await main.getByLabel('日期').fill(start.date);
  await main.getByLabel('开始', { exact: true }).fill(start.time);
  await main.getByLabel(/^结束/).fill(wallClock(startsAt + HALF_AN_HOUR).time);
  await main.getByLabel('名额', { exact: true }).fill('2');
  await next('在哪里');

  await main.getByLabel('地点', { exact: true }).fill('万溪冲社区文体广场');
  await next('安全与责任');

  await main.getByLabel('会有什么风险？').fill('茶水烫，请慢慢喝。地上有水，走路看脚下。');
  await main.getByLabel('电话').fill('0871-00009999');
  await seen(visitor, 'safety and who is in charge', { picture: 'publish' });
  await next('志愿岗位');

  await main.getByRole('button', { name: '加一个岗位' }).click();
  await main.getByLabel('岗位叫什么').fill(role);
  await main.getByLabel('每场要几人').fill('3');
  await main.getByLabel('提前几分钟到').fill(String((startsAt - shiftStart) / MINUTE));
  await main.getByRole('button', { name: '加上这个岗位' }).click();
  await main.getByText(`“${role}”加好了`).waitFor();
  await next('看一看，再发布');

  // Just as residents will see it.
  await main.getByText('居民会看到').waitFor();
  await main.getByRole('heading', { name: title }).waitFor();
  await main.getByText('2个名额').first().waitFor();
  await main.getByText('都齐了，发布后居民马上能看到').waitFor();
  await seen(visitor, 'the preview');
  await main.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '发布了' }).waitFor();
  await seen(visitor, 'published');
}

/**
 * From the day's work to the desk of a shift.
 * @param {Visitor} visitor @param {{ title: string, role: string }} which
 */
export async function openDesk({ page, open }, { title, role }) {
  await open(paths.workbench);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  await card.last().getByRole('link', { name: '志愿者签到台' }).click();
  await page.getByRole('link', { name: new RegExp(role) }).click();
  await page.getByLabel('志愿者手机上的8位码').waitFor();
}

/**
 * From the day's work to the door of an activity.
 * @param {Visitor} visitor @param {string} title
 */
export async function openDoor({ page, open }, title) {
  await open(paths.workbench);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
  await card.last().getByRole('button', { name: '打开签到台' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/**
 * The eight characters under a code, as they are read aloud to somebody who cannot scan.
 * @param {import('playwright-core').Page} page
 */
export async function readTypedCode(page) {
  const spoken = page.getByRole('img', { name: /^[0-9A-Z]( [0-9A-Z]){7}$/ });
  return String(await spoken.getAttribute('aria-label')).replaceAll(' ', '');
}
