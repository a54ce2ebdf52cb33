import Taro from '@tarojs/taro';
import { createWire } from './create-wire';

/** The one way to the API. Only shared/api's client calls it; pages call the contract's routes. */
export const wire = createWire((options) => Taro.request(options));

/** '' on H5 (same origin); a full address in the mini-app. Paths of the contract begin with `/api`. */
export const apiBase = __API_BASE__;
