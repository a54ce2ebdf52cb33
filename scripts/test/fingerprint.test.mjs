import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Stamp, fingerprint } from '../workspace/fingerprint.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaolin-print-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'a.ts'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const print = () => fingerprint([folder], { ignore: /\.spec\.ts$/ });

test('a changed byte, a new file and a new name each change it', () => {
  const before = print();
  writeFileSync(join(folder, 'src', 'a.ts'), 'two');
  const changed = print();
  writeFileSync(join(folder, 'src', 'b.ts'), '');
  assert.equal(new Set([before, changed, print()]).size, 3);
});

test('times, build results, installed packages and specs do not', () => {
  const before = print();
  utimesSync(join(folder, 'src', 'a.ts'), 1, 1);
  writeFileSync(join(folder, 'src', 'a.spec.ts'), 'test');
  for (const left of ['dist', 'node_modules']) {
    mkdirSync(join(folder, left));
    writeFileSync(join(folder, left, 'x.js'), 'x');
  }
  assert.equal(print(), before);
});

test('what else the result depends on changes it', () => {
  assert.notEqual(fingerprint([folder], { facts: ['linux'] }), fingerprint([folder], { facts: ['darwin'] }));
});

test('a stamp matches only what was written, and nothing once forgotten', () => {
  const stamp = new Stamp(join(folder, 'deep', 'stamp'));
  assert.equal(stamp.matches('x'), false);
  stamp.write('x');
  assert.equal(stamp.matches('x'), true);
  assert.equal(stamp.matches('y'), false);
  stamp.forget();
  assert.equal(stamp.matches('x'), false);
});
