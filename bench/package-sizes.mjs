// Rows 10 and 11: what the mini-app weighs against Taro's hello world, built in the same run by the same packages.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../scripts/workspace/build.mjs';
import { runOrFail } from '../scripts/workspace/command.mjs';
import { inRoot } from '../scripts/workspace/places.mjs';
import { step } from '../scripts/workspace/progress.mjs';

/** @returns {Promise<import('./run.mjs').Row[]>} */
export async function packageSizeRows() {
  await build('weapp');
  await build('h5');
  const hello = await buildHello();
  const app = inRoot('apps/miniapp/dist');
  const [mine, theirs] = [mainPackageBytes(join(app, 'weapp')), mainPackageBytes(join(hello, 'weapp'))];
  const [mineH5, theirsH5] = [firstLoadBytes(join(app, 'h5')), firstLoadBytes(join(hello, 'h5'))];
  return [
    sizeRow(
      10,
      `weapp main package, ${kib(mine)} against hello world's ${kib(theirs)}`,
      '≤ 1.80',
      1.8,
      mine / theirs,
    ),
    sizeRow(
      11,
      `H5 first-load JS gzip, ${kib(mineH5)} against hello world's ${kib(theirsH5)}`,
      '≤ 1.60',
      1.6,
      mineH5 / theirsH5,
    ),
  ];
}

/** @param {number} row @param {string} work @param {string} goal @param {number} most @param {number} ratio */
const sizeRow = (row, work, goal, most, ratio) => ({
  row,
  work,
  goal,
  ratio,
  range: /** @type {[number, number]} */ ([ratio, ratio]),
  met: ratio <= most,
});

/** @param {number} bytes */
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

/** Below the mini-app's node_modules, so that it is built by exactly the same packages. */
async function buildHello() {
  const folder = inRoot('apps/miniapp/node_modules/.cache/hello-taro');
  rmSync(folder, { recursive: true, force: true });
  cpSync(inRoot('bench/hello-taro'), folder, { recursive: true });
  const taro = inRoot('apps/miniapp/node_modules/@tarojs/cli/bin/taro');
  for (const target of ['weapp', 'h5'])
    await step(`Build Taro's hello world (${target})`, () =>
      runOrFail(`Building hello world for ${target}`, process.execPath, [taro, 'build', '--type', target], {
        cwd: folder,
        env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target },
        quiet: true,
      }),
    );
  return join(folder, 'dist');
}

/** Every file that WeChat would upload in the main package: all but subpackages, maps and licences. @param {string} dist */
function mainPackageBytes(dist) {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(
    (/** @type {{ root: string }} */ { root }) => `${root.replace(/\/$/, '')}/`,
  );
  return filesOf(dist)
    .filter(
      (file) =>
        !/\.(map|LICENSE\.txt)$/.test(file) &&
        !roots.some((/** @type {string} */ root) => file.startsWith(root)),
    )
    .reduce((bytes, file) => bytes + statSync(join(dist, file)).size, 0);
}

/** The scripts that index.html asks for, and the home page's chunk where it is one, compressed. @param {string} dist */
function firstLoadBytes(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/src="\/?([^"]+\.js)"/g)].map(([, path]) => String(path));
  const firstPage = filesOf(dist).filter((file) =>
    /(^|\/)pages[_/](home|index)[_/]index[^/]*\.js$/.test(file),
  );
  return [...new Set([...scripts, ...firstPage])]
    .filter((file) => existsSync(join(dist, file)))
    .reduce((bytes, file) => bytes + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}

/** @param {string} dist @returns {string[]} */
const filesOf = (dist) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
