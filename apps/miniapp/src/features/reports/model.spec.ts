import { describe, expect, it } from '@jest/globals';
import { EMPTY_EXPORT, orderBody, periodError, reasonError, tableFormats } from './model';

describe('orderBody', () => {
  it('masks telephone numbers unless they are asked for with a reason', () => {
    expect(orderBody({ ...EMPTY_EXPORT, reason: '以前写的' }, 'k')).toEqual({
      kind: 'roster',
      format: 'xlsx',
      phonesReason: null,
      requestKey: 'k',
    });
    expect(orderBody({ ...EMPTY_EXPORT, phones: true, reason: ' 通知 ' }, 'k')).toMatchObject({
      phonesReason: '通知',
    });
  });

  it('asks for paper as paper, whatever was chosen for tables', () => {
    const form = { ...EMPTY_EXPORT, kind: 'summary', format: 'csv', phones: true } as const;
    expect(orderBody(form, 'k')).toEqual({ kind: 'summary', format: 'pdf', requestKey: 'k' });
  });
});

it('asks for a reason only where numbers are wanted', () => {
  expect(reasonError(EMPTY_EXPORT)).toBeUndefined();
  expect(reasonError({ ...EMPTY_EXPORT, phones: true, reason: '  ' })).toBeDefined();
  expect(reasonError({ ...EMPTY_EXPORT, kind: 'summary', phones: true })).toBeUndefined();
});

it.each([
  ['2026-01-01', '2026-11-25', true],
  ['2026-11-25', '2026-11-25', true],
  ['2026-11-26', '2026-11-25', false],
  ['2026-01-01', '2026-11-26', false],
  ['', '2026-11-25', false],
])('the period %s to %s', (from, to, fits) => {
  expect(periodError({ from, to }, '2026-11-25') === undefined).toBe(fits);
});

it('offers no CSV where nothing opens it', () => {
  expect(tableFormats(false)).toEqual(['xlsx']);
});
