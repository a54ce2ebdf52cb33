import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { variableNames } from './config.js';

it('docs/operations.md has a row for each variable, and for no other', () => {
  const page = readFileSync(new URL('../../../../../docs/operations.md', import.meta.url), 'utf8');
  const [, section = ''] = /## Configuration\n(.*?)\n## /s.exec(page) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual([...variableNames].sort());
});
