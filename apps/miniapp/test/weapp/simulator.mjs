import path from 'node:path';
import { clearTimeout, setImmediate, setInterval, setTimeout } from 'node:timers';
import vm from 'node:vm';
import { Bundle } from './bundle.mjs';
import { ViewCompiler, componentPath, matches, nodeFrom, textOf, treeShape, walk } from './view-tree.mjs';
import { createWx } from './wx-stand-in.mjs';

/** Names of a browser or of Node that do not exist in WeChat's logic layer. */
const hiddenNames = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'process',
  'Buffer',
];
const bubbling = new Set([
  'touchstart',
  'touchmove',
  'touchcancel',
  'touchend',
  'tap',
  'longpress',
  'longtap',
  'transitionend',
  'animationend',
]);
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs a built mini-app without WeChat. Real: the bundle's JavaScript (in a context without browser names, `eval` or
 * `new Function`), WeChat's WXML compiler, HTTP. Not real: `wx` is a stand-in, there is no layout and no canvas.
 */
export class Simulator {
  constructor(directory, options = {}) {
    this.options = { mocks: {}, storage: new Map(), query: {}, path: undefined, ...options };
    this.bundle = new Bundle(directory);
    this.storage = this.options.storage;
    this.errors = [];
    this.warnings = [];
    this.calls = [];
    this.requests = [];
    this.unmocked = new Set();
    this.listeners = {};
    this.stack = [];
    this.tabCache = new Map();
    this.pageDefinitions = new Map();
    this.componentDefinitions = new Map();
    this.modules = new Map();
    this.timers = new Map();
    this.pending = 0;
  }

  static async launch(directory, options) {
    const simulator = new Simulator(directory, options);
    await simulator.boot();
    return simulator;
  }

  fail(kind, error) {
    this.errors.push(
      `${kind}: ${error?.stack ? error.stack.split('\n').slice(0, 4).join(' | ') : String(error)}`,
    );
  }

  guard(kind, run) {
    try {
      const result = run();
      if (typeof result?.then === 'function')
        result.then(null, (error) => this.fail(`${kind} (async)`, error));
      return result;
    } catch (error) {
      this.fail(kind, error);
      return undefined;
    }
  }

  /** Marks work in flight; call the result when it is over. */
  busy() {
    this.pending += 1;
    let over = false;
    return () => {
      if (!over) this.pending -= 1;
      over = true;
    };
  }

  later(kind, run) {
    const done = this.busy();
    setImmediate(() => {
      done();
      this.guard(kind, run);
    });
  }

  // ---- start

  async boot() {
    this.views = new ViewCompiler(this.bundle, {
      warn: (message) => this.warnings.push(message),
      fail: (kind, error) => this.fail(kind, error),
    });
    this.createContext();
    const first = this.options.path ?? this.bundle.app.entryPagePath ?? this.bundle.app.pages[0];
    this.launchOptions = { path: first, query: this.options.query, scene: 1001, referrerInfo: {} };
    this.runFile('app.js');
    if (!this.app) throw new Error('app.js did not call App()');
    this.loadComponents('app.json', this.bundle.app);
    this.guard('App.onLaunch', () => this.app.onLaunch?.(this.intoApp(this.launchOptions)));
    this.guard('App.onShow', () => this.app.onShow?.(this.intoApp(this.launchOptions)));
    await this.open(first, this.options.query);
  }

  createContext() {
    const context = vm.createContext(
      {},
      { name: 'mini-app', codeGeneration: { strings: false, wasm: false } },
    );
    this.context = context;
    const parse = vm.runInContext('(text) => JSON.parse(text)', context);
    this.intoApp = (value) => (value === undefined ? undefined : parse(JSON.stringify(value)));
    vm.runInContext(
      'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics',
      context,
    );
    const say = (...words) =>
      words.map((word) => word?.stack ?? (typeof word === 'string' ? word : JSON.stringify(word))).join(' ');
    const quiet = () => undefined;
    context.console = {
      log: quiet,
      info: quiet,
      debug: quiet,
      group: quiet,
      groupEnd: quiet,
      time: quiet,
      timeEnd: quiet,
      warn: (...words) => this.warnings.push(say(...words)),
      error: (...words) => this.fail('console.error', say(...words)),
    };
    context.global = context;
    Object.assign(context, this.timerFunctions());
    context.wx = createWx(this);
    context.App = (definition) => (this.app = definition);
    context.getApp = () => this.app;
    context.Page = (definition) => this.pageDefinitions.set(this.loading, definition);
    context.Component = (definition) => this.componentDefinitions.set(this.loading, definition);
    context.Behavior = (definition) => definition;
    context.getCurrentPages = () => {
      const pages = vm.runInContext('[]', context);
      this.stack.forEach((page) => pages.push(page.instance));
      return pages;
    };
    this.onUnhandled = (error) => this.fail('unhandledRejection', error);
    process.on('unhandledRejection', this.onUnhandled);
  }

