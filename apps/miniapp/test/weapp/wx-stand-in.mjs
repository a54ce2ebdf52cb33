import http from 'node:http';
import https from 'node:https';
import vm from 'node:vm';
import { wxApiNames } from './wx-api-names.mjs';

const device = {
  brand: 'devtools',
  model: 'iPhone 12',
  system: 'iOS 17.0',
  platform: 'ios',
  version: '8.0.50',
  SDKVersion: '3.7.0',
  language: 'zh_CN',
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  benchmarkLevel: 30,
  theme: 'light',
  deviceOrientation: 'portrait',
  host: { env: 'WeChat' },
};
const capsule = { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 };
const storageLimit = 1024 * 1024;

/** Calls that change only what a phone shows: they succeed. */
const harmless = [
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'stopPullDownRefresh',
  'startPullDownRefresh',
  'pageScrollTo',
  'showShareMenu',
  'hideShareMenu',
  'vibrateShort',
  'vibrateLong',
  'setKeepScreenOn',
  'setScreenBrightness',
  'hideKeyboard',
  'setClipboardData',
  'setBackgroundTextStyle',
  'setBackgroundColor',
  'hideHomeButton',
  'makePhoneCall',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
  'hideTabBar',
  'showTabBar',
];

/**
 * The `wx` object inside the simulator: the names of WeChat's typings and no other. What has no stand-in here fails like a
 * refused call and is remembered in `simulator.unmocked`.
 * @param {import('./simulator.mjs').Simulator} simulator
 */
export const createWx = (simulator) => {
  const reply = createReply(simulator);
  const standIns = {
    ...synchronous(simulator),
    ...storageCalls(simulator, reply),
    ...routing(simulator, reply),
    ...asynchronous(simulator, reply),
  };
  const wx = vm.runInContext('({})', simulator.context);
  for (const [name, kind] of Object.entries(wxApiNames())) {
    if (kind === 'prop')
      wx[name] = name === 'env' ? simulator.intoApp({ USER_DATA_PATH: 'wxfile://usr' }) : undefined;
    else wx[name] = (...args) => call(simulator, reply, standIns, name, args);
  }
  return wx;
};

const call = (simulator, reply, standIns, name, args) => {
  simulator.calls.push(name);
  const standIn = simulator.options.mocks[name] ?? standIns[name];
  if (standIn) return standIn(...args);
  if (/^(on|off)[A-Z]/.test(name)) {
    (simulator.listeners[name] ??= []).push(args[0]);
    return undefined;
  }
  simulator.unmocked.add(name);
  if (args[0] && typeof args[0] === 'object') return reply(name, args[0], false, { reason: 'no stand-in' });
  throw new Error(`wx.${name} has no stand-in`);
};

/** Answers a WeChat call in its next turn: success or fail, then complete. */
const createReply =
  (simulator) =>
  (name, options, succeeded, result = {}) => {
    const handlers = options ?? {};
    const errMsg = succeeded ? `${name}:ok` : `${name}:fail ${result.reason ?? ''}`.trim();
    const answer = simulator.intoApp({ ...result, errMsg });
    simulator.later(`wx.${name}`, () => {
      if (succeeded) handlers.success?.(answer);
      else handlers.fail?.(answer);
      handlers.complete?.(answer);
    });
  };

