import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './weapp-aria.json';

/** Runtime half of config/weapp-aria-plugin.js: tells Taro's renderer which aria attributes the templates now carry. */
mergeInternalComponents(attributes);
