import { expect, test } from '@jest/globals';
import { createPreferencesStore, modeClassOf, preferencesKey } from './create-preferences';
import type { TextStorage } from './storage';

// Real: the store with its persistence. Stand-in: the device's storage, a Map.

const memory = (saved?: unknown): TextStorage & { map: Map<string, string> } => {
  const map = new Map<string, string>();
  if (saved !== undefined) map.set(preferencesKey, typeof saved === 'string' ? saved : JSON.stringify(saved));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
};
const start = (storage: TextStorage, textScale = 1) =>
  createPreferencesStore({ storage, textScale, systemTheme: 'light' });

test.each([
  [1, false],
  [1.15, false],
  [1.3, true],
  [2, true],
])('first start with WeChat text at %f: elder mode %s', (scale, elder) => {
  expect(start(memory(), scale).getState().elder).toBe(elder);
});

test('what the person chose outlives a restart and outranks the device', () => {
  const storage = memory();
  const first = start(storage, 2).getState();
  first.setElder(false);
  first.setTheme('dark');
  first.chooseOrganization({ id: 'org-1', name: '万溪冲社区', phone: '0871-1' });
  const { elder, theme, organization } = start(storage, 2).getState();
  expect({ elder, theme, organization }).toEqual({
    elder: false,
    theme: 'dark',
    organization: { id: 'org-1', name: '万溪冲社区', phone: '0871-1' },
  });
});

test('the theme of the device is never saved', () => {
  const storage = memory();
  start(storage).getState().followSystem('dark');
  start(storage).getState().setElder(true);
  expect(storage.map.get(preferencesKey)).not.toContain('systemTheme');
});

test.each([
  ['an older version', { state: { elder: true, fontSize: 3 }, version: 0 }, { elder: true, theme: 'auto' }],
  [
    'a theme that no longer exists',
    { state: { elder: true, theme: 'sepia' }, version: 1 },
    { elder: true, theme: 'auto' },
  ],
  [
    'an organization without a name',
    { state: { organization: { id: 7 } }, version: 1 },
    { organization: null },
  ],
  ['nothing readable', { state: null, version: 1 }, { elder: false, theme: 'auto' }],
])('%s does no harm', (_name, saved, expected) => {
  expect(start(memory(saved)).getState()).toMatchObject(expected);
});

test.each([
  [{ elder: false, theme: 'auto', systemTheme: 'light' }, 'm-standard'],
  [{ elder: false, theme: 'auto', systemTheme: 'dark' }, 'm-dark'],
  [{ elder: true, theme: 'light', systemTheme: 'dark' }, 'm-elder'],
  [{ elder: true, theme: 'dark', systemTheme: 'light' }, 'm-elder m-dark'],
] as const)('%o wears %s', (state, expected) => {
  expect(modeClassOf(state)).toBe(expected);
});
