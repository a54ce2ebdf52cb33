import { describe, expect, it } from '@jest/globals';
import { aDraft, aRun } from '../../../test/activity-builders.js';
import { missingToPublish } from './publishable.js';

const now = new Date('2026-11-23T02:00:00.000Z');
const whole = aDraft({ organizationId: 'c' });
const pathsOf = (change: Partial<typeof whole>) =>
  missingToPublish({ ...whole, ...change }, now).map(({ path }) => path);

describe('missingToPublish', () => {
  it('finds nothing in a whole draft', () => {
    expect(pathsOf({})).toEqual([]);
  });

  it.each([
    ['the content', { summary: '' }, 'draft.summary'],
    ['who is in charge (办法 art. 8)', { responsibleName: '' }, 'draft.responsibleName'],
    ['whom to call', { responsiblePhone: ' ' }, 'draft.responsiblePhone'],
    ['where', { placeName: '' }, 'draft.placeName'],
    ['the risks (条例 art. 12)', { riskText: ' ' }, 'draft.riskText'],
    ['the insurance of what is hazardous (条例 art. 17)', { hazardous: true }, 'draft.insuranceText'],
    ['any occurrence', { occurrences: [] }, 'draft.occurrences'],
    [
      'a start that is still to come',
      { occurrences: [aRun(), aRun({ startsAt: now.toISOString() })] },
      'draft.occurrences.1.startsAt',
    ],
  ])('asks for %s', (_, change, path) => {
    expect(pathsOf(change)).toEqual([path]);
  });

  it('asks for no insurance where nothing is hazardous', () => {
    expect(pathsOf({ hazardous: true, insuranceText: '已买意外险' })).toEqual([]);
  });

  it('names everything at once, in the order of the form, each with a mend', () => {
    const missing = missingToPublish({ ...whole, summary: '', riskText: '', occurrences: [] }, now);
    expect(missing.map(({ path }) => path)).toEqual(['draft.summary', 'draft.riskText', 'draft.occurrences']);
    for (const { message } of missing) expect(message).toMatch(/\p{Script=Han}/u);
  });
});