const synchronous = (simulator) => ({
  getSystemInfoSync: () => simulator.intoApp(device),
  getDeviceInfo: () => simulator.intoApp(device),
  getWindowInfo: () => simulator.intoApp(device),
  getAppBaseInfo: () => simulator.intoApp(device),
  getSystemSetting: () => simulator.intoApp({ locationEnabled: true, wifiEnabled: true }),
  getAppAuthorizeSetting: () => simulator.intoApp({}),
  getMenuButtonBoundingClientRect: () => simulator.intoApp(capsule),
  getAccountInfoSync: () =>
    simulator.intoApp({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => simulator.intoApp(simulator.launchOptions),
  getEnterOptionsSync: () => simulator.intoApp(simulator.launchOptions),
  canIUse: () => true,
  nextTick: (callback) => simulator.later('nextTick', callback),
  createSelectorQuery: () => selectorQuery(simulator),
});

const storageCalls = (simulator, reply) => {
  const { storage } = simulator;
  const set = (key, value) => {
    const text = JSON.stringify(value ?? null);
    if (Buffer.byteLength(text) > storageLimit) throw new Error('setStorage:fail data exceed 1MB');
    storage.set(key, JSON.parse(text));
  };
  return {
    getStorageSync: (key) => (storage.has(key) ? simulator.intoApp(storage.get(key)) : ''),
    setStorageSync: set,
    removeStorageSync: (key) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorage: (options) =>
      storage.has(options.key)
        ? reply('getStorage', options, true, { data: storage.get(options.key) })
        : reply('getStorage', options, false, { reason: 'data not found' }),
    setStorage: (options) => {
      try {
        set(options.key, options.data);
        reply('setStorage', options, true);
      } catch (error) {
        reply('setStorage', options, false, { reason: error.message });
      }
    },
    removeStorage: (options) => {
      storage.delete(options.key);
      reply('removeStorage', options, true);
    },
  };
};

const routing = (simulator, reply) => {
  const route =
    (kind) =>
    (options = {}) =>
      simulator.later(kind, async () => {
        try {
          await simulator.route(kind, options.url, options.delta);
          reply(kind, options, true);
        } catch (error) {
          simulator.warnings.push(`${kind} ${options.url}: ${error.message}`);
          reply(kind, options, false, { reason: error.message });
        }
      });
  return Object.fromEntries(
    ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'].map((kind) => [kind, route(kind)]),
  );
};

const asynchronous = (simulator, reply) => ({
  ...Object.fromEntries(harmless.map((name) => [name, (options) => reply(name, options, true)])),
  getSystemInfo: (options) => reply('getSystemInfo', options, true, device),
  login: (options) => reply('login', options, true, { code: 'simulator-code' }),
  checkSession: (options) => reply('checkSession', options, true),
  getNetworkType: (options) =>
    reply('getNetworkType', options, true, { networkType: 'wifi', isConnected: true }),
  getScreenBrightness: (options) => reply('getScreenBrightness', options, true, { value: 0.5 }),
  showModal: (options) => reply('showModal', options, true, { confirm: true, cancel: false }),
  showActionSheet: (options) => reply('showActionSheet', options, true, { tapIndex: 0 }),
  request: (options) => request(simulator, reply, options),
});

const selectorQuery = (simulator) => {
  const wanted = [];
  const rectangle = {
    left: 0,
    top: 0,
    right: 390,
    bottom: 50,
    width: 390,
    height: 50,
    scrollTop: 0,
    scrollLeft: 0,
  };
  const add = (selector) => {
    wanted.push(selector);
    return nodes;
  };
  const query = {
    in: () => query,
    select: add,
    selectAll: add,
    selectViewport: () => add(null),
    exec: (callback) => {
      const found = wanted.map((selector) =>
        selector === null || simulator.all(selector).length > 0 ? rectangle : null,
      );
      simulator.later('selectorQuery', () => callback?.(simulator.intoApp(found)));
      return query;
    },
  };
  const nodes = new Proxy({}, { get: (_, key) => (key === 'exec' ? query.exec : () => query) });
  return query;
};

/** A real HTTP request, with WeChat's habits: a GET's data is its query, every status succeeds, JSON is parsed. */
const request = (simulator, reply, options) => {
  const method = (options.method ?? 'GET').toUpperCase();
  const record = { method, url: options.url, status: undefined };
  simulator.requests.push(record);
  const url = URL.canParse(options.url) ? new URL(options.url) : null;
  if (!url) return reply('request', options, false, { reason: 'invalid url' });
  const isQuery = method === 'GET' || method === 'HEAD';
  if (isQuery)
    for (const [key, value] of Object.entries(options.data ?? {})) url.searchParams.append(key, value);
  const body =
    isQuery || options.data === undefined
      ? null
      : Buffer.from(typeof options.data === 'string' ? options.data : JSON.stringify(options.data));
  const headers = {
    'content-type': 'application/json',
    ...Object.fromEntries(
      Object.entries(options.header ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  };
  const done = simulator.busy();
  const transport = url.protocol === 'https:' ? https : http;
  const sent = transport.request(url, { method, headers, timeout: options.timeout ?? 60_000 }, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => {
      done();
      record.status = response.statusCode;
      reply('request', options, true, {
        data: parsed(Buffer.concat(chunks).toString('utf8')),
        statusCode: response.statusCode,
        header: response.headers,
        cookies: [],
      });
    });
  });
  sent.on('timeout', () => sent.destroy(new Error('timeout')));
  sent.on('error', (error) => {
    done();
    reply('request', options, false, { reason: error.message });
  });
  sent.end(body ?? undefined);
  return { abort: () => sent.destroy(new Error('abort')), onHeadersReceived() {}, offHeadersReceived() {} };
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
