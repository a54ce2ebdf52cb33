import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { FORBIDDEN_CLAIMS } from '@xiaolin/shared-types/certificates/forbidden-claims';

const folder = fileURLToPath(new URL('../../shared/i18n/zh-CN', import.meta.url));

it('art. 4: no sentence of the app claims a connection to a national system', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const claims = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => FORBIDDEN_CLAIMS.test(line));
    expect([name, claims]).toEqual([name, []]);
  }
  expect('时长已同步至全国平台').toMatch(FORBIDDEN_CLAIMS);
});
