import { describe, expect, it } from '@jest/globals';
import { networkFailure, type Result } from './failure';
import { loadPages } from './load-pages';

const twoPages = (cursor: string | undefined) =>
  Promise.resolve({
    ok: true as const,
    value: cursor === 'b' ? { items: [3], nextCursor: null } : { items: [1, 2], nextCursor: 'b' },
  });

describe('loading the first pages of a list', () => {
  it('says that there is more', async () => {
    expect(await loadPages(1, twoPages)).toEqual({ ok: true, value: { items: [1, 2], hasMore: true } });
  });

  it('stops at the last page', async () => {
    expect(await loadPages(5, twoPages)).toEqual({ ok: true, value: { items: [1, 2, 3], hasMore: false } });
  });

  it('is a failure as a whole when one page fails', async () => {
    const failing = async (
      cursor: string | undefined,
    ): Promise<Result<{ items: number[]; nextCursor: string | null }>> =>
      cursor === undefined ? twoPages(cursor) : { ok: false, problem: networkFailure('timeout') };
    expect((await loadPages(2, failing)).ok).toBe(false);
  });
});
