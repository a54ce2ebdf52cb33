import { chromium } from 'playwright-core';
import { SHIFT } from './clock.mjs';
import { watch } from './watch.mjs';

/**
 * One person with a browser of their own.
 *
 * @typedef {object} Visitor
 * @property {string} name
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {ReturnType<typeof watch>} watch
 * @property {(path: string) => Promise<void>} open goes to a page of the mini-app by its path
 * @property {() => Promise<void>} close throws when something went wrong that was not expected
 */

export const PHONE = { width: 375, height: 812 };
export const SMALL_PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 800 };
export const WALL = { width: 1920, height: 1080 };

/** The first page takes longest: the browser has compiled nothing yet, and two cores may be busy. */
const PATIENCE_MS = 15_000;

/** @param {string[]} [more] arguments for the browser */
export const openBrowser = (more = []) =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

/**
 * @typedef {object} Setting
 * @property {{ width: number, height: number }} [viewport] a phone unless told
 * @property {number} [scale] device pixels per CSS pixel
 * @property {boolean} [dark] what the device prefers
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {string} name
 * @param {Setting} [setting]
 * @returns {Promise<Visitor>}
 */
export async function visit(browser, origin, name, { viewport = PHONE, scale = 2, dark = false } = {}) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  });
  await context.addInitScript(...SHIFT);
  context.setDefaultTimeout(PATIENCE_MS);
  const watching = watch(context, name);
  const page = await context.newPage();
  return {
    name,
    page,
    context,
    watch: watching,
    open: async (path) => {
      await page.goto(`${origin}/#${path}`);
    },
    close: async () => {
      await context.close();
      watching.clean();
    },
  };
}

/**
 * Signs in as people do in the try-out mode: by choosing a name.
 * @param {Visitor} visitor @param {string} [displayName] the visitor's own name unless told
 */
export async function signIn({ page, open, name }, displayName = name) {
  await open('/pkg-me/pages/sign-in/index');
  await page.getByRole('button', { name: displayName }).click();
  // It leads to the first page by itself; whoever goes elsewhere before that is overtaken by it.
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await page.getByText(`你现在是${displayName}`).filter({ visible: true }).first().waitFor();
}

/**
 * Chooses the community whose activities come first and whose phone the helper bar dials.
 * @param {Visitor} visitor
 */
export async function preferWanxichong({ page, open }) {
  await open('/pages/home/index');
  await page.getByRole('button', { name: '呈贡全区' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /吴家营街道/ }).click();
  await dialog.getByRole('button', { name: /^万溪冲社区/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}
