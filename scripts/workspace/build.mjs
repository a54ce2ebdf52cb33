import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runPackageScript } from './command.mjs';
import { Stamp, fingerprint } from './fingerprint.mjs';
import { CACHE, inRoot } from './places.mjs';
import { PlainFailure, step } from './progress.mjs';

/**
 * @typedef {object} Product something that is built
 * @property {string} title
 * @property {string} folder the package that builds it
 * @property {string} script its script in package.json
 * @property {string[]} from files and folders it is made of
 * @property {string} makes a file that exists once it is built
 */

const EVERYWHERE = ['tsconfig.base.json', 'pnpm-lock.yaml'];

/** @type {Record<'contract' | 'api' | 'h5' | 'weapp', Product>} */
export const PRODUCTS = {
  contract: {
    title: 'Build the contract',
    folder: 'packages/shared-types',
    script: 'build',
    from: ['packages/shared-types'],
    makes: 'packages/shared-types/dist',
  },
  api: {
    title: 'Build the API',
    folder: 'apps/api',
    script: 'build',
    from: ['apps/api'],
    makes: 'apps/api/dist/main.js',
  },
  h5: {
    title: 'Build the pages for browsers (H5)',
    folder: 'apps/miniapp',
    script: 'build:h5',
    from: ['apps/miniapp', 'packages/shared-types'],
    makes: 'apps/miniapp/dist/h5/index.html',
  },
  weapp: {
    title: 'Build the WeChat mini-app',
    folder: 'apps/miniapp',
    script: 'build:weapp',
    from: ['apps/miniapp', 'packages/shared-types'],
    makes: 'apps/miniapp/dist/weapp/app.json',
  },
};

/** @param {keyof typeof PRODUCTS} name */
export async function build(name) {
  const product = PRODUCTS[name];
  await step(product.title, async () => {
    const stamp = new Stamp(join(CACHE, `built-${name}`));
    const made = () => existsSync(inRoot(product.makes));
    const wanted = fingerprint(
      [...product.from, ...EVERYWHERE].map((path) => inRoot(path)),
      { facts: [product.script], ignore: /\.(spec|test)\.[cm]?[jt]sx?$/ },
    );
    if (made() && stamp.matches(wanted)) return 'up to date';

    stamp.forget();
    const code = await runPackageScript(inRoot(product.folder), product.script, { quiet: true });
    if (code !== 0) throw new PlainFailure(`${product.title} failed; what the compiler said stands above.`);
    if (!made()) throw new PlainFailure(`${product.title} ended well but left no ${product.makes}.`);
    stamp.write(wanted);
  });
}
