const path = require('node:path');
const names = require('../src/shared/platform/weapp-aria.json');

/**
 * Taro's WXML templates carry only the attributes they know, and `aria-*` is not among them: without this plugin
 * every role and label set in JSX is dropped in the mini-app without a word.
 * Template (here, at build) and runtime (weapp-aria.ts) read the same list. Plain JavaScript, because Taro loads plugins
 * without resolving TypeScript imports.
 *
 * @param {import('@tarojs/service').IPluginContext} context
 */
module.exports = function weappAriaPlugin(context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV !== 'weapp') return;
      platform.template.mergeComponents(context, names);
      const runtime = path.resolve(__dirname, '../src/shared/platform/weapp-aria.ts');
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
};
