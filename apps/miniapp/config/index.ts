import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

/** The contract is an ESM package outside this one: Taro's loaders only look at what is listed. */
const sharedTypes = path.resolve(__dirname, '../../../packages/shared-types/dist');

/** Packages that ship modern JavaScript: old Android web views need them taken down to ES5 with our own code. */
const modernPackages = (file: string): boolean =>
  /[\\/]node_modules[\\/](zustand|uqr|qr|valibot|@noble[\\/]hashes)[\\/]/.test(file);

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/** H5 is served by the API itself, so it calls its own origin. A mini-app has no origin and needs a full address. */
const apiBase = target === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:3000');

/** Taro 4.2 reads it and its types do not know it. */
const templateDepth: object = { baseLevel: 11 };

const baseConfig: UserConfigExport<'webpack5'> = {
  projectName: 'xiaolin',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  plugins: [path.resolve(__dirname, 'weapp-aria-plugin.js')],
  defineConstants: { __API_BASE__: JSON.stringify(apiBase) },
  alias: { '@': path.resolve(__dirname, '../src') },
  // Covers are files of the H5 site; the mini-app loads them from the API's address, so they weigh nothing in its packages.
  copy: { patterns: target === 'h5' ? [{ from: 'static/', to: 'dist/h5/static/' }] : [], options: {} },
  // Taro escapes every Chinese character (six bytes for three) and quotes every key: a tenth of our own code.
  terser: {
    enable: true,
    config: {
      compress: { ecma: 2019 },
      output: { ecma: 2019, ascii_only: false, quote_keys: false, keep_quoted_props: false },
    },
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    // How deep templates are written out; below, Taro goes on in a component without a host element of its own.
    // Each level is 5 KB of the main package, and our pages are rarely deeper than this.
    ...templateDepth,
    compile: { include: [sharedTypes, modernPackages] },
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
      // Only what is small is inlined; covers are files.
      url: { enable: true, config: { limit: 1024 } },
    },
  },
  h5: {
    compile: { include: [sharedTypes, modernPackages] },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // px stay px: rem would need an inline script that sets the root font size, which our CSP forbids
      // (docs/decisions/0003-h5-pixels-and-elements.md).
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
  },
};

export default defineConfig<'webpack5'>(() => Promise.resolve(baseConfig));