  timerFunctions() {
    const start =
      (set, repeats) =>
      (callback, milliseconds = 0, ...args) => {
        const id = set(() => {
          if (!repeats) this.timers.delete(id);
          this.guard('timer', () => callback(...args));
        }, milliseconds);
        this.timers.set(id, { milliseconds, repeats });
        return Number(id);
      };
    const stop = (number) => {
      for (const id of this.timers.keys()) {
        if (Number(id) !== number) continue;
        clearTimeout(id);
        this.timers.delete(id);
      }
    };
    return {
      setTimeout: start(setTimeout, false),
      setInterval: start(setInterval, true),
      clearTimeout: stop,
      clearInterval: stop,
    };
  }

  // ---- modules, with WeChat's rule that nobody reaches into another's subpackage

  runFile(file) {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: vm.runInContext('({})', this.context) };
    this.modules.set(file, module);
    const run = vm.compileFunction(this.bundle.text(file), ['require', 'module', 'exports', ...hiddenNames], {
      filename: file,
      parsingContext: this.context,
    });
    run.call(undefined, (request) => this.require(file, request), module, module.exports);
    return module.exports;
  }

  require(from, request) {
    const target = path.posix.join(path.posix.dirname(from), request);
    const file = [target, `${target}.js`, `${target}/index.js`].find(
      (candidate) => candidate.endsWith('.js') && this.bundle.has(candidate),
    );
    if (!file) throw new Error(`module '${request}' is not defined, wanted by ${from}`);
    const root = this.bundle.subPackageRoots.find((each) => file.startsWith(each));
    if (root && !from.startsWith(root)) throw new Error(`${from} requires ${file} inside subpackage ${root}`);
    return this.runFile(file);
  }

  loadComponents(owner, config) {
    for (const reference of Object.values(config.usingComponents ?? {})) {
      const component = componentPath(owner, reference);
      if (this.componentDefinitions.has(component)) continue;
      this.componentDefinitions.set(component, undefined);
      this.loadComponents(component, this.bundle.json(`${component}.json`));
      const before = this.loading;
      this.loading = component;
      this.runFile(`${component}.js`);
      this.loading = before;
      if (!this.componentDefinitions.get(component))
        throw new Error(`${component}.js did not call Component()`);
    }
  }

  // ---- pages

  async open(pagePath, query) {
    if (!this.bundle.pages.includes(pagePath)) throw new Error(`page "${pagePath}" is not found`);
    if (this.stack.length >= 10) throw new Error('webview count limit exceed');
    const config = this.bundle.json(`${pagePath}.json`);
    if (!this.pageDefinitions.has(pagePath)) {
      this.loadComponents(pagePath, config);
      this.loading = pagePath;
      this.runFile(`${pagePath}.js`);
    }
    const definition = this.pageDefinitions.get(pagePath);
    if (!definition) throw new Error(`${pagePath}.js did not call Page()`);
    const page = { path: pagePath, config, components: new Map(), setDataBytes: [] };
    page.instance = this.createInstance(page, definition);
    Object.assign(page.instance, { route: pagePath, __route__: pagePath, options: this.intoApp(query) });
    this.stack.push(page);
    this.guard(`${pagePath}.onLoad`, () => page.instance.onLoad?.(this.intoApp(query)));
    this.guard(`${pagePath}.onShow`, () => page.instance.onShow?.());
    await nextTurn();
    this.guard(`${pagePath}.onReady`, () => page.instance.onReady?.());
    await this.settle();
    return page;
  }

  createInstance(page, definition) {
    const instance = vm.runInContext('({})', this.context);
    Object.assign(instance, definition);
    instance.data = this.intoApp(definition.data ?? {});
    instance.is = page.path;
    instance.setData = (patch, callback) => this.setData(page, instance, patch, callback);
    instance.selectComponent = () => null;
    instance.selectAllComponents = () => vm.runInContext('[]', this.context);
    instance.createSelectorQuery = () => this.context.wx.createSelectorQuery();
    instance.triggerEvent = () => undefined;
    instance.getPageId = () => `pageId:${page.path}`;
    return instance;
  }

  setData(page, instance, patch, callback) {
    const text = JSON.stringify(patch);
    page.setDataBytes.push(Buffer.byteLength(text));
    for (const [key, value] of Object.entries(patch))
      if (value === undefined) this.warnings.push(`setData: "${key}" is undefined`);
    for (const [key, value] of Object.entries(this.intoApp(JSON.parse(text))))
      assignPath(instance.data, key, value, this.context);
    this.later('setData callback', () => callback?.call(instance));
  }

  get page() {
    return this.stack[this.stack.length - 1];
  }

  async route(kind, url, delta) {
    if (kind === 'navigateBack') return this.goBack(delta ?? 1);
    const [target = '', search = ''] = String(url).split('?');
    const pagePath = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(this.page.path), target);
    // WeChat hands the values over as they stand: nothing is decoded.
    const query = Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]),
    );
    const isTab = this.bundle.tabPages.includes(pagePath);
    if (!this.bundle.pages.includes(pagePath)) throw new Error(`page "${pagePath}" is not found`);
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo'))
      throw new Error(`can not ${kind} a tabbar page`);
    if (!isTab && kind === 'switchTab') throw new Error('can not switch to no-tabBar page');
    if (kind === 'switchTab') return this.switchTab(pagePath);
    if (kind === 'navigateTo') this.guard('onHide', () => this.page.instance.onHide?.());
    if (kind === 'redirectTo') this.leave(this.stack.pop());
    if (kind === 'reLaunch') while (this.stack.length > 0) this.leave(this.stack.pop());
    await this.open(pagePath, query);
  }

  leave(page) {
    this.guard(`${page.path}.onUnload`, () => page.instance.onUnload?.());
  }

  goBack(delta) {
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left--) this.leave(this.stack.pop());
    this.guard('onShow', () => this.page.instance.onShow?.());
  }

  async switchTab(pagePath) {
    this.guard('onHide', () => this.page.instance.onHide?.());
    while (this.stack.length > 1 || (this.page && !this.bundle.tabPages.includes(this.page.path)))
      this.leave(this.stack.pop());
    const current = this.stack.pop();
    if (current) this.tabCache.set(current.path, current);
    const kept = this.tabCache.get(pagePath);
    if (!kept) return this.open(pagePath, {});
    this.stack.push(kept);
    this.guard(`${pagePath}.onShow`, () => kept.instance.onShow?.());
  }

  // ---- what is on the screen

  tree() {
    const { page } = this;
    return {
      ...this.render(page, `${page.path}.wxml`, page.instance, page.path, page.config, ''),
      tag: 'page',
    };
  }

  render(page, file, instance, owner, config, prefix) {
    const using = { ...this.bundle.app.usingComponents, ...config.usingComponents };
    const build = (raw, parent, key) => {
      if (raw === null || raw === undefined) return null;
      if (typeof raw !== 'object') return { text: String(raw), parent };
      const node = nodeFrom(raw, parent, instance);
      const reference = using[node.tag];
      const children = reference
        ? this.renderComponent(
            page,
            componentPath(reference.startsWith('/') ? '' : owner, reference),
            node,
            prefix + key,
          )
        : (raw.children ?? []).map((child, index) => build(child, node, `${key}.${index}`));
      node.children = children.filter(Boolean);
      node.children.forEach((child) => (child.parent = node));
      return node;
    };
    return build(this.views.render(file, instance.data), null, 'r');
  }

  renderComponent(page, component, node, key) {
    const definition = this.componentDefinitions.get(component);
    const instance = this.componentInstance(page, component, definition, key);
    for (const [name, property] of Object.entries(definition.properties ?? {})) {
      const value = node.attributes[name];
      if (value === undefined || instance.given.get(name) === JSON.stringify(value)) continue;
      instance.given.set(name, JSON.stringify(value));
      const before = instance.data[name];
      instance.data[name] = this.intoApp(value);
      const observer = definition.observers?.[name] ?? property?.observer;
      if (observer)
        this.guard(`observer ${name}`, () =>
          (typeof observer === 'string' ? instance[observer] : observer).call(
            instance,
            instance.data[name],
            before,
          ),
        );
    }
    instance.properties = instance.data;
    return this.render(
      page,
      `${component}.wxml`,
      instance,
      component,
      this.bundle.json(`${component}.json`),
      `${key}/`,
    ).children;
  }

  componentInstance(page, component, definition, key) {
    const known = page.components.get(key);
    if (known) return known;
    const instance = this.createInstance(page, { ...definition.methods, data: definition.data });
    for (const [name, property] of Object.entries(definition.properties ?? {}))
      instance.data[name] = this.intoApp(property?.value ?? null);
    instance.given = new Map();
    page.components.set(key, instance);
    for (const name of ['created', 'attached', 'ready']) {
      const run = definition.lifetimes?.[name] ?? definition[name];
      if (run) this.guard(`${component}.${name}`, () => run.call(instance));
    }
    return instance;
  }

  all(selector) {
    const found = [];
    walk(this.tree(), (node) => matches(node, selector) && found.push(node));
    return found;
  }

  find(selector) {
    const [first] = this.all(selector);
    if (!first) throw new Error(`nothing on ${this.page.path} matches ${selector}; it says: ${this.text()}`);
    return first;
  }

  text(selector) {
    return textOf(selector ? this.find(selector) : this.tree());
  }

  shape() {
    return treeShape(this.tree());
  }

  // ---- what a person does

  async fire(target, type, detail = {}) {
    const node = typeof target === 'string' ? this.find(target) : target;
    const describe = ({ id, dataset }) => ({ id, dataset, offsetLeft: 0, offsetTop: 0 });
    const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 };
    let handled = 0;
    for (let each = node; each; each = bubbling.has(type) ? each.parent : null) {
      const listener = each.events?.[type];
      if (!listener?.handler) continue;
      const handler = each.instance[listener.handler];
      if (typeof handler !== 'function')
        throw new Error(`handler "${listener.handler}" of <${each.tag}> is not a function`);
      const event = this.intoApp({
        type,
        timeStamp: Date.now(),
        target: describe(node),
        currentTarget: describe(each),
        detail,
        touches: [touch],
        changedTouches: [touch],
        mark: {},
      });
      handled += 1;
      this.guard(`${type} on ${each.tag}`, () => handler.call(each.instance, event));
      if (listener.how.includes('catch')) break;
    }
    if (handled === 0) throw new Error(`no ${type} handler on ${String(target)} or above it`);
    await this.settle();
  }

  tap(target) {
    return this.fire(target, 'tap', { x: 10, y: 10 });
  }

  async input(target, value) {
    await this.fire(target, 'input', { value, cursor: value.length });
  }

  /** Waits until requests, callbacks and timers of up to a second are over. */
  async settle(limit = 8000) {
    const end = Date.now() + limit;
    for (let quietTurns = 0; quietTurns < 3;) {
      await nextTurn();
      const isBusy =
        this.pending > 0 ||
        [...this.timers.values()].some(({ milliseconds, repeats }) => !repeats && milliseconds <= 1000);
      quietTurns = isBusy ? 0 : quietTurns + 1;
      if (isBusy) await new Promise((resolve) => setTimeout(resolve, 4));
      if (Date.now() > end) throw new Error(`${this.page?.path} never came to rest`);
    }
  }

  /** Everything that went wrong, in words; empty when nothing did. */
  faults() {
    return [
      ...this.errors,
      ...[...this.unmocked].map((name) => `wx.${name} has no stand-in`),
      ...this.warnings.filter((warning) => /not found|is undefined|can not/.test(warning)),
    ];
  }

  close() {
    process.off('unhandledRejection', this.onUnhandled);
    for (const id of this.timers.keys()) clearTimeout(id);
    this.timers.clear();
  }
}

/** `root.cn.[0].cl` as setData understands it. */
const assignPath = (data, key, value, context) => {
  const steps = [...key.matchAll(/\.?([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? name : Number(index),
  );
  let place = data;
  steps.slice(0, -1).forEach((step, position) => {
    if (place[step] === null || typeof place[step] !== 'object') {
      place[step] = vm.runInContext(typeof steps[position + 1] === 'number' ? '[]' : '({})', context);
    }
    place = place[step];
  });
  place[steps[steps.length - 1]] = value;
};
