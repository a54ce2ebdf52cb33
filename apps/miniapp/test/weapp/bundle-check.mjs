import path from 'node:path';
import { parse } from 'acorn';
import { compileWxml, compileWxss } from './compiler.mjs';

const mebibyte = 1024 * 1024;
/** WeChat's limits: each package, and all together. */
export const packageLimit = 2 * mebibyte;
export const totalLimit = 30 * mebibyte;

/**
 * What WeChat's tools would refuse at upload, found without them.
 * @param {import('./bundle.mjs').Bundle} bundle
 * @returns {string[]} one line per fault; empty when all is well
 */
export const bundleFaults = (bundle) => [
  ...missingPageFiles(bundle),
  ...missingComponents(bundle),
  ...tabBarFaults(bundle),
  ...scriptFaults(bundle),
  ...templateFaults(bundle),
  ...sizeFaults(bundle),
];

const parts = ['js', 'json', 'wxml'];

const missingPageFiles = (bundle) =>
  bundle.pages.flatMap((page) =>
    parts
      .filter((part) => !bundle.has(`${page}.${part}`))
      .map((part) => `app.json names ${page}, but .${part} is missing`),
  );

const missingComponents = (bundle) =>
  bundle.withExtension('.json').flatMap((file) =>
    Object.entries(bundle.json(file).usingComponents ?? {}).flatMap(([tag, reference]) => {
      if (/^(plugin|ext):/.test(reference)) return [];
      const component = reference.startsWith('/')
        ? reference.slice(1)
        : path.posix.join(path.posix.dirname(file), reference);
      return parts
        .filter((part) => !bundle.has(`${component}.${part}`))
        .map((part) => `${file}: <${tag}> has no ${component}.${part}`);
    }),
  );

const tabBarFaults = ({ app }) => {
  const list = app.tabBar?.list;
  if (!list) return [];
  const faults = list.length < 2 || list.length > 5 ? ['tabBar.list must hold 2 to 5'] : [];
  return [
    ...faults,
    ...list
      .filter(({ pagePath }) => !app.pages.includes(pagePath))
      .map(({ pagePath }) => `tab outside the main package: ${pagePath}`),
  ];
};

/** What WeChat's engines run since iOS 12 and its own Chromium on Android (docs/decisions/0008). */
const scriptFaults = (bundle) =>
  bundle.withExtension('.js').flatMap((file) => {
    try {
      parse(bundle.text(file), {
        ecmaVersion: 2019,
        sourceType: 'script',
        allowReserved: true,
        allowReturnOutsideFunction: true,
      });
      return [];
    } catch (error) {
      return [`${file} is not ES2019: ${error.message}`];
    }
  });

const templateFaults = (bundle) => {
  const wxml = compileWxml(bundle.directory, [
    '-d',
    ...bundle.withExtension('.wxml'),
    ...bundle.withExtension('.wxs'),
  ]);
  const wxss = compileWxss(bundle.directory, ['-lc', ...bundle.withExtension('.wxss')]);
  return [
    ...(wxml.status === 0 ? [] : [`wcc: ${wxml.stderr.trim()}`]),
    ...(wxss.status === 0 ? [] : [`wcsc: ${wxss.stderr.trim()}`]),
  ];
};

const sizeFaults = (bundle) => {
  const sizes = Object.entries(bundle.sizes());
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...sizes
      .filter(([, bytes]) => bytes > packageLimit)
      .map(([name, bytes]) => `package ${name} weighs ${bytes} bytes, over 2 MiB`),
    ...(total > totalLimit ? [`all packages weigh ${total} bytes, over 30 MiB`] : []),
  ];
};
