import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inBatches, MOST_MESSAGES, type NewMessage } from './batches.js';

const message = (personId: string, title = ''): NewMessage => ({
  personId,
  kind: 'signup.offered',
  facts: { title },
  eventKey: `promoted:${personId}`,
});

describe('inBatches', () => {
  it('makes nothing of nothing', () => {
    expect(inBatches([])).toEqual([]);
  });

  it('keeps every message, in order, in groups that fit a TEXT column', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 300 }), (titles) => {
        const given = titles.map((title, at) => message(String(at), title));
        const batches = inBatches(given);
        expect(batches.flat()).toEqual(given);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(Buffer.byteLength(JSON.stringify({ messages: batch }))).toBeLessThan(65_535);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('never puts more than the limit together', () => {
    const tiny = Array.from({ length: 2 * MOST_MESSAGES + 1 }, (_, at) => ({
      ...message('p'),
      facts: {},
      eventKey: String(at),
    }));
    expect(Math.max(...inBatches(tiny).map((batch) => batch.length))).toBeLessThanOrEqual(MOST_MESSAGES);
  });
});
