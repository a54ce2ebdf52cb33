import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, signIn, visit } from './support/browser.mjs';
import { openDistrict } from './support/district.mjs';
import { seen } from './support/seen.mjs';
import { publishActivity, takeSeat } from './support/stage.mjs';
import { filmCodes, withFilm } from './support/film.mjs';
import { openDoor } from './support/worker.mjs';

/**
 * The door with a camera: two people hold up their tickets one after the other, and then the first one once more. What
 * the camera sees is a film of the real tickets.
 */

const TITLE = '镜头前的腊肉品鉴会';

/** @type {import('./support/district.mjs').District} */
let district;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('./support/district.mjs').Caller} */
let worker;
/** @type {string[]} */
const tickets = [];
let occurrenceId = '';
const folder = mkdtempSync(join(tmpdir(), 'xiaolin-film-'));

before(async () => {
  district = await openDistrict();
  worker = await district.as('pu-chunyan');
  ({ occurrenceId } = await publishActivity(worker, { title: TITLE, seats: 5, waitlist: 0, startsIn: 25 }));
  for (const person of ['duan-lihua', 'li-guohua']) {
    const caller = await district.as(person);
    const { id } = await takeSeat(caller, occurrenceId);
    tickets.push((await caller.get(`/me/signups/${id}/ticket`)).code);
  }
  const [first = '', second = ''] = tickets;
  const film = filmCodes(join(folder, 'tickets.y4m'), [
    { code: null, seconds: 3 },
    { code: first, seconds: 4 },
    { code: null, seconds: 1 },
    { code: second, seconds: 4 },
  ]);
  browser = await openBrowser(withFilm(film));
});
after(async () => {
  await browser?.close();
  await district?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('tickets held before the camera are let in one after the other, without a tap between them', async () => {
  const door = await visit(browser, district.origin, '普春燕');
  const { page } = door;
  await door.context.grantPermissions(['camera'], { origin: district.origin });
  await signIn(door);
  await openDoor(door, TITLE);
  const asked = /** @type {string[]} */ ([]);
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/admissions')) asked.push(request.url());
  });
  await page.getByRole('button', { name: '扫入场码' }).click();
  const camera = page.getByRole('dialog', { name: '扫入场码' });
  await camera.getByText('把二维码放进框里').waitFor();
  await seen(door, 'the camera waits for a code');
  await camera.getByRole('heading', { name: '段丽华 可以进' }).waitFor({ timeout: 30_000 });
  await seen(door, 'the first ticket');
  await camera.getByRole('heading', { name: '李国华 可以进' }).waitFor({ timeout: 30_000 });
  // Each was in view for four seconds and seen many times; the door was asked once for each.
  assert.equal(asked.length, 2, asked.join('\n'));
  // The film begins again: the first one is back, after seven seconds.
  await camera.getByRole('heading', { name: '段丽华 已经进过' }).waitFor({ timeout: 30_000 });
  await seen(door, 'a ticket that was used');

  await page.keyboard.press('Escape');
  await camera.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '扫入场码' }).waitFor();
  // The focus goes back to where it was.
  await page.locator('button:focus', { hasText: '扫入场码' }).waitFor();
  const view = await worker.get(`/staff/occurrences/${occurrenceId}/admissions`);
  assert.equal(view.admittedSeats, 2);
  await door.close();
});

test('whoever does not allow the camera is told what to do, and types', async () => {
  const plain = await openBrowser();
  try {
    const door = await visit(plain, district.origin, '普春燕');
    const { page } = door;
    await signIn(door);
    await openDoor(door, TITLE);
    await page.getByRole('button', { name: '扫入场码' }).click();
    const camera = page.getByRole('dialog');
    await camera.getByText(/没有允许使用摄像头|没找到摄像头/).waitFor();
    await camera.getByRole('button', { name: '拍照或选一张图' }).waitFor();
    await seen(door, 'no camera');
    await camera.getByRole('button', { name: '输入8位码' }).click();
    await camera.waitFor({ state: 'hidden' });
    await page.getByLabel('输入入场码的8位').waitFor();
    await door.close();
  } finally {
    await plain.close();
  }
});
