import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Bundle } from './bundle.mjs';
import { bundleFaults, packageLimit } from './bundle-check.mjs';
import { Simulator } from './simulator.mjs';

// Real: the built bundle, WeChat's WXML and WXSS compilers. Stand-in: `wx`. There is no API here: pages must bear that.

const directory = process.env.WEAPP_DIST ?? fileURLToPath(new URL('../../dist/weapp', import.meta.url));
assert.ok(existsSync(directory), 'build first: pnpm --filter @xiaolin/miniapp build:weapp');
const bundle = new Bundle(directory);

/** WeChat's audit: one setData ≤ 256 KB, fewer than 1000 nodes, 30 levels, 60 children. */
const limits = { setDataBytes: 256 * 1024, nodes: 1000, depth: 30, widest: 60 };

test('nothing that WeChat would refuse at upload', () => {
  assert.deepEqual(bundleFaults(bundle), []);
});

test('main package and every subpackage within 2 MiB', (context) => {
  const sizes = bundle.sizes();
  context.diagnostic(JSON.stringify(sizes));
  assert.equal(Object.keys(sizes).length, bundle.subPackageRoots.length + 1);
  for (const [name, bytes] of Object.entries(sizes)) assert.ok(bytes <= packageLimit, `${name}: ${bytes}`);
});

test('roles and labels reach the templates', () => {
  const template = bundle.text('base.wxml');
  for (const name of ['aria-role', 'aria-label', 'aria-checked', 'aria-hidden'])
    assert.match(template, new RegExp(`${name}="`));
});

describe('every page under the simulator', () => {
  let simulator;
  before(async () => {
    simulator = await Simulator.launch(directory);
  });
  after(() => simulator?.close());

  for (const page of bundle.pages) {
    test(page, async () => {
      await simulator.route('reLaunch', `/${page}`);
      assert.notEqual(simulator.text().trim(), '', 'the page says nothing');
      const shape = simulator.shape();
      assert.ok(shape.nodes < limits.nodes, `${shape.nodes} nodes`);
      assert.ok(shape.depth < limits.depth, `${shape.depth} levels`);
      assert.ok(shape.widest <= limits.widest, `${shape.widest} children`);
      const largest = Math.max(...simulator.page.setDataBytes);
      assert.ok(largest <= limits.setDataBytes, `setData of ${largest} bytes`);
      assert.deepEqual(simulator.faults(), []);
    });
  }

  test('the tab bar goes to each tab, and elder mode has none', async () => {
    await simulator.route('reLaunch', `/${bundle.pages[0]}`);
    for (const [index, tab] of bundle.tabPages.entries()) {
      await simulator.tap(simulator.all('.x-tab')[index]);
      assert.equal(simulator.page.path, tab);
      assert.equal(simulator.find('.x-tab--on').attributes.ariaSelected, true);
    }
    assert.deepEqual(simulator.faults(), []);
  });
});

test('a person who chose elder mode finds it again, with the helpers and without tabs', async () => {
  const storage = new Map([['xiaolin.preferences', JSON.stringify({ state: { elder: true }, version: 1 })]]);
  const simulator = await Simulator.launch(directory, { storage });
  try {
    assert.equal(simulator.all('.x-tabbar').length, 0);
    assert.match(simulator.text(), /打电话给社区.*请工作人员帮我报名/s);
    assert.ok(simulator.find('.m-elder'));
    await simulator.tap('.e-help__b--ask');
    assert.match(simulator.text(), /先在首页选好您的社区/);
    assert.deepEqual(simulator.faults(), []);
  } finally {
    simulator.close();
  }
});
